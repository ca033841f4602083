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
			if !isLonger(plain, c) && !isCommon(plain, c) && !isOtherPerson(plain, c) {
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
	before := strings.TrimRight(text[:c.Start], " ")
	word := before[strings.LastIndexAny(before, " \n")+1:]
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	return len(before) < c.Start && unicode.IsUpper(first) && unicode.IsLetter(last) && !slices.Contains(begins, strings.ToLower(word)) && !beginsSentence(strings.TrimSuffix(before, word))
}

// isCommon reports whether a name is one of words that any text may have, of which those
// of one article alone tell whom they mean: "the fund"; or "Next", with which a sentence
// begins.
func isCommon(text string, c calling) bool {
	words := strings.Fields(strings.ReplaceAll(text[c.Start:c.End], "'", "' "))
	if len(words) > 1 && slices.Contains(leading, strings.ToLower(words[0])) {
		words = words[1:]
	}
	if !slices.ContainsFunc(words, func(w string) bool {
		return strings.IndexFunc(w, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) >= 0
	}) {
		return true
	}
	return c.End-c.Start == len(words[0]) && slices.Contains(common, strings.ToLower(words[0])) && beginsSentence(text[:c.Start])
}

var (
	leading = strings.Fields("the a an le la les l'")

	// common are names of newspapers that are words of the language too.
	common = strings.Fields("next now then here today tomorrow time times life people nature science fortune money wired slate insider " +
		"quartz reason axios demain ici marianne libération challenges capital")
)

// beginsSentence reports whether a sentence begins behind before.
func beginsSentence(before string) bool {
	before = strings.TrimRight(before, " \"“”«»(")
	return before == "" || strings.ContainsAny(before[len(before)-1:], ".!?:\n")
}

// isOtherPerson reports whether a family name that stands alone belongs to a word with a
// capital before it, which is no title and does not join: the Smith of "Jane Smith", who
// may be another than John Smith.
func isOtherPerson(text string, c calling) bool {
	if c.isAny(func(n *site.Node) bool { return n.Kind != site.PersonNode }) || strings.ContainsAny(text[c.Start:c.End], " ") || !strings.HasSuffix(text[:c.Start], " ") {
		return false
	}
	before := strings.Fields(text[:c.Start])
	if len(before) == 0 {
		return false
	}
	word := strings.TrimLeft(before[len(before)-1], "\"“«('")
	first, _ := utf8.DecodeRuneInString(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	isInitial := last == '.' && utf8.RuneCountInString(word) == 2
	if !unicode.IsUpper(first) || !unicode.IsLetter(last) && !isInitial {
		return false
	}
	return !slices.Contains(noFirstNames, strings.ToLower(word)) && !slices.Contains(begins, strings.ToLower(word))
}

// noFirstNames are words with a capital that stand before a family name and are no first name.
var noFirstNames = strings.Fields("president senator representative governor mayor judge justice secretary chairman congressman congresswoman " +
	"mr mrs ms dr sir lord lady king queen prince professor general colonel captain sen rep gov candidate billionaire attorney ceo democrat republican " +
	"monsieur madame mme président présidente sénateur sénatrice gouverneur juge maire m " +
	"that when while if as so after before since because until unless though although whether where how why what who does did has is was will can " +
	"with without from about against among between both only even also now then today later but not unlike like under over behind " +
	"quand lorsque si comme après avant depuis avec sans chez contre mais car donc que qui où pourquoi comment aussi puis ensuite sous")

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
