// Package edtf reads dates in the Extended Date/Time Format (ISO 8601-2,
// levels 0 and 1) as far as articles about events need it: a year, a season, a month
// or a day, approximate or uncertain, alone or as the ends of an interval.
//
// In goes one line of text; out comes a [Date], or a [*diag.Mistake] with the
// place of the mistake and the spelling to use. The package knows no times of
// day, no time zones, no unspecified digits ("202X"), and never asks what day it
// is. Seasons are those of the northern half of the earth.
package edtf

import (
	"strconv"
	"strings"
)

// Date is a point or an interval in time, as precise as it was written. It
// never changes once made, and two dates are == when they say the same. The
// zero Date says nothing, see [Date.IsZero].
type Date struct {
	start, end packed // of a point, both are the same
	form       form
}

// packed is a [Part] in six bytes instead of thirty-two: a site has tens of dates
// for each article in memory.
type packed struct {
	year                   int16
	month, day             uint8
	approximate, uncertain bool
}

func (p Part) packed() packed {
	return packed{int16(p.Year), uint8(p.Month), uint8(p.Day), p.Approximate, p.Uncertain}
}

func (p packed) part() Part {
	return Part{int(p.year), int(p.month), int(p.day), p.approximate, p.uncertain}
}

func dateOf(start, end Part, f form) Date { return Date{start.packed(), end.packed(), f} }

type form uint8

const (
	none form = iota
	point
	closed    // A/B
	openStart // ../B
	openEnd   // A/..
)

// Part is a date as written: a point, or one end of an interval.
type Part struct {
	Year        int // 1 to 9999
	Month       int // 1 to 12, 21 to 24 for spring to winter, or 0 if only the year is given
	Day         int // 1 to 31, or 0 if no day is given
	Approximate bool
	Uncertain   bool
}

// On is the date of a point, as [Parse] reads it; false if there is no such day.
func On(p Part) (Date, bool) {
	if !p.exists() {
		return Date{}, false
	}
	return dateOf(p, p, point), true
}

// Between is the interval of two dates; false if [Parse] reads none.
func Between(from, to Part) (Date, bool) {
	d := dateOf(from, to, closed)
	if !from.exists() || !to.exists() || from == to || d.end.last().Compare(d.start.first()) < 0 {
		return Date{}, false
	}
	return d, true
}

func (p Part) exists() bool {
	switch {
	case p.Year < 1 || p.Year > 9999 || p.Month < 0 || p.Month > 12 && !p.IsSeason():
		return false
	case p.Month == 0 || p.IsSeason():
		return p.Day == 0
	}
	return p.Day >= 0 && p.Day <= daysIn(p.Year, p.Month)
}

// IsSeason reports whether p is a season: "2024-22" is the summer of 2024.
func (p Part) IsSeason() bool { return p.Month >= Spring && p.Month <= Winter }

// Spring and Winter are the first and the last season, as the Month of a [Part].
const (
	Spring = 21
	Winter = 24
)

// Has reports whether all days that q can mean are days of p.
func (p Part) Has(q Part) bool {
	a, b := p.packed(), q.packed()
	return q.Year != 0 && a.first().Compare(b.first()) <= 0 && b.last().Compare(a.last()) <= 0
}

// Precision is how closely a date is given.
type Precision int

const (
	PrecisionYear Precision = iota + 1
	PrecisionSeason
	PrecisionMonth
	PrecisionDay
)

// Precision says how closely p is given; 0 for the zero Part.
func (p Part) Precision() Precision {
	switch {
	case p.Day != 0:
		return PrecisionDay
	case p.IsSeason():
		return PrecisionSeason
	case p.Month != 0:
		return PrecisionMonth
	case p.Year != 0:
		return PrecisionYear
	}
	return 0
}

// String writes p in EDTF.
func (p Part) String() string {
	var room [len("2024-10-05~")]byte
	return string(p.appendTo(room[:0]))
}

