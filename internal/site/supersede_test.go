package site

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/fixture"
)

func TestReplaced(t *testing.T) {
	gift := func(fact string, lines ...string) string { return money(fact, "1 USD", lines...) }
	tests := []struct {
		desc string
		give map[string]string // reports by article, each of a later day than the one before
		want []string
	}{
		{"each says that it replaces all before it", map[string]string{
			"a": gift("x"), "b": gift("x", "supersedes: x"), "c": gift("x", "supersedes: x"),
		}, []string{"x#b replaces x#a", "x#c replaces x#b"}},
		{"a later one says it of a middle one", map[string]string{
			"a": gift("x"), "b": gift("x"), "c": gift("x", "supersedes: b"), "d": gift("x", "supersedes: x"),
		}, []string{"x#c replaces x#b", "x#d replaces x#a", "x#d replaces x#c"}},
		{"two say it of another fact", map[string]string{
			"a": gift("y") + gift("y"), "b": gift("x", "supersedes: y"), "c": gift("x", "supersedes: y"),
		}, []string{"x#b replaces y#a", "x#b replaces y#a-2"}},
		{"the second of one article", map[string]string{
			"a": gift("x") + gift("x", "supersedes: a"),
		}, []string{"x#a-2 replaces x#a"}},
		{"two of one day", map[string]string{"a": gift("x", "supersedes: x") + gift("x", "supersedes: x")}, []string{
			`figures of "x" replace each other in a circle`,
		}},
		{"a circle beside a third who says the same", map[string]string{
			"a": gift("w", "supersedes: x") + gift("x", "supersedes: y") + gift("y", "supersedes: x"),
		}, []string{`figures of "x" replace each other in a circle`}},
		{"a circle over three facts", map[string]string{
			"a": gift("x", "supersedes: y") + gift("y", "supersedes: z") + gift("z", "supersedes: x") + gift("x", "supersedes: y"),
		}, []string{`figures of "x" replace each other in a circle`}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			articles := map[string]string{}
			for id, reports := range tt.give {
				articles[id] = fixture.Amounts(reports)
			}
			s, diags := smallSite(t, articles, nil)
			var got []string
			for _, d := range diags {
				got = append(got, d.Message)
			}
			for _, f := range s.Facts {
				for _, r := range f.Reports {
					for _, e := range r.Replaces {
						got = append(got, fmt.Sprintf("%s#%s replaces %s#%s", f.ID, r.Anchor, e.Fact.ID, e.Anchor))
						if e.ReplacedBy != r {
							t.Errorf("%s is not replaced by it", e.Anchor)
						}
					}
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
