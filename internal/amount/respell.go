package amount

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// respell parses a quantity loosely and returns the spelling that was probably
// meant, for a hint only, and what a percentage is of. It finds none for what may mean
// two things: "1.000 USD" is one or a thousand.
func respell(s string) (_ Quantity, of string, ok bool) {
	if len(s) > 200 { // too long for a hint of one line
		return Quantity{}, "", false
	}
	r := loosely(tidy(s))
	for _, reading := range []func(*loose) string{(*loose).unquantified, (*loose).vague, (*loose).figure} {
		l := r
		if q, err := parse(reading(&l), true); err == nil {
			return q, l.of, true
		}
	}
	return Quantity{}, "", false
}

// tidy makes all spaces plain ones and drops invisible characters and what trails.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
	return strings.TrimRight(strings.Join(strings.Fields(s), " "), ".,;:! ")
}

// loose is what is left to read, with what was taken out of it.
type loose struct {
	rest   string
	prices string // in front of a basis: "in 2024 prices"
	of     string // what a percentage is of
}

// Words for money at other prices, with what they name the currency by: "in 2024
// dollars", "in prices of 2024", "adjusted for inflation".
var (
	yearFirstRE = regexp.MustCompile(`(?i),? *\(?\b(?:(?:in|at|of) )?(?:(?:constant|real) )?(?P<year>(?:1[7-9]|20)\d\d) (?:(?:constant|real) )?(?P<money>prices|values|terms|money|dollars|euros|pounds|[a-z]{3})\b\)?`)
	yearLastRE  = regexp.MustCompile(`(?i),? *\(?\b(?:(?:in|at) )?(?:(?:constant|real) )?(?P<money>prices|dollars|euros|pounds) (?:of|from) (?P<year>(?:1[7-9]|20)\d\d)\b\)?`)
	adjustedRE  = regexp.MustCompile(`(?i),? *\(?\b(?:adjusted|corrected) for inflation\b\)?|(?:\ban? )?\binflation[- ]adjusted\b|,? *\(?\bin (?:constant|real) (?P<money>prices|terms|money|dollars|euros|pounds)\b\)?`)
)

// loosely takes the prices out of s. What they name the currency by is left if s has
// no other.
func loosely(s string) loose {
	for _, re := range []*regexp.Regexp{yearFirstRE, yearLastRE, adjustedRE} {
		at := re.FindStringSubmatchIndex(s)
		if at == nil {
			continue
		}
		part := func(name string) string {
			if i := 2 * re.SubexpIndex(name); i > 0 && at[i] >= 0 {
				return s[at[i]:at[i+1]]
			}
			return ""
		}
		l := loose{rest: strings.Join(strings.Fields(s[:at[0]]+" "+s[at[1]:]), " "), prices: Adjusted.String()}
		if p, ok := PricesOf(part("year")); ok {
			l.prices = p.String()
		}
		if money := part("money"); isCurrencyWord(money) && !l.hasCurrency() {
			l.rest = strings.TrimSpace(s[:at[0]]) + " " + money + s[at[1]:]
		}
		return l
	}
	return loose{rest: s}
}

// hasCurrency reports whether a word or a sign of l is a currency.
func (l *loose) hasCurrency() bool {
	for _, s := range currencySigns {
		if strings.Contains(l.rest, s.sign) {
			return true
		}
	}
	return slices.ContainsFunc(strings.Fields(l.rest), isCurrencyWord)
}

func isCurrencyWord(w string) bool {
	_, isName := currencyNames[strings.ToLower(w)]
	return isName || IsCurrency(strings.ToUpper(w)) && !slices.Contains(wordsLikeCodes, w)
}

func (l *loose) unquantified() string {
	word := strings.ToLower(l.rest)
	if slices.Contains([]string{"unknown", "undisclosed", "not given", "no figure", "n/a", "none"}, word) {
		return "unquantified"
	}
	first, _, _ := strings.Cut(word, " ")
	return nearest(first, []string{"unquantified"})
}

// vague finds a vague number whose articles and plurals are a little wrong.
func (l *loose) vague() string {
	l.qualifier()
	words := strings.Fields(l.rest)
	for n := min(len(words), 5); n > 0; n-- {
		lead := words[:n]
		plural := slices.ContainsFunc(lead, func(w string) bool { return strings.HasSuffix(strings.ToLower(w), "s") })
		few := slices.ContainsFunc(lead, func(w string) bool { return strings.EqualFold(w, "few") || strings.EqualFold(w, "several") })
		if !plural && !few {
			continue
		}
		for _, f := range vagueForms {
			if vagueKey(strings.Fields(f.words)) != vagueKey(lead) {
				continue
			}
			rest := strings.Join(words[n:], " ")
			rest = strings.TrimPrefix(rest, "of ")
			of := ""
			if takesOf(f.words) {
				of = "of "
			}
			l.rest = rest
			return f.words + " " + of + l.unit("")
		}
	}
	return ""
}

var (
	rangeWordRE = regexp.MustCompile(`(?i)^(?:between|from) `)
	rangeMarkRE = regexp.MustCompile(`(?i)^ ?(?:\.{2,}|…|-|–|—|to |and |or ) ?`)
	lettersRE   = regexp.MustCompile(`^\p{L}+`)
)

