package view

import "receipts/internal/site"

// A Beat is one section of an article's body with the receipts it speaks of.
type Beat struct {
	Body     []BodyPart
	Slips    []Receipt
	NoFigure []Receipt // the lines of one more slip
}

// maxBeside is how many slips stand beside a text. More stand in a row below it.
const maxBeside = 2

// IsWide reports whether the text has the whole width: without slips beside it, half
// of the page would be empty, and with many it would be empty below the text.
func (b Beat) IsWide() bool {
	n := len(b.Slips)
	if len(b.NoFigure) > 0 {
		n++
	}
	return n == 0 || n > maxBeside
}

// beats splits the body of a at its headings and gives each part the receipts of the
// amounts that it is the first to speak of. It marks those whose slip shows them.
func beats(on *page, a *site.Article, amounts []Receipt) []Beat {
	body := a.Page.Body
	var out []Beat
	seen := map[string]bool{}
	for i, s := range body.Sections() {
		b := Beat{Body: on.parts(a.Page, body.SectionPieces(i, on))}
		for _, ref := range s.Refs {
			if seen[ref.ID] {
				continue
			}
			seen[ref.ID] = true
			if ref.Embed {
				continue
			}
			for i := range amounts {
				switch rc := &amounts[i]; {
				case rc.ID != ref.ID:
				case rc.Amount.NoFigure:
					b.NoFigure = append(b.NoFigure, *rc)
				default:
					rc.Shown = true
					b.Slips = append(b.Slips, *rc)
				}
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
