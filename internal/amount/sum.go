package amount

import (
	"fmt"
	"math"
)

// Bounds and qualifiers of a sum. A reader must be able to check a sum against the
// numbers shown with it, so every number in it is a sum of numbers that sources
// state. The width of "about" (bounds.go) is a convention of this site for
// comparing, and never becomes a figure.
//
// Each addend states a lower end, an upper end, both or neither: an exact number
// and a range state both, "more than" and "a little over" the lower one, "less
// than", "up to" and "nearly" the upper one, "about" neither. "Less than" and "up
// to" begin at nothing. L and H are the sums of the ends that are stated, N is
// the sum of the numbers as written; the first line that fits decides.
//
//	exact with about, nearly, a little    "about N"; "nearly N" if nothing worse than nearly is
//	over, or these with one another       added, "a little over N" likewise
//	L = H, as when all are exact          N
//	both ends of all are stated           the range L..H; "up to H" if L = 0, or "less than H" if an
//	                                      end is open
//	the lower ends of all are stated      "at least L", or "more than L" if one is open
//	the upper ends of all are stated      "up to H", or "less than H" if one is open
//	everything else                       no sum: [NoCommonWord]
//
// So "more than 75" and "about 20" have no sum: "more than 95" may be false, and
// what is certainly true would need a number that no source has stated. "exactly"
// is dropped: it is the word of a source, and the sum is ours. A range has no open
// ends, so an open one is closed, which differs by less than the smallest unit.
//
// The bounds of a sum contain every sum that the addends leave possible. Those of
// an approximate sum are a tenth of N, as for any "about". Since each addend's tenth
// is rounded outwards to whole voters or cents, this may be too narrow; then there
// is no sum.

// Refusal says why quantities have no sum.
type Refusal int

const (
	// NothingGiven: there is nothing to add, or a zero Quantity.
	NothingGiven Refusal = iota + 1
	// NoNumber: money without a number.
	NoNumber
	// VagueNumber: "hundreds of employees". Two of them are no better known
	// than one, whatever the arithmetic of their bounds says.
	VagueNumber
	// OrderOfMagnitude: "some 10 million", alone or after "a little over".
	OrderOfMagnitude
	// HasBasis: a rate or a unit price gives a sum only with the number of days
	// or voters.
	HasBasis
	// IsShare: what percentages of different things come to is no percentage, and of
	// one thing they may overlap.
	IsShare
	// OtherPrices: money at the prices of a year, or adjusted for inflation, is not what
	// was paid.
	OtherPrices
	// UnitsDiffer: dollars and euros, or voters and votes.
	UnitsDiffer
	// NoCommonWord: numbers are qualified in ways that no word covers.
	NoCommonWord
	// Negative: more would be taken off than there is.
	Negative
	// TooLarge: the sum is more than the greatest number that is read.
	TooLarge
)

var refusals = [...]string{
	NothingGiven:     "nothing to add",
	NoNumber:         "money without a number",
	VagueNumber:      "a word for a number",
	OrderOfMagnitude: "an order of magnitude",
	HasBasis:         "a rate or a unit price",
	IsShare:          "a percentage",
	OtherPrices:      "money at other prices",
	UnitsDiffer:      "units differ",
	NoCommonWord:     "no word covers the qualifiers",
	Negative:         "less than nothing is left",
	TooLarge:         "the sum is too large",
}

// Error says r in words, for debugging.
func (r Refusal) Error() string {
	if r <= 0 || int(r) >= len(refusals) {
		return fmt.Sprintf("refusal %d", int(r))
	}
	return refusals[r]
}

// Sum adds quantities of one unit, by the rules at the head of this file. It does
// not know whether two of them count the same money: that is for package total.
// An error is always a [Refusal]. Neither the sum nor the refusal depends on the
// order of the quantities.
func Sum(quantities ...Quantity) (Quantity, error) {
	if r := refusal(quantities); r != 0 {
		return Quantity{}, r
	}
	first := quantities[0]
	var s summands
	for _, q := range quantities {
		s.add(q)
	}
	kind, qualifier, lo, hi, ok := s.spell()
	switch {
	case max(lo, hi) > maxMinor:
		return Quantity{}, TooLarge
	case !ok:
		return Quantity{}, NoCommonWord
	}
	return Quantity{kind: kind, qualifier: qualifier, lo: lo, hi: hi, digits: first.digits, unit: first.unit, money: first.money}, nil
}

