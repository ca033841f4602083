// Package amount reads quantities as an author writes them ("more than 75
// million USD", "a few thousand voters") into a value that can be compared,
// sorted and written back.
//
// In goes one line of text; out comes a [Quantity], or a [*diag.Mistake] with
// the place of the mistake and the spelling to use. Numbers are int64 in the
// smallest unit of what is counted (cents for USD, one for voters), never
// floats; a number that does not fit is an error.
//
// The package never converts a currency, never rounds, never guesses a unit,
// and knows no language but the one of the front matter: how a reader sees a
// quantity is decided by package locale.
package amount

import (
	"cmp"
	"strings"
)

// Quantity is one quantity as stated: a number or a range of numbers, or a
// vague word for a number, or no number at all; with its qualifier, its unit
// and its basis. It never changes once made, and two quantities are == when
// they say the same. The zero Quantity states nothing, see [Quantity.IsZero].
type Quantity struct {
	lo, hi int64  // in the smallest unit; equal for a point
	unit   string // a currency code or a counted noun
	basis  string
	vague  string // "a few thousand", the words of one of vagueForms

	kind        Kind
	qualifier   Qualifier
	some, money bool
	prices      Prices
	digits      uint8 // decimal places between the unit and its smallest unit
}

// Kind says how a quantity gives its number.
type Kind uint8

const (
	// Point is one number: "47 USD".
	Point Kind = iota + 1
	// Range is two numbers with the truth between them: "10..12 million USD".
	Range
	// Vague is a word for a number: "hundreds of employees".
	Vague
	// Unquantified is money without a number.
	Unquantified
)

// Qualifier says how a number is meant. "some" stands apart, because it
// combines with another qualifier: see [Quantity.Some].
type Qualifier uint8

const (
	// Plain is a number without a qualifier; it is taken at its word.
	Plain Qualifier = iota
	About
	Nearly
	MoreThan
	ALittleOver
	AtLeast
	LessThan
	UpTo
	// Exactly has the bounds of [Plain]; it is kept because the source says it.
	Exactly
)

var qualifierWords = [...]string{
	Plain: "", About: "about", Nearly: "nearly", MoreThan: "more than", ALittleOver: "a little over",
	AtLeast: "at least", LessThan: "less than", UpTo: "up to", Exactly: "exactly",
}

// qualifierTokens are the words of each, split once: every quantity is compared
// with all of them.
var qualifierTokens = func() [][]string {
	all := make([][]string, len(qualifierWords))
	for i, words := range qualifierWords {
		all[i] = strings.Fields(words)
	}
	return all
}()

// String returns the qualifier as it is written in front matter.
func (q Qualifier) String() string { return qualifierWords[q] }

// IsZero reports whether q is the zero Quantity, which [Parse] never returns.
func (q Quantity) IsZero() bool { return q == Quantity{} }

// Kind says how q gives its number.
func (q Quantity) Kind() Kind { return q.kind }

// Qualifier is the word before the number, without "some".
func (q Quantity) Qualifier() Qualifier { return q.qualifier }

// Some reports whether the number gives an order of magnitude only ("some 10
// million", French "une dizaine de millions"); alone or after "a little over".
func (q Quantity) Some() bool { return q.some }

// Lo is the number, or the smaller number of a range, in the smallest unit
// (see [Quantity.Digits]); 0 for a vague or unquantified quantity. It is the
// number as written; for what a qualifier makes of it see [Quantity.Bounds].
func (q Quantity) Lo() int64 { return q.lo }

// Hi is the greater number of a range, and [Quantity.Lo] otherwise.
func (q Quantity) Hi() int64 { return q.hi }

// Digits is the number of decimal places of the unit: 2 for USD, 0 for JPY
// and for everything counted but percentages.
func (q Quantity) Digits() int { return int(q.digits) }

// Unit is a currency code of ISO 4217 ("USD"), a counted noun as written
// ("phone numbers"), or "" if unquantified. See [Quantity.Measure] for the prices.
func (q Quantity) Unit() string { return q.unit }

// IsMoney reports whether q is money; an unquantified quantity always is.
func (q Quantity) IsMoney() bool { return q.money }

// Basis is what one such quantity is paid or counted for: "day" in "1 million
// USD per day"; "" for a plain sum or count.
func (q Quantity) Basis() string { return q.basis }

// VagueForm is the number of a vague quantity in words, such as "hundreds" or
// "a few thousand", and "" for the other kinds.
func (q Quantity) VagueForm() string { return q.vague }

// SameUnit reports whether q and r count the same thing: one currency at the same
// prices, or the same noun. It does not ask for the same basis, so "47 USD per voter" and
// "75 million USD" have the same unit, and an unquantified quantity has none.
func (q Quantity) SameUnit(r Quantity) bool {
	return q.unit != "" && q.unit == r.unit && q.money == r.money && q.prices == r.prices
}

// Compare orders quantities for lists and is negative, zero or positive as q
// comes before, is, or comes after r. The unit comes first: money by code and prices, then
// counts by noun, then what has no number. Within a unit the lower bound decides,
// of two equal ones the closed one first ("at least 75" before "more than 75"),
// then the upper bound; a plain sum comes before a rate. Only equal quantities
// compare as zero.
func (q Quantity) Compare(r Quantity) int {
	qlo, qhi := q.Bounds()
	rlo, rhi := r.Bounds()
	return cmp.Or(
		cmp.Compare(q.unitRank(), r.unitRank()),
		strings.Compare(q.unit, r.unit),
		cmp.Compare(q.prices, r.prices),
		cmp.Compare(qlo.Minor, rlo.Minor),
		cmp.Compare(qlo.Limit, rlo.Limit),
		compareUpper(qhi, rhi),
		strings.Compare(q.basis, r.basis),
		strings.Compare(q.String(), r.String()),
	)
}

func (q Quantity) unitRank() int {
	switch {
	case q.unit == "":
		return 2
	case q.money:
		return 0
	}
	return 1
}
