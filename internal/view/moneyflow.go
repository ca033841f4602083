package view

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/site"
	"receipts/internal/total"
)

// A MoneyFlow shows payers and payees: a list, and for wide screens a picture in
// which each report is one band from payer to payee. All bands are equally wide,
// since a rate, a price and a sum share no scale.
type MoneyFlow struct {
	Finding  string // "4 payments, reported or promised, 3 of spending: 5 have a named payer"
	Rows     []FlowRow
	Height   int
	Payers   []FlowNode
	Payees   []FlowNode
	Conduits []FlowNode // on the way
	Bands    string     // path of the bands with a figure
	NoFigure string     // of those without
	CSV      string
}

// FlowRow is one report of a payment.
type FlowRow struct {
	Link
	From, To string // as the article words them
	Via      string // by whose way it goes; empty if it goes at once
	Kind     string // "payment promised"
	Differ   string // how accounts of it differ; empty if they do not
	Amount   locale.Quantity
	Article  string
}

// A FlowNode is a payer or a payee in the picture.
type FlowNode struct {
	Y, Height int
	Lines     []FlowText
}

// FlowText is one line of a node's name.
type FlowText struct {
	Y    int
	Text string
}

const (
	flowBand  = 14 // from one band to the next
	flowGap   = 16 // from one node to the next
	flowLine  = 20 // from one line of a name to the next
	flowChars = 38 // of a line
	flowInner = 20 // characters of a line between the two sides
	flowLeft  = 356
	flowRight = 764
	flowMost  = 24 // reports: with more, bands can no longer be told apart
)

// moneyFlow shows reports of payments; it is nil if there are none, or so many
// that the ledger is the better place.
func (vs *Views) moneyFlow(reports []*site.Report) *MoneyFlow {
	// A general statement or a state is no payment, and a band needs a payer or a payee.
	reports = slices.DeleteFunc(slices.Clone(reports), func(rep *site.Report) bool {
		m := rep.Amount
		return rep.ReplacedBy != nil || !vs.site.IsPayment(rep) || len(rep.From)+len(rep.To) == 0 && m.FromAs.IsEmpty() && m.ToAs.IsEmpty()
	})
	if len(reports) < 2 || len(reports) > flowMost {
		return nil
	}
	v := &MoneyFlow{CSV: vs.table("/amounts/amounts.csv")}
	var paid []*site.Fact
	named := map[*site.Fact]bool{}
	for _, rep := range reports {
		m := rep.Amount
		paid = append(paid, rep.Fact)
		if len(rep.From) > 0 || !m.FromAs.IsEmpty() {
			named[rep.Fact] = true
		}
		v.Rows = append(v.Rows, FlowRow{
			Link:   vs.toReport(rep),
			From:   cmp.Or(vs.partyWords(rep.From, m.FromAs), vs.t("ledger.nobody")),
			To:     cmp.Or(vs.partyWords(rep.To, m.ToAs), vs.t("ledger.nobody")),
			Via:    vs.partyWords(rep.Via, content.Inline{}),
			Amount: vs.amount(rep), Article: vs.byline(rep.Article),
			Kind: vs.paymentInFull(rep), Differ: vs.differ(rep.Fact),
		})
	}
	v.Finding = vs.countPayments(paid, named)
	from := ranked(v.Rows, func(row FlowRow) string { return row.From })
	to := ranked(v.Rows, func(row FlowRow) string { return row.To })
	slices.SortStableFunc(v.Rows, func(x, y FlowRow) int {
		return cmp.Or(slices.Index(from, x.From)-slices.Index(from, y.From), slices.Index(to, x.To)-slices.Index(to, y.To))
	})
	v.draw(from, to)
	return v
}

