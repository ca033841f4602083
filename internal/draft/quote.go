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
// where it stands in the source, why it does not; what it says of the first is returned if
// none does.
//
// The stretch is looked for with the words near it, and the one that is found is held to
// its whole paragraph, as "check" does: each costs as much as what is read.
func (b *block) shortest(core, sentence Span, carries func(text string, around evidence.Context) string) (quote Span, why string) {
	if len(b.text) > longParagraph {
		return Span{}, "its paragraph is too long to be read"
	}
	near := b.near(core, sentence)
	starts := wordStarts(b.text, near.Start, core.Start)
	ends := wordEnds(b.text, core.End, near.End)
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
			problem := carries(text, evidence.Context{Text: b.text[near.Start:near.End], Start: q.Start - near.Start, End: q.End - near.Start})
			if problem == "" {
				if problem = b.inParagraph(q, carries); problem == "" {
					return q, ""
				}
				return Span{}, problem
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

// inParagraph says why a quote does not carry what it should where it stands.
func (b *block) inParagraph(q Span, carries func(text string, around evidence.Context) string) string {
	text := b.text[q.Start:q.End]
	if len(b.cut.Occurrences(b.place.Kind, b.place.N, text)) == 0 {
		return "a quote of it would cut a word or a number"
	}
	return carries(text, evidence.Context{Text: b.text, Start: q.Start, End: q.End})
}

// What is read of a text that is hardly an article, in bytes.
const (
	longParagraph = 10_000
	longSentence  = 1_500
)

// near is the sentence in which core stands, or a piece of it if it is long.
func (b *block) near(core, sentence Span) Span {
	if sentence.End-sentence.Start <= longSentence {
		return sentence
	}
	n := Span{Start: max(sentence.Start, core.Start-longSentence/2), End: min(sentence.End, core.End+longSentence/2)}
	if i := strings.IndexByte(b.text[n.Start:core.Start], ' '); i >= 0 && n.Start > sentence.Start {
		n.Start += i + 1
	} else if n.Start > sentence.Start {
		n.Start = core.Start
	}
	if i := strings.LastIndexByte(b.text[core.End:n.End], ' '); i >= 0 && n.End < sentence.End {
		n.End = core.End + i
	} else if n.End < sentence.End {
		n.End = core.End
	}
	return n
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
	for i := core; i > from && len(starts) <= content.MaxQuote; {
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
	for i := core; i <= to && len(ends) <= content.MaxQuote; {
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
