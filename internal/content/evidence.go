package content

import (
	"strconv"
	"unicode/utf8"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// Evidence is a verbatim quote with its translation and its place in the source.
type Evidence struct {
	Quote       Words // in the source's language, without the marks around it
	Translation Words // literal, ours
	At          Locator
	Place       diag.Place // of the first key of the item that it stands in
}

// IsZero reports whether there is no quote.
func (e Evidence) IsZero() bool { return e.Quote.Text == "" }

// evidenceKeys are the keys of a quote.
func evidenceKeys(required bool) []yamldoc.Field[Evidence] {
	return []yamldoc.Field[Evidence]{
		yamldoc.Key("quote", required, quote, func(e *Evidence) *Words { return &e.Quote }, quoteSentence),
		yamldoc.Key("translation", yamldoc.Optional, name, func(e *Evidence) *Words { return &e.Translation }, "the quote in English, word for word"),
		yamldoc.Key("at", required, locator, func(e *Evidence) *Locator { return &e.At }, "where the quote stands, such as P7 for paragraph 7; T is the title, C the standfirst"),
	}
}

const quoteSentence = `"the source's words, at most 20"`

// further is another quote of a report.
var further = yamldoc.Object("a quote", evidenceKeys(yamldoc.Required)).Then(func(r *yamldoc.Reader, e *Evidence, n yamldoc.Node) { e.Place = r.Place(n) })

// MaxQuote is how many words of a source one quote may take; above longQuote there
// is a warning (docs/decisions: quotes).
const (
	MaxQuote  = 20
	longQuote = 15
)

// CountWords is how many words a quote has.
func CountWords(quote string) int { return len(wordStarts(quote)) }

// quote is a quotation that is not too long.
var quote = verbatim.Then(func(r *yamldoc.Reader, w *Words, _ yamldoc.Node) {
	starts := wordStarts(w.Text)
	switch words := len(starts); {
	case words > MaxQuote:
		surplus := r.In(*w, starts[MaxQuote], len(w.Text))
		r.AddHint(diag.QuoteTooLong, surplus, "the quote has "+diag.Plural(words, "word")+", "+strconv.Itoa(MaxQuote)+" are allowed", "keep those that carry the figure")
	case words > longQuote:
		r.AddHint(diag.LongQuote, w.Place, "a long quote: "+diag.Plural(words, "word"), "quote only the words that carry the figure")
	}
})

// wordStarts lists where the words of s begin: what stands between blanks and has
// a letter or a digit in it. Blanks include those that French puts inside numbers
// and before punctuation.
func wordStarts(s string) []int {
	starts := make([]int, 0, MaxQuote)
	start, isWord := -1, false
	for i, c := range s + " " {
		switch {
		case c == ' ' || c == '\n' || c == '\t' || c == 0xa0 || c == 0x202f || c == 0x2009:
			if isWord {
				starts = append(starts, start)
			}
			start, isWord = -1, false
		default:
			if start < 0 {
				start = i
			}
			isWord = isWord || isWordRune(c)
		}
	}
	return starts
}

func isWordRune(c rune) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf && c != '«' && c != '»' && c != '–' && c != '—' && c != '…'
}
