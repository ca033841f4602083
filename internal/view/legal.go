package view

import (
	"html/template"

	"receipts/internal/site"
)

// LegalView is how an article puts a legal question.
type LegalView struct {
	Question Link
	Article  Link
	Date     string
	Anchor   string
	Stamp    Stamp
	Says     template.HTML
	By       []Party
	Voice    string
	Because  template.HTML // why it stands although a check speaks against it
	Quotes   []Quote
	Where    string // of the first quote
	Gauge    *Gauge // nil if it cannot be drawn
}

func (on *page) legal(l *site.Asked) LegalView {
	return LegalView{
		Question: on.to(&l.Of.Node), Anchor: l.Anchor,
		Article: on.toArticle(l.Article), Date: on.published(l.Article),
		Stamp: on.stamp(l.Status.Text), Quotes: on.quotes(l.Article, &l.Report),
		Voice: on.t("voice."+string(l.Voice), outlet(l.Article)), Where: on.where(l.At), Gauge: gauge(l.Article, evidenceOf(&l.Report)),
		Says: on.html(l.Says), By: on.parties(l.Speakers), Because: on.html(l.Because),
	}
}
