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
	Later         []OutsideView
	Checked       string
	Mentioned     []MentionGroup
	Cite          Citation
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
	return max(sheets(len(q.Asked), perSheetTexts), sheets(len(q.Facts), perSheetLines), mentionSheets(&q.Node))
}

func questionPage(on *page, q *site.Question, sh sheet) Data {
	v := &QuestionPage{
		Base:  on.base("question", q.Title, on.about(q.Front.Summary), on.crumb("/legal/")),
		Short: q.Front.Short.Text, Mentioned: on.mentions(q.Mentions(), sh), Cite: on.cite(&q.Node),
	}
	if q.Front.Checked.IsSet() {
		v.Checked = on.Date(q.Front.Checked.Date)
	}
	v.Summary = on.html(q.Front.Summary)
	for _, a := range cut(q.Asked, sh, perSheetTexts) {
		v.Asked = append(v.Asked, on.of(a.Article).legal(a))
	}
	v.DoNotConclude = each(q.Front.DoNotConclude, on.html)
	v.Positions = on.positions(q)
	v.Law = each(q.Authorities, on.authorityItem)
	v.Body = on.body(q.Page.Body)
	v.Facts = each(cut(q.Facts, sh, perSheetLines), on.factItem)
	v.Notes = on.outsides(q.Front.Notes)
	v.Later = on.outsides(q.Front.Later)
	return v
}

func (on *page) positions(q *site.Question) []PositionView {
	var out []PositionView
	for _, p := range q.Front.Positions {
		side := PositionView{Side: p.Side.Text}
		for _, o := range p.Points {
			says := on.html(o.Says)
			point := PointView{Says: says, Publisher: o.Publisher.Text, URL: o.URL.Text}
			point.Mark = on.mark(o.Mark)
			point.By = on.pointBy(o.By)
			side.Points = append(side.Points, point)
		}
		out = append(out, side)
	}
	return out
}

func (on *page) pointBy(by []content.Party) []Party {
	var out []Party
	for _, p := range by {
		if t, ok := on.site.Resolve(p.ID, ""); ok {
			out = append(out, Party{Link: Link{t.Href, t.Node.Title}})
			continue
		}
		words := on.html(p.Words)
		out = append(out, Party{Words: words})
	}
	return out
}
