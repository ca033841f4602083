package view

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/site"
	"receipts/internal/total"
)

// A FlowList is a picture of money: payers, and from each an arrow to whom it pays.
// It is drawn as nested lists, so that the tree is in the text. All arrows are equally
// wide: a rate, a price and a total share no scale.
type FlowList struct {
	Outside bool // whether it comes from outside the articles
	Payers  []Payer
}

// A Payer is a node with the arrows that begin there.
type Payer struct {
	Node   FlowNode
	Arrows []Arrow
}

// A FlowNode is who pays or is paid.
type FlowNode struct {
	Parties []Party
	Nobody  string        // instead, if it is not named
	As      template.HTML // how the article words one with a page of its own
	Kind    string        // what kind of organization it is, which no article says
	Spent   string        // "for Ann Lee": whom what it is paid is spent to support or oppose
}

// An Arrow goes from a payer to a payee, perhaps by way of others. What an article says
// opens its receipt, what comes from outside its source.
type Arrow struct {
	To, Via FlowNode

	// In the articles.
	Receipt  Link // its figure, as the article qualifies it
	NoFigure bool
	Kind     string // "payment promised, until 5 November 2024"
	Where    string // "404 Media, cited by BFM Tech&Co, paragraph 9"
	Differ   string // how accounts of it differ; empty unless they contradict each other, or time has passed

	// From outside.
	Later *LaterView
}

// mostArrows is how many arrows a picture has. With more, the ledger is the better place.
const mostArrows = 60

// payments are the reports that a picture of the money shows.
func (v *Views) payments(reports []*site.Report) []*site.Report {
	return slices.DeleteFunc(slices.Clone(reports), func(rep *site.Report) bool { return !v.site.IsFlow(rep) })
}

// told draws payments as the articles tell them. Those of whom the payer is not named
// come last.
func (on *page) told(reports []*site.Report) *FlowList {
	var list FlowList
	at := map[string]int{}
	for _, rep := range reports {
		m := rep.Amount
		key := on.partyWords(rep.From, m.FromAs)
		i, ok := at[key]
		if !ok {
			i = len(list.Payers)
			at[key] = i
			list.Payers = append(list.Payers, Payer{Node: FlowNode{Parties: on.partiesOr(rep.From, m.FromAs), Nobody: on.t("flow.payer")}})
		}
		list.Payers[i].Arrows = append(list.Payers[i].Arrows, on.reportArrow(rep))
	}
	slices.SortStableFunc(list.Payers, func(x, y Payer) int {
		return cmp.Or(min(len(y.Node.Parties), 1)-min(len(x.Node.Parties), 1), len(y.Arrows)-len(x.Arrows))
	})
	return &list
}

func (on *page) reportArrow(rep *site.Report) Arrow {
	m := rep.Amount
	figure := on.amount(rep)
	a := Arrow{
		To:      FlowNode{Parties: on.partiesOr(rep.To, m.ToAs), Nobody: on.t("flow.payee"), Spent: strings.TrimPrefix(on.spentOn(rep.For, rep.Against), on.t("join.comma"))},
		Via:     FlowNode{Parties: on.parties(rep.Via)},
		Receipt: on.toReport(rep), NoFigure: figure.NoFigure,
		Kind: on.payment(rep), Where: on.saidIn(rep),
	}
	a.Receipt.Label = figure.Plain
	if len(rep.To) > 0 {
		a.To.As = on.html(m.ToAs)
	}
	if d := rep.Fact.Strongest(); d != nil && (d.Kind == "contradiction" || d.Kind == "time") {
		a.Differ = on.differ(rep.Fact)
	}
	if m.InKind {
		a.Kind = on.join("comma", a.Kind, on.t("ledger.in-kind"))
	}
	if m.Period.IsSet() {
		a.Kind = on.join("comma", a.Kind, on.Date(m.Period.Date))
	}
	return a
}

// saidIn says who says it and where: "404 Media, cited by BFM Tech&Co, paragraph 9".
func (on *page) saidIn(rep *site.Report) string {
	where := outlet(rep.Article)
	if at := rep.At; at.Kind == "P" {
		where = on.join("comma", where, on.t("where.paragraph", at.N))
	} else if !at.IsZero() {
		where = on.join("comma", where, on.where(at))
	}
	if by := on.partyWords(rep.Speakers, content.Inline{}); by != "" {
		return on.t("flow.cited", by, where)
	}
	return where
}

// filed draws later developments as their sources tell them. A payer who is paid by
// another of the picture comes after those who are not.
func (on *page) filed(items []*site.Later) *FlowList {
	words := func(parties []site.Party) string { return on.partyWords(parties, content.Inline{}) }
	paid := map[string]bool{}
	for _, l := range items {
		paid[words(l.To)] = true
	}
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(x, y *site.Later) int {
		switch one, other := paid[words(x.From)], paid[words(y.From)]; {
		case one == other:
			return 0
		case one:
			return 1
		}
		return -1
	})
	list := FlowList{Outside: true}
	at := map[string]int{}
	for _, l := range items {
		i, ok := at[words(l.From)]
		if !ok {
			i = len(list.Payers)
			at[words(l.From)] = i
			list.Payers = append(list.Payers, Payer{Node: on.outsideNode(l.From)})
		}
		list.Payers[i].Arrows = append(list.Payers[i].Arrows, Arrow{To: on.outsideNode(l.To), Later: new(on.later(l))})
	}
	return &list
}

func (on *page) outsideNode(parties []site.Party) FlowNode {
	n := FlowNode{Parties: on.parties(parties)}
	if len(parties) == 1 && parties[0].Entity != nil && parties[0].Entity.Kind == site.OrganizationNode {
		n.Kind, _ = on.config.OrgKinds.Label(parties[0].Entity.Front.Kind.Text)
	}
	return n
}

// countPayments says how many payments facts are, as of [site.Counted], and of how
// many the payer is named.
func (v *Views) countPayments(reports []*site.Report) string {
	var facts []*site.Fact
	named := map[*site.Fact]bool{}
	for _, rep := range reports {
		facts = append(facts, rep.Fact)
		if len(rep.From) > 0 || !rep.Amount.FromAs.IsEmpty() {
			named[rep.Fact] = true
		}
	}
	var payments, spending, unclear, payers int
	for _, f := range site.Counted(facts) {
		i := slices.IndexFunc(f.Reports, v.site.IsPayment)
		switch v.site.KindOf(f.Reports[i]) {
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
		parts = append(parts, v.Count("count.payments", payments))
	}
	if spending > 0 {
		parts = append(parts, v.Count("count.spending", spending))
	}
	if unclear > 0 {
		parts = append(parts, v.Count("count.unclear", unclear))
	}
	return v.t("flow.counted", v.join("comma", parts...), v.Number(int64(payers)))
}
