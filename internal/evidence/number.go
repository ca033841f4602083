package evidence

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Numbers as written, in digits or words, with their fractions and scale words;
// nothing is known here of what they count.

// numeral is a number as written, before anything is known of its unit.
type numeral struct {
	value     string
	some      bool
	vague     string
	zeros     int    // of its scale word; 0 without one
	written   string // value without its scale
	digits    bool
	broken    bool // written with decimals
	year      bool // could be a year
	article   bool // "un", "a" and nothing else
	needsNoun bool // a word that is not always a number: "neuf"
	letter    bool // a scale letter: only money is written so
	orMore    bool // "75+"
	next      int
}

func (n numeral) scaled() bool { return n.zeros > 0 }

// numeral reads a number in digits or words with its scale word. Money has a
// scale letter apart from its digits: "$2 bn".
func (r *reader) numeral(i int, money bool) (numeral, bool) {
	if n, ok := r.vague(i); ok {
		return n, true
	}
	t, l := r.at(i), r.l
	if t.dated || t.joined {
		return numeral{}, false
	}
	isOne := t.kind == word && slices.Contains(l.one, t.text)
	// "une dizaine de millions", "a dozen"
	j := i
	if isOne {
		j++
	}
	if n := l.collectives[r.at(j).text]; n > 0 && l.plurals[r.at(j).text] == 0 || n > 0 && isOne {
		return r.scale(numeral{value: strconv.Itoa(n), some: true, next: j + 1}, false), true
	}
	if n, ok := r.fractionOfScale(i); ok {
		return n, true
	}
	switch {
	case t.kind == number:
		return r.inDigits(i, money)
	case t.kind != word:
		return numeral{}, false
	case slices.Contains(l.the, t.text):
		if l.scales[r.at(i+1).text] <= 3 {
			return numeral{}, false
		}
		return r.scale(numeral{value: "1", next: i + 1}, false), true
	}
	return r.inWords(i, isOne)
}

func (r *reader) inDigits(i int, money bool) (numeral, bool) {
	t, l := r.at(i), r.l
	if t.part { // "¾ of a million"
		k := i + 1
		for slices.Contains(l.of, r.at(k).text) || slices.Contains(l.one, r.at(k).text) {
			k++
		}
		zeros := l.scales[r.at(k).text]
		return numeral{value: shifted(t.value, zeros), written: t.value, zeros: zeros, digits: true, next: k + 1}, zeros > 0
	}
	n := numeral{value: t.value, written: t.value, digits: true, broken: t.broken, year: r.maybeYear(i), next: i + 1}
	if t.letter != "" {
		n.zeros, n.letter = l.letters[t.letter], true
		n.value = shifted(t.value, n.zeros)
		return n, true
	}
	if _, used := l.orMore.at(r.ts, n.next); used > 0 && !r.at(n.next).spaced {
		n.orMore, n.year = true, false
		n.next += used
	}
	if half := r.at(n.next); half.part && half.spaced && t.bare { // "4 1/2"
		n.value, n.broken, n.year = t.value+half.value[1:], true, false
		n.next++
	}
	return r.scale(n, money), true
}

// inWords reads a number in words, which "un" and "a" are as well.
func (r *reader) inWords(i int, isOne bool) (numeral, bool) {
	l := r.l
	value, used := l.cardinal(r.ts, i)
	if isOne && used <= 1 {
		value, used = 1, 1
	}
	if used == 0 {
		return numeral{}, false
	}
	n := numeral{value: strconv.Itoa(value), next: i + used, needsNoun: r.at(i).text == "neuf" && used == 1}
	// "vingt-deuxième" and "deux tiers" are no numbers.
	k := n.next
	if r.at(k).text == "-" {
		k++
	}
	if after := r.at(k).text; slices.Contains(l.parts, after) || strings.HasSuffix(after, "ième") || strings.HasSuffix(after, "ièmes") {
		return numeral{}, false
	}
	n = r.scale(n, false)
	n.article = isOne && used == 1 && !n.scaled() && !n.broken
	return n, true
}

// fractionOfScale reads "half a million", "trois quarts de milliard".
func (r *reader) fractionOfScale(i int) (numeral, bool) {
	l, k, over := r.l, i, 1
	switch n, used := l.cardinal(r.ts, i); {
	case used > 0:
		over, k = n, i+used
	case slices.Contains(l.one, r.at(i).text):
		k++
	case r.at(i).kind != word:
		return numeral{}, false
	}
	if r.at(k).text == "-" && !r.at(k).spaced {
		k++
	}
	under := l.fractions[r.at(k).text]
	if under == 0 || over >= under {
		return numeral{}, false
	}
	k++
	for r.at(k).text == "-" || slices.Contains(l.of, r.at(k).text) || slices.Contains(l.one, r.at(k).text) {
		k++
	}
	zeros := l.scales[r.at(k).text]
	if zeros <= 3 || 1000%under != 0 {
		return numeral{}, false
	}
	value := shifted(strconv.Itoa(over*1000/under), zeros-3)
	return numeral{value: value, written: shifted(value, -zeros), zeros: zeros, next: k + 1}, true
}

