package evidence

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/usstate"
)

// States that a text names, in French or English. A name counts as a whole word
// with its capital; accents may be missing, as newspapers print "Georgie". It
// does not count inside a longer name, of a person, a newspaper or a city: a
// capital word right before or behind it makes one ("Indiana Jones", "Joe
// Montana", "Virginia Beach", "Maine-et-Loire"). Washington and New York are
// never found, which are cities more often. A group ("seven swing states") names
// no state.

// A FoundState is a state that a text names.
type FoundState struct {
	Code       string // of the postal service
	Start, End int    // bytes of the text
	Excluded   bool   // "everywhere but Ohio"
}

// FindStates finds the states that a text names, each time it does. In a
// language that is not read it finds none.
func FindStates(lang, text string) []FoundState {
	return slices.DeleteFunc(MayNameStates(lang, text), func(f FoundState) bool { return isCity(f.Code) })
}

// isCity reports whether the name of a state is that of a city more often.
func isCity(code string) bool { return code == "WA" || code == "NY" }

// MayNameStates is [FindStates] with Washington and New York, which may be the cities.
func MayNameStates(lang, text string) []FoundState {
	if !Reads(lang) {
		return nil
	}
	found := findStates(text)
	for i := range found {
		before := text[max(0, found[i].Start-farExclusion):found[i].Start]
		if i > 0 && found[i-1].Excluded && listed.MatchString(text[found[i-1].End:found[i].Start]) {
			found[i].Excluded = true // "except in Ohio and Iowa"
			continue
		}
		at := excluding.FindStringIndex(before)
		found[i].Excluded = at != nil && !containsAny(plainWords(before[strings.LastIndexAny(before[:at[0]], ".;:,")+1:at[0]]), exclusionDenied)
	}
	return found
}

// farExclusion is how many bytes before a name are read for what leaves it out.
const farExclusion = 80

// Words before the name of a state that leave it out, and what joins the next one to
// it. "Nowhere but in Ohio" is in Ohio.
var (
	excluding = regexp.MustCompile(`(?i)(?:\b(?:(?:everywhere|anywhere|all|states?|countr(?:y|ies)|nation) but|except(?:ing)?(?: for)?|excluding|outside(?: of)?|other than|` +
		`apart from|aside from|with the exception of|not|never|partout sauf|sauf|hormis|excepté|à l['’]exception d[eu]|hors|hors d[eu]|pas|ailleurs qu['’]?(?:e )?)` +
		`(?: in| across| for| from)?(?: the state of)?(?: en| au| dans| le| la| les| l['’]| du| de)*[ \x{a0}]*)$`)
	listed          = regexp.MustCompile(`^(?:,| and| or| et| ou|, and|, or)(?: in| en| au)? $`)
	exclusionDenied = setOf("no not never nowhere nothing none nobody without pas ne n nulle rien")
)

func findStates(text string) (found []FoundState) {
	before := "" // the word before, if nothing but a blank is between
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			if r != ' ' && r != '\u00a0' && r != '\u202f' {
				before = ""
			}
			i += size
			continue
		}
		if name, end := stateAt(text, i); end > 0 && !isNameWord(before) && !isLongerName(text[end:]) {
			if !capital.MatchString(text[end:]) {
				found = append(found, FoundState{Code: name.code, Start: i, End: end})
			}
			i, before = end, ""
			continue
		}
		end := i + size
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				break
			}
			end += size
		}
		before = text[i:end]
		i = end
	}
	return found
}

// stateAt returns the longest name of a state that stands at text[i] as whole
// words, and where it ends; 0 if none does.
func stateAt(text string, i int) (name stateName, end int) {
	first, _ := utf8.DecodeRuneInString(text[i:])
	for _, n := range stateNames[fold(first)] {
		if end := i + lengthOf(n.folded, text[i:]); end > i && !startsWithLetter(text[end:]) {
			return n, end
		}
	}
	return stateName{}, 0
}

type stateName struct{ folded, code string }

// stateNames are the names by their first letter, the longest first.
var stateNames = func() map[rune][]stateName {
	byLetter := map[rune][]stateName{}
	for _, s := range usstate.All() {
		for _, lang := range []string{"en", "fr"} {
			n := stateName{folded(s.NameIn(lang)), s.Code}
			if first := rune(n.folded[0]); !slices.Contains(byLetter[first], n) {
				byLetter[first] = append(byLetter[first], n)
			}
		}
	}
	for _, names := range byLetter {
		slices.SortFunc(names, func(a, b stateName) int { return cmp.Or(len(b.folded)-len(a.folded), cmp.Compare(a.folded, b.folded)) })
	}
	return byLetter
}()

// unaccented are the accents that names of states have.
var unaccented = map[rune]rune{'é': 'e', 'É': 'E', 'ï': 'i', '\u00a0': ' ', '\u202f': ' ', '\u2011': '-'}

func fold(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	if plain, ok := unaccented[r]; ok {
		return plain
	}
	return r
}

// folded is s without accents.
func folded(s string) string { return strings.Map(fold, s) }

// lengthOf is how many bytes of text the folded name takes at its beginning; 0
// if it does not stand there.
func lengthOf(name, text string) int {
	n := 0
	for _, want := range name {
		r, size := utf8.DecodeRuneInString(text[n:])
		if size == 0 || fold(r) != want {
			return 0
		}
		n += size
	}
	return n
}

func endsWithLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// capital stands behind the name of the city.
var capital = regexp.MustCompile(`^,? ?(D\. ?C\.|DC\b)`)

// isLongerName reports whether a name goes on in rest: with a word that has a
// capital, or behind a hyphen.
func isLongerName(rest string) bool {
	if strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "\u2011") {
		return true
	}
	r, size := utf8.DecodeRuneInString(rest)
	if r != ' ' && r != '\u00a0' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[size:])
	return unicode.IsUpper(next)
}

// isNameWord reports whether a word before the name of a state makes it the end
// of a longer name. A sentence may begin with the others.
func isNameWord(before string) bool {
	first, _ := utf8.DecodeRuneInString(before)
	return unicode.IsUpper(first) && !slices.Contains(smallWords, strings.ToLower(before))
}

var smallWords = strings.Fields(`in the from to of and for at across throughout around both not only only while when as if since
	en le la les l de du d des au aux dans à vers pour par et ou sur depuis`)
