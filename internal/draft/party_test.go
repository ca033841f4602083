package draft

import (
	"strings"
	"testing"
)

func TestParties(t *testing.T) {
	for _, tt := range []struct{ lang, give, from, to string }{
		{"en", "Richard Roe gave $9 million to Jane Doe.", "richard-roe", "jane-doe"},
		{"en", "Jane Doe received $13 million from Richard Roe.", "richard-roe", "jane-doe"},
		{"en", "Critics of Roe gave $9 million to Doe's rival.", "", ""},
		{"en", "A friend of Roe paid $19 million to Doe.", "", "jane-doe"},
		{"en", "Doe received $13 million from Roe's supplier.", "", "jane-doe"},
		{"en", "Doe received $13 million from Roe suppliers.", "", "jane-doe"},
		{"en", "Friends of Doe and Roe gave $9 million.", "", ""},
		{"en", "Pro-Roe donors gave $9 million to a rival to Doe.", "", ""},
		{"en", "The man who advised Roe gave $9 million to Doe.", "", "jane-doe"},
		{"en", "Friends of Roe, Doe and others gave $9 million.", "", ""},
		{"en", "President Roe gave Doe $9 million.", "richard-roe", "jane-doe"},
		{"en", "Richard Roe gave $9 million to Jane Doe, making the largest of all donations.", "richard-roe", "jane-doe"},
		{"en", "Richard Roe gave $9 million to others and $3 million to Jane Doe.", "richard-roe", ""},
		{"en", "The others have $9 million, and Richard Roe gave $3 million to Jane Doe.", "", ""},
		{"fr", "Richard Roe a versé 9 millions de dollars à Jane Doe.", "richard-roe", "jane-doe"},
		{"fr", "Les opposants à Roe ont versé 9 millions de dollars à Doe.", "", "jane-doe"},
		{"fr", "Un ami de Roe a payé 19 millions de dollars à Doe.", "", "jane-doe"},
		{"fr", "Roe a versé 9 millions de dollars à un ami de Doe.", "richard-roe", ""},
	} {
		r, ok := Read(Source{Text: "A headline of the mill\n\n" + tt.give + "\n", Lang: tt.lang, Headline: "A headline of the mill"}, known(t))
		if !ok {
			t.Fatal(tt.give)
		}
		for _, f := range r.Found {
			if f.Kind != Amount || f.Start != firstAmount(r) {
				if len(f.From)+len(f.To) > 0 {
					t.Errorf("%s\nof another sum: from %v to %v", tt.give, f.From, f.To)
				}
				continue
			}
			if from, to := strings.Join(f.From, " "), strings.Join(f.To, " "); from != tt.from || to != tt.to {
				t.Errorf("%s\nfrom %q to %q, want from %q to %q", tt.give, from, to, tt.from, tt.to)
			}
		}
	}
}

// firstAmount is where the first sum of a reading begins.
func firstAmount(r Reading) int {
	for _, f := range r.Found {
		if f.Kind == Amount {
			return f.Start
		}
	}
	return -1
}
