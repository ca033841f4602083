package evidence

import (
	"slices"

	"receipts/internal/amount"
)

// What the words around a figure make of it. A bound is read, with what denies
// it: "n'a pas dépassé les 75 millions" is up to 75 million. Where the figure is
// not what the text speaks of in the end ("le double de 75 millions", "did not
// pay 75 million") it is in doubt, and carries nothing.
//
// A denial reaches the figures behind it in its clause, as far as [farDenial],
// and one that follows right behind it. It does not reach a time that something
// lasts: who has not paid for four years has not done so for four years.

// Doubt says why a figure or a date is not what the text says, although it
// stands in it word for word.
type Doubt int

const (
	NoDoubt Doubt = iota
	Denied
	Computed       // another one is made of it: "la moitié des 75 millions"
	TwiceQualified // front matter has one qualifier: "environ 75 millions, voire plus"
	OtherWeekday   // "mardi 9 octobre 2024" was a Wednesday
	EitherDay      // "8/10/2024" in English
)

var doubtWords = [...]string{
	NoDoubt: "", Denied: "which denies it", Computed: "which makes another figure of it", TwiceQualified: "which qualifies it twice",
	OtherWeekday: "which was another day of the week", EitherDay: "which may be either of two days",
}

// String says of the words of a text what they do.
func (d Doubt) String() string { return doubtWords[d] }

// farDenial is how many words a denial may stand before what it denies.
const farDenial = 8

// opposite is what remains of a qualifier that is denied.
var opposite = map[amount.Qualifier]amount.Qualifier{
	amount.MoreThan: amount.UpTo, amount.ALittleOver: amount.UpTo, amount.LessThan: amount.AtLeast, amount.AtLeast: amount.LessThan,
}

// doubt reads what stands around f, which is the tokens from first to next.
func (p *parser) doubt(f *Found, first, next int) {
	l := p.l
	if doubt, n := l.before.endingAt(p.ts, first); doubt != NoDoubt {
		f.Doubt, f.lead = doubt, p.at(first-n).start
		return
	}
	if _, n := l.qualifiers.endingAt(p.ts, first); n > 0 { // "jusqu'à plus de 75 millions"
		f.Doubt, f.lead = TwiceQualified, p.at(first-n).start
		return
	}
	if _, n := l.denialsBehind.at(p.ts, next); n > 0 {
		f.Doubt = Denied
		return
	}
	from, denied := p.denial(first)
	if !denied || slices.Contains(l.lasting, p.at(first-1).text) && p.isTime(f.Noun) {
		return
	}
	f.lead = p.at(from).start
	if q, ok := opposite[f.Qualifier]; ok {
		f.Qualifier = q
	} else if _, n := l.reaching.endingAt(p.ts, first); n > 0 && f.Qualifier == amount.Plain {
		f.Qualifier = amount.LessThan
	} else {
		f.Doubt = Denied
	}
}

// denial returns the token with which a denial begins that reaches token i.
func (p *parser) denial(i int) (from int, denied bool) {
	k := i
	for k > max(0, i-farDenial) {
		if t := p.at(k - 1); t.kind == mark && t.text != "-" || slices.Contains(p.l.clauses, t.text) {
			break
		}
		k--
	}
	for k < i {
		is, n := p.l.denials.at(p.ts, k)
		if n > 0 {
			from, denied = k, is
		}
		k += max(n, 1)
	}
	return from, denied
}

// isTime reports whether a noun as written begins with a unit of time.
func (p *parser) isTime(noun string) bool {
	first := noun
	for i, r := range noun {
		if r == ' ' {
			first = noun[:i]
			break
		}
	}
	return slices.Contains(p.l.times, first)
}
