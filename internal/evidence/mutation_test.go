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
// statement must never be carried. The share caught is logged (go test -v).
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

// TestWordsPutIn puts words before and behind the figure of every quote that
// carries its statement. None of the quotes may carry it any more.
func TestWordsPutIn(t *testing.T) {
	total, caught := 0, 0
	for _, r := range slices.Concat(reports, longer) {
		if len(r.want) > 0 || r.amount == "unquantified" {
			continue
		}
		e := r.quote()
		var ranges []span
		var words []inserted
		if r.date == "" {
			words = figureWords
			for _, f := range FindQuantities(e.Lang, e.Text) {
				ranges = append(ranges, span{f.Start, f.End})
			}
		} else {
			words = dateWords(day(t, r.date))
			for _, f := range FindDates(e.Lang, e.Text, day(t, r.article)) {
				if !f.Relative { // "avant depuis quatre ans" is not French
					ranges = append(ranges, span{f.Start, f.End})
				}
			}
		}
		if len(ranges) != 1 {
			continue // another figure of the quote may carry the statement
		}
		for _, w := range words {
			m := r
			m.quotes = slices.Clone(r.quotes)
			m.quotes[0][0] = e.Text[:ranges[0].start] + w.before + e.Text[ranges[0].start:ranges[0].end] + w.behind + e.Text[ranges[0].end:]
			total++
			if len(m.problems(t)) > 0 {
				caught++
			} else {
				t.Errorf("%s: %q supports %s", r.fact, m.quotes[0][0], r.amount+r.date)
			}
		}
	}
	if total == 0 {
		t.Fatal("nothing was tried")
	}
	t.Logf("%d quotes, %d caught: %.1f %%", total, caught, 100*float64(caught)/float64(total))
}

// inserted are words that change what a figure means.
type inserted struct{ before, behind string }

var figureWords = []inserted{
	{"ne dépasse pas ", ""},
	{"n’a pas donné ", ""},
	{"n’a jamais atteint ", ""},
	{"le double de ", ""},
	{"la moitié de ", ""},
	{"un tiers de ", ""},
	{"trois fois ", ""},
	{"20 % de ", ""},
	{"jusqu’à ", ""},
	{"plafonné à ", ""},
	{"moins de ", ""},
	{"au minimum ", ""},
	{"", " au maximum"},
	{"", ", voire plus"},
	{"", " ou moins"},
	{"", " n’ont pas été versés"},
}

// dateWords are those that change d, which may be open at an end already.
func dateWords(d edtf.Date) []inserted {
	words := []inserted{{"pas le ", ""}, {"sauf le ", ""}, {"chaque ", ""}, {"tous les ", ""}, {"deux ans après le ", ""}, {"une semaine avant le ", ""}, {"peut-être le ", ""}, {"", " de chaque année"}}
	if !d.OpenStart() {
		words = append(words, inserted{"jusqu’au ", ""}, inserted{"avant le ", ""}, inserted{"d’ici le ", ""})
	}
	if !d.OpenEnd() {
		words = append(words, inserted{"après le ", ""}, inserted{"pas avant le ", ""})
	}
	if d.Precision() == edtf.PrecisionDay {
		words = append(words, inserted{"la veille du ", ""}, inserted{"le lendemain du ", ""})
	}
	return words
}

// TestCrops crops quotes of sentences at both borders, word by word. A shorter
// quote that says what the sentence does is fine. One that says something else,
// and is stated so, has to be caught by what stands around it.
func TestCrops(t *testing.T) {
	crops, total, caught := 0, 0, 0
	for _, tt := range []struct{ lang, sentence, says string }{
		{"fr", "Le parti a reçu plus de 75 millions de dollars par an , dit-on .", "more than 75 million USD per year"},
		{"fr", "Il a versé un peu plus de 47 dollars à Butler .", "a little over 47 USD"},
		{"fr", "Il a versé un peu plus de 47 dollars à chacun .", ""},
		{"fr", "La somme ne dépasse pas les 75 millions de dollars .", "up to 75 million USD"},
		{"fr", "La somme a franchi la barre des 75 millions de dollars .", "more than 75 million USD"},
		{"fr", "Le don est plafonné à 3 300 dollars par an .", "up to 3,300 USD per year"},
		{"fr", "Il faut 47 dollars par jour au minimum .", "at least 47 USD per day"},
		{"fr", "On parle de 75 millions de dollars , voire plus .", "at least 75 million USD"},
		{"fr", "Ils sont entre 40 et 75 millions de votants .", "40..75 million votants"},
		{"fr", "Ils étaient quelque 40 votants environ .", "about 40 votants"},
		{"fr", "Le parti n'a pas reçu 75 millions de dollars .", ""},
		{"fr", "Il en garde la moitié des 75 millions de dollars .", ""},
		{"en", "The party was given more than $75 million a year , it says .", "more than 75 million USD per year"},
		{"en", "The sum did not exceed 75 million dollars .", "up to 75 million USD"},
		{"en", "There were just under 40 voters .", "nearly 40 voters"},
		{"en", "It costs from 40 to 75 dollars .", "40..75 USD"},
		{"en", "It costs 75 dollars or more .", "at least 75 USD"},
		{"en", "He paid twice the 75 dollars .", ""},
		{"en", "He never paid 75 dollars .", ""},
	} {
		words := strings.Fields(tt.sentence)
		for from := range words {
			for to := from + 1; to <= len(words); to++ {
				lead := strings.Join(words[:from], " ")
				if from > 0 {
					lead += " "
				}
				quote := strings.Join(words[from:to], " ")
				found := FindQuantities(tt.lang, quote)
				if len(found) != 1 || found[0].Doubt != NoDoubt {
					continue
				}
				q, ok := found[0].Quantity()
				if !ok || len(Supports(q, Quote{Lang: tt.lang, Text: quote, Translation: q.String(), TranslationLang: "none"})) > 0 {
					continue
				}
				crops++
				problems := Around(q, Quote{Lang: tt.lang, Text: quote}, Context{tt.sentence, len(lead), len(lead) + len(quote)})
				switch {
				case q.String() == tt.says:
					if len(problems) > 0 {
						t.Errorf("%q of %q says %s, as the sentence does: %v", quote, tt.sentence, q, problems[0].Message)
					}
				case len(problems) > 0:
					total++
					caught++
				default:
					total++
					t.Errorf("%q of %q is stated as %s", quote, tt.sentence, q)
				}
			}
		}
	}
	if total == 0 || crops == total {
		t.Fatal("nothing was tried")
	}
	t.Logf("%d quotes, %d cropped, %d caught: %.1f %%", crops, total, caught, 100*float64(caught)/float64(total))
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
