package view

import (
	"html/template"

	"receipts/internal/content"
	"receipts/internal/site"
)

// QuestionPage is one legal question.
type QuestionPage struct {
	Base
	Short         string
	Summary       template.HTML
	Asked         []LegalView
	DoNotConclude []template.HTML
	Positions     []PositionView
	Law           []AuthorityItem
	Body          []BodyPart
	Facts         []FactItem
	Notes         []OutsideView
	Later         *LaterList
	Checked       string
	Mentioned     Mentions
	Cite          HowToCite
}

// PositionView is how one side puts its case.
type PositionView struct {
	Side   string
	Points []PointView
}

// PointView is one argument.
type PointView struct {
	Says      template.HTML
	By        []Party
	Publisher string
	URL       string
	Mark      string
}

// questionSheets is how many sheets the page of q has.
func questionSheets(q *site.Question) int {
	return max(sheets(len(q.Asked), perSheetTexts), sheets(len(q.Facts), perSheetLines), mentionSheets(&q.Node, nothing))
}

func questionPage(on *page, q *site.Question, sh sheet) Data {
	v := &QuestionPage{
		Base:  on.base("question", q.Title, on.about(q.Front.Summary), on.crumb("/legal/")),
		Short: q.Front.Short.Text, Summary: on.html(q.Front.Summary), Body: on.body(q.Page.Body),
		Asked:         each(cut(q.Asked, sh, perSheetTexts), func(a *site.Asked) LegalView { return on.of(a.Article).legal(a) }),
		DoNotConclude: each(q.Front.DoNotConclude, on.html), Law: each(q.Authorities, on.authorityItem),
		Facts: each(cut(q.Facts, sh, perSheetLines), on.factItem),
		Notes: each(q.Front.Notes, on.outside), Later: on.laterOf(&q.Node),
		Mentioned: on.mentions(&q.Node, nothing, sh), Cite: on.cite(&q.Node),
	}
	if q.Front.Checked.IsSet() {
		v.Checked = on.Date(q.Front.Checked.Date)
	}
	for _, p := range q.Front.Positions {
		v.Positions = append(v.Positions, PositionView{p.Side.Text, each(p.Points, on.point)})
	}
	return v
}

func (on *page) point(o content.Point) PointView {
	by := each(o.By, func(p content.Party) Party {
		if t, ok := on.site.Resolve(p.ID, ""); ok {
			return Party{Link: Link{t.Href, t.Node.Title}}
		}
		return Party{Words: on.html(p.Words)}
	})
	return PointView{on.html(o.Says), by, o.Publisher.Text, o.URL.Text, on.mark(o.Mark)}
}
