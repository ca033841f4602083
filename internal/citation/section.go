package citation

import "strings"

// This file reads what the two codes share: the sign before a section, the
// paragraphs within one, and where a list of sections ends.
//
// A list goes on only after a plural sign, and only with sections in ascending
// order: "§§ 2703 and 3 others" has one section.

// sectionSign skips the spaces and the sign or word between a code and its
// section. After an abbreviation without full stop there must be one of them.
func (in input) sectionSign(i int, tight bool) (end int, plural, ok bool) {
	j := in.spaces(i)
	k := in.lit(j, "§")
	if k > j {
		more := in.lit(in.space(k), "§")
		plural = more > in.space(k)
		if plural {
			k = more
		}
		return in.spaces(k), plural, true
	}
	for _, w := range [...]struct {
		word   string
		plural bool
	}{
		{"Sections", true},
		{"sections", true},
		{"Section", false},
		{"section", false},
		{"Secs.", true},
		{"secs.", true},
		{"Sec.", false},
		{"sec.", false},
	} {
		if k := in.lit(j, w.word); k > j {
			end := in.spaces(k)
			return end, w.plural, end > k
		}
	}
	return j, false, j > i || !tight
}

// newCitation reports whether the number that ends at i is the volume of a
// further citation rather than a member of the list: "§§ 2703, 52 U.S.C. § 1".
func (f *finder) newCitation(i int) bool {
	in := f.in
	j := in.spaces(i)
	if j >= len(in) || j == i {
		return false
	}
	return in.is(j, "U.") || in.is(j, "USC") || in.is(j, "C.") || in.is(j, "CFR") ||
		in.is(j, "F.") || in.is(j, "Fed.") || in.is(j, "FR ") || in.is(j, "Stat.")
}

// paragraphs reads designators in parentheses, "(a)(7)(B)(i)". A designator is
// a number, a letter, a letter repeated or a roman numeral; anything else in
// parentheses is the author's own.
func (in input) paragraphs(i int) (string, int) {
	start := i
	for i < len(in) && in[i] == '(' {
		end := i + 1
		for end < len(in) && end-i <= 7 && (isDigit(in[end]) || isLower(in[end]) || isUpper(in[end])) {
			end++
		}
		if end == len(in) || in[end] != ')' || !isDesignator(string(in[i+1:end])) {
			break
		}
		i = end + 1
	}
	return string(in[start:i]), i
}

func isDesignator(s string) bool {
	if s == "" {
		return false
	}
	if isDigit(s[0]) {
		return len(s) <= 3 && s[0] != '0' && strings.Trim(s, "0123456789") == ""
	}
	if !oneCase(s) || strings.ContainsAny(s, "0123456789") {
		return false
	}
	return strings.Trim(s, s[:1]) == "" && len(s) <= 4 || strings.Trim(strings.ToLower(s), "ivxlcdm") == ""
}

// letters skips letters of one case.
func (in input) letters(i int) int {
	if i >= len(in) {
		return i
	}
	same := isLower
	if isUpper(in[i]) {
		same = isUpper
	}
	for i < len(in) && same(in[i]) {
		i++
	}
	return i
}

// decimal reports whether a full stop and a digit follow at i.
func (in input) decimal(i int) bool {
	return i+1 < len(in) && in[i] == '.' && isDigit(in[i+1])
}

// thousands reports whether a comma and exactly three digits follow at i.
func (in input) thousands(i int) bool {
	return i < len(in) && in[i] == ',' && in.digits(i+1) == i+4
}

// rangeLike reports whether from-to reads as a range of two plain numbers.
func rangeLike(from, to string) bool {
	const plain = "0123456789"
	return strings.Trim(from, plain) == "" && strings.Trim(to, plain) == "" && leadingInt(from) < leadingInt(to)
}

// oneCase reports whether s does not mix small and capital letters.
func oneCase(s string) bool {
	return s == strings.ToLower(s) || s == strings.ToUpper(s)
}

// leadingInt is the number that s begins with.
func leadingInt(s string) int {
	n := 0
	for i := 0; i < len(s) && isDigit(s[i]); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
