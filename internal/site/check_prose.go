package site

import (
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
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

// A prosePage is a page whose prose is checked.
type prosePage struct {
	facts     []*pageFact
	published []edtf.Date // by which dates without a year are read
	dates     []edtf.Date // of facts, of publication, of corrections
	states    []*State    // that may be named

	counted map[string]bool // by noun, whether a fact counts it

	// Some of a fact could not be read, or is not what its quote says, so prose
	// which repeats it is not to blame.
	lostFigures, lostDates, lostStates bool
}

// checkProse holds the prose of all articles and facts to their pages' facts.
func (b *builder) checkProse() {
	if b.partial {
		return
	}
	skip := b.namesToSkip()
	names := indexNames(skip)
	var all nameIndex
	if b.lint {
		all = indexNames(b.names())
	}
	known := recall(b.memory, skip, len(b.Articles))
	b.spread(len(b.Articles), func(w *builder, i int) {
		a := b.Articles[i]
		if len(a.Page.Prose) > 0 && !known.isKnown(i, a) {
			before := len(w.diags)
			w.checkPage(w.articleProse(a), a.Page.Prose, names)
			known.note(i, len(w.diags) == before)
		}
		if b.lint {
			w.lintNames(a, all)
		}
	})
	known.keep(b.memory, b.Articles)
	for _, f := range b.Facts {
		if len(f.Reports) > 0 && f.Front != nil && len(f.Page.Prose) > 0 {
			b.checkPage(b.factProse(f), f.Page.Prose, names)
		}
	}
}

// checkPage holds the prose of one page to p. What stands in it was read when
// the page was parsed, unless a name is in the way that is no statement.
func (b *builder) checkPage(p *prosePage, prose []content.Passage, names nameIndex) {
	for _, t := range prose {
		if text := names.blank(t.Text); text != t.Text {
			t.Text, t.Reading = text, content.Read(text, p.published[0])
		}
		for i := range t.Stretches {
			b.checkFigures(p, &t, &t.Stretches[i])
			b.checkDates(p, &t, &t.Stretches[i])
		}
		b.checkStates(p, &t)
	}
}

// articleProse gathers what the prose of an article is held to.
func (b *builder) articleProse(a *Article) *prosePage {
	p := &prosePage{published: []edtf.Date{a.Front.Source.Published.Date}, lostStates: a.Front.LostState}
	p.dates = append(append(p.dates, p.published...), a.Front.Source.Read.Date)
	for _, c := range a.Front.Corrections {
		p.dates = append(p.dates, c.Date.Date)
	}
	var facts []*Fact
	byFact := map[*Fact][]*Report{}
	for _, r := range a.Reports {
		if byFact[r.Fact] == nil {
			facts = append(facts, r.Fact)
		}
		byFact[r.Fact] = append(byFact[r.Fact], r)
		for _, code := range r.Links.States {
			p.states = append(p.states, b.byCode[code.Code])
		}
	}
	for _, f := range facts {
		p.facts = append(p.facts, newPageFact(f, byFact[f]))
	}
	for _, s := range a.Front.States {
		p.states = append(p.states, b.byCode[s.State.Code])
	}
	b.addLinked(p, a.Page)
	return p
}

// factProse gathers what the prose of our own file on a fact is held to.
func (b *builder) factProse(f *Fact) *prosePage {
	p := &prosePage{}
	add := func(f *Fact) {
		if f != nil {
			p.facts = append(p.facts, newPageFact(f, f.Reports))
		}
	}
	add(f)
	add(f.PartOf)
	for _, part := range f.Parts {
		add(part)
	}
	for _, r := range f.Reports {
		a := r.Article
		p.lostStates = p.lostStates || a.Front.LostState
		if published := a.Front.Source.Published.Date; !slices.Contains(p.published, published) {
			p.published = append(p.published, published)
			p.dates = append(p.dates, published)
		}
		p.states = append(p.states, b.statesOf(a)...)
	}
	b.addLinked(p, f.Page)
	return p
}

// statesOf lists the states that a reports something of, each once.
func (b *builder) statesOf(a *Article) []*State {
	states, known := b.reported[a]
	if known {
		return states
	}
	add := func(code string) {
		if s := b.byCode[code]; !slices.Contains(states, s) {
			states = append(states, s)
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
	if b.reported == nil {
		b.reported = map[*Article][]*State{}
	}
	b.reported[a] = states
	return states
}

// addLinked adds the facts, states and articles that a page links to, and sees
// whether the facts of p are whole.
func (b *builder) addLinked(p *prosePage, page *content.Page) {
	link := func(d *markdown.Doc) {
		for _, ref := range d.Refs() {
			n := b.named(ref.ID)
			switch {
			case n == nil:
			case n.fact != nil:
				if p.fact(n.fact) == nil {
					p.facts = append(p.facts, newPageFact(n.fact, n.fact.Reports))
				}
			case n.Kind == StateNode:
				i := slices.IndexFunc(b.States, func(s *State) bool { return &s.Node == n })
				p.states = append(p.states, b.States[i])
			case n.article != nil:
				p.dates = append(p.dates, n.article.Front.Source.Published.Date)
			}
		}
	}
	for _, d := range page.Texts {
		link(d)
	}
	for _, f := range p.facts {
		p.dates = append(p.dates, f.dates...)
		for _, r := range f.reports {
			if r.Amount != nil {
				p.lostFigures = p.lostFigures || r.Amount.Quantity.IsZero() || r.Amount.Refuted
				p.lostDates = p.lostDates || r.Amount.Period.IsGiven() && r.Amount.Period.IsZero() || r.Amount.Refuted
			}
			p.lostDates = p.lostDates || r.Event != nil && (r.Event.Date.IsGiven() && r.Event.Date.IsZero() || r.Event.Refuted)
		}
	}
	if slices.ContainsFunc(p.published, edtf.Date.IsZero) {
		p.lostDates = true
	}
}

func (p *prosePage) fact(f *Fact) *pageFact {
	if i := slices.IndexFunc(p.facts, func(g *pageFact) bool { return g.Fact == f }); i >= 0 {
		return p.facts[i]
	}
	return nil
}

// label returns the label of a link to a fact that the bytes from start to end
// are in, with that fact.
func (b *builder) label(p *prosePage, t *content.Passage, start, end int) (*pageFact, *markdown.Label) {
	for i := range t.Labels {
		l := &t.Labels[i]
		if l.Start >= end || l.End <= start {
			continue
		}
		if target, _ := b.Resolve(l.Ref.ID, ""); target.Fact != nil {
			if fact := p.fact(target.Fact); fact != nil {
				return fact, l
			}
		}
	}
	return nil, nil
}

// checkFigures reports figures in a stretch of t that no fact of p has.
func (b *builder) checkFigures(p *prosePage, t *content.Passage, s *content.Stretch) {
	if p.lostFigures || !s.Counts {
		return
	}
	found := s.Figures
	for i, f := range found {
		f.Start, f.End = s.Start+f.Start, s.Start+f.End
		if i+1 < len(found) && found[i+1].Whole && f.Noun == "" && !f.IsMoney() {
			f.Noun = found[i+1].Noun // "two of the seven swing states"
		}
		fact, l := b.label(p, t, f.Start, f.End)
		if l != nil && !f.Whole && fact.quantities != nil {
			if p.isFigure(f) || fact.Type == Count && f.Kind != amount.Vague {
				b.checkLabel(p, t, f, fact, l)
			}
			continue
		}
		if !p.isFigure(f) {
			continue
		}
		switch words := t.Text[f.Start:f.End]; {
		case !p.hasFigure(f):
			b.diags.AddHint(diag.FigureWithoutFact, t.Place(f.Start, f.End), `"`+words+`" is no figure of this page's facts`,
				b.figureHint(p, t, f, words))
		case f.Doubt != evidence.NoDoubt:
			hint := "say it in other words, or mark what no fact has: [[!" + words + "]]"
			if t.IsWords() {
				hint = "say it in other words"
			}
			b.diags.AddHint(diag.FigureWithoutFact, t.Place(f.Start, f.End), `a fact of this page is "`+words+`", and the words around it here say something, `+f.Doubt.String(), hint)
		}
	}
}

// checkLabel holds a figure in the label of a link to the fact it leads to. A
// label is read with what stands around it, or else alone.
func (b *builder) checkLabel(p *prosePage, t *content.Passage, f evidence.Found, fact *pageFact, l *markdown.Label) {
	agrees := func(f evidence.Found) bool {
		return f.Doubt == evidence.NoDoubt && slices.ContainsFunc(fact.quantities, func(q amount.Quantity) bool { return saysFigure(f, q) })
	}
	if agrees(f) {
		return
	}
	alone := evidence.FindQuantities(siteLanguage, t.Text[l.Start:l.End])
	if f.End > l.End && f.Doubt == evidence.NoDoubt && len(alone) > 0 && !slices.ContainsFunc(alone, func(f evidence.Found) bool { return !agrees(f) }) {
		return // what follows the label is not what it counts
	}
	words := `"` + t.Text[f.Start:f.End] + `"`
	if f.Doubt != evidence.NoDoubt {
		b.diags.AddHint(diag.LabelDisagrees, t.Place(f.Start, f.End), `the words around `+words+` say something else than "`+fact.ID+`", `+f.Doubt.String(),
			"say it without the link, or in other words")
		return
	}
	b.diags.AddHint(diag.LabelDisagrees, t.Place(f.Start, f.End),
		words+` is not what "`+fact.ID+`" says`,
		`it is `+inWords(fact.nearest(f))+`: write [[`+fact.ID+`]], which reads so`)
}

// checkDates reports dates in a stretch of t that no fact of p has.
func (b *builder) checkDates(p *prosePage, t *content.Passage, s *content.Stretch) {
	if p.lostDates || len(p.published) == 0 || !s.HasDates {
		return
	}
	var readings [][]evidence.FoundDate // one for each day of publication
	for _, published := range p.published {
		readings = append(readings, s.DatesOn(published))
	}
	for i, d := range readings[0] {
		d.Start, d.End = s.Start+d.Start, s.Start+d.End
		if d.Relative {
			continue
		}
		words := t.Text[d.Start:d.End]
		if d.Doubt == evidence.EitherDay {
			b.diags.AddHint(diag.DateWithoutFact, t.Place(d.Start, d.End), `"`+words+`" may be either of two days`, `write the month as a word`)
			continue
		}
		if d.Date.IsZero() {
			b.diags.Add(diag.DateWithoutFact, t.Place(d.Start, d.End), `there is no day "`+words+`"`)
			continue
		}
		agrees := func(have []edtf.Date) bool {
			return slices.ContainsFunc(readings, func(r []evidence.FoundDate) bool { return saysFoundDate(s.Text, r[i], have) })
		}
		if d.Doubt != evidence.NoDoubt {
			b.diags.AddHint(diag.DateWithoutFact, t.Place(d.Start, d.End), `"`+words+`" is said here of no fact, `+d.Doubt.String(), "mend the date, or say it in other words")
			continue
		}
		if fact, l := b.label(p, t, d.Start, d.End); l != nil && fact.dates != nil {
			if !agrees(fact.dates) {
				b.diags.AddHint(diag.LabelDisagrees, t.Place(d.Start, d.End), `"`+words+`" is not what "`+fact.ID+`" says`,
					"it is "+dateInWords(nearestDate(d.Date, fact.dates)))
			}
			continue
		}
		if !agrees(p.dates) {
			b.diags.AddHint(diag.DateWithoutFact, t.Place(d.Start, d.End), `"`+words+`" is no date of this page's facts`,
				b.dateHint(p, t, d.Date, words))
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

// figureHint says which fact is meant, if one comes near, and else how to mark
// a figure.
func (b *builder) figureHint(p *prosePage, t *content.Passage, f evidence.Found, words string) string {
	mark := "mark what no fact has: [[!" + words + "]]"
	if t.IsWords() {
		mark = "a title cannot be marked: leave the figure out"
	}
	fact, q := nearestFigure(f, p.facts)
	if fact == nil {
		fact, q = b.figures().nearestFigure(f)
	}
	if fact != nil {
		is, link := `"`+fact.ID+`" is `+inWords(q), "[["+fact.ID+"]]"
		if saysFigure(f, q) {
			link = "[[" + fact.ID + "|" + words + "]]"
		}
		switch {
		case t.IsWords() && p.fact(fact.Fact) == nil:
			return is + ": link to it somewhere on this page, or leave the figure out"
		case t.IsWords():
			return is
		}
		return is + ": write " + link + ", or " + mark
	}
	return mark
}

// indexFigures indexes the facts of the whole site, for suggestions.
func (b *builder) indexFigures() *figureIndex {
	all := make([]*pageFact, 0, len(b.Facts))
	for _, f := range b.Facts {
		all = append(all, newPageFact(f, f.Reports))
	}
	return newFigureIndex(all)
}

func (b *builder) dateHint(p *prosePage, t *content.Passage, d edtf.Date, words string) string {
	mark := "mark what no fact has: [[!" + words + "]]"
	if t.IsWords() {
		mark = "a title cannot be marked: leave the date out"
	}
	fact, have := b.figures().nearestEvent(d)
	if fact == nil || !saysDate(d, fact.dates) {
		if near, h := nearestEvent(d, p.facts); near != nil {
			fact, have = near, h
		}
	}
	if fact == nil {
		return mark
	}
	is := `"` + fact.ID + `" is ` + dateInWords(have)
	if t.IsWords() {
		return is
	}
	label := dateInWords(have)
	if saysDate(d, fact.dates) {
		label = words
	}
	return is + ": write [[" + fact.ID + "|" + label + "]], or " + mark
}

// siteLanguage is the language our words are in.
const siteLanguage = "en"
