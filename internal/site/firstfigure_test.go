package site

import (
	"testing"

	"receipts/internal/fixture"
)

func TestFirstFigure(t *testing.T) {
	money := func(fact, quantity string, lines ...string) string {
		return fixture.Report(fact, append(lines, "amount: "+quantity, "flow: contribution")...)
	}
	pages := fixture.Report("pages", "amount: 20 pages")
	for _, tt := range []struct {
		desc, give, want string
	}{
		{"money before a count", pages + money("x", "5 USD") + money("y", "7 USD"), "x"},
		{"a count, where there is no money", pages, "pages"},
		{"no figure", money("x", "unquantified") + pages, "pages"},
		{"carried in part", money("x", "5 USD", "quote_supports: partly", "quote_lacks: the number") + money("y", "7 USD"), "y"},
		{"stands against a check", money("x", "5 USD", "stands_because: we say so") + money("y", "7 USD"), "y"},
		{"replaced", money("x", "5 USD") + money("x", "7 USD", "supersedes: a"), "x#a-2"},
		{"nothing", money("x", "unquantified"), ""},
	} {
		s, diags := smallSite(t, map[string]string{"a": fixture.Amounts(tt.give)}, nil)
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		got := ""
		if r := s.Articles[0].FirstFigure(); r != nil {
			if got = r.Fact.ID; r.Anchor != "a" {
				got += "#" + r.Anchor
			}
		}
		if got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.desc, got, tt.want)
		}
	}
}
