package site

import (
	"slices"

	"receipts/internal/edtf"
)

// Reports of one amount whose times have no day in common are readings: what was on
// hand in June and in September, given in one quarter and in the next. They do not
// contradict each other. Readings are compared each by itself; reports of which the
// time is not known to the day may be of any, and are compared among themselves
// where there are several.

// A Reading is what reports of one time say. Reports of which the time is not known
// have one of their own, without a Period.
type Reading struct {
	Period  edtf.Date // of the first of Reports
	Reports []*Report
}

// Readings are the readings of f by time; nil if there is one time only.
func (f *Fact) Readings() []Reading {
	if all := readingsOf(f.Standing()); len(all) > 1 {
		return all
	}
	return nil
}

// readingsOf groups reports of one fact by time. Those of one reading keep their
// order.
func readingsOf(reports []*Report) []Reading {
	var undated Reading
	var dated []*Report
	for _, r := range reports {
		if r.Amount != nil && r.Amount.Period.IsSet() && !r.Amount.Period.Approximate() && !r.Amount.Period.Uncertain() {
			dated = append(dated, r)
		} else {
			undated.Reports = append(undated.Reports, r)
		}
	}
	order := map[*Report]int{}
	for i, r := range reports {
		order[r] = i
	}
	slices.SortStableFunc(dated, func(x, y *Report) int { return x.Amount.Period.Earliest().Compare(y.Amount.Period.Earliest()) })
	var out []Reading
	var reached edtf.Day
	for _, r := range dated {
		if when := r.Amount.Period; len(out) == 0 || when.Earliest().Compare(reached) > 0 {
			out, reached = append(out, Reading{Period: when.Date}), when.Latest()
		} else if when.Latest().Compare(reached) > 0 {
			reached = when.Latest()
		}
		last := &out[len(out)-1]
		last.Reports = append(last.Reports, r)
	}
	if len(out) < 2 {
		return []Reading{{Reports: reports}}
	}
	for _, reading := range out {
		slices.SortFunc(reading.Reports, func(x, y *Report) int { return order[x] - order[y] })
	}
	if len(undated.Reports) > 0 {
		out = append(out, undated)
	}
	return out
}
