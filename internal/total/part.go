package total

import (
	"slices"
	"strings"

	"receipts/internal/amount"
)

// leaveOutParts leaves out what is a part of another fact here, however many
// steps away. A step may lead over a fact that is not here, if the part names
// all its wholes, or over one that was left out for its figure; but only a
// whole that has a figure takes its parts out.
//
// There is no sum if facts are parts of one another, or if a part is greater
// than its whole can be: one of the two figures is wrong, nobody knows which.
func leaveOutParts(facts []*fact) Reason {
	byID := map[string]*fact{}
	for _, f := range facts {
		byID[f.id] = f
	}
	wholesOf := func(f *fact) []*fact {
		var out []*fact
		for _, id := range f.wholes {
			if w := byID[id]; w != nil {
				out = append(out, w)
			}
		}
		return out
	}
	above := map[*fact]*wholes{}
	rounds := map[*fact]*wholes{}
	for _, round := range components(facts, wholesOf) {
		w := &wholes{}
		isRound := len(round) > 1
		for _, f := range round {
			isRound = isRound || slices.Contains(wholesOf(f), f)
			for _, whole := range wholesOf(f) {
				if above[whole] != nil { // of another round
					w.add(whole, above[whole])
				}
			}
		}
		for _, f := range round {
			if isRound {
				rounds[f] = w
				w.add(f, nil)
			}
			above[f] = w
		}
	}
	var refusal Reason
	for _, f := range facts {
		w := above[f]
		if !f.isFit() || len(w.nearest) == 0 {
			continue
		}
		reason, because := InTheWhole, w.nearest
		if tightest := w.tightest(f.quantity()); rounds[f] != nil {
			reason = PartOfItself
		} else if tightest != nil && exceeds(f.quantity(), tightest.quantity()) {
			reason, because = PartExceedsWhole, []*fact{tightest}
		}
		f.leaveOut(reason, because...)
		if reason != InTheWhole && refusal != PartOfItself {
			refusal = reason
		}
	}
	return refusal
}

// wholes are the facts that one is a part of, as far as they have a figure: the
// first few, and of each unit the one that leaves least room.
type wholes struct {
	nearest []*fact
	least   []*fact
}

// add adds a whole, and what that is a part of.
func (w *wholes) add(f *fact, above *wholes) {
	if f.isFit() {
		w.addNearest(f)
		w.addLeast(f)
	}
	if above == nil {
		return
	}
	for _, g := range above.nearest {
		w.addNearest(g)
	}
	for _, g := range above.least {
		w.addLeast(g)
	}
}

func (w *wholes) addNearest(f *fact) {
	if len(w.nearest) < enoughReasons && !slices.Contains(w.nearest, f) {
		w.nearest = append(w.nearest, f)
	}
}

func (w *wholes) addLeast(f *fact) {
	i := slices.IndexFunc(w.least, func(g *fact) bool { return g.quantity().SameUnit(f.quantity()) })
	if i < 0 {
		w.least = append(w.least, f)
		return
	}
	_, most := f.quantity().Possible()
	if _, least := w.least[i].quantity().Possible(); most < least || most == least && strings.Compare(f.id, w.least[i].id) < 0 {
		w.least[i] = f
	}
}

// tightest is the whole of q's unit that leaves least room, or nil.
func (w *wholes) tightest(q amount.Quantity) *fact {
	if i := slices.IndexFunc(w.least, func(g *fact) bool { return g.quantity().SameUnit(q) }); i >= 0 {
		return w.least[i]
	}
	return nil
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
