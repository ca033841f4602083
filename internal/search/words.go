package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What a word is, here and in static/search.js, which must agree:
//
//   - a run of letters, marks and digits: "voter", "47", "47th"
//   - a number with its fraction or its parts: "1.5", "109.21". What groups
//     thousands is left out ("350,000", "350 000" with a no-break space), and a
//     comma between other digits is a point ("1,5")
//   - single letters with points between them, which are left out: "U.S.C."
//
// A word is then folded: lower case, without accents, ligatures taken apart.
//
// Words with a hyphen, "&" or brackets between them, and no blank, are a compound. One
// with a part of at most three letters is a word as well, as if it were written in
// one: "re-election", "AT&T", "501(c)(4)". (Of others that would hardly be.)

// eachWord calls word for every word of s as it is written, and compound for every
// compound, with nothing between its parts.
func eachWord(s string, word, compound func(string)) {
	s = joinNumbers(s)
	var parts []string // of the compound that i may be in
	last := 0          // where the word before ends
	end := func() {
		if len(parts) > 1 && slices.ContainsFunc(parts, isShort) {
			compound(strings.Join(parts, ""))
		}
		parts = parts[:0]
	}
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		if !inWord(c) {
			i += size
			continue
		}
		if !joins(s[last:i]) {
			end()
		}
		n := decimal(s[i:])
		if n == 0 {
			n = acronym(s[i:])
		}
		if n == 0 {
			n = run(s[i:])
		}
		word(s[i : i+n])
		parts = append(parts, s[i:i+n])
		i += n
		last = i
	}
	end()
}

// joins reports whether the parts of a compound have such signs between them.
func joins(between string) bool {
	signs := 0
	for _, c := range between {
		if signs++; signs > 2 || !strings.ContainsRune("-\u2010\u2011&()", c) {
			return false
		}
	}
	return signs > 0
}

// isShort reports whether a part makes a word of its compound.
func isShort(part string) bool { return utf8.RuneCountInString(fold(part)) <= 3 }

// run is the length of the letters, marks and digits that s begins with.
func run(s string) (n int) {
	for n < len(s) {
		c, size := utf8.DecodeRuneInString(s[n:])
		if !inWord(c) {
			break
		}
		n += size
	}
	return n
}

func inWord(c rune) bool {
	if c < utf8.RuneSelf {
		return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	return unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.IsMark(c)
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func digits(s string) (n int) {
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// decimal is the length of the number with points that s begins with, or 0.
func decimal(s string) int {
	end := digits(s)
	if end == 0 {
		return 0
	}
	parts := 0
	for end < len(s) && s[end] == '.' {
		n := digits(s[end+1:])
		if n == 0 {
			break
		}
		end += 1 + n
		parts++
	}
	if parts == 0 {
		return 0
	}
	return end
}

// acronym is the length of the letters with points between them that s begins
// with, or 0.
func acronym(s string) int {
	c, end := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(c) {
		return 0
	}
	parts := 0
	for end < len(s) && s[end] == '.' {
		c, size := utf8.DecodeRuneInString(s[end+1:])
		if !unicode.IsLetter(c) {
			break
		}
		after, n := utf8.DecodeRuneInString(s[end+1+size:])
		if n > 0 && inWord(after) {
			break
		}
		end += 1 + size
		parts++
	}
	if parts == 0 {
		return 0
	}
	return end
}

// joinNumbers writes every number of s with a point for its fraction and
// nothing between its thousands.
func joinNumbers(s string) string {
	if strings.IndexByte(s, ',') < 0 && !strings.Contains(s, "\u00a0") && !strings.Contains(s, "\u202f") {
		return s
	}
	var b strings.Builder
	last := 0
	for i, c := range s {
		if c != ',' && c != '\u00a0' && c != '\u202f' || i == 0 || !isDigit(s[i-1]) {
			continue
		}
		rest := s[i+utf8.RuneLen(c):]
		switch n := digits(rest); {
		case n == 3:
			b.WriteString(s[last:i])
			last = len(s) - len(rest)
		case n > 0 && c == ',':
			b.WriteString(s[last:i])
			b.WriteByte('.')
			last = len(s) - len(rest)
		}
	}
	b.WriteString(s[last:])
	return b.String()
}

// apart replaces letters that have no decomposition in Unicode.
var apart = strings.NewReplacer("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ħ", "h", "ı", "i", "ς", "σ")

// fold is a word as it is looked up.
func fold(word string) string {
	plain := true
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' || c == '.' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	var b strings.Builder
	for _, c := range norm.NFKD.String(word) {
		if c == '.' && b.Len() > 0 && isDigit(b.String()[b.Len()-1]) || unicode.IsLetter(c) || unicode.IsNumber(c) {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	return apart.Replace(b.String())
}

// dropped are the stop words of the languages that are stemmed, folded. "may" is a
// month and "us" a country: both stay.
const dropped = "a about after all also an and any are as at be because been before but by can could did do does for from had has have he her him his how i if in into is it its more most no nor not of on one only or other our out over she should so some such than that the their them then there these they this those to under up was we were what when where which while who whom whose why will with would you your " +
	"au aux avec ce ces cet cette comme d dans de des dont du elle elles en est et etait etaient ete etre eux il ils j je l la le les leur leurs lui ma mais me mes meme moi mon n ne nos notre nous on ont ou par pas plus pour qu que qui s sa sans se ses si son sont sur t ta te tes toi ton tu un une vos votre vous y"

var isDropped = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(dropped) {
		m[w] = true
	}
	return m
}()

// compareValues orders values by facet, then by label without case and accents.
func compareValues(a, b Value) int {
	return cmp.Or(cmp.Compare(a.Facet, b.Facet), cmp.Compare(fold(a.Label), fold(b.Label)), cmp.Compare(a.ID, b.ID))
}
