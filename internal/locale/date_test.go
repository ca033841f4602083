package locale

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/edtf"
)

// The parts of a date stand in the order of the language.
func TestDateInOtherOrder(t *testing.T) {
	for _, tt := range []struct {
		code, dates string
		want        map[string]string
	}{
		{"en-US", `day_month: "{2} {1}", with_year: {day: "{1}, {2}", month: "{1} {2}", season: "{1} {2}"}`, map[string]string{
			"2024-10-05": "October 5, 2024", "2024-10": "October 2024", "2024": "2024", "2024-22": "summer 2024",
			"2024-10-05/2024-10-08": "October 5 to 8, 2024", "2024-10-05/2024-11-08": "October 5 to November 8, 2024",
			"2024-10-05/2025-01-08": "October 5, 2024 to January 8, 2025", "../2024-11-05": "until November 5, 2024",
		}},
		{"ja", `day_month: "{2}{1}日", with_year: "{2}年{1}", months: [1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月]`, map[string]string{
			"2024-10-05": "2024年10月5日", "2024-10": "2024年10月", "2024-07/2024-10": "2024年7月 to 10月",
		}},
		{"hu", `day_month: "{2} {1}.", with_year: "{2}. {1}", months: [a, b, c, d, e, f, g, h, i, október, k, l]`, map[string]string{
			"2024-10-05": "2024. október 5.", "2024-10": "2024. október",
		}},
	} {
		c, diags := Read(tt.code, "content/messages/"+tt.code+".yaml", []byte("dates: {"+tt.dates+"}\n"), English().file)
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		for give, want := range tt.want {
			d, err := edtf.Parse(give)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, New(c).Date(d)); diff != "" {
				t.Errorf("%s: (-want +got)\n%s", tt.code, diff)
			}
		}
	}
	for _, wrong := range []string{`day_month: "{2} {2}"`, `day_month: "{} {}"`, `day_month: "{1} {2} {3}"`, `from: "{1}"`, `with_year: {day: "{1} {2}"}`} {
		if _, diags := readOwn("fr", []byte("dates: {"+wrong+"}\n")); len(diags) == 0 {
			t.Errorf("%s passes", wrong)
		}
	}
}

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
