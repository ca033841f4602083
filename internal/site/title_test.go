package site

import (
	"strings"
	"testing"
)

// The oldest report that gives a title names the fact; without one, the words of the
// oldest report do, also where two facts name each other.
func TestTitles(t *testing.T) {
	words := func(fact, says string, lines ...string) string {
		return strings.Replace(money(fact, "9 USD", lines...), "The paper writes so.", says, 1)
	}
	s, diags := smallSite(t, map[string]string{
		"a": amounts(words("later", "Old words."), words("one", "After [[two]]."), words("two", "Before [[one]], [[fund]].")),
		"b": amounts(words("later", "New words.", "title: The gift")),
		"c": amounts(words("later", "Newest words.", "title: The gift"), words("long", strings.Repeat("word ", 30)+".")),
	}, nil)
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	for id, want := range map[string]string{
		"later": "The gift", "one": "After Before …, The fund", "two": "Before …, The fund", "long": strings.TrimSpace(strings.Repeat("word ", 12)) + "…",
	} {
		if got := s.nodes[id].Title; got != want {
			t.Errorf("%s is called %q, want %q", id, got, want)
		}
	}
}