// countPayments says how many payments facts are, as of [site.Counted], and of how
// many the payer is named.
func (vs *Views) countPayments(facts []*site.Fact, named map[*site.Fact]bool) string {
	var payments, spending, unclear, payers int
	for _, f := range site.Counted(facts) {
		i := slices.IndexFunc(f.Reports, vs.site.IsPayment)
		switch vs.site.KindOf(f.Reports[i]) {
		case total.Payment, total.Promise:
			payments++
		case total.Spending:
			spending++
		default:
			unclear++
		}
		if named[f] {
			payers++
		}
	}
	var parts []string
	if payments > 0 {
		parts = append(parts, vs.Count("count.payments", payments))
	}
	if spending > 0 {
		parts = append(parts, vs.Count("count.spending", spending))
	}
	if unclear > 0 {
		parts = append(parts, vs.Count("count.unclear", unclear))
	}
	return vs.t("flow.title", strings.Join(parts, ", "), vs.Number(int64(payers)))
}

// ranked lists the names of one side, those with the most reports first.
func ranked(rows []FlowRow, side func(FlowRow) string) []string {
	count := map[string]int{}
	var names []string
	for _, row := range rows {
		name := side(row)
		if count[name] == 0 {
			names = append(names, name)
		}
		count[name]++
	}
	slices.SortStableFunc(names, func(x, y string) int { return count[y] - count[x] })
	return names
}

func (v *MoneyFlow) draw(payers, payees []string) {
	from, left := v.nodes(payers, flowChars, func(row FlowRow) string { return row.From }, &v.Payers)
	to, right := v.nodes(payees, flowChars, func(row FlowRow) string { return row.To }, &v.Payees)
	conduits := ranked(v.Rows, func(row FlowRow) string { return row.Via })
	conduits = slices.DeleteFunc(conduits, func(name string) bool { return name == "" })
	via, inner := v.nodes(conduits, flowInner, func(row FlowRow) string { return row.Via }, &v.Conduits)
	v.Height = max(left, right, inner) + 8
	var bands, none strings.Builder
	// The bands of a payee stand in the order of their payers, so that they
	// cross as little as may be.
	next := slices.Clone(to)
	taken := slices.Clone(from)
	for _, row := range v.Rows {
		i, j := slices.Index(payers, row.From), slices.Index(payees, row.To)
		y1, y2 := taken[i]+flowBand/2, next[j]+flowBand/2
		taken[i] += flowBand
		next[j] += flowBand
		path := &bands
		if row.Amount.NoFigure {
			path = &none
		}
		middle := (flowLeft + flowRight) / 2
		if row.Via != "" { // a chain of two bands
			k := slices.Index(conduits, row.Via)
			y := via[k] + flowBand/2
			via[k] += flowBand
			quarter := (middle - flowLeft) / 2
			fmt.Fprintf(path, "M%d %dC%d %d %d %d %d %d", flowLeft, y1, flowLeft+quarter, y1, middle-quarter, y, middle, y)
			fmt.Fprintf(path, "C%d %d %d %d %d %d", middle+quarter, y, flowRight-quarter, y2, flowRight, y2)
			continue
		}
		fmt.Fprintf(path, "M%d %dC%d %d %d %d %d %d", flowLeft, y1, middle, y1, middle, y2, flowRight, y2)
	}
	v.Bands, v.NoFigure = bands.String(), none.String()
}

// nodes places the nodes of one side below each other; it returns where the
// first band of each stands, and where the last node ends.
func (v *MoneyFlow) nodes(names []string, chars int, side func(FlowRow) string, out *[]FlowNode) (first []int, end int) {
	y := 8
	for _, name := range names {
		n := 0
		for _, row := range v.Rows {
			if side(row) == name {
				n++
			}
		}
		lines := wrap(name, chars)
		bands := n * flowBand
		height := max(bands, len(lines)*flowLine)
		node := FlowNode{Y: y + (height-bands)/2, Height: bands}
		for i, l := range lines {
			node.Lines = append(node.Lines, FlowText{Y: y + height/2 + i*flowLine - (len(lines)-1)*flowLine/2 + 5, Text: l})
		}
		*out = append(*out, node)
		first = append(first, node.Y)
		y += height + flowGap
	}
	return first, y - flowGap
}

// wrap breaks a text into lines of at most n characters, at blanks.
func wrap(s string, n int) []string {
	var lines []string
	for word := range strings.FieldsSeq(s) {
		if last := len(lines) - 1; last >= 0 && utf8.RuneCountInString(lines[last])+1+utf8.RuneCountInString(word) <= n {
			lines[last] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}
