package amount

import (
	"testing"

	"pgregory.net/rapid"
)

func TestDifference(t *testing.T) {
	tests := []struct{ whole, off, want string }{
		{"3 million USD", "500,000 USD", "2.5 million USD"},
		{"3 million USD", "3 million USD", "0 USD"},
		{"exactly 3 USD", "1 USD", "2 USD"},
		{"at least 3 million USD", "500,000 USD", "at least 2.5 million USD"},
		{"more than 3 million USD", "500,000 USD", "more than 2.5 million USD"},
		{"3 million USD", "at least 500,000 USD", "up to 2.5 million USD"},
		{"3 million USD", "more than 500,000 USD", "less than 2.5 million USD"},
		{"3 million USD", "up to 500,000 USD", "2.5..3 million USD"},
		{"3 USD", "up to 3 USD", "up to 3 USD"},
		{"up to 3 USD", "1 USD", "up to 2 USD"},
		{"nearly 3 USD", "1 USD", "less than 2 USD"},
		{"a little over 3 USD", "1 USD", "more than 2 USD"},
		{"3 USD", "a little over 1 USD", "less than 2 USD"},
		{"10..12 USD", "2..3 USD", "7..10 USD"},
		{"at least 3 USD", "3 USD", "no word covers the qualifiers"},
		{"at least 3 USD", "at least 1 USD", "no word covers the qualifiers"},
		{"about 3 USD", "1 USD", "no word covers the qualifiers"},
		{"3 USD", "about 1 USD", "no word covers the qualifiers"},
		{"3 USD", "4 USD", "less than nothing is left"},
		{"3 USD", "more than 3 USD", "less than nothing is left"},
		{"3 USD", "1 EUR", "units differ"},
		{"3 USD", "unquantified", "money without a number"},
		{"3 USD", "1 USD per day", "a rate or a unit price"},
	}
	for _, tt := range tests {
		whole, off := mustParse(t, tt.whole), mustParse(t, tt.off)
		got := ""
		if q, err := Difference(whole, off); err != nil {
			got = err.Error()
		} else {
			got = q.String()
		}
		if got != tt.want {
			t.Errorf("%s less %s is %s, want %s", tt.whole, tt.off, got, tt.want)
		}
	}
}

// TestDifferenceHoldsAll: what is left lies within the difference, whatever numbers
// the two stand for, and is never more than there was.
func TestDifferenceHoldsAll(t *testing.T) {
	draw := func(t *rapid.T, label string) Quantity {
		qualifier := rapid.SampledFrom([]string{"", "exactly ", "at least ", "more than ", "up to ", "less than ", "nearly ", "a little over ", "about ", "2.."}).Draw(t, label)
		q, err := Parse(qualifier + rapid.SampledFrom([]string{"3", "5", "8", "40", "1,000"}).Draw(t, label) + " USD")
		if err != nil {
			t.Fatal(err)
		}
		return q
	}
	holds := func(q Quantity, n int64) bool {
		least, most := q.Possible()
		return least <= n && n <= most
	}
	rapid.Check(t, func(t *rapid.T) {
		whole, off := draw(t, "whole"), draw(t, "off")
		left, err := Difference(whole, off)
		within := func(q Quantity) int64 {
			least, most := q.Possible()
			return rapid.Int64Range(least, min(most, least+1000)).Draw(t, "of "+q.String())
		}
		x, y := within(whole), within(off)
		if x < y {
			return
		}
		if err == Negative {
			t.Fatalf("%v less %v may be %d", whole, off, x-y)
		}
		if err != nil {
			return
		}
		if !holds(left, x-y) {
			t.Errorf("%v less %v is %v, and may be %d", whole, off, left, x-y)
		}
		before, _ := whole.Possible()
		if after, _ := left.Possible(); after > before {
			t.Errorf("%v less %v is %v", whole, off, left)
		}
	})
}
