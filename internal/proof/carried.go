package proof

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/yamldoc"
)

// A figure stands in its quote, or its author says what the quote lacks
// (docs/decisions: quotes carry figures). Every amount and every date of an
// event is read out of the quote in the source's language and out of its
// translation, by package evidence; a probable slip too, since it is what the
// source prints. The period of an amount may stand in any of its quotes. What is
// said in words only (date_as, as_written) is not checked, and nothing is where
// the quote or its translation is missing. With the source at hand, each is read
// once more with the words around its quote (around.go).

// A statement is a figure, a date or both that a report states, with the quotes
// that are to carry it.
type statement struct {
	*content.Report
	isEvent bool             // whether a date is all that it can state
	amount  content.Quantity // zero for an event
	date    content.Date     // of an event, or the period of an amount
	quote   evidence.Quote
}

// statements gives the statements of a whose quotes can be read: amounts, then
// events.
func statements(a *content.Article) iter.Seq[statement] {
	return func(yield func(statement) bool) {
		each := func(s statement) bool {
			isReadable := s.Quote.Text != "" && (s.Translation.Text != "" || !a.Source.NeedsTranslation())
			if !isReadable {
				return true
			}
			s.quote = quoteOf(a, s.Report)
			return yield(s)
		}
		for i := range a.Amounts {
			m := &a.Amounts[i]
			if !each(statement{Report: &m.Report, amount: m.Quantity, date: m.Period}) {
				return
			}
		}
		for i := range a.Dates {
			e := &a.Dates[i]
			if !each(statement{Report: &e.Report, isEvent: true, date: e.Date}) {
				return
			}
		}
	}
}

// quoteOf is the quote of a report with the further ones, as package evidence
// reads it.
func quoteOf(a *content.Article, p *content.Report) evidence.Quote {
	quote := func(e content.Evidence) evidence.Quote {
		return evidence.Quote{Lang: a.Source.Language, Text: e.Quote.Text, Translation: e.Translation.Text, TranslationLang: a.Source.Ours, Currency: a.Source.Currency}
	}
	q := quote(p.Evidence)
	for _, e := range p.Also {
		q.More = append(q.More, quote(e))
	}
	return q
}

// dateQuotes are the quotes that may carry the date of s: that of an event its
// first, the period of an amount any of them.
func (s statement) dateQuotes() []evidence.Quote {
	if s.isEvent {
		return []evidence.Quote{s.quote}
	}
	return append([]evidence.Quote{s.quote}, s.quote.More...)
}

// isRead reports whether what s is a report of could be read at all.
func (s statement) isRead() bool {
	if s.isEvent {
		return s.date.IsSet()
	}
	return !s.amount.IsZero()
}

// published returns the day of publication, if it is known to the day: dates are
// read against it.
func published(a *content.Article) (edtf.Date, bool) {
	d := a.Source.Published
	return d.Date, d.IsSet() && !d.IsInterval() && d.Precision() == edtf.PrecisionDay
}

// checkCarried checks that quotes carry the amounts and dates of a.
func (c *quoteCheck) checkCarried(a *content.Article) {
	for s := range statements(a) {
		whole := c.checkAmount(s)
		whole = c.checkDate(a, s) && whole
		if whole && s.isRead() && s.PartlyValid && s.Lacks.IsGiven() && evidence.Reads(a.Source.Language) {
			c.diags.AddHint(diag.NeedlessPartly, s.Lacks.Place, "the quote carries all that is stated", `delete "quote_supports" and "quote_lacks"`)
		}
	}
}

// checkAmount checks that the quote of s carries its amount, and reports whether
// it has all of it.
func (c *quoteCheck) checkAmount(s statement) bool {
	at, problems := evidence.Hold(s.amount.Quantity, s.quote)
	c.carriedAt(s, at)
	if left := unexcused(s.Report, problems); len(left) > 0 {
		c.notCarried(s, s.amount.Place, left[0], writeAmount(s.amount.Quantity, s.quote))
	}
	return len(problems) == 0
}

// checkDate checks that a quote of s carries its date, and reports whether one has
// all of it; true if there is no date.
func (c *quoteCheck) checkDate(a *content.Article, s statement) bool {
	day, ok := published(a)
	if !s.date.IsSet() || !ok || c.dayRefuted { // dates are read from that day
		return !s.date.IsSet()
	}
	at, problems := evidence.HoldDate(s.date.Date, s.quote, day)
	if s.isEvent {
		c.carriedAt(s, at)
	}
	if len(problems) == 0 {
		return true
	}
	if s.carriesDate(day) {
		return true
	}
	if left := unexcused(s.Report, problems); len(left) > 0 {
		c.notCarried(s, s.date.Place, left[0], writeDate(s.date.Date, s.quote, day))
	}
	return false
}

