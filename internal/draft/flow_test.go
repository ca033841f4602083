package draft

import "testing"

// A kind of payment is proposed where a word beside the amount tells it alone.
func TestFlow(t *testing.T) {
	for _, tt := range []struct{ lang, give, want string }{
		{"en", "Richard Roe gave Jane Doe $9 million.", "contribution"},
		{"en", "Roe, an heir to a mill, has already given a combined $9 million to Doe.", "contribution"},
		{"en", "The mill received a contribution of $9 million.", "contribution"},
		{"en", "Roe gave $9 million in contributions.", "contribution"},
		{"en", "The PAC raised $9 million and spent $3 million.", "raised spent"},
		{"en", "The campaign spent $9 million on anti-Roe attack ads.", "ad-spending"},
		{"en", "The commission collected a $9,000 civil penalty.", "fine"},
		{"en", "The mill paid $9,000 in administrative fines.", "fine"},
		{"en", "Candidates may accept donations limited to $5,000.", "limit"},
		{"en", "Voters can contribute up to $5,000.", "limit"},
		{"en", "$9 million was donated by Jane Doe.", "contribution"},
		{"fr", "Richard Roe a donné 9 millions de dollars à Jane Doe.", "contribution"},
		{"fr", "Roe a de son côté apporté 9 millions de dollars.", "contribution"},
		{"fr", "9 millions de dollars ont été donnés par Jane Doe.", "contribution"},
		{"fr", "Le comité a levé 9 millions de dollars, et Roe n’a pas répondu.", "raised"},
		{"fr", "Il a payé une amende de 9 000 euros.", "fine"},
		{"fr", "Roe a payé 350 000 dollars d’amende.", "fine"},
		{"fr", "Les citoyens peuvent verser jusqu’à 5 000 euros.", "limit"},

		{"en", "His first donation, $9 million, came in May.", "contribution"},
		{"fr", "Roe a promis de donner 9 millions de dollars.", "payment-promised"},
		{"en", "Roe pledged to give $9 million to Doe.", "payment-promised"},
		{"en", "They agree to a spending limit of $9 million.", "limit"},
		{"en", "Three billionaires pumped $9 million into three pro-Doe super PACs.", "contribution"},
		{"fr", "Richard Roe a investi 9 millions de dollars dans la campagne de Doe.", "contribution"},
		{"en", "Candidates reported debts of $9 million.", "debt"},

		// Who gives is not told, or it is no one who would.
		{"en", "$9 million was donated to Jane Doe.", ""},
		{"en", "People who gave more than $200 are listed.", ""},
		{"en", "The court gave her $9,000.", ""},
		{"en", "Donations over $200 are listed.", ""},
		{"en", "Roe was given $9 million.", ""},

		// It was not, or not yet, or turned round.
		{"en", "Roe would have given $9 million.", ""},
		{"en", "Roe said that he never gave $9 million.", ""},
		{"en", "The campaign gave back the $70 million that Roe had lent.", ""},
		{"en", "A contribution of $9 million was returned to the mill.", ""},
		{"en", "Roe would like to give $9 million.", ""},

		{"en", "The mill sold $9 million in ads.", ""},

		{"en", "Roe poured $9 million into advertising for the campaign.", ""},
		{"en", "Roe invested $9 million in the mill.", ""},

		// Other words stand between the two, or two kinds are told.
		{"en", "Roe gave a speech on the $9 million.", ""},
		{"en", "Roe spent years on the case of the $9 million.", ""},
		{"en", "Roe gave $9 million in loans.", ""},
	} {
		r, ok := Read(Source{Text: "A headline of the mill\n\n" + tt.give + "\n", Lang: tt.lang, Headline: "A headline of the mill"}, known(t))
		if !ok {
			t.Fatal(tt.give)
		}
		w := &writer{Article: &Article{Source: Document{Lang: tt.lang}, Site: knownSite(t), Reading: r}}
		got := ""
		for _, f := range r.Found {
			if f.Kind != Amount || f.Value == "" {
				continue
			}
			if id, _ := w.flow(f); id != "" && got != "" {
				got += " " + id
			} else {
				got += id
			}
		}
		if got != tt.want {
			t.Errorf("%s\n%q, want %q", tt.give, got, tt.want)
		}
	}
}
