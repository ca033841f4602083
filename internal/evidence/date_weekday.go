package evidence

import (
	"slices"
	"strings"

	"receipts/internal/edtf"
)

// weekdayAlone is a weekday without its date, or the time from one to another. It
// is the nearest before the day of publication, or that day itself, where its
// sentence tells of the past; the nearest behind it where a verb is in the future;
// with "last" and "next", whatever the verb. Where nothing tells ("the trial starts
// on Monday") it may be either of two days.
type weekdayAlone struct {
	first, last isoWeekday
	direction   int       // 1 for the next, -1 for the one before
	named       bool      // by "last" or "next": never the day of publication
	unclear     bool      // whether the direction is a guess
	week        *relative // "Tuesday of last week"
}

func (w weekdayAlone) resolve(published edtf.Date) FoundDate {
	f := FoundDate{Relative: true, YearInferred: true, MonthInferred: true}
	switch {
	case published.IsZero() || w.first == 0:
	case w.week != nil:
		monday := midnight(w.week.resolve(published).Date.Earliest())
		f.Date = exprOf(monday.AddDate(0, 0, int(w.first-1))).date()
	default:
		f.Date = w.nearest(published.Latest(), w.direction)
		if w.unclear || w.direction > 0 && !w.named && weekdayOf(published.Latest()) == w.last { // "will meet on Friday", on a Friday
			f.Doubt, f.other = UnclearDay, w.nearest(published.Latest(), -w.direction)
		}
	}
	return f
}

// nearest is the date in one direction.
func (w weekdayAlone) nearest(now edtf.Day, direction int) edtf.Date {
	day := midnight(now)
	if w.named || direction > 0 {
		day = day.AddDate(0, 0, direction)
	}
	for isoWeekdayOf(day.Weekday()) != w.last {
		day = day.AddDate(0, 0, direction)
	}
	begins := day
	for isoWeekdayOf(begins.Weekday()) != w.first {
		begins = begins.AddDate(0, 0, -1)
	}
	if begins.Equal(day) {
		return exprOf(day).date()
	}
	d, _ := edtf.Between(exprOf(begins).part(), exprOf(day).part())
	return d
}

// weekdayAt reads a weekday without its date, with the tokens it covers. Names
// ("Super Tuesday") and habits ("le samedi") are none.
func (p *parser) weekdayAt(i, after int) (w weekdayAlone, from, to int, ok bool) {
	l := p.l
	d, ok := l.weekdays[strings.TrimSuffix(p.at(i).text, "'")] // "Monday's"
	if !ok || p.isName(i) || p.at(i+1).kind == number || p.hasDay(i+1) {
		return w, 0, 0, false
	}
	w = weekdayAlone{first: isoWeekdayOf(d), last: isoWeekdayOf(d), direction: -1}
	from, to = i, i+1
	turn := func(k int) bool {
		switch t := p.at(k).text; {
		case k < after:
			return false
		case slices.Contains(l.last, t) || slices.Contains(l.passed, t):
			w.direction, w.named = -1, true
		case slices.Contains(l.next, t) || slices.Contains(l.coming, t):
			w.direction, w.named = 1, true
		default:
			return false
		}
		return true
	}
	if !l.monthFirst && turn(to) {
		to++
	}
	for l.monthFirst && from > i-2 && turn(from-1) {
		from--
	}
	this := from > after && slices.Contains(l.this, p.at(from-1).text)
	if this {
		from--
	} else if !w.named && slices.Contains(l.anyDay, p.at(from-1).text) {
		return w, 0, 0, false
	}
	of := to
	if slices.Contains(l.of, p.at(of).text) {
		of++
	}
	if week, n := l.relative.at(p.ts, of); n > 0 && week.unit == unitWeek {
		w.week = &week
		return w, from, of + n, true
	}
	if w.named {
		return w, from, to, true
	}
	k := p.behindPartOfDay(to)
	if k, joined := p.joinerEnd(from, k); joined {
		if d, ok := l.weekdays[p.at(k).text]; ok {
			if !slices.Contains(l.opensDays, p.at(from-1).text) { // "open Monday through Friday"
				return weekdayAlone{}, from, k + 1, true
			}
			w.last, to = isoWeekdayOf(d), k+1
		}
	}
	edge, n := l.edges.endingAt(p.ts, from)
	switch tense := p.tense(from, to); {
	case n > 0 && edge.since && edge.lasts:
	case n > 0 && edge.until:
		w.direction, w.unclear = 1, tense == past
	case tense == ahead:
		w.direction = 1
	case tense == unclear, tense == untold && this:
		w.unclear = true
	}
	return w, from, to, true
}

// isName reports whether the weekday at i is part of a name. A sentence may begin
// before it.
func (p *dateReader) isName(i int) bool {
	t, before, behind := p.at(i), p.at(i-1), p.at(i+1)
	if behind.kind == word && behind.upper || behind.text == "-" && !behind.spaced {
		return true
	}
	if !p.l.capitals {
		return t.upper && before.kind == word && !before.upper
	}
	return before.kind == word && before.upper && !slices.Contains(p.l.leads, before.text) &&
		!slices.Contains(p.l.last, before.text) && !slices.Contains(p.l.next, before.text) && !slices.Contains(p.l.this, before.text)
}

