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
		if _, ok := v.Label(w.Text); !ok && w.Text != "" {
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
			if s.Config.Flows.Kind(m.Flow.Text) == string(total.State) {
				diags = append(diags, checkDay(m)...)
			}
		}
	}
	for _, o := range s.Organizations {
		check(s.Config.OrgKinds, "kind of organization", o.Front.Kind, nearest)
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
