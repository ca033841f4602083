package proof

import (
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/usstate"
)

// States agree with the quotes. What an article says of a state is not quoted
// with words that name only others. A state that the quote of a fact names should
// be one that the fact is reported of; it may be named in passing, so this is a
// warning. Names are read in the language of the quote, or else in its translation;
// a group of states names none.

// checkQuotedStates compares the states of a with those that its quotes name.
func (c *quoteCheck) checkQuotedStates(a *content.Article) {
	if a.LostState {
		return // one of them may be the state that the quote names
	}
	for i := range a.States {
		s := &a.States[i]
		named := c.quotedStates(a, &s.Report)
		if len(named) > 0 && !slices.ContainsFunc(named, func(q quotedState) bool { return q.code == s.State.Code }) {
			other := named[0]
			c.diags = append(c.diags, diag.Diagnostic{
				Code: diag.OtherStateInQuote, Place: s.State.Place,
				Message: "the quote names " + nameOfState(other.code) + ", not " + nameOfState(s.State.Code),
				Hint:    `write "` + other.code + `", or quote words on ` + nameOfState(s.State.Code),
				Related: []diag.Related{{Place: other.Place, Note: "it is named here"}},
			})
		}
	}
	check := func(p *content.Report, f *content.FactLinks) {
		var said []string
		for _, s := range f.States {
			said = append(said, s.Code)
		}
		for _, q := range c.quotedStates(a, p) {
			if slices.Contains(said, q.code) {
				continue
			}
			said = append(said, q.code) // once
			message := "the quote names " + nameOfState(q.code) + `, which is not among the states of "` + f.Fact.Text + `"`
			c.diags.AddHint(diag.StateNotGiven, q.Place, message, "add "+q.code+` to its "states", or quote the words that carry it alone`)
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

// A quotedState is a state that a quote names, and where.
type quotedState struct {
	code string
	diag.Place
}

// quotedStates finds the states that the quotes of p name.
func (c *quoteCheck) quotedStates(a *content.Article, p *content.Report) []quotedState {
	var out []quotedState
	for _, e := range append([]content.Evidence{p.Evidence}, p.Also...) {
		words, lang := e.Quote, a.Source.Language
		if !evidence.Reads(lang) {
			words, lang = e.Translation, content.SiteLanguage
		}
		if words.Text == "" {
			continue
		}
		for _, f := range evidence.FindStates(lang, words.Text) {
			if !f.Excluded {
				out = append(out, quotedState{f.Code, words.In(c.text, f.Start, f.End)})
			}
		}
	}
	return out
}

func nameOfState(code string) string {
	s, _ := usstate.ByCode(code)
	return s.Name
}
