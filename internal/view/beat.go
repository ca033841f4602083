package view

import (
	"strings"
	"unicode"

	"receipts/internal/site"
)

// A Beat is one section of an article's body with the receipts it speaks of.
type Beat struct {
	Body   []BodyPart
	Legal  []LegalView
	Beside []Receipt
	Below  []Receipt // below the text, where there would be a hole beside the others
}

// place puts the next receipt of a beat beside its text or below it, whichever
// leaves the two columns more alike in height: one has the receipts beside the
// text, the other the text of so many lines and the receipts below it, two in a
// row.
func (b *Beat) place(rc Receipt, text int) {
	hole := func(beside, below int) int {
		d := slipLines*beside - text - slipLines*((below+1)/2)
		return max(d, -d)
	}
	if hole(len(b.Beside)+1, len(b.Below)) <= hole(len(b.Beside), len(b.Below)+1) {
		b.Beside = append(b.Beside, rc)
	} else {
		b.Below = append(b.Below, rc)
	}
}

// The height of a beat is estimated with these, in lines of its text.
const (
	slipLines    = 11 // a slip with the gap to the next
	receiptLines = 16 // a receipt in the text, which folds nothing away
	headLines    = 2
	stampLines   = 2
	lineChars    = 70
)

// linesOf is about how many lines a text takes beside its receipts.
func linesOf(body []BodyPart) int {
	n := headLines
	for _, part := range body {
		for block := range strings.SplitSeq(string(part.HTML), "</p>") {
			if long := lengthOf(block); long > 0 {
				n += long/lineChars + 1
			}
		}
		n += receiptLines * len(part.Receipts)
	}
	return n
}

// lengthOf is how many characters of HTML are text, without tags and without white
// space at the ends. It runs over every byte of every article, so it allocates
// nothing.
func lengthOf(html string) int {
	length, spaces := 0, 0 // spaces count only between words
	for len(html) > 0 {
		text, rest := html, ""
		if i := strings.IndexByte(html, '<'); i >= 0 {
			if end := strings.IndexByte(html[i:], '>'); end >= 0 {
				text, rest = html[:i], html[i+end+1:]
			}
		}
		for _, c := range text {
			switch {
			case !unicode.IsSpace(c):
				length, spaces = length+spaces+1, 0
			case length > 0:
				spaces++
			}
		}
		html = rest
	}
	return length
}

// beats splits the body of a at its headings and puts beside each part the
// receipts of the amounts it is the first to speak of, and the questions it asks.
// It marks those receipts as shown.
func beats(on *page, a *site.Article, amounts []Receipt, legal []LegalView) []Beat {
	body := a.Page.Body
	var out []Beat
	shown := map[string]bool{}
	for i, s := range body.Sections() {
		b := Beat{Body: on.parts(body.SectionPieces(i, on))}
		var slips []Receipt
		for _, ref := range s.Refs {
			if shown[ref.ID] {
				continue
			}
			shown[ref.ID] = true
			if ref.Embed {
				continue
			}
			for i := range amounts {
				if amounts[i].ID == ref.ID {
					amounts[i].Shown = true
					slips = append(slips, amounts[i])
				}
			}
			for i, l := range a.Legal {
				if l.Of.ID == ref.ID {
					b.Legal = append(b.Legal, legal[i])
				}
			}
		}
		if len(slips) > 0 {
			text := linesOf(b.Body) + stampLines*len(b.Legal)
			for _, rc := range slips {
				b.place(rc, text)
			}
		}
		out = append(out, b)
	}
	return out
}

// besides splits the amounts into those of which the slip beside the text shows
// all, and the others.
func besides(amounts []Receipt) (beside, rest []Receipt) {
	for _, rc := range amounts {
		if rc.Shown && len(rc.Quotes) < 2 {
			beside = append(beside, rc)
		} else {
			rest = append(rest, rc)
		}
	}
	return beside, rest
}
