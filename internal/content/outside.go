package content

import (
	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// Outside is something from outside the articles, with its own source: an
// editor's note, or a later development. It never mixes with what an article
// says.
type Outside struct {
	Says      Inline
	URL       Words
	Publisher Words
	Date      Date // of what it tells; not set if it does not matter
	Read      Date
	Mark      Mark
	Place     diag.Place
}

// A Mark says how far we checked a statement ourselves. Without a mark nothing
// was checked: to have read a statement where its address leads has to be said.
type Mark string

// Marks: read in the source named; our inference; not confirmed.
const (
	Verified   Mark = "verified"
	Inferred   Mark = "inferred"
	Unverified Mark = "unverified"
)

func (r *reader) mark(n *yaml.Node) Mark {
	return Mark(r.choice(n, "mark", []string{string(Verified), string(Inferred), string(Unverified)}))
}

// outsideKeys are the keys of a note, which must have its date or may.
func outsideKeys(dated bool) []key[Outside] {
	return []key[Outside]{
		{"says", required, func(r *reader, o *Outside, n *yaml.Node) { o.Says = r.inline(n) }},
		{"url", required, func(r *reader, o *Outside, n *yaml.Node) { o.URL = r.url(n) }},
		{"publisher", required, func(r *reader, o *Outside, n *yaml.Node) { o.Publisher = r.words(n) }},
		{"date", dated, func(r *reader, o *Outside, n *yaml.Node) { o.Date = r.date(n) }},
		{"read", false, func(r *reader, o *Outside, n *yaml.Node) { o.Read = r.day(n) }},
		{"mark", false, func(r *reader, o *Outside, n *yaml.Node) { o.Mark = r.mark(n) }},
	}
}

var noteKeys, laterKeys = outsideKeys(false), outsideKeys(true)

// outsides reads a list of notes; dated says that each must have its date.
func (r *reader) outsides(n *yaml.Node, dated bool) []Outside {
	what, keys := "a note", noteKeys
	if dated {
		what, keys = "a later development", laterKeys
	}
	return itemsOf(r, n, func(r *reader, o *Outside, n *yaml.Node) {
		o.Mark, o.Place = Unverified, r.place(n)
		object(r, n, what, o, keys)
	})
}
