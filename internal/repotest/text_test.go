package repotest

import (
	"path"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// later matches a note to do something later. It needs a reason, so that others
// can judge whether it still applies.
var (
	later       = regexp.MustCompile(`\b(?:TO` + `DO|FIX` + `ME)\b(.*)`)
	reason      = regexp.MustCompile(`^(?:\([^)]+\))?: \S+ \S+ \S+`)
	machinePath = regexp.MustCompile(`(?:^|[\s"'` + "`" + `(=])(/(?:home|Users|root|work)/[\w.-]+|[A-Z]:\\Users\\)`)
)

// TestText checks every text file: a note for later says why, and there is no path
// of one machine.
func TestText(t *testing.T) {
	eachFile(t, func(p string) {
		text := read(t, p)
		if path.Ext(p) == ".sum" || !utf8.ValidString(text) {
			return
		}
		n := 0
		for line := range strings.Lines(text) {
			n++
			if m := later.FindStringSubmatch(line); m != nil && !reason.MatchString(m[1]) {
				t.Errorf("%s:%d: a note for later without a reason: %s", p, n, strings.TrimSpace(line))
			}
			if m := machinePath.FindStringSubmatch(line); m != nil {
				t.Errorf("%s:%d: the path of a machine: %s", p, n, m[1])
			}
		}
	})
}
