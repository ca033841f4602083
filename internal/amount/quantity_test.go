package amount

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/currency"

	"receipts/internal/diag"
)

func mustParse(t *testing.T, s string) Quantity {
	t.Helper()
	q, err := Parse(s)
	if err != nil {
		t.Fatalf("Parse(%q): %v", s, err)
	}
	return q
}

// interval writes bounds the way mathematicians do.
func interval(q Quantity) string {
	lo, hi := q.Bounds()
	left, right := "[", "]"
	if lo.Limit == Open {
		left = "("
	}
	if hi.Limit == Unbounded {
		return left + q.Decimal(lo.Minor) + ", ∞)"
	}
	if hi.Limit == Open {
		right = ")"
	}
	return left + q.Decimal(lo.Minor) + ", " + q.Decimal(hi.Minor) + right
}

func TestBounds(t *testing.T) {
	tests := []struct{ desc, give, want string }{
		{"plain", "75 USD", "[75, 75]"},
		{"exactly", "exactly 75 USD", "[75, 75]"},
		{"range", "10..12 USD", "[10, 12]"},
		{"more than", "more than 75 USD", "(75, ∞)"},
		{"at least", "at least 95 USD", "[95, ∞)"},
		{"less than", "less than 95 USD", "[0, 95)"},
		{"up to", "up to 95 USD", "[0, 95]"},
		{"about", "about 75 USD", "[67.5, 82.5]"},
		{"about, rounded outwards", "about 7 states", "[6, 8]"},
		{"nearly", "nearly 75 USD", "[67.5, 75)"},
		{"a little over", "a little over 75 USD", "(75, 82.5]"},
		{"more than a percentage", "more than 12.5 percent", "(12.5, ∞)"},
		{"about a percentage", "about 12.5 percent", "[11.25, 13.75]"},
		{"some", "some 10 million USD", "[8000000, 12000000]"},
		{"a little over some", "a little over some 10 million USD", "(8000000, 13200000]"},
		{"several", "several indictments", "[2, ∞)"},
		{"a few", "a few voters", "[2, 9]"},
		{"dozens", "dozens of voters", "[24, 119]"},
		{"hundreds", "hundreds of employees", "[200, 999]"},
		{"a few thousand", "a few thousand voters", "[2000, 9999]"},
		{"a few tens of thousands", "a few tens of thousands of votes", "[20000, 99999]"},
		{"hundreds of money end at the last cent", "hundreds of USD", "[200, 999.99]"},
		{"unquantified", "unquantified", "[0, ∞)"},
		{"the greatest number", "about 40,000,000 billion USD", "[36000000000000000, 44000000000000000]"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, interval(mustParse(t, tt.give))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestString(t *testing.T) {
	tests := []struct{ desc, give, want string }{
		{"thousands are grouped", "350000 USD", "350,000 USD"},
		{"a scale of thousands is written out", "350 thousand USD", "350,000 USD"},
		{"a thousand millions", "1000 million USD", "1 billion USD"},
		{"no scale that needs three decimals", "1234 million USD", "1,234 million USD"},
		{"in full if none fits", "2.675 million USD", "2,675,000 USD"},
		{"cents in full", "47.5 USD", "47.50 USD"},
		{"no cents that are zero", "47.00 USD", "47 USD"},
		{"cents in both ends of a range", "47.50..50 USD", "47.50..50.00 USD"},
		{"no zeros of a percentage", "12.50 percent", "12.5 percent"},
		{"prices before the basis", "1000 USD in 2024 prices per day", "1,000 USD in 2024 prices per day"},
		{"less than a million", "0.5 million USD", "500,000 USD"},
		{"a range keeps one scale", "900 thousand USD", "900,000 USD"},
		{"qualifier and basis", "a little over some 10 million USD per day", "a little over some 10 million USD per day"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, mustParse(t, tt.give).String()); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := (Quantity{}).String(); got != "" {
		t.Errorf("the zero Quantity is %q", got)
	}
}

func TestCompare(t *testing.T) {
	want := []string{
		"50 EUR", "less than 75 USD", "47 USD", "47 USD per voter", "nearly 75 USD per day", "70 USD", "about 80 USD", "75 USD", "75..80 USD",
		"at least 75 USD", "a little over 75 USD", "more than 75 USD", "10 USD in 1996 prices", "5 USD in 2024 prices", "165 pages", "2.5 percent", "12 percent", "2 phones", "several phones", "unquantified",
	}
	quantities := make([]Quantity, len(want))
	for i, s := range want {
		quantities[i] = mustParse(t, s)
	}
	slices.Reverse(quantities)
	slices.SortFunc(quantities, Quantity.Compare)
	var got []string
	for _, q := range quantities {
		got = append(got, q.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSameUnit(t *testing.T) {
	tests := []struct {
		desc string
		a, b string
		want bool
	}{
		{"a rate and a sum", "47 USD per voter", "75 million USD", true},
		{"two currencies", "47 USD", "47 EUR", false},
		{"money and a count", "47 USD", "47 voters", false},
		{"a vague and a plain count", "a few thousand voters", "47 voters", true},
		{"two prices", "47 USD in 2024 prices", "47 USD", false},
		{"prices of two years", "47 USD in 2024 prices", "47 USD in 1996 prices", false},
		{"the same prices", "47 USD in 2024 prices", "75 million USD in 2024 prices", true},
		{"no number has no unit", "unquantified", "unquantified", false},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if got := mustParse(t, tt.a).SameUnit(mustParse(t, tt.b)); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

// TestCurrencies compares our table with that of golang.org/x/text, which ends
// in 2017: a code that it does not know must be younger.
func TestCurrencies(t *testing.T) {
	younger := []string{"MRU", "SLE", "VED", "VES", "XCG", "ZWG"}
	seen := map[string]bool{}
	for _, code := range currencies {
		if seen[code] {
			t.Errorf("%s is listed twice", code)
		}
		seen[code] = true
		if _, err := currency.ParseISO(code); err != nil && !slices.Contains(younger, code) {
			t.Errorf("%s: %v", code, err)
		}
	}
	for code, digits := range minorDigits {
		if !seen[code] {
			t.Errorf("%s has %d decimals but is not listed", code, digits)
		}
		if unit, err := currency.ParseISO(code); err == nil {
			if scale, _ := currency.Standard.Rounding(unit); scale != digits && digits != 3 {
				t.Errorf("%s has %d decimals here, %d in x/text", code, digits, scale)
			}
		}
	}
}

func ExampleParse() {
	q, _ := Parse("more than 75 million USD")
	fmt.Println(q.Qualifier(), q.Decimal(q.Lo()), q.Unit())
	_, err := Parse("$75 million")
	fmt.Println(err, "→", err.(*diag.Mistake).Hint)
	// Output:
	// more than 75000000 USD
	// money is written with its ISO 4217 code, not as "$75" → write "75 million USD"
}

// Only ends that a source states go into files and pictures.
func TestStated(t *testing.T) {
	for give, want := range map[string]string{
		"47 USD": "47 47", "10..12 USD": "10 12", "exactly 5 USD": "5 5", "1 USD per day": "1 1",
		"more than 75 USD": "75 -", "at least 75 USD": "75 -", "a little over 75 USD": "75 -",
		"up to 5 USD": "0 5", "less than 5 USD": "0 5", "nearly 5 USD": "- 5",
		"about 5 USD": "- -", "some 10 million USD": "- -", "a little over some 10 million USD": "- -",
		"a few thousand voters": "- -", "several voters": "- -", "unquantified": "- -",
	} {
		q, err := Parse(give)
		if err != nil {
			t.Fatal(err)
		}
		end := func(b Bound) string {
			if b.Limit == Unbounded {
				return "-"
			}
			return q.Decimal(b.Minor)
		}
		lo, hi := q.Stated()
		if got := end(lo) + " " + end(hi); got != want {
			t.Errorf("%q states %s, want %s", give, got, want)
		}
	}
}
