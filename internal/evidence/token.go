package evidence

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is a word, a number, or a mark of a text. White space is no token
// but between paragraphs, and an elided word ends in its apostrophe: "d'une" is "d'" and "une".
type token struct {
	start, end int
	text       string // in lower case, with plain apostrophes and hyphens
	kind       tokenKind
	is         role // of words and marks
	spaced     bool // white space stands before it
	upper      bool // a word with a capital
	capitals   bool // a word of capitals only
	dated      bool // part of a date

	// Of numbers and ordinals:
	bare   bool   // digits only, which a year and a day are
	part   bool   // a fraction alone: "½", "1/2"
	broken bool   // with decimals, be they zeros
	joined bool   // part of a longer word: the 19 of "Covid-19"
	value  string // plain decimal: "350000", "2.7"
	letter string // letters right behind the digits that may be a scale: "75m"

	numeric *expr // of a code that is a date in digits
}

type tokenKind uint8

const (
	mark tokenKind = iota
	word
	number
	ordinal
	// code is what has digits and is no number: a time, a citation, a version,
	// a name on a network, an address.
	code
)

// maxDigits is more than package amount reads, and bounds the cost of a number.
const maxDigits = 18

// sp is a run of spaces of any width, which \s is not.
const sp = `(?:[\s\x{a0}\x{2009}\x{202f}]+)`

// What to pass over, by what it begins with; digits among letters are found
// without patterns. Dates in digits come first, and are read.
var (
	digitCodes = regexp.MustCompile(`^(?:` + strings.Join([]string{
		`\d{4}-\d{2}-\d{2}\b|\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)\d{4}\b|\d{1,2}/\d{1,2}/\d{2}\b`,
		// Statutes, regulations, reporters.
		`\d+` + sp + `U\.?\s?S\.?\s?C\b\.?(?:` + sp + `?§+)?(?:` + sp + `?\d[\w.()–-]*)?`,
		`\d+` + sp + `C\.?F\.?R\b\.?(?:` + sp + `?(?:§+|Part))?(?:` + sp + `?\d[\w.()–-]*)?`,
		`\d+` + sp + `(?:U\.\s?S\.|F\.(?:\s?Supp\.)?\s?(?:2d|3d|4th)?|S\.\s?Ct\.|L\.\s?Ed\.(?:\s?2d)?|Fed\.\s?Reg\.|FR|Stat\.)` + sp + `\d[\d,]*`,
		// Times, telephone numbers, fractions and scores, parts of dates.
		`\d{1,2}(?:[:.]\d{2}){0,2}` + sp + `?[aApP]\.?[mM]\b\.?`,
		`\d{1,2}` + sp + `?h(?:` + sp + `?\d{2})?\b`,
		`\d+\([a-z]\)(?:\(\d+\))?`, // "501(c)(4)"
		`\d{1,3}[ .-]\(?\d{3}\)?[ .-]\d{3}[.-]\d{4}\b|\d{3}\)?[ .-]\d{3}[.-]\d{4}\b|0\d(?:[ .]\d{2}){4}\b`,
		`\d+(?:[:/]\d+)+\b|\d{4}-\d{2}\b`,
		// Names that begin with a number.
		`(?:404` + sp + `Media|(?:20|60)` + sp + `Minutes)\b`,
	}, "|") + `)`)
	letterCodes = regexp.MustCompile(`^(?:AO|MUR|ADR|Nos?\.|[Aa]rt\.|[Ss]ec\.|Pub\.\s?L\.|P\.\s?L\.|H\.\s?R\.|[Nn][°º])` + sp + `?(?:No\.` + sp + `)?\d[\w.–-]*`)
	signCodes   = regexp.MustCompile(`^§+` + sp + `?\d[\w.()–-]*`)
)

// codeStarts is what letterCodes begins with, by the first byte, so that few words
// are compared with it.
var codeStarts = func() (by [utf8.RuneSelf][]string) {
	for _, s := range []string{"AO", "MUR", "ADR", "No.", "Nos.", "Art.", "art.", "Sec.", "sec.", "Pub.", "P.", "H.", "N°", "Nº", "n°", "nº"} {
		by[s[0]] = append(by[s[0]], s)
	}
	return by
}()

// maxCode bounds how far a code is looked for, so that the cost of a text grows
// with its length only.
const maxCode = 100

