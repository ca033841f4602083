package evidence

import (
	"cmp"
	"slices"
	"strings"
)

// What the words around a date make of it: an end of a period, or a doubt. It is
// doubt.go for dates, with a denial of whatever is said to have been on them.

// edge is what words before a date make of it. Direct ones stand right before
// it: "avant le 5 novembre" is open, "avant le scrutin du 5 novembre" only says
// when the poll is.
type edge struct{ until, since, not, direct bool }

// aroundDate reads what the words around a date make of it.
func (p *parser) aroundDate(f *FoundDate, start, end, last int) {
	f.lead, f.tail = f.Start, f.End
	if p.besideDate(f, start, end, last); f.Doubt != NoDoubt {
		return
	}
	p.edge(f, start, last)
	if e, n := p.l.edgesBehind.at(p.ts, end); n > 0 {
		f.Until, f.Since, f.tail = e.until, e.since, p.at(end+n-1).end
	}
	if f.Doubt == NoDoubt && !f.Relative && !f.through {
		if from, denied := p.dateDenial(start); denied && from >= last && !(f.Since && f.lead <= p.at(from).start) {
			f.Doubt, f.lead = Denied, min(f.lead, p.at(from).start)
		}
	}
}

// besideDate is [parser.beside] for dates.
func (p *parser) besideDate(f *FoundDate, start, end, last int) {
	l := p.l
	if doubt, n := l.dateBefore.endingAt(p.ts, start); n > 0 && start-n >= last {
		f.Doubt, f.lead = cmp.Or(f.Doubt, doubt), p.at(start-n).start
		return
	}
	k := start - 1
	for k >= last && slices.Contains(l.dateLead, p.at(k).text) {
		k--
	}
	if t := p.at(k); k >= last && (t.kind == mark && strings.Contains("~≈±<>≤≥", t.text) ||
		t.kind == word && hasAnySuffix(t.text, l.adverb) && len(t.text) > 5 && t.is&isPlain == 0 && !t.upper) {
		f.Doubt, f.lead = cmp.Or(f.Doubt, Unread), t.start
		return
	}
	if _, n := l.edgesBehind.at(p.ts, end); n > 0 {
		return
	}
	t, next := p.at(end), p.at(end+1)
	hung := t.text == "-" && !t.spaced && !next.spaced && next.kind == word
	if t.text == "," || t.text == "(" {
		end++
	}
	if _, n := l.dateBehind.at(p.ts, end); n > 0 || hung || t.text == "?" {
		f.Doubt, f.tail = cmp.Or(f.Doubt, Unread), p.at(end+max(n, 1)-1).end
	}
}

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

// edge looks for "until" and "since" up to four words before a date:
// "jusqu'au scrutin du 5 novembre".
func (p *parser) edge(f *FoundDate, start, last int) {
	if e, n := p.l.edges.at(p.ts, start); n > 0 && e.since { // "depuis quatre ans"
		f.Since = true
	}
	for k := start; k > max(last, start-4); k-- {
		if e, n := p.l.edges.endingAt(p.ts, k); n > 0 && k-n >= last && (!e.direct || k == start) {
			f.Until, f.Since = e.until, e.since
			if e.not {
				f.Doubt = Denied
			}
			f.lead, f.through = p.at(k-n).start, k < start-1
			return
		}
		if p.at(k-1).kind == mark {
			return
		}
	}
}
