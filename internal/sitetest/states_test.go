package sitetest

import (
	"strings"
	"testing"
)

// A state of which nothing is said has no page, and its address leads to the list of
// all; no page links to it.
func TestSilentStates(t *testing.T) {
	s := site(t)
	redirects := string(s.files["/_redirects"])
	for _, prefix := range []string{"", "/fr"} {
		silent := 0
		for path, page := range s.files {
			slug, ok := strings.CutPrefix(path, prefix+"/states/")
			if slug = strings.TrimSuffix(slug, "/"); !ok || slug == "" || strings.ContainsAny(slug, "/.") {
				continue
			}
			leads := strings.Contains(redirects, path+" "+prefix+"/states/ 301\n")
			if says := strings.Contains(string(page), "<main"); says == leads {
				t.Errorf("%s has a page: %v; leads to the list: %v", path, says, leads)
			}
			if leads {
				silent++
				for from, page := range s.files {
					if strings.Contains(string(page), `href="`+path+`"`) {
						t.Errorf("%s links to %s", from, path)
					}
				}
			}
		}
		if silent != 44 {
			t.Errorf("below %q, %d states are silent, want 44", prefix, silent)
		}
	}
}
