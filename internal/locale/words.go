package locale

import "receipts/internal/amount"

// words are the words and patterns that the formatters of this package need: one
// table per language, in a file of its own (words_en.go). In patterns, {} stands
// for a value.
type words struct {
	// Quantities. An empty qualifier needs no entry.
	qualifiers map[amount.Qualifier]string
	some       string                  // an order of magnitude
	scales     map[amount.Scale]string // after a number
	noFigure   string                  // money without a number
	per        string                  // before a basis
	of         string                  // before what a percentage is of
	prices     string                  // around a year of prices
	adjusted   string                  // for inflation
	rangeWord  string                  // between two spoken numbers
	vague      func(form string) (number, link string)
	currencies map[string]currency // by ISO 4217 code

	// Dates. Days are placed before months and months before years; a
	// language in which that is wrong needs a pattern here first.
	months, shortMonths [12]string
	seasons             [4]string // from spring on
	about               string    // an approximate date
	uncertain           string    // an uncertain date
	from, until         string    // an interval with one end
	between             string    // between the ends of an interval
}

// currency is how a language writes and says a currency. Without a sign the
// code is written before the number, without names it is spoken as well.
type currency struct {
	sign  string
	names map[string]string // by CLDR plural category; "other" is required
}
