package site

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/total"
)

// Totals are made of facts by package total, which refuses where a sum would
// count money twice. This file says how a report becomes an item of a total, and
// which facts a total is of. All totals are made from one book of all facts with
// all their reports, since facts outside a total matter to it: the payment by which
// money came back, the whole of two parts.

// What an outlet reckons from other figures, and what is said in general, is no
// amount of its own: a figure of such a flow alone is in no total, and beside others
// of its fact it says nothing of the flow.
const saidOnly = "statement"

// KindOf is what the site file says that an amount of r's flow is; "" if it does not
// say.
func (s *Site) KindOf(r *Report) total.Kind {
	return total.Kind(s.Config.Flows.Kind(r.Amount.Flow.Text))
}

// IsFlow reports whether a picture of the money shows r: what was paid, promised or
// spent, of which it is said by whom or to whom.
func (s *Site) IsFlow(r *Report) bool {
	m := r.Amount
	return m != nil && r.ReplacedBy == nil && s.IsPayment(r) && (len(r.From)+len(r.To) > 0 || !m.FromAs.IsEmpty() || !m.ToAs.IsEmpty())
}

// IsPayment reports whether r may be of money that goes from a payer to a payee:
// paid, spent or promised, or of a flow of which the kind is not known.
func (s *Site) IsPayment(r *Report) bool {
	switch s.KindOf(r) {
	case total.State, total.Price, total.Limit, saidOnly:
		return false
	}
	return true
}

// Total adds all money on the site.
func (s *Site) Total() total.Total { return s.sum() }

// TotalOf adds facts of money.
func (s *Site) TotalOf(facts []*Fact) total.Total { return s.totalOf(facts) }

// A FlowTotal is the total of one flow: of one side if some of it is spent for or
// against anybody, and of money or in kind if there is both.
type FlowTotal struct {
	InKind       bool
	For, Against []Party
	total.Total
}

// TotalsOfFlow add the facts that are reported as payments of one flow, those of each
// side and those in kind by themselves, in the order of their first facts. Before them stands why there
// is no total of all.
func (s *Site) TotalsOfFlow(flow string) []FlowTotal {
	if sums := s.flowSums[flow]; sums != nil {
		return sums()
	}
	return nil
}

// openBook prepares the book of all facts, and the totals that many pages show. They
// are made when they are first asked for: the page of one article, which an author
// looks at after a save, needs none.
func (s *Site) openBook() {
	s.book = sync.OnceValue(func() *total.Book { return total.NewBook(s.items(s.Facts)) })
	s.sum = sync.OnceValue(func() total.Total { return s.totalOf(ofMoney(s.Facts)) })
	s.flowSums = map[string]func() []FlowTotal{}
	for _, flow := range s.Config.Flows.IDs() {
		s.flowSums[flow] = sync.OnceValue(func() []FlowTotal { return s.addSides(s.byFlow(flow)) })
	}
}

// addSides makes the totals of [Site.TotalsOfFlow].
func (s *Site) addSides(facts []*Fact) []FlowTotal {
	bySide := map[string][]*Fact{}
	var order []*Report // one of each side
	for _, f := range facts {
		standing := f.Standing()
		r := standing[max(0, slices.IndexFunc(standing, func(r *Report) bool { return len(r.For)+len(r.Against) > 0 || r.Amount.InKind }))]
		side := r.side()
		if bySide[side] == nil {
			order = append(order, r)
		}
		bySide[side] = append(bySide[side], f)
	}
	var out []FlowTotal
	if len(order) > 1 {
		if all := s.totalOf(facts); !all.OK {
			out = append(out, FlowTotal{Total: all})
		}
	}
	for _, r := range order {
		out = append(out, FlowTotal{r.Amount.InKind, r.For, r.Against, s.totalOf(bySide[r.side()])})
	}
	return out
}

