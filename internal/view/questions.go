package view

import (
	"html/template"

	"receipts/internal/site"
)

// QuestionsPage lists the legal questions.
type QuestionsPage struct {
	Base
	Questions []QuestionItem
}

// QuestionItem is a legal question in a list, with its status in the latest
// articles; its own page has all of them.
type QuestionItem struct {
	Link
	Short   string
	Summary template.HTML
	Stamps  []StampIn
	Earlier string // how many are not shown: "and 8 more"
}

// StampIn is a status as of one article.
type StampIn struct {
	Stamp
	Article Link
}

func questionsPage(on *page, sh sheet) Data {
	return &QuestionsPage{
		on.base("questions", on.t("nav.legal"), on.t("legal.description")),
		each(cut(on.site.Questions, sh, perSheetTexts), func(q *site.Question) QuestionItem {
			item := on.questionItem(q)
			item.Summary = on.html(q.Front.Summary)
			return item
		}),
	}
}

func (v items) questionItem(q *site.Question) QuestionItem {
	item := QuestionItem{Link: v.to(&q.Node), Short: q.Front.Short.Text}
	latest := latestAsked(q)
	for _, a := range latest {
		item.Stamps = append(item.Stamps, StampIn{v.stamp(a.Status.Text), v.toArticle(a.Article)})
	}
	if more := len(q.Asked) - len(latest); more > 0 {
		item.Earlier = v.Count("total.more", more)
	}
	return item
}

// maxAsked is how many articles a question in a list names. In a large archive
// hundreds ask the same, and many lists have it.
const maxAsked = 6

// latestAsked is how the latest articles put a question, oldest first.
func latestAsked(q *site.Question) []*site.Asked {
	return q.Asked[max(0, len(q.Asked)-maxAsked):]
}
