package build_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

// A Builder that builds once makes the same, and shows the same lines of files
// that it no longer holds.
func TestOnce(t *testing.T) {
	files := fixture.Small()
	for _, wrong := range []bool{false, true} {
		if wrong {
			for name, text := range files {
				files[name] = strings.Replace(text, "See [[first#what-was-paid]]", "See [[nobody]]", 1)
			}
		}
		fsys := fixture.FS(files)
		want, _ := outcomeOf(t, build.New(fsys, receipts.Defaults, build.Options{}))
		got, res := outcomeOf(t, build.New(fsys, receipts.Defaults, build.Options{Once: true}))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("what is built once (-want +got):\n%s", diff)
		}
		if mistakes, _ := want.Diags.Count(); wrong != (mistakes > 0) {
			t.Errorf("not the mistake that is meant: %v", want.Diags)
		}
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if got := string(res.Text(name)); got != files[name] {
				t.Errorf("the text of %s is %.20q", name, got)
			}
		}
		if text := res.Text("content/nothing.md"); text != nil {
			t.Errorf("a file that is not there has the text %q", text)
		}
	}
}