// side tells what r is added with: whom it is for and against, and whether it is in
// kind.
func (r *Report) side() string {
	return strconv.FormatBool(r.Amount.InKind) + " / " + content.StatementOf(sideIDs(r.For)) + " / " + content.StatementOf(sideIDs(r.Against))
}

// byFlow lists the facts of money that some report calls a payment of a kind; a report
// that is replaced does not say what it is now.
func (s *Site) byFlow(flow string) []*Fact {
	var out []*Fact
	for _, f := range s.Facts {
		if f.Type == Money && slices.ContainsFunc(f.Standing(), func(r *Report) bool { return r.Amount != nil && r.Amount.Flow.Text == flow }) {
			out = append(out, f)
		}
	}
	return out
}

// TotalPaid adds what e alone pays.
func (s *Site) TotalPaid(e *Entity) total.Total {
	return s.book().Alone(idsOf(factsOf(e.Paid)), func(i total.Item) bool { return !isOnly(e, i.From) })
}

// TotalReceived adds what e alone receives.
func (s *Site) TotalReceived(e *Entity) total.Total {
	return s.book().Alone(idsOf(factsOf(e.Received)), func(i total.Item) bool { return !isOnly(e, i.To) })
}

// TotalVia adds what goes by way of e alone.
func (s *Site) TotalVia(e *Entity) total.Total {
	return s.book().Alone(idsOf(factsOf(e.PassedOn)), func(i total.Item) bool { return !isOnly(e, i.Via) })
}

// TotalFor adds what is spent to support e alone.
func (s *Site) TotalFor(e *Entity) total.Total {
	return s.book().Alone(idsOf(factsOf(e.Backed)), func(i total.Item) bool { return !isOnly(e, i.For) })
}

// TotalAgainst adds what is spent to oppose e alone.
func (s *Site) TotalAgainst(e *Entity) total.Total {
	return s.book().Alone(idsOf(factsOf(e.Opposed)), func(i total.Item) bool { return !isOnly(e, i.Against) })
}

// TotalIn adds what concerns st and no other state.
func (s *Site) TotalIn(st *State) total.Total {
	return s.book().Alone(idsOf(ofMoney(st.Facts)), func(i total.Item) bool { return len(s.nodes[i.ID].fact.States) > 1 })
}

// factsOf lists the facts of money that reports are of. One that is replaced says nothing
// of its fact any more, unless all are.
func factsOf(reports []*Report) []*Fact {
	var out []*Fact
	for _, r := range reports {
		isReplaced := r.ReplacedBy != nil && r.Fact.Successor() == nil
		if !isReplaced && last(out) != r.Fact { // facts come one after the other
			out = append(out, r.Fact)
		}
	}
	return ofMoney(out)
}

func ofMoney(facts []*Fact) []*Fact {
	var out []*Fact
	for _, f := range facts {
		if f.Type == Money {
			out = append(out, f)
		}
	}
	return out
}

// isOnly reports whether ids name e alone, or nothing.
func isOnly(e *Entity, ids []string) bool {
	return !slices.ContainsFunc(ids, func(id string) bool { return id != e.ID })
}

// totalOf adds facts that are amounts of money or counts.
func (s *Site) totalOf(facts []*Fact) total.Total { return s.book().Of(idsOf(facts)) }

func idsOf(facts []*Fact) []string {
	ids := make([]string, len(facts))
	for i, f := range facts {
		ids[i] = f.ID
	}
	return ids
}

// items are all reports of facts as package total takes them.
func (s *Site) items(facts []*Fact) []total.Item {
	n := 0
	for _, f := range facts {
		if f.Type == Money || f.Type == Count {
			n += len(f.Reports)
		}
	}
	out := make([]total.Item, 0, n)
	for _, f := range facts {
		for _, r := range f.Reports {
			if r.Amount != nil {
				out = append(out, s.item(r))
			}
		}
	}
	return out
}

