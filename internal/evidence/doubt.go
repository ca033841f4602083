package evidence

import "receipts/internal/amount"

// What the words around a figure make of it. A bound is read, with what denies
// it: "n'a pas dépassé les 75 millions" is up to 75 million. Where the figure is
// not what the text speaks of in the end ("le double de 75 millions", "did not
// pay 75 million") it is in doubt, and carries nothing.
//
// In a quote all words of weight have to be understood as well (weigh.go).

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
	UnclearDay     // "on Monday", which may be before the day of publication or behind it
	Unread         // what stands around it is not understood: "outspent Doe by"
)

var doubtWords = [...]string{
	NoDoubt: "", Denied: "which denies it", Computed: "which makes another figure of it", TwiceQualified: "which qualifies it twice",
	OtherWeekday: "which was another day of the week", EitherDay: "which may be either of two days",
	UnclearDay: "which may be before the day of publication or after it",
	Unread:     "where what stands next to it is not understood",
}

// String says of the words of a text what they do.
func (d Doubt) String() string { return doubtWords[d] }

// opposite is what remains of a qualifier that is denied.
var opposite = map[amount.Qualifier]amount.Qualifier{
	amount.MoreThan: amount.UpTo, amount.ALittleOver: amount.UpTo, amount.LessThan: amount.AtLeast, amount.AtLeast: amount.LessThan,
}

// doubt reads what stands around f.
func (r *reader) doubt(f *foundAt) {
	if f.Doubt != NoDoubt {
		return
	}
	l, first := r.l, f.first
	_, bound := opposite[f.Qualifier]
	if doubt, n := l.before.endingAt(r.ts, first); doubt == Computed || doubt == Denied && !(n == 1 && bound) {
		f.Doubt, f.lead = doubt, r.at(first-n).start
		return
	} else if n == 0 {
		if _, n := l.qualifiers.endingAt(r.ts, first); n > 0 && !r.isParticle(first-n) { // "jusqu'à plus de 75 millions"
			f.Doubt, f.lead = TwiceQualified, r.at(first-n).start
			return
		}
	}
	if doubt, n := l.after.at(r.ts, f.next); doubt == Computed {
		f.Doubt, f.tail = doubt, r.at(f.next+n-1).end
		return
	}
	if end, ok := r.deniedBehind(f.next); ok {
		f.Doubt, f.tail = Denied, r.at(end-1).end
		return
	}
	r.denied(f)
}

// denied reads a denial before f, which may make another bound of its qualifier.
func (r *reader) denied(f *foundAt) {
	from, denied := r.denial(f.first)
	if !denied || r.at(f.first-1).is&isLasting != 0 && r.isTime(f.Noun) {
		return
	}
	f.lead = r.at(from).start
	if q, ok := opposite[f.Qualifier]; ok {
		f.Qualifier = q
	} else if _, n := r.l.reaching.endingAt(r.ts, f.first); n > 0 && f.Qualifier == amount.Plain {
		f.Qualifier = amount.LessThan
	} else {
		f.Doubt = Denied
	}
}

// isTime reports whether a noun as written begins with a unit of time.
func (p *tokens) isTime(noun string) bool {
	for i, c := range noun {
		if c == ' ' {
			noun = noun[:i]
			break
		}
	}
	return p.l.times[noun]
}
