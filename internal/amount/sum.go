package amount

import (
	"fmt"
	"math"
)

// What becomes of bounds and qualifiers in a sum. The first line that fits
// decides; L and H are the sums of the lower and upper bounds, N is the sum of
// the numbers as written, and the bounds of the result always hold every sum
// that the addends leave possible.
//
//	an addend has no upper bound          "at least L", or "more than L" if a lower bound is open
//	L = H, as when all are exact          N
//	exact with about, nearly, a little    "about N"; "nearly N" if nothing worse than nearly is
//	over, or these with one another       added, "a little over N" likewise
//	L = 0, and an addend is an upper      "up to H", or "less than H" if an upper bound is open
//	bound ("up to", "less than")
//	everything else                       the range L..H
//
// So lower bounds give a lower bound and never more, and an upper bound beside
// something that is surely there gives a range. "exactly" is the word of a
// source and does not outlive it: a sum is ours. A range has no open ends, so
// an open one is closed, by less than the smallest unit of what is possible.
//
// The approximate sums are as wide as the word is anywhere else on the site,
// a tenth of N, which is more than the addends need if some are exact. Where it
// is less, because each addend's tenth was rounded outwards to whole voters or
// cents, the result is the range instead.

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
	// HasBasis: a rate or a unit price is no sum, and without knowing how many
	// days or voters it makes none.
	HasBasis
	// UnitsDiffer: dollars and euros, or voters and votes.
	UnitsDiffer
	// TooLarge: the sum is more than the greatest number that is read.
	TooLarge
)

var refusals = [...]string{
	NothingGiven:     "nothing to add",
	NoNumber:         "money without a number",
	VagueNumber:      "a word for a number",
	OrderOfMagnitude: "an order of magnitude",
	HasBasis:         "a rate or a unit price",
	UnitsDiffer:      "units differ",
	TooLarge:         "the sum is too large",
}

// Error says r in words, for debugging.
func (r Refusal) Error() string {
	if r <= 0 || int(r) >= len(refusals) {
		return fmt.Sprintf("refusal %d", int(r))
	}
	return refusals[r]
}

// Sum adds quantities of one unit, by the rules at the head of this file. It
// cannot know whether they count the same money: that is for package total.
// An error is always a [Refusal]; the order of the quantities never matters,
// neither to the sum nor to which refusal is given.
func Sum(quantities ...Quantity) (Quantity, error) {
	if r := refusal(quantities); r != 0 {
		return Quantity{}, r
	}
	first := quantities[0]
	var s summands
	for _, q := range quantities {
		s.add(q)
	}
	kind, qualifier, lo, hi := s.spell()
	if max(lo, hi) > maxMinor {
		return Quantity{}, TooLarge
	}
	return Quantity{kind: kind, qualifier: qualifier, lo: lo, hi: hi, digits: first.digits, unit: first.unit, money: first.money}, nil
}

// refusal returns the first reason in the order of the constants, so that the
// order of the quantities does not choose it.
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
	lo, hi Bound
	number int64 // of points; meaningless once an interval was added
	// What has been added, besides exact numbers.
	about, nearly, over, upper, interval bool
}

func (s *summands) add(q Quantity) {
	lo, hi := q.Bounds()
	s.lo.Minor = plus(s.lo.Minor, lo.Minor)
	s.lo.Limit = max(s.lo.Limit, lo.Limit)
	s.hi.Minor = plus(s.hi.Minor, hi.Minor)
	s.hi.Limit = max(s.hi.Limit, hi.Limit)
	s.number = plus(s.number, q.lo)
	switch {
	case q.kind == Range:
		s.interval = true
	case q.qualifier == About:
		s.about = true
	case q.qualifier == Nearly:
		s.nearly = true
	case q.qualifier == ALittleOver:
		s.over = true
	case q.qualifier == UpTo, q.qualifier == LessThan:
		s.upper = true
	}
}

// spell finds the form in which the sum is written.
func (s *summands) spell() (_ Kind, _ Qualifier, lo, hi int64) {
	point := func(q Qualifier, n int64) (Kind, Qualifier, int64, int64) { return Point, q, n, n }
	switch {
	case s.hi.Limit == Unbounded && s.lo.Limit == Open:
		return point(MoreThan, s.lo.Minor)
	case s.hi.Limit == Unbounded:
		return point(AtLeast, s.lo.Minor)
	case s.lo.Minor == s.hi.Minor:
		return point(Plain, s.lo.Minor)
	}
	if !s.interval && !s.upper {
		if q := s.approximation(); s.within(q) {
			return point(q, s.number)
		}
	}
	switch {
	case s.lo.Minor == 0 && s.upper && s.hi.Limit == Open:
		return point(LessThan, s.hi.Minor)
	case s.lo.Minor == 0 && s.upper:
		return point(UpTo, s.hi.Minor)
	}
	return Range, Plain, s.lo.Minor, s.hi.Minor
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

// within reports whether the bounds of the number with q hold the sum of the
// bounds. Only rounding can be in the way.
func (s *summands) within(q Qualifier) bool {
	if s.number > maxMinor {
		return true // refused in any form
	}
	lo, hi := Quantity{kind: Point, qualifier: q, lo: s.number, hi: s.number}.Bounds()
	return lo.Minor <= s.lo.Minor && s.hi.Minor <= hi.Minor
}

// plus adds numbers that are not negative; what is too large stays so.
func plus(a, b int64) int64 {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}
