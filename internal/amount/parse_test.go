package amount

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/diag"
)

func TestParse(t *testing.T) {
	tests := []struct {
		desc string
		give string
		want Quantity
	}{
		{"money with a scale", "75 million USD", Quantity{kind: Point, lo: 7_500_000_000, hi: 7_500_000_000, digits: 2, unit: "USD", money: true}},
		{"a qualifier of two words", "more than 75 million USD", Quantity{kind: Point, qualifier: MoreThan, lo: 7_500_000_000, hi: 7_500_000_000, digits: 2, unit: "USD", money: true}},
		{"an order of magnitude", "some 10 million USD", Quantity{kind: Point, some: true, lo: 1_000_000_000, hi: 1_000_000_000, digits: 2, unit: "USD", money: true}},
		{"a little over it", "a little over some 10 million USD", Quantity{kind: Point, qualifier: ALittleOver, some: true, lo: 1_000_000_000, hi: 1_000_000_000, digits: 2, unit: "USD", money: true}},
		{"a basis of two words", "47 USD per sponsored voter", Quantity{kind: Point, lo: 4700, hi: 4700, digits: 2, unit: "USD", money: true, basis: "sponsored voter"}},
		{"cents", "47.50 USD", Quantity{kind: Point, lo: 4750, hi: 4750, digits: 2, unit: "USD", money: true}},
		{"a currency without cents", "5,000 JPY", Quantity{kind: Point, lo: 5000, hi: 5000, unit: "JPY", money: true}},
		{"a currency with three decimals", "0.125 KWD", Quantity{kind: Point, lo: 125, hi: 125, digits: 3, unit: "KWD", money: true}},
		{"no float: thirteen digits and cents", "1234567890123.45 USD", Quantity{kind: Point, lo: 123456789012345, hi: 123456789012345, digits: 2, unit: "USD", money: true}},
		{"decimals of a scale", "2.675 million USD", Quantity{kind: Point, lo: 267_500_000, hi: 267_500_000, digits: 2, unit: "USD", money: true}},
		{"a range", "10..12 million USD", Quantity{kind: Range, lo: 1_000_000_000, hi: 1_200_000_000, digits: 2, unit: "USD", money: true}},
		{"a count", "165 pages", Quantity{kind: Point, lo: 165, hi: 165, unit: "pages"}},
		{"a count with a noun of two words", "2 phone numbers", Quantity{kind: Point, lo: 2, hi: 2, unit: "phone numbers"}},
		{"a count with decimals of a scale", "2.7 million followers", Quantity{kind: Point, lo: 2_700_000, hi: 2_700_000, unit: "followers"}},
		{"a number that no scale word shortens", "1,234,567 USD", Quantity{kind: Point, lo: 123_456_700, hi: 123_456_700, digits: 2, unit: "USD", money: true}},
		{"grouping is optional", "350000 USD", Quantity{kind: Point, lo: 35_000_000, hi: 35_000_000, digits: 2, unit: "USD", money: true}},
		{"several", "several indictments", Quantity{kind: Vague, vague: "several", unit: "indictments"}},
		{"hundreds", "hundreds of employees", Quantity{kind: Vague, vague: "hundreds", unit: "employees"}},
		{"the longest vague form", "hundreds of thousands of voters", Quantity{kind: Vague, vague: "hundreds of thousands", unit: "voters"}},
		{"a few tens of thousands", "a few tens of thousands of votes", Quantity{kind: Vague, vague: "a few tens of thousands", unit: "votes"}},
		{"vague money", "millions of USD per day", Quantity{kind: Vague, vague: "millions", digits: 2, unit: "USD", money: true, basis: "day"}},
		{"no number", "unquantified", Quantity{kind: Unquantified, money: true}},
		{"a word that is also a currency in lower case", "1 pen", Quantity{kind: Point, lo: 1, hi: 1, unit: "pen"}},
		{"zero", "0 USD", Quantity{kind: Point, digits: 2, unit: "USD", money: true}},
		{"a percentage", "more than 12.5 percent", Quantity{kind: Point, qualifier: MoreThan, lo: 125_000, hi: 125_000, digits: 4, unit: "percent"}},
		{"more than all, which growth may be", "250 percent", Quantity{kind: Point, lo: 2_500_000, hi: 2_500_000, digits: 4, unit: "percent"}},
		{"a difference of percentages", "0.5..1 percentage points", Quantity{kind: Range, lo: 5_000, hi: 10_000, digits: 4, unit: "percentage points"}},
		{"prices of a year", "75 million USD in 2024 prices", Quantity{kind: Point, lo: 7_500_000_000, hi: 7_500_000_000, digits: 2, unit: "USD", money: true, prices: 2024}},
		{"adjusted to no year that is told", "5 JPY adjusted for inflation", Quantity{kind: Point, lo: 5, hi: 5, unit: "JPY", money: true, prices: Adjusted}},
		{"prices and a basis", "47 USD in 1996 prices per voter", Quantity{kind: Point, lo: 4700, hi: 4700, digits: 2, unit: "USD", money: true, prices: 1996, basis: "voter"}},
		{"vague money at prices", "millions of USD in 2024 prices", Quantity{kind: Vague, vague: "millions", digits: 2, unit: "USD", money: true, prices: 2024}},
		{"more spaces than needed", " about  5 pages ", Quantity{kind: Point, qualifier: About, lo: 5, hi: 5, unit: "pages"}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			got, err := Parse(tt.give)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(Quantity{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestParseRefuses shows for every mistake the place that is marked and the
// hint that is given.
func TestParseRefuses(t *testing.T) {
	tests := []struct {
		desc  string
		give  string
		place string // the text between Start and End
		want  string // the hint
	}{
		{"a dollar sign", "$75 million", "$75", `write "75 million USD"`},
		{"a sign and a letter", "75M$", "75M$", `write "75 million USD"`},
		{"a capital letter for the scale", "75M USD", "75M", `write "75 million USD"`},
		{"a small letter for the scale", "75m USD", "75m", `write "75 million USD"`},
		{"an abbreviation of the scale", "75 bn USD", "bn", `write "75 billion USD"`},
		{"a plural scale", "75 millions USD", "millions", `write "75 million USD"`},
		{"a capital scale", "75 Million USD", "Million", `write "75 million USD"`},
		{"a scale that is not read", "2 trillion USD", "trillion", `write "2,000 billion USD"`},
		{"the currency in words", "75 million dollars", "dollars", `write "75 million USD"`},
		{"the currency in words that many share", "75 million francs", "francs", `write the code, as in "75 million USD"`},
		{"the currency in front", "USD 75 million", "USD", `write "75 million USD"`},
		{"a euro sign in front", "€75 million", "€75", `write "75 million EUR"`},
		{"a euro sign behind", "75 million €", "€", `write "75 million EUR"`},
		{"small letters", "75 million usd", "usd", `write "75 million USD"`},
		{"a slip in the code", "75 million UDS", "UDS", `write "75 million USD"`},
		{"no such code, and none near for sure", "75 million BTC", "BTC", `write a currency code of ISO 4217 such as "USD", or a counted noun in lower case`},
		{"no unit", "75 million", "", `say what is counted: "75 million USD", "200 million followers"`},
		{"points between thousands", "1.000.000 USD", "1.000.000", `write "1 million USD"`},
		{"one point, three digits: two readings", "1.000 USD", "1.000", `write at most 2 decimals; if thousands are meant, "1,000 USD"`},
		{"too many decimals", "2.675 USD", "2.675", `write at most 2 decimals; if thousands are meant, "2,675 USD"`},
		{"too many decimals for a scale", "2.6750 million USD", "2.6750", `write "2,675,000 USD"`},
		{"a decimal comma", "1,5 million USD", "1,5", `write "1.5 million USD"`},
		{"spaces between thousands", "350 000 USD", "000", `write "350,000 USD"`},
		{"no-break spaces between thousands", "350\u00a0000 USD", "\u00a0", `write "350,000 USD"`},
		{"a narrow no-break space", "350\u202f000 USD", "\u202f", `write "350,000 USD"`},
		{"a no-break space between words", "75\u00a0million USD", "\u00a0", `write "75 million USD"`},
		{"commas that count millions", "10,000,000 USD", "10,000,000", `write "10 million USD"`},
		{"zeros that count millions", "200000000 followers", "200000000", `write "200 million followers"`},
		{"two decimals of a billion", "1,250,000,000 USD", "1,250,000,000", `write "1.25 billion USD"`},
		{"leading zeros", "010 USD", "010", `write "10 USD"`},
		{"commas in the wrong place", "1,00 USD", "1,00", `write "1 USD"`},
		{"negative", "-5 USD", "-5", "write the number without a sign: who pays and who receives tells the direction, and refunds: what is given back"},
		{"negative with a minus", "−5 USD", "−5", "write the number without a sign: who pays and who receives tells the direction, and refunds: what is given back"},
		{"a descending range", "12..10 million USD", "12..10", `write "10..12 million USD"`},
		{"a range of nothing", "10..10 million USD", "10..10", `write "10 million USD"`},
		{"a range with a hyphen", "10-12 million USD", "10-12", `write "10..12 million USD"`},
		{"a range with a dash", "10–12 million USD", "10–12", `write "10..12 million USD"`},
		{"a range in words", "between 10 and 12 million dollars", "between", `write "10..12 million USD"`},
		{"a range with a qualifier", "about 10..12 million USD", "about", `write "10..12 million USD"`},
		{"a slip in a qualifier", "abuot 75 million USD", "abuot", `write "about 75 million USD"`},
		{"then for than", "more then 75 million USD", "more then", `write "more than 75 million USD"`},
		{"another word for a qualifier", "over 75 million USD", "over", `write "more than 75 million USD"`},
		{"a capital qualifier", "More than 75 million USD", "More than", `write "more than 75 million USD"`},
		{"a sign for a qualifier", "~75 million USD", "~75", `write "about 75 million USD"`},
		{"a qualifier of nothing", "nearly 0 USD", "0", `write 0 without a qualifier, or "more than 0"`},
		{"a fraction of one", "1.5 phones", "1.5", "write a whole number of phones"},
		{"a number in words", "two phone numbers", "two", `write "2 phone numbers"`},
		{"everything at once", "a million dollars a day", "a", `write "1 million USD per day"`},
		{"a slash for per", "$1M/day", "$1M/day", `write "1 million USD per day"`},
		{"per nothing", "47 USD per", "per", `write "per day" or "per sponsored voter", or leave "per" out`},
		{"per twice", "1 USD per day per voter", "per", "keep one basis, and say the other in words"},
		{"an exponent", "1e6 USD", "1e6", `write "1 million USD"`},
		{"an exponent beyond all money", "1e400", "1e400", `write the number in digits: "350,000" or "2.7 million"`},
		{"hexadecimal", "0x1F", "0x1F", `write the number in digits: "350,000" or "2.7 million"`},
		{"infinity", ".inf", ".inf", `write the number in digits: "350,000" or "2.7 million"`},
		{"an underscore", "1_000 USD", "1_000", `write "1,000 USD"`},
		{"too large", "99999999999999999999 USD", "99999999999999999999", "check the zeros and the scale word"},
		{"too large with its scale", "99999999999 billion USD", "99999999999", "check the zeros and the scale word"},
		{"no of", "hundreds employees", "hundreds", `write "hundreds of employees"`},
		{"no article", "few thousand voters", "few", `write "a few thousand voters"`},
		{"a vague number with a qualifier", "more than hundreds of employees", "more than hundreds", `write "hundreds of employees"`},
		{"of after a number", "200 million of followers", "of", `write "200 million followers"`},
		{"unquantified followers", "unquantified followers", "followers", `write "unquantified"`},
		{"a trailing point", "75 USD.", "USD.", `write "75 USD"`},
		{"a percent sign", "12.5%", "12.5%", `write "12.5 percent"`},
		{"a percent sign and a decimal comma", "12,5 %", "12,5", `write "12.5 percent"`},
		{"per cent in two words", "12 per cent per year", "", `write "12 percent per year"`},
		{"a percentage with what it is of", "12 percent of the money", "of the money", `write "12 percent", and on a line of its own "of: the money"`},
		{"a percent sign with what it is of", "0.5% of donors", "0.5%", `write "0.5 percent", and on a line of its own "of: donors"`},
		{"a percentage of nothing", "12 percent of", "of", `end the amount with "percent", and write on a line of its own what it is of: "of: all donors"`},
		{"another name for percent", "12 pct", "pct", `write "12 percent"`},
		{"too many decimals of a percentage", "0.00125 percent", "0.00125", "write at most 4 decimals"},
		{"dollars of a year", "75 million USD in 2024 dollars", "USD in 2024 dollars", `write "75 million USD in 2024 prices"`},
		{"dollars of a year alone", "$75 million in 2024 dollars", "$75", `write "75 million USD in 2024 prices"`},
		{"constant dollars of a year", "75 million in constant 2024 dollars", "in constant 2024 dollars", `write "75 million USD in 2024 prices"`},
		{"a year before its code", "75 million 2024 EUR", "2024", `write "75 million EUR in 2024 prices"`},
		{"prices of a year", "75 million USD in prices of 2024", "USD in prices of 2024", `write "75 million USD in 2024 prices"`},
		{"prices behind the basis", "1 USD per day in 2024 prices", "2024", `write "1 USD in 2024 prices per day"`},
		{"adjusted behind a comma", "75 million USD, adjusted for inflation", "USD,", `write "75 million USD adjusted for inflation"`},
		{"adjusted before", "an inflation-adjusted $75 million", "an inflation-adjusted", `write "75 million USD adjusted for inflation"`},
		{"constant money", "75 million in constant euros", "in constant euros", `write "75 million EUR adjusted for inflation"`},
		{"no year of prices", "75 USD in 20244 prices", "20244", `write the year in digits: "75 million USD in 2024 prices"`},
		{"prices twice", "75 USD in 2024 prices in 2023 prices", "USD in 2024 prices", `write nothing after the code but its prices and a basis: "47 USD per voter", "75 million USD in 2024 prices"`},
		{"prices of what is no money", "5 voters in 2024 prices", "in 2024 prices", `leave it out, or write a currency code of ISO 4217 such as "USD"`},
		{"empty", "", "", `write "75 million USD", "200 million followers" or "unquantified"`},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			q, err := Parse(tt.give)
			var se *diag.Mistake
			if !errors.As(err, &se) {
				t.Fatalf("Parse(%q) = %v, %v; want a Mistake", tt.give, q, err)
			}
			if diff := cmp.Diff(tt.want, se.Hint); diff != "" {
				t.Errorf("hint: %s", diff)
			}
			if diff := cmp.Diff(tt.place, tt.give[se.Start:se.End]); diff != "" {
				t.Errorf("place: %s", diff)
			}
			checkError(t, tt.give, se)
		})
	}
}

func TestParseNaN(t *testing.T) {
	_, err := Parse("NaN USD")
	if se := new(diag.Mistake); !errors.As(err, &se) || !strings.Contains(se.Hint, "write the number in digits") {
		t.Errorf("Parse(NaN USD) = %v", err)
	}
}

// checkError checks what every error must have: a place inside the text, a message
// in our style, and no proposal that Parse would refuse.
func checkError(t *testing.T, s string, e *diag.Mistake) {
	t.Helper()
	if e.Start < 0 || e.Start > e.End || e.End > len(s) {
		t.Errorf("place [%d:%d] is outside of %q", e.Start, e.End, s)
	}
	if e.Message == "" || strings.HasSuffix(e.Message, ".") || e.Hint == "" {
		t.Errorf("message %q, hint %q", e.Message, e.Hint)
	}
	if spelling, ok := strings.CutPrefix(e.Hint, `write "`); ok {
		spelling, rest, _ := strings.Cut(spelling, `"`)
		if _, err := Parse(spelling); rest == "" && err != nil && spelling != strings.ToUpper(spelling) {
			t.Errorf("the hint for %q proposes %q, which is refused: %v", s, spelling, err)
		}
	}
}

// TestRoundTrip writes every combination of what the grammar allows and reads
// it back.
func TestRoundTrip(t *testing.T) {
	qualifiers := []string{"", "about", "nearly", "more than", "a little over", "at least", "less than", "up to", "exactly", "some", "a little over some"}
	numbers := []string{"1", "47", "999", "1000", "350,000", "999,999", "1 million", "2.7 million", "1,234,567", "1.25 billion", "1,234 million", "3,000 billion", "0.5 million", "12 thousand"}
	units := []string{"USD", "JPY", "KWD", "percent", "USD in 2024 prices", "JPY adjusted for inflation", "followers", "phone numbers", "États-clés"}
	check := func(s string) {
		q, err := Parse(s)
		if err != nil {
			t.Errorf("Parse(%q): %v", s, err)
			return
		}
		again, err := Parse(q.String())
		if err != nil || again != q {
			t.Errorf("Parse(%q) = %v, written and read again %v, %v", s, q, again, err)
		}
		checkBounds(t, q)
	}
	for _, basis := range []string{"", " per day", " per sponsored voter"} {
		for _, unit := range units {
			for _, number := range numbers {
				for _, qualifier := range qualifiers {
					check(strings.TrimSpace(qualifier + " " + number + " " + unit + basis))
				}
			}
			for _, r := range []string{"8..12", "10..12 million", "0.9..1.2 million", "350,000..1,200,000", "0..10 million", "10,000..1,000,000", "1,234,567..2,000,000", "0.5..1.5 billion"} {
				check(r + " " + unit + basis)
			}
			for _, f := range vagueForms {
				of := " "
				if takesOf(f.words) {
					of = " of "
				}
				check(f.words + of + unit + basis)
			}
		}
	}
}

// checkBounds checks that the interval is not empty.
func checkBounds(t *testing.T, q Quantity) {
	t.Helper()
	lo, hi := q.Bounds()
	if lo.Limit == Unbounded || lo.Minor < 0 || hi.Minor < 0 {
		t.Errorf("%v: bounds %v, %v", q, lo, hi)
	}
	if hi.Limit != Unbounded && (lo.Minor > hi.Minor || lo.Minor == hi.Minor && (lo.Limit == Open || hi.Limit == Open)) {
		t.Errorf("%v: nothing between %v and %v", q, lo, hi)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"more than 75 million USD", "47 USD per sponsored voter", "10..12 million USD", "a few tens of thousands of votes", "unquantified",
		"a little over some 10 million USD", "$75M", "1.000.000 USD", "10,000,000 USD", "010 USD", "350\u00a0000 €", "more then 1e6 dollars a day",
		"between 10 and 12 million dollars", "-5 USD", "9223372036854775807 USD", "0.00000001 billion KWD", "several hundreds of x", "\xff", "K75 USD",
		"12.5 percent per year", "0,5 % of donors", "5 million USD in 2024 prices", "an inflation-adjusted $5m", "5 million in constant 2024 dollars", "1 USD of 2024 prices (in 1999 usd)",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse(s)
		if err != nil {
			se := new(diag.Mistake)
			if !errors.As(err, &se) {
				t.Fatalf("Parse(%q): %T", s, err)
			}
			checkError(t, s, se)
			return
		}
		if again, err := Parse(q.String()); err != nil || again != q {
			t.Errorf("Parse(%q) = %v, written and read again %v, %v", s, q, again, err)
		}
		if q.Compare(q) != 0 {
			t.Errorf("%v is not equal to itself", q)
		}
		checkBounds(t, q)
	})
}
