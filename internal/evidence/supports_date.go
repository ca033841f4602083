package evidence

import (
	"fmt"
	"slices"

	"receipts/internal/edtf"
)

// SupportsDate compares a stated date with its evidence and returns what the
// evidence does not carry; nothing if it carries all of it.
//
// A date in the quote says the same if it has the same year, month and day, as
// [FindDates] reads them against the date of publication, and the same
// precision; "about" is approximate, and so is a number of years ago. "début
// octobre" has the precision of its month. A season may be stated as its year. A
// part of a year, or a period that ends with a date, is the same in days and in
// months. An uncertain date (?) tells of the
// author's doubt, which no quote can refute. An interval stands in the quote as
// one, or with both its ends; an open end needs "until" or "since" before the
// date, and a date with those words supports nothing else; "before" and "after"
// are read so too. A weekday must be that of the date. Words that need another
// date ("the following year") are no date.
//
// Only the quote itself and its translation are read, not the further quotes.
func SupportsDate(d edtf.Date, e Quote, published edtf.Date) []Problem {
	if d.IsZero() {
		return nil
	}
	return supportsDate(d, e, FindDates(e.Lang, e.Text, published), published)
}

// supportsDate is [SupportsDate] with the dates of the quote.
func supportsDate(d edtf.Date, e Quote, found []FoundDate, published edtf.Date) []Problem {
	var problems []Problem
	if Reads(e.Lang) {
		problems = compareDate(d, inQuote(e), found)
	}
	if contradicts(problems) || e.Translation == "" || !Reads(e.translationLang()) {
		return problems
	}
	lacks := len(problems) > 0
	for _, p := range compareDate(d, inTranslation(e), FindDates(e.translationLang(), e.Translation, published)) {
		if lacks && p.Absent || p.Doubt == UnclearDay {
			continue // as it lacks in the quote, which says what day it is
		}
		p.Kind, p.Absent = TranslationDiffers, false
		problems = append(problems, p)
	}
	return problems
}

// compareDate compares d with the dates that were found in s.
func compareDate(d edtf.Date, s passage, all []FoundDate) []Problem {
	dates, none := s.datesOf(all)
	if len(dates) == 0 {
		return []Problem{none}
	}
	if d.IsInterval() && !d.OpenStart() && !d.OpenEnd() {
		from, to := certain(d.Start()), certain(d.End())
		has := func(p edtf.Part) bool {
			return slices.ContainsFunc(dates, func(f FoundDate) bool { return !f.Date.IsInterval() && f.Date.Start() == p && f.Doubt == NoDoubt })
		}
		if has(from) && has(to) && s.tellsPeriod() {
			return nil
		}
	}
	nearest, best := nearestOf(d, dates)
	var problems []Problem
	for _, k := range best {
		problems = append(problems, s.dateProblem(k, d, nearest))
	}
	return problems
}

// datesOf are the dates of all that stand in s and are understood or in doubt; none is
// the problem if there is none of them.
func (s passage) datesOf(all []FoundDate) (dates []FoundDate, none Problem) {
	none = Problem{NoDate, s.in, s.start, s.end, s.text[s.start:s.end], fmt.Sprintf("the %s has no date", s.in), true, NoDoubt}
	relative := false
	for _, f := range all {
		if !s.has(f.Start, f.End) {
			continue
		}
		if f.through && f.lead < s.start {
			f.Until, f.Since = false, false
		}
		words := s.text[f.Start:f.End]
		switch {
		case !f.Date.IsZero():
			dates = append(dates, f)
		case relative:
			continue
		case f.Doubt == NoDoubt:
			none.Message = fmt.Sprintf("the %s says “%s”, which is no date without another one", s.in, words)
		case f.Doubt == Unread:
			none.Kind, none.Doubt = DoubtfulDate, Unread
			none.Start, none.End, none.Found = f.Start, f.End, words
			none.Message = fmt.Sprintf("the %s says “%s”, which is not understood", s.in, words)
		default:
			none.Message = fmt.Sprintf("the %s says “%s”, %s", s.in, words, f.Doubt)
		}
		relative = relative || f.Date.IsZero()
	}
	return dates, none
}

// nearestOf returns the date that says the least other than d, with what that is.
func nearestOf(d edtf.Date, dates []FoundDate) (nearest FoundDate, best []ProblemKind) {
	for i, f := range dates {
		kinds := dateDifferences(d, f)
		if g := f; !f.other.IsZero() {
			g.Date = f.other
			if other := dateDifferences(d, g); len(other) < len(kinds) {
				f, kinds = g, other
			}
		}
		if f.Doubt != NoDoubt { // of what is not understood nothing else is said
			kinds = slices.Insert(kinds, 0, DoubtfulDate)
		}
		if i == 0 || len(kinds) < len(best) {
			nearest, best = f, kinds
		}
	}
	return nearest, best
}

