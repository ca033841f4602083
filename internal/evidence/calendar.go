package evidence

import (
	"strconv"
	"time"

	"receipts/internal/edtf"
)

// How what is not printed is inferred, in one place; see [FindDates] for the rule.
const (
	announcedDays = 92  // how far ahead a day without a year may be in the next year
	thisYearDays  = 183 // and in the year of publication
)

// resolve makes a date of what is printed.
func (in interval) resolve(published edtf.Date) FoundDate {
	from, to := in.from, in.to
	f := FoundDate{YearInferred: from.year == 0, MonthInferred: from.month == 0 && from.day != 0}
	now := published.Latest()
	if from.either {
		f.Doubt = EitherDay
		return f
	}
	if f.YearInferred && published.IsZero() {
		return f
	}
	if to != (expr{}) {
		if to.year == 0 {
			to = to.infer(now)
		}
		if from.year == 0 {
			from.year = to.year
			if from.month > to.month {
				from.year--
			}
		}
		f.Date, _ = edtf.Between(from.part(), to.part())
		return f
	}
	if f.YearInferred {
		from = from.infer(now)
	}
	f.Date = from.date()
	if from.weekday != 0 && from.day != 0 && !f.Date.IsZero() && weekdayOf(from.begins()) != from.weekday {
		f.Doubt = OtherWeekday
	}
	return f
}

// isoWeekday is a day of the week from Monday, 1, to Sunday, 7; 0 is none.
type isoWeekday int

func isoWeekdayOf(d time.Weekday) isoWeekday { return isoWeekday((int(d)+6)%7 + 1) }

func weekdayOf(d edtf.Day) isoWeekday { return isoWeekdayOf(midnight(d).Weekday()) }

// infer fills in the year, and for a day alone the month.
func (e expr) infer(now edtf.Day) expr {
	if e.month == 0 { // the last such day
		if e.weekday != 0 {
			if near, ok := e.nearest(now); ok {
				return near
			}
		}
		e.year, e.month = now.Year, now.Month
		for range 12 {
			if e.begins().Compare(now) <= 0 && !e.date().IsZero() {
				break
			}
			if e.month--; e.month == 0 {
				e.year, e.month = e.year-1, 12
			}
		}
		return e
	}
	past, ahead := e, e
	past.year = now.Year
	if past.begins().Compare(now) > 0 {
		past.year--
	}
	ahead.year = past.year + 1
	days := daysBetween(now, ahead.begins())
	switch {
	case e.direction < 0:
		if past.begins() == now || past.day == 0 && past.year == now.Year && past.month == now.Month {
			past.year-- // "last October", said in October
		}
		return past
	case e.direction > 0:
		return ahead
	case e.day == 0: // a month alone
		return past
	case days <= announcedDays && daysBetween(past.begins(), now) > days, ahead.year == now.Year && days <= thisYearDays:
		return ahead
	}
	return past
}

// nearest fills in the month of a day alone by its weekday, if it fell on one
// less than two months before or after now.
func (e expr) nearest(now edtf.Day) (expr, bool) {
	best, distance := expr{}, 62
	for months := -2; months <= 2; months++ {
		first := midnight(edtf.Day{Year: now.Year, Month: now.Month + months, Day: 1})
		c := e
		c.year, c.month = first.Year(), int(first.Month())
		if c.date().IsZero() || weekdayOf(c.begins()) != e.weekday {
			continue
		}
		if days := daysBetween(now, c.begins()); max(days, -days) < distance {
			best, distance = c, max(days, -days)
		}
	}
	return best, best != expr{}
}

func (e expr) begins() edtf.Day { return edtf.Day{Year: e.year, Month: e.month, Day: max(e.day, 1)} }

// part is e as package edtf has it, down to the day or as far as it goes.
func (e expr) part() edtf.Part {
	switch {
	case e.day > 0:
		return edtf.Part{Year: e.year, Month: e.month, Day: e.day}
	case e.month > 0:
		return edtf.Part{Year: e.year, Month: e.month}
	}
	return edtf.Part{Year: e.year}
}

