package verbatim

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A Text is one in which quotes are located.
type Text struct {
	text, same string
	from       []int // by the byte of same
}

// NewText returns a text as [Normal] has it, for quotes to be located in.
func NewText(text string) *Text {
	same, from := foldAt(text)
	return &Text{text, same, from}
}

// Locate returns where quote stands in t, as whole words and numbers: the first byte of
// each occurrence, and the one behind it. What does not count to [Source.Find] does not
// count here.
func (t *Text) Locate(quote string) (spans [][2]int) {
	for start, end := range (place{text: t.same}).each(fold(quote)) {
		if start > 0 && t.from[start-1] == t.from[start] || end < len(t.from) && t.from[end-1] == t.from[end] {
			continue // within a character such as "…", which is folded to several
		}
		last := t.from[end-1]
		spans = append(spans, [2]int{t.from[start], last + norm.NFC.NextBoundaryInString(t.text[last:], true)})
	}
	return spans
}

// foldAt is [fold] for a text in which words may be broken at the ends of lines. It
// also says of each byte at which one of the text its character begins.
func foldAt(text string) (string, []int) {
	behind := map[int]int{} // the white space in a broken word: from where it begins to where it ends
	for _, m := range brokenLine.FindAllStringSubmatchIndex(text, -1) {
		behind[m[3]] = m[1]
	}
	var b []byte
	var from []int
	space := -1 // where the white space before the next character begins
	for at := 0; at < len(text); {
		if end, ok := behind[at]; ok {
			at = end
			continue
		}
		end := at + norm.NFC.NextBoundaryInString(text[at:], true)
		for _, r := range folded.Replace(norm.NFC.String(text[at:end])) {
			switch {
			case unicode.IsSpace(r):
				if space < 0 {
					space = at
				}
				continue
			case space >= 0 && len(b) > 0 && b[len(b)-1] != '"' && r != '"':
				b, from = append(b, ' '), append(from, space)
			}
			space = -1
			for _, c := range []byte(string(r)) {
				b, from = append(b, c), append(from, at)
			}
		}
		at = end
	}
	return string(b), from
}
