package view

import (
	"html/template"
	"strings"

	"receipts/internal/content"
)

// GlossaryPage explains the words of the site.
type GlossaryPage struct {
	Base
	Terms []TermView
}

// TermView is one word.
type TermView struct {
	ID, Title string
	Also      string
	Summary   template.HTML
	Body      []BodyPart
	Mentioned []MentionGroup
}

// termMentions is how many places the glossary names for each term; the search
// finds all.
const termMentions = 20

func glossaryPage(on *page) Data {
	v := &GlossaryPage{Base: on.base("glossary", on.t("nav.glossary"), on.t("glossary.description"))}
	for _, t := range on.site.Terms {
		term := TermView{ID: t.ID, Title: t.Title, Mentioned: on.mentions(cut(t.Mentions(), 0, termMentions), 0), Also: joinWords(t.Front.Also)}
		term.Summary = on.html(t.Front.Summary)
		term.Body = on.body(t.Page.Body)
		v.Terms = append(v.Terms, term)
	}
	return v
}

func joinWords(list []content.Words) string {
	var words []string
	for _, w := range list {
		words = append(words, w.Text)
	}
	return strings.Join(words, ", ")
}
