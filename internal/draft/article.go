package draft

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/site"
	"receipts/internal/yamldoc"
)

// An Article is what is known of a summary before a person writes it.
type Article struct {
	ID     string
	Source Document
	Outlet string // an id; "" if it is not known
	URL    string // "" if it is not known
	Read   string // the day on which the source is read
	Site   *site.Site
	Reading
}

// A Tally is what the draft of an article has.
type Tally struct {
	Found    int // in the text
	Proposed int // reports
	Left     int // places to fill in
	Unread   int // findings that were not understood
}

// A group is one value with all places where it stands, the first first.
type group []Finding

// Write returns the file of a: its front matter as a draft, in which each place that a
// person has to write says so.
func (a *Article) Write() ([]byte, Tally) {
	w := &writer{Article: a, taken: map[string]bool{}}
	w.line("---")
	w.line("title: %s", fill("our own title for the summary"))
	w.line("summary: %s", fill("two or three sentences in our own words, each saying who says it"))
	w.source()
	w.amounts()
	w.dates()
	w.states()
	w.rest()
	w.line("draft: true")
	w.line("---")
	w.line("")
	w.line("## FILL IN: a heading that says what the reader will find")
	w.line("")
	w.line("FILL IN: what the article reports, attributed. Link with two square brackets around an id: a link to a fact")
	w.line("shows its figure.")
	text := w.out.String()
	w.tally.Found, w.tally.Left = len(a.Found), strings.Count(text, "FILL IN")
	return []byte(text), w.tally
}

// A writer writes the file of an article.
type writer struct {
	*Article
	out   strings.Builder
	taken map[string]bool // ids that are proposed
	tally Tally
}

func (w *writer) line(format string, args ...any) { fmt.Fprintf(&w.out, format+"\n", args...) }

// fill is a place to fill in.
func fill(what string) string { return yamldoc.Quoted("FILL IN: " + what) }

// or is a value, or a place to fill in.
func or(value, what string) string {
	if value == "" {
		return fill(what)
	}
	return value
}

func (w *writer) source() {
	d := w.Source
	headline, published := "", ""
	if d.Headline != "" {
		headline = yamldoc.Quoted(d.Headline)
	}
	if !d.Published.IsZero() {
		published = d.Published.String()
	}
	w.line("source:")
	w.line("  outlet: %s", or(w.Outlet, "id of a file in content/organizations/"))
	w.line("  headline: %s", or(headline, "the headline as printed"))
	if d.By != "" {
		by := d.By
		for _, p := range w.Site.People {
			if p.Title == by {
				by = p.ID
			}
		}
		w.line("  by: %s", yamldoc.Quoted(by))
	}
	w.line("  published: %s", or(published, "the day, as 2026-03-04"))
	w.line("  language: %s", yamldoc.Quoted(d.Lang)) // "no" is a language
	if w.URL != "" {
		w.line("  url: %s", yamldoc.Quoted(w.URL))
	}
	w.line("  read: %s", w.Read)
	lengths := make([]string, len(w.Paragraphs))
	for i, n := range w.Paragraphs {
		lengths[i] = strconv.Itoa(n)
	}
	w.line("  paragraphs: [%s]", strings.Join(lengths, ", "))
}

// groups are the findings of some kinds that have the same value, and not another time,
// in order. What stands in a paragraph comes before what the headline says of it.
func (w *writer) groups(kinds ...Kind) (all []group) {
	for _, f := range w.Found {
		if f.Value == "" || f.Related || !slices.Contains(kinds, f.Kind) || w.isDateline(f) {
			continue
		}
		i := slices.IndexFunc(all, func(g group) bool {
			when := g.when()
			return g[0].Value == f.Value && (when.IsZero() || f.When.IsZero() || when == f.When)
		})
		if i < 0 {
			i = len(all)
			all = append(all, nil)
		}
		all[i] = append(all[i], f)
	}
	for _, g := range all {
		slices.SortStableFunc(g, func(x, y Finding) int { return order(x) - order(y) })
	}
	return all
}

// when is the time that one of g is of.
func (g group) when() edtf.Date {
	for _, f := range g {
		if !f.When.IsZero() {
			return f.When
		}
	}
	return edtf.Date{}
}

