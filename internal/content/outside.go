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

// outsides reads a list of notes; dated says that each must have its date.
func (r *reader) outsides(n *yaml.Node, dated bool) []Outside {
	what := "a note"
	if dated {
		what = "a later development"
	}
	var out []Outside
	r.items(n, func(n *yaml.Node) {
		o := Outside{Mark: Unverified, Place: r.place(n)}
		r.object(n, what, []key{
			{"says", required, func(n *yaml.Node) { o.Says = r.inline(n) }},
			{"url", required, func(n *yaml.Node) { o.URL = r.url(n) }},
			{"publisher", required, func(n *yaml.Node) { o.Publisher = r.words(n) }},
			{"date", dated, func(n *yaml.Node) { o.Date = r.date(n) }},
			{"read", false, func(n *yaml.Node) { o.Read = r.day(n) }},
			{"mark", false, func(n *yaml.Node) { o.Mark = r.mark(n) }},
		})
		out = append(out, o)
	})
	return out
}
