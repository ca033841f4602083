package render

import (
	"fmt"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/site"
)

// A Gauge shows where in its source a quote stands: one bar for each paragraph,
// as wide as the paragraph is long, and that of the quote taller. It is a picture
// of what the words beside it say.
type Gauge struct {
	Rest string // path of the bars of the other paragraphs
	Here string // of the paragraph that carries the report, and of those quoted besides
}

// A gauge is drawn in a box of 320 by 26; a gap of 3 parts two bars.
const (
	gaugeWidth = 320
	gaugeGap   = 3
)

// gauge draws where the evidence stands in a. It is nil if the source's number
// of paragraphs is not known, or if nothing is quoted from a paragraph.
func gauge(a *site.Article, evidence []content.Evidence) *Gauge {
	lengths := a.Front.Source.Paragraphs
	var quoted []int // the first carries the report
	for _, e := range evidence {
		if e.At.Kind == "P" {
			quoted = append(quoted, e.At.N)
		}
	}
	room := gaugeWidth - gaugeGap*(len(lengths)-1)
	if len(quoted) == 0 || room < 2*len(lengths) {
		return nil
	}
	total := 0
	for _, n := range lengths {
		total += n
	}
	width := func(upTo int) int { // of the first paragraphs, without their gaps
		if total == 0 {
			return room * upTo / len(lengths)
		}
		sum := 0
		for _, n := range lengths[:upTo] {
			sum += n
		}
		return room * sum / total
	}
	var rest, here strings.Builder
	for i := range lengths {
		x, w := width(i)+gaugeGap*i, width(i+1)-width(i)
		switch slices.Index(quoted, i+1) {
		case 0:
			fmt.Fprintf(&here, "M%d 0h%dv26h-%dz", x, w, w)
		case -1:
			fmt.Fprintf(&rest, "M%d 6h%dv14h-%dz", x, w, w)
		default:
			fmt.Fprintf(&here, "M%d 6h%dv14h-%dz", x, w, w)
		}
	}
	return &Gauge{rest.String(), here.String()}
}
