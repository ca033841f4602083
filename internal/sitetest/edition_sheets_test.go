package sitetest

import (
	"fmt"
	"strings"
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

// Where a page has fewer sheets in another language, since fewer texts mention it there,
// its further sheets lead to the first one.
func TestSheetsOfOneLanguage(t *testing.T) {
	files := fixture.InFrench()
	for i := range 90 {
		path := fmt.Sprintf("content/glossary/term-%d", i)
		files[path+".md"] = fmt.Sprintf("---\ntitle: Term %d\nsummary: As [[ada]] has it.\n---\n", i)
		files[path+".fr.md"] = fmt.Sprintf("---\ntitle: Terme %d\nsummary: Sans elle.\n---\n", i)
	}
	s, err := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	second := s.at["/people/ada/2/"]
	if second == nil || s.at[french+"/people/ada/2/"] != nil {
		t.Fatal("both have as many sheets")
	}
	if !strings.Contains(string(second.source), `<a href="/fr/people/ada/" lang="fr"`) {
		t.Error("the second sheet does not lead to the first one in French")
	}
	for _, p := range s.pages {
		for n := range elements(p.doc) {
			if href, ok := attr(n, "href"); ok && value(n, "hreflang") != "" {
				if fault := s.follow(p, href); fault != "" {
					t.Errorf("%s: %s %s", p.path, href, fault)
				}
			}
		}
	}
}
