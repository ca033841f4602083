package locale

import (
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// nbsp keeps a number on one line with what belongs to it.
const nbsp = "\u00a0"

// Number writes n with the grouping of the language: "350,000". Groups of three
// are made here: golang.org/x/text takes 20 times as long, and pages are full of
// numbers.
func (l *Locale) Number(n int64) string {
	if l.groupMark == "" {
		return l.printer.Sprint(number.Decimal(n))
	}
	var digits [20]byte
	s := strconv.AppendInt(digits[:0], n, 10)
	var out [48]byte
	return string(appendGrouped(out[:0], s, l.groupMark))
}

// appendGrouped appends a whole number with a mark between each three digits.
func appendGrouped(out, number []byte, mark string) []byte {
	if number[0] == '-' {
		out, number = append(out, '-'), number[1:]
	}
	for i, digit := range number {
		if left := len(number) - i; i > 0 && left%3 == 0 {
			out = append(out, mark...)
		}
		out = append(out, digit)
	}
	return out
}

// groupMark returns what CLDR puts between each three digits, or "" if the
// language groups in another way, has other digits or another minus sign.
func groupMark(p *message.Printer) string {
	thousand := p.Sprint(number.Decimal(1234))
	mark := strings.TrimSuffix(strings.TrimPrefix(thousand, "1"), "234")
	for _, n := range []int64{7, 1234, 1234567, -1234567890} {
		grouped := appendGrouped(nil, strconv.AppendInt(nil, n, 10), mark)
		if p.Sprint(number.Decimal(n)) != string(grouped) {
			return ""
		}
	}
	return mark
}

// Plural returns the CLDR plural category of n things: "zero", "one", "two",
// "few", "many" or "other".
func (l *Locale) Plural(n int64) string {
	// The rules depend on the last six digits and on whether there are others
	// before them; folding keeps both, and fits into any int.
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

// pluralOf returns the category of a number as it is written: "1.5".
func (l *Locale) pluralOf(digits string) string {
	whole, decimals, _ := strings.Cut(digits, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if decimals = strings.TrimRight(decimals, "0"); err != nil || decimals == "" {
		return l.Plural(n)
	}
	f, _ := strconv.Atoi(decimals[:min(len(decimals), 4)])
	return pluralNames[plural.Cardinal.MatchPlural(l.tag, int(min(n, 1e6)), len(decimals), len(decimals), f, f)]
}

// figures writes plain digits ("2.7", "350000") with the grouping and the
// decimal mark of the language. The decimals stay as written: they never become a
// float.
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
