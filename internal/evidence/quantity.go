package evidence

import (
	"slices"
	"strings"
	"sync"

	"receipts/internal/amount"
)

// Found is a quantity in a text. Its range covers everything that was read:
// qualifier, number, currency or noun, basis.
type Found struct {
	Start, End int

	Lo, Hi string // plain decimals as of [amount.Quantity.Decimal]; equal for a point
	Vague  string // a form of package amount ("a few thousand"), if Kind is Vague

	Currency string // ISO 4217; "" for a count
	Noun     string // what is counted, as written; "" if the text does not let us read it
	Basis    string // "day" and other units of time in English; any other basis as written

	Kind      amount.Kind // Point, Range or Vague
	Qualifier amount.Qualifier
	Doubt     Doubt // why the text does not say this quantity after all
	Some      bool  // an order of magnitude: "une dizaine de", "some 40"
	Stated    bool  // the text tells whose currency it is: "US dollars", not "dollars"

	// Whole marks the number of all those that the figure before it is a part
	// of: the seven of "deux des sept États".
	Whole bool
}

// foundAt is what a parser knows of a quantity: it is of use as long as the
// tokens are there.
type foundAt struct {
	Found

	article bool // the number is an article: "un électeur"
	lead    int  // where the words begin that deny it or make another one of it
	tail    int  // and where they end
	figure  int  // where the number ends with what is counted, before its basis

	// Its tokens, and those of its noun.
	first, next       int
	nounFrom, nounEnd int
}

// IsMoney reports whether f names a currency.
func (f Found) IsMoney() bool { return f.Currency != "" }

// Quantity returns f as front matter would have it, with its noun as written.
// It reports false if f has no unit, or says what front matter has no words for.
func (f Found) Quantity() (amount.Quantity, bool) {
	unit := f.Currency
	if unit == "" {
		unit = f.Noun
	}
	var words []string
	if q := f.Qualifier.String(); q != "" {
		words = append(words, q)
	}
	if f.Some {
		words = append(words, "some")
	}
	tail := unit
	if f.Basis != "" {
		tail += " per " + f.Basis
	}
	if f.Kind == amount.Vague {
		words = append(words, f.Vague)
		if strings.HasSuffix(f.Vague, "s") {
			words = append(words, "of")
		}
		q, err := amount.Parse(strings.Join(append(words, tail), " "))
		return q, err == nil
	}
	// A number has one spelling, and package amount knows which.
	for _, scale := range []struct {
		zeros int
		word  string
	}{{0, ""}, {6, "million "}, {9, "billion "}} {
		figure := shifted(f.Lo, -scale.zeros)
		if f.Kind == amount.Range {
			figure += ".." + shifted(f.Hi, -scale.zeros)
		}
		spelling := strings.Join(append(slices.Clone(words), figure, scale.word+tail), " ")
		if q, err := amount.Parse(spelling); err == nil {
			return q, true
		}
	}
	return amount.Quantity{}, false
}

// FindQuantities returns the quantities of a text in order; their ranges do not
// overlap. Years, dates, times of day, ranks, citations, labels ("section 5"),
// versions and names with digits are none. An article is a number only before a
// scale word, a currency, or behind a qualifier: "un million", not "un chèque".
func FindQuantities(lang, text string) []Found {
	l := languageOf(lang)
	if l == nil {
		return nil
	}
	p := newParser(l, text)
	defer p.done()
	p.markDates()
	return p.figures()
}

// figures are the quantities of a text as they are kept.
func (p *parser) figures() []Found {
	all := p.quantities(false)
	if len(all) == 0 {
		return nil
	}
	found := make([]Found, len(all))
	for i := range all {
		found[i] = all[i].Found
	}
	return found
}

// parser walks through the tokens of one text. Its methods read something at a
// token and return the token behind it.
type parser struct {
	l    *language
	text string
	ts   []token
	all  []foundAt // the figures, once quantities has read them
}

