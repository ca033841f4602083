package evidence

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Dates of more than a day, a month or a year: intervals, quarters, decades, and
// days that share their month.

// interval is a date or two; to is zero for one.
type interval struct {
	from, to expr
	season   bool // two years of one season: "2023-24"
}

// twoDays reads "5 au 8 octobre", "5–8 October 2024", "October 5–8".
func (p *dateReader) twoDays(i int) (a, b expr, next int, ok bool) {
	m, k, monthFirst := 0, i, false
	if _, ok := p.l.weekdays[p.at(i).text]; ok { // "lundi 9 au vendredi 13 septembre"
		if k++; p.at(k).text == p.l.dayArticle {
			k++
		}
	} else if p.l.monthFirst {
		if m, k, monthFirst = p.month(i, true); !monthFirst {
			k = i
		}
	}
	d, ok := p.day(k)
	if !ok {
		return a, b, 0, false
	}
	k, ok = p.joinerEnd(i, k+1)
	if !ok {
		return a, b, 0, false
	}
	if _, ok := p.l.weekdays[p.at(k).text]; ok {
		k++
	}
	d2, ok := p.day(k)
	if !ok || d2 <= d {
		return a, b, 0, false
	}
	k++
	if !monthFirst {
		if m, k, ok = p.month(k, true); !ok {
			return a, b, 0, false
		}
	} else if _, _, ok := p.month(k, true); ok {
		return a, b, 0, false // "October 5 to 8 November"
	}
	b, next, _ = p.yearBehind(expr{month: m, day: d2}, k)
	a = b
	a.day = d
	return a, b, next, true
}

// dayOfList reads a day whose month stands behind another day: "5 and 8 October".
func (p *dateReader) dayOfList(i int) (expr, bool) {
	d, ok := p.day(i)
	if !ok {
		return expr{}, false
	}
	for k := i + 1; k < i+maxDays; k += 2 {
		if t := p.at(k).text; t != "," && t != "et" && t != "and" && t != "&" {
			return expr{}, false
		}
		if p.at(k+1).text == p.l.dayArticle {
			k++
		}
		if _, ok := p.day(k + 1); !ok {
			return expr{}, false
		}
		if m, next, ok := p.month(k+2, true); ok {
			e, _, _ := p.yearBehind(expr{month: m, day: d}, next)
			return e, true
		}
	}
	return expr{}, false
}

// daysEnd returns the token behind further days of a month, the first of which ends
// before token k: "and 6", ", 6 and 7".
func (p *parser) daysEnd(k int) (end int, ok bool) {
	for end = k; end < k+maxDays; end += 2 {
		t := p.at(end).text
		and := slices.Contains(p.l.and, t) || t == "&"
		if !and && t != "," {
			return 0, false
		}
		if and && p.at(end-1).text == "," && end > k {
			return 0, false
		}
		if t == "," && slices.Contains(p.l.and, p.at(end+1).text) { // "5, 6, and 7"
			and = true
			end++
		}
		if _, ok := p.day(end + 1); !ok {
			return 0, false
		}
		if and {
			after := p.at(end + 2)
			isNoun := after.kind == word && !after.upper && after.is&beginsTime == 0 && !slices.Contains(p.l.stop, after.text) && !p.isTelling(end+2)
			return end + 2, !isNoun && (after.kind != number || p.isYear(end+2)) && after.text != "%"
		}
	}
	return 0, false
}

// dayBehind reads a day whose month stands before another day: "October 5 and 8".
func (p *parser) dayBehind(i int) (e expr, next int, ok bool) {
	if _, ok := p.day(i); !ok || !p.l.monthFirst {
		return e, 0, false
	}
	for k := i - 2; k > i-maxDays; k-- {
		m, d, ok := p.month(k, true)
		if !ok {
			continue
		}
		e.month = m
		e.day, _ = p.day(i)
		end, list := p.daysEnd(d + 1)
		if _, ok := p.day(d); !ok || !list || end <= i {
			return e, 0, false
		}
		e, next, _ = p.yearBehind(e, end)
		if end > i+1 {
			next = i + 1
		}
		return e, next, true
	}
	return e, 0, false
}

// maxDays bounds how far the month of a list of days is looked for.
const maxDays = 8

// decadeYear reads the first year of a decade behind "années": "années 2010", "années 80".
func (p *dateReader) decadeYear(i int) (int, bool) {
	t := p.at(i)
	year, err := strconv.Atoi(t.value)
	switch {
	case t.kind != number || !t.bare || err != nil || year%10 != 0:
		return 0, false
	case year >= 30 && year < 100: // before, it may be either century
		return 1900 + year, true
	}
	// "les années 2010 à 2015" are years.
	years := slices.Contains([]string{"à", "-", "–"}, p.at(i+1).text) && p.maybeYear(i+2)
	return year, p.maybeYear(i) && !years
}

func decade(year int) interval { return years(year, year+9) }

func years(from, to int) interval { return interval{from: expr{year: from}, to: expr{year: to}} }

var shortYears = regexp.MustCompile(`^(\d{4})[-/](\d{2}|\d{4})$`)

