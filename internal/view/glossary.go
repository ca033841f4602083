package view

import (
	"html/template"
	"strings"

	"receipts/internal/content"
	"receipts/internal/site"
)

// GlossaryPage explains the words of the site.
type GlossaryPage struct {
	Base
	Terms []TermView
}

// TermView is one word.
type TermView struct {
	ID, Title string
	TitleLang string   // if it is not the page’s
	Was       []string // ids that it had
	Also      string
	Summary   template.HTML
	Body      []BodyPart
	Mentioned Mentions
}

func glossaryPage(on *page) Data {
	v := &GlossaryPage{
		on.base("glossary", on.t("nav.glossary"), on.t("glossary.description")),
		each(on.site.Terms, func(t *site.Term) TermView {
			return TermView{
				ID: t.ID, Was: t.Former(), Title: t.Title, TitleLang: on.titleLang(&t.Node), Also: joinWords(t.Front.Also), Summary: on.html(t.Front.Summary), Body: on.body(t.Page),
				Mentioned: on.mentions(&t.Node, nothing, 0),
			}
		}),
	}
	v.isMainly(on.glossaryThing)
	return v
}

func joinWords(list []content.Words) string {
	return strings.Join(each(list, func(w content.Words) string { return w.Text }), ", ")
}
