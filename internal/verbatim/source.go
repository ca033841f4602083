// Package verbatim says whether a quote is in its source, word for word, in the
// paragraph that is named. A [Lock] records what was found as hashes only, so that
// a build without the sources knows which quotes were found, and no source text is
// ever published with the site.
//
// White space, where lines end, the shapes of quotation marks, apostrophes and dots,
// and how accents and ligatures are encoded do not count; letters, digits and
// accents do. The package reads no file.
package verbatim

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"receipts/internal/diag"
)

// A Source is the text of one article, cut into places.
type Source struct {
	Hash   string // of the whole text, white space folded
	places []place
}

// A place is one block of the source and what locators call it.
type place struct {
	Place
	text string // folded
}

// A Place is what locators call a block of a source, and its bytes in the text as
// [Normal] has it.
type Place struct {
	Kind       string // "T", "P", "H", or "" for what comes before the first paragraph
	N          int    // of H and P
	Start, End int
}

// Normal is text with each letter and its accent as one character, where there is such
// a one.
func Normal(text string) string { return norm.NFC.String(text) }

// Places are the blocks of s in order, up to the last paragraph.
func (s *Source) Places() []Place {
	all := make([]Place, len(s.places))
	for i, p := range s.places {
		all[i] = p.Place
	}
	return all
}

// ParseSource cuts a text into places. Every line that is not blank is a block, or
// the lines of one that is wrapped; see cut.go. lengths are the lengths of the
// paragraphs in characters, in order: blocks of just these lengths are the
// paragraphs, those between them the intertitles.
// If only the number of paragraphs is known, the lengths are 0 and the paragraphs
// are the blocks that end a sentence. headline is the title as printed.
// ParseSource returns false if the text has no such paragraphs, or if it can be cut
// into as many in two ways.
func ParseSource(text, headline string, lengths []int) (*Source, bool) {
	s := &Source{Hash: sum(fold(unbroken(text)))}
	title := fold(headline)
	blocks, at := paragraphs(linesOf(text), lengths, title)
	if len(at) == 0 {
		return nil, false
	}
	next, intertitle := 0, 0
	for i, b := range blocks {
		p := place{Place{Start: b.start, End: b.end}, fold(b.text)}
		switch {
		case next < len(at) && at[next] == i:
			next++
			p.Kind, p.N = "P", next
		case next > 0 && next < len(at):
			intertitle++
			p.Kind, p.N = "H", intertitle
		case next == len(at) && next > 0:
			continue // what follows the article is not part of it
		case p.text == title:
			p.Kind = "T"
		}
		s.places = append(s.places, p)
	}
	return s, true
}

// paragraphs cuts a text into blocks and says which of them are its paragraphs; none
// if no cutting has as many, or of these lengths, or if two have as many and differ.
func paragraphs(lines []line, lengths []int, title string) (blocks []block, at []int) {
	if slices.ContainsFunc(lengths, func(n int) bool { return n > 0 }) {
		for _, blocks := range cuttings(lines) {
			if at, ok := match(blocks, lengths); ok {
				return blocks, at
			}
		}
		for _, strict := range []bool{true, false} {
			if blocks, at = wrappedTo(lines, lengths, strict); len(at) == len(lengths) {
				return blocks, at
			}
		}
		return nil, nil
	}
	fit := slices.DeleteFunc(cuttings(lines), func(blocks []block) bool { return len(sentences(blocks)) != len(lengths) })
	fit = likeliest(fit, blocksOf(lines, func(int) bool { return false }), title)
	if len(fit) == 0 || len(lengths) == 0 {
		return nil, nil
	}
	for _, other := range fit[1:] {
		if !slices.Equal(paragraphsOf(other), paragraphsOf(fit[0])) {
			return nil, nil
		}
	}
	return fit[0], sentences(fit[0])
}

// likeliest leaves of the cuttings of a text those that have its title as one block, that
// break no sentence, and that cut it at its blank lines, as far as there are such.
func likeliest(all [][]block, byBlanks []block, title string) [][]block {
	for _, isLikely := range []func(blocks []block) bool{
		func(blocks []block) bool {
			return slices.ContainsFunc(blocks, func(b block) bool { return fold(b.text) == title })
		},
		func(blocks []block) bool { return !breakSentences(blocks) },
		func(blocks []block) bool { return len(sentences(blocks)) > 1 && slices.Equal(blocks, byBlanks) },
	} {
		if slices.ContainsFunc(all, isLikely) {
			all = slices.DeleteFunc(slices.Clone(all), func(blocks []block) bool { return !isLikely(blocks) })
		}
	}
	return all
}

// paragraphsOf are the blocks that end a sentence.
func paragraphsOf(blocks []block) (texts []string) {
	for _, i := range sentences(blocks) {
		texts = append(texts, blocks[i].text)
	}
	return texts
}

// sentences returns the blocks that end a sentence.
func sentences(blocks []block) []int {
	var at []int
	for i, b := range blocks {
		if endsSentence(b.text) {
			at = append(at, i)
		}
	}
	return at
}

