package locale

import (
	"strconv"

	"receipts/internal/edtf"
)

// Date writes d in words: "5 October 2024", "about 2020", "until 5 November
// 2024", "5 to 8 October 2024". A no-break space keeps a day with its month.
// The zero Date is "".
func (l *Locale) Date(d edtf.Date) string { return l.date(d, l.words.months) }

// Month is the name of a month, from 1 on.
func (l *Locale) Month(m int) string { return l.words.months[m-1] }

// ShortDate is [Locale.Date] with short names of months, for tables and
// captions: "5 Oct 2024".
func (l *Locale) ShortDate(d edtf.Date) string { return l.date(d, l.words.shortMonths) }

func (l *Locale) date(d edtf.Date, months []string) string {
	switch {
	case d.IsZero():
		return ""
	case d.OpenStart():
		return l.words.until.around(d.End(), l.datePart(d.End(), months))
	case d.OpenEnd():
		return l.words.from.around(d.Start(), l.datePart(d.Start(), months))
	case !d.IsInterval():
		return l.datePart(d.Start(), months)
	}
	start, end := d.Start(), d.End()
	first := l.datePart(start, months)
	// What both ends share is said once. If one of them is approximate or
	// uncertain, both keep their whole dates: the word for it would seem to apply
	// to both.
	if !d.Approximate() && !d.Uncertain() && start.Precision() == end.Precision() && start.Year == end.Year {
		switch {
		case start.Precision() == edtf.PrecisionDay && start.Month == end.Month:
			first = l.day(start.Day)
		case start.Precision() != edtf.PrecisionYear:
			first = l.calendar(edtf.Part{Month: start.Month, Day: start.Day}, months)
		}
	}
	return l.words.start.around(start, first) + " " + l.words.end.around(end, l.datePart(end, months))
}

func (l *Locale) datePart(p edtf.Part, months []string) string {
	s := l.calendar(p, months)
	if p.Approximate {
		s = l.words.about.around(p, s)
	}
	if p.Uncertain {
		s = l.words.uncertain.around(p, s)
	}
	return s
}

// calendar writes a year, a month or a season and a day, leaving out those that are
// zero. A year has no grouping.
func (l *Locale) calendar(p edtf.Part, months []string) string {
	s := ""
	if p.IsSeason() {
		s = l.words.seasons[p.Month-edtf.Spring]
	} else if p.Month > 0 {
		s = months[p.Month-1]
	}
	if p.Day > 0 {
		s = fill(l.words.dayMonth, l.day(p.Day), s)
	}
	switch year := l.Digits(strconv.Itoa(p.Year)); {
	case p.Year <= 0:
		return s
	case s == "":
		return year
	default:
		return fill(l.words.withYear, s, year)
	}
}

func (l *Locale) day(n int) string {
	if n == 1 && l.words.firstDay != "" {
		return l.words.firstDay
	}
	return l.Digits(strconv.Itoa(n))
}

// around puts s, which writes p, into the pattern for what is known of p.
func (d *dated) around(p edtf.Part, s string) string {
	switch {
	case p.Day > 0:
		return fill(d.day, s)
	case p.IsSeason():
		return fill(d.season, s)
	case p.Month > 0:
		return fill(d.month, s)
	}
	return fill(d.year, s)
}
