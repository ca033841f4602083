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
	Ledger  LedgerView
	Filters *LedgerFilters // nil if the ledger is too long to be narrowed
	Counts  []LedgerRow
	Totals  []TotalView // asked for, and of payments of one kind
	Total   *TotalView  // of all money; nil on further sheets
	Flow    *MoneyFlow  // nil if it cannot be drawn
	Bars    []BarChart
	CSV     string
}

// LedgerView is a table of reports.
type LedgerView struct {
	Rows []LedgerRow
	Why  bool // whether the rows say why they are not added
}

// LedgerRow is one report in the ledger.
type LedgerRow struct {
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
	v := &AmountsPage{Base: on.base("amounts", on.t("amounts.title"), on.t("amounts.description")), CSV: on.table("/amounts/amounts.csv")}
	money := cut(l.money, sh, perSheetRows)
	v.Ledger.Rows = each(money, on.ledgerRow)
	v.Ledger.Why = len(l.why) > 0
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
	v.Flow, v.Bars = on.moneyFlow(l.money), on.barCharts(l.money)
	v.Total = new(on.total(on.t("total.all"), l.sum))
	for _, asked := range on.site.Totals {
		v.Totals = append(v.Totals, on.total(asked.Title, asked.Total))
	}
	for _, flow := range on.site.Config.Flows {
		// Where all money is added, each kind is in there. Why a kind with one fact
		// only is not added, the total of all money says.
		for _, t := range on.site.TotalsOfFlow(flow.ID) {
			if v.Total.Sum == nil && (t.OK || len(t.Left) > 1 && t.Left[0].ID != t.Left[len(t.Left)-1].ID) {
				label := flow.Label
				if t.InKind {
					label += on.t("total.in-kind")
				}
				v.Totals = append(v.Totals, on.total(on.t("total.flow", label+on.spentOn(t.For, t.Against)), t.Total))
			}
		}
	}
	return v
}

// byAmount sorts reports of money, like beside like: the sums of one currency
// by their lower bound, the greatest first, then those of the next; then rates
// and prices, one basis after the other; then what has no number.
func byAmount(list []*site.Report) []*site.Report {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(x, y *site.Report) int {
		p, q := x.Amount.Quantity.Quantity, y.Amount.Quantity.Quantity
		if p.Kind() != amount.Unquantified && q.Kind() != amount.Unquantified {
			if c := strings.Compare(p.Basis(), q.Basis()); c != 0 {
				return c
			}
		}
		return byLowerBound(p, q)
	})
	return list
}

// byLowerBound orders sums of money from the greatest on by what is surely
// there: “about $75 million” stands at 67.5 million. Counts come after them, and
// what has no number last.
func byLowerBound(x, y amount.Quantity) int {
	is := func(yes bool) int {
		if yes {
			return 1
		}
		return 0
	}
	last := func(q amount.Quantity) int {
		return 2*is(q.Kind() == amount.Unquantified) + is(!q.IsMoney())
	}
	if c := cmp.Compare(last(x), last(y)); c != 0 || !x.IsMoney() {
		return c
	}
	xlo, _ := x.Bounds()
	ylo, _ := y.Bounds()
	return cmp.Or(
		strings.Compare(x.Unit(), y.Unit()),
		-cmp.Compare(xlo.Minor, ylo.Minor),
		-cmp.Compare(xlo.Limit, ylo.Limit),
	)
}

func (on *page) ledgerRow(rep *site.Report) LedgerRow {
	m := rep.Amount
	replaced, refunds := "", ""
	if gift := rep.Fact.Refunds; gift != nil {
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