// Lengths returns the length in characters of each block of a text that ends a
// sentence, as paragraphs do. Some may be no paragraphs: a standfirst or a reader's
// comment ends a sentence too, and only a person can tell.
func Lengths(text, headline string) []int {
	lines := linesOf(text)
	all := likeliest(cuttings(lines), blocksOf(lines, func(int) bool { return false }), fold(headline))
	blocks := all[0]
	if breakSentences(blocks) { // as readers' comments do, which are not wrapped
		blocks = all[len(all)-1]
	}
	var lengths []int
	for _, p := range paragraphsOf(blocks) {
		lengths = append(lengths, utf8.RuneCountInString(p))
	}
	return lengths
}

// Find looks for quote at a place: kind and n as in a locator ("P", 7). If it
// is not there, elsewhere names the place where it is, or is empty.
func (s *Source) Find(kind string, n int, quote string) (found bool, elsewhere string) {
	q := fold(quote)
	if q == "" {
		return false, ""
	}
	for _, p := range s.places {
		if !p.has(q) {
			continue
		}
		if p.is(kind, n) {
			return true, ""
		}
		if elsewhere == "" {
			elsewhere = p.name()
		}
	}
	return false, elsewhere
}

// An Occurrence is a quote in its place: Text[Start:End], both folded.
type Occurrence struct {
	Text       string
	Start, End int
}

// Occurrences returns all occurrences of quote at a place; see [Source.Find].
func (s *Source) Occurrences(kind string, n int, quote string) []Occurrence {
	var all []Occurrence
	for _, p := range s.places {
		if !p.is(kind, n) {
			continue
		}
		for start, end := range p.each(fold(quote)) {
			all = append(all, Occurrence{p.text, start, end})
		}
	}
	return all
}

// has reports whether q occurs in p.
func (p place) has(q string) bool {
	for range p.each(q) {
		return true
	}
	return false
}

// each yields the ranges in which q occurs in p as whole words and whole numbers:
// "50 000 dollars" does not occur in "350 000 dollars", nor "5 millions" in "75
// millions".
func (p place) each(q string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for from := 0; q != ""; {
			i := strings.Index(p.text[from:], q)
			if i < 0 {
				return
			}
			start, end := from+i, from+i+len(q)
			if !cutsBefore(p.text[:start], q) && !cutsAfter(q, p.text[end:]) && !yield(start, end) {
				return
			}
			from = start + 1
		}
	}
}

var (
	group    = regexp.MustCompile(`^[0-9]{3}(?:[^0-9]|$)`) // three digits, as in "350 000"
	fraction = regexp.MustCompile(`^[.,'][0-9]`)
)

// cutsBefore reports whether before and q are two parts of one word or number.
func cutsBefore(before, q string) bool {
	last, size := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(q)
	if !isWordRune(first) || before == "" {
		return false
	}
	if isWordRune(last) {
		return true
	}
	previous, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	if !unicode.IsDigit(first) || !unicode.IsDigit(previous) {
		return false
	}
	return strings.ContainsRune(".,'", last) || last == ' ' && group.MatchString(q)
}

// cutsAfter reports whether q and after are two parts of one word or number.
func cutsAfter(q, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(q)
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case !isWordRune(last) || after == "":
		return false
	case isWordRune(next):
		return true
	case !unicode.IsDigit(last):
		return false
	}
	return fraction.MatchString(after) || next == ' ' && group.MatchString(after[1:])
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// is reports whether locators of kind and n name p. Those of a subtitle, standfirst
// or dateline name any block before the first paragraph, since a plain text does
// not tell them apart.
func (p place) is(kind string, n int) bool {
	switch kind {
	case "P", "H":
		return p.Kind == kind && p.N == n
	case "T":
		return p.Kind == "T"
	}
	return p.Kind == ""
}

func (p place) name() string {
	switch {
	case p.N > 0:
		return p.Kind + strconv.Itoa(p.N)
	case p.Kind == "":
		return "the head of the article"
	}
	return p.Kind
}

// encoded are characters that are others, or none, to a reader.
var (
	encodings = append([]string{"\u00ad", "", "ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl"}, invisible()...)
	encoded   = strings.NewReplacer(encodings...)
)

// invisible are the characters that no quote may hold, each before nothing.
func invisible() (pairs []string) {
	for r := rune(0); r <= 0xe007f; r++ {
		if r == 0x10000 {
			r = 0xe0000 // tags: nothing between is in use
		}
		if diag.IsInvisible(r) && !unicode.IsSpace(r) {
			pairs = append(pairs, string(r), "")
		}
	}
	return pairs
}

// folded are characters that count as another.
var folded = strings.NewReplacer(append([]string{
	"’", "'", "‘", "'", "ʼ", "'", "′", "'",
	"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"…", "...",
}, encodings...)...)

// fold makes texts equal that look the same to a reader: runs of white space,
// including no-break spaces, become one space, and there is none just inside
// quotation marks; a letter is one with its accent.
func fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range folded.Replace(Normal(s)) {
		if unicode.IsSpace(r) || r == '\u202f' || r == '\u2009' || r == '\u00a0' {
			space = true
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return strings.ReplaceAll(strings.ReplaceAll(b.String(), `" `, `"`), ` "`, `"`)
}

func sum(s string) string {
	h := sha256.Sum256([]byte(s))
	return hex.EncodeToString(h[:16])
}
