package view

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/edtf"
	"receipts/internal/locale"
)

// A title that ends with a mark of its own gets no full stop.
func TestPlainCitation(t *testing.T) {
	for title, want := range map[string]string{
		"Ann Lee":      "“Ann Lee.” A site. https://example.org/",
		"Is it legal?": "“Is it legal?” A site. https://example.org/",
	} {
		c := HowToCite{words: words{Locale: locale.English()}, work: work{title: title, site: "A site", url: "https://example.org/"}}
		if got := c.Plain(); got != want {
			t.Errorf("Plain() = %q, want %q", got, want)
		}
	}
}

func TestCitationForms(t *testing.T) {
	w := work{
		id: "receipts-musk_47", lang: "en", title: `Who pays 47 $ & "why"?`, by: "Receipts", site: "Receipts",
		url: "https://receipts.example/facts/a_b/", day: edtf.Day{Year: 2026, Month: 11, Day: 2},
	}
	english := words{Locale: locale.English()}
	undated := w
	undated.day, undated.by = edtf.Day{}, "A civic group"
	for _, tt := range []struct{ desc, give, want string }{
		{"APA", HowToCite{work: w, words: english}.apa(), `Receipts. (2026, November 2). Who pays 47 $ & "why"? https://receipts.example/facts/a_b/`},
		{"APA, no date, another publisher", HowToCite{work: undated, words: english}.apa(), `A civic group. (n.d.). Who pays 47 $ & "why"? Receipts. https://receipts.example/facts/a_b/`},
		{"BibTeX", w.bibTeX(), `@misc{receipts-musk_47,
  title = {{Who pays 47 \$ \& "why"?}},
  author = {{Receipts}},
  howpublished = {Receipts},
  year = {2026},
  month = nov,
  url = {https://receipts.example/facts/a_b/}
}`},
	} {
		if diff := cmp.Diff(tt.want, tt.give); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.desc, diff)
		}
	}
	if s := undated.bibTeX(); strings.Contains(s, "year") || strings.Contains(s, "month") {
		t.Errorf("BibTeX of a work without a date has one:\n%s", s)
	}
	var items []map[string]any
	if err := json.Unmarshal([]byte(w.cslJSON()), &items); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{{
		"id": "receipts-musk_47", "type": "webpage", "title": w.title, "container-title": "Receipts",
		"author": []any{map[string]any{"literal": "Receipts"}},
		"issued": map[string]any{"date-parts": []any{[]any{2026.0, 11.0, 2.0}}},
		"URL":    w.url,
	}}
	if diff := cmp.Diff(want, items); diff != "" {
		t.Errorf("CSL-JSON (-want +got):\n%s", diff)
	}
}
