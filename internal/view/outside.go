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
	Archived  string // a copy in an archive; empty if none is known
	Publisher string
	Mark      string // empty if verified
	Read      string
	Checked   string // that it was read against its source, and when; empty if it was not
}

// A Source is where something from outside can be read.
type Source struct{ URL, Publisher, Date, Archived string }

func (on *page) outside(o content.Outside) OutsideView {
	v := OutsideView{Says: on.html(o.Says), URL: o.URL.Text, Archived: o.Archived.Text, Publisher: o.Publisher.Text, Mark: on.mark(o.Mark)}
	if o.Date.IsSet() {
		v.Date, v.ISO = on.Date(o.Date.Date), iso(o.Date)
	}
	if o.Read.IsSet() {
		v.Read = on.Date(o.Read.Date)
	}
	return v
}
