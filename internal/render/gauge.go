package render

import (
	"cmp"
	"fmt"
	"strings"

	"receipts/internal/content"
	"receipts/internal/site"
)

// A Gauge shows where in its source a quote stands: one bar for each paragraph,
// as wide as the paragraph is long, and over it a taller one where the words
// are. It is a picture of what the words beside it say.
type Gauge struct {
	Bars   string // path of the bars of all paragraphs
	Here   string // of the paragraph that carries the report, and of those quoted besides
	Shared bool   // whether the page has the bars already, under the id _bars
}

// A gauge is drawn in a box of 320 by 26; a gap of 3 parts two bars.
const (
	gaugeWidth = 320
	gaugeGap   = 3
)

// gauge draws where the evidence stands in a. It is nil if the source's number
// of paragraphs is not known, or if nothing is quoted from a paragraph.
func gauge(a *site.Article, evidence []content.Evidence) *Gauge {
	bars := gaugeBars(a)
	var here strings.Builder
	first := true
	for _, e := range evidence {
		if e.At.Kind != "P" || e.At.N > len(bars) {
			continue
		}
		b := bars[e.At.N-1]
		if first {
			fmt.Fprintf(&here, "M%d 0h%dv26h-%dz", b.x, b.width, b.width)
		} else {
			here.WriteString(b.path())
		}
		first = false
	}
	if here.Len() == 0 {
		return nil
	}
	return &Gauge{Bars: barsPath(bars), Here: here.String()}
}

// A gaugeBar is one paragraph.
type gaugeBar struct{ x, width int }

func (b gaugeBar) path() string { return fmt.Sprintf("M%d 6h%dv14h-%dz", b.x, b.width, b.width) }

func barsPath(bars []gaugeBar) string {
	var out strings.Builder
	for _, b := range bars {
		out.WriteString(b.path())
	}
	return out.String()
}

// gaugeBars places the paragraphs of a; there are none if their number is not
// known, or if there are too many of them to be told apart.
func gaugeBars(a *site.Article) []gaugeBar {
	lengths := a.Front.Source.Paragraphs
	room := gaugeWidth - gaugeGap*(len(lengths)-1)
	if room < 2*len(lengths) {
		return nil
	}
	total := 0
	for _, n := range lengths {
		total += n
	}
	var bars []gaugeBar
	sum, x := 0, 0
	for i, n := range lengths {
		if total == 0 { // only their number is known
			n = 1
		}
		sum += n
		end := room*sum/cmp.Or(total, len(lengths)) + gaugeGap*i
		bars = append(bars, gaugeBar{x, end - x})
		x = end + gaugeGap
	}
	return bars
}
