package view

import (
	"html/template"
	"slices"

	"receipts/internal/content"
	"receipts/internal/site"
)

// QuestionPage is one legal question: the answer in plain words first, and beside it
// where it stands.
type QuestionPage struct {
	Base
	Short               string
	Plain               template.HTML
	DoNotConclude, Open []template.HTML // below the answer, and not in CaseView
	Status              string          // if no article raises it
	Read                string          // that the page was read against its sources, and when
	Asked               []LegalView
	Latest              []LaterView // the last of what came later
	CaseView
	Law       []AuthorityItem
	Body      []BodyPart
	Facts     []FactItem
	Notes     []OutsideView
	Later     *LaterList
	Mentioned Mentions
	Cite      HowToCite
	Onward    *Ways
}

// CaseView is what can be said on a question: the law, both sides, the courts, and
// what is open.
type CaseView struct {
	Forbids, Split []template.HTML
	Positions      []PositionView
	Between        template.HTML
	Courts         []LaterView
	Open           []template.HTML
	DoNotConclude  []template.HTML
	Checked        string // when it was last looked up
}

// PositionView is how one side puts its case.
type PositionView struct {
	Side   string
	Points []PointView
}

// PointView is one argument with its source.
type PointView struct {
	By   []Party
	Post string
	Says template.HTML
	Source
	Mark string
}

// latestLater is how much of what came later stands beside the answer.
const latestLater = 2

// questionSheets is how many sheets the page of q has.
func questionSheets(q *site.Question) int {
	return max(sheets(len(q.Asked), perSheetTexts), sheets(len(q.Facts), perSheetLines), mentionSheets(&q.Node, nothing))
}

func questionPage(on *page, q *site.Question, sh sheet) Data {
	v := &QuestionPage{
		Base:  on.base("question", q.Title, on.about(q.Front.Summary), Link{Href: "/legal/", Label: on.legalTitle()}),
		Short: q.Front.Short.Text, Plain: on.html(inPlainWords(q)), Body: on.body(q.Page),
		Asked:    each(cut(q.Asked, sh, perSheetTexts), func(a *site.Asked) LegalView { return on.of(a.Article).legal(a) }),
		CaseView: on.caseOf(q), Law: each(q.Authorities, on.authorityItem), Later: on.laterOf(&q.Node),
		Facts: each(cut(q.Facts, sh, perSheetLines), on.factItem), Notes: on.notes(q.Page, q.Front.Notes),
		Mentioned: on.mentions(&q.Node, nothing, sh), Cite: on.cite(&q.Node), Onward: on.onward("/legal/"),
	}
	v.tell = func(page *Thing) {
		page.About = each(cut(q.Authorities, 0, mostRelated), on.law)
		page.LastReviewed = iso(q.Front.Checked)
	}
	v.DoNotConclude, v.CaseView.DoNotConclude = v.CaseView.DoNotConclude, nil
	v.Open, v.CaseView.Open = v.CaseView.Open, nil
	if !q.IsRaised() {
		v.Status = on.raisedByNone()
		sayOnce(v.Asked)
	}
	v.Read = capital(on.readAgainst(on.reviews.Of(q.ID)))
	if v.Later != nil {
		v.Latest = latestOf(v.Later)
	}
	v.Courts = each(slices.DeleteFunc(slices.Clone(q.Courts), func(l *site.Later) bool { return slices.Contains(q.Later(), l) }), on.court)
	return v
}

// inPlainWords is the answer to q, or, without one, what is asked.
func inPlainWords(q *site.Question) content.Inline {
	if q.Front.Plain.IsGiven() {
		return q.Front.Plain
	}
	return q.Front.Summary
}

// latestOf is the last of what came after the articles.
func latestOf(list *LaterList) []LaterView {
	for _, g := range list.Groups {
		if g.Since {
			return g.Items[max(0, len(g.Items)-latestLater):]
		}
	}
	return nil
}

func (on *page) caseOf(q *site.Question) CaseView {
	v := CaseView{
		Forbids: each(q.Front.Forbids, on.html), Split: each(q.Front.Split, on.html), Between: on.html(q.Front.Between),
		Courts: each(q.Courts, on.court), Open: each(q.Front.Open, on.html), DoNotConclude: each(q.Front.DoNotConclude, on.html),
	}
	if q.Front.Checked.IsSet() {
		v.Checked = on.Date(q.Front.Checked.Date)
	}
	for _, p := range q.Front.Positions {
		v.Positions = append(v.Positions, PositionView{p.Side.Text, each(p.Points, on.point)})
	}
	return v
}

// court is what a court said, with the questions that it spoke on: one case may stand on
// the pages of several.
func (on *page) court(l *site.Later) LaterView {
	v := on.later(l)
	for _, n := range l.About {
		if n.Kind == site.QuestionNode && n.Path != on.path {
			v.Questions = append(v.Questions, on.link(n.Path, short(n)))
		}
	}
	return v
}

func (on *page) point(o content.Point) PointView {
	by := each(o.By, func(p content.Party) Party {
		if t, ok := on.site.Resolve(p.ID, ""); ok {
			return Party{Link: Link{Href: t.Href, Label: t.Node.Title}}
		}
		return Party{Words: on.html(p.Words)}
	})
	v := PointView{by, o.Post.Text, on.html(o.Says), Source{Publisher: o.Publisher.Text, URL: o.URL.Text, Archived: o.Archived.Text}, on.mark(o.Mark)}
	if o.Date.IsSet() {
		v.Date = on.ShortDate(o.Date.Date)
	}
	return v
}
