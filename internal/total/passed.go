package total

import (
	"slices"

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
	var refusal Reason
	for _, f := range fit {
		if inCircle(f, paid) {
			f.leaveOut(Circle)
			refusal = Circle
		}
	}
	if refusal != 0 {
		return refusal
	}
	for _, f := range fit {
		sources := sourcesOf(f, paid)
		switch {
		case f.reason != 0 || len(sources) == 0:
		case exceedsAll(f.quantity(), sources):
			f.leaveOut(PassedOnExceeds, sources...)
			refusal = PassedOnExceeds
		default:
			f.leaveOut(PassedOn, sources...)
		}
	}
	return refusal
}

// sourcesOf are the facts in which f's payers are paid, each once; f is among
// them if it pays one of its payers.
func sourcesOf(f *fact, paid map[string][]*fact) []*fact {
	var out []*fact
	seen := map[*fact]bool{}
	for _, id := range f.from.ids {
		for _, source := range paid[id] {
			if !seen[source] {
				seen[source] = true
				out = append(out, source)
			}
		}
	}
	return out
}

// inCircle reports whether the way from f back to its sources, and theirs,
// leads to f.
func inCircle(f *fact, paid map[string][]*fact) bool {
	seen := map[*fact]bool{}
	next := sourcesOf(f, paid)
	for len(next) > 0 {
		source := next[len(next)-1]
		next = next[:len(next)-1]
		if source == f {
			return true
		}
		if !seen[source] {
			seen[source] = true
			next = append(next, sourcesOf(source, paid)...)
		}
	}
	return false
}

// exceedsAll reports whether q is greater for sure than all that the sources
// brought; what one of them brought as a part of another is there once. If they
// overlap in other ways, they brought less than their sum, and q passes: it is
// left out, which is the careful side.
func exceedsAll(q amount.Quantity, sources []*fact) bool {
	var brought []amount.Quantity
	for _, s := range sources {
		if s.reason == InTheWhole && slices.ContainsFunc(sources, func(w *fact) bool { return slices.Contains(s.because, w.id) }) {
			continue
		}
		if !s.quantity().SameUnit(q) {
			return false
		}
		brought = append(brought, s.quantity())
	}
	sum, err := amount.Sum(brought...)
	return err == nil && exceeds(q, sum)
}
