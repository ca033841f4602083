package total

import "receipts/internal/amount"

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
	var refusal Reason
	for _, f := range facts {
		if !f.isFit() {
			continue
		}
		reason := InTheWhole
		var wholes []*fact
		for _, id := range allWholes(f, byID) {
			w := byID[id]
			if w == nil || !w.isFit() {
				continue
			}
			wholes = append(wholes, w)
			switch {
			case w == f:
				reason = PartOfItself
			case reason == InTheWhole && exceeds(f.quantity(), w.quantity()):
				reason = PartExceedsWhole
			}
		}
		if len(wholes) == 0 {
			continue
		}
		f.leaveOut(reason, wholes...)
		if reason != InTheWhole && refusal != PartOfItself {
			refusal = reason
		}
	}
	return refusal
}

// allWholes returns the ids of all facts that f is a part of, each once; f's
// own is among them if the way leads back to it.
func allWholes(f *fact, byID map[string]*fact) []string {
	var out []string
	seen := map[string]bool{}
	next := f.wholes
	for len(next) > 0 {
		id := next[0]
		next = next[1:]
		if seen[id] {
			continue
		}
		seen[id] = true
		out = append(out, id)
		if w := byID[id]; w != nil {
			next = append(next[:len(next):len(next)], w.wholes...)
		}
	}
	return out
}

// exceeds reports whether a is greater than b for sure. Different units do not
// compare.
func exceeds(a, b amount.Quantity) bool {
	lo, _ := a.Bounds()
	_, hi := b.Bounds()
	return a.SameUnit(b) && hi.Limit != amount.Unbounded && lo.Minor > hi.Minor
}
