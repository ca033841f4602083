package evidence

import (
	"slices"
	"strconv"

	"receipts/internal/edtf"
)

// Parts of a year and periods that are told by their last day, read backwards from
// the date: "the second half of 2023", "été 2024", "the first ten days of October",
// "the quarter ended June 30, 2024". They are as precise as their words: half a
// year is told in months.

// length is that of a period, in one of the two.
type length struct{ months, days int }

// partOfYear reads the part that stands before or behind a year, and adds it to
// the tokens of f from start to end.
func (p *dateReader) partOfYear(f *FoundDate, start, end, last int) (from, to int) {
	year := f.Date.Start()
	if f.Date.IsZero() || f.Date.IsInterval() || year.Precision() != edtf.PrecisionYear || year.Approximate {
		return start, end
	}
	if month, months, ok := p.partCode(end); ok { // "2024 Q3"
		f.setMonths(year.Year, month, months)
		return start, end + 1
	}
	k := start
	if slices.Contains(p.l.yearNoun, p.at(k-1).text) { // "of the year 2024"
		if k--; p.at(k-1).is&isArticle != 0 {
			k--
		}
	}
	if slices.Contains(p.l.of, p.at(k-1).text) {
		k--
	}
	if month, ok := p.l.seasons[p.at(k-1).text]; ok && k > last && k > start-2 {
		f.Date, _ = edtf.On(edtf.Part{Year: year.Year, Month: month})
		return k - 1, end
	}
	if month, months, ok := p.partCode(k - 1); ok && k > last {
		f.setMonths(year.Year, month, months)
		return k - 1, end
	}
	if month, months, from, ok := p.rankedPart(k); ok && from >= last {
		f.setMonths(year.Year, month, months)
		return from, end
	}
	if first, n, unit, from, ok := p.countedPart(k); ok && from >= last && unit.months*n > 0 && unit.months*n <= 12 {
		month := 1
		if !first {
			month = 13 - unit.months*n
		}
		f.setMonths(year.Year, month, unit.months*n)
		return from, end
	}
	return start, end
}

// daysOfMonth reads "the first ten days of" before a month.
func (p *dateReader) daysOfMonth(f *FoundDate, start, last int) (from int) {
	month := f.Date.Start()
	if f.Date.IsZero() || f.Date.IsInterval() || month.Precision() != edtf.PrecisionMonth || month.Approximate || !slices.Contains(p.l.of, p.at(start-1).text) {
		return start
	}
	first, n, unit, from, ok := p.countedPart(start - 1)
	if !ok || from < last || unit != (length{days: 1}) {
		return start
	}
	begins, ends := f.Date.Earliest(), f.Date.Latest()
	if n >= ends.Day {
		return start
	}
	if first {
		ends.Day = n
	} else {
		begins.Day = ends.Day - n + 1
	}
	f.set(begins, ends)
	return from
}

// setMonths makes f a number of months of a year.
func (f *FoundDate) setMonths(year, month, months int) {
	f.span = true
	if months == 1 {
		f.Date, _ = edtf.On(edtf.Part{Year: year, Month: month})
		return
	}
	last := midnight(edtf.Day{Year: year, Month: month + months - 1, Day: 1})
	f.Date, _ = edtf.Between(edtf.Part{Year: year, Month: month}, edtf.Part{Year: last.Year(), Month: int(last.Month())})
}

// set makes f the days from one to another; it has no date if these are none.
func (f *FoundDate) set(from, to edtf.Day) {
	f.span = true
	f.Date, _ = edtf.Between(edtf.Part{Year: from.Year, Month: from.Month, Day: from.Day}, edtf.Part{Year: to.Year, Month: to.Month, Day: to.Day})
}

// partCode reads "Q3", "3Q", "H1".
func (p *dateReader) partCode(i int) (month, months int, ok bool) {
	t := p.at(i)
	if t.kind != code || t.end-t.start != 2 {
		return 0, 0, false
	}
	letter, digit := p.text[t.start], p.text[t.start+1]
	if letter <= '9' {
		letter, digit = digit, letter
	}
	if months = p.l.partCodes[letter]; months == 0 || digit < '1' || int(digit-'0') > 12/months {
		return 0, 0, false
	}
	return months*int(digit-'1') + 1, months, true
}

// rankedPart reads "third quarter" and "premier semestre" that end before token k.
func (p *dateReader) rankedPart(k int) (month, months, from int, ok bool) {
	unit := p.l.timeLengths[p.at(k-1).text]
	if unit.months != 3 && unit.months != 6 || hasAnySuffix(p.at(k-1).text, "s") {
		return 0, 0, 0, false
	}
	if k--; p.at(k-1).text == "-" {
		k--
	}
	rank := p.rank(k - 1)
	switch t := p.at(k - 1).text; {
	case slices.Contains(p.l.firsts, t):
		rank = 1
	case slices.Contains(p.l.finals, t):
		rank = 12 / unit.months
	}
	if rank == 0 || rank*unit.months > 12 || p.rank(k-3) > 0 { // "the first and third quarter"
		return 0, 0, 0, false
	}
	return (rank-1)*unit.months + 1, unit.months, k - 1, true
}

// rank reads "third", "3rd".
func (p *dateReader) rank(i int) int {
	t := p.at(i)
	if n := p.l.quarters[t.text]; n > 0 || t.kind != ordinal {
		return n
	}
	n, _ := strconv.Atoi(t.value)
	return n
}

