package view

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/locale"
	"receipts/internal/site"
	"receipts/internal/total"
)

// AmountsPage is the ledger: every report of money and of a count.
type AmountsPage struct {
	Base
	Tally   string // of the money on all sheets: "6 figures, 9 mentions without a figure, in 17 reports"
	Ledger  LedgerView
	Filters *LedgerFilters // nil if the ledger is too long to be narrowed
	Counts  []LedgerRow
	Totals  []TotalView // asked for, and of payments of one kind
	Total   *TotalView  // of all money; nil on further sheets
	Picture string      // the page that draws who pays whom; empty if there is none
	Ends    []EndsKey   // what kinds of figures there are
	CSV     string
}

// LedgerView is a table of reports.
type LedgerView struct {
	Rows []LedgerRow
	Why  bool // whether the rows say why they are not added
}

// LedgerRow is one report in the ledger.
type LedgerRow struct {
	Heading string // where figures of another currency begin: "In USD"
	Unit    string // of the heading; empty for what has no figure

	Link     // to the report on the fact's page
	Amount   locale.Quantity
	Flow     string
	From, To []Party
	Via      []Party
	For      []Party
	Against  []Party
	Period   string
	Article  Link
	Where    string
	InKind   bool     // whether it is goods or services
	Refunds  string   // what it gives back; empty if nothing
	Replaced string   // the later figure that replaces it; empty if none does
	Differ   string   // how accounts of it differ, in a few words; empty if they do not
	Why      string   // why it is not in the total
	Data     *RowData // nil where nothing is filtered
}

// A ledger is what all sheets of the ledger are cut from.
type ledger struct {
	money, counts []*site.Report
	sum           total.Total
	why           map[*site.Report]string // why a report is not in the sum
}

func (v *Views) makeLedger() ledger {
	l := ledger{sum: v.site.Total(), why: map[*site.Report]string{}}
	for _, f := range v.site.Facts {
		switch f.Type {
		case site.Money:
			l.money = append(l.money, f.Reports...)
		case site.Count:
			l.counts = append(l.counts, f.Reports...)
		}
	}
	l.money = byAmount(l.money)
	for _, left := range l.sum.Left {
		l.why[v.site.ReportOf(left.Item)] = capital(v.left(left, l.sum.Reason))
	}
	return l
}

// ledgerSheets is how many sheets the ledger has.
func ledgerSheets(facts []*site.Fact) int {
	money, counts := 0, 0
	for _, f := range facts {
		switch f.Type {
		case site.Money:
			money += len(f.Reports)
		case site.Count:
			counts += len(f.Reports)
		}
	}
	return max(sheets(money, perSheetRows), sheets(counts, perSheetRows))
}

func amountsPage(on *page, sh sheet) Data {
	l := on.ledger()
	v := &AmountsPage{Base: on.base("amounts", on.t("amounts.title"), on.t("amounts.description")), CSV: on.table("reports")}
	money := cut(l.money, sh, perSheetRows)
	v.Ledger.Rows = on.ledgerRows(money)
	v.Ledger.Why = len(l.why) > 0
	v.Tally = on.t("amounts.tally", on.tallyOfAll(), on.Count("count.reports", len(l.money)))
	for i, rep := range money {
		v.Ledger.Rows[i].Why = l.why[rep]
	}
	v.Counts = each(cut(l.counts, sh, perSheetRows), on.ledgerRow)
	if len(l.money) <= perSheetRows { // a part of the ledger is not narrowed: that would hide what the other parts have
		v.Filters = on.filters(money, v.Ledger.Rows)
	}
	if sh > 0 {
		return v
	}
	v.Ends = on.endsKeys(l.money)
	if on.site.Shows("/money/") {
		v.Picture = on.site.Href("/money/")
	}
	for _, t := range on.site.LedgerTotals() {
		shown := on.total(on.totalTitle(t), t.Total)
		shown.TitleLang = on.otherLang(t.File)
		if t.Of == "all" {
			v.Total = &shown
		} else {
			v.Totals = append(v.Totals, shown)
		}
	}
	return v
}

// byAmount sorts reports of money as of [likeBesideLike].
func byAmount(list []*site.Report) []*site.Report {
	list = slices.Clone(list)
	likeBesideLike(list, quantityOf)
	return list
}

func quantityOf(rep *site.Report) amount.Quantity { return rep.Amount.Quantity.Quantity }

