package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/disk"
	"receipts/internal/render"
)

// A build is killed before each change that it makes in or beside the output
// folder, and in some cases the next one as well. At any moment git's entry is in
// one place, and after one more build everything is where it belongs.
func TestKilled(t *testing.T) {
	for _, tt := range []struct {
		desc    string
		renames bool   // two folders cannot be exchanged
		git     string // the file of git's entry
		twice   bool
		setup   func(t *testing.T, out string)
	}{
		{"a folder of git", false, ".git/HEAD", false, nil},
		{"a file of git", false, ".git", true, nil},
		{"a file of git, by renames", true, ".git", true, nil},
		{"without git", false, "", false, nil},
		{"without git, by renames", true, "", false, nil},
		{"only git", false, ".git", false, func(t *testing.T, out string) {
			if err := os.RemoveAll(out); err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(out, ".DS_Store"), "x")
		}},
		{"a site of an older version", false, ".git/HEAD", false, func(t *testing.T, out string) {
			put(t, filepath.Join(out, markerName), markerText)
			put(t, filepath.Join(out, "notes.txt"), "mine")
		}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			// prepare makes a site with git's entry and kills a build of it.
			prepare := func(at int) (out string, was bool) {
				out = filepath.Join(t.TempDir(), "public")
				write(t, out, small(1))
				if tt.setup != nil {
					tt.setup(t, out)
				}
				if tt.git != "" {
					put(t, filepath.Join(out, tt.git), "ref")
				}
				was = killed(t, out, small(2), at, tt.renames)
				checkAfterKill(t, out, tt.git)
				return out, was
			}
			finish := func(out string) {
				write(t, out, small(4))
				want := map[string]string{"public/index.html": "4", "public/a/index.html": "4"}
				if tt.git != "" {
					want["public/"+tt.git] = "ref"
				}
				got := tree(t, filepath.Dir(out))
				if got["public.old/notes.txt"] == "mine" { // which is kept
					delete(got, "public.old/notes.txt")
					delete(got, "public.old/index.html")
					delete(got, "public.old/a/index.html")
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("at last (-want +got):\n%s", diff)
				}
				if left := names(t, filepath.Dir(out)); left[0] != "public" { // a leftover begins with a point
					t.Fatalf("beside the folder: %v", left)
				}
			}
			for first := 0; ; first++ {
				out, was := prepare(first)
				finish(out)
				if !was {
					if first < 3 {
						t.Errorf("a build that makes %d changes", first)
					}
					return
				}
				for second := 0; was && tt.twice; second++ {
					out, _ := prepare(first)
					was = killed(t, out, small(3), second, tt.renames)
					checkAfterKill(t, out, tt.git)
					finish(out)
				}
			}
		})
	}
}

// small is a site all of whose files say the same number.
func small(n int) []render.Route {
	return routesOf(map[string]string{"/": fmt.Sprint(n), "/a/": fmt.Sprint(n)})
}

// killed runs a build that ends before its n-th change, and reports whether it
// came to that.
func killed(t *testing.T, out string, routes []render.Route, n int, renames bool) (was bool) {
	t.Helper()
	const kill = "killed"
	defer func() {
		disk.Before = nil
		if r := recover(); r != nil && r != kill {
			panic(r)
		} else {
			was = r == kill
		}
	}()
	disk.Before = func(op, path string) error {
		switch {
		case op == "exchange" && renames:
			return errors.ErrUnsupported
		case op != "rename" && op != "exchange" && op != "remove" || strings.HasSuffix(path, markerName+".new"):
			return nil
		}
		if n--; n < 0 {
			panic(kill)
		}
		return nil
	}
	write(t, out, routes)
	return false
}

// checkAfterKill checks what is true at any moment: git's entry is in one place,
// and a leftover that is not empty has a marker.
func checkAfterKill(t *testing.T, out, git string) {
	t.Helper()
	var found []string
	for _, name := range names(t, filepath.Dir(out)) {
		dir := filepath.Join(filepath.Dir(out), name)
		if git != "" && tree(t, dir)[git] == "ref" {
			found = append(found, name)
		}
		files := slices.DeleteFunc(names(t, dir), func(name string) bool { return name == ".DS_Store" })
		if strings.HasPrefix(name, leftoverPrefix(out)) && len(files) > 0 && !slices.Contains(files, markerName) {
			t.Errorf("%s has %v and no marker", name, files)
		}
	}
	if git != "" && len(found) != 1 {
		t.Errorf("git's entry is in %q", found)
	}
}
