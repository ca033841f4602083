package evidence

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// How one date is written: which tokens are its day, its month and its year.

// expr is a date as printed; what is 0 is not printed.
type expr struct {
	year, month, day int
	weekday          isoWeekday
	direction        int  // -1 for "dernier", 1 for "prochain"
	either           bool // day and month may be the other way round
	decade           bool // year is its first: "2010s"
}

// dateAt reads a date whose first word is ts[i]. It returns the tokens that it
// covers, which may begin later: "le" belongs to a day alone only.
func (p *parser) dateAt(i int) (in interval, from, to int, ok bool) {
	t := p.at(i)
	if t.numeric != nil {
		if t.numeric.decade {
			return decade(t.numeric.year), i, i + 1, true
		}
		return interval{from: *t.numeric}, i, i + 1, true
	}
	if t.kind == code || t.kind == number {
		if in, next, ok := p.twoYears(i); ok {
			return in, i, next, true
		}
	}
	if t.kind == mark || t.kind == code || t.kind == word && t.is&beginsDate == 0 {
		return in, 0, 0, false
	}
	if t.text == p.l.decade && t.text != "" {
		if year, ok := p.decadeYear(i + 1); ok {
			return decade(year), i, i + 2, true
		}
	}
	if a, b, next, ok := p.twoDays(i); ok {
		return interval{from: a, to: b}, i, next, true
	}
	a, next, ok := p.expr(i)
	if !ok {
		if a, ok := p.dayOfList(i); ok {
			return interval{from: a}, i, i + 1, true
		}
		if a, next, ok := p.dayBehind(i); ok {
			return interval{from: a}, i, next, true
		}
		return p.dayAlone(i)
	}
	if b, end, ok := p.secondDate(i, next); ok && inOrder(a, b) {
		if a.year == 0 && b.year != 0 {
			a.year = b.year
			if a.month > b.month { // "28 décembre au 3 janvier 2025"
				a.year--
			}
		}
		return interval{from: a, to: b}, i, end, true
	}
	return interval{from: a}, i, next, true
}

// expr reads one date: a day and its month, a month, or a year.
func (p *parser) expr(i int) (e expr, next int, ok bool) {
	l, start := p.l, i
	if slices.Contains(l.last, p.at(i).text) && l.monthFirst { // "last October"
		e.direction, i = -1, i+1
	} else if slices.Contains(l.next, p.at(i).text) && l.monthFirst {
		e.direction, i = 1, i+1
	}
	if slices.Contains(l.partOfMonth, p.at(i).text) { // "début octobre", "mid-October"
		i++
		if p.at(i).text == "-" {
			i++
		}
	}
	prefixed := i > start
	d, ok := p.day(i)
	k := i + 1
	if !ok && !prefixed {
		if d, k = p.dayInWords(i); k > i {
			ok = true
		}
	}
	if ok && !prefixed {
		if slices.Contains(l.of, p.at(k).text) && l.monthFirst { // "8th of October"
			k++
		}
		m, next, ok := p.month(k, true)
		if ok {
			e.day, e.month = d, m
			return p.yearBehind(e, next)
		}
	}
	if m, k, ok := p.month(i, prefixed); ok {
		e.month = m
		if d, ok := p.day(k); ok && l.monthFirst && !prefixed {
			e.day = d
			k++
			if end, ok := p.daysEnd(k); ok { // "October 5 and 6, 2024"
				e, _, _ = p.yearBehind(e, end)
				return e, k, true
			}
		}
		return p.yearBehind(e, k)
	}
	if !prefixed && p.isYear(i) {
		year, _ := strconv.Atoi(p.at(i).value)
		return expr{year: year}, i + 1, true
	}
	return expr{}, 0, false
}

// yearBehind reads what may follow a month: a year, "dernier", "prochain".
func (p *dateReader) yearBehind(e expr, i int) (expr, int, bool) {
	k := i
	if p.at(k).text == "," && p.l.monthFirst {
		k++
	}
	switch t := p.at(i); {
	case p.isYear(k):
		e.year, _ = strconv.Atoi(p.at(k).value)
		return e, k + 1, true
	case slices.Contains(p.l.year, p.at(i+1).text):
	case slices.Contains(p.l.last, t.text):
		e.direction, i = -1, i+1
	case slices.Contains(p.l.next, t.text):
		e.direction, i = 1, i+1
	}
	return e, i, true
}

func (p *dateReader) day(i int) (int, bool) {
	t := p.at(i)
	if t.joined || !(t.kind == number && t.bare || t.kind == ordinal) || len(t.value) > 2 {
		return 0, false
	}
	d, err := strconv.Atoi(t.value)
	return d, err == nil && d >= 1 && d <= 31
}

