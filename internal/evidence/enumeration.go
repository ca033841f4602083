package evidence

import "slices"

// maxItem is the number of words that an item of a list may have.
const maxItem = 4

// span is a range of bytes.
type span struct{ start, end int }

// enumeration returns the list of names in a text and how many it has, 0 if
// there is none. A list stands behind an opening parenthesis or a colon, else it
// is the whole text; its items are parted by commas and one "and". Three items
// make a list; two only if both are names.
func (p *tokens) enumeration() (span, int) {
	first, last := 0, len(p.ts)
	for i, t := range p.ts {
		switch t.text {
		case "(", ":":
			first, last = i+1, len(p.ts)
		case ")", ".", ";":
			if last == len(p.ts) {
				last = i
			}
		}
	}
	if first >= last {
		return span{}, 0
	}
	items, words, names := 0, 0, true
	for i := first; i < last; i++ {
		t := p.ts[i]
		switch {
		case t.text == "," || t.kind == word && slices.Contains([]string{"et", "and", "&"}, t.text):
			if words > 0 {
				items++
			} else if t.text == "," || i == first || p.ts[i-1].text != "," {
				return span{}, 0 // nothing stands between two marks
			}
			words = 0
		case t.kind == word || t.text == "-" && !t.spaced:
			names = names && (words > 0 || t.upper)
			words++
			if words > maxItem {
				return span{}, 0
			}
		default:
			return span{}, 0
		}
	}
	if words > 0 {
		items++
	}
	if items < 2 || items == 2 && !names {
		return span{}, 0
	}
	return span{p.ts[first].start, p.ts[last-1].end}, items
}
