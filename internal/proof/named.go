package proof

import (
	"unicode/utf8"

	"receipts/internal/evidence"
	"receipts/internal/site"
)

// Names are what the people and organizations of a site are called in sentences and
// quotes; see callings.go.
type Names struct{ index nameIndex }

// NamesOf returns the names on a site.
func NamesOf(s *site.Site) Names { return Names{callings(s)} }

// A Named is a place where a text names a person or an organization, or one of several
// that are called the same: the text does not say which.
type Named struct {
	Nodes []*site.Node
	evidence.Span
}

// In finds who is named in a text, in order.
func (n Names) In(text string) []Named {
	plain := plainly(text)
	at := offsets(text, plain)
	var out []Named
	for _, c := range n.index.in(plain) {
		out = append(out, Named{c.nodes, evidence.Span{Start: at(c.Start), End: at(c.End)}})
	}
	return out
}

// offsets returns what leads from an offset of a plain text to that of the text it is
// from: the two have the same characters, some of which are shorter in the plain one.
func offsets(text, plain string) func(int) int {
	if len(text) == len(plain) {
		return func(i int) int { return i }
	}
	at, from := 0, 0 // in text and in plain; callers ask in order
	return func(i int) int {
		for from < i {
			_, size := utf8.DecodeRuneInString(text[at:])
			_, plainSize := utf8.DecodeRuneInString(plain[from:])
			at, from = at+size, from+plainSize
		}
		return at
	}
}
