package preview

import (
	"fmt"
	"strings"
	"time"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
)

// A message is what a page is told of an edition. The bar at its foot shows it.
type message struct {
	Page     string                `json:"page"`  // what pages are made of
	Whole    bool                  `json:"whole"` // the site is shown as the files are now
	Took     float64               `json:"took"`  // milliseconds
	Mistakes []mistake             `json:"mistakes"`
	Errors   int                   `json:"errors"`
	Warnings int                   `json:"warnings"`
	Styles   map[string]stylesheet `json:"styles"` // by address without the hash
	Source   *mistake              `json:"source,omitempty"`
	Badges   []string              `json:"badges"`
	Lacking  []mistake             `json:"lacking"`         // facts on the page without full evidence
	Token    string                `json:"token,omitempty"` // opens the editor; empty if links do
}

type stylesheet struct {
	Href      string `json:"href"`
	Integrity string `json:"integrity"`
}

// message is what the page at an address is told of e.
func (p *preview) message(e *edition, address string) message {
	m := message{
		Page: e.page, Whole: e.isWhole(), Took: float64(e.took.Microseconds()) / 1000,
		Mistakes: e.mistakes(p), Styles: map[string]stylesheet{}, Badges: []string{}, Lacking: []mistake{},
	}
	if e.current != nil {
		m.Errors, m.Warnings = e.current.Diags.Count()
	}
	if p.launches() {
		m.Token = p.token
	}
	if e.shown == nil {
		return m
	}
	for _, s := range e.shown.Styles() {
		m.Styles[s.Name] = stylesheet{e.shown.Site.Base + s.Path, s.Integrity}
	}
	p.about(&m, e, strings.TrimPrefix(address, e.shown.Site.Base))
	return m
}

// about fills in what is told of one page: its source, its badges, and which
// facts on it lack evidence.
func (p *preview) about(m *message, e *edition, path string) {
	s := e.shown.Site
	files := e.shown.Text
	point := func(n *site.Node) {
		if n.Page == nil {
			return
		}
		at := p.place(diag.Place{File: n.Page.Path}, "", files)
		at.Frame = ""
		m.Source = &at
	}
	var reports []*site.Report
	switch part, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/"); part {
	case "articles":
		for _, a := range s.Articles {
			if a.Path == path {
				point(&a.Node)
				reports = a.Reports
				m.Badges = append(m.Badges, badges(a, time.Now())...)
			}
		}
	case "facts":
		for _, f := range s.Facts {
			if f.Path != path {
				continue
			}
			reports = f.Reports
			if point(&f.Node); m.Source == nil && len(reports) > 0 {
				at := p.place(reports[0].Place, "", files)
				at.Frame = ""
				m.Source = &at
			}
		}
	case "people", "organizations":
		for _, e := range append(append([]*site.Entity{}, s.People...), s.Organizations...) {
			if e.Path == path {
				point(&e.Node)
				reports = append(append(append(reports, e.Paid...), e.Received...), e.Said...)
			}
		}
	case "legal":
		for _, q := range s.Questions {
			if q.Path == path {
				point(&q.Node)
				reports = reportsOf(q.Facts)
			}
		}
	case "states":
		for _, st := range s.States {
			if st.Path == path {
				point(&st.Node)
				reports = reportsOf(st.Facts)
			}
		}
	case "law":
		for _, a := range s.Authorities {
			if a.Path == path {
				point(&a.Node)
			}
		}
	default:
		for _, list := range [][]*site.Prose{s.Pages, s.Guide} {
			for _, t := range list {
				if t.Path == path {
					point(&t.Node)
				}
			}
		}
	}
	m.Lacking = p.lacking(s, reports, files)
}

func reportsOf(facts []*site.Fact) []*site.Report {
	var out []*site.Report
	for _, f := range facts {
		out = append(out, f.Reports...)
	}
	return out
}

// badges say why an article would not be published as it is, or not yet.
func badges(a *site.Article, now time.Time) []string {
	var out []string
	if a.Front.Draft {
		out = append(out, "draft: left out by build")
	}
	for _, d := range []struct {
		what string
		day  content.Date
	}{{"published", a.Front.Source.Published}, {"read", a.Front.Source.Read}} {
		if day := d.day.String(); day > now.Format(time.DateOnly) {
			out = append(out, d.what+" "+day+", which is still to come")
		}
	}
	return out
}

// lacking lists the reports that do not show all their evidence, each with why.
func (p *preview) lacking(s *site.Site, reports []*site.Report, files diag.Files) []mistake {
	out := []mistake{}
	seen := map[*site.Report]bool{}
	for _, r := range reports {
		if seen[r] {
			continue
		}
		seen[r] = true
		why := ""
		switch {
		case !r.Quote.IsGiven():
			why = "no quote"
		case r.Partly:
			why = "the quote does not carry all of it"
		case !s.IsReportVerified(r):
			why = "the quote was not looked up in its source yet"
		default:
			continue
		}
		m := p.place(r.Place, why, files)
		m.Frame, m.Hint = "", r.Fact.Title
		out = append(out, m)
	}
	return out
}

// position is a place in a file as the terminal writes it.
func position(line, column int) string { return fmt.Sprintf(":%d:%d", line, column) }
