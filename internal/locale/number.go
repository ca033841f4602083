package locale

import (
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/number"
)

// nbsp keeps a number on one line with what belongs to it.
const nbsp = "\u00a0"

// Number writes n with the grouping of the language: "350,000".
func (l *Locale) Number(n int64) string {
	return l.printer.Sprint(number.Decimal(n))
}

// Plural returns the CLDR plural category of n things: "zero", "one", "two",
// "few", "many" or "other".
func (l *Locale) Plural(n int64) string {
	// The rules look at no more than the last six digits and whether there are
	// others before them; folding keeps both, and any int can hold it.
	long := n >= 1e6 || n <= -1e6
	if n %= 1e6; n < 0 {
		n = -n
	}
	if long {
		n += 1e6
	}
	return pluralNames[plural.Cardinal.MatchPlural(l.tag, int(n), 0, 0, 0, 0)]
}

var pluralNames = map[plural.Form]string{
	plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many", plural.Other: "other",
}

// figures writes plain digits ("2.7", "350000") with the grouping and the
// decimal mark of the language. The decimals come through as written: no float
// is ever made of them.
func (l *Locale) figures(digits string) string {
	whole, decimals, hasDecimals := strings.Cut(digits, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		panic("locale: not a number: " + digits) // package amount promises digits
	}
	s := l.Number(n)
	if hasDecimals {
		s += l.decimalMark + decimals
	}
	return s
}