func (p Part) appendTo(b []byte) []byte {
	precision := p.Precision()
	if precision >= PrecisionYear {
		b = appendDigits(b, p.Year, 4)
	}
	if precision >= PrecisionSeason {
		b = appendDigits(append(b, '-'), p.Month, 2)
	}
	if precision >= PrecisionDay {
		b = appendDigits(append(b, '-'), p.Day, 2)
	}
	switch {
	case p.Approximate && p.Uncertain:
		return append(b, '%')
	case p.Approximate:
		return append(b, '~')
	case p.Uncertain:
		return append(b, '?')
	}
	return b
}

// appendDigits writes n with at least so many digits.
func appendDigits(b []byte, n, digits int) []byte {
	for limit := pow10[digits-1]; n < limit && limit > 1; limit /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

var pow10 = [...]int{1, 10, 100, 1000}

// IsZero reports whether d is the zero Date, which [Parse] never returns.
func (d Date) IsZero() bool { return d == Date{} }

// IsInterval reports whether d has the form A/B, ../B or A/...
func (d Date) IsInterval() bool { return d.form > point }

// OpenStart reports whether d has an end but no start: ../B.
func (d Date) OpenStart() bool { return d.form == openStart }

// OpenEnd reports whether d has a start but no end: A/...
func (d Date) OpenEnd() bool { return d.form == openEnd }

// Start is the date itself or the start of an interval, zero if open.
func (d Date) Start() Part { return d.start.part() }

// End is the date itself or the end of an interval, zero if open.
func (d Date) End() Part { return d.end.part() }

// Precision is the coarser precision of the ends that are given.
func (d Date) Precision() Precision {
	switch d.form {
	case openStart:
		return d.End().Precision()
	case openEnd:
		return d.Start().Precision()
	}
	return min(d.Start().Precision(), d.End().Precision())
}

// Approximate reports whether d, or an end of it, is approximate (~ or %).
func (d Date) Approximate() bool { return d.start.approximate || d.end.approximate }

// Uncertain reports whether d, or an end of it, is uncertain (? or %).
func (d Date) Uncertain() bool { return d.start.uncertain || d.end.uncertain }

// Earliest is the first day that d can mean. An open start reaches back to the
// first day there is, 1 January of the year 1. Approximate dates are taken as
// written, since how far off they may be is unknown.
func (d Date) Earliest() Day {
	if d.form == openStart {
		return Day{1, 1, 1}
	}
	return d.start.first()
}

// Latest is the last day that d can mean; an open end reaches to 31 December
// 9999.
func (d Date) Latest() Day {
	if d.form == openEnd {
		return Day{9999, 12, 31}
	}
	return d.end.last()
}

// Overlaps reports whether some day lies in both dates. The zero Date
// overlaps nothing.
func (d Date) Overlaps(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.Earliest().Compare(e.Latest()) <= 0 && e.Earliest().Compare(d.Latest()) <= 0
}

// Compare orders dates for a timeline and is negative, zero or positive as d
// comes before, is, or comes after e. A date is at its first day; one with an open
// start at the first day of its end, the only day it names. On the same
// day, what ends earlier comes first, so a day precedes its month, and the month
// its year. Then a certain date precedes an approximate or uncertain one. Only
// equal dates compare as zero, and the zero Date comes first.
//
// Everything on a site is sorted by its date, so the slower comparisons come last.
func (d Date) Compare(e Date) int {
	if d == e {
		return 0
	}
	if c := d.place().Compare(e.place()); c != 0 {
		return c
	}
	if c := d.Latest().Compare(e.Latest()); c != 0 {
		return c
	}
	return strings.Compare(d.String(), e.String())
}

func (d Date) place() Day {
	if d.form == openStart {
		return d.end.first()
	}
	return d.start.first()
}

// String writes d in EDTF; [Parse] reads it back to an equal value.
func (d Date) String() string {
	switch d.form {
	case point:
		return d.Start().String()
	case closed:
		return d.Start().String() + "/" + d.End().String()
	case openStart:
		return "../" + d.End().String()
	case openEnd:
		return d.Start().String() + "/.."
	}
	return ""
}
