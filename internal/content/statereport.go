package content

import (
	"slices"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A StateReport is what an article says of one state.
type StateReport struct {
	Report
	State StateCode
}

// stateKeys are the keys after the first.
var stateKeys = yamldoc.Object("a state's report", slices.DeleteFunc(reportKeys(yamldoc.Required), func(k yamldoc.Field[Report]) bool { return k.Name == "says" }))

// stateReport is "- MI: what is said of it", with its quote: the first key is the
// state, and its value is what other reports have under "says".
var stateReport = yamldoc.Custom(
	&yamldoc.Form{What: stateKeys.What, Keys: stateKeys.Keys, Values: inline.Form, Names: statePattern},
	func(r *yamldoc.Reader, s *StateReport, n yamldoc.Node) bool {
		name, says, others, ok := r.CutFirst(n)
		if !ok {
			r.AddHint(diag.WrongType, r.Place(n), "what an article says of a state is written as keys with values", `write "- MI: one sentence", then quote, translation and at below`)
			return true
		}
		stateCode.Read(r, &s.State, name)
		inline.Read(r, &s.Says, says)
		stateKeys.Read(r, &s.Report, others)
		finishReport(r, &s.Report, n)
		return true
	}).TranslatedBy(func(r *yamldoc.Reader, s *StateReport, n yamldoc.Node) {
	if _, says, others, ok := r.CutFirst(n); ok {
		inline.Translate(r, &s.Says, says)
		stateKeys.Translate(r, &s.Report, others)
	}
}).NamedBy(func(r *yamldoc.Reader, s *StateReport, n yamldoc.Node) bool {
	name, _, _, ok := r.CutFirst(n)
	return ok && name.Text() == s.State.Code
})
