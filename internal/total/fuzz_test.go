package total

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/amount"
	"receipts/internal/edtf"
)

// FuzzOf reads facts out of lines "id | quantity | flow | from | to | period |
// wholes" and checks what is true of every total. A line without an id is none,
// since a fact always has one.
func FuzzOf(f *testing.F) {
	f.Add("a | more than 75 million USD | contribution | musk | fund | 2024 |\nb | at least 20 million USD | contribution | thiel | other | |")
	f.Add("a | 10 USD | gift | x | y | ../2024-10 |\na | about 10 USD | gift | x | y | |\nb | 5 USD | gift | y | z | |\nc | 1 USD | gift | p | q | | a")
	f.Add("a | 12 offices | | | | | w\nb | 8 offices | | | | | w")
	f.Add("a | 1 USD | f | x | x | | b\nb | 1 USD | f | y | x, | 2024~ | a\nc | 1 million USD per day | f | | | |")
	f.Add("a | 40,000,000 billion USD | f | x | p | |\nb | up to 40,000,000 billion USD | f | y | q | |")
	f.Fuzz(func(t *testing.T, s string) {
		var items []Item
		for line := range strings.Lines(s) {
			cells := strings.Split(line, "|")
			for len(cells) < 7 {
				cells = append(cells, "")
			}
			for i := range cells {
				cells[i] = strings.TrimSpace(cells[i])
			}
			q, err := amount.Parse(cells[1])
			if err != nil || cells[0] == "" || len(items) == 50 {
				continue
			}
			wholes := slices.DeleteFunc(list(cells[6]), func(id string) bool { return id == "" })
			when, _ := edtf.Parse(cells[5])
			items = append(items, Item{
				ID: cells[0], Quantity: q, Flow: cells[2], Kind: Payment, From: list(cells[3]), To: list(cells[4]), Period: when, PartOf: wholes,
			})
		}
		got := Of(items)
		checkTotal(t, items, got)
		slices.Reverse(items)
		if diff := cmp.Diff(got, Of(items), cmpTotals); diff != "" {
			t.Errorf("the other way: %s", diff)
		}
	})
}

// list reads ids with commas between them; one that is missing is unidentified.
func list(s string) []string {
	if s == "" {
		return nil
	}
	ids := strings.Split(s, ",")
	for i := range ids {
		ids[i] = strings.TrimSpace(ids[i])
	}
	return ids
}
