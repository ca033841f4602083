package locale

import (
	"strconv"

	"receipts/internal/edtf"
)

// Date writes d in words: "5 October 2024", "about 2020", "until 5 November
// 2024", "5 to 8 October 2024". A no-break space keeps a day with its month.
// The zero Date is "".
func (l *Locale) Date(d edtf.Date) string { return l.date(d, &l.words.months) }

// Month is the name of a month, from 1 on.
func (l *Locale) Month(m int) string { return l.words.months[m-1] }

// ShortDate is [Locale.Date] with short names of months, for tables and
// captions: "5 Oct 2024".
func (l *Locale) ShortDate(d edtf.Date) string { return l.date(d, &l.words.shortMonths) }

func (l *Locale) date(d edtf.Date, months *[12]string) string {
	switch {
	case d.IsZero():
		return ""
	case d.OpenStart():
		return fill(l.words.until, l.datePart(d.End(), months))
	case d.OpenEnd():
		return fill(l.words.from, l.datePart(d.Start(), months))
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
			first = strconv.Itoa(start.Day)
		case start.Precision() != edtf.PrecisionYear:
			first = l.calendar(edtf.Part{Month: start.Month, Day: start.Day}, months)
		}
	}
	return fill(l.words.between, first, l.datePart(end, months))
}

func (l *Locale) datePart(p edtf.Part, months *[12]string) string {
	s := l.calendar(p, months)
	if p.Approximate {
		s = fill(l.words.about, s)
	}
	if p.Uncertain {
		s = fill(l.words.uncertain, s)
	}
	return s
}

// calendar writes a year, a month or a season and a day, leaving out those that are
// zero. A year has no grouping.
func (l *Locale) calendar(p edtf.Part, months *[12]string) string {
	s := ""
	if p.Day > 0 {
		s = strconv.Itoa(p.Day) + nbsp
	}
	if p.IsSeason() {
		s += l.words.seasons[p.Month-edtf.Spring]
	} else if p.Month > 0 {
		s += months[p.Month-1]
	}
	if p.Year > 0 {
		s = joined(s, strconv.Itoa(p.Year))
	}
	return s
}