// parsers are reused: allocating tokens and figures for all prose took a tenth of
// the time of reading a site.
var parsers = sync.Pool{New: func() any { return new(parser) }}

// newParser returns a parser of which nothing is left when done is called.
func newParser(l *language, text string) *parser {
	p := parsers.Get().(*parser)
	p.l, p.text, p.ts, p.all = l, text, l.appendTokens(p.ts[:0], text), p.all[:0]
	return p
}

// done gives p to the next text.
func (p *parser) done() {
	clear(p.ts) // a pool keeps no text alive
	clear(p.all)
	p.text = ""
	parsers.Put(p)
}

// none stands for the tokens before the first and behind the last.
var none = token{kind: mark, spaced: true}

// at returns a token, which is not to be changed.
func (p *parser) at(i int) *token {
	if i < 0 || i >= len(p.ts) {
		return &none
	}
	return &p.ts[i]
}

// quantities reads all quantities. With loose, articles and numbers that may be
// years count as well, which only makes sense if they are what is looked for.
func (p *parser) quantities(loose bool) []foundAt {
	p.all = p.all[:0]
	whole := false
	for i := 0; i < len(p.ts); {
		var f foundAt
		next, ok := i, p.mayBegin(i)
		if ok {
			f, next, ok = p.quantity(i, loose)
		}
		if !ok {
			whole = false
			i++
			continue
		}
		f.Whole = whole
		p.all = append(p.all, f)
		i = next
		// "two of the seven" is two quantities.
		_, n := p.l.ofThe.at(p.ts, i)
		if whole = n > 0 && f.Kind == amount.Point && !f.IsMoney(); whole {
			i += n
		}
	}
	return p.all
}

// mayBegin reports whether a quantity may begin at token i: with a number, a word
// or a mark of the tables, or a currency's code before its number.
func (p *parser) mayBegin(i int) bool {
	t := &p.ts[i]
	return t.kind == number || t.is&beginsFigure != 0 || t.capitals && p.at(i+1).kind == number
}

func (p *parser) quantity(i int, loose bool) (foundAt, int, bool) {
	f := foundAt{Found: Found{Start: p.at(i).start}}
	first, fail := i, func() (foundAt, int, bool) { return foundAt{}, 0, false }
	if p.at(i).dated || p.at(i).kind == code || p.at(i).kind == ordinal {
		return fail()
	}
	qualifier, n := p.l.qualifiers.at(p.ts, i)
	if n > 0 {
		f.Qualifier = qualifier
		i += n
	}
	fig, ok := p.vague(i)
	if !ok && slices.Contains(p.l.some, p.at(i).text) {
		f.Some = true
		i++
	}
	joiner := ""
	if !ok {
		if j, n := p.l.between.at(p.ts, i); n > 0 {
			joiner = j
			i += n
		}
	}
	sign, i := p.sign(i)
	if !ok {
		fig, ok = p.figure(i)
	}
	if !ok || sign.code != "" && fig.article || fig.article && p.isSigned(fig.next) { // "a $75 million fund"
		return fail()
	}
	if _, n := p.l.odd.at(p.ts, fig.next); n > 0 && !p.at(fig.next).spaced {
		fig.some, fig.year = true, false
		fig.next += n
	}
	f.Kind, f.Lo, f.Hi, f.Vague = amount.Point, fig.value, fig.value, fig.vague
	f.Some, f.article = f.Some || fig.some, fig.article
	if fig.vague != "" {
		f.Kind = amount.Vague
	}
	i = fig.next
	i, isRange := p.rangeEnd(&f, &fig, i, joiner, sign)
	if joiner != "" && !isRange {
		return fail() // the quantity, if it is one, starts behind "entre"
	}
	i, ok = p.unit(&f, fig, sign, i)
	if !ok || p.isLabel(first, fig) {
		return fail()
	}
	counted := f.Noun != "" || f.IsMoney()
	switch {
	case fig.article && !f.IsMoney() && f.Qualifier == amount.Plain && !loose:
		return fail()
	case fig.article && !counted:
		return fail()
	case fig.year && !counted && f.Qualifier == amount.Plain && !loose:
		return fail()
	case fig.needsNoun && !counted:
		return fail()
	case fig.broken && !fig.scaled && !counted:
		return fail() // "CC BY 4.0"
	}
	if slices.Contains(p.l.clock, p.at(first-1).text) && f.Noun == "heures" || p.at(i).text == "o'" {
		return fail()
	}
	if fig.orMore {
		f.qualify(amount.AtLeast)
	}
	if j := p.behind(&f, i); j > i && !counted { // "80 or more voters"
		i, _ = p.unit(&f, fig, sign, j)
	} else {
		i = j
	}
	end := i
	i = p.basis(&f, first, i)
	if i > end { // "47 dollars par jour au maximum"
		basis := i
		if i = p.behind(&f, i); i > basis {
			end = i
		}
	}
	f.figure = p.at(end - 1).end
	f.End, f.lead = p.at(i-1).end, f.Start
	f.tail, f.first, f.next = f.End, first, i
	p.doubt(&f, first, i)
	return f, i, true
}

