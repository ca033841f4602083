package content

import (
	"cmp"

	"receipts/internal/yamldoc"
)

// Outside is something from outside the articles, with its own source: an
// editor's note, or a later development.
type Outside struct {
	Says      Inline
	URL       Words
	Archived  Words
	Publisher Words
	Date      Date // of what it tells; not set if it does not matter
	Published Date // of the text that tells it; not set if not known
	Read      Date
	Mark      Mark
}

// A Mark says how far we checked a statement ourselves. The default is [Unverified].
type Mark string

// Marks: read in the source named; our inference; not confirmed.
const (
	Verified   Mark = "verified"
	Inferred   Mark = "inferred"
	Unverified Mark = "unverified"
)

var mark = yamldoc.Choice("mark", Verified, Inferred, Unverified)

var note = yamldoc.Object("a note", outsideKeys(yamldoc.Optional)).Then(finishOutside)

func finishOutside(_ *yamldoc.Reader, o *Outside, _ yamldoc.Node) {
	o.Mark = cmp.Or(o.Mark, Unverified)
}

// outsideKeys are the keys of what comes from outside. A note may have a date, a
// later development must.
func outsideKeys(dated bool) []yamldoc.Field[Outside] {
	return []yamldoc.Field[Outside]{
		yamldoc.Key("says", yamldoc.Required, inline, func(o *Outside) *Inline { return &o.Says }, "one sentence of ours that names who says it"),
		yamldoc.Key("url", yamldoc.Required, address, func(o *Outside) *Words { return &o.URL }, "where it can be read"),
		yamldoc.Key("archived", yamldoc.Optional, archivedAt, func(o *Outside) *Words { return &o.Archived }, archivedSentence),
		yamldoc.Key("publisher", yamldoc.Required, name, func(o *Outside) *Words { return &o.Publisher }, "who says it, and whose site it is"),
		yamldoc.Key("published", yamldoc.Optional, date, func(o *Outside) *Date { return &o.Published }, "the day of the text that says so"),
		yamldoc.Key("date", dated, date, func(o *Outside) *Date { return &o.Date }, "the day of what it tells, such as 2024-11-05"),
		yamldoc.Key("read", yamldoc.Optional, day, func(o *Outside) *Date { return &o.Read }, "the day you read it"),
		yamldoc.Key("mark", yamldoc.Optional, mark, func(o *Outside) *Mark { return &o.Mark }, "how far you checked it"),
	}
}
