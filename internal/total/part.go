package total

import (
	"cmp"
	"math"
	"slices"

	"receipts/internal/amount"
)

// leaveOutParts leaves out what is a part of another fact that is asked for,
// however many steps away. A step may lead over a fact that is not in the book,
// if the part names all its wholes, or over one that was left out for its
// figure; but only a whole that has a figure takes its parts out.
//
// There is no sum if facts are parts of one another, or if a part is greater
// than its whole can be, asked for or not: one of the two figures is wrong, and it
// is not known which.
func (b *Book) leaveOutParts(facts []*fact) Reason {
	asked := map[string]*fact{}
	for _, f := range facts {
		asked[f.id] = f
	}
	var refusal Reason
	for _, f := range facts {
		if !f.isFit() || len(f.wholes) == 0 {
			continue
		}
		var around, in []*fact // with a figure; and those that are asked for
		ofItself := false
		for _, w := range b.wholesOf(f) {
			ofItself = ofItself || w.id == f.id
			if w.reason == 0 {
				around = append(around, w)
			}
			if a := asked[w.id]; a != nil && a.isFit() {
				in = append(in, a)
			}
		}
		switch tightest := tightest(f.quantity(), around); {
		case ofItself:
			f.leaveOut(PartOfItself, first(in)...)
			refusal = PartOfItself
		case tightest != nil && exceeds(f.quantity(), tightest.quantity()):
			f.leaveOut(PartExceedsWhole, tightest)
			refusal = cmp.Or(refusal, PartExceedsWhole)
		case len(in) > 0:
			f.leaveOut(InTheWhole, first(in)...)
		}
	}
	return refusal
}

// boundByWholes refuses what remains if parts of one whole surely come to more
// than it can be. The whole is not among what remains, or they would not be.
func (b *Book) boundByWholes(facts []*fact) Reason {
	least := map[*fact]int64{}
	parts := map[*fact][]*fact{}
	rest := remaining(facts)
	for _, f := range rest {
		for _, w := range b.wholesOf(f) {
			if w.reason == 0 && w.quantity().SameUnit(f.quantity()) {
				l, _ := f.quantity().Possible()
				least[w] = addUp(least[w], l)
				parts[w] = append(parts[w], f)
			}
		}
	}
	var refusal Reason
	for _, w := range b.facts {
		if len(parts[w]) < 2 {
			continue
		}
		if _, most := w.quantity().Possible(); least[w] > most {
			for _, f := range parts[w] {
				f.leaveOut(PartsExceedWhole, w)
			}
			refusal = PartsExceedWhole
		}
	}
	return refusal
}

// wholesOf lists what f is a part of, the nearest first; f itself if it is a
// part of its part.
func (b *Book) wholesOf(f *fact) []*fact {
	var out []*fact
	ids := slices.Clone(f.wholes)
	seen := map[string]bool{}
	for i := 0; i < len(ids); i++ {
		w := b.byID[ids[i]]
		if seen[ids[i]] || w == nil {
			continue
		}
		seen[ids[i]] = true
		out = append(out, w)
		ids = append(ids, w.wholes...)
	}
	return out
}

// first are the first few of some facts.
func first(facts []*fact) []*fact { return facts[:min(len(facts), enoughReasons)] }

// tightest is the whole of q's unit that leaves least room, or nil.
func tightest(q amount.Quantity, wholes []*fact) *fact {
	var best *fact
	room := int64(math.MaxInt64)
	for _, w := range wholes {
		if _, most := w.quantity().Possible(); w.quantity().SameUnit(q) && (best == nil || most < room) {
			best, room = w, most
		}
	}
	return best
}

// addUp adds numbers that are not negative; what is too large stays so.
func addUp(a, b int64) int64 {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}

// components are the groups of nodes that lead to one another, each after those
// that it leads to (the algorithm of Tarjan).
func components[N comparable](nodes []N, next func(N) []N) [][]N {
	var out [][]N
	var stack []N
	index, low, isOn := map[N]int{}, map[N]int{}, map[N]bool{}
	var visit func(n N)
	visit = func(n N) {
		index[n] = len(index) + 1
		low[n] = index[n]
		stack = append(stack, n)
		isOn[n] = true
		for _, m := range next(n) {
			if index[m] == 0 {
				visit(m)
				low[n] = min(low[n], low[m])
			} else if isOn[m] {
				low[n] = min(low[n], index[m])
			}
		}
		if low[n] != index[n] {
			return
		}
		i := len(stack) - 1
		for stack[i] != n {
			i--
		}
		group := slices.Clone(stack[i:])
		stack = stack[:i]
		for _, m := range group {
			isOn[m] = false
		}
		out = append(out, group)
	}
	for _, n := range nodes {
		if index[n] == 0 {
			visit(n)
		}
	}
	return out
}

// exceeds reports whether a is greater than b for sure: whether the least that a
// leaves possible is more than the most that b does. "More than 3" exceeds "up
// to 3", and 3 exceeds "less than 3". Different units do not compare.
func exceeds(a, b amount.Quantity) bool {
	least, _ := a.Possible()
	_, most := b.Possible()
	return a.SameUnit(b) && least > most
}