func (s *Site) item(r *Report) total.Item {
	m := r.Amount
	i := total.Item{
		ID: r.Fact.ID, Source: r.Anchor, Reported: r.Article.Front.Source.Published.Date,
		Quantity: m.Quantity.Quantity, Flow: m.Flow.Text, Kind: s.KindOf(r), Period: m.Period.Date, Cumulative: r.isCumulative(),
		InKind: m.InKind, Via: ids(r.Via, false), For: sideIDs(r.For), Against: sideIDs(r.Against),
		From: ids(r.From, !m.FromAs.IsEmpty()), To: ids(r.To, !m.ToAs.IsEmpty()),
	}
	if i.Kind == saidOnly {
		i.Flow, i.Kind = "", ""
	}
	if gift := r.Refunds; gift != nil {
		for later := gift.Successor(); later != nil && later != gift; later = later.Successor() {
			gift = later
		}
		i.Refunds = gift.ID
	}
	if r.ReplacedBy != nil {
		i.ReplacedBy = r.ReplacedBy.Fact.ID
	}
	for whole := r.Fact.PartOf; whole != nil && !slices.Contains(i.PartOf, whole.ID); whole = whole.PartOf {
		i.PartOf = append(i.PartOf, whole.ID)
		// What is part of a figure that was replaced is part of the later one.
		for later := whole.Successor(); later != nil && later != r.Fact && !slices.Contains(i.PartOf, later.ID); later = later.Successor() {
			i.PartOf = append(i.PartOf, later.ID)
		}
	}
	return i
}

// isCumulative reports whether a quote of r, or its translation, says that the
// figure is what there is so far.
func (r *Report) isCumulative() bool {
	says := func(e content.Evidence) bool {
		return evidence.IsSoFar(r.Article.Front.Source.Language, e.Quote.Text) || evidence.IsSoFar(r.Article.Front.Source.Ours, e.Translation.Text)
	}
	return says(r.Evidence) || slices.ContainsFunc(r.Also, says)
}

// ids are the parties of a report. One that is named in words is unidentified: it
// may be any entity.
func ids(parties []Party, worded bool) []string {
	var out []string
	for _, p := range parties {
		if p.Entity == nil {
			out = append(out, total.Unidentified)
		} else {
			out = append(out, p.Entity.ID)
		}
	}
	if len(parties) == 0 && worded {
		out = append(out, total.Unidentified)
	}
	return out
}

// sideIDs are whom or what money is spent for or against. Unlike payers, what is
// named in words is known by them: "Proposition 9".
func sideIDs(parties []Party) []string {
	var out []string
	for _, p := range parties {
		if p.Entity == nil {
			out = append(out, p.Words.Text)
		} else {
			out = append(out, p.Entity.ID)
		}
	}
	return out
}

// ReportOf returns the report that an item of a total was made of.
func (s *Site) ReportOf(i total.Item) *Report {
	return s.nodes[i.ID].fact.report(i.Source)
}

// A ShownTotal is a total of the whole site that the page of amounts or the home page
// shows: of all money, one that the site file asks for, of payments of one flow, or of a
// group of the home page.
type ShownTotal struct {
	Of   string // "all", "asked", "flow" or "till"
	Name string // of a flow its id, else the title; empty of all money
	File string // that the title is from, of what the site file asks for
	FlowTotal
}

// LedgerTotals are those of the page of amounts: of all money, those asked for, and,
// where not all money is added, of each flow. Why a flow with one fact only is not added,
// the total of all money says.
func (s *Site) LedgerTotals() []ShownTotal {
	all := s.Total()
	out := []ShownTotal{{Of: "all", FlowTotal: FlowTotal{Total: all}}}
	for _, asked := range s.Totals {
		out = append(out, ShownTotal{Of: "asked", Name: asked.Title.Text, File: asked.Title.Place.File, FlowTotal: FlowTotal{Total: asked.Total}})
	}
	if all.OK {
		return out
	}
	for _, flow := range s.Config.Flows {
		for _, t := range s.TotalsOfFlow(flow.ID) {
			if t.OK || len(t.Left) > 1 && t.Left[0].ID != t.Left[len(t.Left)-1].ID {
				out = append(out, ShownTotal{Of: "flow", Name: flow.ID, FlowTotal: t})
			}
		}
	}
	return out
}

