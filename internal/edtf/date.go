// Package edtf reads dates in the Extended Date/Time Format (ISO 8601-2,
// levels 0 and 1) as far as articles about events need it: a year, a month or a
// day, approximate or uncertain, alone or as the ends of an interval.
//
// In goes one line of text; out comes a [Date], or a [*SyntaxError] with the
// place of the mistake and the spelling to use. The package knows no times of
// day, no time zones, no seasons, no unspecified digits ("202X"), and never
// asks what day it is.
package edtf

import (
	"fmt"
	"strings"
)

// Date is a point or an interval in time, as precise as it was written. It
// never changes once made, and two dates are == when they say the same. The
// zero Date says nothing, see [Date.IsZero].
type Date struct {
	start, end Part // of a point, both are the same
	form       form
}

type form int

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
	Month       int // 1 to 12, or 0 if only the year is given
	Day         int // 1 to 31, or 0 if no day is given
	Approximate bool
	Uncertain   bool
}

// Precision is how closely a date is given.
type Precision int

const (
	PrecisionYear Precision = iota + 1
	PrecisionMonth
	PrecisionDay
)

// Precision says how closely p is given; 0 for the zero Part.
func (p Part) Precision() Precision {
	switch {
	case p.Day != 0:
		return PrecisionDay
	case p.Month != 0:
		return PrecisionMonth
	case p.Year != 0:
		return PrecisionYear
	}
	return 0
}

// String writes p in EDTF.
func (p Part) String() string {
	var s string
	switch p.Precision() {
	case PrecisionDay:
		s = fmt.Sprintf("%04d-%02d-%02d", p.Year, p.Month, p.Day)
	case PrecisionMonth:
		s = fmt.Sprintf("%04d-%02d", p.Year, p.Month)
	case PrecisionYear:
		s = fmt.Sprintf("%04d", p.Year)
	}
	switch {
	case p.Approximate && p.Uncertain:
		return s + "%"
	case p.Approximate:
		return s + "~"
	case p.Uncertain:
		return s + "?"
	}
	return s
}

// IsZero reports whether d is the zero Date, which [Parse] never returns.
func (d Date) IsZero() bool { return d == Date{} }

// IsInterval reports whether d has the form A/B, ../B or A/...
func (d Date) IsInterval() bool { return d.form > point }

// OpenStart reports whether d has an end but no start: ../B.
func (d Date) OpenStart() bool { return d.form == openStart }

// OpenEnd reports whether d has a start but no end: A/...
func (d Date) OpenEnd() bool { return d.form == openEnd }

// Start is the date itself or the start of an interval, zero if open.
func (d Date) Start() Part { return d.start }

// End is the date itself or the end of an interval, zero if open.
func (d Date) End() Part { return d.end }

// Precision is the coarser precision of the ends that are given.
func (d Date) Precision() Precision {
	switch d.form {
	case openStart:
		return d.end.Precision()
	case openEnd:
		return d.start.Precision()
	}
	return min(d.start.Precision(), d.end.Precision())
}

// Approximate reports whether d, or an end of it, is approximate (~ or %).
func (d Date) Approximate() bool { return d.start.Approximate || d.end.Approximate }

// Uncertain reports whether d, or an end of it, is uncertain (? or %).
func (d Date) Uncertain() bool { return d.start.Uncertain || d.end.Uncertain }

// Earliest is the first day that d can mean. An open start reaches back to the
// first day there is, 1 January of the year 1. Approximate dates are taken as
// written, since nobody says by how much they may be off.
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
// comes before, is, or comes after e. A date stands at its first day; one with
// an open start at the first day of its end, the only day it names. On the same
// day, what ends earlier comes first, so a day precedes its month, and the month
// its year. Then a certain date precedes an approximate or uncertain one. Only
// equal dates compare as zero, and the zero Date comes first.
//
// Everything on a site is sorted by its date, so what is dearer to compare is
// made only where nothing before it differs.
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
		return d.start.String()
	case closed:
		return d.start.String() + "/" + d.end.String()
	case openStart:
		return "../" + d.end.String()
	case openEnd:
		return d.start.String() + "/.."
	}
	return ""
}
