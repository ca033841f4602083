package view

import (
	"cmp"
	"slices"

	"receipts/internal/locale"
	"receipts/internal/site"
)

// A Series shows figures of one thing at several times, the oldest first: cash on
// hand in June and in September. Nothing of it is added.
type Series struct {
	Title string // empty where a heading says it
	Rows  []SeriesRow
	More  string // how many are not shown: "and 8 more"
}

// SeriesRow is one figure of a series.
type SeriesRow struct {
	When   string
	Link   // to the report
	Amount locale.Quantity
	Source string // outlet and date
}

// readings shows the reports of f at several times; nil if there is one time only.
func (v items) readings(f *site.Fact) *Series {
	readings := f.Readings()
	if readings == nil {
		return nil
	}
	s := &Series{}
	more := 0
	for _, reading := range readings {
		for _, rep := range reading.Reports {
			if len(s.Rows) == site.OnFactSheet { // the sheets of the page have all
				more++
				continue
			}
			s.Rows = append(s.Rows, v.seriesRow(rep))
		}
	}
	if more > 0 {
		s.More = v.Count("total.more", more)
	}
	return s
}

// held shows what is there or owed on a day, each flow by itself.
func (v items) held(reports []*site.Report) []Series {
	reports = slices.Clone(reports)
	slices.SortStableFunc(reports, func(x, y *site.Report) int {
		return cmp.Or(cmp.Compare(x.Amount.Flow.Text, y.Amount.Flow.Text), x.Amount.Period.Compare(y.Amount.Period.Date))
	})
	var out []Series
	for flow, list := range runs(reports, func(r *site.Report) string { return r.Amount.Flow.Text }) {
		label, _ := v.site.Config.Flows.Label(flow)
		out = append(out, Series{Title: capital(cmp.Or(label, flow)), Rows: each(list, v.seriesRow)})
	}
	return out
}

func (v items) seriesRow(rep *site.Report) SeriesRow {
	return SeriesRow{
		When: cmp.Or(v.period(rep.Amount), v.t("series.undated")), Link: v.toReport(rep), Amount: v.amount(rep), Source: v.byline(rep.Article),
	}
}
