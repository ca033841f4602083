package evidence

import (
	"slices"
	"strconv"
	"strings"

	"receipts/internal/amount"
)

// Found is a quantity in a text. Its range covers everything that was read:
// qualifier, number, currency or noun, basis.
type Found struct {
	Start, End int

	Kind      amount.Kind // Point, Range or Vague
	Qualifier amount.Qualifier
	Some      bool   // an order of magnitude: "une dizaine de", "some 40"
	Lo, Hi    string // plain decimals as of [amount.Quantity.Decimal]; equal for a point
	Vague     string // a form of package amount ("a few thousand"), if Kind is Vague

	Currency string // ISO 4217; "" for a count
	Stated   bool   // the text tells whose currency it is: "US dollars", not "dollars"
	Noun     string // what is counted, as written; "" if the text does not let us read it
	Basis    string // "day" and other units of time in English; any other basis as written

	// Whole marks the number of all those that the figure before it is a part
	// of: the seven of "deux des sept États".
	Whole bool

	// Doubt says why the text does not say this quantity after all.
	Doubt Doubt

	article bool // the number is an article: "un électeur"
	lead    int  // where the words begin that deny it or make another one of it
	tail    int  // and where they end

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
	p.markDates()
	return p.quantities(false)
}

// parser walks through the tokens of one text. Its methods read something at a
// token and return the token behind it.
type parser struct {
	l    *language
	text string
	ts   []token
	all  []Found // the figures, once candidates has read them
}

func newParser(l *language, text string) *parser {
	return &parser{l: l, text: text, ts: l.tokens(text)}
}

// none stands for the tokens before the first and behind the last.
var none = token{kind: mark, spaced: true}

func (p *parser) at(i int) token {
	if i < 0 || i >= len(p.ts) {
		return none
	}
	return p.ts[i]
}

// quantities reads all quantities. With loose, articles and numbers that may be
// years count as well, which only makes sense if they are what is looked for.
func (p *parser) quantities(loose bool) []Found {
	var found []Found
	whole := false
	for i := 0; i < len(p.ts); {
		f, next, ok := p.quantity(i, loose)
		if !ok {
			whole = false
			i++
			continue
		}
		f.Whole = whole
		found = append(found, f)
		i = next
		// "two of the seven" is two quantities.
		_, n := p.l.ofThe.at(p.ts, i)
		if whole = n > 0 && f.Kind == amount.Point && !f.IsMoney(); whole {
			i += n
		}
	}
	return found
}

func (p *parser) quantity(i int, loose bool) (Found, int, bool) {
	f := Found{Start: p.at(i).start}
	first, fail := i, func() (Found, int, bool) { return Found{}, 0, false }
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
		i = p.behind(&f, i)
	}
	f.End, f.lead = p.at(i-1).end, f.Start
	f.tail, f.first, f.next = f.End, first, i
	p.doubt(&f, first, i)
	return f, i, true
}

