package receipts_test

import (
	"bytes"
	"os"
	"path"
	"regexp"
	"testing"
	"unicode/utf8"
)

// later matches a note to do something later. It needs a reason, so that
// another can judge whether it still holds.
var (
	later       = regexp.MustCompile(`\b(?:TO` + `DO|FIX` + `ME)\b(.*)`)
	reason      = regexp.MustCompile(`^(?:\([^)]+\))?: \S+ \S+ \S+`)
	machinePath = regexp.MustCompile(`(?:^|[\s"'` + "`" + `(=])(/(?:home|Users|root|work)/[\w.-]+|[A-Z]:\\Users\\)`)
)

// TestRepository holds every text file to what no compiler checks: notes for
// later say why, and no path of somebody's machine is left behind.
func TestRepository(t *testing.T) {
	eachFile(t, func(p string) {
		if path.Ext(p) == ".sum" {
			return
		}
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		if !utf8.Valid(data) {
			return
		}
		n := 0
		for line := range bytes.Lines(data) {
			n++
			if m := later.FindSubmatch(line); m != nil && !reason.Match(m[1]) {
				t.Errorf("%s:%d: a note for later without a reason: %s", p, n, bytes.TrimSpace(line))
			}
			if m := machinePath.FindSubmatch(line); m != nil {
				t.Errorf("%s:%d: the path of a machine: %s", p, n, m[1])
			}
		}
	})
}