// An AskedTotal is a sum that content/site.yaml asks for, and that there is.
type AskedTotal struct {
	Title content.Words
	total.Total
}

// askTotals makes the sums that content/site.yaml asks for. One that cannot be made
// is a mistake: the editors want it shown.
func (l *linker) askTotals() {
	for _, asked := range l.Config.Totals {
		var facts []*Fact
		whole := len(asked.Facts) > 0 // what is missing is reported where the file is read
		for _, ref := range asked.Facts {
			f := l.fact(ref.Text, ref.Place)
			switch {
			case f == nil:
				whole = false // reported, or of a file that could not be read
			case f.Type != Money && f.Type != Count:
				l.diags.AddHint(diag.WrongKindOfID, ref.Place, `"`+f.ID+`" is `+f.Type.withArticle()+", not an amount", "only money and counts are added")
				whole = false
			case !slices.Contains(facts, f):
				facts = append(facts, f)
			}
		}
		if !whole {
			continue
		}
		t := l.totalOf(facts)
		if !t.OK {
			l.refuseTotal(asked.Title.Text, asked.Title.Place, t)
			continue
		}
		l.Totals = append(l.Totals, &AskedTotal{asked.Title, t})
	}
}

func (l *linker) refuseTotal(title string, at diag.Place, t total.Total) {
	d := diag.Diagnostic{
		Code: diag.RefusedTotal, Place: at,
		Message: fmt.Sprintf(`"%s" cannot be added up: %s`, title, refusals[t.Reason].why),
		Hint:    refusals[t.Reason].hint,
	}
	if d.Hint != "" {
		d.Hint += ", or "
	}
	d.Hint += "take the total out: the page of amounts says why there is none"
	for _, left := range t.Left {
		note := fmt.Sprintf(`"%s" is left out: %s`, left.ID, refusals[left.Reason].why)
		if left.Reason == total.NotSummed {
			note = fmt.Sprintf(`nothing speaks against "%s", but there is no sum`, left.ID)
		}
		if len(left.Because) > 0 {
			note += ` ("` + strings.Join(left.Because, `", "`) + `")`
		}
		d.Related = append(d.Related, diag.Related{Place: l.ReportOf(left.Item).Amount.Quantity.Place, Note: note})
	}
	l.diags = append(l.diags, d)
}

// WhyNotAdded says, in words for an author, why facts cannot be added so that each
// counts; it is empty if they can.
func (s *Site) WhyNotAdded(facts []*Fact) string {
	t := s.totalOf(facts)
	for _, left := range t.Left {
		if left.Reason != total.NotSummed && left.Reason != total.SecondReport {
			return `"` + left.ID + `" is left out: ` + refusals[left.Reason].why
		}
	}
	return refusals[t.Reason].why
}

// A refusal is a reason in an author's words, and what can be done about it.
type refusal struct{ why, hint string }

