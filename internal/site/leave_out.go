package site

import (
	"strconv"
	"strings"

	"receipts/internal/diag"
)

// A site may leave out parts that it has no use for: pages and files. Only what is
// said elsewhere too can be left out; otherwise the first thing that readers would
// miss is reported.

// Has reports whether the site has a part of [content.Parts].
func (s *Site) Has(part string) bool { return s.Config.Has(part) }

// Shows reports whether a list of the site has something to show.
func (s *Site) Shows(address string) bool {
	some := true
	switch address {
	case "/legal/":
		some = len(s.Questions) > 0
	case "/timeline/":
		some = s.hasEvents
	case "/law/":
		some = len(s.Authorities) > 0
	case "/people/":
		some = len(s.People) > 0
	case "/organizations/":
		some = len(s.Organizations) > 0
	case "/disagreements/":
		some = len(s.Disagreements) > 0
	case "/glossary/":
		some = len(s.Terms) > 0
	}
	return some && !s.LeavesOut(address)
}

// LeavesOut reports whether the site has no page at an address: one of a part that is
// left out, or a list of a kind of which there is nothing.
func (s *Site) LeavesOut(address string) bool {
	switch address {
	case "/later/":
		return len(s.Later) == 0
	case "/topics/":
		return len(s.Topics) == 0
	case "/data/checked.csv":
		return s.Config.Checked == 0
	case "/money/":
		return !s.hasFlows
	case s.Config.Regions.List():
		return len(s.States) == 0
	}
	part, _, _ := strings.Cut(strings.TrimPrefix(address, "/"), "/")
	return len(s.Config.LeaveOut) > 0 && !s.Has(part)
}

// Address is where a report is read: on the page of its fact or, in a site
// without those, on the page of its article.
func (r *Report) Address() string { return r.Fact.address(r.Anchor) }

// Address is where d is read: on the page of its fact or, in a site without
// those, where the fact is.
func (d *Disagreement) Address() string { return d.Fact.address(d.Anchor) }

// address is where a part of the page of f stands, on whichever of its sheets.
func (f *Fact) address(anchor string) string {
	if part := f.part(anchor); part != "" {
		return SheetPath(f.Path, f.sheetOf(part)) + "#" + part
	}
	return f.Path
}

// OnFactSheet is how many reports, and how many points of disagreement, a sheet of the
// page of a fact has.
const OnFactSheet = 40

// sheetOf is the sheet of the page of f that a part of it is on.
func (f *Fact) sheetOf(anchor string) int {
	if len(f.Reports) <= OnFactSheet && len(f.Disagreements) <= OnFactSheet {
		return 0
	}
	if r := f.report(anchor); r != nil {
		return r.place / OnFactSheet
	}
	if d := f.point(anchor); d != nil {
		return d.place / OnFactSheet
	}
	return 0
}

// SheetPath is the address of a sheet of the page at path; the first is 0.
func SheetPath(path string, sheet int) string {
	if sheet == 0 {
		return path
	}
	return path + strconv.Itoa(sheet+1) + "/"
}

// part is the fragment of an anchor on the page of f; "" if there is no such page.
func (f *Fact) part(anchor string) string {
	if f.moved {
		return ""
	}
	return anchor
}

// move gives f, in a site without pages of facts, an address on the page of the
// article that reports it.
func (f *Fact) move() {
	if len(f.Reports) > 0 {
		f.Path, f.moved = f.Reports[0].Article.Path+"#_"+f.ID, true
	}
}

// checkLeftOut refuses to leave out what would be lost.
func (s *Site) checkLeftOut() (diags diag.List) {
	for _, w := range s.Config.LeaveOut {
		if lost, at := s.lost(w.Text); lost != "" {
			diags = append(diags, diag.Diagnostic{
				Code: diag.CannotLeaveOut, Place: w.Place,
				Message: `"` + w.Text + `" cannot be left out: ` + lost, Hint: `take "` + w.Text + `" out of the list`,
				Related: at,
			})
		}
	}
	return diags
}

// lost names the first thing that a site without a part would not show, with
// its place.
func (s *Site) lost(part string) (what string, at []diag.Related) {
	file := func(n *Node) []diag.Related {
		if n.Page == nil {
			return nil
		}
		return []diag.Related{{Place: n.Page.Place, Note: "it is this file"}}
	}
	for _, p := range s.Pages {
		if p.Path == "/"+part+"/" {
			return `the page "` + p.ID + `" would not be shown`, file(&p.Node)
		}
	}
	switch part {
	case "corrections":
		for _, c := range s.Corrections {
			return `"` + c.Article.ID + `" has a correction`, []diag.Related{{Place: c.Place, Note: "it is this one"}}
		}
	case "disagreements":
		for _, d := range s.Disagreements {
			return `accounts of "` + d.Fact.ID + `" differ`, file(&d.Fact.Node)
		}
	case "facts":
		for _, f := range s.Facts {
			switch {
			case f.Page != nil:
				return `"` + f.ID + `" has a file of its own`, file(&f.Node)
			case len(f.Reports) > 1:
				return `"` + f.ID + `" is reported more than once`, []diag.Related{{Place: f.Reports[1].Links.Fact.Place, Note: "it is reported here as well"}}
			}
		}
	case "glossary":
		for _, t := range s.Terms {
			return `the term "` + t.ID + `" would not be shown`, file(&t.Node)
		}
	case "guide":
		for _, p := range s.Guide {
			return `the chapter "` + p.ID + `" would not be shown`, file(&p.Node)
		}
	case "law":
		for _, a := range s.Authorities {
			return `"` + a.Cite + `" is cited`, file(&a.Node)
		}
	}
	return "", nil
}
