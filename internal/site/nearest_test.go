package site

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"receipts/internal/amount"
	"receipts/internal/edtf"
	"receipts/internal/evidence"
)

// The index finds what looking at all facts does.
func TestFigureIndex(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	one := func(from ...string) string { return from[random.IntN(len(from))] }
	for range 2000 {
		var facts []*pageFact
		for range random.IntN(8) {
			f := &pageFact{}
			for range random.IntN(3) {
				q, err := amount.Parse(one("", "about ", "at least ") + fmt.Sprint(1+random.IntN(30)) + " " + one("USD", "EUR", "voters", "swing voters", "votes"))
				if random.IntN(6) == 0 {
					q, err = amount.Parse(one("hundreds of voters", "unquantified", "thousands of USD"))
				}
				if err != nil {
					t.Fatal(err)
				}
				f.quantities = append(f.quantities, q)
				d, err := edtf.Parse(one("2024", "2024-07", "2024-07-03", "../2024-07", "2024-07/2024-09", "2022-01"))
				if err != nil {
					t.Fatal(err)
				}
				f.dates = append(f.dates, d)
			}
			facts = append(facts, f)
		}
		x := newFigureIndex(facts)
		text := one(fmt.Sprint(1+random.IntN(300))+one(" dollars", " euros", " voters", " votes", "", " people"), "hundreds of voters", "thousands of dollars")
		for _, f := range evidence.FindQuantities("en", text) {
			wantFact, want := nearestFigure(f, facts)
			if gotFact, got := x.nearestFigure(f); got != want || gotFact != wantFact {
				t.Fatalf("near %q: %v, want %v", text, got, want)
			}
		}
		d, _ := edtf.Parse(one("2024-07-10", "2024", "2023-12-31", "2024-07/..", "1999"))
		wantFact, want := nearestEvent(d, facts)
		if gotFact, got := x.nearestEvent(d); got != want || gotFact != wantFact {
			t.Fatalf("near %v: %v, want %v", d, got, want)
		}
	}
}
