package view

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/site"
)

func TestPeriodPlaces(t *testing.T) {
	var reports []*site.Report
	for _, date := range []string{"2024-10-09", "", "2023", "../2024-11-05", "2024-10-09", "2024-10", "2024-09-30"} {
		rep := &site.Report{Amount: &content.Amount{}}
		if date != "" {
			d, err := edtf.Parse(date)
			if err != nil {
				t.Fatal(err)
			}
			rep.Amount.Period = content.Date{Date: d}
		}
		reports = append(reports, rep)
	}
	// 9 October before 5 November, which letters would not have; a month at its
	// first day; what has no date has no place.
	if diff := cmp.Diff([]int{4, 0, 1, 5, 4, 3, 2}, periodPlaces(reports)); diff != "" {
		t.Error(diff)
	}
}

func TestAsSelect(t *testing.T) {
	g := FilterGroup{Name: "a", Legend: "Reported by"}
	g.add("next", "Next, 9 Oct 2024")
	g.add("herald", "The Herald, 3 Oct 2024")
	g.add("bfm", "BFM, 21 Oct 2024")
	want := FilterSelect{"a", "Reported by", []FilterValue{{"bfm", "BFM, 21 Oct 2024"}, {"herald", "The Herald, 3 Oct 2024"}, {"next", "Next, 9 Oct 2024"}}}
	if diff := cmp.Diff(want, g.asSelect("en", []string{"the "})); diff != "" {
		t.Error(diff)
	}
}
