package view

import (
	"cmp"
	"fmt"
	"slices"

	"receipts/internal/amount"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// A BarChart compares figures of one kind of payment: what is surely there as a full
// bar, what may be as a pale one, and a lower bound with an open end. Rates, prices
// and figures without a number have no bar, and exact figures do not share an axis
// with bounds: see docs/decisions.
type BarChart struct {
	Title string
	Bars  []FigureBar
}

// A FigureBar is one report. Its paths are drawn in a box of 1000 by 14.
type FigureBar struct {
	Link
	Amount      locale.Quantity
	Article     string
	Sure, Maybe string // Maybe is empty for an exact figure
	Open        string // the point of a bar that has no end
}

const (
	barWidth  = 1000
	barMargin = 40 // for the points of open bars
	barsMost  = 12
)

// barCharts makes a chart of each kind of payment with two figures or more that
// may be compared.
func (v items) barCharts(reports []*site.Report) []BarChart {
	var out []BarChart
	for _, flow := range v.site.Config.Flows {
		units := map[string][]*site.Report{}
		var order []string
		for _, rep := range reports {
			q := rep.Amount.Quantity.Quantity
			if rep.ReplacedBy != nil || rep.Amount.Flow.Text != flow.ID || q.Basis() != "" || q.Kind() == amount.Unquantified || q.Kind() == amount.Vague {
				continue
			}
			if units[q.Unit()] == nil {
				order = append(order, q.Unit())
			}
			units[q.Unit()] = append(units[q.Unit()], rep)
		}
		for _, unit := range order {
			if list := units[unit]; len(list) > 1 && len(list) <= barsMost && mayStandTogether(list) {
				out = append(out, BarChart{Title: v.barsTitle(capital(flow.Label), list), Bars: v.figureBars(list)})
			}
		}
	}
	return out
}

// barsTitle names what is charted, and its lowest and its highest figure.
func (w words) barsTitle(label string, list []*site.Report) string {
	plain := func(rep *site.Report) string { return w.amount(rep).Plain }
	byBound := func(x, y *site.Report) int {
		xlo, xhi := x.Amount.Quantity.Bounds()
		ylo, yhi := y.Amount.Quantity.Bounds()
		return cmp.Or(cmp.Compare(xlo.Minor, ylo.Minor), cmp.Compare(xhi.Minor, yhi.Minor))
	}
	lowest, highest := plain(slices.MinFunc(list, byBound)), plain(slices.MaxFunc(list, byBound))
	if lowest == highest {
		return w.t("bars.equal", label, lowest)
	}
	return w.t("bars.of", label, lowest, highest)
}

// mayStandTogether reports whether figures share an axis: all of them are exact,
// or none is.
func mayStandTogether(list []*site.Report) bool {
	exact := 0
	for _, rep := range list {
		if lo, hi := rep.Amount.Quantity.Bounds(); lo == hi {
			exact++
		}
	}
	return exact == 0 || exact == len(list)
}

func (v items) figureBars(list []*site.Report) []FigureBar {
	most := int64(1)
	for _, rep := range list {
		lo, hi := rep.Amount.Quantity.Bounds()
		most = max(most, lo.Minor, hi.Minor)
	}
	at := func(minor int64) int {
		return int(float64(barWidth-barMargin) * float64(minor) / float64(most))
	}
	var out []FigureBar
	for _, rep := range list {
		lo, hi := rep.Amount.Quantity.Bounds()
		x := at(lo.Minor)
		b := FigureBar{
			Link:   v.toReport(rep),
			Amount: v.amount(rep), Article: v.byline(rep.Article),
			Sure: fmt.Sprintf("M0 0h%dv14h-%dz", x, x),
		}
		switch {
		case hi.Limit == amount.Unbounded:
			b.Open = fmt.Sprintf("M%d 0h14l20 7l-20 7h-14z", x)
		case hi != lo:
			end := at(hi.Minor)
			b.Maybe = fmt.Sprintf("M%d 0h%dv14h-%dz", x, end-x, end-x)
		}
		out = append(out, b)
	}
	return out
}
