package locale

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// Printed sets words in the language of a BCP 47 code as they are shown within the marks of
// a quote, and returns what of them stands between two places of text: marks within are
// the inner ones of the language, and blanks do not break in a number, behind one, nor
// beside marks that are set off. All else is as it was written.
func (l *Locale) Printed(code, text string) func(from, to int) string {
	edits := append(l.innerMarks(code, text), noBreaks(text)...)
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.start, b.start) })
	return func(from, to int) string {
		var b strings.Builder
		at := from
		for _, e := range edits {
			switch {
			case e.start < at: // it is of the part before, or the blank of a mark
				at = max(at, min(e.end, to))
			case e.start < to:
				b.WriteString(text[at:e.start] + e.with)
				at = min(e.end, to)
			}
		}
		b.WriteString(text[at:to])
		return b.String()
	}
}

// An edit is what is shown in place of a part of a text.
type edit struct {
	start, end int
	with       string
}

// mark is a quotation mark, with the blank that sets it off.
var mark = regexp.MustCompile("«[ \u00a0\u202f]?|[ \u00a0\u202f]?»|[“”\"]")

// innerMarks puts the inner marks of a language in place of those around words within
// words: none if they are not known, or if marks have no counterpart.
func (l *Locale) innerMarks(code, text string) (edits []edit) {
	inner, ok := l.inner(code)
	if !ok {
		return nil
	}
	var open []string // what would close each
	for _, at := range mark.FindAllStringIndex(text, -1) {
		m := strings.Trim(text[at[0]:at[1]], " \u00a0\u202f")
		closes := map[string]string{"«": "»", "“": "”", `"`: `"`}[m]
		if n := len(open) - 1; n >= 0 && open[n] == m {
			if open = open[:n]; n == 0 {
				edits = append(edits, edit{at[0], at[1], inner[1]})
			}
			continue
		}
		if closes == "" {
			return nil
		}
		if open = append(open, closes); len(open) == 1 {
			edits = append(edits, edit{at[0], at[1], inner[0]})
		}
	}
	if len(open) > 0 {
		return nil
	}
	return edits
}

// inner are the marks around words within words of a language: on its own pages those of
// its catalogue.
func (l *Locale) inner(code string) ([2]string, bool) {
	tag, err := language.Parse(code)
	if err != nil {
		return [2]string{}, false
	}
	base, _ := tag.Base()
	if own, _ := l.tag.Base(); base == own && len(l.words.quotes) == 4 {
		return [2]string(l.words.quotes[2:]), true
	}
	marks, ok := innerOf[base.String()]
	return marks, ok
}

// innerOf are those of languages that are built in, as their catalogues have them.
var innerOf = map[string][2]string{"en": {"‘", "’"}, "fr": {"“", "”"}}

// noBreaks puts blanks that do not break in place of those at which a line should not.
func noBreaks(text string) (edits []edit) {
	for i := range len(text) {
		if text[i] != ' ' {
			continue
		}
		before, after := text[:i], text[i+1:]
		next, _ := utf8.DecodeRuneInString(after)
		digits := len(before) - len(strings.TrimRightFunc(before, isDigit)) // of a number, or of its last group
		group := len(after) - len(strings.TrimLeftFunc(after, isDigit))
		with := ""
		switch {
		case next != 0 && strings.ContainsRune(";?!", next), 0 < digits && digits <= 3 && group == 3:
			with = "\u202f"
		case next != 0 && strings.ContainsRune(":»%€$£", next), strings.HasSuffix(before, "«"), 0 < digits && digits <= 3 && unicode.IsLetter(next):
			with = nbsp
		default:
			continue
		}
		edits = append(edits, edit{i, i + 1, with})
	}
	return edits
}

func isDigit(c rune) bool { return '0' <= c && c <= '9' }
