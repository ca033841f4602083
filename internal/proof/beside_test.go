package proof

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/diag"
)

// A day beside a link is compared with all reports of a fact, few or many; and with
// none if the quote of one gives another day than its report.
func TestDayBesideFact(t *testing.T) {
	const right, wrong, other = "[[rally|a rally]] on 5 October", "[[rally|a rally]] on 30 November", "[[rally|a rally]] of 20 October 2024"
	say := func(day string) []string {
		return []string{`E154 "` + day + `" is not the date of "rally": it is 20 October 2024`}
	}
	for _, reports := range []int{1, fewReports, fewReports + 1, 5 * fewReports} {
		for _, tt := range []struct {
			desc, body string
			refuted    bool
			want       []string
		}{
			{"right", right, false, nil},
			{"of one report", other, false, nil},
			{"wrong", wrong, false, say("30 November")},
			{"wrong beside a slip", wrong, true, nil},
		} {
			t.Run(fmt.Sprintf("%s, %d reports", tt.desc, reports), func(t *testing.T) {
				files := map[string]string{
					"content/site.yaml":              "title: A site\nbase_url: https://example.org\n",
					"content/organizations/paper.md": "---\ntitle: The Paper\nkind: outlet\nsummary: A newspaper.\n---\n",
					"content/pages/about.md":         "---\ntitle: About\nsummary: About the site.\n---\n" + tt.body + ".\n",
				}
				for i := range reports + 1 {
					day := 5
					if i == reports {
						day = 20 // the last has another day
					}
					quoted := day
					if i == reports && tt.refuted {
						quoted = 21
					}
					files[fmt.Sprintf("content/articles/a%03d.md", i)] = fmt.Sprintf("---\ntitle: Story %d\nsummary: What it says.\nsource:\n  outlet: paper\n  headline: A story\n"+
						"  published: 2024-11-01\n  language: en\n  read: 2026-11-22\ndates:\n  - fact: rally\n    date: 2024-10-%02d\n    says: The paper writes of a rally.\n"+
						"    quote: On %d October\n    at: P1\n---\n", i, day, quoted)
				}
				_, diags := proved(files, Input{})
				var got []string
				for _, d := range diags {
					if d.Code == diag.OtherDayBeside {
						got = append(got, string(d.Code)+" "+d.Message+": "+d.Hint)
					}
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}
