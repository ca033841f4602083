package view

import (
	"testing"

	"receipts/internal/content"
	"receipts/internal/edtf"
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

func dated(t *testing.T, date string) content.Date {
	t.Helper()
	if date == "" {
		return content.Date{}
	}
	d, err := edtf.Parse(date)
	if err != nil {
		t.Fatal(err)
	}
	return content.Date{Date: d}
}

// The timeline has three parts: the year that most events fall in, and what comes
// before and after it.
func TestPartsOfTimeline(t *testing.T) {
	var table timetable
	for _, date := range []string{"2020", "2022", "2022-03", "2024-10", "2024-11-05", "2028"} {
		table.rows = append(table.rows, happening{at: dated(t, date).Date})
	}
	table.busiest = busiestYear(table.rows)
	if table.busiest != 2024 {
		t.Errorf("of two years with as many events %d is chosen, not the later", table.busiest)
	}
	for i, want := range []int{0, 0, 0, 1, 1, 2} {
		if got := table.part(table.rows[i]); got != want {
			t.Errorf("event %d belongs to part %d, want %d", i, got, want)
		}
	}
}
