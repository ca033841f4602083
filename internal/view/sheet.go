package view

import "receipts/internal/site"

// A page with long lists is continued on further sheets under its own address:
// /amounts/ goes on at /amounts/2/. Each list of the page goes on where it left
// off; all else is on the first sheet only. So the size of a page is bounded,
// however large the site.

// A sheet is one of them; the first is 0.
type sheet int

// How many entries of a list a sheet has, by how large an entry is.
const (
	perSheetLines    = 220 // a name, or a fact with its figure
	perSheetRows     = 80  // of the ledger
	perSheetMentions = 80
	perSheetTexts    = 40 // a summary, a receipt, a point of disagreement
	perSheetEvents   = 40
)

// cut is what a sheet has of a list.
func cut[T any](list []T, s sheet, most int) []T {
	from := min(int(s)*most, len(list))
	return list[from:min(from+most, len(list))]
}

// sheets is how many sheets a list needs.
func sheets(length, most int) int { return max(1, (length+most-1)/most) }

// sheetPath is the address of a sheet of the page at path.
func sheetPath(path string, s sheet) string { return site.SheetPath(path, int(s)) }

// Pager leads from sheet to sheet.
type Pager struct {
	Where          string // "page 2 of 7"
	Previous, Next string // addresses; empty at the ends
	First, Last    string
}

// A sheetMaker makes the data of a sheet of a page.
type sheetMaker func(on *page, sh sheet) Data

// Data is what p's layout sees. On a page of several sheets some of it leads from
// sheet to sheet.
func (p *Page) Data() Data {
	v, path, sh, n := p.views, p.first, p.sheet, p.sheets
	data := p.make(v.at(path), sh)
	b := data.InFrame()
	b.Card = v.card(p.About)
	if about := p.About; about != nil {
		b.Draft = about.IsDraft()
		if path := v.recordPath(about); path != "" {
			b.Record = v.site.Href(path)
		}
		if about.HasFeed() {
			b.Feed = new(v.link(about.FeedPath(), about.Title))
		}
		if day := about.Updated(); day.Year > 0 {
			b.updated = day.String()
		}
		if b.Title == about.Title {
			b.TitleLang = v.titleLang(about)
			if n := len(b.Crumbs); n > 0 {
				b.Crumbs[n-1].Lang = b.TitleLang
			}
		}
		if about.Page != nil && about.Page.PartlyTranslated {
			b.Untranslated = v.t("untranslated.partly", v.Language(about.Page.Lang))
		}
	}
	b.url = v.site.URL(sheetPath(path, sh))
	b.Canonical = b.url
	b.Languages = p.languages()
	if !p.IsOriginal() {
		b.textLang = p.shownIn(v.site)
		b.Untranslated = v.t("untranslated", v.Language(b.textLang))
		for _, l := range b.Languages {
			if l.Own {
				b.Canonical = l.URL
				break
			}
		}
		for i := range b.Languages {
			b.Languages[i].Own = false // which its original says
		}
	}
	if n == 1 {
		return data
	}
	b.Pager = &Pager{
		Where: v.t("pager.where", int(sh)+1, n),
		First: v.site.Href(path), Last: v.site.Href(sheetPath(path, sheet(n-1))),
	}
	if sh > 0 {
		b.tell = nil // machines are told on the first sheet
		b.retitle(v.t("pager.title", b.Title, int(sh)+1), v.t("pager.title", b.Description, int(sh)+1))
		b.Pager.Previous = v.site.Href(sheetPath(path, sh-1))
	}
	if int(sh) < n-1 {
		b.Pager.Next = v.site.Href(sheetPath(path, sh+1))
	}
	return data
}