// codeEnd returns the end of the code that begins at i, or i.
func codeEnd(text string, i int) int {
	ahead := text[i:min(len(text), i+maxCode)]
	var pattern *regexp.Regexp
	switch c := text[i]; {
	case c >= '0' && c <= '9':
		if !goesOn(ahead) {
			return i
		}
		pattern = digitCodes
	case c == "§"[0] && strings.HasPrefix(ahead, "§"):
		pattern = signCodes
	case c < utf8.RuneSelf && len(codeStarts[c]) > 0:
		if !slices.ContainsFunc(codeStarts[c], func(s string) bool { return strings.HasPrefix(ahead, s) }) {
			return i
		}
		pattern = letterCodes
	case c != 'h' && c != 'w':
		return i
	case strings.HasPrefix(ahead, "http://"), strings.HasPrefix(ahead, "https://"), strings.HasPrefix(ahead, "www."):
		if n := strings.IndexFunc(text[i:], unicode.IsSpace); n >= 0 {
			return i + n
		}
		return len(text)
	default:
		return i
	}
	if m := pattern.FindStringIndex(ahead); m != nil {
		return i + m[1]
	}
	return i
}

// goesOn reports whether what stands behind the digits at the start of a text
// may be of digitCodes, which most numbers are not.
func goesOn(text string) bool {
	i := digitsEnd(text, 0)
	j := spaceEnd(text, i)
	switch {
	case j == len(text):
		return false
	case j > i:
		return strings.IndexByte("UCFSLMAPaph(0123456789", text[j]) >= 0
	}
	return strings.IndexByte("-/.:()UCFSLMAPaph", text[j]) >= 0
}

// appendTokens cuts a text into its tokens, in the room that ts has.
func (l *language) appendTokens(ts []token, text string) []token {
	spaced := false
	for i := 0; i < len(text); {
		if text[i] == ' ' && i+1 < len(text) && isNameByte(text[i+1]) { // as between most words
			i, spaced = i+1, true
		}
		t := token{start: i, spaced: spaced}
		spaced = false
		r, size := utf8.DecodeRuneInString(text[i:])
		end := codeEnd(text, i)
		switch {
		case end > i:
			t.kind, t.end = code, end
			if half, ok := slashed[text[i:end]]; ok {
				t.kind, t.value, t.part = number, half, true
			}
			t.numeric = numericDate(text[i:end], l.monthFirst)
		case unicode.IsSpace(r):
			t.end = spaceEnd(text, i)
			if i = t.end; strings.Count(text[t.start:t.end], "\n") > 1 {
				t.text = "\n" // a new paragraph: nothing is read across it
				ts = append(ts, t)
			}
			spaced = true
			continue
		case r >= '0' && r <= '9':
			joined := len(ts) > 1 && ts[len(ts)-1].text == "-" && !t.spaced && !ts[len(ts)-1].spaced && ts[len(ts)-2].kind == word
			l.number(text, &t)
			t.joined = joined
		case unicode.IsLetter(r):
			wordToken(text, &t)
		case (r == '@' || r == '#') && i+1 < len(text) && isNameByte(text[i+1]):
			t.kind, t.end = code, nameEnd(text, i+1)
		case vulgar[r] != "":
			t.kind, t.end, t.value, t.part = number, i+size, vulgar[r], true
		default:
			t.kind, t.end, t.text = mark, i+size, text[i:i+size]
			if r == '\u2010' || r == '\u2011' {
				t.text = "-"
			}
		}
		if t.kind == word || t.kind == mark {
			t.is = l.roleOf(t.text)
		}
		i = t.end
		ts = append(ts, t)
	}
	return ts
}

// wordToken reads letters, and the apostrophe of an elided word. Letters with
// digits behind them are a code.
func wordToken(text string, t *token) {
	i := t.start
	lower, upper, ascii := false, false, true
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf {
			if c |= 0x20; c < 'a' || c > 'z' {
				break
			}
			isLower := text[i] == c
			lower, upper = lower || isLower, upper || !isLower
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) {
			break
		}
		lower, ascii = lower || unicode.IsLower(r), false
		i += size
	}
	if i < len(text) && isNameByte(text[i]) {
		t.kind, t.end = code, nameEnd(text, i)
		for markBeforeDigit(text, t.end, ".") > 0 { // "v1.2.3"
			t.end = digitsEnd(text, t.end+1)
		}
		return
	}
	first, _ := utf8.DecodeRuneInString(text[t.start:])
	t.kind, t.upper, t.capitals = word, unicode.IsUpper(first), !lower
	t.text = text[t.start:i]
	if upper || !ascii {
		t.text = strings.ToLower(t.text)
	}
	if !ascii {
		t.text = norm.NFC.String(t.text)
	}
	for _, apostrophe := range apostrophes {
		if strings.HasPrefix(text[i:], apostrophe) {
			if r, _ := utf8.DecodeRuneInString(text[i+len(apostrophe):]); unicode.IsLetter(r) {
				i += len(apostrophe)
				t.text += "'"
			}
			break
		}
	}
	t.end = i
}

