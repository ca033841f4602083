package view

import (
	"html/template"
	"slices"

	"receipts/internal/citation"
	"receipts/internal/site"
)

// AuthorityPage is one statute, rule or decision, with what rests on it.
type AuthorityPage struct {
	Base
	Cite      string
	Kind      string
	Summary   template.HTML
	Body      []BodyPart
	URL       string
	Archived  string
	Publisher string
	Standing  string // of the publisher; empty if it is not known
	Date      string
	Mark      string
	ReadAt    *Link      // the copy that we read, if another
	Facts     []FactItem // of the questions that rest on it
	Notes     []OutsideView
	Later     *LaterList
	Mentioned Mentions
	HowToCite HowToCite // of our page
}

// authoritySheets is how many sheets the page of a has.
func authoritySheets(a *site.Authority, facts []*site.Fact) int {
	return max(sheets(len(facts), perSheetLines), mentionSheets(&a.Node, shownByAuthority(facts)))
}

// factsUnder lists the facts of the questions that rest on a, each once.
func factsUnder(a *site.Authority, questions []*site.Question) []*site.Fact {
	var out []*site.Fact
	seen := map[*site.Fact]bool{}
	for _, q := range questions {
		if !slices.Contains(q.Authorities, a) {
			continue
		}
		for _, f := range q.Facts {
			if !seen[f] {
				seen[f] = true
				out = append(out, f)
			}
		}
	}
	return out
}

func authorityPage(on *page, a *site.Authority, facts []*site.Fact, sh sheet) Data {
	v := &AuthorityPage{
		Cite: a.Cite, URL: a.URL, Publisher: a.Publisher, Facts: each(cut(facts, sh, perSheetLines), on.factItem),
		Mentioned: on.mentions(&a.Node, shownByAuthority(facts), sh), HowToCite: on.cite(&a.Node),
	}
	if a.Standing != "" {
		v.Standing = on.t("authority." + string(a.Standing))
	}
	about := on.t("authority.description", a.Cite)
	if f := a.Front; f != nil {
		about = on.about(f.Summary)
		v.Archived = f.Archived.Text
		v.Kind, v.Mark = on.t("authority."+f.Kind), on.mark(f.Mark)
		if at := f.ReadAt.Text; at != "" && at != a.URL {
			name, _ := citation.Publisher(at)
			v.ReadAt = &Link{Href: at, Label: name}
		}
		if f.Date.IsSet() {
			v.Date = on.Date(f.Date.Date)
		}
		v.Summary, v.Body = on.html(f.Summary), on.body(a.Page)
		v.Notes = on.notes(a.Page, f.Notes)
	}
	v.Base = on.base("authority", a.Title, about, on.crumb("/law/"))
	v.isMainly(func() *Thing { return on.authorityThing(a) })
	v.Later = on.laterOf(&a.Node)
	v.Explains = v.Later != nil || len(v.Notes) > 0
	return v
}
