package proof

import (
	"slices"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/locale"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// Prose agrees with the data. A figure or a date that an author types out can
// drift away from the fact it repeats, so each one that stands in the prose of
// an article, of a fact's page or of a topic must be one of that page's facts.
//
// The facts of an article are those it reports, as it reports them, and those
// it links to. The facts of a fact's page are that fact, its parts and the
// whole it is a part of, and those the page links to; of a topic, those that it
// lists or links to. The day of publication
// of an article, the day we read it and the days of its corrections are dates of
// its page. The facts of the home page, whose prose stands in the site file, are those
// it links to, and the dates of later developments it links to are dates of it.
//
// What is a figure:
//   - money, unless its number is a vague one without a measure of its own;
//     "millions of dollars" repeats an amount that the source does not number;
//   - a percentage;
//   - any other number above [maxSmall], with or without a noun;
//   - a smaller or vague number only with a noun that a fact of the page
//     counts: "seven swing states", but not "in two ways" or "several days";
//   - in the label of a link to a count, any number.
//
// Ordinals, fractions, years, citations, locators, names with digits and "one"
// are none; package evidence passes over them. What is a date: a day, a month
// or a year of the calendar, not "last week".
//
// When a figure agrees: same number, same qualifier ("75 million" is not "more
// than 75 million"), same currency or noun, and no other basis; the basis may
// be left out, as may the unit of a large number. A date agrees with a more
// precise one that lies in it, never with a vaguer one. The label of a link to
// a fact with figures or dates is compared with that fact alone.
//
// The words before count as well: "never paid 1 million", "half of the 75
// million", "before 5 October", and a day with another day of the week, say
// something else than the fact does. A denial repeats its figure: "denies
// having given more than 75 million".
//
// A state that prose names must be one that the article reports something of, or
// to which the page links; on the page of a fact or a topic, one of the articles that
// report it; on the home page, one of the articles to which it links or that report its facts.
//
// Words marked [[!…]] are not checked, nor are notes, later developments, legal
// questions, authorities, entities, the glossary, pages and the guide: they
// rest on other sources, which stand beside them. Of these, but for the guide, the labels
// of links to facts are (labels.go).

// maxSmall is the largest number that is a figure only with a noun.
const maxSmall = 12

// A proseCheck checks the prose of one page: of an article, of our own file on a fact,
// of a topic, or of the home page.
type proseCheck struct {
	site      *site.Site
	words     *locale.Locale // as of [Input]
	facts     []*statedFact
	published []edtf.Date   // by which dates without a year are read
	dates     dateSet       // of facts, of publication, of corrections
	states    []*site.State // that prose may name

	counted  map[string]bool // by language and noun, whether a fact counts it
	mistakes []mistake

	onlyLabels bool // see labels.go

	// Some of a fact could not be read, or is not what its quote says, so prose
	// which repeats it is not to blame.
	lostFigures, lostDates, lostStates bool
}

// checkProse compares the prose of all articles, facts and topics and of the home page
// with the facts of their pages; bases are those of each article, and misstated the states that it may name
// although no report is of them. It returns what the next check may know.
func (p *Proof) checkProse(in Input, many map[string]*manyReports, bases [][]basis, misstated [][]string) (diag.List, *Memory) {
	skip := namesToSkip(p.Site)
	names := indexNames(skip)
	var all nameIndex
	if in.Lint {
		all = indexNames(namesOn(p.Site))
	}
	before := in.Memory.recall(skip, in.Words)
	articles := p.Site.Articles
	agrees := make([]bool, len(articles))
	mistakes := each(in.Each, len(articles), func(i int) []mistake {
		a := articles[i]
		prose := p.read(a.Page).prose
		if len(prose) == 0 {
			return nil
		}
		if agrees[i] = before.knows(a, bases[i]); agrees[i] {
			return nil
		}
		check := p.articleCheck(a)
		for _, code := range slices.Concat(p.read(a.Page).misstated, misstated[i]) {
			check.states = append(check.states, p.Site.State(code))
		}
		found := check.run(prose, names)
		agrees[i] = len(found) == 0 && len(misstated[i]) == 0
		return found
	})
	for _, f := range p.Site.Facts {
		if len(f.Reports) > 0 && f.Front != nil {
			if prose := p.read(f.Page).prose; len(prose) > 0 {
				mistakes = append(mistakes, p.factPageCheck(f).run(prose, names)...)
			}
		}
	}
	for _, t := range p.Site.Topics {
		if prose := p.read(t.Page).prose; len(prose) > 0 && len(t.Facts()) > 0 {
			mistakes = append(mistakes, p.topicCheck(t).run(prose, names)...)
		}
	}
	if prose, texts := proseOfHome(p.Site.Config); len(prose) > 0 {
		mistakes = append(mistakes, p.homeCheck(texts).run(prose, names)...)
	}
	for _, n := range p.Site.Nodes() {
		if n.Page != nil {
			mistakes = append(mistakes, p.checkLabels(p.read(n.Page).labels, names)...)
		}
	}
	mistakes = append(mistakes, p.checkLabels(labelsOfSite(p.Site.Config), names)...)
	diags := p.lookUp(mistakes)
	if in.Lint {
		diags = append(diags, each(in.Each, len(articles), func(i int) []diag.Diagnostic { return lintNames(p.Site, articles[i], all) })...)
	}
	after := &Memory{names: before.names, words: in.Words, many: many, agreed: make(map[*content.Page][]basis, len(articles))}
	for i, a := range articles {
		if agrees[i] {
			after.agreed[a.Page] = bases[i]
		}
	}
	return diags, after
}

// run checks prose. What stands in it was read with its page; it is read again
// without the names that have a number or a state in them.
func (c *proseCheck) run(prose []passage, names nameIndex) []mistake {
	var published edtf.Date
	if len(c.published) > 0 {
		published = c.published[0]
	}
	for _, t := range prose {
		if text := names.blank(t.Text); text != t.Text {
			t.Text = text
			t.read(published, c.site.Regions)
		}
		for i := range t.clauses {
			c.checkFigures(&t, &t.clauses[i])
			c.checkDates(&t, &t.clauses[i])
		}
		if !c.onlyLabels {
			c.checkStates(&t)
		}
	}
	return c.mistakes
}

// label returns the label of a link to a fact that the bytes from start to end
// are in, with that fact.
func (c *proseCheck) label(t *passage, start, end int) (*statedFact, *markdown.Label) {
	for i := range t.Labels {
		l := &t.Labels[i]
		if l.Start >= end || l.End <= start {
			continue
		}
		if n := c.site.Named(l.Ref.ID); n != nil && n.Fact() != nil {
			if fact := c.fact(n.Fact()); fact != nil {
				return fact, l
			}
		}
	}
	return nil, nil
}

// checkFigures reports figures in a clause of t that no fact of the page has.
func (c *proseCheck) checkFigures(t *passage, s *clause) {
	if c.lostFigures || !s.counts {
		return
	}
	found := s.figures
	for i, f := range found {
		f.Start, f.End = s.start+f.Start, s.start+f.End
		if i+1 < len(found) && found[i+1].Whole && f.Noun == "" && !f.IsMoney() {
			f.Noun = found[i+1].Noun // "two of the seven swing states"
		}
		fact, l := c.label(t, f.Start, f.End)
		if l != nil && !f.Whole && fact.quantities != nil {
			if c.isFigure(f, t.lang) || fact.Type == site.Count && f.Kind != amount.Vague {
				c.checkLabel(t, f, fact, l)
			}
			continue
		}
		if c.onlyLabels || !c.isFigure(f, t.lang) {
			continue
		}
		switch words := t.Text[f.Start:f.End]; {
		case !c.hasFigure(f, t.lang):
			c.reportToLookUp(diag.FigureWithoutFact, t.place(f.Start, f.End), `"`+words+`" is no figure of this page's facts`,
				func(site []*statedFact) string { return c.figureHint(t, f, words, site) })
		case f.Doubt != evidence.NoDoubt:
			hint := "say it in other words, or mark what no fact has: [[!" + words + "]]"
			if t.isWords() {
				hint = "say it in other words"
			}
			c.report(diag.FigureWithoutFact, t.place(f.Start, f.End), `a fact of this page is "`+words+`", and the words around it here say something, `+f.Doubt.String(), hint)
		}
	}
}

// checkLabel compares a figure in the label of a link with the fact it leads to.
// A label is read with what stands around it, or else alone.
func (c *proseCheck) checkLabel(t *passage, f evidence.Found, fact *statedFact, l *markdown.Label) {
	names := c.namingIn(t.lang, true)
	agrees := func(f evidence.Found) bool { return f.Doubt == evidence.NoDoubt && fact.says(f, names) }
	if agrees(f) {
		return
	}
	alone := evidence.FindQuantities(t.lang, t.Text[l.Start:l.End])
	if f.End > l.End && f.Doubt == evidence.NoDoubt && len(alone) > 0 && !slices.ContainsFunc(alone, func(f evidence.Found) bool { return !agrees(f) }) {
		return // what follows the label is not what it counts
	}
	words := `"` + t.Text[f.Start:f.End] + `"`
	if f.Doubt != evidence.NoDoubt {
		c.report(diag.LabelDisagrees, t.place(f.Start, f.End), `the words around `+words+` say something else than "`+fact.ID+`", `+f.Doubt.String(),
			"say it without the link, or in other words")
		return
	}
	c.report(diag.LabelDisagrees, t.place(f.Start, f.End),
		words+` is not what "`+fact.ID+`" says`,
		`it is `+inWords(c.locale(t.lang), fact.nearest(f, names))+`: write [[`+fact.ID+`]], which reads so`)
}

// isFigure reports whether f, in a text in a language, is a figure at all, by the rules
// above.
func (c *proseCheck) isFigure(f evidence.Found, lang string) bool {
	switch {
	case f.IsMoney(), f.Noun == "percent":
		return true
	case f.Kind != amount.Vague && magnitude(f.Hi) > maxSmall:
		return true
	}
	return f.Noun != "" && c.isCounted(f.Noun, lang)
}

// isCounted reports whether a fact of the page counts what a noun names.
func (c *proseCheck) isCounted(noun, lang string) bool {
	key := lang + " " + noun
	is, known := c.counted[key]
	if !known {
		names := c.namingIn(lang, false)
		is = slices.ContainsFunc(c.facts, func(fact *statedFact) bool { return fact.counts(noun, names) })
		if c.counted == nil {
			c.counted = map[string]bool{}
		}
		c.counted[key] = is
	}
	return is
}

func (c *proseCheck) hasFigure(f evidence.Found, lang string) bool {
	names := c.namingIn(lang, true)
	return slices.ContainsFunc(c.facts, func(fact *statedFact) bool { return fact.says(f, names) })
}

// checkDates reports dates in a clause of t that no fact of the page has.
func (c *proseCheck) checkDates(t *passage, s *clause) {
	if c.lostDates || len(c.published) == 0 || !s.hasDates {
		return
	}
	var byDay [][]evidence.FoundDate // the same dates, as each day of publication completes them
	for _, published := range c.published {
		byDay = append(byDay, s.datesOn(published))
	}
	for i, d := range byDay[0] {
		d.Start, d.End = s.start+d.Start, s.start+d.End
		if d.Relative {
			continue
		}
		fact, l := c.label(t, d.Start, d.End)
		if c.onlyLabels && (l == nil || fact.dates == nil) {
			continue
		}
		words := t.Text[d.Start:d.End]
		if d.Doubt == evidence.EitherDay {
			c.report(diag.DateWithoutFact, t.place(d.Start, d.End), `"`+words+`" may be either of two days`, `write the month as a word`)
			continue
		}
		if d.Date.IsZero() {
			c.report(diag.DateWithoutFact, t.place(d.Start, d.End), `there is no day "`+words+`"`, "")
			continue
		}
		agrees := func(have dateSet) bool {
			return slices.ContainsFunc(byDay, func(dates []evidence.FoundDate) bool { return saysFoundDate(s.text, dates[i], have) })
		}
		if d.Doubt != evidence.NoDoubt {
			c.report(diag.DateWithoutFact, t.place(d.Start, d.End), `"`+words+`" is said here of no fact, `+d.Doubt.String(), "mend the date, or say it in other words")
			continue
		}
		if l != nil && fact.dates != nil {
			if !agrees(fact.dateSet()) {
				c.report(diag.LabelDisagrees, t.place(d.Start, d.End), `"`+words+`" is not what "`+fact.ID+`" says`,
					"it is "+dateInWords(c.locale(t.lang), nearestDate(d.Date, fact.dates)))
			}
			continue
		}
		if !agrees(c.dates) {
			c.reportToLookUp(diag.DateWithoutFact, t.place(d.Start, d.End), `"`+words+`" is no date of this page's facts`,
				func(site []*statedFact) string { return c.dateHint(t, d.Date, words, site) })
		}
	}
}

// checkStates reports the states in t of which the page reports nothing and to
// which it does not link, each once with all its places. What a longer name begins with is not meant: New York
// City, Virginia Beach.
func (c *proseCheck) checkStates(t *passage) {
	if c.lostStates {
		return
	}
	for _, named := range t.states {
		s := c.site.State(named.code)
		if s == nil || slices.Contains(c.states, s) || isLongerName(t.Text[named.end:]) {
			continue
		}
		at := t.place(named.start, named.end)
		message := `nothing on this page is reported of ` + s.Name
		if i := slices.IndexFunc(c.mistakes, func(m mistake) bool { return m.Code == diag.StateWithoutFact && m.Message == message }); i >= 0 {
			c.mistakes[i].Related = append(c.mistakes[i].Related, diag.Related{Place: at, Note: "it is named here too"})
			continue
		}
		hint := "add it to the states of what is reported, link to it: [[" + s.Code + "]], or mark it: [[!" + t.Text[named.start:named.end] + "]]"
		if t.isWords() {
			hint = "add it to the states of what is reported, or link to it on this page: [[" + s.Code + "]]"
		}
		c.report(diag.StateWithoutFact, at, message, hint)
	}
}

// isLongerName reports whether a name goes on in rest: a word with a capital
// follows right away.
func isLongerName(rest string) bool {
	return len(rest) > 1 && rest[0] == ' ' && rest[1] >= 'A' && rest[1] <= 'Z'
}
