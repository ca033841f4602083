package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/evidence"
)

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
