package evidence

import (
	"slices"
	"strconv"
)

// Dates of more than a day, a month or a year: intervals, quarters, decades, and
// days that share their month.

// interval is a date or two; to is zero for one.
type interval struct{ from, to expr }

// twoDays reads "5 au 8 octobre", "5–8 October 2024", "October 5–8".
func (p *parser) twoDays(i int) (a, b expr, next int, ok bool) {
	m, k, monthFirst := 0, i, false
	if p.l.monthFirst {
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
func (p *parser) dayOfList(i int) (expr, bool) {
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

// maxDays bounds how far the month of a list of days is looked for.
const maxDays = 8

// decadeYear reads the first year of a decade behind "années": "années 2010", "années 80".
func (p *parser) decadeYear(i int) (int, bool) {
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

// quarterAt reads "troisième trimestre 2024", "the third quarter of 2024".
func (p *parser) quarterAt(i int) (in interval, next int, ok bool) {
	q := p.l.quarters[p.at(i).text]
	if q == 0 || p.at(i+1).text != p.l.quarter {
		return in, 0, false
	}
	if i += 2; slices.Contains(p.l.of, p.at(i).text) {
		i++
	}
	if !p.isYear(i) {
		return in, 0, false
	}
	year, _ := strconv.Atoi(p.at(i).value)
	return interval{expr{year: year, month: 3*q - 2}, expr{year: year, month: 3 * q}}, i + 1, true
}

func decade(year int) interval { return interval{expr{year: year}, expr{year: year + 9}} }

// secondDate reads the end of an interval whose first date ends before i.
func (p *parser) secondDate(first, i int) (expr, int, bool) {
	k, ok := p.joinerEnd(first, i)
	if !ok {
		return expr{}, 0, false
	}
	return p.expr(k)
}

// joinerEnd steps over what joins the dates of an interval, and an article.
// "et" and "and" join only what "entre" and "between" open.
func (p *parser) joinerEnd(first, i int) (int, bool) {
	opener := p.at(first - 1).text
	if opener == p.l.dayArticle || opener == "du" {
		opener = p.at(first - 2).text
	}
	switch p.at(i).text {
	case "-", "–", "—", "to", "through", "au", "à":
	case "et", "and":
		if opener != "entre" && opener != "between" {
			return 0, false
		}
	default:
		return 0, false
	}
	i++
	if p.at(i).text == p.l.dayArticle {
		i++
	}
	return i, true
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