// date is the zero date if there is no such day.
func (e expr) date() edtf.Date {
	d, _ := edtf.On(e.part())
	return d
}

// approximate is d with ~; an interval stays as it is.
func approximate(d edtf.Date) edtf.Date {
	if d.IsZero() || d.IsInterval() || d.Approximate() {
		return d
	}
	p := d.Start()
	p.Approximate = true
	d, _ = edtf.On(p)
	return d
}

func daysBetween(a, b edtf.Day) int { return int(midnight(b).Sub(midnight(a)).Hours() / 24) }

// midnight normalises days that are not, such as 30 February.
func midnight(d edtf.Day) time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

func exprOf(t time.Time) expr { return expr{year: t.Year(), month: int(t.Month()), day: t.Day()} }

type unit int

const (
	unitDay unit = iota
	unitWeek
	unitMonth
	unitYear
)

// relative is a time counted from the publication: {unitYear, -1} is last year.
type relative struct {
	unit  unit
	count int
}

func (r relative) resolve(published edtf.Date) FoundDate {
	f := FoundDate{Relative: true, YearInferred: true, MonthInferred: r.unit != unitYear}
	if published.IsZero() {
		return f
	}
	day := published.Latest()
	now := midnight(day)
	switch r.unit {
	case unitDay:
		f.Date = exprOf(now.AddDate(0, 0, r.count)).date()
	case unitWeek: // Monday to Sunday
		monday := now.AddDate(0, 0, 7*r.count-(int(now.Weekday())+6)%7)
		f.Date, _ = edtf.Between(exprOf(monday).part(), exprOf(monday.AddDate(0, 0, 6)).part())
	case unitMonth:
		first := midnight(edtf.Day{Year: day.Year, Month: day.Month + r.count, Day: 1})
		f.Date = expr{year: first.Year(), month: int(first.Month())}.date()
	case unitYear:
		f.Date = expr{year: day.Year + r.count}.date()
	}
	return f
}

// relativeAt reads a time counted from the publication. A number of years or months
// back is approximate: four years ago was some day of that year or near it.
func (p *dateReader) relativeAt(i int) (resolver, int) {
	if r, n := p.l.relative.at(p.ts, i); n > 0 {
		if p.l.monthFirst && p.at(i).text == "last" && p.at(i-1).text == "the" { // "the last week before the vote"
			return nil, 0
		}
		return r, n
	}
	k := i
	_, before := p.l.agoBefore.at(p.ts, i)
	k += before
	t := p.at(k)
	count := 0
	switch t.kind {
	case number:
		if t.bare && !t.joined && len(t.value) <= 3 {
			count, _ = strconv.Atoi(t.value)
			k++
		}
	case word:
		n, used := p.l.cardinal(p.ts, k)
		count, k = n, k+used
	}
	u, ok := p.l.agoUnits[p.at(k).text]
	if count == 0 || k == i || !ok {
		return nil, 0
	}
	k++
	if before == 0 {
		_, after := p.l.agoAfter.at(p.ts, k)
		if after == 0 {
			return nil, 0
		}
		k += after
	}
	return ago{u, count}, k - i
}

// daysFrom is some days from a date; nothing but a day has one before it.
type daysFrom struct {
	interval
	days int
}

func (d daysFrom) resolve(published edtf.Date) FoundDate {
	f := d.interval.resolve(published)
	if f.Date.IsZero() || f.Date.IsInterval() || f.Date.Precision() != edtf.PrecisionDay {
		return FoundDate{Relative: true}
	}
	f.Date = exprOf(midnight(f.Date.Latest()).AddDate(0, 0, d.days)).date()
	return f
}

type resolver interface {
	resolve(published edtf.Date) FoundDate
}

// ago is a number of days, months or years back.
type ago struct {
	unit  unit
	count int
}

func (a ago) resolve(published edtf.Date) FoundDate {
	f := relative{a.unit, -a.count}.resolve(published)
	if a.unit != unitDay {
		f.Date = approximate(f.Date)
	}
	return f
}