// countedPart reads "first three months" and "six derniers mois" that end before
// token k, and whether they are the first.
func (p *dateReader) countedPart(k int) (first bool, n int, unit length, from int, ok bool) {
	unit, ok = p.l.timeLengths[p.at(k-1).text]
	if !ok {
		return
	}
	for _, order := range [2][2]int{{k - 2, k - 3}, {k - 3, k - 2}} { // of the number and the rank
		rank := p.at(order[1]).text
		isFirst, isLast := slices.Contains(p.l.firsts, rank), slices.Contains(p.l.finals, rank)
		if n, ok := p.count(order[0]); ok && (isFirst || isLast) {
			return isFirst, n, unit, k - 3, true
		}
	}
	return false, 0, unit, 0, false
}

// count reads a small number in one token.
func (p *dateReader) count(i int) (int, bool) {
	t := p.at(i)
	if t.kind == number && t.bare && len(t.value) <= 2 {
		n, _ := strconv.Atoi(t.value)
		return n, n > 0
	}
	if t.kind != word {
		return 0, false
	}
	if n, used := p.l.cardinal(p.ts[:min(i+1, len(p.ts))], i); used == 1 && n > 0 {
		return n, true
	}
	return 1, slices.Contains(p.l.one, t.text)
}

// quarterAlone reads a quarter or a half without its year: the last that has begun.
func (p *dateReader) quarterAlone(i int) (resolver, int) {
	month, months, ok := p.partCode(i)
	next := i + 1
	if !ok {
		if p.rank(i) == 0 || slices.Contains(p.l.finals, p.at(i).text) {
			return nil, 0
		}
		for k := i + 2; k <= i+3 && !ok; k++ {
			var from int
			if month, months, from, ok = p.rankedPart(k); ok {
				ok, next = from == i, k
			}
		}
	}
	if !ok || slices.Contains(p.l.of, p.at(next).text) || p.maybeYear(next) || p.at(next).text == "-" {
		return nil, 0
	}
	return monthsAlone{month, months}, next - i
}

// monthsAlone is a part of a year that is not named.
type monthsAlone struct{ month, months int }

func (m monthsAlone) resolve(published edtf.Date) FoundDate {
	f := FoundDate{YearInferred: true}
	if published.IsZero() {
		return f
	}
	now := published.Latest()
	year := now.Year
	if m.month > now.Month {
		year--
	}
	f.setMonths(year, m.month, m.months)
	return f
}

// period reads the length of time that ends with a date or begins with it, before
// token k: "the quarter ended", "les six mois clos le". If there is one that cannot
// be told in days or months, f is not understood.
func (p *dateReader) period(f *FoundDate, start, last int) (from int) {
	k := start
	for slices.Contains(p.l.endLead, p.at(k-1).text) && k > last {
		if _, n := p.l.ends.endingAt(p.ts, k); n > 0 {
			break // "au" is either
		}
		k--
	}
	direction, n := p.l.ends.endingAt(p.ts, k)
	if n == 0 || k-n <= last {
		return start
	}
	for n > 0 { // "clos" before "au"
		k -= n
		_, n = p.l.ends.endingAt(p.ts, k)
	}
	if p.at(k-1).text == "," {
		k--
	}
	period := slices.Contains(p.l.periods, p.at(k-1).text)
	if period {
		k--
	}
	unit, ok := p.l.timeLengths[p.at(k-1).text]
	if !ok || k-1 < last {
		if period { // "the period ended June 30", of whatever length
			f.Doubt, f.lead = Unread, p.at(k).start
			f.weight = span{f.lead, p.at(k).end}
		}
		return start
	}
	if k--; p.at(k-1).text == "-" {
		k--
	}
	if half := p.l.timeLengths[p.at(k-1).text]; unit.months == 12 && half.months == 6 { // "half-year"
		unit, k = half, k-1
	}
	for slices.Contains(p.l.fiscal, p.at(k-1).text) {
		k--
	}
	n, ok = p.count(k - 1)
	if ok {
		k--
	} else if n, ok = 1, !hasAnySuffix(p.at(k).text, "s") || p.at(k).text == "mois"; p.rank(k-1) > 0 {
		k--
	}
	from = k
	if f.Doubt != NoDoubt {
		return from
	}
	g := *f
	if ok = ok && !f.shifted && g.reach(length{n * unit.months, n * unit.days}, direction); !ok {
		f.Doubt, f.lead = Unread, p.at(from).start
		f.weight = span{f.lead, p.at(start - 1).end}
		return from
	}
	f.Date, f.span = g.Date, true
	return from
}

// reach makes f the time of a length that ends with it, or begins with it.
func (f *FoundDate) reach(l length, direction int) bool {
	d := f.Date
	switch {
	case d.IsZero() || d.IsInterval() || d.Approximate():
		return false
	case d.Precision() == edtf.PrecisionMonth && l.months > 0:
		first := midnight(edtf.Day{Year: d.Start().Year, Month: d.Start().Month + min(0, direction*(l.months-1)), Day: 1})
		f.setMonths(first.Year(), int(first.Month()), l.months)
		return true
	case d.Precision() != edtf.PrecisionDay:
		return false
	}
	day := midnight(d.Latest())
	begins, ends := day, day
	switch {
	case direction > 0:
		ends = day.AddDate(0, l.months, l.days-min(l.days, 1))
		if l.months > 0 {
			ends = ends.AddDate(0, 0, -1)
		}
	case l.months == 0:
		begins = day.AddDate(0, 0, 1-l.days)
	case day.AddDate(0, 0, 1).Day() == 1: // the end of a month is one, however long it is
		begins = day.AddDate(0, 0, 1).AddDate(0, -l.months, 0)
	default:
		begins = day.AddDate(0, -l.months, 1)
	}
	f.set(exprOf(begins).begins(), exprOf(ends).begins())
	return !f.Date.IsZero()
}
