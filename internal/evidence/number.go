package evidence

import (
	"slices"
	"strconv"
	"strings"
)

// Numbers as written, in digits or words, with their scale words; nothing is
// known here of what they count.

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
