package content

import (
	"cmp"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/usstate"
	"receipts/internal/yamldoc"
)

// A StateCode is a USPS code of a state that exists.
type StateCode struct {
	Code  string
	Place diag.Place
}

var stateCode = yamldoc.Scalar("a state", func(r *yamldoc.Reader, w Words) (StateCode, bool) {
	if _, ok := usstate.ByCode(w.Text); ok {
		return StateCode{w.Text, w.Place}, true
	}
	if w.Text != "" {
		r.AddHint(diag.UnknownState, w.Place, `unknown state "`+w.Text+`"`, stateHint(w.Text))
	}
	return StateCode{}, false
}).Matching(statePattern)

// statePattern is the codes of the states.
var statePattern = `^(` + strings.Join(usstate.Codes(), "|") + `)$`

// stateHint says which state s is likely to mean: by its name, its code in small
// letters, or either misspelt.
func stateHint(s string) string {
	if st, ok := usstate.ByName(s); ok {
		return `write its USPS code, "` + st.Code + `"`
	}
	if _, ok := usstate.ByCode(strings.ToUpper(s)); ok {
		return `write "` + strings.ToUpper(s) + `"`
	}
	if len(s) > 2 {
		var slugs []string
		for _, st := range usstate.All() {
			slugs = append(slugs, st.Slug)
		}
		if st, ok := usstate.BySlug(diag.Nearest(strings.ReplaceAll(s, " ", "-"), slugs)); ok {
			return `did you mean "` + st.Code + `" (` + st.Name + `)?`
		}
	}
	return cmp.Or(diag.DidYouMean(s, usstate.Codes()), `states are written as USPS codes, such as "PA"`)
}
