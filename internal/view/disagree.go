package view

import (
	"html/template"
	"slices"

	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// DisagreementView is a point on which accounts differ: what each article says, and
// what others say on it.
type DisagreementView struct {
	Anchor      string // on the page of the fact
	About       string
	Verdict     string // "The articles contradict each other"
	Contradicts bool
	Fact        Link // not on the page of the fact
	Sides       []SideView
	Outside     []OutsideView
	More        string // how many sides are not shown: "and 8 more"
	Note        template.HTML
	Found       bool // by comparing the reports; no file declares it
	Unexplained bool
}

// SideView is what one article says on the point, or several that say the same:
// in our words, or, where the reports were compared, the one thing in which they
// differ.
type SideView struct {
	Sources []SideSource
	More    string // how many sources are not shown
	Says    template.HTML
	Amount  *locale.Quantity
	Date    string
	Parties []Party // or states, or a fact
	Backed  []Party // whom or what it is spent for
	Opposed []Party
}

// SideSource is an article, and the words of it that are quoted.
type SideSource struct {
	Article Link
	Date    string
	Quote   *Quote
}

// step is a point on the page of its fact.
func (on *page) step(d *site.Disagreement) DisagreementView {
	v := on.disagreement(d)
	v.Anchor, v.Fact = d.Anchor, Link{}
	return v
}

func (on *page) disagreement(d *site.Disagreement) DisagreementView {
	v := DisagreementView{
		Verdict: capital(on.verdict(d)), Contradicts: d.Kind == "contradiction", Fact: on.toPoint(d),
		Found: d.IsFound(), Unexplained: d.Unexplained() != "", Note: on.html(d.Note),
		Sides: each(cut(d.Sides, 0, mostSides), func(s site.Side) SideView { return on.side(d, s) }), More: on.more(len(d.Sides)),
	}
	if v.Found {
		v.About = on.t("differ." + d.Aspect)
	} else {
		v.About, v.Outside = d.Front.About.Text, each(d.Front.Outside, on.tagged)
	}
	return v
}

// Wide reports whether there are three things to stand side by side where there is
// room.
func (v DisagreementView) Wide() bool { return len(v.Sides) == 3 || len(v.Outside) > 0 }

// tagged is what others say with the day of their text, for the tag of the source.
func (on *page) tagged(o content.Outside) OutsideView {
	v := on.outside(o)
	if v.Date, v.ISO = "", ""; o.Published.IsSet() {
		v.Date, v.ISO = on.ShortDate(o.Published.Date), iso(o.Published)
	}
	return v
}

// mostSides is how many sides a point shows, and how many sources a side; the page of
// the fact has all reports.
const mostSides = 12

// more says how many of n are not shown; empty if all are.
func (w words) more(n int) string {
	if n <= mostSides {
		return ""
	}
	return w.Count("total.more", n-mostSides)
}

func (on *page) side(d *site.Disagreement, s site.Side) SideView {
	source := func(a *site.Article, e *content.Evidence) SideSource {
		return SideSource{on.toArticle(a), on.published(a), on.quote(a, e)}
	}
	if !d.IsFound() {
		return SideView{Says: on.html(s.Says), Sources: []SideSource{source(s.Article, s.Evidence)}}
	}
	v := SideView{More: on.more(len(s.Reports)), Sources: each(cut(s.Reports, 0, mostSides), func(rep *site.Report) SideSource { return source(rep.Article, &rep.Evidence) })}
	rep := s.Reports[0]
	switch d.Aspect {
	case "amount":
		v.Amount = new(on.amount(rep))
	case "date":
		switch {
		case rep.Amount != nil:
			v.Date = on.Date(rep.Amount.Period.Date)
		case rep.Event.Date.IsSet():
			v.Date = on.Date(rep.Event.Date.Date)
		default:
			v.Date = on.Quoted(rep.Event.AsWritten.Text)
		}
	case "states":
		for _, s := range rep.Links.States {
			t, _ := on.site.Resolve(s.Code, "")
			v.Parties = append(v.Parties, Party{Link: Link{Href: t.Href, Label: t.Node.Title}})
		}
	case "to":
		v.Parties = on.parties(rep.To)
	case "via":
		v.Parties = on.parties(rep.Via)
	case "stance":
		v.Backed, v.Opposed = on.parties(rep.For), on.parties(rep.Against)
	case "refunds":
		v.Parties = []Party{{Link: on.toFact(rep.Refunds)}}
	default:
		v.Parties = on.parties(rep.From)
	}
	return v
}

// DisagreementsPage lists every point on which sources differ.
type DisagreementsPage struct {
	Base
	Groups      []DisagreementGroup
	Unexplained int
}

// DisagreementGroup is contradictions, or smaller differences.
type DisagreementGroup struct {
	ID, Title, About string
	Points           []DisagreementView
}

// byKind lists the disagreements by kind, contradictions first, and of each kind
// the unexplained ones first.
func byKind(points []*site.Disagreement) []*site.Disagreement {
	out := slices.Clone(points)
	rank := func(d *site.Disagreement) int {
		n := 2 * slices.Index(content.DisagreementKinds, d.Kind)
		if d.Unexplained() == "" {
			n++
		}
		return n
	}
	slices.SortStableFunc(out, func(x, y *site.Disagreement) int { return rank(x) - rank(y) })
	return out
}

func disagreementsPage(on *page, all []*site.Disagreement, sh sheet) Data {
	v := &DisagreementsPage{
		Base:        on.base("disagreements", on.t("nav.disagreements"), on.t("disagreements.description")),
		Unexplained: len(on.site.Unexplained()),
	}
	weight := func(d *site.Disagreement) string {
		if d.Kind == "contradiction" {
			return "contradictions"
		}
		return "smaller"
	}
	for id, points := range runs(cut(all, sh, perSheetTexts), weight) {
		g := DisagreementGroup{id, on.t("disagreements." + id), on.t("disagreements." + id + ".about"), each(points, on.disagreement)}
		for i := range g.Points {
			if g.Points[i].Contradicts {
				g.Points[i].Verdict = "" // which the title says
			}
		}
		v.Groups = append(v.Groups, g)
	}
	return v
}
