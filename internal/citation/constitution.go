package citation

import (
	"strconv"
	"strings"
)

// This file reads the Constitution of the United States.
//
//	U.S. Const. amend. I   U.S. Const. amend. XIV, § 1   U.S. Const. art. I, § 8, cl. 3
//
// "the First Amendment" stays prose: it names a doctrine as often as a text.

const (
	amendments = 27
	articles   = 7
)

func (f *finder) constitution(i int) int {
	in := f.in
	if !in.wordStarts(i) {
		return i
	}
	j := in.lit(i, "U.")
	k := in.space(j)
	s := in.lit(k, "S.")
	if j == i || s == k {
		return i
	}
	word := in.spaces(s)
	end := in.lit(word, "Const.")
	if end == word {
		return i
	}
	at := in.spaces(in.lit(end, ","))
	if at == end {
		return i
	}
	c := Citation{Kind: Constitution}
	last := amendments
	var sign int
	if sign = in.anyOf(at, "amend.", "Amend."); sign > at {
		c.Series = "amend."
	} else if sign = in.anyOf(at, "art.", "Art."); sign > at {
		c.Series, last = "art.", articles
	} else {
		return i
	}
	n, next, ok := in.ordinal(in.spaces(sign))
	if !ok || n > last {
		return i
	}
	c.Number = strconv.Itoa(n)
	if section, after, ok := in.division(next, "§", "sec."); ok {
		c.Sub, next = strconv.Itoa(section), after
		if clause, after, ok := in.division(next, "cl."); ok {
			c.Sub, next = c.Sub+"."+strconv.Itoa(clause), after
		}
	}
	return f.add(i, next, c)
}

// division reads ", § 8" or ", cl. 3".
func (in input) division(i int, signs ...string) (n, end int, ok bool) {
	comma := in.lit(i, ",")
	at := in.spaces(comma)
	sign := in.anyOf(at, signs...)
	if at == i || sign == at {
		return 0, i, false
	}
	n, end, ok = in.number(in.spaces(sign), 2)
	return n, end, ok && in.wordEnds(end)
}

// ordinal reads a number in Roman or Arabic figures.
func (in input) ordinal(i int) (n, end int, ok bool) {
	if n, end, ok = in.number(i, 2); ok {
		return n, end, in.wordEnds(end)
	}
	end = in.letters(i)
	if end-i > 7 || !in.wordEnds(end) {
		return 0, i, false
	}
	s := string(in[i:end])
	for n := 1; n <= amendments; n++ {
		if roman(n) == s {
			return n, end, true
		}
	}
	return 0, i, false
}

// roman writes the numbers that amendments have, 1 to 39.
func roman(n int) string {
	if n < 0 || n > 39 {
		return ""
	}
	ones := [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	return strings.Repeat("X", n/10) + ones[n%10]
}
