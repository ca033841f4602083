package proof

import (
	"receipts/internal/content"
	"receipts/internal/site"
)

// A Coverage lists what rests on little evidence, and what the site says nothing
// of. It is for editors and shown to readers.
type Coverage struct {
	OneSource   []*site.Fact         // facts that one article alone reports
	NoNumber    []*site.Report       // reports of money without a number
	States      []*site.State        // of which nothing is said
	Questions   []*site.Question     // that no article raises and no fact asks
	Unverified  []Unverified         // quotes not yet found in their sources, newest article first
	Partly      []*site.Report       // whose quote does not carry all that is reported
	Flagged     []*site.Report       // with a date that the source speaks against
	Unexplained []*site.Disagreement // contradictions
}

// Unverified are the quotes from one article that were not found in its source.
type Unverified struct {
	Article *site.Article
	Quotes  []*content.Evidence // each once
	Of      int                 // how many quotes there are from the article
}

// Coverage makes the lists of the whole site.
func (p *Proof) Coverage() *Coverage {
	s := p.Site
	c := &Coverage{Unexplained: s.Unexplained(), Unverified: p.unverified()}
	for _, f := range s.Facts {
		if f.Articles() == 1 {
			c.OneSource = append(c.OneSource, f)
		}
		for _, r := range f.Reports {
			if r.Amount != nil && r.Amount.Quantity.IsUnquantified() {
				c.NoNumber = append(c.NoNumber, r)
			}
			if r.Partly {
				c.Partly = append(c.Partly, r)
			}
			if r.Event != nil && r.Event.ProbableSlip {
				c.Flagged = append(c.Flagged, r)
			}
		}
	}
	for _, st := range s.States {
		if len(st.Facts)+len(st.Said) == 0 {
			c.States = append(c.States, st)
		}
	}
	for _, q := range s.Questions {
		if !q.IsRaised() && len(q.Facts) == 0 {
			c.Questions = append(c.Questions, q)
		}
	}
	return c
}

// unverified lists the quotes that were not found in their sources yet.
func (p *Proof) unverified() []Unverified {
	type quote struct{ at, text string }
	seen := map[*site.Article]map[quote]bool{} // and whether it is in open
	open := map[*site.Article][]*content.Evidence{}
	eachQuote(p.Site, func(q siteQuote) {
		key := quote{q.At.String(), q.Quote.Text}
		if seen[q.Article] == nil {
			seen[q.Article] = map[quote]bool{}
		}
		isOpen := seen[q.Article][key]
		if !isOpen && !p.isVerified(q) {
			open[q.Article] = append(open[q.Article], q.Evidence)
			isOpen = true
		}
		seen[q.Article][key] = isOpen
	})
	var out []Unverified
	for _, a := range p.Site.Articles {
		if len(open[a]) > 0 {
			out = append(out, Unverified{a, open[a], len(seen[a])})
		}
	}
	return out
}
