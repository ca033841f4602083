// Package diag describes what is wrong with the content, and where.
//
// An author's mistake is a [Diagnostic]: a [Place] in a file, what is wrong,
// and what to do about it. Phases collect diagnostics in a [List] and go on;
// only the command prints them ([Text], [JSON], [GitHub]). Places are byte
// offsets; lines and columns are made when printing.
//
// The package never reads files, never prints by itself and never ends the
// program.
package diag

import (
	"cmp"
	"regexp"
	"slices"
)

// A Place is a range of bytes in a file: Start up to, not including, End.
// End may equal Start where only a position is known.
type Place struct {
	File       string // slash-separated, below the root: "content/articles/a.md"
	Start, End int
}

// Has reports whether q is a part of p.
func (p Place) Has(q Place) bool { return p.File == q.File && p.Start <= q.Start && q.End <= p.End }

// A Diagnostic is one mistake of an author.
type Diagnostic struct {
	Code    Code
	Place   Place
	Message string // lower case, no full stop, names as the author wrote them
	Hint    string // something one can do; empty rather than a guess; lines after the first are to be pasted
	Related []Related

	// Unwritten says that a text links to a page that is not written yet, or that a
	// published address leads nowhere. Such a mistake alone does not keep the preview
	// from showing the site.
	Unwritten bool
}

// Related is a second place that belongs to a mistake: the other side of a clash.
type Related struct {
	Place Place
	Note  string
}

// IsWarning reports whether d is a warning, with which the site is built.
func (d Diagnostic) IsWarning() bool { return d.Code.IsWarning() }

// A List collects diagnostics. Its zero value is empty and ready.
type List []Diagnostic

// Add appends a diagnostic without a hint.
func (l *List) Add(code Code, at Place, message string) {
	*l = append(*l, Diagnostic{Code: code, Place: at, Message: message})
}

// AddHint appends a diagnostic with a hint.
func (l *List) AddHint(code Code, at Place, message, hint string) {
	*l = append(*l, Diagnostic{Code: code, Place: at, Message: message, Hint: hint})
}

// Count returns how many errors and how many warnings l has.
func (l List) Count() (errors, warnings int) {
	for _, d := range l {
		if d.IsWarning() {
			warnings++
		} else {
			errors++
		}
	}
	return errors, warnings
}

// Sorted returns l by file, place and code, each diagnostic once, with messages that
// repeat at most 80 characters of what they refuse, and hints that have no longer words
// than an address may be. l is unchanged.
func (l List) Sorted() List {
	out := slices.Clone(l)
	for i := range out {
		out[i].Message = shortened(out[i].Message, maxEcho)
		out[i].Hint = shortened(out[i].Hint, maxAdvised)
	}
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Start, b.Place.Start),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message),
		)
	})
	return slices.CompactFunc(out, func(a, b Diagnostic) bool {
		return a.Code == b.Code && a.Place == b.Place && a.Message == b.Message
	})
}

// maxEcho is how many characters of a text a message repeats, and maxAdvised how long a
// word is that a hint says is to be written.
const (
	maxEcho    = 80
	maxAdvised = 500
)

// repeated matches what a message may have of a text: what stands in quotation marks, or
// one word.
var repeated = regexp.MustCompile(`"[^"]*"|“[^”]*”|[^\s"“]+`)

// shortened cuts each of these pieces of a text to about as many characters.
func shortened(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return repeated.ReplaceAllStringFunc(text, func(piece string) string {
		runes := []rune(piece)
		switch last := len(runes) - 1; {
		case last <= most+1:
			return piece
		case runes[last] == '"' || runes[last] == '”':
			return string(runes[:most]) + "…" + string(runes[last])
		}
		return string(runes[:most]) + "…"
	})
}
