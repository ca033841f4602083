package view

import (
	"html/template"

	"receipts/internal/content"
)

// When is a date as a reader sees it.
type When struct {
	ISO   string // for <time>, empty if it cannot be said so
	Text  string
	Known template.HTML // how it is known
}

func (on *page) when(e *content.Event) *When {
	w := &When{Known: on.html(e.Known)}
	switch {
	case e.Date.IsSet():
		w.Text, w.ISO = on.Date(e.Date.Date), iso(e.Date)
	case e.AsWritten.Text != "":
		w.Text = on.Quoted(e.AsWritten.Text)
	default:
		w.Text = on.t("date.none")
	}
	if e.ProbableSlip {
		w.ISO = ""
	}
	return w
}

// iso is a date for <time datetime>, or "" if HTML has no form for it.
func iso(d content.Date) string {
	if !d.IsSet() || d.IsInterval() || d.Approximate() || d.Uncertain() {
		return ""
	}
	return d.String()
}
