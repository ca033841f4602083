package site

import (
	"fmt"
	"strings"
	"testing"
)

// Each report of a fact has an anchor of its own, also where the id of an article is that
// of another with a number. Which of its article a report is, does not follow from that.
func TestAnchorsOfReports(t *testing.T) {
	both := amounts(money("gift", "5 USD"), money("gift", "6 USD"))
	s, _ := smallSite(t, map[string]string{"a": both, "b": both}, nil)
	if got, want := anchorsOf(s), "a:1 a-2:2 b:1 b-2:2"; got != want {
		t.Errorf("anchors are %s, want %s", got, want)
	}
	s, _ = smallSite(t, map[string]string{"a": both, "a-2": both, "a-3": amounts(money("gift", "7 USD"))}, nil)
	if got, want := anchorsOf(s), "a-2:1 a-2-2:2 a-3:1 a:1 a-4:2"; got != want {
		t.Errorf("anchors are %s, want %s", got, want)
	}
}

func anchorsOf(s *Site) string {
	var out []string
	for _, r := range s.nodes["gift"].Fact().Reports {
		out = append(out, fmt.Sprintf("%s:%d", r.Anchor, r.Nth()))
	}
	return strings.Join(out, " ")
}
