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
	s := l.apart(d, months)
	if l.contracted != nil {
		return l.contracted.Replace(s)
	}
	return s
}

// apart is a date before words that meet in it are contracted.
func (l *Locale) apart(d edtf.Date, months []string) string {
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
	interval := func(first, second string) string {
		return l.words.start.around(start, first) + " " + l.words.end.around(end, second)
	}
	// What both ends share is said once, around both. If one of them is approximate or
	// uncertain, both keep their whole dates: the word for it would seem to apply to both.
	switch {
	case d.Approximate() || d.Uncertain() || start.Precision() != end.Precision() || start.Year != end.Year || start.Month == 0:
		return interval(l.datePart(start, months), l.datePart(end, months))
	case start.Day > 0 && start.Month == end.Month:
		return l.inYear(end, fillBoth(l.words.dayMonth, interval(l.day(start.Day), l.day(end.Day)), months[end.Month-1]))
	}
	return l.inYear(end, interval(l.dayOrMonth(start, months), l.dayOrMonth(end, months)))
}

func (l *Locale) datePart(p edtf.Part, months []string) string {
	s := l.inYear(p, l.dayOrMonth(p, months))
	if p.Approximate {
		s = l.words.about.around(p, s)
	}
	if p.Uncertain {
		s = l.words.uncertain.around(p, s)
	}
	return s
}

// dayOrMonth writes p without its year: "5 October", "October", "summer"; a year alone
// is "".
func (l *Locale) dayOrMonth(p edtf.Part, months []string) string {
	switch {
	case p.IsSeason():
		return l.words.seasons[p.Month-edtf.Spring]
	case p.Day > 0:
		return fillBoth(l.words.dayMonth, l.day(p.Day), months[p.Month-1])
	case p.Month > 0:
		return months[p.Month-1]
	}
	return ""
}

// inYear puts the year of p, which has no grouping, to s, which are the other parts of
// p.
func (l *Locale) inYear(p edtf.Part, s string) string {
	year := l.Digits(strconv.Itoa(p.Year))
	if s == "" {
		return year
	}
	return fillBoth(l.words.withYear.of(p), s, year)
}

func (l *Locale) day(n int) string {
	if n == 1 && l.words.firstDay != "" {
		return l.words.firstDay
	}
	return l.Digits(strconv.Itoa(n))
}

// around puts s, which writes p, into the pattern for what is known of p.
func (d *dated) around(p edtf.Part, s string) string { return fill(d.of(p), s) }

// of is the pattern for what is known of p.
func (d *dated) of(p edtf.Part) string {
	switch {
	case p.Day > 0:
		return d.day
	case p.IsSeason():
		return d.season
	case p.Month > 0:
		return d.month
	}
	return d.year
}
