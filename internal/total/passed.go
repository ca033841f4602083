package total

import (
	"math"
	"slices"
	"strings"

	"receipts/internal/amount"
)

// leaveOutPassedOn leaves out what is paid by somebody who is paid in another
// fact here, of whatever flow: contributions to a fund and what the fund spends
// are the same money. Somebody who is paid in a fact that was itself left out
// as a part or as passed on has been paid all the same.
//
// There is no sum if payments go round in a circle, or if one is greater than
// all that its payers received can be: then a part of it is other money.
// What is counted, not paid, neither brings money nor passes it on.
//
// That something was paid before it was received does not make it other money,
// since expenses are often paid back.
func leaveOutPassedOn(facts []*fact) Reason {
	var fit []*fact
	paid := map[string][]*fact{} // by who is paid
	for _, f := range facts {
		if !f.isFit() || !f.quantity().IsMoney() {
			continue
		}
		fit = append(fit, f)
		for _, id := range f.to.ids {
			paid[id] = append(paid[id], f)
		}
	}
	if refusal := leaveOutCircles(fit); refusal != 0 {
		return refusal
	}
	var refusal Reason
	received := map[string]*income{} // by who receives, all payers of a fact together
	for _, f := range fit {
		payers := strings.Join(f.from.ids, "\x00")
		in := received[payers]
		if in == nil {
			in = incomeOf(f.from.ids, paid)
			received[payers] = in
		}
		switch {
		case f.reason != 0 || len(in.first) == 0:
		case in.isLessThan(f.quantity()):
			f.leaveOut(PassedOnExceeds, in.first...)
			refusal = PassedOnExceeds
		default:
			f.leaveOut(PassedOn, in.first...)
		}
	}
	return refusal
}

// A station is a payment, or somebody on its way: who paid it, or was paid.
type station struct {
	*fact
	id string
}

// leaveOutCircles leaves out payments from which a way leads back to their
// payers.
func leaveOutCircles(fit []*fact) Reason {
	var stations []station
	pays := map[string][]station{}
	for _, f := range fit {
		stations = append(stations, station{fact: f})
		for _, id := range f.from.ids {
			pays[id] = append(pays[id], station{fact: f})
		}
	}
	next := func(s station) []station {
		if s.fact == nil {
			return pays[s.id]
		}
		var out []station
		for _, id := range s.to.ids {
			out = append(out, station{id: id})
		}
		return out
	}
	var refusal Reason
	for _, circle := range components(stations, next) {
		if len(circle) == 1 {
			continue
		}
		for _, s := range circle {
			if s.fact != nil {
				s.leaveOut(Circle)
				refusal = Circle
			}
		}
	}
	return refusal
}

// income is what some people received together.
type income struct {
	first []*fact
	units []amount.Quantity // one of each unit
	most  int64             // all that it can be; the greatest number if nobody knows
}

// incomeOf adds up what payees received; what one of them received as a part of
// something else is in there once. If payments overlap in other ways, they came
// to less, and what is passed on is left out, which is the careful side.
func incomeOf(payees []string, paid map[string][]*fact) *income {
	in := &income{}
	sources := map[string]*fact{}
	var order []*fact
	for _, id := range payees {
		for _, s := range paid[id] {
			if sources[s.id] == nil {
				sources[s.id] = s
				order = append(order, s)
			}
		}
	}
	slices.SortFunc(order, func(a, b *fact) int { return strings.Compare(a.id, b.id) })
	in.first = order[:min(len(order), enoughReasons)]
	for _, s := range order {
		if s.reason == InTheWhole && slices.ContainsFunc(s.wholes, func(id string) bool { return sources[id] != nil }) {
			continue
		}
		q := s.quantity()
		if !slices.ContainsFunc(in.units, q.SameUnit) {
			in.units = append(in.units, q)
		}
		_, most := q.Possible()
		if in.most += most; in.most < 0 || most == math.MaxInt64 {
			in.most = math.MaxInt64
		}
	}
	return in
}

// isLessThan reports whether q is greater for sure than all of in. Different
// units do not compare.
func (in *income) isLessThan(q amount.Quantity) bool {
	least, _ := q.Possible()
	return len(in.units) == 1 && in.units[0].SameUnit(q) && least > in.most
}
