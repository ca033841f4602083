package view

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/locale"
	"receipts/internal/site"
)

// The orders in which a reader can have the ledger. An order is named by its
// column, which stands in the address, with a minus if the greatest, the latest
// or the last letter comes first. The script sorts; where the words of a cell are
// not enough (amounts, periods, sources) it sorts by the places given to the rows here.

// ledgerSorts lists the orders, first the one in which the ledger is published.
func (w words) ledgerSorts(rows []LedgerRow) []FilterValue {
	orders := []FilterValue{
		{"-amount", w.t("sort.greatest", w.t("ledger.amount"))},
		{"amount", w.t("sort.least", w.t("ledger.amount"))},
		{"period", w.t("sort.earliest", w.t("ledger.period"))},
		{"-period", w.t("sort.latest", w.t("ledger.period"))},
	}
	columns := [][2]string{{"what", "ledger.what"}, {"from", "ledger.from"}, {"to", "ledger.to"}, {"source", "ledger.source"}}
	if slices.ContainsFunc(rows, func(row LedgerRow) bool { return row.Why != "" }) {
		columns = append(columns, [2]string{"why", "ledger.why"})
	}
	for _, c := range columns {
		label := w.t(c[1])
		orders = append(orders, FilterValue{c[0], w.t("sort.first-letter", label)}, FilterValue{"-" + c[0], w.t("sort.last-letter", label)})
	}
	return orders
}

// amountPlaces puts the reports that have a number in the order of [byGreatest],
// backwards. Places of other units and bases are not compared.
func amountPlaces(reports []*site.Report) []int {
	return places(reports,
		func(rep *site.Report) bool { return !rep.Amount.Quantity.IsUnquantified() },
		func(x, y *site.Report) int { return byGreatest(y.Amount.Quantity.Quantity, x.Amount.Quantity.Quantity) })
}

// periodPlaces puts the reports that date their period in the order of their
// dates. A period in words alone has no place.
func periodPlaces(reports []*site.Report) []int {
	return places(reports,
		func(rep *site.Report) bool { return rep.Amount.Period.IsSet() },
		func(x, y *site.Report) int { return x.Amount.Period.Date.Compare(y.Amount.Period.Date) })
}

// sourcePlaces puts the reports in the order of their outlets, of the days on
// which these published them, and of the paragraphs.
func sourcePlaces(l *locale.Locale, reports []*site.Report) []int {
	var outlets []string
	for _, rep := range reports {
		outlets = append(outlets, outlet(rep.Article))
	}
	locale.Sort(l.Tag(), outlets, func(name string) string { return locale.Filed(name, l.Leading()) }, strings.Compare)
	place := map[string]int{}
	for i, name := range outlets {
		place[name] = i
	}
	return places(reports,
		func(*site.Report) bool { return true },
		func(x, y *site.Report) int {
			a, b := x.Article, y.Article
			return cmp.Or(
				cmp.Compare(place[outlet(a)], place[outlet(b)]),
				a.Front.Source.Published.Compare(b.Front.Source.Published.Date),
				cmp.Compare(a.ID, b.ID),
				cmp.Compare(x.At.N, y.At.N),
			)
		})
}

// places numbers those of list that have a place, from 1, in an order; what is
// equal in it shares a number, and what has no place has 0.
func places[T comparable](list []T, has func(T) bool, order func(x, y T) int) []int {
	sorted := slices.DeleteFunc(slices.Clone(list), func(x T) bool { return !has(x) })
	slices.SortStableFunc(sorted, order)
	place := map[T]int{}
	n := 0
	for i, x := range sorted {
		if i == 0 || order(sorted[i-1], x) != 0 {
			n++
		}
		place[x] = n
	}
	out := make([]int, len(list))
	for i, x := range list {
		out[i] = place[x]
	}
	return out
}
