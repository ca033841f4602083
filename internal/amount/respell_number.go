package amount

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"
)

var (
	looseNumRE = regexp.MustCompile(`^\.?[0-9]+(?:[.,'’_ ][0-9]+)*`)
	exponentRE = regexp.MustCompile(`^([0-9]+)(?:\.([0-9]+))?[eE]\+?([0-9]{1,2})(?:$| )`)

	looseScales = map[string]int{
		"hundred": 2, "k": 3, "thousand": 3, "thousands": 3, "m": 6, "mm": 6, "mn": 6, "mio": 6, "mln": 6, "million": 6, "millions": 6,
		"b": 9, "bn": 9, "md": 9, "mds": 9, "mrd": 9, "milliard": 9, "milliards": 9, "billion": 9, "billions": 9, "trillion": 12, "trillions": 12,
	}
	smallNumbers = map[string]string{
		"a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
		"eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20",
	}
)

// number takes a number and its scale, and returns its plain digits and zeros.
func (l *loose) number() (digits string, zeros int, ok bool) {
	if m := exponentRE.FindStringSubmatch(l.rest); m != nil {
		for _, c := range m[3] {
			zeros = zeros*10 + int(c-'0')
		}
		digits = m[1]
		if m[2] != "" {
			digits += "." + m[2]
		}
		l.rest = strings.TrimPrefix(l.rest[len(strings.TrimSuffix(m[0], " ")):], " ")
		return trimZeros(digits), zeros, zeros < 16
	}
	text := looseNumRE.FindString(l.rest)
	if text == "" {
		w := lettersRE.FindString(l.rest)
		small, known := smallNumbers[strings.ToLower(w)]
		if !known {
			return "", 0, false
		}
		text, l.rest = small, strings.TrimSpace(l.rest[len(w):])
	} else {
		l.rest = strings.TrimPrefix(l.rest[len(text):], " ")
	}
	w := lettersRE.FindString(l.rest)
	zeros, scaled := looseScales[strings.ToLower(w)]
	if scaled {
		l.rest = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(l.rest[len(w):]), "of "))
	}
	digits, ok = plainDigits(text, scaled)
	return digits, zeros, ok
}

// plainDigits tells grouping from decimals. Of two different marks the last
// is the decimal one; a mark that comes twice groups; one comma before three
// digits groups; one point before three digits is undecided, unless a scale word
// follows: "2.675 million" is unlikely to mean 2,675 million.
func plainDigits(text string, scaled bool) (string, bool) {
	text = strings.NewReplacer("’", "'").Replace(text)
	marks := strings.Trim(text, "0123456789")
	marks = strings.Join(strings.FieldsFunc(marks, unicode.IsDigit), "")
	if marks == "" {
		return trimZeros(text), true
	}
	last := marks[len(marks)-1]
	whole, decimals := text, ""
	if i := strings.LastIndexByte(text, last); strings.Count(marks, string(last)) == 1 && (last == '.' || last == ',') {
		three := len(text)-i-1 == 3
		switch {
		case len(marks) > 1, !three, last == '.' && scaled:
			whole, decimals = text[:i], text[i+1:]
		case last == '.':
			return "", false
		}
	}
	groups := strings.FieldsFunc(whole, func(r rune) bool { return !unicode.IsDigit(r) })
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && len(g) > 3 {
			return "", false
		}
	}
	whole = strings.Join(groups, "")
	if decimals != "" {
		whole += "." + decimals
	}
	return trimZeros(whole), true
}

// trimZeros drops leading zeros and puts one before a bare point.
func trimZeros(s string) string {
	s = strings.TrimLeft(s, "0")
	if s == "" || s[0] == '.' {
		s = "0" + s
	}
	return s
}

// shift moves the decimal point to the right.
func shift(digits string, zeros int) string {
	whole, decimals, _ := strings.Cut(digits, ".")
	decimals += strings.Repeat("0", max(0, zeros-len(decimals)))
	whole, decimals = whole+decimals[:zeros], strings.TrimRight(decimals[zeros:], "0")
	if decimals != "" {
		decimals = "." + decimals
	}
	return trimZeros(whole + decimals)
}

// less compares plain digits as numbers.
func less(a, b string) bool {
	aw, ad, _ := strings.Cut(a, ".")
	bw, bd, _ := strings.Cut(b, ".")
	return cmp.Or(cmp.Compare(len(aw), len(bw)), strings.Compare(aw, bw), strings.Compare(ad, bd)) < 0
}
