package edtf

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCompare(t *testing.T) {
	want := []string{
		"2020", "2023/..", "2024-01-01", "2024-01-01~", "2024-01", "2024", "2024%", "2024?", "2024~", "2024-24", "2024/..",
		"2024-22", "2024-06-15", "2024-10-05", "2024-10-05/2024-10-08", "../2024-11-05", "2024-11-05/..",
	}
	dates := make([]Date, len(want))
	for i, s := range want {
		dates[i] = mustParse(t, s)
	}
	slices.Reverse(dates)
	slices.SortFunc(dates, Date.Compare)
	var got []string
	for _, d := range dates {
		got = append(got, d.String())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// BenchmarkCompare compares days that differ, and one with itself.
func BenchmarkCompare(b *testing.B) {
	x, y := mustParse(b, "2024-10-05"), mustParse(b, "2024-11-05")
	for b.Loop() {
		if x.Compare(y) >= 0 || x.Compare(x) != 0 {
			b.Fatal("out of order")
		}
	}
}

func TestOverlaps(t *testing.T) {
	tests := []struct {
		desc string
		a, b string
		want bool
	}{
		{"a day in its year", "2024-10-05", "2024", true},
		{"two days", "2024-10-05", "2024-10-06", false},
		{"intervals that share a day", "2024-10-01/2024-10-05", "2024-10-05/2024-10-08", true},
		{"the end of a leap February", "2024-02", "2024-02-29", true},
		{"before an open end", "2024-10-05", "2024-10-06/..", false},
		{"within an open start", "2020", "../2024-11-05", true},
		{"an open start and an open end", "../2024-11-05", "2024-11-06/..", false},
		{"approximate is not wider", "2024-10-05~", "2024-10-06", false},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			a, b := mustParse(t, tt.a), mustParse(t, tt.b)
			if a.Overlaps(b) != tt.want || b.Overlaps(a) != tt.want {
				t.Errorf("%v and %v: want %v", a, b, tt.want)
			}
		})
	}
	if d := mustParse(t, "../2024"); d.Overlaps(Date{}) {
		t.Error("the zero Date overlaps something")
	}
}

func TestPrecision(t *testing.T) {
	tests := []struct {
		give string
		want Precision
	}{
		{"2024", PrecisionYear},
		{"2024-10", PrecisionMonth},
		{"2024-10-05", PrecisionDay},
		{"2024-10/2024-11-05", PrecisionMonth},
		{"../2024-10-05", PrecisionDay},
		{"2024/..", PrecisionYear},
	}
	for _, tt := range tests {
		t.Run(tt.give, func(t *testing.T) {
			if got := mustParse(t, tt.give).Precision(); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}
