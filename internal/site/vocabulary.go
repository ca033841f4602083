package site

import (
	"cmp"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/total"
)

// checkWords reports words that the vocabularies of site.yaml do not have.
func (s *Site) checkWords() (diags diag.List) {
	check := func(v content.Vocabulary, what string, w content.Words, hint func(meant, all string) string) {
		if _, ok := v.Label(w.Text); !ok && w.Text != "" && !s.Config.Unread {
			diags.AddHint(diag.UnknownWord, w.Place, `unknown `+what+` "`+w.Text+`"`,
				hint(diag.DidYouMean(w.Text, v.IDs()), "the words are "+strings.Join(v.IDs(), ", ")))
		}
	}
	// The nearest flow may be another kind of payment.
	both := func(meant, all string) string { return strings.TrimSpace(meant + " " + all) }
	nearest := func(meant, all string) string { return cmp.Or(meant, all) }
	for _, a := range s.Articles {
		for i := range a.Front.Amounts {
			m := &a.Front.Amounts[i]
			check(s.Config.Flows, "flow", m.Flow, both)
			switch kind := total.Kind(s.Config.Flows.Kind(m.Flow.Text)); kind {
			case total.State:
				diags = append(append(diags, checkDay(m)...), checkNothingPaid(m, kind)...)
			case total.Price, total.Limit:
				diags = append(diags, checkNothingPaid(m, kind)...)
			}
		}
	}
	for _, o := range s.Organizations {
		check(s.Config.OrgKinds, "kind of organization", o.Front.Kind, nearest)
	}
	return diags
}

// checkNothingPaid refuses what only money that goes from one to another has.
func checkNothingPaid(m *content.Amount, kind total.Kind) (diags diag.List) {
	for _, key := range m.KeysOfPayments() {
		diags.AddHint(diag.NothingPaid, key.Place, `"`+m.Flow.Text+`" is a `+string(kind)+`, which has no "`+key.Text+`": nothing is paid`,
			`leave out "`+key.Text+`"; or, if it was paid, give it the flow of a payment`)
	}
	return diags
}

// checkDay refuses what is there or owed without the day on which it is.
func checkDay(m *content.Amount) (diags diag.List) {
	at, hint := m.Flow.Place, `add "date:" with the day, such as 2024-06-30`
	switch d := m.Period; {
	case d.IsSet() && !d.IsInterval() && d.Precision() == edtf.PrecisionDay:
		return nil
	case d.IsGiven() && !d.IsSet():
		return nil // reported where it is read
	case d.IsGiven():
		at, hint = d.Place, "write the day, such as 2024-06-30; what was paid until a day is no state"
	}
	diags.AddHint(diag.StateWithoutDay, at, `"`+m.Flow.Text+`" is a state, which needs the day on which it was so`, hint)
	return diags
}
