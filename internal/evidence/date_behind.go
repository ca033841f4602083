package evidence

import (
	"regexp"
	"slices"
	"strings"

	"receipts/internal/edtf"
)

// What stands behind a date whose year is not printed, or right before it with a
// comma. "Last year" is the year, from the day of publication, and "last month" the
// month of a day alone. Any other time told there ("two years ago", "of the previous
// term") may be that of another year, which is not read; only a length too short to
// lead to one changes nothing: "October 5, a month before the vote".

// maxTail bounds how far behind a date a time is looked for.
const maxTail = 10

// toldTime reads the year, or the month of a day alone, that is told from the day of
// publication at token k.
func (p *parser) toldTime(in *interval, k int, published edtf.Date) (next int, ok bool) {
	r, n := p.l.relative.at(p.ts, k)
	if n == 0 || published.IsZero() || !in.tell(r, published) {
		return k, false
	}
	return k + n, true
}

// tell puts in into the year, or a day alone into the month, that r is.
func (in *interval) tell(r relative, published edtf.Date) bool {
	isDay := in.from.month == 0 && in.from.day != 0
	if in.from.year != 0 || in.to.year != 0 || r.unit != unitYear && !(isDay && r.unit == unitMonth) || isDay && r.unit == unitYear {
		return false
	}
	told := r.resolve(published).Date.Start()
	year := func(e *expr) {
		e.year, e.direction = told.Year, 0
		if isDay {
			e.month = told.Month
		}
	}
	if in.to != (expr{}) {
		year(&in.to)
	}
	year(&in.from)
	if in.to != (expr{}) && in.from.month > in.to.month {
		in.from.year--
	}
	return true
}

// tellBehind is [parser.toldTime] behind a date that ends before token end: "October 5 of last
// year".
func (p *parser) tellBehind(in *interval, end int, published edtf.Date) (next int) {
	k := end
	if t := p.at(k).text; t == "," || t == "(" {
		k++
	}
	if t := p.at(k).text; slices.Contains(p.l.of, t) || slices.Contains(p.l.datePlace, t) || t == "du" {
		if next, ok := p.toldTime(in, k+1, published); ok {
			return next
		}
	}
	if next, ok := p.toldTime(in, k, published); ok {
		return next
	}
	return end
}

// tellBefore is [parser.toldTime] before a date that begins at token start, where
// that time ends before token last: "last year, on October 5".
func (p *parser) tellBefore(in *interval, last, start int, published edtf.Date) {
	if last == 0 || !p.hangs(last, start, true) {
		return
	}
	for k := last - 1; k >= max(0, last-3); k-- {
		if _, n := p.l.relative.at(p.ts, k); k+n == last {
			p.toldTime(in, k, published)
		}
	}
}

// share gives the dates of a list what stands with one of them and is said of all:
// what leaves the first in doubt, or makes it an end, and the year or the doubt behind
// the last one. told says that there is a year.
func (p *parser) share(found []FoundDate, f *FoundDate, start int, told bool) {
	last := start
	for n := len(found) - 1; n >= 0; n-- {
		g := &found[n]
		k := last - 1
		if p.at(k).text == p.l.dayArticle {
			k--
		}
		and := slices.Contains(p.l.and, p.at(k).text) || p.at(k).text == "&"
		if and && p.at(k-1).text == "," {
			k--
		}
		if !and && (p.at(k).text != "," || n == len(found)-1) || k < 1 || p.at(k-1).end != g.End || g.Relative || f.Relative || g.Date.IsInterval() || f.Date.IsInterval() {
			return
		}
		switch {
		case f.Doubt != NoDoubt && f.weight.start >= f.End && g.Doubt == NoDoubt:
			g.Doubt, g.weight, g.tail = f.Doubt, f.weight, f.tail
		case f.Doubt == NoDoubt && (g.Doubt == Denied || g.Doubt == Unread && g.weight.end <= g.Start):
			f.Doubt, f.weight, f.lead = g.Doubt, g.weight, g.lead
		case f.Doubt == NoDoubt && (g.Until || g.Since):
			f.Doubt, f.lead = Unread, g.lead
			f.weight = span{g.lead, g.End}
		case told && g.YearInferred && !g.Date.IsZero():
			d := g.Date.Start()
			if d.Year = f.Date.Start().Year; d.Month > f.Date.Start().Month {
				d.Year--
			}
			g.Date, _ = edtf.On(d)
			g.YearInferred = false
		}
		for last = k; last > 0 && p.at(last-1).start >= g.Start; last-- {
		}
	}
}

