package draft

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/content"
	"receipts/internal/evidence"
	"receipts/internal/verbatim"
)

// shortest returns the shortest stretch of a sentence around core that carries what
// stands there, within the words that a quote may have. carries says of a stretch, with
// where it stands in the source, why it does not; what it says of the words alone is
// returned if none does.
func (b *block) shortest(core, sentence Span, carries func(text string, around []evidence.Context) string) (quote Span, why string) {
	starts := wordStarts(b.text, sentence.Start, core.Start)
	ends := wordEnds(b.text, core.End, sentence.End)
	for more := range content.MaxQuote {
		fits := false
		for left := range more + 1 {
			right := more - left
			if left >= len(starts) || right >= len(ends) {
				continue
			}
			q := Span{Start: starts[left], End: ends[right]}
			text := b.text[q.Start:q.End]
			if content.CountWords(text) > content.MaxQuote {
				continue
			}
			fits = true
			around := b.occurrences(text)
			if len(around) == 0 { // it cuts a word or a number
				continue
			}
			problem := carries(text, around)
			if problem == "" {
				return q, ""
			}
			if why == "" {
				why = problem
			}
		}
		if !fits {
			break
		}
	}
	if why == "" {
		why = "it takes more words than a quote may have"
	}
	return Span{}, why
}

// occurrences are the places in the source where a quote from b stands.
func (b *block) occurrences(text string) []evidence.Context {
	var all []evidence.Context
	for _, o := range b.cut.Occurrences(b.place.Kind, b.place.N, text) {
		all = append(all, evidence.Context(o))
	}
	return all
}

// locator is what front matter calls a place in the article itself.
func locator(p verbatim.Place) string {
	if p.N == 0 {
		return p.Kind
	}
	return p.Kind + strconv.Itoa(p.N)
}

// wordStarts are core, and where the words before it begin, back to from. What opens a
// quotation or a bracket is no part of a word.
func wordStarts(text string, from, core int) []int {
	starts := []int{core}
	inWord := false
	for i := core; i > from; {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		isPart := !unicode.IsSpace(r)
		if inWord && !isPart {
			starts = append(starts, i)
		}
		inWord = isPart
		i -= size
		if i <= from && inWord {
			starts = append(starts, i)
		}
	}
	for k := 1; k < len(starts); k++ {
		starts[k] += len(text[starts[k]:]) - len(strings.TrimLeft(text[starts[k]:], "(["+quotes))
		starts[k] = min(starts[k], starts[k-1])
	}
	return starts
}

const quotes = `"'“”«»„‘`

// wordEnds are core, and where the words behind it end, up to to, without the marks
// that end a clause.
func wordEnds(text string, core, to int) []int {
	ends := []int{core}
	inWord := false
	for i := core; i <= to; {
		r, size := utf8.DecodeRuneInString(text[i:])
		isPart := i < to && !unicode.IsSpace(r)
		if inWord && !isPart {
			ends = append(ends, i)
		}
		inWord = isPart
		i += max(1, size)
	}
	for k := 1; k < len(ends); k++ {
		end := len(strings.TrimRight(text[:ends[k]], ".,;:!?…)]–—’"+quotes))
		ends[k] = max(end, ends[k-1])
	}
	return ends
}
