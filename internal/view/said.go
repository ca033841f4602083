package view

import (
	"html/template"

	"receipts/internal/site"
)

// StateSaid is what an article says of a state.
type StateSaid struct {
	State   Link
	Article Link
	Date    string
	Says    template.HTML
	By      []Party
	Because template.HTML // why it stands although a check speaks against it
	Quotes  []Quote
}

func (on *page) stateSaid(s *site.Said) StateSaid {
	return StateSaid{
		State: on.to(&s.Of.Node), Article: on.toArticle(s.Article),
		Date: on.published(s.Article), Quotes: on.quotes(s.Article, &s.Report),
		Says: on.html(s.Says), By: on.parties(s.Speakers), Because: on.html(s.Because),
	}
}