// refusal returns the first reason in the order of the constants, whatever the
// order of the quantities; 0 for none.
func refusal(quantities []Quantity) Refusal {
	if len(quantities) == 0 {
		return NothingGiven
	}
	worst := Refusal(math.MaxInt)
	for _, q := range quantities {
		r := Refusal(math.MaxInt)
		switch {
		case q.IsZero():
			r = NothingGiven
		case q.kind == Unquantified:
			r = NoNumber
		case q.kind == Vague:
			r = VagueNumber
		case q.some:
			r = OrderOfMagnitude
		case q.basis != "":
			r = HasBasis
		case q.IsPercentage():
			r = IsShare
		case q.prices != Nominal:
			r = OtherPrices
		case !q.SameUnit(quantities[0]):
			r = UnitsDiffer
		}
		worst = min(worst, r)
	}
	if worst == math.MaxInt {
		return 0
	}
	return worst
}

// summands is what a sum needs to know of what was added so far.
type summands struct {
	lo, hi         end   // of the ends that are stated
	possible, most Bound // the sums of all bounds, stated or not
	number         int64 // of points; meaningless once an interval was added
	// What has been added, besides exact numbers.
	about, nearly, over, bounded bool
}

// An end is the sum of the ends that addends state on one side.
type end struct {
	minor   int64
	isOpen  bool
	missing bool // an addend does not state this end
}

func (e *end) add(b Bound) {
	e.minor = plus(e.minor, b.Minor)
	e.isOpen = e.isOpen || b.Limit == Open
	e.missing = e.missing || b.Limit == Unbounded
}

func (s *summands) add(q Quantity) {
	lo, hi := q.Bounds()
	s.possible.Minor, s.most.Minor = plus(s.possible.Minor, lo.Minor), plus(s.most.Minor, hi.Minor)
	s.number = plus(s.number, q.lo)
	switch q.qualifier {
	case MoreThan, AtLeast, LessThan, UpTo:
		s.bounded = true
	case Nearly:
		s.nearly = true
	case ALittleOver:
		s.over = true
	case About:
		s.about = true
	}
	s.bounded = s.bounded || q.kind == Range
	lo, hi = q.Stated()
	s.lo.add(lo)
	s.hi.add(hi)
}

// spell finds the form in which the sum is written; ok is false if there is none.
func (s *summands) spell() (_ Kind, _ Qualifier, lo, hi int64, ok bool) {
	point := func(q Qualifier, n int64) (Kind, Qualifier, int64, int64, bool) { return Point, q, n, n, true }
	isOpen := func(e end, open, closed Qualifier) Qualifier {
		if e.isOpen {
			return open
		}
		return closed
	}
	switch {
	case !s.bounded && (s.about || s.nearly || s.over):
		if q := s.approximation(); s.number > maxMinor || s.within(q) {
			return point(q, s.number)
		}
		return Point, Plain, 0, 0, false
	case !s.lo.missing && !s.hi.missing && s.lo.minor == s.hi.minor:
		return point(Plain, s.lo.minor)
	case !s.lo.missing && !s.hi.missing && s.lo.minor > 0:
		return Range, Plain, s.lo.minor, s.hi.minor, true
	case !s.lo.missing && s.hi.missing:
		return point(isOpen(s.lo, MoreThan, AtLeast), s.lo.minor)
	case !s.hi.missing:
		return point(isOpen(s.hi, LessThan, UpTo), s.hi.minor)
	}
	return Point, Plain, 0, 0, false
}

// approximation is the word that covers all approximate addends.
func (s *summands) approximation() Qualifier {
	switch {
	case s.nearly && !s.about && !s.over:
		return Nearly
	case s.over && !s.about && !s.nearly:
		return ALittleOver
	}
	return About
}

// within reports whether the bounds of the number with q contain the sum of the
// addends' bounds. Only rounding can make them too narrow.
func (s *summands) within(q Qualifier) bool {
	lo, hi := Quantity{kind: Point, qualifier: q, lo: s.number, hi: s.number}.Bounds()
	return lo.Minor <= s.possible.Minor && s.most.Minor <= hi.Minor
}

// plus adds numbers that are not negative; a sum that overflows is math.MaxInt64.
func plus(a, b int64) int64 {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}
