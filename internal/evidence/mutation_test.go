package evidence

import (
	"slices"
	"strings"
	"testing"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// TestMutations changes one thing in every statement that its quote carries: a
// digit, the qualifier, the scale, the unit, the basis; of a date the day, the
// month, the year, the precision, the reservation, an end. The changed
// statement must never hold. The share caught is logged (go test -v).
func TestMutations(t *testing.T) {
	total, caught, statements := 0, 0, 0
	count := func(r report, mutant string, problems []Problem) {
		total++
		if len(problems) > 0 {
			caught++
			return
		}
		t.Errorf("%s: %q is stated as %q, and %q supports it", r.fact, r.amount+r.date, mutant, r.quotes[0][0])
	}
	for _, r := range slices.Concat(reports, longer) {
		if len(r.want) > 0 {
			continue
		}
		statements++
		if r.date != "" {
			for _, m := range dateMutants(day(t, r.date)) {
				count(r, m.String(), SupportsDate(m, r.quote(), day(t, r.article)))
			}
			continue
		}
		q := quantity(t, r.amount)
		for _, m := range mutants(q) {
			if m.Basis() == "" && literal[r.quotes[0][0]] {
				continue
			}
			count(r, m.String(), Supports(m, r.quote()))
		}
	}
	t.Logf("%d statements, %d mutants, %d caught: %.1f %%", statements, total, caught, 100*float64(caught)/float64(total))
}

// literal are quotes that name a price of one thing without a word for "per".
// The same figure without a basis is literally in them: no mutant.
var literal = map[string]bool{
	"automatiquement un chèque de 47 dollars": true,
	"Pour 47 dollars":                         true,
}

// mutants returns every quantity that differs from q in one respect.
func mutants(q amount.Quantity) []amount.Quantity {
	var qualifier, number, scale string
	unit, basis := q.Unit(), q.Basis()
	switch q.Kind() {
	case amount.Unquantified:
		return parsed(q, "47 USD", "1 million USD", "more than 75 million USD", "10..12 million USD", "47 voters", "several voters")
	case amount.Vague:
		number = q.VagueForm()
	default:
		qualifier = strings.TrimSpace(q.Qualifier().String())
		if q.Some() {
			qualifier = strings.TrimSpace(qualifier + " some")
		}
		lo, _, s := q.Written()
		number = lo
		scale = map[amount.Scale]string{amount.Million: "million", amount.Billion: "billion"}[s]
	}
	spell := func(qualifier, number, scale, unit, basis string) string {
		words := []string{qualifier, number, scale, unit}
		if strings.HasSuffix(number, "s") && !strings.HasSuffix(number, "several") {
			words[2] = "of"
		}
		if number == "several" {
			words[2] = ""
		}
		if basis != "" {
			words = append(words, "per", basis)
		}
		return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
	}
	var texts []string
	for i, c := range number {
		for d := '0'; d <= '9' && c >= '0' && c <= '9'; d++ {
			texts = append(texts, spell(qualifier, number[:i]+string(d)+number[i+1:], scale, unit, basis))
		}
	}
	if q.Kind() == amount.Point {
		for _, other := range []string{"", "about", "nearly", "more than", "a little over", "at least", "less than", "up to", "exactly", "some", "a little over some"} {
			texts = append(texts, spell(other, number, scale, unit, basis))
		}
		for _, other := range []string{"", "thousand", "million", "billion"} {
			texts = append(texts, spell(qualifier, number, other, unit, basis))
		}
		texts = append(texts, spell("", number+".."+number+"9", scale, unit, basis))
	}
	for _, form := range vagueForms {
		texts = append(texts, spell("", form, "", unit, basis))
	}
	texts = append(texts, spell("", "5", "", unit, basis))
	for _, other := range []string{"USD", "EUR", "CAD", "followers", "voters", "votes", "employees", "pages", "calls", "months", "weeks", "years", "swing states"} {
		if !q.IsMoney() && slices.Equal(headStems(other), headStems(unit)) {
			continue
		}
		texts = append(texts, spell(qualifier, number, scale, other, basis))
	}
	for _, other := range []string{"", "hour", "day", "week", "month", "year", "canvasser", "registered voter", "call", "pair of calls", "signature"} {
		texts = append(texts, spell(qualifier, number, scale, unit, other))
	}
	if q.IsMoney() {
		texts = append(texts, "unquantified")
	}
	return parsed(q, texts...)
}

func headStems(unit string) []string {
	heads := headWords(unit)
	for i := range heads {
		heads[i] = stem(heads[i])
	}
	return heads
}

// parsed returns the texts that are quantities other than q, each once.
func parsed(q amount.Quantity, texts ...string) []amount.Quantity {
	var all []amount.Quantity
	for _, s := range texts {
		m, err := amount.Parse(s)
		if err == nil && m != q && !slices.Contains(all, m) {
			all = append(all, m)
		}
	}
	return all
}

// dateMutants returns every date that differs from d in one digit or one other
// respect but the author's doubt.
func dateMutants(d edtf.Date) []edtf.Date {
	s := d.String()
	var texts []string
	for i, c := range s {
		for r := '0'; r <= '9' && c >= '0' && c <= '9'; r++ {
			texts = append(texts, s[:i]+string(r)+s[i+1:])
		}
	}
	bare := strings.Trim(s, "~./")
	texts = append(texts, bare, bare+"~", bare+"/..", "../"+bare, bare[:4]+"/"+bare, bare+"/2030")
	for _, n := range []int{4, 7} {
		if len(bare) > n {
			texts = append(texts, strings.Replace(s, bare, bare[:n], 1))
		}
	}
	for _, more := range []string{"-01", "-11", "-01-01", "-11-05"} {
		texts = append(texts, strings.Replace(s, bare, bare+more, 1))
	}
	if len(bare) == 10 {
		for m := 1; m <= 12; m++ {
			for day := 1; day <= 31; day++ {
				p := edtf.Part{Year: d.Latest().Year, Month: m, Day: day}
				if m == d.Latest().Month || day == d.Latest().Day {
					texts = append(texts, strings.Replace(s, bare, p.String(), 1))
				}
			}
		}
	}
	var all []edtf.Date
	for _, text := range texts {
		m, err := edtf.Parse(text)
		if err == nil && m != d && !slices.Contains(all, m) {
			all = append(all, m)
		}
	}
	return all
}

// vagueForms are all forms of package amount.
var vagueForms = []string{
	"several", "a few", "tens", "dozens", "a few dozen", "several dozen", "hundreds", "a few hundred", "several hundred",
	"thousands", "a few thousand", "several thousand", "tens of thousands", "a few tens of thousands",
	"several tens of thousands", "hundreds of thousands", "a few hundred thousand", "several hundred thousand", "millions",
	"a few million", "several million", "tens of millions", "a few tens of millions", "several tens of millions",
	"hundreds of millions", "a few hundred million", "several hundred million", "billions", "a few billion", "several billion",
	"tens of billions", "hundreds of billions",
}