// shortTime is the length in days below which a time counted from another leads to
// no other year, or month, or week.
func (f *FoundDate) shortTime() int {
	switch {
	case !f.YearInferred:
		return 0
	case f.Relative:
		return 7
	case f.MonthInferred:
		return 15
	}
	return 180
}

// timeAround leaves f in doubt if a time is told behind it or before it that is not
// read.
func (p *parser) timeAround(f *FoundDate, start, end, last int) {
	short := f.shortTime()
	if short == 0 {
		if p.mayCount(start, end) {
			f.Doubt, f.tail = Unread, p.at(end).end
			f.weight = span{p.at(end).start, f.tail}
		}
		return
	}
	if from, to, ok := p.timeBehind(f, end, short); ok {
		f.Doubt, f.weight = Unread, span{p.at(from).start, p.at(to - 1).end}
		f.tail = f.weight.end
	} else if from, to, ok := p.timeBefore(start, last, short); ok && !f.Relative {
		f.Doubt, f.weight = Unread, span{p.at(from).start, p.at(to - 1).end}
		f.lead = f.weight.start
	}
}

func (p *parser) timeBehind(f *FoundDate, end, short int) (from, to int, ok bool) {
	l := p.l
	t := p.at(end)
	if t.kind == code && (f.span || fiscalCode.MatchString(p.text[t.start:t.end])) {
		return end, end + 1, true
	}
	k := end
	apart := t.text == "," || t.text == "("
	if apart {
		k++
	}
	of := slices.Contains(l.of, p.at(k).text) || p.at(k).text == "du" || !apart && (p.at(k).text == "in" || p.at(k).text == "en")
	if slices.Contains(l.of, p.at(k).text) && l.monthFirst && !f.span { // "October 5 of" can be followed by nothing but a year
		for to = k + 1; to < k+4 && p.at(to).kind == word; to++ {
		}
		return k, to, true
	}
	for from = k; k < from+maxTail; k++ {
		if _, n := l.agoBefore.at(p.ts, k); n > 0 { // "il y a"
			k += n
		}
		t := p.at(k)
		_, counted := p.count(k - 1)
		lasts := counted && !of && slices.Contains(l.of, p.at(k+1).text) // "after a year of litigation"
		switch {
		case p.isFar(k, short) && !lasts || l.timeRanks[t.text] && (of || k == end) && p.at(k+1).text != "to":
			if f.Relative && slices.Contains(l.timeFrom, p.at(k+1).text) { // "Tuesday, three weeks before the vote"
				return 0, 0, false
			}
			for k++; p.isFar(k, 1) || l.timeShifts[p.at(k).text] || l.timeRanks[p.at(k).text] || l.timeShifts[p.at(k+1).text] && p.at(k).text == "plus"; k++ {
			}
			return from, k, true
		case t.kind == number:
			if p.l.timeLengths[p.at(k+1).text] == (length{}) {
				return 0, 0, false
			}
		case t.kind != word, slices.Contains(l.clauses, t.text), slices.Contains(l.and, t.text), k > from && p.isTelling(k):
			return 0, 0, false
		}
		if _, n := l.bases.at(p.ts, k); n > 1 && k > from && !l.timeShifts[p.at(k+n).text] { // "$5 million a year"
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// mayCount reports whether a year may be the number of what stands behind it: "2024
// people came". In French it always is one, in English it may be where no preposition
// stands before it.
func (p *parser) mayCount(start, end int) bool {
	t, noun, before := p.at(start), p.at(end), p.at(start-1)
	if end != start+1 || !t.bare || noun.kind != word || noun.upper || !hasAnySuffix(noun.text, "s") && noun.text != "people" || noun.is&endsNoun != 0 || p.isTelling(end) {
		return false
	}
	return !p.l.monthFirst && !slices.Contains(p.l.datePlace, before.text) || noun.text == "people" && (before.kind == mark || p.isTelling(start-1))
}

// fiscalCode is a year that is none of the calendar: "FY2024".
var fiscalCode = regexp.MustCompile(`(?i)^[a-z]{2}(?:\d{2}|\d{4})$`)

// isTelling reports whether the word at k is a verb, behind which something else is
// told.
func (p *parser) isTelling(k int) bool {
	return p.at(k).is&(isVerb|isMoved|isAuxiliary) != 0 || p.verb(k, false) != untold
}

// timeBefore finds the time that stands before a date with only prepositions and a
// comma between: "a year earlier, on".
func (p *parser) timeBefore(start, last, short int) (from, to int, ok bool) {
	k := start - 1
	for k >= last && (slices.Contains(p.l.datePlace, p.at(k).text) || slices.Contains(p.l.dateThrough, p.at(k).text) || p.at(k).text == ",") {
		k--
	}
	to = k + 1
	for ; k >= max(last, to-4) && p.at(k).kind != mark && !p.isTelling(k); k-- {
		if p.isFar(k, short) && (p.l.timeShifts[p.at(k+1).text] || p.l.timeShifts[p.at(k+2).text] && p.at(k+1).text == "plus" || p.l.timeRanks[p.at(k-1).text] || p.l.timeRanks[p.at(k+1).text]) {
			return k, to, true
		}
	}
	return 0, 0, false
}

// isFar reports whether the word at k is a unit of time which, times its number, is
// not shorter than so many days.
func (p *parser) isFar(k, short int) bool {
	t := p.at(k).text
	if p.l.longTimes[t] {
		return true
	}
	unit, ok := p.l.timeLengths[t]
	n, counted := p.count(k - 1)
	if !counted {
		n = 1
	}
	return ok && n*(unit.days+30*unit.months) >= short
}

// moved reads a date that was moved to another one: of "postponed from October 5 to
// October 12" the second is right. opens is the token of "from". If the verb stands
// farther off, it may be another thing that is moved, between the two dates.
func (p *parser) moved(opens int) (verb int, beside, ok bool) {
	k := opens - 1
	for strings.Contains("back forward up off ahead", p.at(k).text) && p.at(k).kind == word {
		k--
	}
	if p.l.moves[p.at(k).text] {
		return k, true, true
	}
	for ; k > opens-maxLeft && p.at(k).kind != mark && p.l.monthFirst; k-- {
		if p.l.moves[p.at(k).text] {
			return k, false, true
		}
	}
	return 0, false, false
}

// movedFrom makes the second date of in of the two, if something was moved from the
// first one to it. If the verb does not stand beside them, or there is one date only,
// it returns the verb and the word behind which it is not understood.
func (p *parser) movedFrom(in *interval, start *int, last int) (verb, opens int) {
	opens = *start - 1
	if p.at(opens).text == p.l.dayArticle {
		opens--
	}
	if opens < 0 || opens < last || !slices.Contains([]string{"from", "du", "de", "d'"}, p.at(opens).text) {
		return 0, 0
	}
	verb, beside, ok := p.moved(opens)
	switch {
	case !ok:
		return 0, 0
	case beside && in.to != (expr{}):
		in.from, in.to = in.to, expr{}
		*start = opens
		return 0, 0
	}
	return verb, opens
}

// seasonAlone reads a season that is told from the day of publication, "last fall".
// It may be either of two, so it is not understood.
func (p *parser) seasonAlone(i, last int) (f FoundDate, from, to int, ok bool) {
	l := p.l
	if l.seasons[p.at(i).text] == 0 || p.maybeYear(i+1) || slices.Contains(l.of, p.at(i+1).text) && p.maybeYear(i+2) {
		return f, 0, 0, false
	}
	turns := func(k int) bool {
		t := p.at(k).text
		return k >= last && (slices.Contains(l.last, t) || slices.Contains(l.next, t) || slices.Contains(l.passed, t) || slices.Contains(l.coming, t))
	}
	from, to = i, i+1
	if !l.monthFirst && turns(i+1) {
		to++
	}
	if l.monthFirst && turns(i-1) || i > last && slices.Contains(l.this, p.at(i-1).text) {
		from--
	}
	if to-from < 2 {
		return f, 0, 0, false
	}
	f = FoundDate{Relative: true, Doubt: Unread, weight: span{p.at(from).start, p.at(to - 1).end}}
	return f, from, to, true
}
