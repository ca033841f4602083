package content

import (
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
	"receipts/internal/usstate"
)

// A StateCode is a USPS code of a state that exists.
type StateCode struct {
	Code  string
	Place diag.Place
}

func (r *reader) stateCode(n *yaml.Node) (StateCode, bool) {
	w := r.words(n)
	if _, ok := usstate.ByCode(w.Text); ok {
		return StateCode{w.Text, w.Place}, true
	}
	if w.Text != "" {
		r.diags.AddHint(diag.UnknownState, w.Place, `unknown state "`+w.Text+`"`, stateHint(w.Text))
	}
	return StateCode{}, false
}

func stateHint(s string) string {
	if st, ok := usstate.ByName(s); ok {
		return `write its USPS code, "` + st.Code + `"`
	}
	if _, ok := usstate.ByCode(strings.ToUpper(s)); ok {
		return `write "` + strings.ToUpper(s) + `"`
	}
	if hint := diag.DidYouMean(s, usstate.Codes()); hint != "" {
		return hint
	}
	return `states are written as USPS codes, such as "PA"`
}

func (r *reader) stateCodes(n *yaml.Node) []StateCode {
	var out []StateCode
	r.list(n, func(item *yaml.Node) {
		if s, ok := r.stateCode(item); ok {
			out = append(out, s)
		}
	})
	return out
}
