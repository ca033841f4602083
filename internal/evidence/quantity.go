package evidence

import (
	"slices"
	"strings"

	"receipts/internal/amount"
)

// Found is a quantity in a text. Its range covers everything that was read:
// qualifier, number, currency or noun, basis.
type Found struct {
	Start, End int

	Lo, Hi string // plain decimals as of [amount.Quantity.Decimal]; equal for a point
	Vague  string // a form of package amount ("a few thousand"), if Kind is Vague

	Currency string        // ISO 4217; "" for a count
	Noun     string        // what is counted, as written; "" if the text does not let us read it
	Prices   amount.Prices // of money: at which it is told
	Basis    string        // "day" and other units of time in English; any other basis as written

	Kind      amount.Kind // Point, Range or Vague
	Qualifier amount.Qualifier
	Doubt     Doubt // why the text does not say this quantity after all
	Some      bool  // an order of magnitude: "une dizaine de", "some 40"
	Stated    bool  // the text tells whose currency it is: "US dollars", not "dollars"

	// Whole marks the number of all those that the figure before it is a part
	// of: the seven of "deux des sept États".
	Whole bool
}

// foundAt is what a reader knows of a quantity: it is of use as long as the
// tokens are there.
type foundAt struct {
	Found

	num    numeral
	kind   string // of its currency; see sharing
	lead   int    // where the words begin that deny it or make another one of it
	tail   int    // and where they end
	figure int    // where the number ends with what is counted, before its basis

	// Its tokens, those of its noun, and those of what it is paid for.
	first, next       int
	nounFrom, nounEnd int
	perFrom, perEnd   int

	// listed marks one of several: "$4 and $9 million".
	listed bool
	// counts: it is a number of sums, "four $50,000 checks".
	counts bool
	// each: it may be that of each of several things, "checks of $5".
	each   bool
	eachAt int // the token that says so, 0 if it is a noun
	// moved: it is what another number has become, "from 2.6 to 2.9".
	moved bool
	// pricedBy are the bytes of the words that tell its prices. otherPrices: further
	// words may be of it, or not.
	pricedBy    span
	otherPrices bool
	// forMany: it is of several things, for each or for all of them: "five checks for
	// $600,000". That matters in a quote.
	forMany bool
	// open: its number is not understood, "$20-35+ million".
	open bool
	// weight is the word that is not understood, if Doubt is Unread.
	weight span
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
	tail := strings.TrimSpace(unit + " " + f.Prices.String())
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
func FindQuantities(lang, text string) []Found { return Quote{Text: text, Lang: lang}.Figures() }

// Figures are the quantities of the text of e, as they read with the money of its
// source.
func (e Quote) Figures() []Found {
	l := languageOf(e.Lang)
	if l == nil {
		return nil
	}
	r := newReader(l, e.Text)
	defer r.done()
	r.source = e.Currency
	r.markDates()
	return r.figures()
}

// MayBeIn reports whether the words for the money of a figure of e are those of a
// currency too, so that it is for the source to tell whose it is.
func (e Quote) MayBeIn(code string) bool {
	l := languageOf(e.Lang)
	if l == nil {
		return false
	}
	r := newReader(l, e.Text)
	defer r.done()
	r.source = e.Currency
	r.markDates()
	return slices.ContainsFunc(r.quantities(false), func(f foundAt) bool {
		return !f.Stated && f.Currency != code && sharedBy(f.kind, code)
	})
}

// figures are the quantities of a text as they are kept.
func (r *reader) figures() []Found {
	all := r.quantities(false)
	if len(all) == 0 {
		return nil
	}
	found := make([]Found, len(all))
	for i := range all {
		found[i] = all[i].Found
	}
	return found
}

// quantities reads all quantities. With loose, articles and numbers that may be
// years count as well, which only makes sense if they are what is looked for.
func (r *reader) quantities(loose bool) []foundAt {
	r.all = r.all[:0]
	whole := false
	for i := 0; i < len(r.ts); {
		var f foundAt
		next, ok := i, r.mayBegin(i, loose)
		if ok {
			f, next, ok = r.quantity(i, loose)
		}
		if !ok {
			whole = false
			i++
			continue
		}
		f.Whole = whole
		r.all = append(r.all, f)
		i = next
		n := r.partOf(&f, i)
		if whole = n > 0; whole {
			i += n
		}
	}
	if len(r.all) > 0 {
		r.relate()
		r.price()
	}
	for i := range r.all {
		r.doubt(&r.all[i])
	}
	return r.all
}

// partOf returns the number of words at token i that make f a part of what
// follows: "two of the seven", "9 of 14 districts", "415 out of 1,900".
func (r *reader) partOf(f *foundAt, i int) int {
	if f.Kind != amount.Point || f.IsMoney() {
		return 0
	}
	if _, n := r.l.ofThe.at(r.ts, i); n > 0 {
		for k := i + n; k < i+n+maxHead && r.at(k).kind == word; k++ { // "of the state's 72"
			if r.at(k).text == "s" && r.isNumber(k+1) {
				return k + 1 - i
			}
		}
		return n
	}
	if _, n := r.l.outOf.at(r.ts, i); n > 0 && r.isNumber(i+n) {
		return n
	}
	if f.Noun == "" && !f.num.scaled() && slices.Contains(r.l.of, r.at(i).text) && r.isNumber(i+1) {
		return 1
	}
	return 0
}

// isNumber reports whether a number in digits or words is at token i.
func (p *tokens) isNumber(i int) bool {
	_, used := p.l.cardinal(p.ts, i)
	return p.at(i).kind == number || used > 0
}

// mayBegin reports whether a quantity may begin at token i: with a number, a word or
// a mark of the tables, or a currency's code before its number. It is asked of every
// word of a text.
func (r *reader) mayBegin(i int, loose bool) bool {
	t, next := r.at(i), r.at(i+1)
	if t.is&opensFigure != 0 {
		_, n := r.l.qualifiers.at(r.ts, i)
		if n == 0 {
			_, n = r.l.between.at(r.ts, i)
		}
		if n > 0 && r.mayBegin(i+n, true) {
			return true
		}
	}
	begins := t.kind == number || t.is&beginsFigure != 0
	switch {
	case !begins || next.kind != word:
	case slices.Contains(r.l.the, t.text):
		begins = r.l.scales[next.text] > 3
	case !loose && slices.Contains(r.l.one, t.text):
		begins = next.is&(beginsFigure|beginsUnit) != 0 || next.capitals
	}
	return begins || t.capitals && (next.kind == number || signs[next.text].code != "")
}

// quantity reads one quantity: what qualifies it, the number or two of them, what
// it counts, what qualifies it from behind, and what it is paid for.
func (r *reader) quantity(i int, loose bool) (f foundAt, next int, ok bool) {
	if t := r.at(i); t.dated || t.kind == code || t.kind == ordinal {
		return f, 0, false
	}
	f = foundAt{first: i, Found: Found{Start: r.at(i).start, Kind: amount.Point}}
	sign, i, ok := r.number(&f, i)
	if !ok {
		return f, 0, false
	}
	if i, ok = r.unit(&f, sign, i); !ok || !r.isQuantity(&f, i, loose) {
		return f, 0, false
	}
	if f.num.orMore {
		f.qualify(amount.AtLeast)
	}
	if j := r.behind(&f, i); j > i && f.Noun == "" && !f.IsMoney() { // "80 or more voters"
		i, _ = r.unit(&f, sign, j)
	} else {
		i = j
	}
	end := i
	i = r.basis(&f, i)
	if i > end { // "47 dollars par jour au maximum"
		basis := i
		if i = r.behind(&f, i); i > basis {
			end = i
		}
	}
	f.figure, f.End, f.next = r.at(end-1).end, r.at(i-1).end, i
	f.lead, f.tail = f.Start, f.End
	return f, i, true
}

// number reads into f what stands before its unit, and returns the currency
// before the number, if one stands there.
func (r *reader) number(f *foundAt, i int) (sign currency, next int, ok bool) {
	if q, n := r.l.qualifiers.at(r.ts, i); n > 0 && !r.isParticle(i) {
		f.Qualifier = q
		i += n
	}
	if slices.Contains(r.l.some, r.at(i).text) {
		if _, few := r.l.few.at(r.ts, i); few == 0 || r.at(i+1).kind == number {
			f.Some = true
			i++
		}
	}
	joiner, n := r.l.between.at(r.ts, i)
	i += n
	sign, i = r.sign(i)
	num, ok := r.numeral(i, sign.code != "")
	if !ok || sign.code != "" && num.article || num.vague != "" && n > 0 || num.article && r.isSigned(num.next) { // "a $75 million fund"
		return sign, 0, false
	}
	if _, odd := r.l.odd.at(r.ts, num.next); odd > 0 && !r.at(num.next).spaced {
		num.some, num.year = true, false
		num.next += odd
	}
	f.num, f.Lo, f.Hi, f.Vague, f.Some = num, num.value, num.value, num.vague, f.Some || num.some
	if num.vague != "" {
		f.Kind = amount.Vague
	}
	next, isRange := r.rangeEnd(f, num.next, joiner, sign)
	return sign, next, isRange || joiner == "" // the quantity, if it is one, starts behind "entre"
}

// isParticle reports whether what looks like a bound belongs to the verb before
// it: "handed over $5", "adding up to $5".
func (p *tokens) isParticle(i int) bool {
	return p.at(i-1).is&isHanding != 0 && p.at(i).is&isFunction != 0
}

// isQuantity reports whether the number of f, whose unit ends at token i, counts
// anything.
func (r *reader) isQuantity(f *foundAt, i int, loose bool) bool {
	n, counted := f.num, f.Noun != "" || f.IsMoney()
	plain := f.Qualifier == amount.Plain && !loose
	switch {
	case r.isNameOfSize(n.next):
		return false
	case r.isLabel(f.first, n, counted) && !(f.IsMoney() && !slices.Contains(r.l.labels, r.at(f.first-1).text)):
		return false
	case n.article && !f.IsMoney() && plain, n.article && !counted:
		return false
	case counted:
		return !(slices.Contains(r.l.clock, r.at(f.first-1).text) && f.Noun == "heures") && r.at(i).text != "o'"
	}
	listed := (r.at(n.next).text == "," || r.at(n.next).is&(isJoining|isAgainst) != 0) && r.at(n.next+1).kind == number
	isVersion := n.broken && !n.scaled() && !listed // "CC BY 4.0", not "1.5 and 2 billion"
	return !(n.year && plain) && !n.needsNoun && !isVersion && r.at(i).text != "o'"
}

// isNameOfSize reports whether a number only tells of its digits: "a six-figure
// sum".
func (p *tokens) isNameOfSize(i int) bool {
	return p.at(i).text == "-" && (p.at(i+1).text == "figure" || p.at(i+1).text == "digit")
}

// behind reads a qualifier that follows what is counted.
func (r *reader) behind(f *foundAt, i int) int {
	t := r.at(i)
	if t.spaced && (t.text == "+" || t.text == "-") {
		return i
	}
	q, n := r.l.behind.at(r.ts, i)
	if n > 1 && slices.Contains(r.l.more, r.at(i+n-1).text) && slices.Contains(r.l.than, r.at(i+n).text) {
		return i // "or more than", "voire moins de"
	}
	if n == 0 || n == 1 && t.kind == word && r.l.adjectivesFirst && r.isNounWord(i+1) {
		return i
	}
	f.qualify(q)
	return i + n
}

// qualify adds a qualifier, which may be a second one. An order of magnitude with
// "or so" is about that.
func (f *foundAt) qualify(q amount.Qualifier) {
	if f.Qualifier != amount.Plain && f.Qualifier != q {
		f.Doubt = TwiceQualified
	}
	f.Qualifier = q
}

// isSigned reports whether a number with its currency's sign before it is at i.
func (p *tokens) isSigned(i int) bool {
	c, next := p.sign(i)
	return c.code != "" && p.at(next).kind == number && !p.at(next).spaced
}
