package evidence

import (
	"slices"

	"receipts/internal/edtf"
)

// FoundDate is a date in a text. Its range covers the words that make it.
type FoundDate struct {
	Start, End int

	// Date is what the words mean, given the date of publication. It is zero if
	// they need another date to be understood ("l'année suivante"), or if there
	// is no such day.
	Date edtf.Date

	Relative      bool // counted from another date: "last week", "depuis quatre ans"
	MonthInferred bool // a day alone: "le 8"
	YearInferred  bool
	Until, Since  bool // the words before make it an end: "jusqu'au 5 novembre"

	// Doubt says why the text does not say this date after all.
	Doubt Doubt

	other    edtf.Date // what else it may be, of [UnclearDay]
	span     bool      // told by its length: any notation of the same days is right
	upTo     bool      // a state at this day, of all that was before: "as of"
	onwards  bool      // or one that goes on behind it
	twoYears bool      // "2023-24"
	printed  bool      // both ends of an interval stand in the text
	origin   bool      // "a photo from 2016" or "served from 2016"
	shifted  bool      // "the day before" another date
	weight   span      // the words that are left over: "fiscal"
	lead     int       // where the words begin that make it an end, or leave it in doubt
	tail     int       // and where they end
	through  bool      // a noun stands between them: its date is not the end itself
}

// FindDates returns the dates of a text in order; their ranges do not overlap.
//
// What is not printed is inferred from the date of publication: a day or month
// alone is the nearest that has begun; a day with its month is in the year that
// makes it so, or ahead if that is at most three months away, or six within the
// year of publication, as announced events are. "dernier" looks back only and
// "prochain" ahead only; a day alone with its weekday is the nearest such day.
// Without a date of publication nothing is inferred.
func FindDates(lang, text string, published edtf.Date) []FoundDate {
	l := languageOf(lang)
	if l == nil {
		return nil
	}
	p := newReader(l, text)
	defer p.done()
	return p.dates(published)
}

// Find is [FindQuantities] and [FindDates] of one text, which is cut into its
// tokens once.
func Find(lang, text string, published edtf.Date) ([]Found, []FoundDate) {
	l := languageOf(lang)
	if l == nil {
		return nil, nil
	}
	p := newReader(l, text)
	defer p.done()
	dates := p.dates(published) // which marks no token
	p.markDates()
	return p.figures(), dates
}

// markDates marks the tokens of dates, so that no number is read out of them.
// What is relative stays: "depuis quatre ans" has a quantity.
func (p *parser) markDates() {
	last := 0
	for i := 0; i < len(p.ts); i++ {
		in, from, to, ok := p.dateAt(i)
		if !ok {
			continue
		}
		if in.to == (expr{}) && in.from.month == 0 && in.from.day == 0 { // "the first six months of 2024"
			f := in.resolve(edtf.Date{})
			from, to = p.partOfYear(&f, from, to, last)
		}
		for k := from; k < to; k++ {
			p.ts[k].dated = true
		}
		i, last = to-1, to
	}
}

func (p *parser) dates(published edtf.Date) []FoundDate {
	var found []FoundDate
	last := 0 // tokens before it belong to a date
	for i := 0; i < len(p.ts); {
		if t := p.at(i); t.kind == mark || t.kind == word && t.is&beginsTime == 0 {
			i++
			continue
		}
		var f FoundDate
		start, end, weekday, told := i, i, false, false
		if in, from, to, ok := p.dateAt(i); ok {
			start, end = from, to
			if day, k, ok := p.weekday(from, last); ok {
				in.from.weekday, start = day, k
			}
			if next := p.tellBehind(&in, end, published); next > end {
				end, told = next, true
			} else {
				p.tellBefore(&in, last, start, published)
			}
			told = told || in.from.year != 0 && in.from.month != 0 && in.to == expr{}
			begins := start
			verb, opens := p.movedFrom(&in, &start, last)
			f = in.resolve(published)
			if opens > verb {
				f.Doubt, f.weight = Unread, span{p.at(verb).start, p.at(opens).end}
			}
			p.lookBack(&f, begins, end, published)
			f.twoYears, f.printed = in.season, in.to != expr{} && !in.season
		} else if w, from, to, ok := p.weekdayAt(i, last); ok {
			f = w.resolve(published)
			f.printed = w.first != w.last
			start, end, weekday = from, to, true
		} else if rel, n := p.relativeAt(i); n > 0 {
			f = rel.resolve(published)
			end = i + n
		} else if part, n := p.quarterAlone(i); n > 0 {
			f = part.resolve(published)
			end = i + n
		} else if in, to, ok := p.shifted(i); ok {
			f = in.resolve(published)
			f.shifted = true
			end = to
		} else if _, n := p.l.noDate.at(p.ts, i); n > 0 {
			f = FoundDate{Relative: true}
			end = i + n
		} else if season, from, to, ok := p.seasonAlone(i, last); ok {
			f, start, end = season, from, to
		} else {
			i++
			continue
		}
		start, end = p.partOfYear(&f, start, end, last)
		start = p.daysOfMonth(&f, start, last)
		before := p.partBefore(start, last)
		if _, n := p.l.around.endingAt(p.ts, before); n > 0 && before-n >= last {
			f.Date = approximate(f.Date)
			start, before = before-n, before-n
		}
		f.Start, f.End = p.at(start).start, p.at(end-1).end
		from := p.aroundDate(&f, before, end, last, published)
		if f.Doubt == NoDoubt && (!f.Relative || weekday) {
			p.timeAround(&f, from, end, last)
		}
		if n := len(found) - 1; n >= 0 && found[n].Relative && f.Doubt == NoDoubt && p.counts(&found[n], &f, last, from) {
			f.Doubt, f.lead, f.weight = Unread, found[n].Start, span{found[n].Start, found[n].End}
		} else if n >= 0 && f.Doubt == Unread && f.lead == p.at(last).start && found[n].Doubt == NoDoubt { // "all of October but October 31"
			found[n].Doubt, found[n].weight, found[n].tail = Unread, f.weight, f.End
		}
		p.share(found, &f, start, told)
		if n := len(found) - 1; n >= 0 && p.areJoined(last, start) && found[n].goesOn(&f) {
			found = found[:n]
		}
		found = append(found, f)
		i, last = end, end
	}
	return found
}

