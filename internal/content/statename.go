package content

import (
	"slices"

	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/usstate"
)

// States agree with the quotes. What an article says of a state is not quoted
// with words that name others only; and a state that the quote of a fact names
// is one of those the fact is reported of, or an editor should look: it may be
// named by the way, so that is a warning. Names are read in the language of the
// quote, or else in its translation; a group of states names none.

// A named state, and where it stands.
type namedState struct {
	code string
	diag.Place
}

// checkStates holds the states of a to its quotes.
func (r *reader) checkStates(a *Article) {
	if a.LostState {
		return // one of them may be the state that the quote names
	}
	for i := range a.States {
		s := &a.States[i]
		named := r.namedStates(a, &s.Report)
		if len(named) > 0 && !slices.ContainsFunc(named, func(n namedState) bool { return n.code == s.State.Code }) {
			other := named[0]
			*r.diags = append(*r.diags, diag.Diagnostic{
				Code: diag.OtherStateInQuote, Place: s.State.Place,
				Message: "the quote names " + stateName(other.code) + ", not " + stateName(s.State.Code),
				Hint:    `write "` + other.code + `", or quote words on ` + stateName(s.State.Code),
				Related: []diag.Related{{Place: other.Place, Note: "it is named here"}},
			})
		}
	}
	check := func(p *Report, f *FactLinks) {
		var said []string
		for _, s := range f.States {
			said = append(said, s.Code)
		}
		for _, n := range r.namedStates(a, p) {
			if slices.Contains(said, n.code) {
				continue
			}
			said = append(said, n.code) // once
			message := "the quote names " + stateName(n.code) + `, which is not among the states of "` + f.Fact.Text + `"`
			r.diags.AddHint(diag.StateNotGiven, n.Place, message, "add "+n.code+` to its "states", or quote the words that carry it alone`)
		}
	}
	for i := range a.Amounts {
		check(&a.Amounts[i].Report, &a.Amounts[i].FactLinks)
	}
	for i := range a.Dates {
		check(&a.Dates[i].Report, &a.Dates[i].FactLinks)
	}
	for i := range a.Claims {
		check(&a.Claims[i].Report, &a.Claims[i].FactLinks)
	}
}

// namedStates finds the states that the quotes of p name.
func (r *reader) namedStates(a *Article, p *Report) []namedState {
	var out []namedState
	for _, e := range append([]Evidence{p.Evidence}, p.Also...) {
		words, lang := e.Quote, a.Source.Language
		if !evidence.Reads(lang) {
			words, lang = e.Translation, siteLanguage
		}
		if words.Text == "" {
			continue
		}
		for _, f := range evidence.FindStates(lang, words.Text) {
			out = append(out, namedState{f.Code, r.inQuote(words, f.Start, f.End)})
		}
	}
	return out
}

func stateName(code string) string {
	s, _ := usstate.ByCode(code)
	return s.Name
}
