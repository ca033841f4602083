package view

import (
	"cmp"
	"strconv"

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
	gaugeWidth  = 320
	gaugeHeight = 26
	gaugeGap    = 3
)

// gauge draws where the evidence stands in a. It is nil if the source's number
// of paragraphs is not known, or if nothing is quoted from a paragraph.
func gauge(a *site.Article, evidence []content.Evidence) *Gauge {
	bars := gaugeBars(a)
	var here []byte
	for _, e := range evidence {
		if e.At.Kind != "P" || e.At.N > len(bars) {
			continue
		}
		bar := bars[e.At.N-1]
		if len(here) == 0 {
			here = bar.append(here, 0, gaugeHeight)
		} else {
			here = bar.append(here, 6, 14)
		}
	}
	if len(here) == 0 {
		return nil
	}
	return &Gauge{Bars: barsPath(bars), Here: string(here)}
}

// A gaugeBar is one paragraph.
type gaugeBar struct{ x, width int }

func (b gaugeBar) append(path []byte, top, height int) []byte {
	return appendBox(path, b.x, top, b.width, height)
}

// appendBox draws a box. Each article has a bar for each paragraph, in several
// pictures, so that fmt took a twentieth of the time of all pages here.
func appendBox(path []byte, x, top, width, height int) []byte {
	path = append(path, 'M')
	path = strconv.AppendInt(path, int64(x), 10)
	path = append(path, ' ')
	path = strconv.AppendInt(path, int64(top), 10)
	path = append(path, 'h')
	path = strconv.AppendInt(path, int64(width), 10)
	path = append(path, 'v')
	path = strconv.AppendInt(path, int64(height), 10)
	path = append(path, "h-"...)
	path = strconv.AppendInt(path, int64(width), 10)
	return append(path, 'z')
}

// box is the path of a single box.
func box(x, top, width, height int) string {
	var path [len("M1120 1120h1120v1120h-1120z")]byte
	return string(appendBox(path[:0], x, top, width, height))
}

func barsPath(bars []gaugeBar) string {
	path := make([]byte, 0, len(bars)*len("M320 14h320v26h-320z"))
	for _, b := range bars {
		path = b.append(path, 6, 14)
	}
	return string(path)
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
