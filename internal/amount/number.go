package amount

import (
	"math/bits"
	"strconv"
	"strings"
)

// isNumber reports whether s is a number as front matter has it: no leading
// zeros, commas between all thousands or none, decimals after a point.
func isNumber(s string) bool {
	whole, decimals, broken := strings.Cut(s, ".")
	first, rest, grouped := strings.Cut(whole, ",")
	switch {
	case !isDigits(first), broken && !isDigits(decimals):
		return false
	case first[0] == '0':
		return len(first) == 1 && !grouped
	case !grouped:
		return true
	case len(first) > 3:
		return false
	}
	for group := range strings.SplitSeq(rest, ",") {
		if len(group) != 3 || !isDigits(group) {
			return false
		}
	}
	return true
}

// isDigits reports whether s has digits, and nothing else.
func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Scale is the number that a scale word stands for.
type Scale int64

const (
	Ones    Scale = 1
	Million Scale = 1e6
	Billion Scale = 1e9
)

// scaleWords are the words that may follow a number, with their zeros.
var scaleWords = map[string]int{"thousand": 3, "million": 6, "billion": 9}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

type numberFault int

const (
	numberOK numberFault = iota
	tooManyDecimals
	tooLarge
)

// minor turns the digits of a number (isNumber, without commas) times ten to
// the zeros into an integer of the smallest unit.
func minor(number string, zeros int) (int64, numberFault) {
	whole, decimals, _ := strings.Cut(number, ".")
	decimals = strings.TrimRight(decimals, "0")
	if len(decimals) > zeros {
		return 0, tooManyDecimals
	}
	n := uint64(0)
	for _, c := range whole + decimals + strings.Repeat("0", zeros-len(decimals)) {
		hi, lo := bits.Mul64(n, 10)
		if hi > 0 || lo > maxMinor {
			return 0, tooLarge
		}
		if n = lo + uint64(c-'0'); n > maxMinor {
			return 0, tooLarge
		}
	}
	return int64(n), numberOK
}

// decimalString writes n / 10^digits without grouping and with no more
// decimals than it needs.
func decimalString(n int64, digits int) string {
	p := pow10(digits)
	s := strconv.FormatInt(n/p, 10)
	if rest := n % p; rest != 0 {
		f := strconv.FormatInt(p+rest, 10)[1:] // the 1 in front keeps leading zeros
		s += "." + strings.TrimRight(f, "0")
	}
	return s
}

// Decimal writes a number of q's smallest unit in whole units, for machines:
// 4750 is "47.5" if q is in USD. There is no grouping and no padding.
func (q Quantity) Decimal(minor int64) string { return decimalString(minor, q.Digits()) }

// Written returns the figures of a point or range as readers see them:
// plain digits with a point before decimals, ungrouped, and the scale that
// they count in. This is the one rule for when a scale word is used: the
// number is at least a million, and the greatest scale is taken that leaves at
// most two decimals. In a range both figures share the scale, the smaller may
// then be down to a tenth of it. Decimals of money without a scale word are
// written in full ("47.50"). Other kinds have no figures.
func (q Quantity) Written() (lo, hi string, scale Scale) {
	if q.kind != Point && q.kind != Range {
		return "", "", Ones
	}
	for _, s := range []Scale{Billion, Million} {
		unit := int64(s) * pow10(q.Digits())
		if q.hi < unit || q.lo < unit/10 && q.lo != 0 {
			continue
		}
		if step := unit / 100; q.lo%step == 0 && q.hi%step == 0 {
			digits := q.Digits() + len(strconv.FormatInt(int64(s), 10)) - 1
			return decimalString(q.lo, digits), decimalString(q.hi, digits), s
		}
	}
	if p := pow10(q.Digits()); q.money && (q.lo%p != 0 || q.hi%p != 0) {
		return padded(q.lo, q.Digits()), padded(q.hi, q.Digits()), Ones
	}
	return decimalString(q.lo, q.Digits()), decimalString(q.hi, q.Digits()), Ones
}

func padded(n int64, digits int) string {
	p := pow10(digits)
	return strconv.FormatInt(n/p, 10) + "." + strconv.FormatInt(p+n%p, 10)[1:]
}

// String returns the spelling of q that front matter should use; [Parse] reads
// it back to an equal value.
func (q Quantity) String() string {
	var words []string
	add := func(w string) {
		if w != "" {
			words = append(words, w)
		}
	}
	switch q.kind {
	case Unquantified:
		return "unquantified"
	case Vague:
		add(q.vague)
		if takesOf(q.vague) {
			add("of")
		}
	case Point, Range:
		add(q.qualifier.String())
		if q.some {
			add("some")
		}
		lo, hi, scale := q.Written()
		number := grouped(lo)
		if q.kind == Range {
			number += ".." + grouped(hi)
		}
		add(number)
		switch scale {
		case Million:
			add("million")
		case Billion:
			add("billion")
		}
	default:
		return ""
	}
	add(q.Measure())
	if q.basis != "" {
		add("per")
		add(q.basis)
	}
	return strings.Join(words, " ")
}

// grouped puts commas between the thousands of a number.
func grouped(number string) string {
	whole, decimals, hasDecimals := strings.Cut(number, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if hasDecimals {
		whole += "." + decimals
	}
	return whole
}
