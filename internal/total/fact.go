package total

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// A fact counts once, however often it is reported. Its reports must be able to
// be true together: figures by [amount.Agree], payers and payees by having one
// in common. If they are not, the fact is left out, for a total must not choose
// between sources.
//
// Reports whose periods have no day in common are readings at several times, which
// do not contradict each other. They are not added either: they may hold the same
// money. Such a fact takes part in all steps, as if there were the oldest report
// alone, and is left out in the end; so a further reading never raises a total. Who
// paid at one time is not known by who did at another.
//
// Of reports that can be true together, the figure is that of the oldest whose figure
// can be added. It is what a source has said, where the bounds that all reports allow
// may be what none has said; and a later report that agrees changes no total.
// Payers, payees and wholes are those of all reports together. The period covers
// all of theirs, from the beginning for what was paid so far: the widest period
// finds most of what may be counted twice. A report that is silent on one of them
// agrees.
type fact struct {
	id       string
	reports  []Item // oldest first
	speaks   int    // the report whose figure is the fact's
	flow     string
	kind     Kind
	from, to parties
	via      parties
	inKind   bool     // by any report
	refunds  []string // the ids of the facts whose money it gives back; more than one if its reports differ
	side     string   // whom it is for and against; "" if that is not said
	period   span
	several  bool     // there are readings at several times
	runs     bool     // by any report, it is all that was paid so far
	whole    string   // the nearest that it is a part of, or ""
	wholes   []string // all of them that are given

	reason  Reason // why it is left out; 0 while it is to be added
	because []string
}

func (f *fact) quantity() amount.Quantity { return f.reports[f.speaks].Quantity }

func (f *fact) leaveOut(r Reason, because ...*fact) {
	f.reason, f.because = r, nil
	for _, b := range because {
		if b != f {
			f.because = append(f.because, b.id)
		}
	}
	slices.Sort(f.because)
}

// isFit reports whether f took part in the steps after the first.
func (f *fact) isFit() bool { return f.reason == 0 || f.reason > SecondReport }

// isCountedElsewhere reports whether f's money is in another fact here.
func (f *fact) isCountedElsewhere() bool {
	return f.reason == InTheWhole || f.reason == PassedOn || f.reason == InTheWider || f.reason == EarlierState
}

// remaining are the facts that are still to be added.
func remaining(facts []*fact) []*fact {
	var out []*fact
	for _, f := range facts {
		if f.reason == 0 {
			out = append(out, f)
		}
	}
	return out
}

// gather makes facts of items, sorted by id.
func gather(items []Item) []*fact {
	items = slices.Clone(items)
	slices.SortFunc(items, compareItems)
	var facts []*fact
	for start := 0; start < len(items); {
		end := start + 1
		for end < len(items) && items[end].ID == items[start].ID {
			end++
		}
		facts = append(facts, newFact(items[start:end:end]))
		start = end
	}
	return facts
}

func newFact(reports []Item) *fact {
	f := &fact{id: reports[0].ID, reports: reports}
	var from, to, via []string
	for i, r := range reports {
		via = append(via, r.Via...)
		if f.flow == "" {
			f.flow, f.kind = r.Flow, r.Kind
		}
		f.side = cmp.Or(f.side, r.side())
		if r.Refunds != "" && !slices.Contains(f.refunds, r.Refunds) {
			f.refunds = append(f.refunds, r.Refunds)
		}
		from, to = append(from, r.From...), append(to, r.To...)
		f.period = f.period.and(r.span())
		f.runs, f.inKind = f.runs || r.isCumulative(), f.inKind || r.InKind
		if f.whole == "" && len(r.PartOf) > 0 {
			f.whole = r.PartOf[0]
		}
		if i == 0 || !slices.Equal(r.PartOf, reports[i-1].PartOf) {
			f.wholes = append(f.wholes, r.PartOf...)
		}
	}
	var readings [][]Item
	if len(reports) > 1 {
		readings = readingsOf(reports)
	}
	if f.several = len(readings) > 1; f.several {
		for _, reading := range readings {
			if !slices.ContainsFunc(reading, func(r Item) bool { return len(r.From) > 0 }) {
				from = append(from, Unidentified)
			}
			if !slices.ContainsFunc(reading, func(r Item) bool { return len(r.To) > 0 }) {
				to = append(to, Unidentified)
			}
		}
	}
	f.from, f.to, f.via = newParties(from), newParties(to), newParties(via)
	f.reason = f.unfit(readings)
	return f
}

