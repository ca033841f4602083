package total

import (
	"errors"
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// A fact counts once, however often it is reported. Its reports must be able to
// be true together: figures by [amount.Agree], payers and payees by having one
// in common, periods by overlap. If they are not, the fact is left out, for a
// total that chose a side would be a verdict.
//
// If they are, the figure is that of the oldest report whose figure can be
// added. It is what a source has said, where the bounds that all reports allow
// may be what none has said; and a later report that agrees changes no total.
// Payers, payees and wholes are those of all reports together and the period
// reaches over all of theirs: the widest reading is the one that finds most of
// what may be counted twice. A report that is silent on one of them agrees.
type fact struct {
	id       string
	reports  []Item // oldest first
	speaks   int    // the report whose figure is the fact's
	flow     string
	from, to parties
	period   span
	whole    string   // the nearest, or ""
	wholes   []string // all that are given

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
	return f.reason == InTheWhole || f.reason == PassedOn || f.reason == InTheWider
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
	for _, r := range reports {
		if f.flow == "" {
			f.flow = r.Flow
		}
		f.from = f.from.and(named(r.From))
		f.to = f.to.and(named(r.To))
		f.period = f.period.and(spanOf(r.Period))
		if f.whole == "" && len(r.PartOf) > 0 {
			f.whole = r.PartOf[0]
		}
		f.wholes = append(f.wholes, r.PartOf...)
	}
	f.reason = f.unfit()
	return f
}

// unfit finds the figure that speaks for f, and returns why f is left out.
func (f *fact) unfit() Reason {
	f.speaks = slices.IndexFunc(f.reports, func(r Item) bool { return figure(r.Quantity) == 0 })
	if f.speaks < 0 {
		// Of the reasons, that of a report which gives some figure says more.
		f.speaks = max(0, slices.IndexFunc(f.reports, func(r Item) bool { return figure(r.Quantity) != NoFigure }))
		return figure(f.quantity())
	}
	differ := false
	for i, r := range f.reports {
		for _, s := range f.reports[:i] {
			agreement := amount.Agree(r.Quantity, s.Quantity)
			if agreement == amount.Contradicts || named(r.From).excludes(named(s.From)) || named(r.To).excludes(named(s.To)) ||
				spanOf(r.Period).apart(spanOf(s.Period)) {
				return ReportsDisagree
			}
			differ = differ || agreement != amount.Agrees || r.Flow != s.Flow && r.Flow != "" && s.Flow != ""
		}
	}
	switch {
	case differ:
		return ReportsDiffer
	case f.flow == "" && f.quantity().IsMoney():
		return NoFlow
	}
	return 0
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

// parties are those who pay, or are paid, in one fact. The zero value says
// nothing, and may be anybody.
type parties struct {
	ids    []string // sorted, each once
	others bool     // somebody unidentified is among them
}

func named(ids []string) parties {
	p := parties{others: slices.Contains(ids, Unidentified)}
	p.ids = slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == Unidentified })
	slices.Sort(p.ids)
	p.ids = slices.Compact(p.ids)
	return p
}

// and joins what two reports say; one that is silent takes nothing away.
func (p parties) and(q parties) parties {
	joined := named(slices.Concat(p.ids, q.ids))
	joined.others = p.others || q.others
	return joined
}

// whole reports whether p names everybody.
func (p parties) whole() bool { return len(p.ids) > 0 && !p.others }

// shares reports whether somebody is in both for sure.
func (p parties) shares(q parties) bool {
	return slices.ContainsFunc(p.ids, func(id string) bool { return slices.Contains(q.ids, id) })
}

// excludes reports whether nobody can be in both.
func (p parties) excludes(q parties) bool { return p.whole() && q.whole() && !p.shares(q) }

// among reports whether p names everybody, and q all of them.
func (p parties) among(q parties) bool {
	return p.whole() && !slices.ContainsFunc(p.ids, func(id string) bool { return !slices.Contains(q.ids, id) })
}

// span is the time that a fact may lie in. The zero span is not known.
type span struct{ from, to edtf.Day }

func spanOf(d edtf.Date) span {
	if d.IsZero() || d.Approximate() || d.Uncertain() {
		return span{}
	}
	return span{d.Earliest(), d.Latest()}
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

// apart reports whether both are known and have no day in common.
func (s span) apart(t span) bool {
	return s.known() && t.known() && (s.to.Compare(t.from) < 0 || t.to.Compare(s.from) < 0)
}

// within reports whether both are known and every day of s is one of t.
func (s span) within(t span) bool {
	return s.known() && t.known() && t.from.Compare(s.from) <= 0 && s.to.Compare(t.to) <= 0
}
