// Package draft reads the text of a source for what a summary may report of it, and
// writes the summary's front matter as far as the text tells it.
//
// In go a text and what the site knows: its regions, its names, its facts. Out come
// [Finding]s with their places, and lines of YAML. What is not understood is said to
// be so, with the reason; no value is ever guessed. The package reads no file and
// judges by package evidence alone, as "check" does.
package draft

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/amount"
	"receipts/internal/citation"
	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
	"receipts/internal/proof"
	"receipts/internal/region"
	"receipts/internal/site"
	"receipts/internal/verbatim"
)

// A Source is the text of a source with what is known of it.
type Source struct {
	Text      string
	Lang      string    // BCP 47
	Headline  string    // as printed; "" if it is not known
	Published edtf.Date // dates are read from that day; zero if it is not known

	// Paragraphs are their lengths in characters, or 0 for each if only their number is
	// known, as front matter has them. Without, they are those of [Paragraphs].
	Paragraphs []int
	Currency   string // ISO 4217, of a bare "$"; "" is the usual one
}

// Known is what a site knows that texts may name.
type Known struct {
	Regions *region.Set
	Names   proof.Names
}

// KnownOf is what a site knows, of which editions are all editions.
func KnownOf(editions ...*site.Site) Known {
	return Known{editions[0].Config.Regions.Set, proof.NamesOf(editions...)}
}

// A Kind is what was found.
type Kind string

const (
	Amount   Kind = "amount" // money
	Count    Kind = "count"
	Date     Kind = "date"
	State    Kind = "state"
	Citation Kind = "citation"
	Name     Kind = "name" // of a person or an organization of the site
)

// A Span is a range of bytes.
type Span = evidence.Span

// A Finding is one thing that a text says, and where.
type Finding struct {
	Kind Kind
	Span        // bytes of the text of the Reading
	At   string // as a locator: "P7", "H1", "T", "C" or "head"

	// Value is what front matter says for it: "more than 75 million USD", "2024-11-05",
	// "MI", "52 U.S.C. § 10307(c)", an id. If it is empty, Why says what is not
	// understood.
	Value, Why string

	Quantity amount.Quantity // of an Amount or a Count with a value
	Day      edtf.Date       // of a Date with a value
	IDs      []string        // of a Name: whose it may be

	Sentence Span // in which it stands
	Quote    Span // the shortest words that carry the value; none without one

	// When is the time that an Amount or a Count is of, and States the regions, where the
	// words beside it tell; the words that do stand in Quote, or in WhenQuote.
	When      edtf.Date
	WhenQuote Span
	States    []string

	// Related says of a Date or a State that another finding has it so.
	Related bool

	// From and To are the ids of who gives and who is given an Amount, and By of who is
	// cited for it, where the words of its sentence tell.
	From, To, By []string
}

// A Reading is a text with what was found in it.
type Reading struct {
	Text       string           // in the form that all bytes are counted in
	Paragraphs []int            // the lengths of its paragraphs, in characters
	Places     []verbatim.Place // its blocks, up to the last paragraph
	Found      []Finding        // in order
}

// Read finds in the text of a source all amounts, counts, dates, regions, legal
// citations and known names. It reports false if the text has no paragraphs, or not
// those that s states. In a language that is not read, only citations and names are
// found.
func Read(s Source, k Known) (Reading, bool) {
	lengths := s.Paragraphs
	if len(lengths) == 0 {
		lengths = Paragraphs(s)
	}
	cut, ok := verbatim.ParseSource(s.Text, s.Headline, lengths)
	if !ok {
		return Reading{}, false
	}
	r := Reading{Text: verbatim.Normal(s.Text), Paragraphs: lengths, Places: cut.Places()}
	for _, p := range r.Places {
		b := block{source: s, known: k, cut: cut, place: p, text: r.Text[p.Start:p.End], at: r.Locator(p)}
		r.Found = append(r.Found, b.read()...)
	}
	return r, true
}

// Locator is what front matter calls a place. A plain text does not tell a standfirst
// from a dateline, but for the mark that ends a sentence.
func (r *Reading) Locator(p verbatim.Place) string {
	if p.Kind == "" {
		if end := strings.TrimRight(r.Text[p.Start:p.End], "\"'’”»)\u00a0\u202f "); strings.HasSuffix(end, ".") || strings.HasSuffix(end, "!") || strings.HasSuffix(end, "?") {
			return "C"
		}
		return "head"
	}
	return locator(p)
}

// A block is one place of a source while it is read.
type block struct {
	source    Source
	known     Known
	cut       *verbatim.Source
	place     verbatim.Place
	text      string
	at        string
	sentences []int // where they end
	names     []proof.Named
	found     []Finding
}

