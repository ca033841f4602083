package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/evidence"
)

// A word is a word or a mark of a sentence, with its place there.
type word struct {
	Span
	text   string // in lower case
	upper  bool   // begins with a capital
	isMark bool
}

// wordsIn cuts a sentence into words and marks, as package evidence does: "d’un" is "d",
// "'" and "un".
func wordsIn(text string) (all []word) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		end := i + size
		switch {
		case unicode.IsSpace(r):
			i = end
			continue
		case !isLetter(r):
			all = append(all, word{Span: Span{Start: i, End: end}, text: plainQuotes.Replace(text[i:end]), isMark: true})
			i = end
			continue
		}
		for end < len(text) {
			next, size := utf8.DecodeRuneInString(text[end:])
			if !isLetter(next) {
				break
			}
			end += size
		}
		all = append(all, word{Span: Span{Start: i, End: end}, text: strings.ToLower(text[i:end]), upper: unicode.IsUpper(r)})
		i = end
	}
	return all
}

func isLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// phrases are rows of words, as they are read in a sentence.
func phrases(list ...string) (all [][]string) {
	for _, phrase := range list {
		var row []string
		for _, w := range wordsIn(strings.ToLower(phrase)) {
			row = append(row, w.text)
		}
		if len(row) > 0 {
			all = append(all, row)
		}
	}
	return all
}

func listOf(commas string) (all []string) {
	for s := range strings.SplitSeq(commas, ",") {
		if s = strings.TrimSpace(s); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// isAt reports whether the words of a phrase stand at k.
func isAt(ws []word, k int, phrase []string) bool {
	return k >= 0 && k+len(phrase) <= len(ws) && slices.EqualFunc(ws[k:k+len(phrase)], phrase, func(w word, p string) bool { return w.text == p })
}

// first is the first word of ws that begins at a byte or behind it.
func first(ws []word, at int) int {
	if i := slices.IndexFunc(ws, func(w word) bool { return w.Start >= at }); i >= 0 {
		return i
	}
	return len(ws)
}

// isName reports whether the word at k is of a name, as far as a capital tells: "Inc" and
// its full stop, the hyphen of "pro-Roe".
func isName(ws []word, k int) bool {
	if k < 0 || k >= len(ws) {
		return false
	}
	switch w := ws[k]; {
	case w.upper:
		return true
	case w.text == "." || w.text == "&" || w.text == "-":
		return k > 0 && (ws[k-1].upper || w.text == "-")
	}
	return false
}

// beside are the words that may stand between an amount and what tells of it, or in front
// of a day, and that change nothing; all others are not understood.
var (
	determiners = set("the a an his her its their this that another some le la les l un une son sa ses leur leurs cette ce")
	recipients  = set("fund funds campaign campaigns committee committees party group groups pac pacs organization candidate candidates " +
		"fonds campagne campagnes comité comités parti groupe groupes candidat candidate candidats")
	ofRecipient = set("to into in à au aux dans")
	auxiliary   = set("has have had also already then personally together did a ont avait avaient ai déjà aussi également lui s est son sa de leur côté elle même")
	pronouns    = set("he she they il elle ils elles")
	givers      = set("donor donors megadonor megadonors billionaire billionaires contributor contributors supporters " +
		"donateur donateurs milliardaire milliardaires contributeur contributeurs")
	modal = set("would could should may might must can will shall to if whether not never " +
		"pourrait pourraient devrait devraient peut peuvent va vont aurait auraient si pour à ne pas jamais")
	be = set("was were is are be been being est sont été était étaient être fut furent")
)

// skipRecipient is behind the words of one to whom or to what something is given, at k:
// "to the Mill Fund", "to her PAC", « au comité ».
func skipRecipient(ws []word, k int) int {
	from := k
	if k < len(ws) && ofRecipient[ws[k].text] {
		k++
	}
	for k < len(ws) && (determiners[ws[k].text] || ws[k].text == "'" || ws[k].text == "super") {
		k++
	}
	noun := k
	for k < len(ws) && (isName(ws, k) || recipients[ws[k].text] || k > noun && ws[k].text == "super") {
		k++
	}
	if k == noun {
		return from
	}
	return k
}

// hasGiver reports whether the verb at k has one before it who gives, as far as the words
// tell: a name, a pronoun, or one of a few nouns. What may have been given, or was not,
// has none.
func hasGiver(ws []word, k int) bool {
	for k--; k >= 0; k-- {
		w := ws[k]
		switch {
		case modal[w.text] && !w.upper && !(w.text == "à" || w.text == "pour") || be[w.text]:
			return false
		case auxiliary[w.text] || w.text == "'" || strings.HasSuffix(w.text, "ly") || strings.HasSuffix(w.text, "ment"):
		case w.text == ",":
			return k > 1 && isAside(ws, k)
		default:
			return isName(ws, k) || pronouns[w.text] || givers[w.text]
		}
	}
	return false
}

// isAside reports whether a comma at k ends a remark on a name: "Mr. Roe, an heir, gave".
func isAside(ws []word, k int) bool {
	const longest = 25
	for open := k - 1; open > 0 && k-open < longest; open-- {
		if ws[open].text == "," {
			return isName(ws, open-1)
		}
	}
	return false
}

// isGiving reports whether a word is a verb of giving, of raising or of spending.
func isGiving(lang, text string) bool {
	return evidence.IsVerbOfGiving(lang, text) || gathering[text]
}

var gathering = set("brought apporté apportés levé levés récolté récoltés réuni réunis collecté collectés amassé amassés")
