package site

import "slices"

// Every counter of amounts counts by one rule: facts, not their reports, no part beside
// its whole, and no replaced figure beside the later one.

// Counted lists what a counter counts of facts: each once, without those that are
// part of another in the list, or replaced by one, however far around.
func Counted(facts []*Fact) []*Fact {
	among := make(map[*Fact]bool, len(facts))
	var each []*Fact
	for _, f := range facts {
		if !among[f] {
			among[f] = true
			each = append(each, f)
		}
	}
	return slices.DeleteFunc(each, func(f *Fact) bool {
		isIn := func(next func(*Fact) *Fact) bool {
			seen := map[*Fact]bool{f: true} // in a preview, a fact may be a part of itself
			for g := next(f); g != nil && !seen[g]; g = next(g) {
				if among[g] {
					return true
				}
				seen[g] = true
			}
			return false
		}
		return isIn(func(f *Fact) *Fact { return f.PartOf }) || isIn((*Fact).Successor)
	})
}

// A Tally is how much is said of money.
type Tally struct {
	Figures  int // amounts with a figure, as of [Counted]
	Mentions int // facts without one; no money is counted by them, so parts are counted, too
}

// TallyOf counts the facts of money among facts.
func TallyOf(facts []*Fact) Tally {
	var figures []*Fact
	mentioned := map[*Fact]bool{}
	for _, f := range facts {
		switch {
		case f.Type != Money:
		case f.HasFigure():
			figures = append(figures, f)
		default:
			mentioned[f] = true
		}
	}
	return Tally{len(Counted(figures)), len(mentioned)}
}

// HasFigure reports whether some report of f gives an amount, not only that there is one.
func (f *Fact) HasFigure() bool {
	return slices.ContainsFunc(f.Reports, func(r *Report) bool {
		return r.Amount != nil && !r.Amount.Quantity.IsZero() && !r.Amount.Quantity.IsUnquantified()
	})
}

// Articles is how many articles report f in words of their own, without those of
// which only we say that they mean f.
func (f *Fact) Articles() int {
	seen := map[*Article]bool{}
	for _, r := range f.Reports {
		if !r.Links.SameBecause.IsGiven() {
			seen[r.Article] = true
		}
	}
	return len(seen)
}

// Teller is the first article that reports f; one of which only we say that it means f
// is none, unless there is no other.
func (f *Fact) Teller() *Article {
	for _, r := range f.Standing() {
		if !r.Links.SameBecause.IsGiven() {
			return r.Article
		}
	}
	return f.First().Article
}
