package total

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"receipts/internal/amount"
)

// leaveOutPassedOn leaves out what is paid by a party that money reached from
// another fact that is asked for: contributions to a fund and what the fund
// spends are the same money. It may have come by way of payments that are not
// asked for, of any flow and with any figure, as long as they name payer and payee.
// A party that is paid in a fact that was itself left out as a part or as passed on
// has been paid all the same.
//
// There is no sum if two facts are on one circle, or if one is greater than all
// that reached its payers can be: then a part of it is other money. What is
// counted, not paid, neither brings money nor passes it on, and nor does what is
// said in general.
//
// That something was paid before it was received does not make it other money,
// since expenses are often paid back.
func (l *links) leaveOutPassedOn(facts []*fact) Reason {
	asked := map[string]*fact{}
	var sources []*fact
	for _, f := range facts {
		if f.isFit() && f.quantity().IsMoney() {
			sources = append(sources, f)
			asked[f.id] = f
		}
	}
	if refusal := l.leaveOutCircles(sources); refusal != 0 {
		return refusal
	}
	reached := l.reach(sources, nil)
	if len(reached) == 0 {
		return 0
	}
	var refusal Reason
	tooSmall := map[string]int64{} // by payers and unit, what reached them together where some fact exceeds it
	for _, f := range sources {
		if f.reason != 0 || !slices.ContainsFunc(f.from.ids, func(id string) bool { return reached[id] }) {
			continue
		}
		in := income{links: l, asked: asked, reached: reached, payers: f.from}
		if l.circle[f.id] > 0 { // it reaches its own payers
			in.reached = l.reach(sources, f)
			in.without = f.id
		}
		receipts := in.first()
		least, _ := f.quantity().Possible()
		payers := strings.Join(f.from.ids, "\x00") + "\x00" + f.quantity().Measure()
		most, known := tooSmall[payers]
		isLess := known && in.without == "" && least > most
		if !known || in.without != "" {
			most, isLess = in.isLessThan(f.quantity())
		}
		switch {
		case len(receipts) == 0:
		case isLess:
			if in.without == "" {
				tooSmall[payers] = most
			}
			f.leaveOut(PassedOnExceeds, receipts...)
			refusal = PassedOnExceeds
		default:
			f.leaveOut(PassedOn, receipts...)
		}
	}
	return refusal
}

// links are the ways of money from payers to payees, in any fact of a book.
type links struct {
	paid, pays map[string][]*fact // by payee, and by payer; sorted by id
	rank       map[string]int     // of people: money goes from a rank to the same or a lower one
	circle     map[string]int     // facts on circles, by id; those on one have one number
}

// A station is a payment, or one of its payers and payees.
type station struct {
	*fact
	id string
}

func linksOf(facts []*fact) links {
	l := links{paid: map[string][]*fact{}, pays: map[string][]*fact{}, rank: map[string]int{}, circle: map[string]int{}}
	var stations []station
	for _, f := range facts {
		if !f.isPayment() {
			continue
		}
		stations = append(stations, station{fact: f})
		for _, id := range f.from.ids {
			l.pays[id] = append(l.pays[id], f)
		}
		for _, id := range f.to.ids {
			l.paid[id] = append(l.paid[id], f)
		}
	}
	next := func(s station) []station {
		var out []station
		if s.fact == nil {
			for _, f := range l.pays[s.id] {
				out = append(out, station{fact: f})
			}
			return out
		}
		for _, id := range s.to.ids {
			out = append(out, station{id: id})
		}
		return out
	}
	for rank, group := range components(stations, next) {
		for _, s := range group {
			switch {
			case s.fact == nil:
				l.rank[s.id] = rank + 1
			case len(group) > 1:
				l.circle[s.fact.id] = rank + 1
			}
		}
	}
	for id := range l.pays { // of those that are never paid: what they pay comes after them
		if l.rank[id] == 0 {
			l.rank[id] = math.MaxInt
		}
	}
	return l
}

