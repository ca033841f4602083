package site

import (
	"receipts/internal/content"
	"receipts/internal/diag"
)

// EachQuote calls f for every quote on the site with the article it is from:
// those of reports, and those of the sides of a disagreement.
func (s *Site) EachQuote(f func(*Article, *content.Evidence)) {
	for _, a := range s.Articles {
		a.Front.EachReport(func(r *content.Report) {
			if r.Quote.IsGiven() {
				f(a, &r.Evidence)
			}
			for i := range r.Also {
				f(a, &r.Also[i])
			}
		})
	}
	for _, d := range s.Disagreements {
		if d.IsFound() {
			continue // the quotes of its reports
		}
		for i := range d.Sides {
			if side := &d.Sides[i]; side.Article != nil && side.Quote.IsGiven() {
				f(side.Article, &side.Side.Evidence)
			}
		}
	}
}

// checkQuotes warns of quotes that are new or changed since the sources were
// last checked. Without a lock nothing was checked yet, and nothing is said.
func (b *builder) checkQuotes() {
	b.EachQuote(func(a *Article, e *content.Evidence) {
		if b.lock.Knows(a.ID) && !b.lock.Has(a.ID, e.At.String(), e.Quote.Text) {
			b.diags.AddHint(diag.UnverifiedQuote, e.Quote.Place, "the quote was not found in its source yet", `run "build check -sources DIR" with the source texts`)
		}
	})
}

// IsVerified reports whether a quote was found in its source.
func (s *Site) IsVerified(a *Article, e *content.Evidence) bool {
	return s.lock.Has(a.ID, e.At.String(), e.Quote.Text)
}
