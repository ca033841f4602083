package content

import (
	"regexp"
	"testing"
)

// TestShortForms compares the parsers of ids and locators, written by hand because
// every report has both, with patterns: on all texts of up to four pieces.
func TestShortForms(t *testing.T) {
	id := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	locator := regexp.MustCompile(`^(?:(T|ST|C|head)|([HP])([1-9]\d{0,3}))$`)
	check := func(s string) {
		if got := IsID(s); got != id.MatchString(s) {
			t.Errorf("IsID(%q) = %v", s, got)
		}
		kind, number, ok := cutLocator(s)
		m := locator.FindStringSubmatch(s)
		if ok != (m != nil) || ok && (kind != m[1]+m[2] || Locator{Kind: kind, N: number}.String() != s) {
			t.Errorf("cutLocator(%q) = %q, %d, %v; the pattern finds %q", s, kind, number, ok, m)
		}
	}
	pieces := []string{"", "a", "z9", "-", "--", "T", "ST", "C", "head", "H", "P", "0", "7", "12", "99999", "+", " ", "\n", "é", "\xff", "A"}
	for _, a := range pieces {
		for _, b := range pieces {
			for _, c := range pieces {
				for _, d := range pieces {
					check(a + b + c + d)
				}
			}
		}
	}
}
