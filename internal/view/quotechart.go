package view

import (
	"receipts/internal/content"
	"receipts/internal/site"
)

// QuoteChart shows how many quotes each paragraph of a source gives us: upright
// bars where there is room, bars sideways on a phone, and the same numbers as a
// table. It is drawn twice, since the upright one cannot be read when scaled down.
type QuoteChart struct {
	Finding          string // "10 of 61 quotes stand in paragraph 7"
	Upright          []ChartBar
	Sideways         []ChartBar
	Height, Baseline int // of the upright drawing; its width is 1120
	Length           int // of the sideways drawing; its width is 320
	CSV              string
}

// A ChartBar is one paragraph in the chart.
type ChartBar struct {
	Paragraph, Quotes int
	Path              string
	X, Y              int // of the number of quotes
	At                int // of the number of the paragraph, along the axis
}

const (
	uprightWidth  = 1120
	uprightBar    = 120 // the tallest
	sidewaysBar   = 230 // the longest
	sidewaysPitch = 26
)

// quotesByParagraph counts the quotes from each paragraph of a; it is empty if the
// number of paragraphs is not known.
func quotesByParagraph(a *site.Article) []int {
	counts := make([]int, len(a.Front.Source.Paragraphs))
	a.Front.EachReport(func(rep *content.Report) {
		for _, e := range evidenceOf(rep) {
			if !e.IsZero() && e.At.Kind == "P" && e.At.N <= len(counts) {
				counts[e.At.N-1]++
			}
		}
	})
	return counts
}

// maxBars is up to how many paragraphs are drawn: with more, their numbers
// would run into each other.
const maxBars = 36

// quoteChart is the chart of a, or nil if it cannot be drawn.
func (vs items) quoteChart(a *site.Article) *QuoteChart {
	counts := quotesByParagraph(a)
	total, most := 0, 0
	for i, n := range counts {
		total += n
		if n > counts[most] {
			most = i
		}
	}
	if total == 0 || len(counts) > maxBars {
		return nil
	}
	v := &QuoteChart{
		Finding: vs.t("chart.quotes.finding", counts[most], total, most+1),
		Height:  uprightBar + 60, Baseline: uprightBar + 26, Length: sidewaysPitch*len(counts) + 8,
		CSV: vs.table("paragraphs"),
	}
	v.Upright, v.Sideways = make([]ChartBar, 0, len(counts)), make([]ChartBar, 0, len(counts))
	pitch := uprightWidth / len(counts)
	for i, n := range counts {
		x, h, w := pitch*i+pitch/8, uprightBar*n/counts[most], pitch*3/4
		v.Upright = append(v.Upright, ChartBar{
			Paragraph: i + 1, Quotes: n, X: x + w/2, Y: v.Baseline - h - 8, At: x + w/2,
			Path: box(x, v.Baseline-h, w, h),
		})
		y, l := sidewaysPitch*i+4, sidewaysBar*n/counts[most]
		v.Sideways = append(v.Sideways, ChartBar{
			Paragraph: i + 1, Quotes: n, X: 40 + l + 8, Y: y + 16, At: y + 16,
			Path: box(40, y, l, 18),
		})
	}
	return v
}
