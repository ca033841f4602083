package proof

import (
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/region"
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
		if len(named) > 0 && !c.mayQuote(a, &s.Report, s.State.Code) {
			other := named[0]
			c.misstated = append(c.misstated, other.code)
			c.diags = append(c.diags, diag.Diagnostic{
				Code: diag.OtherStateInQuote, Place: s.State.Place,
				Message: "the quote names " + nameOfState(c.regions, other.code) + ", not " + nameOfState(c.regions, s.State.Code),
				Hint:    `write "` + other.code + `", or quote words on ` + nameOfState(c.regions, s.State.Code),
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
			c.unlisted = append(c.unlisted, unlistedState{p, q})
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

// An unlistedState is one that a quote of a report names, and that is not among the
// report's states.
type unlistedState struct {
	report *content.Report
	quotedState
}

// checkUnlisted warns of states that the quotes of t name and t is not of. Where
// found, what was found of its states, has one that t does not name, that is the one
// mistake: the others are shown beside it, and prose that names them is not to blame.
func (c *statementCheck) checkUnlisted(t *told, found []diag.Diagnostic) {
	var named []quotedState
	for _, u := range c.read.unlisted {
		if _, ok := c.site.Regions.ByCode(u.code); ok && u.report == t.Report {
			named = append(named, u.quotedState)
		}
	}
	i := slices.IndexFunc(found, func(d diag.Diagnostic) bool { return d.Code == diag.StateNotNamed })
	if i < 0 {
		for _, q := range named {
			message := "the quote names " + nameOfState(c.site.Regions, q.code) + `, which is not among the states of "` + t.fact + `"`
			c.diags.AddHint(diag.StateNotGiven, q.Place, message, "add "+q.code+` to its "states", or quote the words that carry it alone`)
		}
		return
	}
	said := evidence.FindStates(c.site.Regions, t.says.lang, t.says.text)
	for k := range c.read.prose {
		p := &c.read.prose[k]
		for _, s := range p.states {
			at := p.place(s.start, s.end)
			isSaid := t.Says.Place.Start <= at.Start && at.End <= t.Says.Place.End &&
				slices.ContainsFunc(said, func(f evidence.FoundState) bool { return f.Code == s.code })
			isKnown := slices.ContainsFunc(named, func(q quotedState) bool { return q.code == s.code }) ||
				slices.ContainsFunc(t.states, func(g content.StateCode) bool { return g.Code == s.code })
			if isSaid && !isKnown {
				named = append(named, quotedState{s.code, at})
			}
		}
	}
	for _, q := range named {
		found[i].Related = append(found[i].Related, diag.Related{Place: q.Place, Note: nameOfState(c.site.Regions, q.code) + " is named here"})
		c.misstated = append(c.misstated, q.code)
	}
	if len(named) == 1 {
		found[i].Hint = `write "` + named[0].code + `"; or name the other one in "says", or link there to a fact that gives it` + orStands
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
	eachReadQuote(a, p, func(words content.Words, lang string) {
		for _, f := range evidence.FindStates(c.regions, lang, words.Text) {
			if !f.Excluded {
				out = append(out, quotedState{f.Code, words.In(c.text, f.Start, f.End)})
			}
		}
	})
	return out
}

// mayQuote reports whether the quotes of p may name a state.
func (c *quoteCheck) mayQuote(a *content.Article, p *content.Report, code string) (may bool) {
	eachReadQuote(a, p, func(words content.Words, lang string) {
		may = may || slices.ContainsFunc(evidence.MayNameStates(c.regions, lang, words.Text), func(f evidence.FoundState) bool {
			return f.Code == code && !f.Excluded
		})
	})
	return may
}

// eachReadQuote calls f for the quotes of p, in a language that is read.
func eachReadQuote(a *content.Article, p *content.Report, f func(words content.Words, lang string)) {
	for _, e := range append([]content.Evidence{p.Evidence}, p.Also...) {
		words, lang := e.Quote, a.Source.Language
		if !evidence.Reads(lang) {
			words, lang = e.Translation, a.Source.Ours
		}
		if words.Text != "" {
			f(words, lang)
		}
	}
}

func nameOfState(all *region.Set, code string) string {
	s, _ := all.ByCode(code)
	return s.Name
}
