package amount

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"receipts/internal/diag"
)

// A unit is a currency code with its prices, or a noun in plain words. Money in another spelling
// is refused: totals of money would leave out a count of "dollars".

var (
	// nounRE is one word of a noun. Letters of any language, since a noun may
	// be a name; no digits, no signs.
	nounRE = regexp.MustCompile(`^\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*$`)
	codeRE = regexp.MustCompile(`^[A-Z]{3}$`)
)

// notNouns are words that belong to a number, a range or a basis in another
// spelling.
var notNouns = []string{
	"thousand", "thousands", "million", "millions", "billion", "billions", "trillion", "trillions", "hundred", "hundreds",
	"dozen", "dozens", "milliard", "milliards", "k", "m", "mm", "mn", "mio", "mln", "bn", "b", "md", "mds", "mrd",
	"and", "or", "to", "per", "each", "every", "daily", "weekly", "monthly", "yearly",
}

func (p *parser) unitAndBasis(q *Quantity) *diag.Mistake {
	var unit, basis []word
	per := -1
	for i := p.next; i < len(p.words); i++ {
		switch w := p.words[i]; {
		case per < 0 && w.text == "per":
			per = i
		case per < 0:
			unit = append(unit, w)
		default:
			basis = append(basis, w)
		}
	}
	if len(unit) == 0 {
		end := p.words[p.next-1].end
		return diag.Wrong(end, end, "the unit is missing", "say what is counted: "+examples)
	}
	counted, err := p.cutPrices(q, unit)
	if err != nil {
		return err
	}
	if err := p.unit(q, counted); err != nil {
		return err
	}
	if q.prices != Nominal && !q.money {
		return diag.Wrong(unit[len(counted)].start, unit[len(unit)-1].end, fmt.Sprintf("only money can be %s", q.prices), `leave it out, or write a currency code of ISO 4217 such as "USD"`)
	}
	if per < 0 {
		return nil
	}
	if len(basis) == 0 {
		w := p.words[per]
		return diag.Wrong(w.start, w.end, `"per" is not followed by a basis`, `write "per day" or "per sponsored voter", or leave "per" out`)
	}
	for _, w := range basis {
		if err := p.noun(w); err != nil {
			return err
		}
	}
	q.basis = join(basis)
	return nil
}

func (p *parser) unit(q *Quantity, words []word) *diag.Mistake {
	name, first, last := join(words), words[0], words[len(words)-1]
	lower := strings.ToLower(name)
	_, isName := currencyNames[lower]
	_, endsInName := currencyNames[strings.ToLower(last.text)]
	switch {
	case len(words) == 1 && codeRE.MatchString(name):
		if !IsCurrency(name) {
			return diag.Wrong(first.start, first.end, fmt.Sprintf("unknown currency code %q", name),
				`write a currency code of ISO 4217 such as "USD", or a counted noun in lower case`)
		}
		q.unit, q.money, q.digits = name, true, uint8(currencyDigits(name))
		return nil
	case len(words) == 1 && IsCurrency(strings.ToUpper(name)) && !slices.Contains(wordsLikeCodes, name):
		return diag.Wrong(first.start, first.end, fmt.Sprintf("a currency code is written in capitals, not as %q", name), fmt.Sprintf("write %q", strings.ToUpper(name)))
	case isName || endsInName:
		return diag.Wrong(first.start, last.end, fmt.Sprintf("money is written with its ISO 4217 code, not as %q", name), `write the code, as in "75 million USD"`)
	case strings.Trim(first.text, "0123456789") == "":
		return diag.Wrong(first.start, first.end, fmt.Sprintf("a number has no spaces, but %q follows one", first.text), `write commas between thousands: "350,000 USD"`)
	case first.text == "percent" && len(words) > 1:
		return diag.Wrong(words[1].start, last.end, fmt.Sprintf("what a percentage is of stands apart from it, not as %q", join(words[1:])), `end the amount with "percent", and write on a line of its own what it is of: "of: all donors"`)
	case percentNames[lower]:
		return diag.Wrong(first.start, last.end, fmt.Sprintf("a percentage is written with \"percent\", not as %q", name), `write "12.5 percent", or "2 percentage points" for a difference of two`)
	case first.text == "of":
		return diag.Wrong(first.start, first.end, `"of" does not go with a number`, `leave "of" out`)
	}
	for _, w := range words {
		if len(words) > 1 && IsCurrency(w.text) {
			return diag.Wrong(first.start, last.end, fmt.Sprintf("a currency code stands alone, not as %q", name), `write nothing after the code but its prices and a basis: "47 USD per voter", "75 million USD in 2024 prices"`)
		}
		if err := p.noun(w); err != nil {
			return err
		}
	}
	q.unit = name
	if q.IsPercentage() {
		q.digits = percentDigits
	}
	return nil
}

// percentDigits are the decimals of a percentage: enough for "0.0125 percent".
const percentDigits = 4

// percentNames are other names for a percentage.
var percentNames = map[string]bool{"percents": true, "percentage": true, "percentages": true, "pct": true}

// IsPercentage reports whether q is a share of something in percent, or a difference
// of two. It may have decimals, is compared as any count is, and is never added.
func (q Quantity) IsPercentage() bool {
	switch q.unit {
	case "percent", "percentage points", "percentage point":
		return !q.money
	}
	return false
}

func (p *parser) noun(w word) *diag.Mistake {
	if w.text == "per" {
		return diag.Wrong(w.start, w.end, `"per" stands twice`, "keep one basis, and say the other in words")
	}
	if slices.Contains(notNouns, strings.ToLower(w.text)) {
		return diag.Wrong(w.start, w.end, fmt.Sprintf("%q cannot stand here; words of scale are \"thousand\", \"million\" and \"billion\"", w.text), "write a quantity such as "+examples+`, "1 million USD per day" or "10..12 million USD"`)
	}
	if strings.ContainsAny(w.text, "$€£¥") {
		return diag.Wrong(w.start, w.end, fmt.Sprintf("money is written with its ISO 4217 code, not with %q", w.text), `write the code, as in "75 million USD"`)
	}
	if !nounRE.MatchString(w.text) {
		return diag.Wrong(w.start, w.end, fmt.Sprintf("%q is not a word for what is counted", w.text), "name it in plain words, without digits or signs: "+examples)
	}
	return nil
}

func join(words []word) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.text
	}
	return strings.Join(texts, " ")
}