// read finds all that stands in b.
func (b *block) read() []Finding {
	b.sentences = append(markdown.SentenceEnds(b.text), len(b.text))
	b.names = b.known.Names.In(b.text)
	lang := b.source.Lang
	for _, n := range b.names {
		b.name(n)
	}
	for _, m := range citation.Find([]byte(b.text)) {
		b.cited(m)
	}
	for _, f := range evidence.MayNameStates(b.known.Regions, lang, b.text) {
		b.state(f)
	}
	figures := (evidence.Quote{Lang: lang, Text: b.text, Currency: b.source.Currency}).Figures()
	for _, f := range figures {
		b.figure(f, figures)
	}
	for _, f := range evidence.FindDates(lang, b.text, b.source.Published) {
		b.date(f)
	}
	b.found = slices.DeleteFunc(b.found, b.isOfDate)
	b.relate()
	for i := range b.found {
		f := &b.found[i]
		for _, s := range []*Span{&f.Span, &f.Sentence, &f.Quote, &f.WhenQuote} {
			if *s != (Span{}) {
				s.Start, s.End = s.Start+b.place.Start, s.End+b.place.Start
			}
		}
	}
	slices.SortStableFunc(b.found, func(x, y Finding) int { return cmp.Or(x.Start-y.Start, x.End-y.End) })
	return b.found
}

// add notes what stands at a range of b.
func (b *block) add(kind Kind, at Span) *Finding {
	b.found = append(b.found, Finding{Kind: kind, Span: at, At: b.at, Sentence: b.sentence(at)})
	return &b.found[len(b.found)-1]
}

// sentence is the sentence in which a range stands, or the several that it reaches over.
func (b *block) sentence(at Span) Span {
	s := Span{Start: 0, End: len(b.text)}
	for _, end := range b.sentences {
		if end <= at.Start {
			s.Start = end
		}
		if end >= at.End {
			s.End = end
			break
		}
	}
	trimmed := strings.TrimSpace(b.text[s.Start:s.End])
	s.Start += strings.Index(b.text[s.Start:s.End], trimmed)
	s.End = s.Start + len(trimmed)
	return s
}

// isNamed reports whether a range is a part of a known name: the number of "404 Media".
func (b *block) isNamed(start, end int) bool {
	return slices.ContainsFunc(b.names, func(n proof.Named) bool { return n.Start <= start && end <= n.End })
}

// isOfDate reports whether f is a number of days or years by which a date is told, "four
// years ago".
func (b *block) isOfDate(f Finding) bool {
	return f.Kind == Count && slices.ContainsFunc(b.found, func(d Finding) bool { return d.Kind == Date && d.Start <= f.Start && f.End <= d.End })
}

func (b *block) name(n proof.Named) {
	f := b.add(Name, n.Span)
	f.IDs = n.IDs
	if f.Quote = f.Span; len(f.IDs) == 1 {
		f.Value = f.IDs[0]
		return
	}
	f.Why = "several are called so: " + strings.Join(f.IDs, ", ")
}

func (b *block) cited(m citation.Match) {
	f := b.add(Citation, Span{Start: m.Start, End: m.End})
	f.Value, f.Quote = m.Citation.String(), f.Span
	if m.Citation.Unpaged {
		f.Value, f.Why = "", "its page is not known yet"
	}
}

func (b *block) state(s evidence.FoundState) {
	if b.isNamed(s.Start, s.End) {
		return
	}
	f := b.add(State, Span{Start: s.Start, End: s.End})
	r, _ := b.known.Regions.ByCode(s.Code)
	switch {
	case s.Excluded:
		f.Why = "the words before it leave it out"
	case s.Bare:
		f.Why = "it may be another word, with which the sentence begins"
	case r.Ambiguous:
		f.Why = "the name is of something else more often"
	default:
		f.Value, f.Quote = s.Code, Span{Start: s.Words.Start, End: s.Words.End}
	}
}

