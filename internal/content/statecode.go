package content

import (
	"cmp"
	"regexp"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/region"
	"receipts/internal/yamldoc"
)

// A StateCode is the code of a region that the site has.
type StateCode struct {
	Code  string
	Place diag.Place
}

var stateCode = yamldoc.Scalar("a state", func(r *yamldoc.Reader, w Words) (StateCode, bool) {
	all, _ := r.Given().(*region.Set)
	known := all == nil && isRegionCode.MatchString(w.Text)
	if all != nil {
		_, known = all.ByCode(w.Text)
	}
	switch {
	case known:
		return StateCode{w.Text, w.Place}, true
	case w.Text == "", all == region.Unread:
	case all != nil && all.Len() == 0:
		r.AddHint(diag.NoRegions, w.Place, `the site has no regions, and this is "`+w.Text+`"`, "take it out, or say in "+ConfigPath+" which regions there are")
	default:
		r.AddHint(diag.UnknownState, w.Place, `unknown state "`+w.Text+`"`, stateHint(all, w.Text))
	}
	return StateCode{}, false
}).Matching(statePattern)

// statePattern is what codes of regions look like.
const statePattern = `^[A-Z0-9]+(-[A-Z0-9]+)*$`

var isRegionCode = regexp.MustCompile(statePattern)

// stateHint says which region s is likely to mean: by its name, its code in small
// letters, or either misspelt.
func stateHint(all *region.Set, s string) string {
	what := "code"
	if all == region.USStates {
		what = "USPS code"
	}
	if all == nil {
		return "codes are capital letters and digits, such as PA or 75"
	}
	if st, ok := all.ByName(s); ok {
		return "write its " + what + `, "` + st.Code + `"`
	}
	if _, ok := all.ByCode(strings.ToUpper(s)); ok {
		return `write "` + strings.ToUpper(s) + `"`
	}
	if len(s) > 2 {
		var slugs []string
		for _, st := range all.All() {
			slugs = append(slugs, st.Slug)
		}
		if st, ok := all.BySlug(diag.Nearest(strings.ReplaceAll(s, " ", "-"), slugs)); ok {
			return `did you mean "` + st.Code + `" (` + st.Name + `)?`
		}
	}
	such := "PA"
	if all != region.USStates {
		such = all.Codes()[0]
	}
	return cmp.Or(diag.DidYouMean(s, all.Codes()), "states are written as "+what+`s, such as "`+such+`"`)
}