// likeBesideLike sorts what has amounts of money, one unit after the other, since no
// number of one is greater than a number of another: the currency with the most figures
// first. Of each come the sums as of [byGreatest], then rates and prices, one basis
// after the other. What has no number is last.
func likeBesideLike[T any](list []T, of func(T) amount.Quantity) {
	figures := count(list, func(x T) string { return of(x).Measure() })
	is := func(yes bool) int {
		if yes {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(list, func(x, y T) int {
		p, q := of(x), of(y)
		return cmp.Or(
			is(p.Kind() == amount.Unquantified)-is(q.Kind() == amount.Unquantified),
			figures[q.Measure()]-figures[p.Measure()],
			strings.Compare(p.Measure(), q.Measure()),
			strings.Compare(p.Basis(), q.Basis()),
			byGreatest(p, q),
		)
	})
}

// unitHeadings are the headings of a list that stands like beside like, by place: where
// another currency, or other prices of it, begin. One of them needs none.
func (w words) unitHeadings(list []amount.Quantity) []string {
	out := make([]string, len(list))
	units := count(list, amount.Quantity.Measure)
	delete(units, "") // of what has no figure
	if len(units) < 2 {
		return out
	}
	for i, q := range list {
		if i > 0 && q.Measure() == list[i-1].Measure() {
			continue
		}
		if out[i] = w.t("ledger.no-figure"); q.Unit() != "" {
			out[i] = w.t("ledger.unit", w.Measure(q))
		}
	}
	return out
}

// ledgerRows are rows of the ledger, with the headings of their units.
func (on *page) ledgerRows(reports []*site.Report) []LedgerRow {
	rows := each(reports, on.ledgerRow)
	for i, heading := range on.unitHeadings(each(reports, quantityOf)) {
		rows[i].Heading, rows[i].Unit = heading, quantityOf(reports[i]).Measure()
	}
	return rows
}

// ledgerNumber is the number by which a figure is sorted and narrowed: the lower end
// that is stated; where none is, as in “about $75 million”, the number as written, since
// how much less it may be is not said. Words for a number have none.
func ledgerNumber(q amount.Quantity) (n amount.Bound, ok bool) {
	if lo, _ := q.Stated(); lo.Limit != amount.Unbounded {
		return lo, true
	}
	return amount.Bound{Minor: q.Lo()}, q.Kind() != amount.Vague && q.Kind() != amount.Unquantified
}

// byGreatest orders money, one unit after the other, from the greatest [ledgerNumber]
// on. Words for a number come after the numbers of their unit, counts after all money,
// and what has no number last.
func byGreatest(x, y amount.Quantity) int {
	last := func(q amount.Quantity) int {
		switch {
		case q.Kind() == amount.Unquantified:
			return 2
		case !q.IsMoney():
			return 1
		}
		return 0
	}
	if c := cmp.Compare(last(x), last(y)); c != 0 || !x.IsMoney() {
		return c
	}
	xn, _ := ledgerNumber(x)
	yn, _ := ledgerNumber(y)
	return cmp.Or(
		strings.Compare(x.Measure(), y.Measure()),
		-cmp.Compare(xn.Minor, yn.Minor),
		-cmp.Compare(xn.Limit, yn.Limit),
		cmp.Compare(x.VagueForm(), y.VagueForm()), // beside 0, too
	)
}

func (on *page) ledgerRow(rep *site.Report) LedgerRow {
	m := rep.Amount
	replaced, refunds := "", ""
	if gift := rep.Refunds; gift != nil {
		refunds = on.t("ledger.refunds", gift.Title)
	}
	if rep.ReplacedBy != nil {
		replaced = on.t("ledger.replaced", on.reported(rep.ReplacedBy))
	}
	return LedgerRow{
		InKind: m.InKind, Refunds: refunds, Replaced: replaced,
		Link: on.toReport(rep), Amount: on.amount(rep), Flow: on.payment(rep), Period: on.period(m),
		Article: on.link(rep.Article.Path, on.byline(rep.Article)), Where: rep.At.String(), Differ: on.differ(rep.Fact),
		Via: on.parties(rep.Via), For: on.parties(rep.For), Against: on.parties(rep.Against),
		From: on.partiesOr(rep.From, m.FromAs), To: on.partiesOr(rep.To, m.ToAs),
	}
}
