package view

import "path"

// DataPage says what can be downloaded.
type DataPage struct {
	WithText
	Tables  []Link // named as the files are: "amounts.csv"
	Feed    string
	Sitemap string
}

func dataPage(on *page) Data {
	return &DataPage{
		on.withText("data", on.t("nav.data"), on.t("data.description")),
		each(on.Tables(), func(t Table) Link { return Link{on.site.Href(t.Path), path.Base(t.Path)} }),
		on.site.Href("/feed.xml"), on.site.Href("/sitemap.xml"),
	}
}