// hasDay reports whether a day of a month follows a weekday.
func (p *parser) hasDay(i int) bool {
	for k := i; k <= i+2; k++ {
		if in, _, _, ok := p.dateAt(k); ok && in.from.day != 0 {
			return true
		}
		if t := p.at(k).text; t != "," && t != p.l.dayArticle {
			break
		}
	}
	return false
}

// behindPartOfDay steps over "soir" and "evening".
func (p *dateReader) behindPartOfDay(i int) int {
	for slices.Contains(p.l.partOfDay, p.at(i).text) {
		i++
	}
	return i
}

// tense is what the verbs of a sentence say of when something is.
type tense uint8

const (
	untold  tense = iota // there is no verb
	past                 // "filed", "a été déposée"
	ahead                // "will file", "déposera"
	unclear              // "starts", "would", "is expected"
)

// farVerb bounds how far away a verb is looked for.
const farVerb = 30

// tense reads the tense of what is said of the tokens from one to another: that of
// the nearest verb before them in their clause, or else of the sentence that they
// begin.
func (p *dateReader) tense(from, to int) tense {
	begins := true // no word but prepositions stands before
	for k := from - 1; k >= max(0, from-farVerb); k-- {
		t := p.at(k)
		if endsClause(t) || t.text == "," || slices.Contains(p.l.clauses, t.text) {
			break
		}
		if found := p.verb(k, k == from-1 || begins); found != untold {
			return found
		}
		begins = begins && slices.Contains(p.l.leads, t.text)
		if k == 0 || endsClause(p.at(k-1)) { // "In a filing on Tuesday, the fund listed"
			first := strings.TrimSuffix(t.text, "'")
			begins = begins || slices.Contains(p.l.fragments, first) && p.at(p.behindPartOfDay(to)).text == ","
		}
	}
	k := p.behindPartOfDay(to)
	for k < len(p.ts) && p.at(k).text == "," && begins {
		k++
	}
	if k == len(p.ts) && begins {
		return untold
	}
	fragment := begins && (slices.Contains(p.l.fragments, p.at(k).text) || endsClause(p.at(k)))
	found := untold
	for end := min(len(p.ts), k+farVerb); k < end; k++ {
		t := p.at(k)
		if endsClause(t) || !begins && (t.text == "," || slices.Contains(p.l.clauses, t.text)) {
			break
		}
		switch now := p.verb(k, false); {
		case now == untold || now == found:
		case found == untold:
			found = now
		default:
			return unclear
		}
	}
	if found == untold && !fragment {
		return unclear
	}
	return found
}

// endsClause reports whether what a verb says does not reach across t.
func endsClause(t *token) bool { return t.kind == mark && strings.Contains(".;:!?()\n—", t.text) }

// verb returns the tense that the word at k tells of. A participle tells none
// behind a helper, which does. beside is set right before what it is said of, where
// a participle needs none: "the plan unveiled on Monday".
func (p *dateReader) verb(k int, beside bool) tense {
	l, t := p.l, p.at(k)
	if t.kind != word {
		return untold
	}
	before := k - 1
	for before >= 0 && p.isLightVerb(before) {
		before--
	}
	b := p.at(before)
	if is, ok := l.verbs[t.text]; ok {
		switch {
		case l.awaited[t.text] && l.now[b.text]: // "is expected"
			return ahead
		case l.verbs[b.text] != untold: // "will resume"
			return untold
		}
		verb := p.behindLight(k)
		if l.have[t.text] && (p.isParticiple(verb) || hasAnySuffix(p.at(verb).text, l.strongParticiples...)) || l.now[t.text] && (l.movedOn[p.at(verb).text] || slices.Contains(l.oneself, p.at(k-1).text)) {
			return past // "has filed", "s'est réuni"
		}
		return is
	}
	switch {
	case b.text == "to" && l.awaited[p.at(before-1).text] && l.now[p.at(before-2).text]: // "is due to file"
		return ahead
	case l.monthFirst && b.text == "to" && !hasAnySuffix(t.text, "s") && !t.upper && t.is&isArticle == 0:
		return unclear // "agreed to meet"
	case hasAnySuffix(t.text, l.futures...) && !l.noFuture[t.text]:
		return ahead
	case hasAnySuffix(t.text, l.conditionals...):
		return unclear
	case hasAnySuffix(t.text, l.imperfects...) && !l.noImperfect[t.text]:
		return past
	case !p.isParticiple(k) || b.is&isArticle != 0 || l.helpers[b.text]:
		return untold
	case l.monthFirst || beside:
		return past
	}
	return untold
}

// isParticiple reports whether the word at k has the form of a past participle.
func (p *dateReader) isParticiple(k int) bool {
	t := p.at(k)
	return t.kind == word && (hasAnySuffix(t.text, p.l.pastForms...) && len(t.text) > 3 || p.l.irregularPast[t.text])
}

// isLightVerb reports whether the word at k may stand between a helper and its
// participle.
func (p *dateReader) isLightVerb(k int) bool {
	t := p.at(k)
	return t.kind == word && (p.l.betweenVerbs[t.text] || hasAnySuffix(t.text, p.l.adverb...))
}

// behindLight is the word behind a helper.
func (p *dateReader) behindLight(k int) int {
	for k++; p.isLightVerb(k); k++ {
	}
	return k
}