func (b *block) figure(f evidence.Found, figures []evidence.Found) {
	if b.isNamed(f.Start, f.End) {
		return
	}
	kind := Count
	if f.IsMoney() {
		kind = Amount
	}
	out := b.add(kind, Span{Start: f.Start, End: f.End})
	if out.Kind == Amount {
		b.parties(out, figures)
	}
	quantities := spellings(f)
	switch {
	case f.Doubt != evidence.NoDoubt:
		out.Why = f.Doubt.String()
	case b.isToldBehind(f):
		out.Why = "what is said of it stands before it, and denies something"
	case otherSum.MatchString(b.text[f.Start:f.End]):
		out.Why = "it is compared with a sum that is somebody else's"
	case !f.IsMoney() && (f.Noun == "" || !isCounted(f)):
		out.Why = "what is counted is not told beside the number"
	case !f.IsMoney() && (f.Vague == "several" || f.Vague == "a few"):
		out.Why = "it tells no number"
	case !f.IsMoney() && b.isLapse(f):
		out.Why = "it tells when something is, and counts nothing"
	case len(quantities) == 0:
		out.Why = "our notation has no form for it"
	}
	if out.Why != "" {
		return
	}
	for _, q := range quantities {
		quote, why := b.shortest(out.Span, out.Sentence, func(text string, around evidence.Context) string {
			return b.carries(q, f, text, around)
		})
		if why == "" {
			out.Value, out.Why, out.Quantity, out.Quote = q.String(), "", q, quote
			return
		}
		out.Why = cmp.Or(out.Why, why)
	}
}

// isCounted reports whether the noun of f can be what f counts: of several things it is
// in plural. "586 millions provenant des comités" counts what was said before.
func isCounted(f evidence.Found) bool {
	if f.Noun == "percent" || f.Kind == amount.Point && (f.Hi == "0" || f.Hi == "1") || strings.HasPrefix(f.Hi, "0.") {
		return true
	}
	return slices.ContainsFunc(strings.Fields(strings.ToLower(f.Noun)), func(w string) bool {
		return strings.HasSuffix(w, "s") || strings.HasSuffix(w, "x") || slices.Contains(irregular, w)
	})
}

// isLapse reports whether f is a length of time by which the words beside it tell when
// something is: "the past three months", "three days after the vote".
func (b *block) isLapse(f evidence.Found) bool {
	noun, _, _ := strings.Cut(strings.ToLower(f.Noun), " ")
	if !lengths[noun] {
		return false
	}
	at := max(0, f.Start-farWords)
	ws := wordsIn(b.text[at:min(len(b.text), f.End+farWords)])
	from, to := first(ws, f.Start-at), first(ws, f.End-at)
	in := func(k int, words map[string]bool) bool { return k >= 0 && k < len(ws) && words[ws[k].text] }
	inside := slices.ContainsFunc(ws[from:to], func(w word) bool { return lapses[w.text] })
	return inside || in(from-1, lapses) || in(to, lapses) || in(from-2, lapses) && in(from-1, determiners)
}

var (
	lengths = set("second seconds minute minutes hour hours day days week weeks month months quarter quarters year years decade decades " +
		"seconde secondes heure heures jour jours semaine semaines mois trimestre trimestres an ans année années décennie décennies")
	lapses = set("past last first next previous coming following preceding final within later earlier before after ago since prior " +
		"derniers dernières premiers premières prochains prochaines dans depuis après avant tard tôt auparavant")
)

var irregular = strings.Fields("people men women children staff police")

// otherSum is a figure that another one is said to be more or less than: "inférieure
// aux 1,65 milliard", "less than the $5 million".
var otherSum = regexp.MustCompile(`(?i)\b(?:aux|que l[ea]s?|than (?:the|its|his|her|their))\s+[$€£]?\d`)

// isToldBehind reports whether f is what a pronoun before it stands for, in a sentence
// that denies: « il ne les a pas versés, ces 2 millions ».
func (b *block) isToldBehind(f evidence.Found) bool {
	before := b.before(f.Start)
	m := behindComma.FindStringIndex(before)
	if m == nil {
		return false
	}
	ws := wordsIn(before[:m[0]])
	return slices.ContainsFunc(ws, func(w word) bool { return denials[w.text] }) && slices.ContainsFunc(ws, func(w word) bool { return standIns[w.text] })
}

var (
	behindComma = regexp.MustCompile(`(?i)[,:]\s+(?:ces|ce|cette|les|le|la|those|these|that|this|the)\s+(?:\pL+\s+)?$`)
	denials     = set("pas jamais plus rien aucun aucune never not no nothing t")
	standIns    = set("les le la l en them it that those")
)

// spellings are the quantities that a figure may be stated as, the best first. Where a
// noun ends is uncertain: what stands behind may be no part of it.
func spellings(f evidence.Found) (all []amount.Quantity) {
	words := strings.Fields(f.Noun)
	for n := len(words); n > 0 || f.IsMoney(); n-- {
		g := f
		g.Noun = strings.Join(words[:max(0, n)], " ")
		if q, ok := g.Quantity(); ok {
			all = append(all, q)
		}
		if f.IsMoney() {
			break
		}
	}
	return all
}

