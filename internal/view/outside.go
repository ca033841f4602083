package view

import (
	"html/template"

	"receipts/internal/content"
)

// OutsideView is a note or a later development with its source.
type OutsideView struct {
	Date      string
	ISO       string
	Says      template.HTML
	URL       string
	Publisher string
	Mark      string // empty if verified
	Read      string
}

func (on *page) outsides(list []content.Outside) []OutsideView {
	var out []OutsideView
	for _, o := range list {
		says := on.html(o.Says)
		v := OutsideView{Says: says, URL: o.URL.Text, Publisher: o.Publisher.Text}
		if o.Date.IsSet() {
			v.Date, v.ISO = on.Date(o.Date.Date), iso(o.Date)
		}
		if o.Read.IsSet() {
			v.Read = on.Date(o.Read.Date)
		}
		v.Mark = on.mark(o.Mark)
		out = append(out, v)
	}
	return out
}
