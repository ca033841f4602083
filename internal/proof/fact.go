package proof

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/site"

	"receipts/internal/amount"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/locale"
)

// How a figure or a date that was read in prose is compared with those of
// facts; the rules stand at the head of agree.go.

// A pageFact is a fact as a page has it, with what its reports there state.
type pageFact struct {
	*site.Fact
	reports    []*site.Report
	quantities []amount.Quantity
	dates      []edtf.Date
}

func newPageFact(f *site.Fact, reports []*site.Report) *pageFact {
	p := &pageFact{Fact: f, reports: reports}
	for _, r := range reports {
		switch {
		case r.Amount != nil:
			p.quantities = append(p.quantities, r.Amount.Quantity.Quantity)
			if r.Amount.Period.IsSet() {
				p.dates = append(p.dates, r.Amount.Period.Date)
			}
		case r.Event != nil && r.Event.Date.IsSet():
			p.dates = append(p.dates, r.Event.Date.Date)
		}
	}
	return p
}

// isFigure reports whether f, read on p, is a figure at all.
func (p *page) isFigure(f evidence.Found) bool {
	switch {
	case f.IsMoney(), f.Noun == "percent":
		return true
	case f.Kind != amount.Vague && magnitude(f.Hi) > maxSmall:
		return true
	}
	return f.Noun != "" && p.isCounted(f.Noun)
}

// isCounted reports whether a fact of p counts what a noun names.
func (p *page) isCounted(noun string) bool {
	is, known := p.counted[noun]
	if !known {
		is = slices.ContainsFunc(p.facts, func(fact *pageFact) bool {
			return slices.ContainsFunc(fact.quantities, func(q amount.Quantity) bool { return !q.IsMoney() && evidence.Names(q.Unit(), noun) })
		})
		if p.counted == nil {
			p.counted = map[string]bool{}
		}
		p.counted[noun] = is
	}
	return is
}

func (p *page) hasFigure(f evidence.Found) bool {
	return slices.ContainsFunc(p.facts, func(fact *pageFact) bool {
		return slices.ContainsFunc(fact.quantities, func(q amount.Quantity) bool { return saysFigure(f, q) })
	})
}

// saysFigure reports whether f repeats q.
func saysFigure(f evidence.Found, q amount.Quantity) bool {
	if q.Kind() == amount.Unquantified {
		// "millions of dollars", of which nobody says how many
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

// nearest is the amount of a fact that comes nearest to f.
func (fact *pageFact) nearest(f evidence.Found) amount.Quantity {
	_, q := nearestFigure(f, []*pageFact{fact})
	if q.IsZero() {
		return fact.quantities[0]
	}
	return q
}

// nearestFigure finds what f may have been meant to repeat: an amount of the
// same unit, or of the same number where f has no unit, at most ten times as
// large or as small. It returns nil if there is none.
func nearestFigure(f evidence.Found, facts []*pageFact) (nearest *pageFact, q amount.Quantity) {
	best := math.Log(10)
	for _, fact := range facts {
		for _, have := range fact.quantities {
			if have.Kind() == amount.Unquantified || !sameUnit(f, have) {
				continue
			}
			distance := 0.0 // two vague numbers cannot be told apart by size
			if f.Kind != amount.Vague && have.Kind() != amount.Vague {
				distance = math.Abs(math.Log((magnitude(f.Hi) + 1e-9) / (magnitude(have.Decimal(have.Hi())) + 1e-9)))
			} else if f.Kind != have.Kind() {
				continue
			}
			if f.Noun == "" && !f.IsMoney() && distance > 0 {
				continue
			}
			if nearest == nil && distance <= best || distance < best {
				nearest, q, best = fact, have, distance
			}
		}
	}
	return nearest, q
}

// magnitude is a plain decimal for comparing sizes; 0 of a vague number.
func magnitude(decimal string) float64 {
	x, err := strconv.ParseFloat(decimal, 64)
	if err != nil {
		return 0
	}
	return x
}

// inWords writes q as readers see it, with plain spaces.
func inWords(q amount.Quantity) string { return plainSpaces(locale.English().Quantity(q).Plain) }

func dateInWords(d edtf.Date) string { return plainSpaces(locale.English().Date(d)) }

func plainSpaces(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

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
		return !h.IsZero() && (lies(h.Start(), p) || lies(h.End(), p))
	})
}

// lies reports whether the date a lies in the date p, which is as precise or
// less.
func lies(a, p edtf.Part) bool {
	return a.Year != 0 && p.Year == a.Year && (p.Month == 0 || p.Month == a.Month) && (p.Day == 0 || p.Day == a.Day)
}

// nearestEvent finds the fact with the date that comes nearest to d; nil if
// none is of about that time.
func nearestEvent(d edtf.Date, facts []*pageFact) (nearest *pageFact, have edtf.Date) {
	best := maxDaysApart
	for _, f := range facts {
		for _, h := range f.dates {
			if n := daysApart(d, h); n < best {
				nearest, have, best = f, h, n
			}
		}
	}
	return nearest, have
}

// maxDaysApart is about a year; what is farther off was not meant.
const maxDaysApart = 400

func nearestDate(d edtf.Date, have []edtf.Date) edtf.Date {
	return slices.MinFunc(have, func(a, b edtf.Date) int { return daysApart(d, a) - daysApart(d, b) })
}

// daysApart is about how many days lie between two dates, by their nearest ends.
func daysApart(a, b edtf.Date) int {
	apart := func(x, y edtf.Day) int { return max(dayNumber(x)-dayNumber(y), dayNumber(y)-dayNumber(x)) }
	return min(apart(a.Earliest(), b.Earliest()), apart(a.Latest(), b.Latest()))
}

func dayNumber(d edtf.Day) int { return d.Year*365 + d.Month*30 + d.Day }
