package view

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/amount"
	"receipts/internal/locale"
	"receipts/internal/total"
)

// Every reason that package total may give has words, as what figures are left
// out for and as why there is no sum.
func TestEveryReasonHasWords(t *testing.T) {
	w := words{Locale: locale.English()}
	q, err := amount.Parse("1 million USD per day")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for reason := total.Reason(1); reason < 200; reason++ {
		if strings.HasPrefix(reason.String(), "reason ") {
			continue
		}
		count++
		left := total.Left{Item: total.Item{Quantity: q}, Reason: reason}
		for _, said := range []string{w.left(left, total.FlowsDiffer), w.noTotal(total.Total{Reason: reason, Left: []total.Left{left}})} {
			if said == "" || strings.ContainsAny(said, "[%") {
				t.Errorf("%s is said as %q", reason, said)
			}
		}
	}
	if count != len(totalReasons) {
		t.Errorf("%d reasons, and words for %d", count, len(totalReasons))
	}
}

func TestNoTotalOfRates(t *testing.T) {
	w := words{Locale: locale.English()}
	tests := []struct {
		desc string
		give []string
		want string
	}{
		{"one rate", []string{"1 million USD per day"}, "a rate per day is not a sum"},
		{"two of one kind", []string{"1 million USD per day", "2 USD per day"}, "a rate per day is not a sum"},
		{"of two kinds", []string{"1 million USD per day", "2 USD per week"}, "rates and unit prices are not sums"},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			none := total.Total{Reason: total.Rate}
			for _, s := range tt.give {
				q, err := amount.Parse(s)
				if err != nil {
					t.Fatal(err)
				}
				none.Left = append(none.Left, total.Left{Item: total.Item{Quantity: q}, Reason: total.Rate})
			}
			if diff := cmp.Diff(tt.want, w.noTotal(none)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestByGreatest(t *testing.T) {
	sorted := []string{
		"12 million EUR", "about 80 million USD", "more than 75 million USD", "75 million USD", "a little over some 10 million USD",
		"9 million USD", "1 million USD per day", "47 USD", "up to 100 million USD", "a few million USD", "5 pages", "unquantified",
	}
	for i, a := range sorted {
		for j, b := range sorted {
			x, err := amount.Parse(a)
			if err != nil {
				t.Fatal(err)
			}
			y, err := amount.Parse(b)
			if err != nil {
				t.Fatal(err)
			}
			if got := byGreatest(x, y); got < 0 != (i < j) || got > 0 != (i > j) {
				t.Errorf("byGreatest(%q, %q) = %d", a, b, got)
			}
		}
	}
}