// scale reads what follows a number: a half, its scale word, and in words the
// smaller numbers behind that. A number of dozens or hundreds is an order of
// magnitude.
func (r *reader) scale(n numeral, money bool) numeral {
	l, i := r.l, n.next
	if n.written == "" {
		n.written = n.value
	}
	if n.some && slices.Contains(l.of, r.at(i).text) {
		i++
	} else if times := l.collectives[r.at(i).text]; times > 0 && !n.some && len(n.value) < 6 && !strings.Contains(n.value, ".") {
		base, _ := strconv.Atoi(n.value)
		n.value, n.written, n.some, n.next = strconv.Itoa(base*times), "", true, i+1
		return r.scale(n, money)
	}
	halved := false
	if _, used := l.andAHalf.at(r.ts, i); used > 0 && !strings.Contains(n.value, ".") { // "two and a half million"
		n.value, n.year, n.broken, halved = n.value+".5", false, true, true
		n.written = n.value
		i += used
		n.next = i
	}
	if r.at(i).text == "-" {
		i++
	}
	zeros, next := r.scaleWord(i, money)
	if zeros == 0 || len(n.value) > maxDigits {
		return n
	}
	i = next
	if _, used := l.andAHalf.at(r.ts, i); used > 0 && !halved && !strings.Contains(n.value, ".") { // "two million and a half"
		n.value += ".5"
		n.written = n.value
		i += used
	}
	n.value, n.zeros, n.year, n.needsNoun, n.next = shifted(n.value, zeros), zeros, false, false, i
	if zeros == 2 {
		return r.hundreds(n, money)
	}
	return r.rest(n)
}

// hundreds reads what follows a number of hundreds that is no cardinal: "fifteen
// hundred and fifty", "2 hundred thousand".
func (r *reader) hundreds(n numeral, money bool) numeral {
	k := n.next
	if r.at(k).is&isJoining != 0 {
		k++
	}
	if value, used := r.l.cardinal(r.ts, k); used > 0 && value < 100 && !strings.Contains(n.value, ".") {
		n.value, n.next = n.value[:len(n.value)-2]+fmt.Sprintf("%02d", value), k+used
	}
	n.written = n.value
	if zeros, next := r.scaleWord(n.next, money); zeros > 2 {
		n.value, n.zeros, n.next = shifted(n.value, zeros), zeros, next
	}
	return n
}

// scaleWord returns the zeros of the scale word at token i, 0 if there is none,
// and the token behind it.
func (p *tokens) scaleWord(i int, money bool) (zeros, next int) {
	t, after := p.at(i), p.at(i+1)
	if t.kind != word {
		return 0, i
	}
	if zeros := p.l.scales[t.text]; zeros > 0 {
		if zeros == 2 && after.text == "-" && !after.spaced { // "5 hundred-dollar bills"
			return 0, i
		}
		return zeros, i + 1
	}
	zeros = p.l.letters[t.text]
	abbreviated := after.text == "." && !after.spaced && len(t.text) > 1
	switch {
	case zeros == 0 || !money && !abbreviated, t.text == "m" && after.upper:
		return 0, i
	case abbreviated:
		return zeros, i + 2
	}
	return zeros, i + 1
}

// rest adds the smaller number behind a scale word: "un million trois cent mille",
// "1 million 450 000".
func (r *reader) rest(n numeral) numeral {
	t := r.at(n.next)
	if n.zeros < 6 || n.some || strings.Contains(n.value, ".") || t.kind != word && (t.kind != number || t.broken || t.part) || t.dated || t.letter != "" {
		return n
	}
	more, ok := numeral{}, false
	if value, used := r.l.cardinal(r.ts, n.next); used > 0 {
		more, ok = r.scale(numeral{value: strconv.Itoa(value), next: n.next + used}, false), value > 0
	} else if t.kind == number {
		more = r.scale(numeral{value: t.value, next: n.next + 1}, false)
		ok = !t.bare || more.scaled()
	}
	if !ok || more.some || strings.Contains(more.value, ".") || len(more.value) > n.zeros {
		return n
	}
	n.value = n.value[:len(n.value)-len(more.value)] + more.value
	n.next = more.next
	return n
}

// vague reads a vague number: "quelques dizaines de milliers", "several".
func (r *reader) vague(i int) (numeral, bool) {
	l := r.l
	prefix, n := l.few.at(r.ts, i)
	j := i + n
	first := r.at(j).text
	zeros := l.plurals[first]
	if n == 0 && zeros > 0 && !strings.HasSuffix(first, "s") {
		zeros = 0 // "million" and "hundred" alone are no vague numbers
	}
	if zeros == 0 || r.at(j).kind != word {
		// "several" needs what it counts: a currency, or a noun. "US" is a
		// currency's beginning before it is a word that ends a noun.
		if n == 0 || r.at(j).kind == number {
			return numeral{}, false
		}
		_, currency := r.currencyName(j)
		return numeral{vague: prefix, next: j}, currency > 0 || r.nounEnd(j) > j
	}
	isDozen := first == l.dozens || first+"s" == l.dozens
	j++
	k := j
	if slices.Contains(l.of, r.at(k).text) {
		k++
	}
	if more := l.plurals[r.at(k).text]; more >= 3 && zeros < 3 && r.at(k).kind == word {
		zeros += more
		isDozen = false
		j = k + 1
	}
	form := vagueForm(prefix, zeros, isDozen)
	return numeral{vague: form, next: j}, form != ""
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

// isLabel reports whether digits only name something: "section 5", "Measure 12
// raised". Behind a name they count only what is named behind them.
func (r *reader) isLabel(first int, n numeral, counted bool) bool {
	before := r.at(first - 1)
	if before.text == "." {
		before = r.at(first - 2)
	}
	if !n.digits || before.kind != word {
		return false
	}
	if slices.Contains(r.l.labels, before.text) {
		return true
	}
	begins := first < 2 || endsSentence(r.at(first-2))
	return before.upper && r.at(first).bare && !n.scaled() && before.is < isArticle && !(counted && begins)
}

// maybeYear reports whether the digits at i could be a year.
func (p *tokens) maybeYear(i int) bool {
	t := p.at(i)
	return t.bare && len(t.value) == 4 && t.value >= "1700" && t.value <= "2099"
}
