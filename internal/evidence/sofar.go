package evidence

import "strings"

// Money that was paid "so far", or that a committee has "on hand", is a state at a
// day, not a payment of that day: a later state includes it. The quote says whether
// a figure is one.

// soFar are the words for it, by language.
var soFar = map[string][]string{
	"en": {
		"so far", "thus far", "to date", "until now", "up to now", "by now", "as of", "already", "cumulative",
		"cash on hand", "cash in hand", "in the bank", "in reserve", "war chest",
	},
	"fr": {
		"à ce jour", "à date", "jusqu'à présent", "jusqu'ici", "jusqu'à maintenant", "jusqu'à ce jour", "pour l'instant", "pour le moment",
		"à ce stade", "déjà", "cumul", "cumulé", "cumulés", "en caisse", "en banque", "en réserve", "de trésorerie",
	},
}

// IsSoFar reports whether a text in a language says that its figure is a state at
// a day. In a language that is not read it does not.
func IsSoFar(lang, text string) bool { return phraseOf(soFar, lang, text) != "" }

// plainMarks are blanks and apostrophes as the tables have them.
var plainMarks = strings.NewReplacer("\u00a0", " ", "’", "'")

// phraseOf is the first of some phrases of a language that stands in a text.
func phraseOf(phrases map[string][]string, lang, text string) string {
	language, _, _ := strings.Cut(strings.ToLower(lang), "-")
	text = strings.ToLower(plainMarks.Replace(text))
	for _, phrase := range phrases[language] {
		for from := 0; ; {
			i := strings.Index(text[from:], phrase)
			if i < 0 {
				break
			}
			from += i
			if isWord(text, from, from+len(phrase)) {
				return phrase
			}
			from += len(phrase)
		}
	}
	return ""
}

// isWord reports whether the bytes of text from start to end are whole words.
func isWord(text string, start, end int) bool {
	return !endsWithLetter(text[:start]) && !startsWithLetter(text[end:])
}
