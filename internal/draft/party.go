package draft

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/evidence"
	"receipts/internal/proof"
)

// parties notes who gives and who is given the amount f, where the words of its
// sentence tell it of a known name that is of one alone, and who is cited for it. A
// sentence with several verbs of giving does not tell whose is which; of several sums the
// first is given, if the verb stands before it.
func (b *block) parties(f *Finding, figures []evidence.Found) {
	if f.Sentence.End-f.Sentence.Start > longSentence {
		return
	}
	var named []proof.Named
	var spans []Span
	for _, n := range b.names {
		if f.Sentence.Start <= n.Start && n.End <= f.Sentence.End {
			named = append(named, n)
			spans = append(spans, Span{Start: n.Start - f.Sentence.Start, End: n.End - f.Sentence.Start})
		}
	}
	sentence := b.text[f.Sentence.Start:f.Sentence.End]
	if r, ok := evidence.RolesOf(b.source.Lang, sentence, spans); ok {
		for i, n := range named {
			if r.Roles[i] == evidence.Cited && len(n.IDs) == 1 {
				f.By = add(f.By, n.IDs[0])
			}
		}
	}
	end, ok := b.ofSum(f, figures)
	if !ok {
		return
	}
	sentence = sentence[:end]
	for len(spans) > 0 && spans[len(spans)-1].End > end {
		named, spans = named[:len(named)-1], spans[:len(spans)-1]
	}
	r, ok := evidence.RolesOf(b.source.Lang, sentence, spans)
	if !ok || !r.One {
		return
	}
	unknown := map[evidence.Role]bool{} // of one of several that give, who it is
	for i, n := range named {
		role := r.Roles[i]
		unknown[role] = unknown[role] || len(n.IDs) != 1 || !isWhole(b.source.Lang, sentence, spans[i])
	}
	for i, n := range named {
		switch role := r.Roles[i]; {
		case unknown[role]:
		case role == evidence.Gives:
			f.From = add(f.From, n.IDs[0])
		case role == evidence.Receives:
			f.To = add(f.To, n.IDs[0])
		}
	}
}

// add is a list with an id, once.
func add(ids []string, id string) []string {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

// ofSum is where in its sentence the words end that may tell who gives the amount f: before
// what follows from it, and before another sum. It reports false of a sum that another one
// stands before, and of the first of several without a verb before it.
func (b *block) ofSum(f *Finding, figures []evidence.Found) (end int, ok bool) {
	sentence := b.text[f.Sentence.Start:f.Sentence.End]
	before, behind := f.Start-f.Sentence.Start, f.End-f.Sentence.Start
	end = len(sentence)
	if m := participle.FindStringIndex(sentence[behind:]); m != nil {
		end = behind + m[0]
	}
	for _, g := range figures {
		at := g.Start - f.Sentence.Start
		if !g.IsMoney() || at < 0 || at >= end || g.Start == f.Start {
			continue
		}
		if at < before || !hasGiving(b.source.Lang, sentence[:before]) {
			return 0, false
		}
		end = at
	}
	return end, true
}

// participle is what follows from a payment: ", bringing her gifts to $5 million".
var participle = regexp.MustCompile(`,\s+(?:\pL+ly )?\pL{2,}(?:ing|ant)\s`)

// hasGiving reports whether words have a verb of giving.
func hasGiving(lang, words string) bool {
	return slices.ContainsFunc(wordsIn(words), func(w word) bool { return evidence.IsVerbOfGiving(lang, w.text) })
}

// isWhole reports whether the name at a range of a sentence is all of its noun phrase,
// as far as the words beside it tell: "a friend of Roe", "Roe's supplier" and "Roe
// suppliers" are others than Roe.
func isWhole(lang, sentence string, name Span) bool {
	return isWholeBefore(lang, sentence[:name.Start]) && isWholeBehind(lang, sentence[name.End:])
}

func isWholeBefore(lang, before string) bool {
	before = plainQuotes.Replace(before)
	if strings.HasSuffix(before, "-") {
		return false
	}
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(before, "'", "' ")))
	for len(words) > 0 && articles[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return true
	}
	last := words[len(words)-1]
	switch {
	case last == "of" || last == "and" || last == "or" || last == "et" || last == "ou":
		return false // whose it is, or what is joined to it is not told by one word
	case !prepositions[last]:
		first, _ := utf8.DecodeRuneInString(before[strings.LastIndexAny(strings.TrimRightFunc(before, unicode.IsSpace), " \u00a0\u202f")+1:])
		mark, _ := utf8.DecodeLastRuneInString(last)
		return !unicode.IsLetter(mark) || unicode.IsUpper(first) || precursors[last] || evidence.IsOfGiving(lang, last)
	case len(words) == 1:
		return last == "from" || last == "by" || last == "par"
	}
	// Behind a verb, a sum or a gift it is given to or by the name; behind another
	// noun it belongs to the noun: "opponents to Roe".
	noun := strings.Trim(words[len(words)-2], `.,"()$€`)
	return units[noun] || evidence.IsOfGiving(lang, noun)
}

func isWholeBehind(lang, behind string) bool {
	behind = plainQuotes.Replace(behind)
	if strings.HasPrefix(behind, "'") || strings.HasPrefix(behind, "-") {
		return false
	}
	if !strings.HasPrefix(strings.ReplaceAll(behind, "\u00a0", " "), " ") {
		return true
	}
	word := strings.TrimLeft(behind, " \u00a0\u202f")
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsLetter(first) {
		return true
	}
	word = word[:len(word)-len(strings.TrimLeftFunc(word, unicode.IsLetter))]
	return followers[word] || strings.HasSuffix(word, "ly") || strings.HasSuffix(word, "ment") || evidence.IsOfGiving(lang, word)
}

var (
	units        = set("day week month quarter year jour semaine mois trimestre an année") // "a million a day to Roe"
	articles     = set("the a an le la les l'")
	prepositions = set("to from by for with against about like near behind than into on in at over under between " +
		"à au aux de du des d' par pour contre avec chez sur sous envers entre dans vers près")

	// precursors are words with which a noun phrase does not begin, or titles.
	precursors = set("that which when while as after before because since if whether but then said says now also only " +
		"billionaire businessman businesswoman entrepreneur magnate tycoon president senator governor candidate " +
		"que qu' quand lorsque si comme car mais puisque dit milliardaire entrepreneur président sénateur candidat candidate")

	// followers are words that may stand behind a noun phrase and are no part of it.
	followers = set("to from in on at by for with during after before over since through via as that which who whose has have had " +
		"was were is are be been will would could may might must can also then later alone more less about around nearly almost some up " +
		"last this he she they a an the his its her their because while when not never did does and or but " +
		"à au aux de du des d dans en sur par pour depuis pendant après avant lors entre afin qui que dont a ont avait avaient aurait " +
		"est sont fut été était va vont doit aussi plus moins environ près quelque un une le la les son sa ses ce cette ne n y et ou mais")
)
