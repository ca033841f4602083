package site

import (
	"cmp"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
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
			check(s.Config.Flows, "flow", a.Front.Amounts[i].Flow, both)
		}
	}
	for _, o := range s.Organizations {
		check(s.Config.OrgKinds, "kind of organization", o.Front.Kind, nearest)
	}
	return diags
}