// behind reads a qualifier that follows what is counted.
func (p *parser) behind(f *foundAt, i int) int {
	t := p.at(i)
	if t.spaced && (t.text == "+" || t.text == "-") {
		return i
	}
	q, n := p.l.behind.at(p.ts, i)
	if n > 1 && slices.Contains(p.l.more, p.at(i+n-1).text) && slices.Contains(p.l.than, p.at(i+n).text) {
		return i // "or more than", "voire moins de"
	}
	if n == 0 || n == 1 && t.kind == word && p.l.adjectivesFirst && p.isNounWord(i+1) {
		return i
	}
	f.qualify(q)
	return i + n
}

// qualify adds a qualifier, which may be a second one.
func (f *foundAt) qualify(q amount.Qualifier) {
	if f.Qualifier != amount.Plain && f.Qualifier != q {
		f.Doubt = TwiceQualified
	}
	f.Qualifier = q
}

// isSigned reports whether a number with its currency's sign before it is at i.
func (p *parser) isSigned(i int) bool {
	c, next := p.sign(i)
	return c.code != "" && p.at(next).kind == number && !p.at(next).spaced
}

// rangeEnd reads the second number of a range into f. A scale word behind the
// second number counts for both, unless the first is too large for that.
func (p *parser) rangeEnd(f *foundAt, fig *figure, i int, joiner string, sign currency) (int, bool) {
	if fig.vague != "" || fig.article || f.Some {
		return i, false
	}
	j := i
	if _, n := p.l.currencies.at(p.ts, j); n > 0 { // "47 dollars à 100 dollars"
		j += n
	}
	switch t := p.at(j); {
	case joiner != "" && t.text == joiner, slices.Contains(p.l.to, t.text), t.text == "–", t.text == "—" && !t.spaced,
		t.text == "-" && !t.spaced && fig.digits:
		j++
	default:
		return i, false
	}
	second, j := p.sign(j)
	if second.code != "" && sign.code != "" && second.code != sign.code {
		return i, false
	}
	hi, ok := p.figure(j)
	if !ok || hi.article || hi.some {
		return i, false
	}
	lo := fig.value
	if hi.scaled && !fig.scaled && decimalLess(lo, "1000") {
		if zeros := p.zerosBefore(hi.next); zeros > 0 {
			lo = shifted(lo, zeros)
		}
	}
	if !decimalLess(lo, hi.value) {
		return i, false
	}
	f.Kind, f.Lo, f.Hi = amount.Range, lo, hi.value
	fig.scaled, fig.letter, fig.year = fig.scaled || hi.scaled, fig.letter || hi.letter, fig.year && hi.year
	fig.needsNoun = false
	return hi.next, true
}
