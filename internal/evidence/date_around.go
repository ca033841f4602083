package evidence

import (
	"slices"
	"strings"

	"receipts/internal/edtf"
)

// What the words around a date make of it: an end of a period, a state at a day, or
// a doubt. A reading of a date uses every word of weight that stands with it: what
// is left over of those that the tables have ("two years" before "after 2020",
// "fiscal", "except on") makes another date of it, which is not read, and the words
// are marked for the author.

// edge is what words before a date make of it. Direct ones stand right before
// it: "avant le 5 novembre" is open, "avant le scrutin du 5 novembre" only says
// when the poll is. With "since" and "until" something lasts, whatever is said of
// how often: "every day until". A state at a day was so before it, but a rule that
// takes effect then is so from it on; "as of" a day to come is such a rule.
type edge struct{ until, since, not, direct, lasts, state bool }

// partBefore steps back over the part of a month or a year before token i, which is
// as precise as that: "the end of 2023".
func (p *parser) partBefore(i, last int) int {
	for {
		_, n := p.l.datePart.endingAt(p.ts, i)
		if n == 0 || i-n < last {
			return i
		}
		i -= n
	}
}

// aroundDate reads what the words around the tokens from start to end make of f, and
// returns the token with which they begin.
func (p *parser) aroundDate(f *FoundDate, start, end, last int, published edtf.Date) (from int) {
	l := p.l
	f.lead, f.tail = p.at(start).start, f.End
	f.lead = min(f.lead, f.Start)
	if f.Doubt != NoDoubt || p.doubtBehind(f, end) {
		return start
	}
	opens := start
	if f.printed {
		if _, k := p.opener(start); k >= last {
			opens = k
		}
	}
	for _, k := range []int{start, opens} { // "apart from" before "from" is read
		_, edge := l.edges.endingAt(p.ts, k)
		if d, n := l.dateBefore.endingAt(p.ts, k); n > edge && n > start-opens && k-n >= last {
			f.Doubt, f.lead, f.weight = d, p.at(k-n).start, span{p.at(k - n).start, p.at(k - 1).end}
			return start
		}
	}
	start = opens
	if from = p.period(f, start, last); f.Doubt != NoDoubt {
		return start
	} else if from < start {
		start, f.Start = from, p.at(from).start
		f.lead = f.Start
	}
	from, to, lasts := p.edge(f, start, last, published)
	if from == start && to == start {
		p.apposed(f, start, end, last)
	}
	if e, n := l.edgesBehind.at(p.ts, end); n > 0 {
		f.Until, f.Since, f.tail = e.until, e.since, p.at(end+n-1).end
	}
	if f.Doubt != NoDoubt || f.Date.IsZero() {
		return start
	}
	if f.Since && p.at(to-1).text == "from" {
		p.origin(f, from, end, published)
	}
	f.printed = f.printed && from == start
	if to < start && p.leftOver(f, start, to, false, false) || !f.through && p.leftOver(f, from, last, from < start, lasts) {
		return start
	}
	if !f.Relative && !f.through {
		if from, denied := p.dateDenial(start); denied && from >= last && !((f.Since || f.Until) && f.lead <= p.at(from).start) {
			f.Doubt, f.lead = Denied, min(f.lead, p.at(from).start)
		}
	}
	return from
}

// doubtBehind reports whether the words behind a date leave it in doubt.
func (p *parser) doubtBehind(f *FoundDate, end int) bool {
	l := p.l
	if _, n := l.edgesBehind.at(p.ts, end); n > 0 {
		return false
	}
	t, next := p.at(end), p.at(end+1)
	hung := strings.Contains("-–/", t.text) && t.text != "" && !t.spaced && !next.spaced && (next.kind != mark || slices.Contains(apostrophes[:], next.text))
	if t.text == "," || t.text == "(" {
		end++
	}
	_, n := l.dateBehind.at(p.ts, end)
	if f.twoYears && slices.Contains(l.fiscal, p.at(end).text) {
		n = 0
	}
	if n == 0 && !hung && t.text != "?" {
		return false
	}
	f.Doubt, f.tail = Unread, p.at(end+max(n, 1)-1).end
	f.weight = span{p.at(end).start, f.tail}
	return true
}

// leftOver reports whether a word of weight is left over before token i: right
// before it, or before the preposition that stands there. Of what lasts it does not
// matter how often it is.
func (p *parser) leftOver(f *FoundDate, i, last int, edged, lasts bool) bool {
	l := p.l
	doubt := func(k int, d Doubt) bool {
		f.Doubt, f.lead, f.weight = d, p.at(k).start, span{p.at(k).start, p.at(i - 1).end}
		return true
	}
	placed := false // a preposition has been read
	for back := 0; i > last && back < maxLeft; back++ {
		k := i - 1
		t := p.at(k)
		if d, n := l.dateBefore.endingAt(p.ts, i); n > 0 && i-n >= last {
			return doubt(i-n, d)
		}
		if _, day := l.weekdays[t.text]; day && edged { // "the Friday before"
			return doubt(k, Unread)
		}
		if _, n := l.dateEach.endingAt(p.ts, i); n > 0 && i-n >= last && !lasts {
			return doubt(i-n, Unread)
		}
		switch {
		case t.kind == mark:
			return (strings.Contains("~≈±<>≤≥/", t.text) || strings.Contains("-–", t.text) && !p.at(i).spaced) && doubt(k, Unread)
		case t.kind != word:
			return false
		case !placed && !lasts && l.dateNear[t.text] && !(f.printed && p.isWhole(k)) && !(f.twoYears && slices.Contains(l.fiscal, t.text)):
			if _, counted := p.count(k - 1); counted && k-1 >= last { // "two years"
				k--
			}
			return doubt(k, Unread)
		case hasAnySuffix(t.text, l.adverb...) && len(t.text) > 5 && t.is&isPlain == 0 && !t.upper && !slices.Contains(l.dateThrough, p.at(k-1).text) && !slices.Contains(l.datePlace, p.at(k-1).text):
			return doubt(k, Unread)
		case slices.Contains(l.datePlace, t.text):
			placed = !edged
		case slices.Contains(l.dateThrough, t.text) || f.twoYears && slices.Contains(l.fiscal, t.text):
		default:
			return false
		}
		i = k
	}
	return false
}