var refusals = map[total.Reason]refusal{
	total.NoFigure:         {"it has no number", "ask for facts that have one"},
	total.VagueNumber:      {"a word for a number cannot be added", "ask for facts that have a number"},
	total.OrderOfMagnitude: {"an order of magnitude cannot be added", "ask for facts that have a number"},
	total.Rate:             {"a rate is not a sum", "ask for facts that are sums"},
	total.UnitPrice:        {"a unit price is not a sum", "ask for facts that are sums"},
	total.Percentage:       {"percentages are not added", "ask for facts that are sums"},
	total.OtherPrices:      {"money in prices of a year, or adjusted for inflation, is not what was paid", "ask for facts that are told as they were paid"},
	total.NoFlow:           {"what is said in general, or reckoned by an outlet, is no payment", "ask for payments"},
	total.NoKind:           {"the site file does not say what kind of amount its flow is", `say so under "flows" in content/site.yaml, such as "contribution: {label: contribution reported, kind: payment}"`},
	total.Promised:         {"what is promised is not paid", "ask for payments"},
	total.OnOneDay:         {"what is there, or owed, on a day is no payment", "ask for payments"},
	total.PriceOfOne:       {"a price is no payment", "ask for payments"},
	total.NotPaid:          {"a limit is no payment", "ask for payments"},
	total.NoSide:           {"it is not said whom or what it is spent for or against", `say so in its report with "for:" or "against:"; or, if the flow is of other payments, give it the kind "payment" in content/site.yaml`},
	total.GivenBack:        {"it gives back money of another fact, and is taken off", "ask for what was given"},
	total.Replaced:         {"a later figure replaces it", ""},
	total.ReportsDisagree:  {"its reports contradict each other", "ask for facts whose reports agree"},
	total.ReportsDiffer:    {"its reports differ in unit, basis, flow or side", "ask for facts whose reports agree"},
	total.Shared:           {"others have a part in it", ""},
	total.SecondReport:     {"a second report of a fact adds nothing", ""},
	total.InTheWhole:       {"it is already in the whole", ""},
	total.PassedOn:         {"money of another fact may have reached who pays it", ""},
	total.InTheWider:       {"it is within a wider payment", ""},
	total.EarlierState:     {"a later figure of what was paid so far holds it", ""},
	total.SeveralReadings:  {"its reports are of several times, and may be of the same money", "give what was paid at each time an id of its own"},
	total.NotSummed:        {"there is no sum", ""},
	total.NothingGiven:     {"there is nothing to add", ""},
	total.NoFigureFits:     {"none of the figures can be added", "ask for facts that are sums"},
	total.OneFigure:        {"only one figure can be added", "name another fact that has one"},
	total.UnitsDiffer:      {"the units differ", "ask for one total of each unit"},
	total.FlowsDiffer:      {"these are different kinds of payment", "ask for one total of each kind"},
	total.SidesDiffer:      {"it is spent for and against different people or things", "ask for one total of each side, and say in the reports whom it is for or against"},
	total.KindAndCash:      {"some of it is money, and some goods or services", "ask for one total of each"},
	total.MayBeTheSame:     {"it may count the same money, or the same people, twice", "say in the reports who paid whom and when, or in the facts’ files what they are a part_of"},
	total.RunningTotals:    {"each is all that was paid until some day, so one may hold the other", "ask for the latest of them alone, or for what was paid in one period each"},
	total.MayBePassedOn:    {"somebody unidentified may have passed on the same money", "name the payers and payees in the reports"},
	total.ToldAgain:        {"it is probably a gift told again: its giver also paid somebody who paid the same recipient", `if so, write in its report "via:" and by whose way it went, or in its file what it is a part_of; if it is another gift, give its date`},
	total.PartOfItself:     {"it is a part of itself", "mend part_of"},
	total.Circle:           {"the money goes round in a circle", `if a payment gives back another one, say so in its report with "refunds:" and the id of that one; else leave out one payment of the circle`},
	total.PartExceedsWhole: {"a part is greater than its whole", "read both sources again and mend the figure that is wrong, or part_of"},
	total.PartsExceedWhole: {"parts come to more than their whole", "read the sources again and mend the figure that is wrong, or part_of"},
	total.PassedOnExceeds:  {"more is paid on than was received", "leave out what is paid on"},
	total.NoCommonWord:     {"the figures are bounded and approximate in ways that no word for their sum covers", "ask for a total of each kind: of those that are about so much, and of those that are at least so much"},
	total.UnknownRefund:    {"it is not known how much was given back", ""},
	total.SameRefund:       {"two refunds may be the same money", ""},
	total.RefundExceeds:    {"more is given back than was given", ""},
	total.TooLarge:         {"the sum is too large to be written", "ask for fewer facts"},
}