// figure reads everything that has a number in digits, or in a small word.
func (l *loose) figure() string {
	qualifier := l.qualifier()
	l.rest = rangeWordRE.ReplaceAllString(l.rest, "")
	code := l.sign()
	lo, zeros, ok := l.number()
	if !ok {
		return ""
	}
	hi := ""
	if mark := rangeMarkRE.FindString(l.rest); mark != "" {
		before := *l
		l.rest = l.rest[len(mark):]
		l.sign()
		var hiZeros int
		if hi, hiZeros, ok = l.number(); !ok {
			*l, hi = before, "" // "47 to-do lists": no range after all
		} else if zeros == 0 {
			zeros = hiZeros
		}
	}
	if strings.HasPrefix(l.rest, "+") {
		l.rest = l.rest[1:]
		qualifier = cmp.Or(qualifier, "at least")
	}
	number := shift(lo, zeros)
	if hi != "" && hi != lo {
		a, b := shift(lo, zeros), shift(hi, zeros)
		if less(b, a) {
			a, b = b, a
		}
		number, qualifier = a+".."+b, ""
	}
	unit := l.unit(code)
	if unit == "" {
		return ""
	}
	return strings.TrimSpace(qualifier + " " + number + " " + unit)
}

// otherQualifiers are other words for a qualifier.
var otherQualifiers = map[string]string{
	"over": "more than", "above": "more than", "in excess of": "more than", "exceeding": "more than", "greater than": "more than",
	"more then": "more than", "upwards of": "more than", ">": "more than",
	"around": "about", "approximately": "about", "approx": "about", "approx.": "about", "roughly": "about", "circa": "about",
	"ca.": "about", "c.": "about", "~": "about", "≈": "about",
	"almost": "nearly", "close to": "nearly", "just under": "nearly", "a little under": "nearly", "a little less than": "nearly",
	"just over": "a little over", "slightly over": "a little over", "slightly more than": "a little over",
	"a little more than": "a little over", "little over": "a little over",
	"no less than": "at least", "not less than": "at least", "a minimum of": "at least", "minimum": "at least", ">=": "at least", "≥": "at least",
	"under": "less than", "below": "less than", "fewer than": "less than", "less then": "less than", "<": "less than",
	"at most": "up to", "no more than": "up to", "not more than": "up to", "a maximum of": "up to", "maximum": "up to", "<=": "up to", "≤": "up to",
	"precisely": "exactly",
}

// qualifier takes what stands before the number and returns the qualifier it
// means, or "" and takes nothing.
func (l *loose) qualifier() string {
	lower := strings.ToLower(l.rest)
	if len(lower) != len(l.rest) { // offsets would not match
		return ""
	}
	best, meant := "", ""
	try := func(words, meaning string) {
		if len(words) <= len(best) || !strings.HasPrefix(lower, words) {
			return
		}
		if r := words[len(words)-1]; r >= 'a' && r <= 'z' && !strings.HasPrefix(lower[len(words):], " ") {
			return
		}
		best, meant = words, meaning
	}
	names := append(slices.Clone(qualifierWords[1:]), "some", "a little over some")
	for _, words := range names {
		try(words, words)
	}
	for words, meaning := range otherQualifiers { // the longest match does not depend on the order
		try(words, meaning)
	}
	if best == "" {
		// A misspelling: everything before the first digit or sign.
		end := strings.IndexAny(lower, "0123456789$€£")
		if end > 0 {
			best = strings.TrimSpace(lower[:end])
			meant = nearest(best, names)
		}
		if meant == "" {
			return ""
		}
	}
	l.rest = strings.TrimSpace(l.rest[len(best):])
	return meant
}

// sign takes a currency sign or code and returns the code.
func (l *loose) sign() string {
	for _, s := range currencySigns {
		if strings.HasPrefix(l.rest, s.sign) {
			l.rest = strings.TrimSpace(l.rest[len(s.sign):])
			return s.code
		}
	}
	if w := lettersRE.FindString(l.rest); len(w) == 3 && IsCurrency(strings.ToUpper(w)) && !slices.Contains(wordsLikeCodes, w) {
		l.rest = strings.TrimSpace(l.rest[3:])
		return strings.ToUpper(w)
	}
	return ""
}

var basisRE = regexp.MustCompile(`(?i)(?:^|\s)(?:per|each|every|an?)\s+(\S.*)$|\s?/\s?(\S.*)$`)

// percentRE is a percentage with its basis, or with what it is of.
var percentRE = regexp.MustCompile(`(?i)^(?:%|per ?cents?|percents|percentages?|pct\.?)((?: per .+)?|(?: a .+)?|(?: an .+)?)(?: of (.+))?$`)

// unit reads the rest as unit and basis; code is the currency of a sign before the
// number.
func (l *loose) unit(code string) string {
	rest, basis := l.rest, ""
	if m := percentRE.FindStringSubmatch(rest); m != nil {
		rest, l.of = "percent"+m[1], m[2]
	}
	if m := basisRE.FindStringSubmatchIndex(rest); m != nil {
		if m[2] >= 0 {
			basis = rest[m[2]:m[3]]
		} else {
			basis = rest[m[4]:m[5]]
		}
		rest = strings.TrimSpace(rest[:m[0]])
	}
	for adverb, noun := range map[string]string{"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"} {
		if before, ok := strings.CutSuffix(rest, " "+adverb); ok {
			rest, basis = before, noun
		}
	}
	unit := strings.TrimPrefix(rest, "of ")
	after := loose{rest: unit}
	named, isName := currencyNames[strings.ToLower(unit)]
	switch found := after.sign(); {
	case isName:
		unit = named
		if code != "" && unit != "" {
			unit = code // "$75 million dollars"
		}
	case found != "" && after.rest == "" && (code == "" || code == found):
		unit = found
	case unit == "" && code != "":
		unit = code
	case code != "":
		return "" // "$75 million contributions": of what unit?
	case codeRE.MatchString(unit):
		if near := nearestCurrency(unit); near != "" && !IsCurrency(unit) {
			unit = near
		}
	}
	if unit == "" {
		return ""
	}
	if l.prices != "" {
		unit += " " + l.prices
	}
	if basis != "" {
		unit += " per " + basis
	}
	return unit
}
