package amount

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"receipts/internal/diag"
)

// Parse reads a quantity:
//
//	quantity  = [qualifier] figure unit ["per" basis]
//	          | vague unit ["per" basis]
//	          | "unquantified"
//	qualifier = "about" | "nearly" | "more than" | "a little over" | "at least" | "less than"
//	          | "up to" | "exactly" | "some" | "a little over some"
//	figure    = number ["thousand" | "million" | "billion"]
//	          | number ".." number [the same], without a qualifier
//	vague     = "several" | "hundreds of" | "a few thousand" | … (vagueForms)
//	unit      = currency code of ISO 4217 [prices] | noun
//	prices    = "in" year "prices" | "adjusted for inflation"
//
// A number of a million or more is written with its scale word wherever two
// decimals are enough, since zeros are easily miscounted. Money has no more
// decimals than its currency, a percentage four; any other count is whole. Several spaces count as one. An
// error is always a [*diag.Mistake].
func Parse(s string) (Quantity, error) {
	q, err := parse(s, false)
	if err == nil {
		return q, nil
	}
	if meant, of, ok := respell(s); ok {
		err.Hint = fmt.Sprintf("write %q", meant.String())
		if of != "" {
			err.Hint += fmt.Sprintf(`, and on a line of its own "of: %s"`, of)
		}
	}
	return Quantity{}, err
}

// parser reads the words of s from left to right. With anySpelling it accepts a
// number whose only fault is that a shorter spelling exists, for [respell] to find
// that spelling.
type parser struct {
	s           string
	words       []word
	next        int
	anySpelling bool
}

type word struct {
	start, end int
	text       string
}

func parse(s string, anySpelling bool) (Quantity, *diag.Mistake) {
	if err := checkCharacters(s); err != nil {
		return Quantity{}, err
	}
	p := &parser{s: s, anySpelling: anySpelling, words: make([]word, 0, strings.Count(s, " ")+1)}
	for i := 0; i < len(s); {
		n := strings.IndexByte(s[i:], ' ')
		if n < 0 {
			n = len(s) - i
		}
		if n > 0 {
			p.words = append(p.words, word{i, i + n, s[i : i+n]})
		}
		i += n + 1
	}
	return p.quantity()
}

const examples = `"75 million USD", "200 million followers"`

// checkCharacters refuses unusual spaces and invisible characters: two quantities
// that look alike must be equal.
func checkCharacters(s string) *diag.Mistake {
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		switch {
		case r == utf8.RuneError:
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return diag.Wrong(i, i+1, "the text is not valid UTF-8", "save the file as UTF-8")
			}
		case r != ' ' && unicode.IsSpace(r):
			return diag.Wrong(i, end, fmt.Sprintf("a quantity has ordinary spaces only, this one is U+%04X", r),
				"write an ordinary space between words, and none inside a number: \"350,000 USD\"")
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return diag.Wrong(i, end, fmt.Sprintf("an invisible character U+%04X stands in the quantity", r), "delete it")
		}
	}
	return nil
}

func (p *parser) quantity() (Quantity, *diag.Mistake) {
	if len(p.words) == 0 {
		return Quantity{}, diag.Wrong(0, len(p.s), "the amount is empty", "write "+examples+` or "unquantified"`)
	}
	if p.words[0].text == "unquantified" {
		if len(p.words) > 1 {
			return Quantity{}, diag.Wrong(p.words[1].start, len(p.s), `nothing may follow "unquantified"`, `write "unquantified" alone`)
		}
		return Quantity{kind: Unquantified, money: true}, nil
	}
	var q Quantity
	qualified := p.qualifier(&q)
	if form := p.vagueForm(); form != "" {
		if qualified {
			return Quantity{}, diag.Wrong(p.words[0].start, p.words[p.next-1].end, fmt.Sprintf("%q is not a number, so no qualifier goes with it", form),
				"leave the qualifier out, or give a number")
		}
		if takesOf(form) && !p.accept("of") {
			at := p.words[p.next-1]
			return Quantity{}, diag.Wrong(at.start, at.end, fmt.Sprintf(`"of" is missing after %q`, form), fmt.Sprintf(`write "%s of", then what is counted`, form))
		}
		q.kind, q.vague = Vague, form
		return q, p.unitAndBasis(&q)
	}
	before := p.words[:p.next]
	number, err := p.figure()
	if err != nil {
		return Quantity{}, err
	}
	if number.hi != "" && qualified {
		return Quantity{}, diag.Wrong(before[0].start, before[len(before)-1].end, "a range takes no qualifier", "write the range alone")
	}
	if err := p.unitAndBasis(&q); err != nil {
		return Quantity{}, err
	}
	return q, p.value(&q, number)
}

// accept takes the given words if they come next.
func (p *parser) accept(words ...string) bool {
	if len(p.words)-p.next < len(words) {
		return false
	}
	for i, w := range words {
		if p.words[p.next+i].text != w {
			return false
		}
	}
	p.next += len(words)
	return true
}

func (p *parser) qualifier(q *Quantity) bool {
	for i, words := range qualifierTokens {
		if len(words) > 0 && p.accept(words...) {
			q.qualifier = Qualifier(i)
			break
		}
	}
	// "some" combines with "a little over" only: "about some" says nothing more
	// than "some", and the others contradict it.
	if (q.qualifier == Plain || q.qualifier == ALittleOver) && p.accept("some") {
		q.some = true
	}
	return p.next > 0
}

// vagueForm takes the longest vague number that comes next.
func (p *parser) vagueForm() string {
	from, end, best := p.next, p.next, ""
	for _, f := range vagueForms {
		if len(f.words) > len(best) && p.accept(f.tokens...) {
			best, p.next, end = f.words, from, p.next
		}
	}
	p.next = end
	return best
}

