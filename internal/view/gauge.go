package view

import (
	"cmp"
	"strconv"
	"strings"

	"receipts/internal/content"
	"receipts/internal/site"
)

// A Gauge shows where in its source a quote stands: one bar for each paragraph,
// as wide as the paragraph is long, and over it a taller one where the words are.
type Gauge struct {
	Here   string // path of the bar of the paragraph that carries the report, and of those quoted besides
	Shared bool   // whether the page has the bars of all paragraphs already, under the id _bars

	bars []gaugeBar
}

// A gauge is drawn in a box of 320 by 26; a gap of 3 parts two bars.
const (
	gaugeWidth  = 320
	gaugeHeight = 26
	gaugeGap    = 3
)

// gauge draws where the evidence stands in a. It is nil if the source's number
// of paragraphs is not known, or if nothing is quoted from a paragraph.
func gauge(a *site.Article, evidence []*content.Evidence) *Gauge {
	g := &Gauge{bars: gaugeBars(a)}
	for _, e := range evidence {
		if e.At.Kind != "P" || e.At.N > len(g.bars) {
			continue
		}
		bar := g.bars[e.At.N-1]
		if g.Here == "" {
			g.Here = box(bar.x, 0, bar.width, gaugeHeight)
		} else {
			g.Here += box(bar.x, 6, bar.width, 14)
		}
	}
	if g.Here == "" {
		return nil
	}
	return g
}

// Bars is the path of the bars of all paragraphs.
func (g *Gauge) Bars() string {
	var path strings.Builder
	for _, b := range g.bars {
		path.WriteString(box(b.x, 6, b.width, 14))
	}
	return path.String()
}

// box is the path of a box.
func box(x, top, width, height int) string {
	w := strconv.Itoa(width)
	return "M" + strconv.Itoa(x) + " " + strconv.Itoa(top) + "h" + w + "v" + strconv.Itoa(height) + "h-" + w + "z"
}

// A gaugeBar is one paragraph.
type gaugeBar struct{ x, width int }

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
	bars := make([]gaugeBar, 0, len(lengths))
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
