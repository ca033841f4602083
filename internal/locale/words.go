package locale

import "strings"

// words are the words and patterns that the formatters of this package need. In
// patterns {} stands for a value; where there are two, {1} and {2} do, in any order.
type words struct {
	quotes  []string // around a quote, and around one inside it
	leading []string // articles with which titles begin, and the blank or apostrophe behind them

	// Quantities.
	digits     string            // the numbering system of CLDR; empty if it is that of Latin digits
	group      string            // around each two groups of three digits; empty if it is as in CLDR
	qualifiers map[string]string // by [amount.Qualifier.String]
	some       string            // an order of magnitude
	overSome   string            // a little over one
	scales     map[string]noun   // "million", "billion"
	noFigure   string            // money without a number
	per        string            // before a basis
	share      string            // before what a percentage is of
	prices     string            // around a year of prices
	adjusted   string            // for inflation
	rangeShown string            // between two numbers
	rangeSaid  string            // the same, spoken
	withSign   string            // of the sign of a currency and a number
	withCode   string            // the same with its code
	inWords    string            // around a number with a scale word and the name of a currency; empty if it has its sign
	of         string            // before what is counted, where a number in words takes it
	afterScale bool              // whether a number with a scale word takes it
	vague      map[string]string
	currencies map[string]currency // by ISO 4217 code
	units      map[string]noun     // what front matter calls what is counted

	// Dates.
	months, shortMonths []string
	seasons             []string // from spring on
	firstDay            string   // of a month; empty if it is written like others
	dayMonth            string   // around a day and a month
	withYear            dated    // around these, a month or a season, and a year
	about               dated    // an approximate date
	uncertain           dated    // an uncertain date
	from, until         dated    // an interval with one end
	start, end          dated    // the ends of an interval
	contractions        map[string]string
}

// A noun has a form for each plural category of CLDR that the language tells apart,
// besides the one for all others.
type noun struct {
	other  string
	forms  map[string]string // by category; may be nil
	linked string            // after the word for "of", where it is not that word and the noun: "d’euros"
}

// plain is n in a plural category.
func (n noun) plain(category string) string {
	if form := n.forms[category]; form != "" {
		return form
	}
	return n.other
}

// after is n after the word for "of".
func (n noun) after(of string) string {
	if n.linked != "" {
		return n.linked
	}
	return of + " " + n.other
}

// A currency without a sign has its code written.
type currency struct {
	noun
	sign string
}

// A dated pattern depends on what is known of the date.
type dated struct{ day, month, season, year string }

// cutOf cuts the word for "of" from the end of a number in words.
func (w *words) cutOf(number string) (string, bool) {
	return strings.CutSuffix(number, " "+w.of)
}

// The places of a pattern with the sign of a currency.
const (
	signPlace   = "{sign}"
	numberPlace = "{number}"
)