// isWhole reports whether the word at k is what a printed interval may be called:
// "the week of October 14 to 20", "the night from Thursday to Friday".
func (p *parser) isWhole(k int) bool {
	unit, ok := p.l.timeLengths[p.at(k).text]
	return slices.Contains(p.l.partOfDay, p.at(k).text) || ok && unit.months != 3 && unit.months != 6
}

// maxLeft bounds how far back words of weight are looked for.
const maxLeft = 6

// dateDenial returns the denial in whose clause a date stands: what did not happen
// on a day may have happened on another. The date of a noun is not denied with it:
// "pas un mot du scrutin du 5 novembre".
func (p *parser) dateDenial(start int) (from int, denied bool) {
	l := p.l
	if before := p.at(start - 1).text; slices.Contains(l.ofNoun, before) || !p.deniesBefore(start) {
		return 0, false
	}
	clause := p.clauseBefore(start)
	for n := 0; n < len(clause); n++ {
		k := clause[n]
		if slices.Contains(l.that, p.ts[k].text) {
			denied = false
		}
		if is, used := l.denials.at(p.ts, k); used > 0 {
			from, denied = k, is == negates || is == disowns
			for n+1 < len(clause) && clause[n+1] < k+used {
				n++
			}
		}
	}
	return from, denied
}

// edge looks for "until" and "since" up to four words before token start: "jusqu'au
// scrutin du 5 novembre". It returns the tokens that they are, and whether something
// lasts.
func (p *parser) edge(f *FoundDate, start, last int, published edtf.Date) (from, to int, lasts bool) {
	if e, n := p.l.edges.at(p.ts, start); n > 0 && e.since && e.lasts { // "depuis quatre ans"
		f.Since = true
	}
	for k := start; k > max(last, start-4); k-- {
		if e, n := p.l.edges.endingAt(p.ts, k); n > 0 && k-n >= last && (!(e.direct || e.state) || k == start) {
			if other, n2 := p.l.edges.endingAt(p.ts, k-n); e.state && n2 > 0 && k-n-n2 >= last { // "jusqu'" before "au"
				e, n = other, n+n2
			}
			if e.state {
				if !slices.Contains(p.l.sets, p.at(k-n-1).text) { // "reporté au"
					isAhead := !f.Date.IsZero() && f.Date.Earliest().Compare(published.Latest()) > 0
					f.onwards = isAhead && e.since || p.takesEffect(k-n, start)
					f.upTo = !isAhead && !f.onwards
				}
				return k - n, k, false
			}
			f.Until, f.Since = e.until, e.since
			if e.not {
				f.Doubt = Denied
			}
			f.lead, f.through = p.at(k-n).start, k < start-1
			return k - n, k, e.lasts
		}
		if p.at(k-1).kind == mark {
			break
		}
	}
	return start, start, false
}

// apposed reads an end that stands before a noun of which the date behind a comma says
// when it is: "until election day, November 5". If the clause goes on, the date may
// be of something else.
func (p *parser) apposed(f *FoundDate, start, end, last int) {
	k := start - 1
	if p.at(k).text == p.l.dayArticle {
		k--
	}
	if p.at(k).text != "," {
		return
	}
	for first := k - 1; first > max(last, k-maxLeft) && p.at(first).kind == word; first-- {
		e, n := p.l.edges.endingAt(p.ts, first)
		if n == 0 || !e.lasts || first-n < last {
			continue
		}
		f.lead = p.at(first - n).start
		if after := p.at(end); after.kind == mark && strings.Contains(",.;:)\n", after.text) {
			f.Until, f.Since = e.until, e.since
		} else {
			f.Doubt, f.weight = Unread, span{f.lead, p.at(start - 1).end}
		}
		return
	}
}

// origin reads "from" before a date, which begins a time behind a verb and tells
// where a thing is from behind a noun. If another date should follow ("from … to"),
// it has not been read.
func (p *parser) origin(f *FoundDate, from, end int, published edtf.Date) {
	k := end
	if p.at(k).text == "," {
		k++
	}
	t := p.at(from - 1)
	_, onwards := p.l.edgesBehind.at(p.ts, end)
	switch {
	case p.isJoiner(k, "from"):
		f.Doubt, f.tail = Unread, p.at(k).end
		f.weight = span{p.at(k).start, f.tail}
	case t.kind != word || t.is&(isVerb|isMoved|isFunction|isAuxiliary) != 0 || hasAnySuffix(t.text, p.l.pastForms...) || p.l.irregularPast[t.text]:
	case onwards > 0 || p.takesEffect(from, end) || !published.IsZero() && !f.Date.IsZero() && f.Date.Earliest().Compare(published.Latest()) > 0:
	default:
		f.Doubt, f.origin = Unread, true
		f.weight = span{p.at(from).start, p.at(from).end}
	}
}

// takesEffect reports whether a rule is said to hold near a date.
func (p *parser) takesEffect(from, to int) bool {
	for i := from - maxRemark; i < to+maxRemark; i++ {
		if p.l.takesEffect[p.at(i).text] {
			return true
		}
	}
	return false
}