// dayInWords reads "cinq octobre", "le premier octobre", "the fifth of October".
func (p *dateReader) dayInWords(i int) (d, next int) {
	t := p.at(i)
	if t.kind != word {
		return 0, i
	}
	if d := p.l.dayWords[t.text]; d > 0 {
		return d, i + 1
	}
	if p.l.monthFirst || t.is&beginsDate == 0 {
		return 0, i
	}
	if d, used := p.l.cardinal(p.ts, i); used > 0 && d >= 1 && d <= 31 {
		return d, i + used
	}
	return 0, i
}

// month reads a month's name. Without a day or another word beside it, a name
// that is a word as well ("May") needs a preposition, and so does a first name
// before another name ("August Roe").
func (p *dateReader) month(i int, beside bool) (m, next int, ok bool) {
	l, t := p.l, p.at(i)
	if t.kind != word || l.capitals && !t.upper {
		return 0, 0, false
	}
	m = l.months[t.text]
	next = i + 1
	if m == 0 {
		if m = l.monthsShort[t.text]; m == 0 {
			return 0, 0, false
		}
		if stop := p.at(next); stop.text == "." && !stop.spaced {
			next++
		} else if !l.capitals {
			return 0, 0, false // "5 sept" is no French date
		}
	}
	if !beside && (slices.Contains(l.doubtful, t.text) || slices.Contains(l.names, t.text) && p.at(next).upper) {
		before := p.at(i - 1)
		if before.text == "-" { // "mi-sept."
			before = p.at(i - 2)
		}
		_, day := p.day(next)
		if !day && !p.isYear(next) && !(p.at(next).text == "," && p.isYear(next+1)) && !slices.Contains(l.inMonth, before.text) {
			return 0, 0, false
		}
	}
	return m, next, true
}

// isYear reports whether the digits at i are a year and not a number of things:
// no currency, scale or share beside them, and no noun if a qualifier is.
func (p *dateReader) isYear(i int) bool {
	l := p.l
	if p.at(i).kind != number || !p.maybeYear(i) || p.at(i).value < "1800" || p.at(i).joined && !slices.Contains(l.partOfMonth, p.at(i-2).text) && !isEra(p.at(i-2).text) {
		return false
	}
	if _, n := p.currencyAt(i + 1); n > 0 || signs[p.at(i-1).text].code != "" || l.scales[p.at(i+1).text] > 0 || p.at(i+1).text == "%" {
		return false
	}
	if before := p.at(i - 1); isCode(before) || before.kind == word && slices.Contains(l.labels, before.text) {
		return false
	}
	_, n := l.qualifiers.endingAt(p.ts, i)
	if qualified := n > 0 || slices.Contains(l.some, p.at(i-1).text); qualified && p.nounEnd(i+1) > i+1 {
		return false
	}
	return true
}

// isEra reports whether a year may hang on to a word: "post-2020".
func isEra(w string) bool {
	return slices.Contains([]string{"pre", "post", "pré", "avant", "après"}, w)
}

// dayAlone reads "le 8" and "on the 8th", where no noun follows.
func (p *dateReader) dayAlone(i int) (in interval, from, to int, ok bool) {
	l := p.l
	d, ok := p.day(i + 1)
	_, weekday := l.weekdays[p.at(i).text]
	if p.at(i).text != l.dayArticle && !(weekday && l.dayLead == nil) || !ok {
		return in, 0, 0, false
	}
	if _, list := p.dayOfList(i + 1); list {
		return in, 0, 0, false
	}
	after := p.at(i + 2)
	if l.dayLead != nil {
		if p.at(i+1).kind != ordinal || !slices.Contains(l.dayLead, p.at(i-1).text) {
			return in, 0, 0, false
		}
	} else if d > 1 && p.at(i+1).kind == ordinal {
		return in, 0, 0, false // "le 8e"
	}
	isName := after.upper && l.dayLead == nil
	if after.kind == word && !isName && !slices.Contains(l.stop, after.text) || after.kind == number || signs[after.text].code != "" || after.text == "%" || after.text == "-" && !after.spaced {
		return in, 0, 0, false
	}
	return interval{from: expr{day: d}}, i, i + 2, true
}

var (
	isoDateRE   = regexp.MustCompile(`^(\d{4})-(\d{2})-(\d{2})$`)
	slashDateRE = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$`)
)

// numericDate reads a date in digits. French has the day first; English either,
// with slashes, so that only a part above twelve tells.
func numericDate(s string, monthFirst bool) *expr {
	n := func(digits string) int { v, _ := strconv.Atoi(digits); return v }
	if m := isoDateRE.FindStringSubmatch(s); m != nil {
		return &expr{year: n(m[1]), month: n(m[2]), day: n(m[3])}
	}
	m := slashDateRE.FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	day, month := n(m[1]), n(m[2])
	slashed := monthFirst && !strings.Contains(s, ".")
	year := n(m[3])
	if year < 100 {
		year += 2000
	}
	if slashed && month > 12 {
		day, month = month, day
	}
	return &expr{year: year, month: month, day: day, either: slashed && day <= 12 && day != month}
}