var apostrophes = [...]string{"'", "’"}

// isNameByte reports whether b continues a name on a network, or makes a code
// of the letters before it.
func isNameByte(b byte) bool {
	return b >= '0' && b <= '9' || b == '_' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
}

func nameEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r != '_' && !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && !unicode.IsDigit(r) {
			break
		}
		i += size
	}
	return i
}

// number reads digits with what parts their thousands and their decimals, and
// the letters right behind them.
func (l *language) number(text string, t *token) {
	i := digitsEnd(text, t.start)
	t.bare = true
	digits := text[t.start:i]
	if len(digits) <= 3 {
		for {
			size := l.groupMark(text[i:])
			end := digitsEnd(text, i+size)
			if size == 0 || end-(i+size) != 3 {
				break
			}
			digits += text[i+size : end]
			i = end
			t.bare = false
		}
	}
	decimals := ""
	if n := markBeforeDigit(text, i, l.decimalMarks); n > 0 {
		end := digitsEnd(text, i+n)
		decimals, i = text[i+n:end], end
		t.bare, t.broken = false, true
	}
	if r, size := utf8.DecodeRuneInString(text[i:]); vulgar[r] != "" && decimals == "" { // "1½"
		decimals, i = vulgar[r][len("0."):], i+size
		t.bare, t.broken = false, true
	}
	if markBeforeDigit(text, i, ",.") > 0 || len(digits)+len(decimals) > maxDigits {
		// "1.2.3" is a version, "1,2,3" a list.
		for markBeforeDigit(text, i, ",.") > 0 {
			i = digitsEnd(text, i+1)
		}
		t.kind, t.end = code, nameEnd(text, i)
		return
	}
	t.kind, t.value, t.end = number, plainDecimal(digits, decimals), i
	if end := nameEnd(text, i); end > i {
		letters := strings.ToLower(text[i:end])
		_, isScale := l.letters[letters]
		switch {
		case slices.Contains(l.ordinals, letters) && decimals == "":
			t.kind = ordinal
		case isScale:
			t.letter = letters
		case letters == "s" && t.bare && len(t.value) == 4 && strings.HasSuffix(t.value, "0") && decimals == "":
			year, _ := strconv.Atoi(t.value)
			t.kind, t.numeric = code, &expr{year: year, decade: true}
		default:
			t.kind = code
		}
		t.bare = false
		t.end = end
	}
}

// The fractions that are written in one, as decimals. A third has none.
var (
	vulgar  = map[rune]string{'½': "0.5", '¼': "0.25", '¾': "0.75", '⅕': "0.2", '⅖': "0.4", '⅗': "0.6", '⅘': "0.8", '⅛': "0.125"}
	slashed = map[string]string{"1/2": "0.5", "1/4": "0.25", "3/4": "0.75", "1/5": "0.2", "2/5": "0.4", "3/5": "0.6", "4/5": "0.8", "1/8": "0.125", "1/10": "0.1"}
)

// groupMark returns the length of what may part thousands at the start of s.
func (l *language) groupMark(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r == '\u00a0' || r == '\u202f' || r == '\u2009' || size > 0 && r != utf8.RuneError && strings.ContainsRune(l.groupMarks, r) {
		return size
	}
	return 0
}

func markBeforeDigit(text string, i int, marks string) int {
	if i+1 < len(text) && strings.IndexByte(marks, text[i]) >= 0 && digitsEnd(text, i+1) > i+1 {
		return 1
	}
	return 0
}

func spaceEnd(text string, i int) int {
	if n := strings.IndexFunc(text[i:], func(r rune) bool { return !unicode.IsSpace(r) }); n >= 0 {
		return i + n
	}
	return len(text)
}

func digitsEnd(text string, i int) int {
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	return i
}

// plainDecimal is the one spelling of a number that [amount.Quantity.Decimal]
// has: no grouping, no needless zeros.
func plainDecimal(digits, decimals string) string {
	s := strings.TrimLeft(digits, "0")
	if s == "" {
		s = "0"
	}
	if decimals = strings.TrimRight(decimals, "0"); decimals != "" {
		s += "." + decimals
	}
	return s
}

// shifted multiplies a plain decimal by ten to the zeros, which may be negative.
func shifted(value string, zeros int) string {
	whole, decimals, _ := strings.Cut(value, ".")
	if zeros < 0 {
		whole = strings.Repeat("0", max(0, 1-zeros-len(whole))) + whole
		cut := len(whole) + zeros
		return plainDecimal(whole[:cut], whole[cut:]+decimals)
	}
	decimals += strings.Repeat("0", max(0, zeros-len(decimals)))
	return plainDecimal(whole+decimals[:zeros], decimals[zeros:])
}
