package locale

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/edtf"
)

func TestDate(t *testing.T) {
	tests := []struct{ desc, give, want, short string }{ // with ~ for a no-break space
		{"a day", "2024-10-05", "5~October 2024", "5~Oct 2024"},
		{"a month", "2024-10", "October 2024", "Oct 2024"},
		{"a year", "2024", "2024", "2024"},
		{"a season", "2024-22", "summer 2024", "summer 2024"},
		{"seasons of one year", "2024-21/2024-23", "spring to autumn 2024", "spring to autumn 2024"},
		{"approximate", "2024-10-05~", "about 5~October 2024", "about 5~Oct 2024"},
		{"uncertain", "2024-10-05?", "5~October 2024 (uncertain)", "5~Oct 2024 (uncertain)"},
		{"both", "2020%", "about 2020 (uncertain)", "about 2020 (uncertain)"},
		{"an open start", "../2024-11-05", "until 5~November 2024", "until 5~Nov 2024"},
		{"an open end", "2023/..", "from 2023", "from 2023"},
		{"an approximate start", "2023~/..", "from about 2023", "from about 2023"},
		{"days of one month", "2024-10-05/2024-10-08", "5 to 8~October 2024", "5 to 8~Oct 2024"},
		{"days of one year", "2024-10-05/2024-11-08", "5~October to 8~November 2024", "5~Oct to 8~Nov 2024"},
		{"days of two years", "2024-10-05/2025-01-08", "5~October 2024 to 8~January 2025", "5~Oct 2024 to 8~Jan 2025"},
		{"months of one year", "2024-07/2024-10", "July to October 2024", "Jul to Oct 2024"},
		{"years", "2023/2024", "2023 to 2024", "2023 to 2024"},
		{"two precisions", "2024-09/2024-10-08", "September 2024 to 8~October 2024", "Sep 2024 to 8~Oct 2024"},
		{"a reservation about one end", "2024-10-05~/2024-10-08", "about 5~October 2024 to 8~October 2024", "about 5~Oct 2024 to 8~Oct 2024"},
	}
	en := English()
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			d, err := edtf.Parse(tt.give)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(noBreak(tt.want), en.Date(d)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(noBreak(tt.short), en.ShortDate(d)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := en.Date(edtf.Date{}); got != "" {
		t.Errorf("the zero Date is written %q", got)
	}
}