// states are the regions that those of g are of.
func (g group) states() (codes []string) {
	for _, f := range g {
		for _, code := range f.States {
			if !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return codes
}

// isDateline reports whether f is the day of publication as the source prints it.
func (w *writer) isDateline(f Finding) bool {
	return f.Kind == Date && f.At == "head" && f.Day == w.Source.Published
}

func order(f Finding) int {
	if strings.HasPrefix(f.At, "P") {
		return 0
	}
	return 1
}

func (w *writer) amounts() {
	w.list("amounts", w.groups(Amount, Count), func(g group) {
		f := g[0]
		w.fact(f, w.agreeing(f), strings.NewReplacer(",", "", ".", "-").Replace(f.Value))
		w.amount(f)
		if f.Kind == Amount {
			w.flowLine(f, g.when())
		}
		w.parties("from", f.From)
		w.parties("to", f.To)
		if when := g.when(); !when.IsZero() {
			w.line("    date: %s", when)
		}
		if codes := g.states(); len(codes) > 0 {
			w.line("    states: [%s]", strings.Join(codes, ", "))
		}
		w.evidence(g)
		w.parties("by", f.By)
	})
	w.unread(Amount, Count)
}

// flowLine writes what kind of payment f is. What is there or owed is so on a day, which is
// for a person to find if the words beside do not tell it.
func (w *writer) flowLine(f Finding, when edtf.Date) {
	id, words := w.flow(f)
	if isState := w.Site.Config.Flows.Kind(id) == "state"; id != "" && (!isState || when.IsZero() || isDay(when)) {
		w.line("    flow: %s # from “%s”: read it", id, words)
		if isState && when.IsZero() {
			w.line("    date: %s", fill("the day on which it was so"))
		}
		return
	}
	w.line("    flow: %s", fill("one of "+strings.Join(w.Site.Config.Flows.IDs(), ", ")))
}

func isDay(d edtf.Date) bool { return d.Precision() == edtf.PrecisionDay && !d.IsInterval() }

func (w *writer) dates() {
	w.list("dates", w.groups(Date), func(g group) {
		w.fact(g[0], w.agreeing(g[0]), "day "+g[0].Value)
		w.line("    date: %s", g[0].Value)
		w.evidence(g)
	})
	w.unread(Date)
}

func (w *writer) states() {
	w.list("states", w.groups(State), func(g group) {
		w.line("  - %s: %s", g[0].Value, fill("what the article says of it; delete the item if nothing"))
		w.quotes(g)
	})
	w.unread(State)
}

// rest are the citations and names, which are no reports of their own.
func (w *writer) rest() {
	for _, g := range w.groups(Citation) {
		w.line("# It cites %s at %s: link to it in the text, or state the question of law under \"legal\".", g[0].Value, places(g))
	}
	w.unread(Citation)
	for _, g := range w.groups(Name) {
		w.line("# It names %s at %s.", g[0].Value, places(g))
	}
	w.unread(Name)
}

func places(g group) string {
	var all []string
	for _, f := range g {
		if !slices.Contains(all, f.At) {
			all = append(all, f.At)
		}
	}
	return strings.Join(all, ", ")
}

func (w *writer) list(key string, groups []group, write func(group)) {
	if len(groups) > 0 {
		w.line("%s:", key)
	}
	for _, g := range groups {
		write(g)
		w.tally.Proposed++
	}
}

// unread writes what was found and not understood as comments: the reason, and the
// sentence.
func (w *writer) unread(kinds ...Kind) {
	for _, f := range w.Found {
		if f.Value != "" || !slices.Contains(kinds, f.Kind) {
			continue
		}
		w.tally.Unread++
		w.line("  %s”: %s.", unreadLine(f, w.Text), oneLine(f.Why))
		w.line("  #   %s", brief(oneLine(w.Text[f.Sentence.Start:f.Sentence.End])))
	}
}

// unreadLine is a comment on f, up to the end of its words.
func unreadLine(f Finding, text string) string {
	return fmt.Sprintf("# Not understood, %s at %s, “%s", f.Kind, f.At, oneLine(text[f.Start:f.End]))
}

// brief is a sentence of which a comment has enough.
func brief(s string) string {
	const most = 60 // words
	words := strings.Fields(s)
	if len(words) > most {
		return strings.Join(words[:most], " ") + " …"
	}
	return s
}

// evidence writes what all reports have: the sentence to write, and the quotes.
func (w *writer) evidence(g group) {
	w.line("    says: %s", fill("one sentence that says who says it"))
	w.quotes(g)
}

// quotes writes the first quote of g, and where else it stands.
func (w *writer) quotes(g group) {
	w.quoted("    ", g[0])
	also := g[1:]
	for _, f := range g {
		if f.WhenQuote != (Span{}) {
			also = append(slices.Clone(also), Finding{Kind: Date, Span: f.WhenQuote, Quote: f.WhenQuote, At: f.At, Day: f.When})
		}
	}
	if len(also) > 0 {
		w.line("    also:")
	}
	for _, f := range also {
		w.quoted("      - ", f)
	}
}

// quoted writes a quote with its place.
func (w *writer) quoted(indent string, f Finding) {
	w.line("%squote: %s", indent, yamldoc.Quoted(oneLine(w.Text[f.Quote.Start:f.Quote.End])))
	indent = strings.Repeat(" ", len(indent))
	if w.isTranslated() {
		w.line("%stranslation: %s", indent, w.translation(f))
	}
	w.line("%sat: %s", indent, f.At)
}

// isTranslated reports whether quotes are in another language than the site.
func (w *writer) isTranslated() bool { return !content.SameLanguage(w.Source.Lang, w.Site.Lang) }

// amount writes an amount. Where quotes are translated, what is counted and what it is paid
// for is compared with the translation.
func (w *writer) amount(f Finding) {
	unit, basis := f.Quantity.Unit(), f.Quantity.Basis()
	if !w.isTranslated() || (f.Quantity.IsMoney() || isOurs(unit)) && isOurs(basis) {
		w.line("    amount: %s", f.Value)
		return
	}
	if f.Quantity.IsMoney() {
		unit = ""
	}
	if english, nouns := inEnglish(f.Value, unit, basis); english != "" && w.isFromFrench() {
		w.line("    amount: %s # of “%s”: read it", english, nouns)
		return
	}
	w.line("    amount: %s", fill("with its noun in the language of the site: "+f.Value))
}

// isFromFrench reports whether quotes are French and the site is English.
func (w *writer) isFromFrench() bool {
	return content.SameLanguage(w.Source.Lang, "fr") && content.SameLanguage(w.Site.Lang, "en")
}

func (w *writer) parties(key string, ids []string) {
	if len(ids) == 1 {
		w.line("    %s: %s", key, ids[0])
	} else if len(ids) > 1 {
		w.line("    %s: [%s]", key, strings.Join(ids, ", "))
	}
}

// fact writes the id of the fact: that of the one fact of the site that has the same
// amount, or else a proposed one. That two things happen on one day tells less.
func (w *writer) fact(f Finding, agreeing []string, proposed string) {
	if len(agreeing) == 1 && f.Kind != Date && !w.taken[agreeing[0]] {
		w.taken[agreeing[0]] = true
		w.line("  - fact: %s # this may be that fact of the site: it has the same value", agreeing[0])
		return
	}
	if len(agreeing) > 0 {
		w.line("  # This may be %s.", strings.Join(agreeing, " or "))
	}
	w.line("  - fact: %s", w.propose(f, proposed))
}

// propose makes an id that no other has, from who gives and the value.
func (w *writer) propose(f Finding, value string) string {
	words := slices.Concat(f.From, []string{value})
	id := content.IDOf(strings.Join(words, " "))
	if !content.IsID(id) {
		id = "fact"
	}
	free := id
	for n := 2; w.taken[free] || w.Site.Named(free) != nil; n++ {
		free = id + "-" + strconv.Itoa(n)
	}
	w.taken[free] = true
	return free
}

// agreeing are the facts of the site, other articles' too, that have the value of f.
func (w *writer) agreeing(f Finding) (ids []string) {
	for _, fact := range w.Site.Facts {
		if slices.ContainsFunc(fact.Reports, func(r *site.Report) bool { return agrees(f, r) }) {
			ids = append(ids, fact.ID)
		}
	}
	return ids
}

// agrees reports whether a report of a fact has the value of f. What is counted may be
// called otherwise.
func agrees(f Finding, r *site.Report) bool {
	switch {
	case f.Kind == Date:
		return r.Event != nil && r.Event.Date.Date == f.Day
	case r.Amount == nil || r.Amount.Quantity.IsUnquantified():
		return false
	}
	q, of := f.Quantity, r.Amount.Quantity.Quantity
	same := q.Kind() == of.Kind() && q.Lo() == of.Lo() && q.Hi() == of.Hi() && q.Digits() == of.Digits() && q.IsMoney() == of.IsMoney() && q.VagueForm() == of.VagueForm()
	if !same {
		return false
	}
	if q.IsMoney() {
		return q.Unit() == of.Unit()
	}
	return evidence.Names(of.Unit(), q.Unit()) || q.Lo() >= manyThings
}

// manyThings is a number that hardly two facts have by chance, in hundredths or in ones.
const manyThings = 1_000_000
