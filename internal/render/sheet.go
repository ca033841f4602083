package render

import (
	"strconv"
)

// A page with long lists is continued on further sheets under its own address:
// /amounts/ goes on at /amounts/2/. Each list of the page goes on where it left
// off; what is said once stands on the first sheet only. So no page weighs more
// than a reader on a phone should load, however large the site.

// A sheet is one of them; the first is 0.
type sheet int

// How much of each list a sheet has. A long entry weighs more than a short one.
const (
	perSheetLines    = 250 // a name, or a fact with its figure
	perSheetRows     = 80  // of the ledger
	perSheetMentions = 80
	perSheetTexts    = 40 // a summary, a receipt, a point of disagreement
	perSheetEvents   = 60
)

// cut is what a sheet has of a list.
func cut[T any](list []T, s sheet, most int) []T {
	from := min(int(s)*most, len(list))
	return list[from:min(from+most, len(list))]
}

// sheets is how many sheets a list needs.
func sheets(length, most int) int { return max(1, (length+most-1)/most) }

// sheetPath is the address of a sheet of the page at path.
func sheetPath(path string, s sheet) string {
	if s == 0 {
		return path
	}
	return path + strconv.Itoa(int(s)+1) + "/"
}

// Pager leads from sheet to sheet.
type Pager struct {
	Where          string // "page 2 of 7"
	Previous, Next string // addresses; empty at the ends
	First, Last    string
}

// A viewOf makes the view of a sheet of a page.
type viewOf func(sheet) view

// paged is the view of a sheet, one of n, of the page at path, with what leads
// from sheet to sheet.
func (r *renderer) paged(path string, s sheet, n int, make viewOf) view {
	v := make(s)
	if n == 1 {
		return v
	}
	b := v.frame()
	b.Pager = &Pager{
		Where: r.t("pager.where", int(s)+1, n),
		First: r.site.Href(path), Last: r.site.Href(sheetPath(path, sheet(n-1))),
	}
	if s > 0 {
		b.Title = r.t("pager.title", b.Title, int(s)+1)
		b.Description = r.t("pager.title", b.Description, int(s)+1)
		b.Canonical = r.site.URL(sheetPath(path, s))
		b.Pager.Previous = r.site.Href(sheetPath(path, s-1))
	}
	if int(s) < n-1 {
		b.Pager.Next = r.site.Href(sheetPath(path, s+1))
	}
	return v
}
