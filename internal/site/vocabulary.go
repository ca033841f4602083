package site

import (
	"cmp"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// checkWords reports words that the vocabularies of site.yaml do not have.
func (s *Site) checkWords() (diags diag.List) {
	check := func(v content.Vocabulary, what string, w content.Words) {
		if _, ok := v.Label(w.Text); !ok && w.Text != "" {
			diags.AddHint(diag.UnknownWord, w.Place, `unknown `+what+` "`+w.Text+`"`,
				cmp.Or(diag.DidYouMean(w.Text, v.IDs()), "the words are "+strings.Join(v.IDs(), ", ")))
		}
	}
	for _, a := range s.Articles {
		for i := range a.Front.Amounts {
			check(s.Config.Flows, "flow", a.Front.Amounts[i].Flow)
		}
	}
	for _, o := range s.Organizations {
		check(s.Config.OrgKinds, "kind of organization", o.Front.Kind)
	}
	return diags
}