// figure is a number as written: one or two decimal numbers without their
// commas, and the zeros of the scale word.
type figure struct {
	at     word // the number or range, without the scale word
	lo, hi string
	zeros  int
	scaled bool
}

func (p *parser) figure() (figure, *diag.Mistake) {
	if p.next == len(p.words) {
		return figure{}, diag.Wrong(len(p.s), len(p.s), "the number is missing", "write "+examples)
	}
	f := figure{at: p.words[p.next]}
	lo, hi, isRange := strings.Cut(f.at.text, "..")
	if !isNumber(lo) {
		return figure{}, p.notANumber(f.at)
	}
	f.lo = strings.ReplaceAll(lo, ",", "")
	if isRange {
		if !isNumber(hi) {
			return figure{}, p.notANumber(f.at)
		}
		f.hi = strings.ReplaceAll(hi, ",", "")
	}
	p.next++
	if p.next < len(p.words) {
		if zeros, ok := scaleWords[p.words[p.next].text]; ok {
			f.zeros, f.scaled = zeros, true
			p.next++
		}
	}
	return f, nil
}

// notANumber says what is wrong with a word in the place of a number.
func (p *parser) notANumber(w word) *diag.Mistake {
	const digits = `write the number in digits: "350,000" or "2.7 million"`
	first, _ := utf8.DecodeRuneInString(w.text)
	switch {
	case strings.ContainsAny(w.text, "$€£¥"):
		return diag.Wrong(w.start, w.end, fmt.Sprintf("money is written with its ISO 4217 code, not as %q", w.text), `write "75 million USD"`)
	case first == '-' || first == '−':
		return diag.Wrong(w.start, w.end, fmt.Sprintf("a quantity is not negative: %q", w.text), "write the number without a sign: who pays and who receives tells the direction, and refunds: what is given back")
	case len(w.text) > 1 && first == '0' && strings.Trim(w.text, "0123456789") == "":
		return diag.Wrong(w.start, w.end, fmt.Sprintf("the number %q has leading zeros", w.text), digits)
	case first >= '0' && first <= '9' || strings.ContainsAny(w.text, "0123456789"):
		return diag.Wrong(w.start, w.end, fmt.Sprintf("%q is not a number this site reads", w.text), digits)
	case unicode.IsLetter(first):
		end, what := w.end, "expected a number, found"
		for _, v := range p.words[p.next:] {
			if strings.ContainsAny(v.text, "0123456789") {
				what = "unknown qualifier"
				break
			}
			end = v.end
		}
		if what != "unknown qualifier" {
			end = w.end
		}
		return diag.Wrong(w.start, end, fmt.Sprintf("%s %q", what, p.s[w.start:end]), `qualifiers are "about", "nearly", "more than", "a little over", "at least", "less than", "up to", "exactly" and "some"; `+digits)
	}
	return diag.Wrong(w.start, w.end, fmt.Sprintf("%q is not a number this site reads", w.text), digits)
}

// value computes the number, last, because it depends on the unit.
func (p *parser) value(q *Quantity, f figure) *diag.Mistake {
	q.kind = Point
	at := func(message, hint string) *diag.Mistake { return diag.Wrong(f.at.start, f.at.end, message, hint) }
	numbers := []string{f.lo}
	if f.hi != "" {
		q.kind = Range
		numbers = append(numbers, f.hi)
	}
	for i, n := range numbers {
		v, fault := minor(n, f.zeros+q.Digits())
		_, decimals, hasDecimals := strings.Cut(n, ".")
		switch {
		case fault != numberOK || !hasDecimals:
		case !f.scaled && len(decimals) > q.Digits():
			fault = tooManyDecimals // "1.000 USD", even though its decimals are zeros
		case f.scaled && len(decimals) > 2 && strings.HasSuffix(decimals, "0"):
			return at(fmt.Sprintf("the number %s ends in needless zeros", n), "drop the zeros after the point; commas stand between thousands")
		}
		switch {
		case fault == tooLarge:
			return at(fmt.Sprintf("the number %s is too large", n), "check the zeros and the scale word")
		case fault == tooManyDecimals && !q.money && q.Digits() == 0:
			return at(fmt.Sprintf("a count is a whole number, %s %s is not one", n, q.unit), fmt.Sprintf("write a whole number of %s", q.unit))
		case fault == tooManyDecimals:
			hint := fmt.Sprintf("write at most %d decimals", q.Digits()+f.zeros)
			if q.Digits()+f.zeros == 0 {
				hint = "write no decimals"
			}
			if len(decimals) == 3 && !f.scaled {
				hint += fmt.Sprintf(`; if thousands are meant, "%s"`, grouped(strings.Replace(n, ".", "", 1))+" "+q.unit)
			}
			return at(fmt.Sprintf("%s has %d decimals, %s has more", q.unit, q.Digits(), n), hint)
		}
		if i == 0 {
			q.lo = v
		}
		q.hi = v
	}
	if q.kind == Range && q.lo >= q.hi {
		return at(fmt.Sprintf("the range %s does not ascend", f.at.text), "write the smaller number first")
	}
	if q.hi == 0 && (q.some || q.qualifier == About || q.qualifier == Nearly || q.qualifier == ALittleOver || q.qualifier == LessThan) {
		return at("the qualifier makes no sense with 0", `write 0 without a qualifier, or "more than 0"`)
	}
	if _, _, scale := q.Written(); scale != Ones && !f.scaled && !p.anySpelling && q.lo >= int64(Million)*pow10(q.Digits()) {
		return at(fmt.Sprintf("the number %s has a shorter spelling", f.at.text), fmt.Sprintf("write %q", q.String()))
	}
	return nil
}
