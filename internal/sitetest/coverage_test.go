package sitetest

import (
	"strings"
	"testing"
)

// A fact that one article alone reports may still carry an outside note, or a point on
// which accounts differ. The list of such facts says so beside each that does.
func TestCoverageSaysWhatElseIsKnown(t *testing.T) {
	s := site(t)
	list := s.at["/coverage/"].ids["one-source"].Parent
	listed := 0
	for _, li := range all(list, "li") {
		listed++
		fact := s.at[value(all(li, "a")[0], "href")]
		differs, note := false, false
		for n := range elements(fact.doc) {
			differs = differs || n.Data == "ol" && value(n, "class") == "steps"
			note = note || n.Data == "ul" && value(n, "class") == "notes" && !insideClass(n, "later")
		}
		said := text(li)
		if differs != strings.Contains(said, "accounts differ") || note && !differs != strings.Contains(said, "outside note") {
			t.Errorf("%s: has an outside note: %t, differs: %t; the list says %q", fact.path, note, differs, said)
		}
	}
	if listed < 10 {
		t.Errorf("%d facts that one article alone reports", listed)
	}
}