// unexcused are the problems that the author has not explained. With
// "quote_supports: partly" a quote may lack the figure or a piece of it; it may
// not say another one.
func unexcused(p *content.Report, problems []evidence.Problem) []evidence.Problem {
	problems = unread(p, problems)
	if p.Partly != p.Lacks.IsGiven() {
		return nil // one of the two keys is missing, and reported
	}
	if !p.Partly {
		return problems
	}
	return slices.DeleteFunc(problems, func(problem evidence.Problem) bool { return problem.Absent })
}

// unread drops the problems of words that the author has read: "quote_read"
// repeats them as they stand in the quote.
func unread(p *content.Report, problems []evidence.Problem) []evidence.Problem {
	return slices.DeleteFunc(problems, func(problem evidence.Problem) bool {
		return problem.MayBeRead() && slices.ContainsFunc(p.Read, func(w content.Words) bool {
			return slices.Equal(strings.Fields(w.Text), strings.Fields(problem.Found))
		})
	})
}

const sayWhatIsMissing = `quote the words that carry it, or say what is missing: "quote_supports: partly" and "quote_lacks:"`

// readHint is for words that may be the ones that matter.
func readHint(p evidence.Problem) string {
	return "state what it says; or, if it changes nothing, add quote_read: " + yamldoc.Quoted(strings.Join(strings.Fields(p.Found), " "))
}

// notCarried reports the first problem of a value of s with its quote. Others of
// the same value follow from it, or are in the same words.
func (c *quoteCheck) notCarried(s statement, value diag.Place, p evidence.Problem, write string) {
	c.refuted = append(c.refuted, s.Report)
	words, note := s.Quote, "this is the quote"
	if p.In == evidence.InTranslation {
		words, note = s.Translation, "this is the translation"
	}
	code, hint := diag.OtherDateInQuote, write
	switch p.Kind {
	case evidence.NoFigure:
		code = diag.NoFigureInQuote
	case evidence.Number, evidence.Qualifier, evidence.Unit, evidence.Prices, evidence.Basis, evidence.Doubtful:
		code = diag.OtherFigureInQuote
	case evidence.NoDate:
		code = diag.NoDateInQuote
	case evidence.TranslationDiffers:
		code, hint = diag.TranslationDiffers, "translate the quote as it stands"
		if !evidence.Reads(s.quote.Lang) {
			hint = "mend one of the two"
		}
	}
	switch {
	case p.IsUnread():
		code, hint = diag.NotUnderstood, readHint(p)
	case p.Kind == evidence.Unit && s.amount.IsMoney() && s.quote.MayBeIn(s.amount.Unit()):
		hint = `if that is what the source means by it, add "currency: ` + s.amount.Unit() + `" to "source:"`
	case p.MayBeRead() && hint == "":
		hint = readHint(p)
	case hint == "":
		hint = sayWhatIsMissing
	}
	c.diags = append(c.diags, diag.Diagnostic{
		Code: code, Place: value, Message: p.Message, Hint: hint,
		Related: []diag.Related{{Place: words.In(c.text, p.Start, p.End), Note: note}},
	})
}

// writeAmount proposes the one amount that the quote would carry in place of q,
// or nothing if it has none or several.
func writeAmount(q amount.Quantity, quote evidence.Quote) string {
	var carried []amount.Quantity
	for _, f := range quote.Figures() {
		for _, c := range spellings(q, f) {
			if len(evidence.Supports(c, quote)) > 0 {
				continue
			}
			if !slices.Contains(carried, c) {
				carried = append(carried, c)
			}
			break
		}
	}
	if len(carried) != 1 {
		return ""
	}
	return `write "` + carried[0].String() + `"`
}

// spellings are the amounts that a figure of a quote may stand for, the best
// first: with the author's own noun and basis, since the quote's may be in
// another language or somewhere else.
func spellings(q amount.Quantity, f evidence.Found) []amount.Quantity {
	var all []amount.Quantity
	units := []string{q.Unit()}
	if !strings.Contains(f.Noun, " ") { // else where the noun ends is uncertain
		units = append(units, f.Noun)
	}
	for _, unit := range units {
		for _, basis := range []string{cmp.Or(f.Basis, q.Basis()), q.Basis(), ""} {
			g := f
			if g.Basis = basis; !f.IsMoney() {
				g.Noun = unit
			}
			if c, ok := g.Quantity(); ok {
				all = append(all, c)
			}
		}
	}
	return all
}

// writeDate is writeAmount for dates.
func writeDate(d edtf.Date, quote evidence.Quote, published edtf.Date) string {
	var carried []edtf.Date
	for _, f := range evidence.FindDates(quote.Lang, quote.Text, published) {
		s := f.Date.String()
		for _, text := range []string{s, "../" + s, s + "/.."} {
			c, err := edtf.Parse(text)
			if err == nil && c != d && len(evidence.SupportsDate(c, quote, published)) == 0 && !slices.Contains(carried, c) {
				carried = append(carried, c)
			}
		}
	}
	if len(carried) != 1 {
		return ""
	}
	return "write " + carried[0].String()
}
