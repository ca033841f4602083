package view

import (
	"html/template"

	"receipts/internal/content"
	"receipts/internal/site"
)

// LegalView is how an article puts a legal question.
type LegalView struct {
	Question Link
	Article  Link
	Date     string
	Anchor   string
	Status   string // a sentence
	Says     template.HTML
	Because  template.HTML // why it stands although a check speaks against it
	Quotes   []Quote
	Where    string // of the first quote
	Gauge    *Gauge // nil if it cannot be drawn
}

func (on *page) legal(l *site.Asked) LegalView {
	return LegalView{
		Question: on.to(&l.Of.Node), Anchor: l.Anchor,
		Article: on.toArticle(l.Article), Date: on.published(l.Article),
		Status: on.asks(l), Quotes: on.quotes(l.Article, &l.Report),
		Where: on.where(l.At), Gauge: gauge(l.Article, evidenceOf(&l.Report)),
		Says: on.html(l.Says), Because: on.html(l.Because),
	}
}

// asks says in a sentence how an article puts a question: which outlet does what, in
// whose words, and what it does not mention.
func (w words) asks(l *site.Asked) string {
	return w.t("asks."+l.Status.Text, outlet(l.Article), w.citing(l))
}

// citing says in whose words an article speaks. That a report is the outlet's own is
// said only where it raises a question itself: courts and parties are reported.
func (w words) citing(l *site.Asked) string {
	switch {
	case !l.IsRaised():
		return ""
	case l.Voice == content.UnclearVoice:
		return w.t("asking.unclear")
	case l.Voice == content.CitedVoice:
		return w.t("asking.cited", w.partyNames(l.Speakers))
	case l.Status.Text == "question-raised":
		return w.t("asking.own")
	}
	return ""
}

// sayOnce takes the sentence away from each article where one sentence says it of all.
func sayOnce(asked []LegalView) {
	for i := range asked {
		asked[i].Status = ""
	}
}

// raisedByNone says that no article raises a question.
func (v items) raisedByNone() string {
	switch len(v.site.Articles) {
	case 1:
		return v.t("asks.none.one")
	case 2:
		return v.t("asks.none.two")
	}
	return v.t("asks.none.many")
}
