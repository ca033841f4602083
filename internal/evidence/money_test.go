package evidence

import "testing"

func TestHolding(t *testing.T) {
	tests := []struct{ lang, text, want string }{
		{"en", "kept $3 million in the bank on June 30, 2024", "in the bank"},
		{"en", "reported debts of $3 million on June 30, 2024", "debts of"},
		{"en", "ended the month with $3 million in cash", "ended the month with"},
		{"en", "had $3 million on hand", "on hand"},
		{"en", "was sitting on $3 million", "sitting on"},
		{"en", "reported liabilities of $3 million", "liabilities of"},
		{"en", "Owed its vendors $3 million", "owed"},
		{"en", "has raised $3 million as of June 30", "as of"},
		{"en", "raised a total of $3 million by June 30", ""},
		{"en", "gave $3 million in cash", ""},
		{"en", "paid those it had followed", ""},
		{"en-GB", "cash on hand of £3 million", "cash on hand"},
		{"fr", "3 millions de dollars en caisse", "en caisse"},
		{"fr", "des dettes de 3 millions de dollars", "dettes de"},
		{"fr", "a donné 3 millions de dollars", ""},
		{"de", "3 Millionen on hand", ""},
	}
	for _, tt := range tests {
		if got := Holding(tt.lang, tt.text); got != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.lang, tt.text, got, tt.want)
		}
	}
}

func TestBacksAndOpposes(t *testing.T) {
	tests := []struct{ lang, text, backs, opposes string }{
		{"en", "spent $5 million in September 2024 supporting Roe", "supporting", ""},
		{"en", "spent $3 million in October 2024 opposing Roe", "", "opposing"},
		{"en", "spent $3 million against Roe", "", "against"},
		{"en", "spent $3 million", "", ""},
		{"fr", "3 millions de dollars de publicités en faveur de la candidate", "en faveur de", ""},
		{"fr", "3 millions de dollars contre la candidate", "", "contre"},
		{"de", "3 Millionen against Roe", "", ""},
	}
	for _, tt := range tests {
		if b, o := Backs(tt.lang, tt.text), Opposes(tt.lang, tt.text); b != tt.backs || o != tt.opposes {
			t.Errorf("%s %q: %q and %q, want %q and %q", tt.lang, tt.text, b, o, tt.backs, tt.opposes)
		}
	}
}