// behind reads a qualifier that follows what is counted.
func (p *parser) behind(f *Found, i int) int {
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
func (f *Found) qualify(q amount.Qualifier) {
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

// figure is a number as written, before anything is known of its unit.
type figure struct {
	value     string
	some      bool
	vague     string
	scaled    bool // a scale word is in it
	digits    bool
	broken    bool // written with decimals
	year      bool // could be a year
	article   bool // "un", "a" and nothing else
	needsNoun bool // a word that is not always a number: "neuf"
	letter    bool // a scale letter: only money is written so
	orMore    bool // "75+"
	next      int
}

// figure reads a number in digits or words with its scale word.
func (p *parser) figure(i int) (figure, bool) {
	t, l := p.at(i), p.l
	if t.dated || t.joined {
		return figure{}, false
	}
	isOne := t.kind == word && slices.Contains(l.one, t.text)
	// "une dizaine de millions", "a dozen"
	j := i
	if isOne {
		j++
	}
	if n := l.collectives[p.at(j).text]; n > 0 && l.plurals[p.at(j).text] == 0 || n > 0 && isOne {
		return p.scale(figure{value: strconv.Itoa(n), some: true, next: j + 1}), true
	}
	if f, ok := p.halfScale(i); ok {
		return f, true
	}
	switch {
	case t.kind == number:
		f := figure{value: t.value, digits: true, broken: t.broken, year: p.maybeYear(i), next: i + 1}
		if t.letter != "" {
			f.value, f.scaled, f.letter = shifted(t.value, l.letters[t.letter]), true, true
			return f, true
		}
		if _, n := l.orMore.at(p.ts, f.next); n > 0 && !p.at(f.next).spaced {
			f.orMore, f.year = true, false
			f.next += n
		}
		return p.scale(f), true
	case t.kind != word:
		return figure{}, false
	case slices.Contains(l.the, t.text):
		zeros := l.scales[p.at(i+1).text]
		if zeros <= 3 {
			return figure{}, false
		}
		return p.scale(figure{value: "1", next: i + 1}), true
	}
	n, used := l.cardinal(p.ts, i)
	if isOne && used <= 1 {
		n, used = 1, 1
	}
	if used == 0 {
		return figure{}, false
	}
	f := figure{value: strconv.Itoa(n), next: i + used, needsNoun: t.text == "neuf" && used == 1}
	// "vingt-deuxième" and "deux tiers" are no numbers.
	k := f.next
	if p.at(k).text == "-" {
		k++
	}
	if after := p.at(k).text; slices.Contains(l.parts, after) || strings.HasSuffix(after, "ième") || strings.HasSuffix(after, "ièmes") {
		return figure{}, false
	}
	f = p.scale(f)
	f.article = isOne && used == 1 && !f.scaled
	return f, true
}

// halfScale reads "un demi-million" and "half a million".
func (p *parser) halfScale(i int) (figure, bool) {
	if isOne := slices.Contains(p.l.one, p.at(i).text); isOne {
		i++
	}
	if p.at(i).text != p.l.half {
		return figure{}, false
	}
	i++
	if next := p.at(i).text; next == "-" || slices.Contains(p.l.one, next) {
		i++
	}
	zeros := p.l.scales[p.at(i).text]
	return figure{value: shifted("0.5", zeros), scaled: true, next: i + 1}, zeros > 3
}

// scale reads the scale word behind a number. A number of dozens or hundreds is
// an order of magnitude.
func (p *parser) scale(f figure) figure {
	l, i := p.l, f.next
	if f.some && slices.Contains(l.of, p.at(i).text) {
		i++
	} else if n := l.collectives[p.at(i).text]; n > 0 && !f.some && len(f.value) < 6 && !strings.Contains(f.value, ".") {
		base, _ := strconv.Atoi(f.value)
		f.value, f.some, f.next = strconv.Itoa(base*n), true, i+1
		return p.scale(f)
	}
	if p.at(i).text == "-" {
		i++
	}
	zeros := l.scales[p.at(i).text]
	if zeros == 0 || p.at(i).kind != word || len(f.value) > maxDigits {
		return f
	}
	if _, n := l.andAHalf.at(p.ts, i+1); n > 0 && !strings.Contains(f.value, ".") {
		f.value += ".5"
		f.next = n
	} else {
		f.next = 0
	}
	f.value, f.scaled, f.year, f.needsNoun = shifted(f.value, zeros), true, false, false
	f.next += i + 1
	return f
}

// vague reads a vague number: "quelques dizaines de milliers", "several".
func (p *parser) vague(i int) (figure, bool) {
	l := p.l
	prefix, n := l.few.at(p.ts, i)
	j := i + n
	first := p.at(j).text
	zeros := l.plurals[first]
	if _, singular := l.scales[first]; singular && n == 0 && zeros > 0 && !strings.HasSuffix(first, "s") {
		zeros = 0 // "million" alone is no vague number
	}
	if n == 0 && zeros > 0 && !strings.HasSuffix(first, "s") {
		zeros = 0 // nor is "hundred"
	}
	if zeros == 0 || p.at(j).kind != word {
		// "several" needs what it counts: a currency, or a noun. "US" is a
		// currency's beginning before it is a word that ends a noun.
		_, currency := l.currencies.at(p.ts, j)
		if n == 0 || currency == 0 && p.nounEnd(j) == j || p.at(j).kind == number {
			return figure{}, false
		}
		return figure{vague: prefix, next: j}, true
	}
	isDozen := first == l.dozens || first+"s" == l.dozens
	j++
	k := j
	if slices.Contains(l.of, p.at(k).text) {
		k++
	}
	if more := l.plurals[p.at(k).text]; more >= 3 && zeros < 3 && p.at(k).kind == word {
		zeros += more
		isDozen = false
		j = k + 1
	}
	form := vagueForm(prefix, zeros, isDozen)
	return figure{vague: form, next: j}, form != ""
}

// vagueForm spells a vague number as package amount does; "" if it cannot.
func vagueForm(prefix string, zeros int, dozens bool) string {
	scale := [...]string{"", "thousand", "million", "billion"}
	if zeros >= 3*len(scale) {
		return ""
	}
	word := scale[zeros/3]
	switch {
	case prefix == "" && dozens:
		return "dozens"
	case prefix == "" && zeros < 3:
		return [...]string{"", "tens", "hundreds"}[zeros]
	case prefix == "":
		return [...]string{"", "tens of ", "hundreds of "}[zeros%3] + word + "s"
	case zeros == 1:
		return prefix + " dozen"
	case zeros == 2:
		return prefix + " hundred"
	case zeros%3 == 1:
		return prefix + " tens of " + word + "s"
	}
	return prefix + [...]string{" ", "", " hundred "}[zeros%3] + word
}

// rangeEnd reads the second number of a range into f. A scale word behind the
// second number holds for both, unless the first is too large for that.
func (p *parser) rangeEnd(f *Found, fig *figure, i int, joiner string, sign currency) (int, bool) {
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

// zerosBefore returns the zeros of the scale word or letter that ends at token i.
func (p *parser) zerosBefore(i int) int {
	t := p.at(i - 1)
	if t.letter != "" {
		return p.l.letters[t.letter]
	}
	return p.l.scales[t.text]
}

func decimalLess(a, b string) bool {
	aw, ad, _ := strings.Cut(a, ".")
	bw, bd, _ := strings.Cut(b, ".")
	switch {
	case len(aw) != len(bw):
		return len(aw) < len(bw)
	case aw != bw:
		return aw < bw
	}
	return ad < bd
}

// isLabel reports whether digits only name something: "section 5", "404 Media".
func (p *parser) isLabel(first int, fig figure) bool {
	before := p.at(first - 1)
	if before.text == "." {
		before = p.at(first - 2)
	}
	return fig.digits && before.kind == word && slices.Contains(p.l.labels, before.text)
}

// maybeYear reports whether the digits at i could be a year.
func (p *parser) maybeYear(i int) bool {
	t := p.at(i)
	return t.bare && len(t.value) == 4 && t.value >= "1700" && t.value <= "2099"
}
