package edtf

import (
	"cmp"
	"fmt"
)

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
func (d Day) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// first is the first day that p can mean, and [Part.last] the last; the zero
// Part means the zero Day.
func (p Part) first() Day {
	switch p.Precision() {
	case PrecisionYear:
		return Day{p.Year, 1, 1}
	case PrecisionMonth:
		return Day{p.Year, p.Month, 1}
	}
	return Day{p.Year, p.Month, p.Day}
}

func (p Part) last() Day {
	switch p.Precision() {
	case PrecisionYear:
		return Day{p.Year, 12, 31}
	case PrecisionMonth:
		return Day{p.Year, p.Month, daysIn(p.Year, p.Month)}
	}
	return Day{p.Year, p.Month, p.Day}
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
