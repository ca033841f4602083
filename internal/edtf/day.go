package edtf

import "cmp"

// Day is a day of the Gregorian calendar, without a time or a time zone.
type Day struct{ Year, Month, Day int }

// Compare is negative, zero or positive as d is before, is, or is after e.
func (d Day) Compare(e Day) int {
	switch {
	case d.Year != e.Year:
		return cmp.Compare(d.Year, e.Year)
	case d.Month != e.Month:
		return cmp.Compare(d.Month, e.Month)
	}
	return cmp.Compare(d.Day, e.Day)
}

// String writes d as 2024-10-05.
func (d Day) String() string {
	var room [len("2024-10-05")]byte
	b := append(appendDigits(room[:0], d.Year, 4), '-')
	b = append(appendDigits(b, d.Month, 2), '-')
	return string(appendDigits(b, d.Day, 2))
}

// first is the first day that p can mean, and [packed.last] the last; the zero
// packed means the zero Day.
func (p packed) first() Day {
	if p.year == 0 {
		return Day{}
	}
	if p.month >= Spring {
		d := seasons[p.month-Spring].first
		d.Year = int(p.year)
		return d
	}
	return Day{int(p.year), max(int(p.month), 1), max(int(p.day), 1)}
}

func (p packed) last() Day {
	d := Day{int(p.year), int(p.month), int(p.day)}
	switch {
	case p.year == 0 || p.day != 0:
	case p.month == 0:
		d.Month, d.Day = 12, 31
	case p.month >= Spring:
		d = seasons[p.month-Spring].last
		d.Year += int(p.year)
	default:
		d.Day = daysIn(d.Year, d.Month)
	}
	return d
}

// seasons are the days that they can mean, by the calendar or by the sun; the
// winter of a year may begin with it or end behind it.
var seasons = [...]struct{ first, last Day }{
	{Day{0, 3, 1}, Day{0, 6, 20}},
	{Day{0, 6, 1}, Day{0, 9, 22}},
	{Day{0, 9, 1}, Day{0, 12, 21}},
	{Day{0, 1, 1}, Day{1, 3, 20}},
}

func daysIn(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
