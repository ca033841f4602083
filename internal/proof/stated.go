package proof

import (
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/site"
)

// How a figure or a date found in prose is compared with those that reports state;
// the rules stand at the head of agree.go.

// A statedFact is a fact with the figures and dates that some of its reports
// state: those of one article, or all.
type statedFact struct {
	*site.Fact
	reports    []*site.Report
	quantities []amount.Quantity
	dates      []edtf.Date
}

func newStatedFact(f *site.Fact, reports []*site.Report) *statedFact {
	s := &statedFact{Fact: f, reports: reports}
	for _, r := range reports {
		switch {
		case r.Amount != nil:
			s.quantities = append(s.quantities, r.Amount.Quantity.Quantity)
			if r.Amount.Period.IsSet() {
				s.dates = append(s.dates, r.Amount.Period.Date)
			}
		case r.Event != nil && r.Event.Date.IsSet():
			s.dates = append(s.dates, r.Event.Date.Date)
		}
	}
	return s
}

// saysFigure reports whether f repeats q.
func saysFigure(f evidence.Found, q amount.Quantity) bool {
	if q.Kind() == amount.Unquantified {
		// "millions of dollars", without how many
		return f.IsMoney() && f.Kind == amount.Vague && !strings.Contains(f.Vague, " ")
	}
	return evidence.SameNumber(q, f) && sameQualifier(f, q) && sameUnit(f, q) && sameBasis(f, q)
}

func sameQualifier(f evidence.Found, q amount.Quantity) bool {
	plain := func(x amount.Qualifier) amount.Qualifier {
		if x == amount.Exactly {
			return amount.Plain
		}
		return x
	}
	return plain(f.Qualifier) == plain(q.Qualifier()) && f.Some == q.Some()
}

func sameUnit(f evidence.Found, q amount.Quantity) bool {
	switch {
	case f.IsMoney():
		return q.IsMoney() && f.Currency == q.Unit()
	case f.Noun == "":
		return true
	}
	return !q.IsMoney() && evidence.Names(q.Unit(), f.Noun)
}

func sameBasis(f evidence.Found, q amount.Quantity) bool {
	return f.Basis == "" || q.Basis() != "" && evidence.Names(q.Basis(), f.Basis)
}

// saysDate reports whether d repeats one of some dates: whether one lies in d.
// Both ends of an interval must be dates.
func saysDate(d edtf.Date, have []edtf.Date) bool {
	if d.IsZero() {
		return false
	}
	if d.IsInterval() {
		return slices.Contains(have, d) || saysPart(d.Start(), have) && saysPart(d.End(), have)
	}
	return saysPart(d.Start(), have)
}

func saysPart(p edtf.Part, have []edtf.Date) bool {
	return slices.ContainsFunc(have, func(h edtf.Date) bool {
		return !h.IsZero() && (p.Has(h.Start()) || p.Has(h.End()))
	})
}

// says reports whether f repeats a figure of fact.
func (fact *statedFact) says(f evidence.Found) bool {
	return slices.ContainsFunc(fact.quantities, func(q amount.Quantity) bool { return saysFigure(f, q) })
}

// saysFoundDate reports whether f, read in a text, repeats one of some dates.
// "Before" and "since" right before a day repeat a period that ends or begins
// there; "until the poll of 5 November" only says when the poll is.
func saysFoundDate(text string, f evidence.FoundDate, have []edtf.Date) bool {
	if !f.Until && !f.Since || f.Date.IsInterval() {
		return saysDate(f.Date, have)
	}
	before := strings.Fields(text[:f.Start])
	if len(before) > 0 && !slices.Contains(bounding, strings.ToLower(before[len(before)-1])) {
		return saysDate(f.Date, have)
	}
	return slices.ContainsFunc(have, func(h edtf.Date) bool {
		return h.IsInterval() && (f.Until && f.Date.Start().Has(h.End()) || f.Since && f.Date.Start().Has(h.Start()))
	})
}

// bounding are the last words of those that make a day the end of a time.
var bounding = strings.Fields("before until till by to after since from than")
