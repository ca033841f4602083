package proof

import (
	"testing"

	"receipts/internal/fixture"
	"receipts/internal/site"

	"github.com/google/go-cmp/cmp"
)

func TestCoverage(t *testing.T) {
	p, diags := smallSite(t, map[string]string{
		"a": fixture.Amounts(fixture.Money("gift", "1 USD", "states: [PA]"), fixture.Report("wages", "amount: unquantified", "flow: wages")),
		"b": fixture.Amounts(fixture.Money("gift", "2 USD")) + fixture.Dates(fixture.Event("rally", "date: 2024-09-08", "flag: probable-slip", "flag_reason: It is later.")),
	}, map[string]string{
		"content/legal/asked.md": "---\ntitle: Is it allowed?\nshort: Allowed\nsummary: A question.\n---\n",
	})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	c := p.Coverage()
	facts := func(list []*site.Fact) (ids []string) {
		for _, f := range list {
			ids = append(ids, f.ID)
		}
		return ids
	}
	reports := func(list []*site.Report) (ids []string) {
		for _, r := range list {
			ids = append(ids, r.Fact.ID+"#"+r.Anchor)
		}
		return ids
	}
	got := map[string][]string{
		"one source": facts(c.OneSource), "no number": reports(c.NoNumber), "partly": reports(c.Partly), "flagged": reports(c.Flagged),
	}
	want := map[string][]string{
		"one source": {"rally", "wages"}, "no number": {"wages#a"}, "partly": {"gift#a", "gift#b", "rally#b"}, "flagged": {"rally#b"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if len(c.States) != 50 {
		t.Errorf("%d states of which nothing is said, want all but Pennsylvania", len(c.States))
	}
	if len(c.Questions) != 1 || len(c.Unexplained) != 1 {
		t.Errorf("%d questions, %d contradictions", len(c.Questions), len(c.Unexplained))
	}
	if len(c.Unverified) != 2 || c.Unverified[0].Article.ID != "b" || c.Unverified[0].Of != 1 {
		t.Errorf("unverified: %+v", c.Unverified)
	}
}
