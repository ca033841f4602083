package proof

import (
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/site"
	"receipts/internal/total"
)

// A moneyWord is what the quote of an amount says that money may be.
type moneyWord struct {
	of                    *content.Report
	holds, backs, opposes string // the words for it, or ""
}

// moneyWordsIn lists the amounts of a page whose quotes say more of the money than
// that it was paid. Whether that matters depends on the flows of the site.
func moneyWordsIn(a *content.Article) (out []moneyWord) {
	lang := a.Source.Language
	for i := range a.Amounts {
		r := &a.Amounts[i].Report
		w := moneyWord{r, evidence.Holding(lang, r.Quote.Text), evidence.Backs(lang, r.Quote.Text), evidence.Opposes(lang, r.Quote.Text)}
		if w != (moneyWord{of: r}) {
			out = append(out, w)
		}
	}
	return out
}

// moneyWord is what the quote of r says that its money may be.
func (p *Proof) moneyWord(r *site.Report) moneyWord {
	for _, w := range p.read(r.Article.Page).money {
		if w.of == r.Report {
			return w
		}
	}
	return moneyWord{}
}

// checkHolding warns of a payment whose quote tells of what somebody has or owes on
// a day. What is all that was paid until a day has a period with an open start.
func (p *Proof) checkHolding(r *site.Report) (diags diag.List) {
	words := p.moneyWord(r).holds
	if words == "" || r.Amount == nil || !r.Amount.Quantity.IsMoney() || r.Amount.Period.OpenStart() || isRead(r, words) {
		return nil
	}
	switch p.Site.KindOf(r) {
	case total.Payment, total.Spending, "":
	default:
		return nil
	}
	until := "2024-06-30"
	if d := r.Amount.Period; d.IsSet() && !d.IsInterval() && d.Precision() == edtf.PrecisionDay {
		until = d.String()
	}
	diags.AddHint(diag.StateAsPayment, r.Amount.Flow.Place,
		`the quote says “`+words+`”: what somebody has or owes on a day is no payment`,
		`give it a flow of the kind "state"; or "date: ../`+until+`" if it is all that was paid until then; or, if it is neither, "quote_read: [`+words+`]"`)
	return diags
}

// checkSideGiven warns of spending whose quote says that it is for or against
// somebody, where the report gives neither.
func (p *Proof) checkSideGiven(r *site.Report) (diags diag.List) {
	said := p.moneyWord(r)
	key, words := "against", said.opposes
	if words == "" {
		key, words = "for", said.backs
	}
	if words == "" || p.Site.KindOf(r) != total.Spending || len(r.Amount.For)+len(r.Amount.Against) > 0 || isRead(r, words) {
		return nil
	}
	diags.AddHint(diag.SideNotGiven, r.Amount.Flow.Place, `the quote says “`+words+`”, and the report does not give whom it is spent `+key,
		`add "`+key+`:"; or, if the words are of something else, "quote_read: [`+words+`]"`)
	return diags
}

// isRead reports whether the author says that words of the quote change nothing.
func isRead(r *site.Report, words string) bool {
	return slices.ContainsFunc(r.Read, func(w content.Words) bool { return strings.EqualFold(w.Text, words) })
}
