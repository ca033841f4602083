package view

import (
	"testing"

	"receipts/internal/amount"
)

// The mark of a figure says which ends are stated, and nothing of how great it is.
func TestEnds(t *testing.T) {
	for give, want := range map[string]Ends{
		"47 USD": "closed", "0 USD": "closed", "75 million USD": "closed", "exactly 1 USD": "closed", "10..12 million USD": "closed",
		"more than 75 million USD": "floor", "at least 1 USD": "floor", "a little over 75 million USD": "floor",
		"up to 5 million USD": "top", "less than 5 million USD": "top", "nearly 5 million USD": "top",
		"about 5 million USD": "near", "some 10 million USD": "near", "several million USD": "near",
		"a little over some 10 million USD": "over",
		"1 million USD per day":             "each", "more than 47 USD per voter": "each",
		"unquantified": "none",
	} {
		q, err := amount.Parse(give)
		if err != nil {
			t.Fatal(err)
		}
		if got := endsOf(q); got != want {
			t.Errorf("%s has the mark %q, want %q", give, got, want)
		}
	}
}
