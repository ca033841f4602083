package proof

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"receipts/internal/amount"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
	"receipts/internal/locale"
)

// What an author may have meant by a figure or a date that no fact of the page has.

// A mistake is a diagnostic whose hint may depend on all facts of the site. These
// are gathered only where there is a mistake.
type mistake struct {
	diag.Diagnostic
	hint func(site []*statedFact) string // nil if the hint is there already
}

// report notes a mistake with its hint.
func (c *proseCheck) report(code diag.Code, at diag.Place, message, hint string) {
	c.mistakes = append(c.mistakes, mistake{diag.Diagnostic{Code: code, Place: at, Message: message, Hint: hint}, nil})
}

// reportToLookUp notes a mistake whose hint depends on all facts of the site.
func (c *proseCheck) reportToLookUp(code diag.Code, at diag.Place, message string, hint func(site []*statedFact) string) {
	c.mistakes = append(c.mistakes, mistake{diag.Diagnostic{Code: code, Place: at, Message: message}, hint})
}

// maxLookups is how many mistakes are looked up in all facts of the site: each
// takes as long as there are facts. The others have the hint that their page
// gives.
const maxLookups = 200

// lookUp completes the hints of mistakes.
func (p *Proof) lookUp(mistakes []mistake) diag.List {
	var diags diag.List
	var all []*statedFact
	lookups := 0
	for _, m := range mistakes {
		if m.hint != nil {
			if lookups++; lookups > maxLookups {
				all = nil
			} else if all == nil {
				for _, f := range p.Site.Facts {
					all = append(all, newStatedFact(f, f.Reports))
				}
			}
			m.Hint = m.hint(all)
		}
		diags = append(diags, m.Diagnostic)
	}
	return diags
}

// figureHint says which fact is meant, if one of the page or of the site comes
// near, and else how to mark a figure.
func (c *proseCheck) figureHint(t *passage, f evidence.Found, words string, site []*statedFact) string {
	mark := "mark what no fact has: [[!" + words + "]]"
	if t.isWords() {
		mark = "a title cannot be marked: leave the figure out"
	}
	names := c.namingIn(t.lang, true)
	fact, q := nearestFigure(f, c.facts, names)
	if fact == nil {
		fact, q = nearestFigure(f, site, names)
	}
	if fact != nil {
		is, link := `"`+fact.ID+`" is `+inWords(c.locale(t.lang), q), "[["+fact.ID+"]]"
		if saysFigure(f, q, names) {
			link = "[[" + fact.ID + "|" + words + "]]"
		}
		switch {
		case t.isWords() && c.fact(fact.Fact) == nil:
			return is + ": link to it somewhere on this page, or leave the figure out"
		case t.isWords():
			return is
		}
		return is + ": write " + link + ", or " + mark
	}
	return mark
}

// dateHint is figureHint for dates.
func (c *proseCheck) dateHint(t *passage, d edtf.Date, words string, site []*statedFact) string {
	mark := "mark what no fact has: [[!" + words + "]]"
	if t.isWords() {
		mark = "a title cannot be marked: leave the date out"
	}
	fact, have := nearestEvent(d, site)
	if fact == nil || !saysDate(d, fact.dateSet()) {
		if near, h := nearestEvent(d, c.facts); near != nil {
			fact, have = near, h
		}
	}
	if fact == nil {
		return mark
	}
	date := dateInWords(c.locale(t.lang), have)
	is := `"` + fact.ID + `" is ` + date
	if t.isWords() {
		return is
	}
	label := date
	if saysDate(d, fact.dateSet()) {
		label = words
	}
	return is + ": write [[" + fact.ID + "|" + label + "]], or " + mark
}

// nearest is the amount of a fact that comes nearest to f.
func (fact *statedFact) nearest(f evidence.Found, names naming) amount.Quantity {
	_, q := nearestFigure(f, []*statedFact{fact}, names)
	if q.IsZero() {
		return fact.quantities[0]
	}
	return q
}

// nearestFigure finds what f may have been meant to repeat: an amount of the
// same unit, or of the same number where f has no unit, at most ten times as
// large or as small. It returns nil if there is none.
func nearestFigure(f evidence.Found, facts []*statedFact, names naming) (nearest *statedFact, q amount.Quantity) {
	best := math.Log(10)
	for _, fact := range facts {
		for _, have := range fact.quantities {
			if have.IsZero() || have.Kind() == amount.Unquantified || !sameUnit(f, have, names) {
				continue
			}
			distance := 0.0 // two vague numbers cannot be told apart by size
			if f.Kind != amount.Vague && have.Kind() != amount.Vague {
				distance = math.Abs(math.Log((magnitude(f.Hi) + 1e-9) / (magnitude(have.Decimal(have.Hi())) + 1e-9)))
			} else if f.Kind != have.Kind() {
				continue
			}
			if f.Noun == "" && !f.IsMoney() && distance > 0 {
				continue
			}
			if nearest == nil && distance <= best || distance < best {
				nearest, q, best = fact, have, distance
			}
		}
	}
	return nearest, q
}

// magnitude is a plain decimal for comparing sizes; 0 of a vague number.
func magnitude(decimal string) float64 {
	x, err := strconv.ParseFloat(decimal, 64)
	if err != nil {
		return 0
	}
	return x
}

// nearestEvent finds the fact with the date that comes nearest to d, with that
// date; nil if none is within [maxDaysApart].
func nearestEvent(d edtf.Date, facts []*statedFact) (nearest *statedFact, have edtf.Date) {
	best := maxDaysApart
	for _, f := range facts {
		for _, h := range f.dates {
			if n := daysApart(d, h); n < best {
				nearest, have, best = f, h, n
			}
		}
	}
	return nearest, have
}

// maxDaysApart is about a year; what is farther off was not meant.
const maxDaysApart = 400

func nearestDate(d edtf.Date, have []edtf.Date) edtf.Date {
	return slices.MinFunc(have, func(a, b edtf.Date) int { return daysApart(d, a) - daysApart(d, b) })
}

// daysApart is how many days lie between two dates, by their nearest ends.
func daysApart(a, b edtf.Date) int {
	apart := func(x, y edtf.Day) int { return max(dayNumber(x)-dayNumber(y), dayNumber(y)-dayNumber(x)) }
	return min(apart(a.Earliest(), b.Earliest()), apart(a.Latest(), b.Latest()))
}

func dayNumber(d edtf.Day) int {
	return int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))
}

// locale is that of a text in a language: what a hint has to write is in the language of
// the text.
func (c *proseCheck) locale(lang string) *locale.Locale {
	if c.words != nil && c.words.Tag() == lang {
		return c.words
	}
	return localeOf(lang)
}

// localeOf is that of a language that is built in, or English.
func localeOf(lang string) *locale.Locale {
	if l, ok := locale.Load(lang); ok {
		return l
	}
	return locale.English()
}

// inWords writes q as readers of a language see it, with plain spaces.
func inWords(l *locale.Locale, q amount.Quantity) string {
	return plainSpaces.Replace(l.Quantity(q).Plain)
}

func dateInWords(l *locale.Locale, d edtf.Date) string { return plainSpaces.Replace(l.Date(d)) }

var plainSpaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")
