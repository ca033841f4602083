package proof

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDatesInAddress(t *testing.T) {
	for _, tt := range []struct {
		desc, give string
		want       []string
	}{
		{"folders", "https://example.org/2024/10/21/a-title/", []string{"2024-10-21"}},
		{"folders with the month as a word", "https://example.org/news/2024/oct/7/a-title", []string{"2024-10-07"}},
		{"a month", "https://example.org/news/2024/10/a-title", []string{"2024-10"}},
		{"a number behind a month is part of the title", "https://example.org/2024/10/31-things-to-know", []string{"2024-10"}},
		{"in a name", "https://example.org/world/2024-10-16-a-title/", []string{"2024-10-16"}},
		{"behind a sign", "https://example.org/a-title_2024-10-16.html", []string{"2024-10-16"}},
		{"at the end", "https://example.org/23-5044-2024-01-16.html", []string{"2024-01-16"}},
		{"digits", "https://example.org/files/20130404_R42042.html", []string{"2013-04-04"}},
		{"digits with those of a number", "https://example.org/a-title_AV-202410210561.html", []string{"2024-10-21"}},
		{"digits with those of a time", "https://archive.example/web/20241022103000/page", []string{"2024-10-22"}},
		{"two dates", "https://example.org/2024/10/21/what-happened-on-2024-07-13", []string{"2024-10-21", "2024-07-13"}},
		{"a number that is no day", "https://example.org/20241399", nil},
		{"a longer number", "https://example.org/almID/1202410210", nil},
		{"years", "https://example.org/2023-2024-campaign/2022-27132", nil},
		{"a year and a title", "https://example.org/2024/the-vote", nil},
		{"none", "", nil},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			var got []string
			for _, d := range DatesInAddress(tt.give) {
				got = append(got, d.String())
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
