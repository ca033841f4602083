package locale

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/amount"
)

// Quantity is a quantity for readers, in the pieces that a receipt shows apart.
// A piece that is not needed is empty. No piece may be shown without those
// before and after it: a number and its qualifier are one thing.
type Quantity struct {
	Before string // the qualifier: "more than", "a little over some"
	Number string // "$75 million", "8–12 million", "a few thousand", "no figure"
	After  string // what is counted, the prices and the basis: "followers", "per day"
	Value  string // the number in whole units for machines: "75000000", "47.5"; empty unless there is exactly one
	Plain  string // all of it as shown: "more than $75 million per day"
	Spoken string // all of it in words: "more than 75 million US dollars per day"

	NoFigure bool // money without a number

	// SpokenNumber is Number in words where a screen reader makes nonsense of
	// what is shown: "8 to 12 million US dollars" for "$8–12 million". It is
	// empty where Number reads well.
	SpokenNumber string
}

// Quantity writes q. A no-break space stands between a number and its scale
// word, and between a number and its noun.
func (l *Locale) Quantity(q amount.Quantity) Quantity {
	if q.IsZero() {
		return Quantity{}
	}
	var (
		out    Quantity
		spoken string   // number and unit in words
		noun   []string // what After starts with
		glue   = " "    // between Number and After
		prices = l.Prices(q.Prices())
		basis  string
	)
	if q.Basis() != "" {
		basis = fill(l.words.per, l.Basis(q))
	}
	switch q.Kind() {
	case amount.Unquantified:
		out.Number, spoken = l.words.noFigure, l.words.noFigure
		out.NoFigure = true
	case amount.Vague:
		number, linked := l.words.cutOf(l.words.vague[q.VagueForm()])
		unit := l.unit(q).other
		if linked {
			unit = l.unit(q).after(l.words.of)
		}
		out.Number = number
		noun = append(noun, unit)
		spoken = joined(number, unit)
	default:
		out.Before = l.qualifier(q)
		lo, hi, scale := q.Written()
		shown := l.figures(lo)
		said := shown
		if q.Kind() == amount.Range {
			shown = fillBoth(l.words.rangeShown, shown, l.figures(hi))
			said = fillBoth(l.words.rangeSaid, said, l.figures(hi))
		} else {
			out.Value = q.Decimal(q.Lo())
		}
		unit := l.unit(q).plain(l.category(q))
		if scale != amount.Ones {
			word := l.words.scales[scaleNames[scale]].plain(l.pluralOf(hi))
			shown += nbsp + word
			said += " " + word
			if l.words.afterScale {
				unit = l.unit(q).after(l.words.of)
			}
		}
		spoken = joined(said, unit)
		switch {
		case !q.IsMoney():
			noun, glue = append(noun, unit), nbsp
		case scale != amount.Ones && l.words.inWords != "":
			shown = fillBoth(l.words.inWords, shown, unit)
		default:
			shown = l.withSign(q.Unit(), shown)
		}
		out.Number = shown
	}
	if q.Kind() == amount.Range {
		out.SpokenNumber = spoken
		if !q.IsMoney() {
			out.SpokenNumber = strings.TrimSuffix(spoken, " "+noun[0]) // After says the unit
		}
	}
	out.After = joined(append(noun, prices, basis)...)
	out.Plain = joined(out.Before, out.Number)
	switch {
	case len(noun) > 0:
		out.Plain += glue + out.After
	case out.After != "":
		out.Plain += " " + out.After
	}
	out.Spoken = joined(out.Before, spoken, prices, basis)
	return out
}

// PercentageOf writes q, a percentage, with what it is of.
func (l *Locale) PercentageOf(q amount.Quantity, what string) Quantity {
	out, of := l.Quantity(q), " "+fill(l.words.share, what)
	out.After, out.Plain, out.Spoken = out.After+of, out.Plain+of, out.Spoken+of
	return out
}

// Measure names what q is measured in: "USD in 2024 prices".
func (l *Locale) Measure(q amount.Quantity) string {
	unit := q.Unit()
	if !q.IsMoney() {
		unit = l.noun(unit).other
	}
	return joined(unit, l.Prices(q.Prices()))
}

// Basis names what one such quantity is paid or counted for: "voter".
func (l *Locale) Basis(q amount.Quantity) string { return l.noun(q.Basis()).plain("one") }

// Prices says at which prices money is; nothing if it is as it was paid.
func (l *Locale) Prices(p amount.Prices) string {
	switch p {
	case amount.Nominal:
		return ""
	case amount.Adjusted:
		return l.words.adjusted
	}
	return fill(l.words.prices, l.Digits(strconv.Itoa(p.Year())))
}

func (l *Locale) qualifier(q amount.Quantity) string {
	switch {
	case !q.Some():
		return l.words.qualifiers[q.Qualifier().String()]
	case q.Qualifier() == amount.ALittleOver: // the one that may stand before "some"
		return l.words.overSome
	}
	return l.words.some
}

// withSign puts the sign of a currency, or its code, to the number. Patterns are our
// own, because those of golang.org/x/text put a space after the sign.
func (l *Locale) withSign(code, number string) string {
	pattern, sign := l.words.withSign, l.words.currencies[code].sign
	if sign == "" {
		pattern, sign = l.words.withCode, code
	}
	return strings.Replace(strings.Replace(pattern, signPlace, sign, 1), numberPlace, number, 1)
}

// unit is what q counts: the name of a currency, or its code if the language has no
// name for it; else what the front matter calls it, in this language.
func (l *Locale) unit(q amount.Quantity) noun {
	if !q.IsMoney() {
		return l.noun(q.Unit())
	}
	if c, ok := l.words.currencies[q.Unit()]; ok {
		return c.noun
	}
	return noun{other: q.Unit()}
}

// noun is what the front matter counts, in this language if its catalogue has it.
func (l *Locale) noun(word string) noun {
	if n, ok := l.words.units[word]; ok {
		return n
	}
	return noun{other: word}
}

// Names are the forms of a word of the front matter in this language; nil if its
// catalogue does not have it.
func (l *Locale) Names(word string) []string {
	n, ok := l.words.units[word]
	if !ok {
		return nil
	}
	return append(slices.Sorted(maps.Values(n.forms)), n.other)
}

// category is the plural category of what q counts, after its number.
func (l *Locale) category(q amount.Quantity) string {
	if q.Kind() == amount.Range {
		return "other"
	}
	return l.pluralOf(q.Decimal(q.Lo()))
}

// joined puts spaces between the words that are not empty.
func joined(words ...string) string {
	var one string
	size := 0
	for _, w := range words {
		if w != "" {
			one, size = w, size+len(" ")+len(w)
		}
	}
	if size <= len(" ")+len(one) {
		return one // as most are; there is nothing to join
	}
	var b strings.Builder
	b.Grow(size)
	for _, w := range words {
		if w == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

// fill puts a value into the place of a pattern.
func fill(pattern, value string) string { return strings.Replace(pattern, "{}", value, 1) }

// fillBoth puts two values into the places of a pattern.
func fillBoth(pattern, first, second string) string {
	return strings.Replace(strings.Replace(pattern, "{1}", first, 1), "{2}", second, 1)
}
