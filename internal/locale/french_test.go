package locale

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// narrow writes the narrow no-break space of French as "_".
func narrow(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, nbsp, "~"), "\u202f", "_")
}

func french(t *testing.T) *Locale {
	t.Helper()
	fr, ok := Load("fr")
	if !ok {
		t.Fatal("French is not built in")
	}
	return fr
}

// Amounts stand as newspapers print them: scaled ones in words, others with the sign
// behind.
func TestFrenchQuantity(t *testing.T) {
	fr := french(t)
	for _, tt := range []struct{ give, want, spoken string }{
		{"more than 75 million USD", "plus de 75~millions de dollars", "plus de 75 millions de dollars"},
		{"1 million USD per day", "1~million de dollars par jour", "1 million de dollars par jour"},
		{"1.5 million USD", "1,5~million de dollars", "1,5 million de dollars"},
		{"2.7 billion EUR", "2,7~milliards d’euros", "2,7 milliards d’euros"},
		{"350,000 USD", "350_000_$", "350_000 dollars"},
		{"1 EUR", "1_€", "1 euro"},
		{"47.50 USD", "47,50_$", "47,50 dollars"},
		{"8..12 million USD", "8 à 12~millions de dollars", "8 à 12 millions de dollars"},
		{"12,000 CHF", "12_000_CHF", "12_000 francs suisses"},
		{"millions of USD", "des millions de dollars", "des millions de dollars"},
		{"hundreds of EUR", "des centaines d’euros", "des centaines d’euros"},
		{"a few thousand pages", "quelques milliers de pages", "quelques milliers de pages"},
		{"several pages", "plusieurs pages", "plusieurs pages"},
		{"12 million pages", "12~millions~de pages", "12 millions de pages"},
		{"a little over some 10 million USD", "un peu plus de quelque 10~millions de dollars", "un peu plus de quelque 10 millions de dollars"},
		{"12.5 percent", "12,5~%", "12,5 %"},
		{"1 voters", "1~électeur", "1 électeur"},
		{"0 voters", "0~électeur", "0 électeur"},
		{"2 voters", "2~électeurs", "2 électeurs"},
		{"1.5 EUR", "1,50_€", "1,50 euro"},
		{"dozens of pages", "des dizaines de pages", "des dizaines de pages"},
		{"unquantified", "sans chiffre", "sans chiffre"},
	} {
		q, err := amount.Parse(tt.give)
		if err != nil {
			t.Fatal(err)
		}
		got := fr.Quantity(q)
		if diff := cmp.Diff(tt.want+"|"+tt.spoken, narrow(got.Plain)+"|"+narrow(got.Spoken)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.give, diff)
		}
	}
}

func TestFrenchDate(t *testing.T) {
	fr := french(t)
	for _, tt := range []struct{ give, want string }{
		{"2024-10-05", "5~octobre 2024"},
		{"2024-10-01", "1er~octobre 2024"},
		{"2024-10", "octobre 2024"},
		{"2024-22", "été 2024"},
		{"2024-10-05~", "vers le 5~octobre 2024"},
		{"2020~", "vers 2020"},
		{"../2024-11-05", "jusqu’au 5~novembre 2024"},
		{"../2024", "jusqu’en 2024"},
		{"2023/..", "dès 2023"},
		{"2024-10-05/2024-10-08", "du 5 au 8~octobre 2024"},
		{"2024-10-05/2024-11-08", "du 5~octobre au 8~novembre 2024"},
		{"2024-07/2024-10", "de juillet à octobre 2024"},
		{"2024-08/2024-10", "d’août à octobre 2024"},
		{"2024-08/2024-08-15", "d’août 2024 au 15~août 2024"},
		{"2024-21/2024-22", "du printemps à l’été 2024"},
		{"2024-22/..", "dès l’été 2024"},
		{"2024-21/..", "dès le printemps 2024"},
		{"../2024-23", "jusqu’à l’automne 2024"},
		{"2024-24~", "vers l’hiver 2024"},
		{"2024-10-05~/2024-10-08", "de vers le 5~octobre 2024 au 8~octobre 2024"},
		{"2023/2024", "de 2023 à 2024"},
	} {
		d, err := edtf.Parse(tt.give)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, narrow(fr.Date(d))); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.give, diff)
		}
	}
}
