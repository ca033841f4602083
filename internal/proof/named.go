package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/evidence"
	"receipts/internal/site"
)

// Names are what the people and organizations of a site are called in sentences and
// quotes, in all of its languages; see callings.go.
type Names struct{ editions []nameIndex }

// NamesOf returns the names on a site, of which editions are all editions.
func NamesOf(editions ...*site.Site) Names {
	var n Names
	for _, s := range editions {
		index := callings(s)
		for _, article := range []string{"the", "a", "an", "le", "la", "les", "l"} {
			capital := strings.ToUpper(article[:1]) + article[1:]
			for _, c := range index[article] { // a sentence may begin with it
				index[capital] = append(index[capital], name{capital + c.words[len(article):], c.node})
			}
			slices.SortStableFunc(index[capital], func(x, y name) int { return len(y.words) - len(x.words) })
			index[capital] = slices.CompactFunc(index[capital], func(x, y name) bool { return x == y })
		}
		n.editions = append(n.editions, index)
	}
	return n
}

// A Named is a place where a text names a person or an organization, or one of several
// that are called the same: the text does not say which.
type Named struct {
	IDs []string
	evidence.Span
}

// In finds who is named in a text, in order. Of names that meet it is the longest.
func (n Names) In(text string) []Named {
	plain := plainly(text)
	at := offsets(text, plain)
	var all []Named
	for _, index := range n.editions {
		for _, c := range index.in(plain) {
			if !isLonger(plain, c) {
				all = add(all, c)
			}
		}
	}
	slices.SortFunc(all, func(x, y Named) int { return x.Start - y.Start })
	for i := range all {
		all[i].Start, all[i].End = at(all[i].Start), at(all[i].End)
	}
	return all
}

// isLonger reports whether the name of an organization is a part of a longer one: the
// America PAC of "Save America PAC". Before a person's stand titles, and with one word a
// sentence may begin.
func isLonger(text string, c calling) bool {
	if c.isAny(func(n *site.Node) bool { return n.Kind != site.OrganizationNode }) || !strings.Contains(text[c.Start:c.End], " ") {
		return false
	}
	before := strings.Fields(text[:c.Start])
	if n := len(before); n > 1 && strings.HasSuffix(text[:c.Start], " ") {
		first, _ := utf8.DecodeRuneInString(before[n-1])
		last, _ := utf8.DecodeLastRuneInString(before[n-1])
		return unicode.IsUpper(first) && unicode.IsLetter(last) && !slices.Contains(begins, strings.ToLower(before[n-1])) && !strings.ContainsAny(before[n-2][len(before[n-2])-1:], ".!?:”\"")
	}
	return false
}

// begins are words that no name of an organization has before its first.
var begins = strings.Fields("the a an in at by for to and or but le la les l' de du des d' selon pour par et ou")

// add adds a calling to those of other editions.
func add(all []Named, c calling) []Named {
	for i, n := range all {
		if c.End <= n.Start || n.End <= c.Start {
			continue
		}
		if c.End-c.Start <= n.End-n.Start {
			return all
		}
		return add(slices.Delete(all, i, i+1), c)
	}
	n := Named{Span: c.Span}
	for _, node := range c.nodes {
		n.IDs = append(n.IDs, node.ID)
	}
	return append(all, n)
}

// offsets returns what leads from an offset of a plain text to that of the text it is
// from: the two have the same characters, some of which are shorter in the plain one.
// It is to be asked in order.
func offsets(text, plain string) func(int) int {
	if len(text) == len(plain) {
		return func(i int) int { return i }
	}
	at, from := 0, 0 // in text and in plain
	return func(i int) int {
		for from < i {
			_, size := utf8.DecodeRuneInString(text[at:])
			_, plainSize := utf8.DecodeRuneInString(plain[from:])
			at, from = at+size, from+plainSize
		}
		return at
	}
}
