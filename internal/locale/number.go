package locale

import (
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
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
	return l.Digits(string(appendGrouped(out[:0], s, l.groupMark)))
}

// Digits writes the Latin digits in s, such as those of a year, as the language does.
// Everything that readers see as a number comes from here or from [Locale.Number].
func (l *Locale) Digits(s string) string {
	if l.digits == nil {
		return s
	}
	return l.digits.Replace(s)
}

// NumberTag is the BCP 47 tag by which scripts write numbers as l does:
// "fa-u-nu-arabext".
func (l *Locale) NumberTag() string { return writtenIn(l.tag, l.numberingSystem()).String() }

// latin is the numbering system of CLDR that a language has if its catalogue names no
// other one. That of CLDR is no choice for one: for Arabic it changes with the country
// and the edition of CLDR, and a file made from the English one has Latin digits in
// its words.
const latin = "latn"

func (c *Catalogue) numberingSystem() string { return cmp.Or(c.words.digits, latin) }

// writtenIn is a tag with a numbering system.
func writtenIn(tag language.Tag, system string) language.Tag {
	tag, err := tag.SetTypeForKey("nu", system)
	if err != nil {
		panic(err) // those of catalogues are checked
	}
	return tag
}

// isNumberingSystem reports whether numbers can be written in a system of CLDR digit by
// digit. Roman and Hebrew numbers cannot.
func isNumberingSystem(system string) bool {
	tag, err := language.English.SetTypeForKey("nu", system)
	return system == latin || err == nil && message.NewPrinter(tag).Sprint(number.Decimal(7)) != "7"
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

// cldrGroupMark returns what CLDR puts between each three digits, or "" if the
// language groups in another way or has another minus sign.
func (l *Locale) cldrGroupMark() string {
	thousand := l.printer.Sprint(number.Decimal(1234))
	mark := strings.TrimSuffix(strings.TrimPrefix(thousand, l.Digits("1")), l.Digits("234"))
	for _, n := range []int64{7, 1234, 1234567, -1234567890} {
		grouped := appendGrouped(nil, strconv.AppendInt(nil, n, 10), mark)
		if l.printer.Sprint(number.Decimal(n)) != l.Digits(string(grouped)) {
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
		s += l.decimalMark + l.Digits(decimals)
	}
	return s
}