// isPayment reports whether f tells of money that was paid, with or without a
// figure that can be added.
func (f *fact) isPayment() bool {
	return f.quantity().IsMoney() && f.flow != "" && f.kind.passesOn() && len(f.refunds) == 0
}

// reach finds the parties that money may have reached from sources, but for one of
// them. Parties from which no money leads to a payer of sources may be missing.
func (l *links) reach(sources []*fact, without *fact) map[string]bool {
	lowest := math.MaxInt // rank of a payer
	for _, f := range sources {
		for _, id := range f.from.ids {
			lowest = min(lowest, l.rank[id])
		}
	}
	reached := map[string]bool{}
	var queue []string
	add := func(f *fact) {
		for _, id := range f.to.ids {
			if !reached[id] && l.rank[id] >= lowest {
				reached[id] = true
				queue = append(queue, id)
			}
		}
	}
	for _, f := range sources {
		if f != without {
			add(f)
		}
	}
	for ; len(queue) > 0; queue = queue[1:] {
		for _, f := range l.pays[queue[0]] {
			add(f)
		}
	}
	return reached
}

// leaveOutCircles leaves out payments from which a way leads back to their
// payers over another one that is asked for, or at once.
func (l *links) leaveOutCircles(sources []*fact) Reason {
	on := map[int]int{}
	for _, f := range sources {
		on[l.circle[f.id]]++
	}
	var refusal Reason
	for _, f := range sources {
		if circle := l.circle[f.id]; circle > 0 && (on[circle] > 1 || f.from.shares(f.to)) {
			f.leaveOut(Circle)
			refusal = Circle
		}
	}
	return refusal
}

// income is what some payers received of the money of facts that are asked for.
type income struct {
	*links
	asked   map[string]*fact
	reached map[string]bool
	payers  parties
	without string // the id of a fact that does not count
}

// counts reports whether s brought them such money.
func (in *income) counts(s *fact) bool {
	if s.id == in.without {
		return false
	}
	return in.asked[s.id] != nil || slices.ContainsFunc(s.from.ids, func(id string) bool { return in.reached[id] })
}

// first are the first few facts by which they received it.
func (in *income) first() []*fact {
	var found []*fact
	for _, id := range in.payers.ids {
		n := 0
		for _, s := range in.paid[id] {
			if n == enoughReasons {
				break
			}
			if in.counts(s) {
				found = append(found, s)
				n++
			}
		}
	}
	slices.SortFunc(found, func(a, b *fact) int { return cmp.Compare(a.id, b.id) })
	return first(slices.Compact(found))
}

// isLessThan reports whether q is greater for sure than all of it, and what that
// comes to at most. What one of them received as a part of something else is in
// there once. If payments overlap in other ways, they came to less, and what is
// passed on is left out, which is the careful side. Different units do not
// compare.
func (in *income) isLessThan(q amount.Quantity) (most int64, isLess bool) {
	least, _ := q.Possible()
	for i, id := range in.payers.ids {
		for _, s := range in.paid[id] {
			counted := slices.ContainsFunc(in.payers.ids[:i], s.to.has)
			if counted || !in.counts(s) || slices.ContainsFunc(s.wholes, in.isReceived) {
				continue
			}
			if s.reason != 0 || !s.quantity().SameUnit(q) {
				return 0, false // it is not known how much that is
			}
			_, m := s.quantity().Possible()
			if most = addUp(most, m); most >= least {
				return 0, false
			}
		}
	}
	return most, true
}

// isReceived reports whether they received the fact with this id, so that its
// parts are in it.
func (in *income) isReceived(id string) bool {
	for _, payer := range in.payers.ids {
		if i, found := slices.BinarySearchFunc(in.paid[payer], id, func(s *fact, id string) int { return cmp.Compare(s.id, id) }); found {
			s := in.paid[payer][i]
			return s.reason == 0 && in.counts(s)
		}
	}
	return false
}