// unfit finds the figure that speaks for f, and returns why f is left out.
func (f *fact) unfit(readings [][]Item) Reason {
	f.speaks = slices.IndexFunc(f.reports, func(r Item) bool { return figure(r.Quantity) == 0 })
	if f.speaks < 0 {
		// Of the reasons, that of a report which gives some figure says more.
		f.speaks = max(0, slices.IndexFunc(f.reports, func(r Item) bool { return figure(r.Quantity) != NoFigure }))
		return figure(f.quantity())
	}
	var all statements
	contradict := false
	if len(f.reports) > 1 { // one cannot contradict itself
		for _, r := range f.reports {
			all.add(r)
		}
		contradict = slices.ContainsFunc(readings, contradictory)
	}
	switch {
	case contradict, len(f.refunds) > 1:
		return ReportsDisagree
	case all.unlike(), len(all.flows) > 1, len(all.sides) > 1:
		return ReportsDiffer
	case !f.quantity().IsMoney():
		if len(f.refunds) > 0 {
			return GivenBack
		}
		return 0
	case f.flow == "":
		return NoFlow
	case notAdded[f.kind] != 0:
		return notAdded[f.kind]
	case len(f.refunds) > 0:
		return GivenBack
	case f.kind == Spending && f.side == "":
		return NoSide
	}
	return 0
}

// readingsOf are groups of reports of one fact by the time that they are of: no two
// groups have a day in common. Reports whose time is not known are a further group
// beside several, since they may be of any of those.
func readingsOf(reports []Item) [][]Item {
	sorted := slices.SortedStableFunc(slices.Values(reports), func(a, b Item) int {
		return spanOf(a.Period).from.Compare(spanOf(b.Period).from)
	})
	var out [][]Item
	var reached span
	for i, start := 0, 0; i < len(sorted); i++ {
		s := spanOf(sorted[i].Period)
		if i == 0 || s.known() && s.from.Compare(reached.to) > 0 {
			out, start, reached = append(out, nil), i, span{}
		}
		out[len(out)-1], reached = sorted[start:i+1], reached.and(s)
	}
	if undated := len(out) > 0 && !spanOf(sorted[0].Period).known(); undated && len(out) < 3 {
		return [][]Item{sorted}
	}
	return out
}

// contradictory reports whether reports of one time contradict each other.
func contradictory(reports []Item) bool {
	var s statements
	for _, r := range reports {
		s.add(r)
	}
	return s.isContradiction()
}

// statements are what reports of one fact say. That they agree two by two is
// seen from their ends: all intervals of a line meet if the last that begins
// does so before the first has ended.
type statements struct {
	kinds      map[kind]*ends
	flows      map[string]bool
	sides      map[string]bool
	from, to   []parties
	contradict bool // two figures do
	open       bool // there is money without a number
	counts     bool // something is counted
	zero       bool // a report says nothing that could be read
	adjusted   bool // figures differ that are perhaps at the prices of two years
}

// unlike reports whether some statements cannot be compared.
func (s *statements) unlike() bool {
	return len(s.kinds) > 1 || s.open && s.counts || s.zero || s.adjusted
}

// A kind is what can be compared: of one unit, and per one basis.
type kind struct {
	unit, basis string
	money       bool
}

type ends struct{ lastBegin, firstEnd int64 }

// and joins an interval to e; it is false if the two do not meet.
func (e *ends) and(from, to int64) (*ends, bool) {
	if e == nil {
		return &ends{from, to}, true
	}
	e.lastBegin, e.firstEnd = max(e.lastBegin, from), min(e.firstEnd, to)
	return e, e.lastBegin <= e.firstEnd
}

func (s *statements) add(r Item) {
	if s.kinds == nil {
		s.kinds, s.flows, s.sides = map[kind]*ends{}, map[string]bool{}, map[string]bool{}
	}
	meet := true
	q := r.Quantity
	switch k := (kind{q.Measure(), q.Basis(), q.IsMoney()}); {
	case q.IsZero():
		s.zero = true
	case q.Kind() == amount.Unquantified:
		s.open = true // the number, the unit and the basis are
	default:
		s.counts = s.counts || !q.IsMoney()
		least, most := q.Possible()
		s.kinds[k], meet = s.kinds[k].and(least, most)
		if q.Prices() == amount.Adjusted { // as in amount.Agree
			s.adjusted = s.adjusted || !meet
		} else {
			s.contradict = s.contradict || !meet
		}
	}
	if r.Flow != "" {
		s.flows[r.Flow] = true
	}
	if side := r.side(); side != "" {
		s.sides[side] = true
	}
	s.from, s.to = append(s.from, newParties(r.From)), append(s.to, newParties(r.To))
}

func (s *statements) isContradiction() bool {
	return s.contradict || anyExclude(s.from) || anyExclude(s.to)
}

// side tells whom i is for and against apart from others; "" if it does not say.
func (i Item) side() string {
	if len(i.For)+len(i.Against) == 0 {
		return ""
	}
	set := func(ids []string) string {
		return strings.Join(slices.Compact(slices.Sorted(slices.Values(ids))), "\x00")
	}
	return set(i.For) + "\x01" + set(i.Against)
}

