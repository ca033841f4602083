package desk

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A Mark says what a piece of a source's text is to the summary.
type Mark string

const (
	NoMark  Mark = ""
	Used    Mark = "used"    // a quote of a report
	Unused  Mark = "unused"  // found, and no report has it
	Unclear Mark = "unclear" // found, and not understood
)

// A Piece is a stretch of a text that is marked alike.
type Piece struct {
	Text string // with characters that show nothing made visible
	Mark Mark
	Ends []Label // of what ends with this piece
}

// A Label leads from a marked piece to what is said of it.
type Label struct {
	Mark   Mark
	Number int // of a report or a finding, from 1
}

// Sign is what stands in the text: a number, with a sign of what is not used.
func (l Label) Sign() string { return signs[l.Mark].sign + strconv.Itoa(l.Number) }

// Target is the id of what is said of it on the page.
func (l Label) Target() string { return signs[l.Mark].id + strconv.Itoa(l.Number) }

// Words are the sign for those who hear it.
func (l Label) Words() string { return signs[l.Mark].words }

var signs = map[Mark]struct{ sign, id, words string }{
	Used:    {"", "r", "report"},
	Unused:  {"+", "f", "found, not used"},
	Unclear: {"?", "x", "not understood"},
}

// A marked is a range of a text.
type marked struct {
	start, end int
	Label
}

// order is which mark counts where ranges lie over each other.
var order = []Mark{Used, Unused, Unclear}

func byMark(x, y Label) int {
	return cmp.Or(slices.Index(order, x.Mark)-slices.Index(order, y.Mark), x.Number-y.Number)
}

// cut cuts text at the ends of ranges. Where ranges lie over each other, the mark of
// the first of Used, Unused and Unclear counts.
func cut(text string, ranges []marked) []Piece {
	edges := []int{0, len(text)}
	for _, r := range ranges {
		edges = append(edges, r.start, r.end)
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	ranges = slices.SortedStableFunc(slices.Values(ranges), func(x, y marked) int { return x.start - y.start })
	var pieces []Piece
	var open []marked // that the piece is in
	for i := range len(edges) - 1 {
		start, end := edges[i], edges[i+1]
		for len(ranges) > 0 && ranges[0].start <= start {
			open, ranges = append(open, ranges[0]), ranges[1:]
		}
		p := Piece{Text: Visible(text[start:end])}
		if len(open) > 0 {
			p.Mark = slices.MinFunc(open, func(x, y marked) int { return byMark(x.Label, y.Label) }).Mark
		}
		for _, r := range open {
			if r.end == end && r.Number > 0 && !slices.Contains(p.Ends, r.Label) {
				p.Ends = append(p.Ends, r.Label)
			}
		}
		open = slices.DeleteFunc(open, func(r marked) bool { return r.end <= end })
		slices.SortFunc(p.Ends, byMark)
		pieces = append(pieces, p)
	}
	return pieces
}

// Visible writes characters that show nothing, or that change how others are shown, as
// their code points: a text from elsewhere must not look like what it is not.
func Visible(text string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(text, "\ufffd") {
		isHidden := unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Cf, r) && r != '\u00ad' || unicode.Is(unicode.Co, r) || unicode.Is(unicode.Variation_Selector, r)
		if isHidden {
			fmt.Fprintf(&b, "[U+%04X]", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
