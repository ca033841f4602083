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
// Next to a figure everything has to be understood, and what is not leaves it in
// doubt (beside.go). Farther away only a denial counts whose verb the figure
// belongs to (denial.go): a sentence says much else of which nothing is known.

// Doubt says why a figure or a date is not what the text says, although it
// stands in it word for word.
type Doubt uint8

const (
	NoDoubt Doubt = iota
	Denied
	Computed       // another one is made of it: "la moitié des 75 millions"
	TwiceQualified // front matter has one qualifier: "environ 75 millions, voire plus"
	OtherWeekday   // "mardi 9 octobre 2024" was a Wednesday
	EitherDay      // "8/10/2024" in English
	Unread         // what stands next to it is not understood: "an estimated"
)

var doubtWords = [...]string{
	NoDoubt: "", Denied: "which denies it", Computed: "which makes another figure of it", TwiceQualified: "which qualifies it twice",
	OtherWeekday: "which was another day of the week", EitherDay: "which may be either of two days",
	Unread: "where what stands next to it is not understood",
}

// String says of the words of a text what they do.
func (d Doubt) String() string { return doubtWords[d] }

// opposite is what remains of a qualifier that is denied.
var opposite = map[amount.Qualifier]amount.Qualifier{
	amount.MoreThan: amount.UpTo, amount.ALittleOver: amount.UpTo, amount.LessThan: amount.AtLeast, amount.AtLeast: amount.LessThan,
}

// doubt reads what stands around f, which is the tokens from first to next.
func (p *parser) doubt(f *foundAt, first, next int) {
	l := p.l
	if doubt, n := l.before.endingAt(p.ts, first); doubt == Computed || doubt == Denied && !(n == 1 && p.isBound(f)) {
		f.Doubt, f.lead = doubt, p.at(first-n).start
		return
	} else if n == 0 {
		if _, n := l.qualifiers.endingAt(p.ts, first); n > 0 { // "jusqu'à plus de 75 millions"
			f.Doubt, f.lead = TwiceQualified, p.at(first-n).start
			return
		}
	}
	if doubt, n := l.after.at(p.ts, next); doubt == Computed {
		f.Doubt, f.tail = doubt, p.at(next+n-1).end
		return
	}
	if from, ok := p.multiplied(f, first); ok {
		f.Doubt, f.lead = Computed, p.at(from).start
		return
	}
	if end, ok := p.deniedBehind(next); ok {
		f.Doubt, f.tail = Denied, p.at(end-1).end
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

// isBound reports whether a denial makes another bound of f's qualifier.
func (p *parser) isBound(f *foundAt) bool {
	_, ok := opposite[f.Qualifier]
	return ok
}

// multiplied reports whether a sum of money is that of each of several: "two
// cheques of $75 million", "ils ont chacun donné 75 millions".
func (p *parser) multiplied(f *foundAt, first int) (from int, ok bool) {
	if !f.IsMoney() {
		return 0, false
	}
	for k := first - 1; k >= first-2; k-- {
		if slices.Contains(p.l.apiece, p.at(k).text) {
			return k, true
		}
	}
	if !slices.Contains(p.l.of, p.at(first-1).text) {
		return 0, false
	}
	for k := first - 2; k >= max(1, first-3) && p.isNounWord(k); k-- { // "deux gros chèques de"
		t := p.at(k - 1)
		n, used := p.l.cardinal(p.ts, k-1)
		if t.kind == number && t.value != "1" && !t.dated || t.kind == word && used == 1 && n > 1 {
			return k - 1, true
		}
	}
	return 0, false
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
