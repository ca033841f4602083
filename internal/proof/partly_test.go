package proof

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/content"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

func TestComputationOf(t *testing.T) {
	for _, tt := range []struct {
		desc, lacks string
		sum         bool
		terms       []string
		none        bool
	}{
		{desc: "a count", lacks: "the number; our count: one + another", terms: []string{"one", "another"}},
		{desc: "a sum", lacks: "Our sum: [[a]] + [[b|the second]].", sum: true, terms: []string{"[[a]]", "[[b|the second]]"}},
		{desc: "words behind it", lacks: "our count: one + another; the sentence names both", terms: []string{"one", "another"}},
		{desc: "over lines", lacks: "our count:  one\n+ another", terms: []string{"one", "another"}},
		{desc: "without arithmetic", lacks: "the number, which is our count"},
		{desc: "in words", lacks: "our count: one and another", terms: []string{"one and another"}},
		{desc: "nothing of ours", lacks: "the number, which the sentence before counts", none: true},
		{desc: "part of a word", lacks: "the number in our counties", none: true},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			r := &content.Report{Partly: true, Lacks: content.Inline{Words: content.Words{Text: tt.lacks}}}
			c := computationOf(r)
			if (c == nil) != tt.none {
				t.Fatalf("is ours: %v", c != nil)
			}
			if c != nil && (c.isSum != tt.sum || !cmp.Equal(tt.terms, c.terms)) {
				t.Errorf("sum %v of %q", c.isSum, c.terms)
			}
			r.Partly = false
			if computationOf(r) != nil {
				t.Error("a quote that carries all lacks a computation")
			}
		})
	}
}

func TestIsOnlyLinks(t *testing.T) {
	s := &site.Site{}
	for text, want := range map[string]bool{
		"[[ada]]":                       true,
		"the [[ada|Countess]]":          true,
		"[[ada]], the [[bob]] or [[c]]": true,
		"[[ada]] by name":               false,
		"what [[ada]] earns":            false,
		"a total":                       false,
		"the":                           false,
	} {
		d, diags := markdown.ParseInline("f", text, func(i int) int { return i })
		if len(diags) > 0 {
			t.Fatal(diags)
		}
		if got := isOnlyLinks(s, d); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
