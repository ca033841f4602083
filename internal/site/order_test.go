package site

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Lists for readers stand in the alphabetical order of the site's language, and so do
// the states of a fact.
func TestListsInOrderOfLanguage(t *testing.T) {
	term := func(title string) string {
		return "---\ntitle: " + title + "\nsummary: A word.\n---\n"
	}
	for _, tt := range []struct {
		lang         string
		terms, names []string
	}{
		{"fr", []string{"Ångström", "Eau", "Écho", "Électeur", "Zèbre"}, []string{"Dakota du Sud", "Géorgie"}},
		{"sv", []string{"Eau", "Écho", "Électeur", "Zèbre", "Ångström"}, []string{"Georgia", "South Dakota"}},
	} {
		s, diags := smallSite(t, map[string]string{
			"a": "dates:\n  - fact: x\n    date: 2024-10-05\n    states: [GA, SD]\n    says: It was so on 5 October 2024 in Georgia and South Dakota.\n    quote: on 5 October 2024 in Georgia and South Dakota\n    at: P1\n",
		}, map[string]string{
			"content/glossary/term-e.md": term("Zèbre"), "content/glossary/term-d.md": term("Eau"), "content/glossary/term-c.md": term("Électeur"),
			"content/glossary/term-b.md": term("Écho"), "content/glossary/term-a.md": term("Ångström"),
			"site": "languages: [" + tt.lang + "]\n",
		})
		if s == nil || len(s.Facts) != 1 {
			t.Fatal(diags)
		}
		var terms, states []string
		for _, term := range s.Terms {
			terms = append(terms, term.Title)
		}
		for _, st := range s.Facts[0].States {
			states = append(states, st.Title)
		}
		if diff := cmp.Diff(tt.terms, terms); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.lang, diff)
		}
		if diff := cmp.Diff(tt.names, states); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.lang, diff)
		}
	}
}