// counts reports whether g, which is counted from another date ("the week before",
// "deux ans" après), is counted from f, or makes another date of it: "two years ago,
// in October".
func (p *parser) counts(g, f *FoundDate, from, to int) bool {
	far := false
	if f.YearInferred && !f.Relative && (g.Date.IsZero() || g.Date.Approximate()) {
		for k := from - 1; k >= 0 && p.at(k).start >= g.Start; k-- {
			far = far || p.isFar(k, f.shortTime())
		}
	}
	return (g.Date.IsZero() || f.Until || f.Since || far) && p.hangs(from, to, far)
}

// hangs reports whether only words that change nothing stand between two dates, or if
// apart is set, a comma.
func (p *dateReader) hangs(from, to int, apart bool) bool {
	for k := from; k < to; k++ {
		if t := p.at(k).text; !slices.Contains(p.l.dateThrough, t) && !slices.Contains(p.l.datePlace, t) && !(apart && t == ",") {
			return false
		}
	}
	return true
}

// lookBack puts a day whose year is inferred to be ahead into the year before, where
// something was done on it: "filed on March 7", in December.
func (p *dateReader) lookBack(f *FoundDate, start, end int, published edtf.Date) {
	d := f.Date.Start()
	if !f.YearInferred || f.MonthInferred || f.Date.IsZero() || f.Date.IsInterval() || d.Day == 0 || f.Date.Earliest().Compare(published.Latest()) <= 0 {
		return
	}
	k := start - 1
	for slices.Contains(p.l.datePlace, p.at(k).text) {
		k--
	}
	if p.isParticiple(k) && p.l.verbs[p.at(k).text] == untold && p.tense(start, end) == past {
		d.Year--
		f.Date, _ = edtf.On(d)
	}
}

// maxJoint bounds how far apart "since" and "until" are of one period.
const maxJoint = 6

// areJoined reports whether only a few words stand from one token to another.
func (p *dateReader) areJoined(from, to int) bool {
	return to-from <= maxJoint && !slices.ContainsFunc(p.ts[from:to], func(t token) bool { return t.kind == mark })
}

// goesOn makes of f the period that f ends, if g begins it: "since 2019 and until 2022".
func (g *FoundDate) goesOn(f *FoundDate) bool {
	if !g.Since || !f.Until || g.Doubt != NoDoubt || f.Doubt != NoDoubt || g.Date.IsInterval() || f.Date.IsInterval() || g.through || f.through {
		return false
	}
	d, ok := edtf.Between(g.Date.Start(), f.Date.End())
	if ok {
		f.Date, f.Start, f.lead = d, g.Start, g.lead
		f.Until, f.YearInferred = false, f.YearInferred || g.YearInferred
	}
	return ok
}

// shifted reads a date that is counted from another: "la veille du 5 novembre".
func (p *parser) shifted(i int) (resolver, int, bool) {
	days, n := p.l.shifts.at(p.ts, i)
	if n == 0 {
		return nil, 0, false
	}
	in, from, to, ok := p.dateAt(i + n)
	return daysFrom{in, days}, to, ok && from <= i+n+1
}

// weekday reads the day of the week at the start of a date or right before it.
func (p *dateReader) weekday(from, last int) (day isoWeekday, start int, ok bool) {
	for _, k := range []int{from, from - 1, from - 2} {
		if d, ok := p.l.weekdays[p.at(k).text]; ok && k >= last && (k > from-2 || p.at(from-1).text == "," && p.l.monthFirst) {
			return isoWeekdayOf(d), k, true
		}
	}
	return 0, 0, false
}
