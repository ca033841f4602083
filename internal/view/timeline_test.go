package view

import (
	"testing"

	"receipts/internal/content"
	"receipts/internal/edtf"
	"receipts/internal/site"
)

// A mark says how a date is known before its words do.
func TestMarkOf(t *testing.T) {
	inferred := content.Inline{Words: content.Words{Text: "year inferred"}}
	for _, tt := range []struct {
		desc  string
		date  string
		event content.Event
		want  string
	}{
		{"a day", "2024-11-05", content.Event{}, "day"},
		{"a day that is inferred", "2024-11-05", content.Event{Known: inferred}, "inferred"},
		{"an uncertain day", "2024-11-05?", content.Event{}, "rough"},
		{"a month", "2024-11", content.Event{}, "rough"},
		{"a year that is inferred", "2024", content.Event{Known: inferred}, "rough"},
		{"a period", "2024-10-01/2024-11-05", content.Event{}, "period"},
		{"no end", "2024-10-01/..", content.Event{}, "open"},
		{"no beginning", "../2024-11-05", content.Event{}, "open"},
		{"no date", "", content.Event{}, "relative"},
		{"a date that its source speaks against", "2024-09-07", content.Event{ProbableSlip: true}, "flagged"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			if tt.date != "" {
				d, err := edtf.Parse(tt.date)
				if err != nil {
					t.Fatal(err)
				}
				tt.event.Date = content.Date{Date: d}
			}
			if got := markOf(&tt.event); got != tt.want {
				t.Errorf("markOf(%s) = %q, want %q", tt.date, got, tt.want)
			}
		})
	}
}

// The timeline begins with the year that it is about.
func TestPartsOfTimeline(t *testing.T) {
	event := func(date string) *site.Fact {
		d, err := edtf.Parse(date)
		if err != nil {
			t.Fatal(err)
		}
		return &site.Fact{Reports: []*site.Report{{Event: &content.Event{Date: content.Date{Date: d}}}}}
	}
	facts := []*site.Fact{event("2020"), event("2022"), event("2022-03"), event("2024-10"), event("2024-11-05"), event("2028")}
	busiest := busiestYear(facts)
	if busiest != 2024 {
		t.Errorf("of two years with as many events %d is chosen, not the later", busiest)
	}
	for i, want := range []int{2, 2, 2, 0, 0, 1} {
		if got := partOf(facts[i], busiest); got != want {
			t.Errorf("event %d belongs to part %d, want %d", i, got, want)
		}
	}
}
