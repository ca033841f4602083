package proof

import (
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// Prose agrees with the data. A figure or a date that an author types out can
// drift away from the fact it repeats, so each one that stands in the prose of
// an article or of a fact's page must be one of that page's facts.
//
// The facts of an article are those it reports, as it reports them, and those
// it links to. The facts of a fact's page are that fact, its parts and the
// whole it is a part of, and those the page links to. The day of publication
// of an article, the day we read it and the days of its corrections are dates of
// its page.
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
// a fact with figures or dates is held to that fact alone.
//
// The words before count as well: "never paid 1 million", "half of the 75
// million", "before 5 October", and a day with another day of the week, say
// something else than the fact does. Who denies a figure repeats it: "denies
// having given more than 75 million".
//
// Words marked [[!…]] are not checked, nor are notes, later developments, legal
// questions, authorities, entities, the glossary, pages and the guide: they
// rest on other sources, which stand beside them.
const maxSmall = 12

// A page is a page whose prose is checked, with what its facts are.
type page struct {
	site      *site.Site
	facts     []*pageFact
	published []edtf.Date   // by which dates without a year are read
	dates     []edtf.Date   // of facts, of publication, of corrections
	states    []*site.State // that may be named

	counted  map[string]bool // by noun, whether a fact counts it
	mistakes []mistake

	// Some of a fact could not be read, or is not what its quote says, so prose
	// which repeats it is not to blame.
	lostFigures, lostDates, lostStates bool
}

// A mistake is a disagreement of prose with its page. What of the rest of the
// site may have been meant is looked up later, if at all.
type mistake struct {
	diag.Diagnostic
	hint func(site []*pageFact) string // nil if the hint is there already
}

// maxLookups is how many mistakes are looked up in all facts of the site: each
// takes as long as there are facts. The others have the hint that their page
// gives.
const maxLookups = 200

// checkProse holds the prose of all articles and facts to their pages' facts. It
// returns what the next check may know.
func (p *Proof) checkProse(in Input) (diag.List, *Memory) {
	skip := namesToSkip(p.Site)
	names := indexNames(skip)
	var all nameIndex
	if in.Lint {
		all = indexNames(namesOn(p.Site))
	}
	before := in.Memory.recall(skip)
	articles := p.Site.Articles
	bases := make([][]basis, len(articles))
	agrees := make([]bool, len(articles))
	mistakes := each(in.Each, len(articles), func(i int) []mistake {
		a := articles[i]
		prose := p.read(a.Page).prose
		if len(prose) == 0 {
			return nil
		}
		bases[i] = basesOf(a)
		if agrees[i] = before.knows(a, bases[i]); agrees[i] {
			return nil
		}
		found := p.articlePage(a).check(prose, names)
		agrees[i] = len(found) == 0
		return found
	})
	for _, f := range p.Site.Facts {
		if len(f.Reports) > 0 && f.Front != nil {
			if prose := p.read(f.Page).prose; len(prose) > 0 {
				mistakes = append(mistakes, p.factPage(f).check(prose, names)...)
			}
		}
	}
	diags := p.lookUp(mistakes)
	if in.Lint {
		diags = append(diags, each(in.Each, len(articles), func(i int) []diag.Diagnostic { return lintNames(p.Site, articles[i], all) })...)
	}
	after := &Memory{names: before.names, agreed: make(map[*content.Page][]basis, len(articles))}
	for i, a := range articles {
		if agrees[i] {
			after.agreed[a.Page] = bases[i]
		}
	}
	return diags, after
}

// lookUp completes mistakes by what of the whole site may have been meant.
func (p *Proof) lookUp(mistakes []mistake) diag.List {
	var diags diag.List
	var all []*pageFact
	lookups := 0
	for _, m := range mistakes {
		if m.hint != nil {
			if lookups++; lookups <= maxLookups && all == nil {
				for _, f := range p.Site.Facts {
					all = append(all, newPageFact(f, f.Reports))
				}
			}
			if lookups <= maxLookups {
				m.Hint = m.hint(all)
			} else {
				m.Hint = m.hint(nil)
			}
		}
		diags = append(diags, m.Diagnostic)
	}
	return diags
}

// check holds prose to p. What stands in it was read when the page was, unless a
// name is in the way that is no statement.
func (p *page) check(prose []passage, names nameIndex) []mistake {
	for _, t := range prose {
		if text := names.blank(t.Text); text != t.Text {
			t.Text = text
			t.read(p.published[0])
		}
		for i := range t.clauses {
			p.checkFigures(&t, &t.clauses[i])
			p.checkDates(&t, &t.clauses[i])
		}
		p.checkStates(&t)
	}
	return p.mistakes
}

// report notes a mistake.
func (p *page) report(code diag.Code, at diag.Place, message, hint string) {
	p.mistakes = append(p.mistakes, mistake{diag.Diagnostic{Code: code, Place: at, Message: message, Hint: hint}, nil})
}

// reportToLookUp notes a mistake whose hint may take all facts of the site.
func (p *page) reportToLookUp(code diag.Code, at diag.Place, message string, hint func(site []*pageFact) string) {
	p.mistakes = append(p.mistakes, mistake{diag.Diagnostic{Code: code, Place: at, Message: message}, hint})
}

// articlePage gathers what the prose of an article is held to.
func (p *Proof) articlePage(a *site.Article) *page {
	out := &page{site: p.Site, published: []edtf.Date{a.Front.Source.Published.Date}, lostStates: a.Front.LostState}
	out.dates = append(append(out.dates, out.published...), a.Front.Source.Read.Date)
	for _, c := range a.Front.Corrections {
		out.dates = append(out.dates, c.Date.Date)
	}
	var facts []*site.Fact
	byFact := map[*site.Fact][]*site.Report{}
	for _, r := range a.Reports {
		if byFact[r.Fact] == nil {
			facts = append(facts, r.Fact)
		}
		byFact[r.Fact] = append(byFact[r.Fact], r)
	}
	for _, f := range facts {
		out.facts = append(out.facts, newPageFact(f, byFact[f]))
	}
	out.states = reportedStates(p.Site, a)
	p.addLinked(out, a.Page)
	return out
}

// factPage gathers what the prose of our own file on a fact is held to.
func (p *Proof) factPage(f *site.Fact) *page {
	out := &page{site: p.Site}
	for _, f := range append([]*site.Fact{f, f.PartOf}, f.Parts...) {
		if f != nil {
			out.facts = append(out.facts, newPageFact(f, f.Reports))
		}
	}
	for _, r := range f.Reports {
		a := r.Article
		out.lostStates = out.lostStates || a.Front.LostState
		if published := a.Front.Source.Published.Date; !slices.Contains(out.published, published) {
			out.published = append(out.published, published)
			out.dates = append(out.dates, published)
		}
		out.states = append(out.states, reportedStates(p.Site, a)...)
	}
	p.addLinked(out, f.Page)
	return out
}

// reportedStates lists the states that a reports something of, each once.
func reportedStates(s *site.Site, a *site.Article) []*site.State {
	var states []*site.State
	add := func(code string) {
		if st := s.State(code); !slices.Contains(states, st) {
			states = append(states, st)
		}
	}
	for _, r := range a.Reports {
		for _, code := range r.Links.States {
			add(code.Code)
		}
	}
	for _, s := range a.Front.States {
		add(s.State.Code)
	}
	return states
}

// addLinked adds the facts, states and articles that a page links to, and sees
// whether the facts of to are whole.
func (p *Proof) addLinked(to *page, from *content.Page) {
	for _, d := range from.Texts {
		for _, ref := range d.Refs() {
			switch n := p.Site.Named(ref.ID); {
			case n == nil:
			case n.Fact() != nil:
				if f := n.Fact(); to.fact(f) == nil {
					to.facts = append(to.facts, newPageFact(f, f.Reports))
				}
			case n.Kind == site.StateNode:
				i := slices.IndexFunc(p.Site.States, func(s *site.State) bool { return &s.Node == n })
				to.states = append(to.states, p.Site.States[i])
			case n.Article() != nil:
				to.dates = append(to.dates, n.Article().Front.Source.Published.Date)
			}
		}
	}
	for _, f := range to.facts {
		to.dates = append(to.dates, f.dates...)
		for _, r := range f.reports {
			if r.Amount == nil && r.Event == nil {
				continue
			}
			refuted := p.isRefuted(r)
			if r.Amount != nil {
				to.lostFigures = to.lostFigures || r.Amount.Quantity.IsZero() || refuted
				to.lostDates = to.lostDates || r.Amount.Period.IsGiven() && r.Amount.Period.IsZero() || refuted
			} else {
				to.lostDates = to.lostDates || r.Event.Date.IsGiven() && r.Event.Date.IsZero() || refuted
			}
		}
	}
	if slices.ContainsFunc(to.published, edtf.Date.IsZero) {
		to.lostDates = true
	}
}

// fact is the fact of p that f is, or nil.
func (p *page) fact(f *site.Fact) *pageFact {
	if i := slices.IndexFunc(p.facts, func(g *pageFact) bool { return g.Fact == f }); i >= 0 {
		return p.facts[i]
	}
	return nil
}

// label returns the label of a link to a fact that the bytes from start to end
// are in, with that fact.
func (p *page) label(t *passage, start, end int) (*pageFact, *markdown.Label) {
	for i := range t.Labels {
		l := &t.Labels[i]
		if l.Start >= end || l.End <= start {
			continue
		}
		if n := p.site.Named(l.Ref.ID); n != nil && n.Fact() != nil {
			if fact := p.fact(n.Fact()); fact != nil {
				return fact, l
			}
		}
	}
	return nil, nil
}

// checkFigures reports figures in a clause of t that no fact of p has.
func (p *page) checkFigures(t *passage, s *clause) {
	if p.lostFigures || !s.counts {
		return
	}
	found := s.figures
	for i, f := range found {
		f.Start, f.End = s.start+f.Start, s.start+f.End
		if i+1 < len(found) && found[i+1].Whole && f.Noun == "" && !f.IsMoney() {
			f.Noun = found[i+1].Noun // "two of the seven swing states"
		}
		fact, l := p.label(t, f.Start, f.End)
		if l != nil && !f.Whole && fact.quantities != nil {
			if p.isFigure(f) || fact.Type == site.Count && f.Kind != amount.Vague {
				p.checkLabel(t, f, fact, l)
			}
			continue
		}
		if !p.isFigure(f) {
			continue
		}
		switch words := t.Text[f.Start:f.End]; {
		case !p.hasFigure(f):
			p.reportToLookUp(diag.FigureWithoutFact, t.place(f.Start, f.End), `"`+words+`" is no figure of this page's facts`,
				func(site []*pageFact) string { return p.figureHint(t, f, words, site) })
		case f.Doubt != evidence.NoDoubt:
			hint := "say it in other words, or mark what no fact has: [[!" + words + "]]"
			if t.isWords() {
				hint = "say it in other words"
			}
			p.report(diag.FigureWithoutFact, t.place(f.Start, f.End), `a fact of this page is "`+words+`", and the words around it here say something, `+f.Doubt.String(), hint)
		}
	}
}

// checkLabel holds a figure in the label of a link to the fact it leads to. A
// label is read with what stands around it, or else alone.
func (p *page) checkLabel(t *passage, f evidence.Found, fact *pageFact, l *markdown.Label) {
	agrees := func(f evidence.Found) bool {
		return f.Doubt == evidence.NoDoubt && slices.ContainsFunc(fact.quantities, func(q amount.Quantity) bool { return saysFigure(f, q) })
	}
	if agrees(f) {
		return
	}
	alone := evidence.FindQuantities(content.SiteLanguage, t.Text[l.Start:l.End])
	if f.End > l.End && f.Doubt == evidence.NoDoubt && len(alone) > 0 && !slices.ContainsFunc(alone, func(f evidence.Found) bool { return !agrees(f) }) {
		return // what follows the label is not what it counts
	}
	words := `"` + t.Text[f.Start:f.End] + `"`
	if f.Doubt != evidence.NoDoubt {
		p.report(diag.LabelDisagrees, t.place(f.Start, f.End), `the words around `+words+` say something else than "`+fact.ID+`", `+f.Doubt.String(),
			"say it without the link, or in other words")
		return
	}
	p.report(diag.LabelDisagrees, t.place(f.Start, f.End),
		words+` is not what "`+fact.ID+`" says`,
		`it is `+inWords(fact.nearest(f))+`: write [[`+fact.ID+`]], which reads so`)
}

// checkDates reports dates in a clause of t that no fact of p has.
func (p *page) checkDates(t *passage, s *clause) {
	if p.lostDates || len(p.published) == 0 || !s.hasDates {
		return
	}
	var readings [][]evidence.FoundDate // one for each day of publication
	for _, published := range p.published {
		readings = append(readings, s.datesOn(published))
	}
	for i, d := range readings[0] {
		d.Start, d.End = s.start+d.Start, s.start+d.End
		if d.Relative {
			continue
		}
		words := t.Text[d.Start:d.End]
		if d.Doubt == evidence.EitherDay {
			p.report(diag.DateWithoutFact, t.place(d.Start, d.End), `"`+words+`" may be either of two days`, `write the month as a word`)
			continue
		}
		if d.Date.IsZero() {
			p.report(diag.DateWithoutFact, t.place(d.Start, d.End), `there is no day "`+words+`"`, "")
			continue
		}
		agrees := func(have []edtf.Date) bool {
			return slices.ContainsFunc(readings, func(r []evidence.FoundDate) bool { return saysFoundDate(s.text, r[i], have) })
		}
		if d.Doubt != evidence.NoDoubt {
			p.report(diag.DateWithoutFact, t.place(d.Start, d.End), `"`+words+`" is said here of no fact, `+d.Doubt.String(), "mend the date, or say it in other words")
			continue
		}
		if fact, l := p.label(t, d.Start, d.End); l != nil && fact.dates != nil {
			if !agrees(fact.dates) {
				p.report(diag.LabelDisagrees, t.place(d.Start, d.End), `"`+words+`" is not what "`+fact.ID+`" says`,
					"it is "+dateInWords(nearestDate(d.Date, fact.dates)))
			}
			continue
		}
		if !agrees(p.dates) {
			p.reportToLookUp(diag.DateWithoutFact, t.place(d.Start, d.End), `"`+words+`" is no date of this page's facts`,
				func(site []*pageFact) string { return p.dateHint(t, d.Date, words, site) })
		}
	}
}

// saysFoundDate reports whether f, read in a text, repeats one of some dates.
// "Before" and "since" right before a day repeat a period that ends or begins
// there; "until the poll of 5 November" only says when the poll is.
func saysFoundDate(text string, f evidence.FoundDate, have []edtf.Date) bool {
	if !f.Until && !f.Since || f.Date.IsInterval() {
		return saysDate(f.Date, have)
	}
	before := strings.Fields(text[:f.Start])
	if len(before) > 0 && !slices.Contains(bounding, strings.ToLower(before[len(before)-1])) {
		return saysDate(f.Date, have)
	}
	return slices.ContainsFunc(have, func(h edtf.Date) bool {
		return h.IsInterval() && (f.Until && lies(h.End(), f.Date.Start()) || f.Since && lies(h.Start(), f.Date.Start()))
	})
}

// bounding are the last words of those that make a day the end of a time.
var bounding = strings.Fields("before until till by to after since from than")

// figureHint says which fact is meant, if one of the page or of the site comes
// near, and else how to mark a figure.
func (p *page) figureHint(t *passage, f evidence.Found, words string, site []*pageFact) string {
	mark := "mark what no fact has: [[!" + words + "]]"
	if t.isWords() {
		mark = "a title cannot be marked: leave the figure out"
	}
	fact, q := nearestFigure(f, p.facts)
	if fact == nil {
		fact, q = nearestFigure(f, site)
	}
	if fact != nil {
		is, link := `"`+fact.ID+`" is `+inWords(q), "[["+fact.ID+"]]"
		if saysFigure(f, q) {
			link = "[[" + fact.ID + "|" + words + "]]"
		}
		switch {
		case t.isWords() && p.fact(fact.Fact) == nil:
			return is + ": link to it somewhere on this page, or leave the figure out"
		case t.isWords():
			return is
		}
		return is + ": write " + link + ", or " + mark
	}
	return mark
}

// dateHint is figureHint for dates.
func (p *page) dateHint(t *passage, d edtf.Date, words string, site []*pageFact) string {
	mark := "mark what no fact has: [[!" + words + "]]"
	if t.isWords() {
		mark = "a title cannot be marked: leave the date out"
	}
	fact, have := nearestEvent(d, site)
	if fact == nil || !saysDate(d, fact.dates) {
		if near, h := nearestEvent(d, p.facts); near != nil {
			fact, have = near, h
		}
	}
	if fact == nil {
		return mark
	}
	is := `"` + fact.ID + `" is ` + dateInWords(have)
	if t.isWords() {
		return is
	}
	label := dateInWords(have)
	if saysDate(d, fact.dates) {
		label = words
	}
	return is + ": write [[" + fact.ID + "|" + label + "]], or " + mark
}
