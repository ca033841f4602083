package evidence

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

func quantity(t testing.TB, s string) amount.Quantity {
	t.Helper()
	q, err := amount.Parse(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return q
}

func day(t testing.TB, s string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return d
}

func kindsOf(problems []Problem) []ProblemKind {
	var kinds []ProblemKind
	for _, p := range problems {
		kinds = append(kinds, p.Kind)
	}
	return kinds
}

func (r report) problems(t testing.TB) []Problem {
	if r.date != "" {
		return SupportsDate(day(t, r.date), r.quote(), day(t, r.article))
	}
	return Supports(quantity(t, r.amount), r.quote())
}

func TestContent(t *testing.T) {
	for _, r := range slices.Concat(reports, longer) {
		t.Run(r.article+"/"+r.fact+"/"+r.amount+r.date, func(t *testing.T) {
			problems := r.problems(t)
			if diff := cmp.Diff(r.want, kindsOf(problems)); diff != "" {
				t.Errorf("%s\n%+v", diff, problems)
			}
		})
	}
}

func TestSupports(t *testing.T) {
	tests := []struct {
		desc   string
		amount string
		quote  Quote
		want   []string
	}{
		{
			"what it says", "more than 75 million USD",
			Quote{Lang: "fr", Text: "plus de 75 millions de dollars", Translation: "over 75 million dollars"},
			nil,
		},
		{
			"another number", "47 USD",
			Quote{Lang: "fr", Text: "57 dollars", Translation: "57 dollars"},
			[]string{"number in quote 0–10: the quote says “57 dollars”, not 47 USD"},
		},
		{
			"another number than either of two that may be one", "47 USD",
			Quote{Lang: "en", Text: "from $10 to $3 million"},
			[]string{
				"in doubt in quote 0–22: the quote says “from $10 to $3 million”, where “from $10 to $3 million” is not understood",
				"number in quote 0–22: the quote says “from $10 to $3 million”, not 47 USD",
			},
		},
		{
			"one of the two", "3 million USD",
			Quote{Lang: "en", Text: "from $10 to $3 million"},
			[]string{"in doubt in quote 0–22: the quote says “from $10 to $3 million”, where “from $10 to $3 million” is not understood"},
		},
		{
			"another qualifier", "at least 75 million USD",
			Quote{Lang: "fr", Text: "plus de 75 millions de dollars"},
			[]string{`qualifier in quote 0–30: the quote says “plus de 75 millions de dollars”, which is "more than"; stated is "at least"`},
		},
		{
			"no qualifier in the quote", "about 47 USD",
			Quote{Lang: "en", Text: "a 47-dollar cheque"},
			[]string{`qualifier in quote 2–11: the quote says “47-dollar”, which is a bare number; stated is "about"`},
		},
		{
			"another currency", "47 EUR",
			Quote{Lang: "fr", Text: "47 dollars"},
			[]string{"unit in quote 0–10: the quote says “47 dollars”, not 47 EUR"},
		},
		{
			"no currency", "1 million USD",
			Quote{Lang: "fr", Text: "récompense d'un million"},
			[]string{"unit in quote 14–24: the quote says “un million”, which names no currency"},
		},
		{
			"the currency in a further quote", "1 million USD",
			Quote{Lang: "fr", Text: "récompense d'un million", More: []Quote{{Lang: "fr", Text: "des millions de dollars"}}},
			nil,
		},
		{
			"a rate is stated as a sum", "1 million USD",
			Quote{Lang: "fr", Text: "un million de dollars, chaque jour"},
			[]string{`basis in quote 0–34: the quote says “un million de dollars, chaque jour”, a figure per day; state what it is for, as in "1 million USD per day"`},
		},
		{
			"a rate is stated as a sum, with words between", "1 million USD",
			Quote{Lang: "fr", Text: "un million de dollars promis chaque jour"},
			[]string{"basis in quote 0–21: the quote speaks of a rate, but 1 million USD has no basis"},
		},
		{
			"a sum is stated as a rate", "47 USD per day",
			Quote{Lang: "fr", Text: "47 dollars"},
			[]string{"basis in quote 0–10: neither the quote nor a further quote says per day"},
		},
		{
			"the basis in a further quote", "1 million USD per day",
			Quote{Lang: "fr", Text: "un million de dollars", More: []Quote{{Lang: "fr", Text: "chaque jour"}}},
			nil,
		},
		{
			"a basis of words", "47 USD per sponsored voter",
			Quote{Lang: "fr", Text: "47 dollars à tout internaute parrainant un électeur", Translation: "47 dollars to any internet user sponsoring a voter"},
			nil,
		},
		{
			"another basis of words", "47 USD per canvasser",
			Quote{Lang: "fr", Text: "47 dollars", Translation: "47 dollars for a voter"},
			[]string{`basis in translation 0–10: "canvasser" is stated, but the translation does not have the word "canvasser", nor does a figure of a further quote`},
		},
		{
			"a basis of words is left out", "47 USD",
			Quote{Lang: "fr", Text: "47 dollars à tout internaute", Translation: "47 dollars to any user"},
			[]string{`basis in quote 0–29: the quote says “47 dollars à tout internaute”, a figure per internaute; state what it is for`},
		},
		{
			"the translation differs", "47 USD",
			Quote{Lang: "fr", Text: "47 dollars", Translation: "74 dollars"},
			[]string{"translation differs in translation 0–10: the translation says “74 dollars”, not 47 USD"},
		},
		{
			"another thing counted", "165 votes",
			Quote{Lang: "fr", Text: "rapport de 165 pages", Translation: "report of 165 pages"},
			[]string{`unit in translation 10–19: "votes" is stated, but the translation counts “pages”`},
		},
		{"money is no count", "47 voters", Quote{Lang: "en", Text: "47 dollars"}, []string{"unit in quote 0–10: the quote says “47 dollars”, not 47 voters"}},
		{"one, in singular", "1 voter", Quote{Lang: "fr", Text: "un électeur", Translation: "a voter"}, nil},
		{"what looks like a year", "2,000 voters", Quote{Lang: "fr", Text: "2000 électeurs", Translation: "2000 voters"}, nil},
		{"a part", "2 swing states", Quote{Lang: "fr", Text: "deux des sept États clés", Translation: "two of the seven key states"}, nil},
		{
			"the whole of a part", "7 swing states",
			Quote{Lang: "fr", Text: "deux des sept États clés", Translation: "two of the seven key states"},
			[]string{"number in quote 0–4: the quote says “deux”, not 7 swing states"},
		},
		{
			"a list", "3 swing states",
			Quote{Lang: "fr", Text: "États clés: Michigan, Wisconsin et Caroline du Nord", Translation: "key states: Michigan, Wisconsin and North Carolina"},
			nil,
		},
		{
			"a shorter list", "7 swing states",
			Quote{Lang: "fr", Text: "États clés: Michigan, Wisconsin et Caroline du Nord"},
			[]string{"number in quote 14–53: the quote lists 3 names, not 7 swing states"},
		},
		{
			"a list translated to another", "3 states",
			Quote{Lang: "fr", Text: "Michigan, Wisconsin et Nevada", Translation: "the states Michigan and Wisconsin"},
			[]string{"translation differs in translation 0–33: the translation has no figure, but 3 states is stated"},
		},
		{
			"the currency of another figure", "75 million USD",
			Quote{Lang: "en", Text: "75 million", More: []Quote{{Lang: "en", Text: "3 dollars"}}},
			[]string{"unit in quote 0–10: the quote says “75 million”, which names no currency"},
		},
		{
			"the basis of something else", "75 million USD per day",
			Quote{Lang: "en", Text: "$75 million", More: []Quote{{Lang: "en", Text: "he posts every day"}}},
			[]string{"basis in quote 0–11: neither the quote nor a further quote says per day"},
		},
		{
			"the noun of another figure", "75 voters",
			Quote{Lang: "en", Text: "75 cheques, 3 voters"},
			[]string{`unit in quote 0–10: "voters" is stated, but the quote counts “cheques”`},
		},
		{
			"the noun of the noun", "75 voters",
			Quote{Lang: "en", Text: "75 dogs of the voters"},
			[]string{`unit in quote 0–7: "voters" is stated, but the quote counts “dogs”`},
		},
		{
			"a noun that a further quote would change", "75 voters",
			Quote{Lang: "en", Text: "75 people", More: []Quote{{Lang: "en", Text: "the voters"}}},
			[]string{`unit in quote 0–9: "voters" is stated, but the quote counts “people”`},
		},
		{"a noun that a further quote has", "75 voters", Quote{Lang: "en", Text: "there were 75, of all", More: []Quote{{Lang: "en", Text: "75 voters"}}}, nil},
		{
			"a noun in a compound", "75 voters",
			Quote{Lang: "en", Text: "75 voter cheques"},
			[]string{`unit in quote 0–16: "voters" is stated, but the quote counts “voter cheques”`},
		},
		{"a noun behind a hyphen", "165 pages", Quote{Lang: "en", Text: "a 165-page report"}, nil},
		{"the noun of a whole", "2 states", Quote{Lang: "en", Text: "two of the seven key states"}, nil},
		{"no figure", "47 USD", Quote{Lang: "fr", Text: "payer les personnes"}, []string{"no figure in quote 0–19: the quote has no figure, but 47 USD is stated"}},
		{"money without a number", "unquantified", Quote{Lang: "fr", Text: "les millions de dollars fournis", Translation: "the millions of dollars supplied"}, nil},
		{
			"a number after all", "unquantified",
			Quote{Lang: "fr", Text: "un chèque de 47 dollars"},
			[]string{"number in quote 14–24: the quote says “47 dollars”, so there is a figure to state"},
		},
		{"a vague number", "hundreds of employees", Quote{Lang: "fr", Text: "centaines de salariés", Translation: "hundreds of employees"}, nil},
		{
			"another vague number", "thousands of employees",
			Quote{Lang: "fr", Text: "centaines de salariés", Translation: "hundreds of employees"},
			[]string{"number in quote 0–22: the quote says “centaines de salariés”, not thousands of employees"},
		},
		{"dozens are tens", "dozens of calls", Quote{Lang: "fr", Text: "des dizaines d'appels", Translation: "dozens of calls"}, nil},
		{
			"hearsay", "8 million EUR",
			Quote{Lang: "fr", Text: "Il aurait déjà payé 8 millions d’euros"},
			[]string{"in doubt in quote 3–43: the quote says “aurait déjà payé 8 millions d’euros”, where “aurait déjà payé” is not understood"},
		},
		{"hearsay that is translated", "8 million EUR", Quote{Lang: "fr", Text: "Il aurait payé 8 millions d’euros", Translation: "He is said to have paid 8 million euros"}, nil},
		{"a range", "10..12 million USD", Quote{Lang: "fr", Text: "entre 10 et 12 millions de dollars"}, nil},
		{
			"a number for a range", "10 million USD",
			Quote{Lang: "fr", Text: "entre 10 et 12 millions de dollars"},
			[]string{"number in quote 0–34: the quote says “entre 10 et 12 millions de dollars”, not 10 million USD"},
		},
		{"two qualifiers, one of which front matter has", "more than 10 million USD", Quote{Lang: "fr", Text: "plus d'une dizaine de millions de dollars"}, nil},
		{"the English of a quote", "a few thousand voters", Quote{Lang: "en-US", Text: "a few thousand voters"}, nil},
		{"a language that is not read", "47 USD", Quote{Lang: "de", Text: "47 Dollar", Translation: "47 dollars"}, nil},
		{
			"a translation from a language that is not read", "47 USD",
			Quote{Lang: "de", Text: "47 Dollar", Translation: "74 dollars"},
			[]string{"translation differs in translation 0–10: the translation says “74 dollars”, not 47 USD"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			var got []string
			for _, p := range Supports(quantity(t, tt.amount), tt.quote) {
				got = append(got, fmt.Sprintf("%s in %s %d–%d: %s", p.Kind, p.In, p.Start, p.End, p.Message))
				if text := map[Part]string{InQuote: tt.quote.Text, InTranslation: tt.quote.Translation}[p.In]; text[p.Start:p.End] != p.Found {
					t.Errorf("Found is %q, its range %q", p.Found, text[p.Start:p.End])
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A percentage needs no translation for its noun, where a site is in French itself.
func TestPercentageInFrench(t *testing.T) {
	q, err := amount.Parse("6 percent")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]int{"contre 6 % pour la démocrate": 0, "contre 6% des dons": 0, "contre 6 dons": 1, "contre 7 %": 1} {
		if got := Supports(q, Quote{Lang: "fr", Text: text}); len(got) != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
