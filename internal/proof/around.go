package proof

import (
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
)

// checkAround compares each amount and each date that its quote carries with the
// words around that quote in its source: a quote that begins behind "more than"
// carries another figure than its source. contexts returns the places where a
// quote stands; of a quote that it does not find, nothing is said.
func checkAround(a *content.Article, contexts func(content.Evidence) []evidence.Context) (diags diag.List) {
	check := func(s statement, value diag.Place, e content.Evidence, problems []evidence.Problem) {
		if problems = unread(s.Report, problems); len(problems) == 0 {
			return
		}
		hint := "quote these words too, and state what they say"
		if problems[0].IsUnread() {
			hint = readHint(problems[0])
		}
		diags = append(diags, diag.Diagnostic{
			Code: diag.CroppedQuote, Place: value, Message: problems[0].Message, Hint: hint,
			Related: []diag.Related{{Place: e.Quote.Place, Note: "this is the quote"}},
		})
	}
	for s := range statements(a) {
		if !s.isEvent {
			check(s, s.amount.Place, s.Evidence, evidence.Around(s.amount.Quantity, s.quote, contexts(s.Evidence)...))
		}
		day, ok := published(a)
		if !s.date.IsSet() || !ok {
			continue
		}
		// The first quote that carries the date, or else the first.
		e, quote := s.Evidence, s.quote
		for i, q := range s.dateQuotes() {
			if len(evidence.SupportsDate(s.date.Date, q, day)) == 0 {
				if quote = q; i > 0 {
					e = s.Also[i-1]
				}
				break
			}
		}
		check(s, s.date.Place, e, evidence.AroundDate(s.date.Date, quote, day, contexts(e)...))
	}
	return diags
}
