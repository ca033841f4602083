package content

import (
	"iter"
	"strconv"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// Evidence is a verbatim quote with its translation and its place in the
// source. The text of a source is never more than quoted.
type Evidence struct {
	Quote       Words // in the source's language, without the marks around it
	Translation Words // literal, ours
	At          Locator
	Place       diag.Place
}

// IsZero reports whether there is no quote.
func (e Evidence) IsZero() bool { return e.Quote.Text == "" }

// A Voice says whose words carry a report.
type Voice string

// Voices: the article's own, a source it cites, or unclear which of the two.
const (
	OwnVoice     Voice = "own"
	CitedVoice   Voice = "cited"
	UnclearVoice Voice = "unclear"
)

// A Report is one article's account of one fact, or of a state or question:
// what all of them share.
type Report struct {
	Says     Inline // one sentence of ours that says who says it
	Evidence        // the quote that carries it
	Also     []Evidence
	By       []Party // who says it, from the first speaker to the one the article cites
	Voice    Voice
	Place    diag.Place // of the item's first key

	// Partly says that the quote does not carry the whole amount or date, and
	// Lacks what is missing, which is shown. Claims have neither.
	Partly   bool
	Lacks    Inline
	IsPartly bool // and says so with the word for it

	// Read are words next to the figure that the program does not know, or takes
	// for a denial of it, and that the author has read: they change nothing.
	Read []Words
}

// maxQuote is how many words of a source one quote may take, and longQuote how
// many make an editor look twice (docs/decisions: quotes).
const (
	maxQuote  = 20
	longQuote = 15
)

// evidenceKeys are the keys of a quote, which must be there or may.
func evidenceKeys(must bool) []key[Evidence] {
	return []key[Evidence]{
		{"quote", must, func(r *reader, e *Evidence, n *yaml.Node) { e.Quote = r.quote(n) }},
		{"translation", false, func(r *reader, e *Evidence, n *yaml.Node) { e.Translation = r.words(n) }},
		{"at", must, func(r *reader, e *Evidence, n *yaml.Node) { e.At = r.locator(n) }},
	}
}

// reportKeys are what all reports share.
func reportKeys(must bool) []key[Report] {
	return append(keysOf(func(p *Report) *Evidence { return &p.Evidence }, evidenceKeys(must)), []key[Report]{
		{"says", required, func(r *reader, p *Report, n *yaml.Node) { p.Says = r.inline(n) }},
		{"also", false, func(r *reader, p *Report, n *yaml.Node) { p.Also = itemsOf(r, n, (*reader).further) }},
		{"by", false, func(r *reader, p *Report, n *yaml.Node) { p.By = r.parties(n) }},
		{"voice", false, func(r *reader, p *Report, n *yaml.Node) {
			p.Voice = Voice(r.choice(n, "voice", voices))
		}},
	}...)
}

var (
	furtherKeys = evidenceKeys(required)
	voices      = []string{string(OwnVoice), string(CitedVoice), string(UnclearVoice)}
)

// further reads another quote of a report.
func (r *reader) further(e *Evidence, n *yaml.Node) {
	object(r, n, "a quote", e, furtherKeys)
	e.Place = r.place(n)
}

// finish sets what follows from the rest of a report.
func (p *Report) finish(r *reader, n *yaml.Node) {
	p.Place = r.place(n)
	p.Evidence.Place = p.Place
	if p.Voice == "" {
		p.Voice = OwnVoice
		if len(p.By) > 0 {
			p.Voice = CitedVoice
		}
	}
}

// quote reads a quotation and holds it to its length.
func (r *reader) quote(n *yaml.Node) Words {
	w := r.words(n)
	switch words := wordCount(w.Text); {
	case words > maxQuote:
		surplus := r.part(n, wordStart(w.Text, maxQuote), len(w.Text))
		r.diags.AddHint(diag.QuoteTooLong, surplus, "the quote has "+diag.Plural(words, "word")+", "+strconv.Itoa(maxQuote)+" are allowed", "keep those that carry the figure")
	case words > longQuote:
		r.diags.AddHint(diag.LongQuote, w.Place, "a long quote: "+diag.Plural(words, "word"), "quote only the words that carry the figure")
	}
	return w
}

// wordCount counts words as a reader would: what stands between blanks and
// has a letter or digit in it. Blanks include those that French puts inside
// numbers and before punctuation.
func wordCount(s string) int {
	n := 0
	for range words(s) {
		n++
	}
	return n
}

// wordStart is where word i of s begins, counted from 0.
func wordStart(s string, i int) int {
	for start := range words(s) {
		if i == 0 {
			return start
		}
		i--
	}
	return len(s)
}

// words gives the start of each word of s.
func words(s string) iter.Seq[int] {
	return func(yield func(int) bool) {
		start, isWord := -1, false
		for i, c := range s + " " {
			switch {
			case c == ' ' || c == '\n' || c == '\t' || c == 0xa0 || c == 0x202f || c == 0x2009:
				if isWord && !yield(start) {
					return
				}
				start, isWord = -1, false
			default:
				if start < 0 {
					start = i
				}
				isWord = isWord || isWordRune(c)
			}
		}
	}
}

func isWordRune(c rune) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf && c != '«' && c != '»' && c != '–' && c != '—' && c != '…'
}
