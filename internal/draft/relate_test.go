package draft

import (
	"strings"
	"testing"
)

// The day and the regions of an amount are those that stand right beside it.
func TestRelate(t *testing.T) {
	for _, tt := range []struct{ lang, give, want string }{
		{"en", "Roe gave $9 million on April 17.", "2024-04-17 “$9 million on April 17”"},
		{"en", "Roe gave $9 million to the Mill Fund in four donations from July through September.", "2024-07/2024-09 “$9 million to the Mill Fund in four donations from July through September”"},
		{"en", "In April, Roe gave the Mill Fund $9 million.", "2024-04 “In April, Roe gave the Mill Fund $9 million”"},
		{"en", "In the first four months of 2024, he gave $9 million.", "2024-01/2024-04 “In the first four months of 2024, he gave $9 million”"},
		{"en", "The PAC spent $9 million in Georgia and Michigan in April.", "2024-04 GA MI “$9 million in Georgia and Michigan in April”"},
		{"en", "It has 1,200 voters in Georgia.", "GA “1,200 voters in Georgia”"},
		{"fr", "Roe a versé 9 millions de dollars au comité en avril 2024.", "2024-04 “9 millions de dollars au comité en avril 2024”"},
		{"fr", "Il a levé 9 millions de dollars depuis janvier 2019.", "2019-01/.. “9 millions de dollars depuis janvier 2019”"},
		{"fr", "En 2023, Roe a versé 9 millions de dollars.", "2023 “En 2023, Roe a versé 9 millions de dollars”"},

		{"en", "In 2003 Roe left; in 2004, ten candidates received $9 million; Doe came in 2005.", "2004 “in 2004, ten candidates received $9 million”"},

		// It may be the day of something else.
		{"en", "Roe gave $9 million to the mill that burned in April.", ""},
		{"en", "Roe gave $9 million for the election in November.", ""},
		{"en", "Roe said that the PAC got $9 million on April 17.", ""},
		{"en", "In April, Roe said that Doe gave $9 million.", ""},
		{"en", "In April Roe bought a mill, and Doe gave $9 million.", ""},
		{"en", "Roe gave $9 million, and in April he left.", ""},
		{"en", "Roe gave $9 million to three groups in Ohio that he had met.", ""},
		{"fr", "Roe a versé 9 millions de dollars pour l’élection de 2024.", ""},
	} {
		r, ok := Read(Source{Text: "A headline of the mill\n\n" + tt.give + "\n", Lang: tt.lang, Headline: "A headline of the mill", Published: day(t, "2024-10-21")}, known(t))
		if !ok {
			t.Fatal(tt.give)
		}
		var got []string
		for _, f := range r.Found {
			if f.Kind != Amount && f.Kind != Count || f.When.IsZero() && len(f.States) == 0 {
				continue
			}
			if !f.When.IsZero() {
				got = append(got, f.When.String())
			}
			got = append(append(got, f.States...), "“"+r.Text[f.Quote.Start:f.Quote.End]+"”")
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s\n%s, want %s", tt.give, got, tt.want)
		}
	}
}
