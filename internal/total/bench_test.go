package total

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// BenchmarkBook adds 20,000 amounts of various payers, in the shapes that find
// most to compare: named and not, between several, passed on in chains, and paid
// by a few whom thousands have paid.
func BenchmarkBook(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	one := func(kind string, of int) string { return fmt.Sprintf("%s%d", kind, r.IntN(of)) }
	shapes := []struct {
		desc string
		make func(n int, i *Item)
	}{
		{"named", func(int, *Item) {}},
		{"unnamed", func(n int, i *Item) {
			switch n % 40 {
			case 0:
				i.From = nil
			case 10:
				i.To = []string{Unidentified}
			case 20:
				i.From = append(i.From, Unidentified)
			case 30:
				i.Period = date("2024~")
			}
		}},
		{"several", func(_ int, i *Item) {
			i.From = append(i.From, one("payer", 2000), one("payer", 2000))
			i.To = append(i.To, one("payee", 500), one("payee", 500))
		}},
		{"chains", func(_ int, i *Item) { i.To = []string{one("payer", 2000)} }},
		{"few", func(n int, i *Item) {
			if n%2 == 0 {
				i.From, i.To = []string{one("payee", 20), one("own", 20_000)}, []string{"shop"}
			} else {
				i.To = []string{one("payee", 20)}
			}
		}},
		{"parts", func(n int, i *Item) {
			if n >= 1000 {
				i.PartOf = []string{fmt.Sprintf("f%05d", n/50)}
			}
		}},
		{"via", func(n int, i *Item) {
			if n%2 == 0 {
				i.From, i.Via, i.To = []string{one("own", 20_000)}, []string{one("conduit", 5)}, []string{one("payee", 20)}
			} else {
				i.From, i.To = []string{one("conduit", 5)}, []string{one("payee", 20)}
			}
		}},
		{"so far", func(_ int, i *Item) { i.From, i.Cumulative = []string{"star"}, true }},
	}
	for _, shape := range shapes {
		items := make([]Item, 20_000)
		for n := range items {
			items[n] = Item{
				ID: fmt.Sprintf("f%05d", n), Source: "s", Quantity: parse("1000 USD"), Flow: "contribution", Kind: Payment,
				From: []string{one("payer", 2000)}, To: []string{one("payee", 500)},
				Period: date(fmt.Sprintf("20%02d-%02d-%02d", 10+r.IntN(15), 1+r.IntN(12), 1+r.IntN(28))),
			}
			shape.make(n, &items[n])
		}
		b.Run(shape.desc, func(b *testing.B) {
			for range b.N {
				NewBook(items).Of(ids(items))
			}
		})
	}
}
