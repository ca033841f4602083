package citation

import (
	"unicode"
	"unicode/utf8"
)

// input is the text being searched. Its methods read one small thing at an
// offset and return the offset behind it; an offset that comes back unchanged
// means that the thing is not there. All of them accept any offset from 0 to
// len(in).
type input []byte

// is reports whether the text at i begins with s.
func (in input) is(i int, s string) bool {
	return len(in)-i >= len(s) && string(in[i:i+len(s)]) == s
}

// lit skips s.
func (in input) lit(i int, s string) int {
	if in.is(i, s) {
		return i + len(s)
	}
	return i
}

// anyOf skips the first of the given words that is there.
func (in input) anyOf(i int, words ...string) int {
	for _, w := range words {
		if in.is(i, w) {
			return i + len(w)
		}
	}
	return i
}

// space skips one space. French typography sets no-break, thin and narrow
// no-break spaces in front of signs and inside citations, so these count like
// the plain one.
func (in input) space(i int) int {
	if i >= len(in) {
		return i
	}
	switch in[i] {
	case ' ', '\t', '\n', '\r':
		return i + 1
	case 0xC2:
		return in.lit(i, "\u00a0")
	case 0xE2:
		return in.anyOf(i, "\u202f", "\u2009", "\u2007")
	}
	return i
}

// spaces skips a run of spaces. It stays where it is at a blank line, which no
// citation crosses.
func (in input) spaces(i int) int {
	start, lines := i, 0
	for {
		next := in.space(i)
		if next == i {
			return i
		}
		if in[i] == '\n' {
			if lines++; lines > 1 {
				return start
			}
		}
		i = next
	}
}

// backSpaces goes back over the run of spaces that ends at i.
func (in input) backSpaces(floor, i int) int {
	start, lines := i, 0
	for i > floor {
		r, size := utf8.DecodeLastRune(in[floor:i])
		if in.space(i-size) != i {
			break
		}
		if r == '\n' {
			if lines++; lines > 1 {
				return start
			}
		}
		i -= size
	}
	return i
}

// dash skips a hyphen or en dash: printed codes use either inside a section.
func (in input) dash(i int) int {
	return in.anyOf(i, "-", "–", "\u2011")
}

// digits skips a run of digits, all of it.
func (in input) digits(i int) int {
	for i < len(in) && isDigit(in[i]) {
		i++
	}
	return i
}

// number reads a whole number of at most max digits without leading zero.
func (in input) number(i, max int) (n, end int, ok bool) {
	end = in.digits(i)
	if end == i || end-i > max || in[i] == '0' {
		return 0, i, false
	}
	for _, d := range in[i:end] {
		n = n*10 + int(d-'0')
	}
	return n, end, true
}

// blank skips the underscores that stand for a page not known yet, with the
// backslashes an author of Markdown may put before them.
func (in input) blank(i int) int {
	start, n := i, 0
	for i < len(in) {
		if in[i] == '_' {
			i, n = i+1, n+1
		} else if in.is(i, `\_`) {
			i, n = i+2, n+1
		} else {
			break
		}
	}
	if n < 2 {
		return start
	}
	return i
}

// wordEnds reports whether no word goes on at i.
func (in input) wordEnds(i int) bool {
	if i >= len(in) {
		return true
	}
	r, _ := utf8.DecodeRune(in[i:])
	return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// wordStarts reports whether a word or number may begin at i: not in the
// middle of a word, of an amount, of a decimal number or behind a hyphen.
func (in input) wordStarts(i int) bool {
	if i == 0 {
		return true
	}
	r, size := utf8.DecodeLastRune(in[:i])
	switch r {
	case '_', '-', '\u2011', '/', '$', '€', '£', '#':
		return false
	case '.', ',', '–', ':', '’', '\'':
		return i == size || !isDigit(in[i-size-1])
	}
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// leading reads the number in front of an abbreviation at i. With spaced, a
// space has to stand between them.
func (in input) leading(floor, i, max int, spaced bool) (n, start int, ok bool) {
	end := in.backSpaces(floor, i)
	if spaced && end == i {
		return 0, i, false
	}
	start = end
	for start > floor && isDigit(in[start-1]) {
		start--
	}
	n, _, ok = input(in[:end]).number(start, max)
	return n, start, ok && in.wordStarts(start)
}

func isASCIISpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
func isLower(b byte) bool { return 'a' <= b && b <= 'z' }
func isUpper(b byte) bool { return 'A' <= b && b <= 'Z' }