// carries returns why a piece of b does not carry q, which was made of f; "" if it does.
func (b *block) carries(q amount.Quantity, f evidence.Found, text string, around evidence.Context) string {
	e := evidence.Quote{Lang: b.source.Lang, Text: text, Currency: b.source.Currency}
	_, problems := evidence.Hold(q, e)
	if b.isForeign() && slices.ContainsFunc(e.Figures(), func(g evidence.Found) bool { return g.Noun == f.Noun && g.Basis == f.Basis }) {
		// What is counted is looked for in the translation, which is to be written.
		problems = slices.DeleteFunc(problems, func(p evidence.Problem) bool {
			return p.Kind == evidence.Unit && !q.IsMoney() || p.Kind == evidence.Basis && f.Basis == q.Basis()
		})
	}
	if len(problems) == 0 {
		problems = evidence.Around(q, e, around)
	}
	if len(problems) > 0 {
		return problems[0].Message
	}
	return ""
}

// isForeign reports whether nouns of b are not in the language in which front matter is
// compared with quotes.
func (b *block) isForeign() bool {
	return !content.SameLanguage(b.source.Lang, "en")
}

func (b *block) date(f evidence.FoundDate) {
	if b.isNamed(f.Start, f.End) {
		return
	}
	out := b.add(Date, Span{Start: f.Start, End: f.End})
	switch {
	case f.Doubt != evidence.NoDoubt:
		out.Why = f.Doubt.String()
	case isYearOfName(b.text[:f.Start], f):
		out.Why = "it may be a part of the name before it"
	case partOfTime.MatchString(b.before(f.Start)) || b.endsSpan(f):
		out.Why = "the words before it may make a part of it, or the end of a span"
	case f.Date.IsZero() && b.source.Published.IsZero():
		out.Why = "it is read from the day of publication, which is not known"
	case f.Date.IsZero():
		out.Why = "it needs another date to be understood, or there is no such day"
	}
	if out.Why != "" {
		return
	}
	day := f.Date.String()
	for _, text := range []string{day, "../" + day, day + "/.."} {
		d, err := edtf.Parse(text)
		if err != nil {
			continue
		}
		quote, why := b.shortest(out.Span, out.Sentence, func(text string, around evidence.Context) string {
			return b.dates(d, text, around)
		})
		if why == "" {
			out.Value, out.Why, out.Day, out.Quote = d.String(), "", d, quote
			return
		}
		out.Why = cmp.Or(out.Why, why)
	}
}

// partOfTime are words of a part of a time that is no month or day: "the early months of".
var partOfTime = regexp.MustCompile(`(?i)\b(?:early|late|later|final|opening|closing|last|coming|(?:tout )?premi[eè]re?s|derni[eè]re?s) (?:few )?(?:months?|weeks?|days?|part|half|mois|semaines|jours) (?:of|de|d['’])(?: (?:the|l['’]année))? ?$`)

// endsSpan reports whether f is the end of a span whose beginning stands before: "from July
// to the end of September".
func (b *block) endsSpan(f evidence.FoundDate) bool {
	before := b.before(f.Start)
	return toEnd.MatchString(before) && strings.Contains(strings.ToLower(before), "from ")
}

// before are the words of a sentence in front of a byte, as far as they are near.
func (b *block) before(at int) string {
	from := max(b.sentence(Span{Start: at, End: at}).Start, at-farWords)
	for from < at && !utf8.RuneStart(b.text[from]) {
		from++
	}
	return b.text[from:at]
}

// farWords is how far from a figure or a date words are read that may make another one of
// it, in bytes.
const farWords = 200

var toEnd = regexp.MustCompile(`(?i)\b(?:to|through|until) the (?:end|middle|start|beginning) of $`)

// isYearOfName reports whether a date is a year right behind a word with a capital:
// "American Values 2024". What a sentence begins with is no name.
func isYearOfName(before string, f evidence.FoundDate) bool {
	if f.End-f.Start != len("2024") || f.Date.Precision() != edtf.PrecisionYear || !strings.HasSuffix(before, " ") {
		return false
	}
	words := strings.Fields(before)
	if len(words) < 2 {
		return false
	}
	last, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsUpper(last) && !strings.HasSuffix(words[len(words)-2], ".")
}

// dates returns why a piece of b does not carry d; "" if it does.
func (b *block) dates(d edtf.Date, text string, around evidence.Context) string {
	e := evidence.Quote{Lang: b.source.Lang, Text: text}
	_, problems := evidence.HoldDate(d, e, b.source.Published)
	if len(problems) == 0 {
		problems = evidence.AroundDate(d, e, b.source.Published, around)
	}
	if len(problems) > 0 {
		return problems[0].Message
	}
	return ""
}
