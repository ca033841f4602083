package content

import (
	"cmp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/amount"
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
// once more with the words around its quote ([Article.CheckAround]).

// partlyKeys are what an author says of a quote that does not carry all.
var partlyKeys = []key[Report]{
	{"quote_supports", false, func(r *reader, p *Report, n *yaml.Node) {
		p.Partly = true // whatever it says: there is no other word
		p.isPartly = r.choice(n, "value", []string{"partly"}) != ""
	}},
	{"quote_lacks", false, func(r *reader, p *Report, n *yaml.Node) { p.Lacks = r.inline(n) }},
	{"quote_read", false, func(r *reader, p *Report, n *yaml.Node) {
		r.list(n, func(n *yaml.Node) { p.Read = append(p.Read, r.words(n)) })
	}},
}

// checkPartly holds that neither key stands without the other.
func (r *reader) checkPartly(p *Report) {
	switch {
	case p.Partly && !p.Lacks.IsGiven():
		r.diags.AddHint(diag.MissingKey, p.Place, `a quote that supports partly needs the key "quote_lacks"`,
			`say what is missing, as in "quote_lacks: the year is that of the sentence before"`)
	case p.Lacks.IsGiven() && !p.Partly:
		r.diags.AddHint(diag.MissingKey, p.Lacks.Place, `what a quote lacks needs the key "quote_supports"`, `add "quote_supports: partly"`)
	}
}

// quoted is a quote or a translation, and where it is from.
type quoted struct {
	diag.Place
	*yaml.Node
}

// quoted remembers where a quote or a translation is from.
func (r *reader) quoted(n *yaml.Node, w Words) Words {
	r.quotes = append(r.quotes, quoted{w.Place, n})
	return w
}

// inQuote is the place of the bytes start to end of w, which is quoted. It is
// asked for where something is wrong, or a state is named.
func (r *reader) inQuote(w Words, start, end int) diag.Place {
	i := slices.IndexFunc(r.quotes, func(q quoted) bool { return q.Place == w.Place })
	return r.part(r.quotes[i].Node, start, end)
}

// checkCarried holds the amounts and dates of a to their quotes.
func (r *reader) checkCarried(a *Article) {
	for i := range a.Amounts {
		m := &a.Amounts[i]
		if !a.Source.isChecked(&m.Report) {
			continue
		}
		quote := a.Source.evidence(&m.Report)
		whole := r.checkAmount(m, quote)
		if _, dated := r.checkDate(a, m.Period, &m.Report, quote, m.Also...); !dated {
			whole = false
		}
		r.checkNeedless(a, &m.Report, whole && !m.Quantity.IsZero())
	}
	for i := range a.Dates {
		if e := &a.Dates[i]; a.Source.isChecked(&e.Report) {
			quote := a.Source.evidence(&e.Report)
			var whole bool
			e.Carries, whole = r.checkDate(a, e.Date, &e.Report, quote)
			r.checkNeedless(a, &e.Report, whole && e.Date.IsSet())
		}
	}
}

// checkAmount holds an amount to its quote, and reports whether that has all of it.
func (r *reader) checkAmount(m *Amount, quote evidence.Quote) bool {
	var all []evidence.Problem
	m.Carries, all = evidence.Hold(m.Quantity.Quantity, quote)
	whole := len(all) == 0
	if problems := m.unexcused(all); len(problems) > 0 {
		m.Refuted = true
		r.notCarried(m.Quantity.Place, problems[0], m.Evidence, quote, writeAmount(m.Quantity.Quantity, quote))
	}
	return whole
}

// checkDate holds a date to a quote, or to the quotes that also carry it, and
// reports whether one has all of it, and where the first has it. It has, if there
// is no date.
func (r *reader) checkDate(a *Article, d Date, p *Report, quote evidence.Quote, also ...Evidence) (at evidence.Carrier, whole bool) {
	published, ok := a.Source.day()
	if !d.IsSet() || !ok {
		return at, !d.IsSet()
	}
	at, all := evidence.HoldDate(d.Date, quote, published)
	if len(all) == 0 {
		return at, true
	}
	for i := range also {
		if len(evidence.SupportsDate(d.Date, quote.More[i], published)) == 0 {
			return at, true
		}
	}
	if problems := p.unexcused(all); len(problems) > 0 {
		p.Refuted = true
		r.notCarried(d.Place, problems[0], p.Evidence, quote, writeDate(d.Date, quote, published))
	}
	return at, false
}

// checkNeedless reports a part that is the whole.
func (r *reader) checkNeedless(a *Article, p *Report, whole bool) {
	if whole && p.isPartly && p.Lacks.IsGiven() && evidence.Reads(a.Source.Language) {
		r.diags.AddHint(diag.NeedlessPartly, p.Lacks.Place, "the quote carries all that is stated", `delete "quote_supports" and "quote_lacks"`)
	}
}

// day returns the day of publication, if it is known to the day: dates are read
// against it.
func (s *Source) day() (edtf.Date, bool) {
	d := s.Published
	return d.Date, d.IsSet() && !d.IsInterval() && d.Precision() == edtf.PrecisionDay
}

// CheckAround holds each amount and each date that its quote carries to the
// words around that quote in its source: a quote that begins behind "more than"
// carries another figure than its source. contexts returns the places where a
// quote stands; of a quote that it does not find, nothing is said.
func (a *Article) CheckAround(contexts func(Evidence) []evidence.Context) diag.List {
	var diags diag.List
	check := func(value diag.Place, e Evidence, problems []evidence.Problem) {
		if len(problems) == 0 {
			return
		}
		hint := "quote these words too, and state what they say"
		if problems[0].Doubt == evidence.Unread {
			hint = readHint(problems[0])
		}
		diags = append(diags, diag.Diagnostic{
			Code: diag.CroppedQuote, Place: value, Message: problems[0].Message, Hint: hint,
			Related: []diag.Related{{Place: e.Quote.Place, Note: "this is the quote"}},
		})
	}
	date := func(d Date, p *Report, also ...Evidence) {
		published, ok := a.Source.day()
		if !d.IsSet() || !ok || !a.Source.isChecked(p) {
			return
		}
		quote := a.Source.evidence(p)
		e, problems := p.Evidence, evidence.AroundDate(d.Date, quote, published, contexts(p.Evidence)...)
		if len(evidence.SupportsDate(d.Date, quote, published)) > 0 { // one of the further quotes carries it
			for i := range also {
				if len(evidence.SupportsDate(d.Date, quote.More[i], published)) == 0 {
					e, problems = also[i], evidence.AroundDate(d.Date, quote.More[i], published, contexts(also[i])...)
					break
				}
			}
		}
		check(d.Place, e, p.unread(problems))
	}
	for i := range a.Amounts {
		m := &a.Amounts[i]
		if a.Source.isChecked(&m.Report) {
			problems := evidence.Around(m.Quantity.Quantity, a.Source.evidence(&m.Report), contexts(m.Evidence)...)
			check(m.Quantity.Place, m.Evidence, m.unread(problems))
		}
		date(m.Period, &m.Report, m.Also...)
	}
	for i := range a.Dates {
		date(a.Dates[i].Date, &a.Dates[i].Report)
	}
	return diags
}

// unexcused are the problems that the author has not explained. With
// "quote_supports: partly" a quote may lack the figure or a piece of it; it may
// not say another one.
func (p *Report) unexcused(problems []evidence.Problem) []evidence.Problem {
	problems = p.unread(problems)
	if p.Partly != p.Lacks.IsGiven() {
		return nil // one of the two keys is missing, and reported
	}
	if !p.Partly {
		return problems
	}
	return slices.DeleteFunc(problems, func(problem evidence.Problem) bool { return problem.Absent })
}

// unread are the problems but for those of words that somebody has read, which
// "quote_read" repeats as they stand there: nothing else is cleared by them.
func (p *Report) unread(problems []evidence.Problem) []evidence.Problem {
	return slices.DeleteFunc(problems, func(problem evidence.Problem) bool {
		return problem.MayBeRead() && slices.ContainsFunc(p.Read, func(w Words) bool {
			return slices.Equal(strings.Fields(w.Text), strings.Fields(problem.Found))
		})
	})
}

// isChecked reports whether the quote of p is there to be read.
func (s *Source) isChecked(p *Report) bool {
	return p.Quote.Text != "" && (p.Translation.Text != "" || !s.NeedsTranslation())
}

// evidence is p's quote, with the further ones, as package evidence reads it.
func (s *Source) evidence(p *Report) evidence.Quote {
	quote := func(e Evidence) evidence.Quote {
		return evidence.Quote{Lang: s.Language, Text: e.Quote.Text, Translation: e.Translation.Text, TranslationLang: siteLanguage}
	}
	q := quote(p.Evidence)
	for _, e := range p.Also {
		q.More = append(q.More, quote(e))
	}
	return q
}

const sayWhatIsMissing = `quote the words that carry it, or say what is missing: "quote_supports: partly" and "quote_lacks:"`

// readHint is for words that may be the ones that matter.
func readHint(p evidence.Problem) string {
	return "state what it says; or, if it changes nothing, add quote_read: " + yamldoc.Quoted(strings.Join(strings.Fields(p.Found), " "))
}

// notCarried reports the first problem of a value with its quote. Others of the
// same value follow from it, or are in the same words.
func (r *reader) notCarried(value diag.Place, p evidence.Problem, e Evidence, quote evidence.Quote, write string) {
	words, note := e.Quote, "this is the quote"
	if p.In == evidence.InTranslation {
		words, note = e.Translation, "this is the translation"
	}
	code, hint := diag.OtherDateInQuote, write
	switch p.Kind {
	case evidence.NoFigure:
		code = diag.NoFigureInQuote
	case evidence.Number, evidence.Qualifier, evidence.Unit, evidence.Basis, evidence.Doubtful:
		code = diag.OtherFigureInQuote
	case evidence.NoDate:
		code = diag.NoDateInQuote
	case evidence.TranslationDiffers:
		code, hint = diag.TranslationDiffers, "translate the quote as it stands"
		if !evidence.Reads(quote.Lang) {
			hint = "mend one of the two"
		}
	}
	switch {
	case p.Doubt == evidence.Unread:
		hint = readHint(p)
	case hint == "":
		hint = sayWhatIsMissing
	}
	*r.diags = append(*r.diags, diag.Diagnostic{
		Code: code, Place: value, Message: p.Message, Hint: hint,
		Related: []diag.Related{{Place: r.inQuote(words, p.Start, p.End), Note: note}},
	})
}

// writeAmount proposes the one amount that the quote would carry in place of q,
// or nothing if it has none or several.
func writeAmount(q amount.Quantity, quote evidence.Quote) string {
	var carried []amount.Quantity
	for _, f := range evidence.FindQuantities(quote.Lang, quote.Text) {
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
	for _, unit := range []string{q.Unit(), f.Noun} {
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
