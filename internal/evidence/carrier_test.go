package evidence

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/amount"
)

func TestCarrier(t *testing.T) {
	for _, tt := range []struct{ desc, stated, quote, want string }{
		{"with its qualifier", "more than 75 million USD", "Musk a déjà investi plus de 75 millions de dollars", "plus de 75 millions de dollars"},
		{"of several figures the one that is meant", "2 phone numbers", "pour 47 dollars, deux numéros de téléphone", "deux numéros de téléphone"},
		{"without its basis", "1 million USD per day", "un million de dollars, chaque jour jusqu'au scrutin", "un million de dollars"},
		{"a qualifier after the basis", "up to 47 USD per day", "47 dollars par jour au maximum", "47 dollars par jour au maximum"},
		{"another figure", "80 million USD", "plus de 75 millions de dollars", ""},
		{"no figure", "unquantified", "payées par Elon Musk", ""},
	} {
		q, err := amount.Parse(tt.stated)
		if err != nil {
			t.Fatal(err)
		}
		e := Quote{Lang: "fr", Text: tt.quote, Translation: "two phone numbers"}
		c, problems := Hold(q, e)
		if got := tt.quote[c.Start:c.End]; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.desc, got, tt.want)
		}
		if diff := cmp.Diff(Supports(q, e), problems); diff != "" {
			t.Errorf("%s: Supports and Hold differ: %s", tt.desc, diff)
		}
	}
	published := day(t, "2024-10-21")
	for _, tt := range []struct{ desc, stated, quote, want string }{
		{"a day, its year from the publication", "2024-11-05", "le scrutin du 5 novembre", "5 novembre"},
		{"another day", "2024-11-06", "le scrutin du 5 novembre", ""},
	} {
		d, e := day(t, tt.stated), Quote{Lang: "fr", Text: tt.quote}
		c, problems := HoldDate(d, e, published)
		if got := tt.quote[c.Start:c.End]; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.desc, got, tt.want)
		}
		if diff := cmp.Diff(SupportsDate(d, e, published), problems); diff != "" {
			t.Errorf("%s: SupportsDate and HoldDate differ: %s", tt.desc, diff)
		}
	}
}
