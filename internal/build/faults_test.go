package build_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

// Whichever call fails by which a site is read, the build names a path that failed, or
// makes the same site: a file that was asked for in vain need not be asked for again.
func TestReadingFails(t *testing.T) {
	files := fixture.InFrench()
	files["layouts/partials/foot.html"] = "Mine."
	files["static/root/robots.txt"] = "User-agent: *\n"
	root := fixture.FS(files)
	opt := build.Options{Jobs: 1, Once: true}
	whole, err := build.New(root, receipts.Defaults, opt).Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := madeOf(t, whole)
	tried := 0
	for i, fault := range []error{syscall.EIO, syscall.EACCES, syscall.EMFILE, io.ErrUnexpectedEOF} {
		step := fixture.Times(9, 1)
		for n := 1 + 2*i%step; ; n += step {
			fsys := &fixture.Failing{FS: root, Fault: fixture.Fault{N: n, Err: fault, Stays: i%2 == 1}}
			res, err := build.New(fsys, receipts.Defaults, opt).Build(t.Context())
			if len(fsys.Failed) == 0 {
				break
			}
			tried++
			switch {
			case err != nil:
				if !slices.ContainsFunc(fsys.Failed, func(p string) bool { return strings.Contains(err.Error(), p) }) {
					t.Errorf("call %d: %v: the build says of %q: %v", n, fault, fsys.Failed, err)
				}
			case !cmp.Equal(want, madeOf(t, res)):
				t.Errorf("call %d, on %q: %v: another site (-want +got):\n%s", n, fsys.Failed, fault, cmp.Diff(want, madeOf(t, res)))
			}
		}
	}
	t.Logf("%d faults", tried)
	if tried < 100 {
		t.Errorf("only %d faults were tried", tried)
	}
}

// madeOf are the diagnostics of a build, its routes, and its home page.
func madeOf(t *testing.T, res *build.Result) []string {
	t.Helper()
	var made []string
	for _, d := range res.Diags {
		made = append(made, fmt.Sprint(d.Place, d.Code, d.Message))
	}
	for _, r := range res.Routes {
		made = append(made, r.Path)
	}
	if home, ok := res.Route("/"); ok {
		var b strings.Builder
		if err := home.Write(&b); err != nil {
			t.Fatal(err)
		}
		made = append(made, b.String())
	}
	return made
}
