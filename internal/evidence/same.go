package evidence

import (
	"slices"
	"strings"

	"receipts/internal/amount"
)

// What it means that a figure says the same as what is stated.

// SameNumber reports whether f has the number of q, or its vague form: "des
// dizaines" are dozens in English as often as tens, but dozens are dozens.
func SameNumber(q amount.Quantity, f Found) bool {
	if q.Kind() != f.Kind {
		return false
	}
	if q.Kind() == amount.Vague {
		form := q.VagueForm()
		return form == f.Vague || strings.ReplaceAll(form, "dozens", "tens") == f.Vague
	}
	return q.Decimal(q.Lo()) == f.Lo && q.Decimal(q.Hi()) == f.Hi
}

func (s *readPassage) sameUnit(q amount.Quantity, f *foundAt, e Quote) bool {
	switch {
	case !q.IsMoney():
		return !f.IsMoney()
	case f.IsMoney():
		return f.Currency == q.Unit()
	case f.Noun != "":
		return false
	}
	// "le million": the currency may stand in a further quote, with the same
	// number or with none ("des millions de dollars"), not with any other.
	return slices.ContainsFunc(e.More, func(more Quote) bool {
		return slices.ContainsFunc(more.Figures(), func(g Found) bool {
			return g.Currency == q.Unit() && (g.Kind == amount.Vague || SameNumber(q, g))
		})
	})
}

func samePrices(q amount.Quantity, f *foundAt, e Quote) bool {
	if q.Prices() == f.Prices || f.Prices != amount.Nominal {
		return q.Prices() == f.Prices
	}
	return slices.ContainsFunc(e.More, func(more Quote) bool { return more.isAt(q.Prices()) })
}

// isAt reports whether a further quote has words for some prices: "all figures are in
// 2024 dollars".
func (e Quote) isAt(prices amount.Prices) bool {
	l := languageOf(e.Lang)
	if l == nil {
		return false
	}
	r := newReader(l, e.Text)
	defer r.done()
	return slices.ContainsFunc(r.pricings, func(words pricing) bool { return words.Prices == prices })
}

func (s *readPassage) sameBasis(q amount.Quantity, f *foundAt, e Quote) bool {
	switch {
	case q.Basis() == f.Basis:
		// A sum of money in a sentence with "chaque jour" is a rate, wherever in
		// it the words stand; a count may well not be.
		return q.Basis() != "" || !f.IsMoney() || len(s.basesOf(f)) == 0
	case q.Basis() == "" || isTime(f.Basis):
		return false
	case !isTime(q.Basis()):
		return true // unnamed looks for it
	}
	if f.Basis == "" && f.IsMoney() && slices.Contains(s.basesOf(f), q.Basis()) {
		return true
	}
	return slices.ContainsFunc(e.More, func(more Quote) bool { return more.isFor(q.Basis()) })
}

// isFor reports whether a further quote has a figure for a unit of time, or says
// nothing but that: "chaque jour".
func (e Quote) isFor(basis string) bool {
	l := languageOf(e.Lang)
	if l == nil {
		return false
	}
	r := newReader(l, e.Text)
	defer r.done()
	if b, n := l.bases.at(r.ts, 0); n == len(r.ts) {
		return b == basis
	}
	r.markDates()
	return slices.ContainsFunc(r.quantities(false), func(g foundAt) bool { return g.Basis == basis })
}

// maxSentence is how far from a figure its sentence is looked at.
const maxSentence = 48

// clause returns the tokens around f that are of its clause. A comma ends none,
// unless a word behind it begins another.
func (r *reader) clause(f *foundAt) (from, to int) {
	for from = f.first; from > max(0, f.first-maxSentence) && !r.beginsClause(from-1); from-- {
	}
	for to = f.next; to < min(len(r.ts), f.next+maxSentence) && !r.beginsClause(to); to++ {
	}
	return from, to
}

// beginsClause reports whether a clause ends at token i, or another begins. "et
// d'Arizona" goes on with the same.
func (p *tokens) beginsClause(i int) bool {
	t, next := p.at(i), p.at(i+1)
	switch {
	case t.kind == mark:
		return t.text == "\n" || strings.Contains(".;:!?", t.text)
	case t.kind != word || !slices.Contains(p.l.clauses, t.text):
		return false
	}
	goesOn := next.upper || next.kind == number || next.is&isArticle != 0 || slices.Contains(p.l.of, next.text)
	return !(goesOn && slices.Contains(p.l.and, t.text))
}

// basesOf returns the units of time that stand in the clause of f, but for those
// of other figures.
func (r *reader) basesOf(f *foundAt) []string {
	var found []string
	from, to := r.clause(f)
	for i := from; i < to; i++ {
		b, n := r.baseAt(i)
		if n > 0 && !slices.ContainsFunc(r.all, func(g foundAt) bool { return g.first != f.first && g.first <= i && i < g.next }) {
			found = append(found, b)
		}
	}
	return found
}
