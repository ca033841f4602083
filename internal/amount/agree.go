package amount

import "math"

// Agreement says whether two statements of one thing agree.
type Agreement int

const (
	// Agrees: both can be true as written.
	Agrees Agreement = iota + 1
	// Contradicts: no number makes both true.
	Contradicts
	// OtherUnit: they count different things, voters and votes, or dollars and
	// euros, or dollars at other prices, so there is nothing to compare.
	OtherUnit
	// OtherBasis: one of them is a rate or a unit price that the other is not.
	OtherBasis
)

// String names a for debugging.
func (a Agreement) String() string {
	switch a {
	case Agrees:
		return "agrees"
	case Contradicts:
		return "contradicts"
	case OtherUnit:
		return "other unit"
	case OtherBasis:
		return "other basis"
	}
	return "no agreement"
}

// Agree compares two statements of one thing. They agree if their bounds (see
// bounds.go) have a number in common that is whole in the smallest unit: no number
// of voters is "more than 5 voters" and "less than 6 voters". A bound that is open
// does not count as in common, so "more than 75" contradicts "75" and "nearly 75".
//
// Money without a number agrees with all money, of any currency and basis. The
// zero Quantity compares with nothing, not even with itself; every other quantity
// agrees with itself.
//
// Statements that agree two by two have a number common to all, since they are
// intervals of one line: it is enough to compare pairs.
func Agree(a, b Quantity) Agreement {
	switch {
	case a.kind == Unquantified && b.money, b.kind == Unquantified && a.money:
		return Agrees
	case !a.SameUnit(b):
		return OtherUnit
	case a.basis != b.basis:
		return OtherBasis
	}
	aLeast, aMost := a.Possible()
	bLeast, bMost := b.Possible()
	switch {
	case max(aLeast, bLeast) <= min(aMost, bMost):
		return Agrees
	case a.prices == Adjusted: // perhaps to two years
		return OtherUnit
	}
	return Contradicts
}

// Possible returns the least and the greatest number that q leaves possible, in
// the smallest unit; math.MaxInt64 stands for no upper bound.
func (q Quantity) Possible() (least, most int64) {
	lo, hi := q.Bounds()
	least, most = lo.Minor, hi.Minor
	if lo.Limit == Open {
		least++
	}
	switch hi.Limit {
	case Open:
		most--
	case Unbounded:
		most = math.MaxInt64
	}
	return least, most
}
