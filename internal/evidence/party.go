package evidence

import "slices"

// NamesParty reports whether an English text speaks of the party that words stand
// for: whether it has their noun, in singular or plural. "The person entering the
// draw" is a person, "any US internet user who sponsors a voter" a user. Of one who
// is said to be unknown no text need speak.
func NamesParty(words, text string) bool {
	l := english()
	ws := plainWords(words)
	var head string
	for _, w := range ws {
		if unknown[w.text] {
			return true
		}
	}
	for _, w := range ws {
		isStop := slices.Contains(l.stop, w.text)
		switch {
		case head != "" && (w.isMark || isStop || hasAnySuffixLonger(w.text, []string{"ing"})):
			return hasWord(text, head)
		case w.isMark || isStop || numerals[w.text]:
		default:
			head = w.text
		}
	}
	return head == "" || hasWord(text, head)
}

var unknown = setOf("unnamed unknown anonymous unidentified undisclosed unspecified")

// numerals are no nouns.
var numerals = setOf("one two three four five six seven eight nine ten several some few many first second last")

// hasWord reports whether text has a word of the same stem as w.
func hasWord(text, w string) bool {
	for _, t := range plainWords(text) {
		if stem(t.text) == stem(w) {
			return true
		}
	}
	return false
}