// anyExclude reports whether two sets of parties exclude each other. Equal sets are
// compared once, and mostly one party is in all of them.
func anyExclude(all []parties) bool {
	var distinct []parties
	seen, in := map[string]bool{}, map[string]int{}
	for _, p := range all {
		key := strings.Join(p.ids, "\x00")
		if !p.whole() || seen[key] {
			continue
		}
		seen[key] = true
		distinct = append(distinct, p)
		for _, id := range p.ids {
			in[id]++
		}
	}
	for _, n := range in {
		if n == len(distinct) {
			return false
		}
	}
	for i, p := range distinct {
		if slices.ContainsFunc(distinct[:i], p.excludes) {
			return true
		}
	}
	return false
}

// figure returns why a quantity cannot be added to any other, or 0.
func figure(q amount.Quantity) Reason {
	_, err := amount.Sum(q)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, amount.VagueNumber):
		return VagueNumber
	case errors.Is(err, amount.OrderOfMagnitude):
		return OrderOfMagnitude
	case errors.Is(err, amount.IsShare):
		return Percentage
	case errors.Is(err, amount.OtherPrices):
		return OtherPrices
	case errors.Is(err, amount.HasBasis) && isTime(q.Basis()):
		return Rate
	case errors.Is(err, amount.HasBasis):
		return UnitPrice
	}
	return NoFigure
}

// isTime reports whether a basis is a length of time: its first or last word
// is, as in "day of voting" and "working day".
func isTime(basis string) bool {
	words := strings.Fields(strings.ToLower(basis))
	return slices.Contains(times, words[0]) || slices.Contains(times, words[len(words)-1])
}

var times = strings.Fields("second minute hour day night weekday week weekend fortnight month quarter semester season year decade century")

// parties are the payers or the payees of one fact. The zero value is not known and
// may be any party.
type parties struct {
	ids    []string // sorted, each once
	others bool     // one is unidentified
}

func newParties(ids []string) parties {
	if len(ids) == 0 {
		return parties{}
	}
	p := parties{others: slices.Contains(ids, Unidentified)}
	p.ids = slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == Unidentified })
	slices.Sort(p.ids)
	p.ids = slices.Compact(p.ids)
	return p
}

// whole reports whether p names all.
func (p parties) whole() bool { return len(p.ids) > 0 && !p.others }

// has reports whether id is surely in p.
func (p parties) has(id string) bool {
	_, found := slices.BinarySearch(p.ids, id)
	return found
}

// shares reports whether one party is surely in both.
func (p parties) shares(q parties) bool { return slices.ContainsFunc(p.ids, q.has) }

// excludes reports whether no party can be in both.
func (p parties) excludes(q parties) bool { return p.whole() && q.whole() && !p.shares(q) }

// among reports whether p names all, and each of them is in q.
func (p parties) among(q parties) bool {
	return p.whole() && !slices.ContainsFunc(p.ids, func(id string) bool { return !q.has(id) })
}

// span is the time that a fact may lie in. The zero span is not known.
type span struct{ from, to edtf.Day }

func spanOf(d edtf.Date) span {
	if d.IsZero() || d.Approximate() || d.Uncertain() {
		return span{}
	}
	return span{d.Earliest(), d.Latest()}
}

// isCumulative reports whether i is all that was paid until some day.
func (i Item) isCumulative() bool { return i.Cumulative || i.Period.OpenStart() }

// span is when what i tells of was paid. What was paid so far may have been paid
// at any time before.
func (i Item) span() span {
	s := spanOf(i.Period)
	if !i.isCumulative() {
		return s
	}
	if i.Period.IsZero() {
		s = spanOf(i.Reported)
	}
	if s.known() {
		s.from = edtf.Day{Year: 1, Month: 1, Day: 1}
	}
	return s
}

func (s span) known() bool { return s != span{} }

// and is the span that reaches over both.
func (s span) and(t span) span {
	switch {
	case !t.known():
		return s
	case !s.known():
		return t
	}
	if t.from.Compare(s.from) < 0 {
		s.from = t.from
	}
	if t.to.Compare(s.to) > 0 {
		s.to = t.to
	}
	return s
}

// within reports whether both are known and every day of s is one of t.
func (s span) within(t span) bool {
	return s.known() && t.known() && t.from.Compare(s.from) <= 0 && s.to.Compare(t.to) <= 0
}

// days is about the length of s. Of two periods of one length neither contains the
// other.
func (s span) days() int { return int(day(s.to) - day(s.from)) }

// day is a number that orders days.
func day(d edtf.Day) int64 { return int64(d.Year)*372 + int64(d.Month)*31 + int64(d.Day) }
