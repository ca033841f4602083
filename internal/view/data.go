package view

import "receipts/internal/site"

// DataPage says what can be downloaded, and shows the beginning of each table.
type DataPage struct {
	WithText
	Package string // address of datapackage.json
	Version string
	License string // empty if the site file says nothing
	Tables  []TableView
	Records RecordsView
	Feed    string
	Sitemap string
	Cite    HowToCite
}

// TableView is a table on the page of the data: its first rows, of a few columns.
type TableView struct {
	Link   // to the file
	Name   string
	About  string
	Counts string // "86 rows, 12 columns"
	Head   []string
	Rows   [][]string
}

// RecordsView leads to the schema of records and to one of them, if there is any.
type RecordsView struct{ About, Schema, Example string }

// Of a table, the page shows so many rows, and cells of so many characters.
const (
	rowsLooked = 3
	cellLooked = 90
)

func dataPage(on *page) Data {
	d := on.DataPackage()
	v := &DataPage{
		WithText: on.withText("data", on.t("nav.data"), on.t("data.description")),
		Package:  on.site.Href(PackagePath), Version: d.Version, License: d.License.Words,
		Tables: each(on.Tables(), on.tableView),
		Feed:   on.site.Href("/feed.xml"), Sitemap: on.site.Href("/sitemap.xml"),
		Cite: on.citeAs("data", on.t("data.cite", d.Title, d.Version), "/data/"),
	}
	v.isMainly(on.dataThing)
	if articles := on.site.ArticlesByID(); on.site.HasRecords() && len(articles) > 0 {
		v.Records = RecordsView{on.t("data.records.about", MaxRows), on.site.Href(RecordSchemaPath), on.site.Href(on.recordPath(&articles[0].Node))}
	}
	return v
}

func (on *page) tableView(t Table) TableView {
	v := TableView{
		Link: on.link(t.Path(), t.Title), Name: t.Name, About: t.About,
		Counts: on.join("comma", on.Count("count.rows", t.Len()), on.Count("count.columns", len(t.Columns))),
	}
	for _, c := range t.Columns {
		if c.Looked {
			v.Head = append(v.Head, c.Name)
		}
	}
	for i := range min(t.Len(), rowsLooked) {
		var row []string
		for j, c := range t.Columns {
			if c.Looked {
				row = append(row, site.Shorten(t.Cell(i, j), cellLooked))
			}
		}
		v.Rows = append(v.Rows, row)
	}
	return v
}