// twoYears reads "2023-24", "2023/24" and "2023–24".
func (p *dateReader) twoYears(i int) (in interval, next int, ok bool) {
	t, dash, second := p.at(i), p.at(i+1), p.at(i+2)
	var from, to string
	if t.kind == code && t.end-t.start >= len("2023-24") {
		m := shortYears.FindStringSubmatch(p.text[t.start:t.end])
		if m == nil {
			return in, 0, false
		}
		from, to, next = m[1], m[2], i+1
	} else if slices.Contains([]string{"-", "–", "—", "/"}, dash.text) && !dash.spaced && !second.spaced && second.kind == number && second.bare && second.end-second.start == 2 && p.isYear(i) {
		from, to, next = t.value, p.text[second.start:second.end], i+3
	} else {
		return in, 0, false
	}
	if before := p.at(i - 1); isCode(before) || before.kind == word && slices.Contains(p.l.labels, before.text) {
		return in, 0, false
	}
	if len(to) == 2 {
		to = from[:2] + to
	}
	a, _ := strconv.Atoi(from)
	b, _ := strconv.Atoi(to)
	if a%100 == 99 && b == a-99 { // "1999-00"
		b += 100
	}
	if a < 1800 || b <= a || b > a+20 {
		return in, 0, false
	}
	in = years(a, b)
	in.season = b == a+1
	return in, next, true
}

// secondDate reads the end of an interval whose first date ends before i.
func (p *parser) secondDate(first, i int) (expr, int, bool) {
	k, ok := p.joinerEnd(first, i)
	if !ok {
		return expr{}, 0, false
	}
	if _, ok := p.l.weekdays[p.at(k).text]; ok {
		if k++; p.at(k).text == "," && p.l.monthFirst {
			k++
		}
	}
	return p.expr(k)
}

// opener returns the word that opens the interval whose first date begins at i, and
// where: "from", "entre".
func (p *dateReader) opener(i int) (word string, k int) {
	k = i - 1
	if p.at(k).text == "," && p.l.monthFirst {
		k--
	}
	if _, ok := p.l.weekdays[p.at(k).text]; ok {
		k--
	} else {
		k = i - 1
	}
	if p.at(k).text == p.l.dayArticle {
		k--
	}
	if p.at(k).text == "on" { // "from 9 a.m. on"
		for t := k - 1; t >= k-2; t-- {
			if p.timeEnd(t) == k {
				k = t - 1
				break
			}
		}
	}
	if slices.Contains(p.l.opensDays, p.at(k).text) || p.at(k).text == "du" {
		return p.at(k).text, k
	}
	return "", i
}

// joinerEnd steps over what joins the dates of an interval, and an article; if the
// interval was opened, over an aside before it: "from October 5, at noon, to". "et"
// and "and" join only what "entre" and "between" open.
func (p *dateReader) joinerEnd(first, i int) (int, bool) {
	opener, _ := p.opener(first)
	if opener != "" {
		i = p.timeEnd(i)
	}
	if p.at(i).text == "," || p.at(i).text == "(" && opener != "" {
		i++
		for k := i; opener != "" && k < i+maxRemark && (!isHard(p.at(k)) || p.at(k).text == ")"); k++ {
			if (p.at(k).text == "," || p.at(k).text == ")") && p.isJoiner(k+1, opener) {
				i = k + 1
				break
			}
		}
		if p.at(i).kind != word {
			return 0, false
		}
	}
	if !p.isJoiner(i, opener) {
		return 0, false
	}
	if i++; slices.Contains([]string{"au", "à"}, p.at(i).text) { // "jusqu'au"
		i++
	}
	if opener != "" {
		if k := p.timeEnd(i); k > i && p.at(k).text == "on" {
			i = k + 1
		} else if k > i {
			i = k
		}
	}
	if p.at(i).text == p.l.dayArticle {
		i++
	}
	return i, true
}

// timeEnd steps over a time of day: "at 8 a.m.", "à midi".
func (p *dateReader) timeEnd(i int) int {
	k := i
	if slices.Contains(p.l.clock, p.at(k).text) {
		k++
	}
	switch t := p.at(k); {
	case slices.Contains(p.l.noons, t.text):
		return k + 1
	case t.kind == code && t.numeric == nil && strings.ContainsAny(p.text[t.start:t.end], "hHmM:"):
		return k + 1
	case t.kind == number && slices.Contains(p.l.oclock, p.at(k+1).text):
		return k + 2
	}
	return i
}

func (p *dateReader) isJoiner(i int, opener string) bool {
	switch p.at(i).text {
	case "-", "–", "—", "to", "through", "au", "à":
		return true
	case "until", "till", "jusqu'":
		return opener != ""
	case "et", "and":
		return opener == "entre" || opener == "between"
	}
	return false
}

func inOrder(a, b expr) bool {
	if (a.day == 0) != (b.day == 0) || (a.month == 0) != (b.month == 0) {
		return false
	}
	if b.year == 0 || a.year == 0 || a.year != b.year {
		return a.year == 0 || b.year != 0 && a.year < b.year
	}
	return a.month < b.month || a.month == b.month && a.day < b.day
}
