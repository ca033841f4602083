package evidence

import (
	"slices"
	"testing"

	"receipts/internal/edtf"
)

// TestPrices tells for each quote what it carries, and what it refuses.
func TestPrices(t *testing.T) {
	for _, tt := range []struct {
		lang, quote    string
		right, refused []string
	}{
		{
			"en", "spent $5 million in 2024 dollars",
			[]string{"5 million USD in 2024 prices"},
			[]string{"5 million USD", "5 million USD in 2023 prices", "5 million USD adjusted for inflation", "6 million USD in 2024 prices", "2,024 USD"},
		},
		{"en", "$5 million in constant 2024 dollars", []string{"5 million USD in 2024 prices"}, []string{"5 million USD"}},
		{"en", "$5 million (2024 dollars)", []string{"5 million USD in 2024 prices"}, []string{"5 million USD"}},
		{"en", "$5 million at 2024 prices", []string{"5 million USD in 2024 prices"}, []string{"5 million USD"}},
		{"en", "$5 million, at prices of 2024", []string{"5 million USD in 2024 prices"}, []string{"5 million USD"}},
		{"en", "spent $5 million, adjusted for inflation to 2024 dollars", []string{"5 million USD in 2024 prices"}, []string{"5 million USD", "5 million USD adjusted for inflation"}},
		{"en", "$47 per voter in 2024 dollars", []string{"47 USD in 2024 prices per voter"}, []string{"47 USD per voter"}},
		{"en", "an inflation-adjusted $5 million", []string{"5 million USD adjusted for inflation"}, []string{"5 million USD", "5 million USD in 2024 prices"}},
		{"en", "an inflation-adjusted total of $5 million", []string{"5 million USD adjusted for inflation"}, []string{"5 million USD"}},
		{"en", "about £80,000 in today’s money", []string{"about 80,000 GBP adjusted for inflation"}, []string{"about 80,000 GBP", "80,000 GBP adjusted for inflation"}},
		{"en", "$5 million, not adjusted for inflation", nil, []string{"5 million USD", "5 million USD adjusted for inflation"}},
		{"en", "spent $3 million in 2024", []string{"3 million USD"}, []string{"3 million USD in 2024 prices"}},
		{"en", "a gift of 2024 dollars", nil, []string{"2,024 USD"}},

		// Of which figures the words are.
		{"en", "spent $3 million and $5 million in 2024 dollars", []string{"5 million USD in 2024 prices"}, []string{"3 million USD", "3 million USD in 2024 prices"}},
		{"en", "In 2024 dollars, Doe spent $3 million and Roe $5 million", []string{"3 million USD in 2024 prices", "5 million USD in 2024 prices"}, []string{"3 million USD", "5 million USD"}},
		{"en", "spent $2 million in 1996 dollars, then $5 million in 2024 dollars", []string{"2 million USD in 1996 prices", "5 million USD in 2024 prices"}, []string{"2 million USD in 2024 prices"}},
		{"en", "spent $5 million in 1996 dollars, adjusted for inflation to 2024", nil, []string{"5 million USD in 1996 prices", "5 million USD in 2024 prices", "5 million USD"}},
		{"en", "spent $5 million in 2024 dollars. Doe gave $3 million", []string{"5 million USD in 2024 prices", "3 million USD"}, []string{"3 million USD in 2024 prices"}},

		{"fr", "4 millions d’euros constants de 2015", []string{"4 million EUR in 2015 prices"}, []string{"4 million EUR", "4 million EUR adjusted for inflation"}},
		{"fr", "900 000 euros de 2020", []string{"900,000 EUR in 2020 prices"}, []string{"900,000 EUR"}},
		{"fr", "66 000 euros de 2020 à 2024", nil, []string{"66,000 EUR", "66,000 EUR in 2020 prices"}},
		{"fr", "versé 66 000 euros en 2020", []string{"66,000 EUR"}, []string{"66,000 EUR in 2020 prices"}},
		{"fr", "5 millions en dollars de 2024", []string{"5 million USD in 2024 prices"}, []string{"5 million USD"}},
		{"fr", "5 millions de dollars, en dollars de 2024", []string{"5 million USD in 2024 prices"}, []string{"5 million USD"}},
		{"fr", "66 000 euros aux prix de 2020", []string{"66,000 EUR in 2020 prices"}, []string{"66,000 EUR"}},
		{"fr", "En euros constants, le viaduc a coûté 45 millions d’euros", []string{"45 million EUR adjusted for inflation"}, []string{"45 million EUR"}},
		{"fr", "66 000 euros, corrigés de l’inflation", []string{"66,000 EUR adjusted for inflation"}, []string{"66,000 EUR"}},
		{"fr", "66 000 euros non corrigés de l’inflation", nil, []string{"66,000 EUR", "66,000 EUR adjusted for inflation"}},
	} {
		e := Quote{Lang: tt.lang, Text: tt.quote}
		for _, s := range tt.right {
			if problems := Supports(quantity(t, s), e); len(problems) > 0 {
				t.Errorf("“%s” does not carry %s: %s", tt.quote, s, problems[0].Message)
			}
		}
		for _, s := range tt.refused {
			if len(Supports(quantity(t, s), e)) == 0 {
				t.Errorf("“%s” carries %s", tt.quote, s)
			}
		}
	}
}

// TestPricesOfFurtherQuote: what the money of an article is told at often stands in a
// note of its own.
func TestPricesOfFurtherQuote(t *testing.T) {
	e := Quote{Lang: "en", Text: "spent $5 million", More: []Quote{{Lang: "en", Text: "All figures are in 2024 dollars"}}}
	for s, want := range map[string]bool{"5 million USD in 2024 prices": true, "5 million USD in 2023 prices": false, "5 million USD adjusted for inflation": false} {
		if got := len(Supports(quantity(t, s), e)) == 0; got != want {
			t.Errorf("%s: %v, want %v", s, got, want)
		}
	}
	problems := Supports(quantity(t, "5 million USD in 2023 prices"), e)
	if len(problems) != 1 || problems[0].Kind != Prices || !problems[0].Absent {
		t.Errorf("%+v", problems)
	}
}

// A year of prices is no date.
func TestYearOfPrices(t *testing.T) {
	published, err := edtf.Parse("2024-11-01")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]string{
		"spent $5 million in 2024 dollars in 1996": {"1996"},
		"$5 million at 2024 prices":                nil,
		"spent $3 million in 2024":                 {"2024"},
	} {
		var got []string
		for _, f := range FindDates("en", text, published) {
			got = append(got, f.Date.String())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
}
