package view

import (
	"html/template"
	"slices"

	"receipts/internal/content"
	"receipts/internal/site"
)

// QuestionsPage is the page on the law. It answers one question first, if the site has
// chosen one, and lists the others.
type QuestionsPage struct {
	WithText
	Answer    template.HTML
	Lead      *LeadView // nil without such a question, and on further sheets
	Questions []QuestionItem
	Onward    *Ways
}

// LeadView is the question that is answered first.
type LeadView struct {
	Link
	Status string // if no article raises it
	Asked  []LegalView
	CaseView
}

// QuestionItem is a legal question in a list, with how the latest articles put it; its
// own page has all of them.
type QuestionItem struct {
	Link
	Short   string
	Summary template.HTML
	Status  []string // sentences
	Earlier string   // how many are not shown: "and 8 more"
}

func questionsPage(on *page, sh sheet) Data {
	lead := on.site.Lead
	v := &QuestionsPage{WithText: on.withText("legal", on.legalTitle(), on.t("legal.description")), Onward: on.onward("/legal/")}
	v.Answer = escaped(on.t("legal.description"))
	v.Questions = each(cut(otherQuestions(on.site), sh, perSheetTexts), func(q *site.Question) QuestionItem {
		item := on.questionItem(q)
		item.Summary = on.html(q.Front.Summary)
		return item
	})
	if lead != nil {
		v.Answer = on.html(inPlainWords(lead))
	}
	if n := on.site.At("/legal/"); n != nil {
		v.Answer = on.html(n.Page.Front.(*content.TextPage).Summary)
	}
	if lead != nil && sh == 0 {
		v.Lead = on.lead(lead)
	}
	return v
}

// otherQuestions are all but the one that is answered first.
func otherQuestions(s *site.Site) []*site.Question {
	return slices.DeleteFunc(slices.Clone(s.Questions), func(q *site.Question) bool { return q == s.Lead })
}

// legalTitle is what the page on the law is called: by the question that it answers, or
// by the list that it is.
func (v items) legalTitle() string {
	if v.site.Lead != nil {
		return v.t("way.legal")
	}
	return v.t("nav.legal")
}

func (on *page) lead(q *site.Question) *LeadView {
	v := &LeadView{Link: on.to(&q.Node), CaseView: on.caseOf(q)}
	v.Label = short(&q.Node)
	for _, a := range latest(q.Asked) {
		asked := on.of(a.Article).legal(a)
		asked.Quotes = cut(asked.Quotes, 0, 1) // the others stand on its page
		v.Asked = append(v.Asked, asked)
	}
	if !q.IsRaised() {
		v.Status = on.raisedByNone()
		sayOnce(v.Asked)
	}
	return v
}

func (v items) questionItem(q *site.Question) QuestionItem {
	item := QuestionItem{Link: v.to(&q.Node), Short: q.Front.Short.Text}
	raised := raisedBy(q)
	if len(raised) == 0 {
		item.Status = []string{v.raisedByNone()}
	}
	shown := latest(raised)
	for _, a := range shown {
		item.Status = append(item.Status, v.asks(a))
	}
	if more := len(raised) - len(shown); more > 0 {
		item.Earlier = v.Count("total.more", more)
	}
	return item
}

// raisedBy is how the articles put q that raise it, oldest first.
func raisedBy(q *site.Question) (raised []*site.Asked) {
	for _, a := range q.Asked {
		if a.IsRaised() {
			raised = append(raised, a)
		}
	}
	return raised
}

// maxAsked is how many articles a question in a list names. In a large archive
// hundreds ask the same, and many lists have it.
const maxAsked = 6

// latest is how the latest articles put a question, oldest first.
func latest(asked []*site.Asked) []*site.Asked { return asked[max(0, len(asked)-maxAsked):] }
