package view

import (
	"html/template"
	"slices"

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
	Publisher string
	Official  bool
	Date      string
	Mark      string
	ReadAt    string
	Facts     []FactItem // of the questions that rest on it
	Notes     []OutsideView
	Later     []OutsideView
	Mentioned []MentionGroup
	Citation  Citation // of our page
}

// authoritySheets is how many sheets the page of a has.
func authoritySheets(a *site.Authority, facts []*site.Fact) int {
	return max(sheets(len(facts), perSheetLines), mentionSheets(&a.Node))
}

// factsUnder lists the facts of the questions that rest on a.
func factsUnder(a *site.Authority, questions []*site.Question) []*site.Fact {
	var out []*site.Fact
	for _, q := range questions {
		if slices.Contains(q.Authorities, a) {
			out = append(out, q.Facts...)
		}
	}
	return out
}

func authorityPage(on *page, a *site.Authority, facts []*site.Fact, sh sheet) Data {
	v := &AuthorityPage{
		Cite: a.Cite, URL: a.URL, Publisher: a.Publisher, Official: a.Official, Mentioned: on.mentions(a.Mentions(), sh), Citation: on.cite(&a.Node),
	}
	description := on.t("authority.description", a.Cite)
	if f := a.Front; f != nil {
		description = on.Plain(f.Summary)
		v.Kind, v.ReadAt = on.t("authority."+f.Kind), f.ReadAt.Text
		if f.Date.IsSet() {
			v.Date = on.Date(f.Date.Date)
		}
		v.Mark = on.mark(f.Mark)
		v.Summary = on.html(f.Summary)
		v.Notes = on.outsides(f.Notes)
		v.Later = on.outsides(f.Later)
		v.Body = on.body(a.Page.Body)
	}
	v.Facts = each(cut(facts, sh, perSheetLines), on.factItem)
	v.Base = on.base("authority", a.Title, describe(description), on.crumb("/law/"))
	return v
}