// dateProblem says in what respect f says something else than d.
func (s passage) dateProblem(k ProblemKind, d edtf.Date, f FoundDate) Problem {
	text, in := s.text, s.in
	found := brief(text[f.Start:f.End])
	message := fmt.Sprintf("the %s says “%s”, which is %s, not %s", in, found, f.Date, d)
	switch {
	case k == Ends && !d.IsInterval() && (f.Until || f.Since):
		message = fmt.Sprintf("the %s says “%s”, which is an end of a period, not %s itself", in, brief(text[f.lead:f.tail]), d)
	case k == Ends:
		message = fmt.Sprintf("the %s says “%s”; for %s it would have to say from when or until when", in, found, d)
	case k == DoubtfulDate && f.Doubt == Unread && f.weight != span{}:
		message = fmt.Sprintf("the %s says “%s”, where “%s” is not understood", in, brief(text[f.lead:f.tail]), text[f.weight.start:f.weight.end])
	case k == DoubtfulDate:
		message = fmt.Sprintf("the %s says “%s”, %s", in, brief(text[f.lead:f.tail]), f.Doubt)
	}
	start, end, doubt := f.Start, f.End, NoDoubt
	if k == DoubtfulDate {
		start, end, doubt = f.lead, f.tail, f.Doubt
	}
	return Problem{k, in, start, end, text[start:end], message, dateLacks(k, d, f), doubt}
}

// tellsPeriod reports whether s says of something when it began or ended, so that
// two of its dates may be those of one period.
func (s passage) tellsPeriod() bool {
	p := newReader(languageOf(s.lang), s.text)
	defer p.done()
	return slices.ContainsFunc(p.ts, func(t token) bool { return p.l.bounds[t.text] })
}

// dateLacks reports whether f only says less than d in one respect.
func dateLacks(k ProblemKind, d edtf.Date, f FoundDate) bool {
	switch k {
	case Year:
		return f.YearInferred && !f.Relative
	case Month:
		return f.MonthInferred && !f.Relative
	case Precision:
		return !f.Date.IsInterval() && f.Date.Precision() < max(d.Start().Precision(), d.End().Precision())
	case Approximate:
		return !f.Date.Approximate()
	case Ends:
		return d.IsInterval() && !f.Until && !f.Since
	}
	return false
}

// certain is p without the author's doubt.
func certain(p edtf.Part) edtf.Part {
	p.Uncertain = false
	return p
}

// dateDifferences lists what f says other than d.
func dateDifferences(d edtf.Date, f FoundDate) []ProblemKind {
	closed := f.Date.IsInterval() && !f.Until && !f.Since
	if f.span && closed && !d.OpenStart() && !d.OpenEnd() && d.Earliest() == f.Date.Earliest() && d.Latest() == f.Date.Latest() && !d.Approximate() {
		return nil
	}
	if d.IsInterval() && closed {
		kinds := partDifferences(certain(d.Start()), f.Date.Start())
		for _, k := range partDifferences(certain(d.End()), f.Date.End()) {
			if !slices.Contains(kinds, k) {
				kinds = append(kinds, k)
			}
		}
		if d.OpenStart() || d.OpenEnd() { // a closed interval has more
			kinds = append(kinds, Ends)
		}
		return kinds
	}
	switch {
	case closed:
		return []ProblemKind{Precision} // one date is stated, or an open interval
	case d.OpenStart():
		return withEnds(partDifferences(certain(d.End()), f.Date.End()), f.Until || f.upTo)
	case d.OpenEnd():
		return withEnds(partDifferences(certain(d.Start()), f.Date.Start()), f.Since || f.onwards)
	case f.Date.IsInterval():
		return []ProblemKind{Ends}
	}
	// A day "until" which something lasts is not the day of it. Years ago are
	// counted from their start, so "depuis quatre ans" is a point.
	return withEnds(partDifferences(certain(d.Start()), f.Date.Start()), !d.IsInterval() && !f.Until && (!f.Since || f.origin || f.Relative && f.Date.Approximate()))
}

func withEnds(kinds []ProblemKind, ok bool) []ProblemKind {
	if !ok {
		return append(kinds, Ends)
	}
	return kinds
}

func partDifferences(want, got edtf.Part) []ProblemKind {
	var kinds []ProblemKind
	if want.Year != got.Year {
		kinds = append(kinds, Year)
	}
	switch {
	case got.IsSeason() && want.Precision() == edtf.PrecisionYear: // the season is only more precise
	case want.Precision() != got.Precision():
		kinds = append(kinds, Precision)
	case want.Month != got.Month:
		kinds = append(kinds, Month)
	}
	if want.Precision() > got.Precision() && got.Month != 0 && want.Month != got.Month {
		kinds = append(kinds, Month)
	}
	if want.Precision() == got.Precision() && want.Day != got.Day {
		kinds = append(kinds, Day)
	}
	if want.Approximate != got.Approximate {
		kinds = append(kinds, Approximate)
	}
	return kinds
}
