package view

import (
	"cmp"
	"slices"

	"receipts/internal/locale"
	"receipts/internal/site"
)

// A Series shows figures of one thing at several times, the oldest first: cash on
// hand in June and in September. Nothing of it is added. Of a fact with many of them
// the first and the last are shown, and one row stands for those between.
type Series struct {
	Title string // empty where a heading says it
	Rows  []SeriesRow
}

// SeriesRow is one figure of a series, or stands for several.
type SeriesRow struct {
	When     string
	Link     // to the report
	Amount   locale.Quantity
	Source   string // outlet and date
	Replaced string // "replaced by $1.4 million, The Paper, 1 Dec 2024", or empty
	Between  *Link  // to the first of several that are not shown: "and 38 more of Cash on hand"
}

// seriesEnds is how many figures of a fact a series shows at either end.
const seriesEnds = 6

// A moment is a report in a series, and how many of its fact follow that are not shown.
type moment struct {
	*site.Report
	between int
}

// moments fold reports that stand in the order of a series.
func moments(reports []*site.Report) []moment {
	all, seen := map[*site.Fact]int{}, map[*site.Fact]int{}
	for _, r := range reports {
		all[r.Fact]++
	}
	var out []moment
	for _, r := range reports {
		between := all[r.Fact] - 2*seriesEnds
		at := seen[r.Fact] - seriesEnds // among those between, from 0
		seen[r.Fact]++
		switch {
		case between < 2 || at < 0 || at >= between: // one more is no longer than a row for it
			out = append(out, moment{r, 0})
		case at == 0:
			out = append(out, moment{r, between})
		}
	}
	return out
}

// heldMoments are what e has or owes on a day, each flow by itself.
func heldMoments(e *site.Entity) []moment {
	reports := slices.Clone(e.Held)
	slices.SortStableFunc(reports, func(x, y *site.Report) int {
		return cmp.Or(cmp.Compare(x.Amount.Flow.Text, y.Amount.Flow.Text), x.Amount.Period.Compare(y.Amount.Period.Date))
	})
	return moments(reports)
}

// readings shows the reports of f at several times; nil if there is one time only.
func (v items) readings(f *site.Fact) *Series {
	var reports []*site.Report
	for _, reading := range f.Readings() {
		reports = append(reports, reading.Reports...)
	}
	if reports == nil {
		return nil
	}
	return &Series{Rows: each(moments(reports), v.seriesRow)}
}

// held shows some of [heldMoments].
func (v items) held(some []moment) []Series {
	var out []Series
	for flow, list := range runs(some, func(m moment) string { return m.Amount.Flow.Text }) {
		label, _ := v.site.Config.Flows.Label(flow)
		out = append(out, Series{Title: capital(cmp.Or(label, flow)), Rows: each(list, v.seriesRow)})
	}
	return out
}

func (v items) seriesRow(m moment) SeriesRow {
	link := v.toReport(m.Report)
	if m.between > 0 {
		return SeriesRow{Between: &Link{Href: link.Href, Label: v.t("series.between", v.Number(int64(m.between)), m.Fact.Title)}}
	}
	row := SeriesRow{
		When: cmp.Or(v.period(m.Amount), v.t("series.undated")), Link: link, Amount: v.amount(m.Report), Source: v.byline(m.Article),
	}
	if m.ReplacedBy != nil {
		row.Replaced = v.t("ledger.replaced", v.reported(m.ReplacedBy))
	}
	return row
}
