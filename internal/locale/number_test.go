package locale

import (
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"
	"golang.org/x/text/number"
	"pgregory.net/rapid"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

func noBreak(s string) string { return strings.ReplaceAll(s, "~", nbsp) }

func TestNumber(t *testing.T) {
	tests := []struct {
		desc string
		give int64
		want string
	}{
		{"zero", 0, "0"},
		{"three digits", 999, "999"},
		{"four digits", 1000, "1,000"},
		{"negative", -350000, "-350,000"},
		{"the greatest", math.MaxInt64, "9,223,372,036,854,775,807"},
	}
	en := English()
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, en.Number(tt.give)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestNumberOfAnotherLanguage checks that other languages have the numbers of
// CLDR, not the English ones.
func TestNumberOfAnotherLanguage(t *testing.T) {
	de := New(&Catalogue{tag: language.German})
	if diff := cmp.Diff("1.234,5", de.figures("1234.5")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("de", de.Tag()); diff != "" {
		t.Error(diff)
	}
}

// A language has Latin digits everywhere, or those of its catalogue everywhere.
func TestDigits(t *testing.T) {
	for _, tt := range []struct{ tag, digits, want string }{
		{"ar", "", "2.7|$350,000|5 October 2024|12 2024 x|5 facts"},
		{"ar", "arab", "٢٫٧|$٣٥٠٬٠٠٠|٥ October ٢٠٢٤|١٢ ٢٠٢٤ x|٥ facts"},
		{"fa", "", "2.7|$350,000|5 October 2024|12 2024 x|5 facts"},
		{"fa", "arabext", "۲٫۷|$۳۵۰٬۰۰۰|۵ October ۲۰۲۴|۱۲ ۲۰۲۴ x|۵ facts"},
		{"bn", "beng", "২.৭|$৩,৫০,০০০|৫ October ২০২৪|১২ ২০২৪ x|৫ facts"},
		{"mr", "", "2.7|$3,50,000|5 October 2024|12 2024 x|5 facts"},
		{"ne", "deva", "२.७|$३५०,०००|५ October २०२४|१२ २०२४ x|५ facts"},
		{"he", "", "2.7|$350,000|5 October 2024|12 2024 x|5 facts"},
	} {
		file := string(own("    other: \"{1} facts\"\n"))
		if tt.digits != "" {
			file = strings.Replace(file, "quantities:\n", "quantities:\n  digits: "+tt.digits+"\n", 1)
		}
		c, diags := readOwn(tt.tag, []byte(file))
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		c.messages["a"] = "{1} {2} {3}"
		l := New(c)
		q, _ := amount.Parse("350,000 USD")
		day, _ := edtf.Parse("2024-10-05")
		got := strings.Join([]string{l.figures("2.7"), l.Quantity(q).Plain, l.Date(day), l.Message("a", 12, l.Digits("2024"), "x"), l.Count("count.facts", 5)}, "|")
		if diff := cmp.Diff(tt.want, strings.ReplaceAll(got, nbsp, " ")); diff != "" {
			t.Errorf("%s with %q (-want +got):\n%s", tt.tag, tt.digits, diff)
		}
		if got := l.Quantity(q).Value; got != "350000" {
			t.Errorf("machines are told %q", got)
		}
	}
	for _, system := range []string{"roman", "hebr", "xx", "not one"} {
		if _, diags := readOwn("fr", []byte("quantities: {digits: "+system+"}\n")); len(diags) != 1 {
			t.Errorf("digits called %q: %v", system, diags)
		}
	}
}

// TestNumberIsThatOfCLDR compares with golang.org/x/text, in languages that
// group by threes and in others.
func TestNumberIsThatOfCLDR(t *testing.T) {
	for _, tt := range []struct{ tag, mark string }{
		{"en", ","},
		{"de", "."},
		{"de-CH", "’"},
		{"pl", nbsp},
		{"hi", ""}, // 12,34,567
		{"ar", ""}, // another minus sign
		{"ne", ","},
		{"sv", ""}, // another minus sign
	} {
		t.Run(tt.tag, func(t *testing.T) {
			l := New(&Catalogue{tag: language.MustParse(tt.tag)})
			if diff := cmp.Diff(tt.mark, l.groupMark); diff != "" {
				t.Fatal(diff)
			}
			rapid.Check(t, func(t *rapid.T) {
				n := rapid.Int64().Draw(t, "n") >> rapid.IntRange(0, 63).Draw(t, "shift")
				if diff := cmp.Diff(l.printer.Sprint(number.Decimal(n)), l.Number(n)); diff != "" {
					t.Fatal(diff)
				}
			})
		})
	}
}

func BenchmarkNumber(b *testing.B) {
	en := English()
	b.ReportAllocs()
	for b.Loop() {
		en.Number(1234567)
	}
}

func TestPlural(t *testing.T) {
	tests := []struct {
		desc string
		tag  language.Tag
		give int64
		want string
	}{
		{"none", language.English, 0, "other"},
		{"one", language.English, 1, "one"},
		{"two", language.English, 2, "other"},
		{"a million", language.English, 1e6, "other"},
		{"a million and one", language.English, 1e6 + 1, "other"},
		{"the least int64", language.English, math.MinInt64, "other"},
		{"French counts none as one", language.French, 0, "one"},
		{"Polish few", language.Polish, 1_000_002, "few"},
		{"Polish many", language.Polish, 1_000_000, "many"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, New(&Catalogue{tag: tt.tag}).Plural(tt.give)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestConcurrent is for the race detector: pages are rendered in parallel and
// share one Locale.
func TestConcurrent(t *testing.T) {
	en := English()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for n := range int64(100) {
				en.Number(n * 1000)
			}
		})
	}
	wg.Wait()
}
