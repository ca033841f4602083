package amount

import "math/bits"

// The bounds that a qualifier gives to a number X. A newspaper does not say how
// near "about" is: these widths are a convention of this site, and decide when two
// reports agree.
//
//	X, exactly X           [X, X]
//	A..B                   [A, B]
//	more than X            (X, ∞)
//	at least X             [X, ∞)
//	less than X            [0, X)
//	up to X                [0, X]
//	about X                [X − 10 %, X + 10 %]
//	nearly X               [X − 10 %, X)
//	a little over X        (X, X + 10 %]
//	some X                 [X − 20 %, X + 20 %]
//	a little over some X   (X − 20 %, X + 20 % + 10 % of that]
//	unquantified           [0, ∞)
//
// A tenth or a fifth that is not whole in the smallest unit is rounded outwards.
// For the vague words see vague.go.
const (
	aboutPercent = 10
	somePercent  = 20
)

// maxMinor is the greatest number that is read. It leaves room for the widest
// tolerance above it, so that no bound overflows.
const maxMinor = 4_000_000_000_000_000_000

// Limit says whether a bound belongs to the interval it ends.
type Limit int

const (
	// Closed: the bound itself is possible.
	Closed Limit = iota
	// Open: everything up to the bound is possible, the bound is not.
	Open
	// Unbounded: there is no bound on this side; Minor is 0.
	Unbounded
)

// Bound is one end of the interval of numbers that a quantity leaves possible.
type Bound struct {
	Minor int64 // in the smallest unit
	Limit Limit
}

// Bounds returns the interval that q means. The lower bound is never
// [Unbounded], since no quantity is negative, and the interval is never empty.
func (q Quantity) Bounds() (lo, hi Bound) {
	switch q.kind {
	case Vague:
		return vagueBounds(q.vague, q.Digits())
	case Unquantified:
		return Bound{}, Bound{Limit: Unbounded}
	}
	below, above := q.lo, q.hi
	if q.some {
		below, above = q.lo-percent(q.lo, somePercent), q.hi+percent(q.hi, somePercent)
	}
	switch q.qualifier {
	case MoreThan:
		return Bound{below, Open}, Bound{Limit: Unbounded}
	case AtLeast:
		return Bound{below, Closed}, Bound{Limit: Unbounded}
	case LessThan:
		return Bound{}, Bound{above, Open}
	case UpTo:
		return Bound{}, Bound{above, Closed}
	case About:
		return Bound{below - percent(below, aboutPercent), Closed}, Bound{above + percent(above, aboutPercent), Closed}
	case Nearly:
		return Bound{below - percent(below, aboutPercent), Closed}, Bound{above, Open}
	case ALittleOver:
		return Bound{below, Open}, Bound{above + percent(above, aboutPercent), Closed}
	}
	return Bound{below, Closed}, Bound{above, Closed}
}

// Stated returns the ends of q that its source states: those of [Quantity.Bounds]
// that are no convention of this site, and the only ones that pictures and files may
// have. An end that is not stated is [Unbounded]. "less than" and "up to" begin at
// nothing; "about", "some" and the vague words state neither end.
func (q Quantity) Stated() (lo, hi Bound) {
	lo, hi = q.Bounds()
	none := Bound{Limit: Unbounded}
	switch {
	case q.kind != Point && q.kind != Range, q.some, q.qualifier == About:
		return none, none
	case q.qualifier == Nearly:
		lo = none
	case q.qualifier == ALittleOver:
		hi = none
	}
	return lo, hi
}

// percent returns p percent of n, rounded up: away from n when it is added to
// or taken from it. The product needs more than 64 bits.
func percent(n int64, p uint64) int64 {
	hi, lo := bits.Mul64(uint64(n), p)
	whole, rest := bits.Div64(hi, lo, 100)
	if rest > 0 {
		whole++
	}
	return int64(whole)
}

// compareUpper orders upper bounds: what ends earlier comes first, and an open
// end before a closed one at the same number.
func compareUpper(a, b Bound) int {
	rank := func(x Bound) (unbounded int, at int64, closed int) {
		switch x.Limit {
		case Unbounded:
			return 1, 0, 0
		case Closed:
			return 0, x.Minor, 1
		}
		return 0, x.Minor, 0
	}
	au, aAt, ac := rank(a)
	bu, bAt, bc := rank(b)
	switch {
	case au != bu:
		return au - bu
	case aAt < bAt:
		return -1
	case aAt > bAt:
		return 1
	}
	return ac - bc
}
