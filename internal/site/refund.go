package site

import (
	"math"
	"slices"

	"receipts/internal/amount"
	"receipts/internal/diag"
)

// A report of money may say with "refunds" that it gives back money of another fact.
// Totals take it off (package total); here the two are joined.

// linkRefunds finds what is given back.
func (l *linker) linkRefunds() {
	for _, f := range l.Facts {
		for _, r := range f.Reports {
			if r.Amount == nil || !r.Amount.Refunds.IsGiven() {
				continue
			}
			id := r.Amount.Refunds
			gift := l.fact(id.Text, id.Place)
			switch {
			case gift == nil:
			case gift.Type != Money:
				l.wrongKindOfFact(gift, id.Place, "an amount of money")
			case gift == f:
				l.diags.AddHint(diag.RefundOfRefund, id.Place, `"`+f.ID+`" cannot give back itself`, "name the fact that the money was given in")
			default:
				r.Refunds = gift
				if r.ReplacedBy == nil && !slices.Contains(f.Refunds, gift) {
					f.Refunds = append(f.Refunds, gift)
				}
			}
		}
	}
	for _, f := range l.Facts {
		for _, gift := range f.Refunds {
			switch back := f.refundOf(gift); {
			case len(gift.Refunds) > 0:
				l.diags.AddHint(diag.RefundOfRefund, back.Amount.Refunds.Place, `"`+gift.ID+`" is a refund itself`, `name what that one gives back, such as "`+gift.Refunds[0].ID+`"`)
			case back.goesAs(gift):
				l.diags = append(l.diags, diag.Diagnostic{
					Code: diag.RefundForth, Place: back.Amount.Refunds.Place, Message: `it goes the same way as "` + gift.ID + `", so it gives nothing back`,
					Hint:    "a refund is paid by those who got the gift: mend from and to, or leave out refunds",
					Related: []diag.Related{{Place: gift.First().Links.Fact.Place, Note: "this was given"}},
				})
			default:
				gift.RefundedBy = append(gift.RefundedBy, f)
			}
		}
	}
	for _, f := range l.Facts {
		if len(f.RefundedBy) > 0 {
			l.checkRefunds(f)
		}
	}
}

// goesAs reports whether r is paid by who paid gift, or to who was paid it, by what
// some report of gift says, and not the other way round as well.
func (r *Report) goesAs(gift *Fact) bool {
	in := func(parties []Party) func(string) bool {
		return func(id string) bool { return slices.Contains(identified(parties), id) }
	}
	return slices.ContainsFunc(gift.Standing(), func(g *Report) bool {
		forth := slices.ContainsFunc(identified(r.From), in(g.From)) || slices.ContainsFunc(identified(r.To), in(g.To))
		back := slices.ContainsFunc(identified(r.From), in(g.To)) || slices.ContainsFunc(identified(r.To), in(g.From))
		return forth && !back
	})
}

// checkRefunds refuses refunds of f that surely come to more than it can be. Those that
// are part of another one are in there. What readings of several times come to is not
// known.
func (l *linker) checkRefunds(f *Fact) {
	if f.Readings() != nil {
		return
	}
	var unit string
	most := int64(-1)
	for _, r := range f.Standing() {
		q := r.figure()
		if q.IsZero() {
			return
		}
		_, m := q.Possible()
		unit, most = q.Measure(), max(most, m)
	}
	var sum int64
	for _, refund := range f.RefundedBy {
		least, known := int64(math.MaxInt64), false
		for _, r := range refund.Standing() {
			if q := r.figure(); !q.IsZero() && q.Measure() == unit {
				n, _ := q.Possible()
				least, known = min(least, n), true
			}
		}
		if !known || refund.PartOf != nil {
			continue
		}
		if sum += least; sum > most {
			d := diag.Diagnostic{
				Code: diag.RefundExceeds, Place: refund.refundOf(f).Amount.Refunds.Place, Message: `more is given back than "` + f.ID + `" is`,
				Hint:    "read both sources again, and mend the figure that is wrong, or refunds",
				Related: []diag.Related{{Place: f.First().Links.Fact.Place, Note: "this was given"}},
			}
			if least <= most {
				d.Message = `all that is given back comes to more than "` + f.ID + `" is`
			}
			l.diags = append(l.diags, d)
			return
		}
	}
}

// figure is the sum of money that r gives; zero if it gives none.
func (r *Report) figure() (q amount.Quantity) {
	if r.Amount == nil || r.Amount.Quantity.IsUnquantified() || r.Amount.Quantity.Basis() != "" {
		return q
	}
	return r.Amount.Quantity.Quantity
}

// refundOf is the report of f that says first that it gives back gift.
func (f *Fact) refundOf(gift *Fact) *Report {
	i := slices.IndexFunc(f.Reports, func(r *Report) bool { return r.Refunds == gift && r.ReplacedBy == nil })
	return f.Reports[i]
}

// wrongKindOfFact reports a fact that is not of the type that is wanted.
func (l *linker) wrongKindOfFact(f *Fact, at diag.Place, want string) {
	l.diags.AddHint(diag.WrongKindOfID, at, `"`+f.ID+`" is `+f.Type.withArticle()+", not "+want, "")
}
