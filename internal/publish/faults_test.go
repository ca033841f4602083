package publish

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/disk"
	"receipts/internal/fixture"
)

// faults are what a disk says that is full, broken, not ours or out of handles. A file
// that cannot be written whole is written by half, whatever the reason.
var faults = []error{syscall.ENOSPC, syscall.EIO, syscall.EACCES, syscall.EMFILE, io.ErrShortWrite}

// failing calls f while the n-th call of the disk fails with err, and all after it if the
// fault stays. It returns the path of that call; "" if there was none.
func failing(n int, err error, stays bool, f func()) (path string) {
	fails := &fixture.Fault{N: n, Err: err, Stays: stays}
	disk.Before = fails.Call
	defer func() { disk.Before = nil }()
	f()
	if len(fails.Failed) > 0 {
		path = fails.Failed[0]
	}
	return path
}

// Whichever call of the disk fails, once or from then on, the error names a path, the
// folder holds the old site or the new one, git's entry is in one place, and the next
// build mends everything.
func TestFaults(t *testing.T) {
	tried := 0
	for _, fault := range faults {
		for _, stays := range []bool{false, true} {
			for _, renames := range []bool{false, true} {
				for n := 1; ; n++ {
					dir := t.TempDir()
					out := filepath.Join(dir, "public")
					write(t, out, small(1))
					put(t, filepath.Join(out, git), "ref")
					put(t, filepath.Join(dir, ".public.new-1", markerName), markerText) // by one that was killed
					var err error
					path := failing(n, fault, stays, func() {
						before := disk.Before
						disk.Before = func(op, path string) error {
							if op == "exchange" && renames {
								return errors.ErrUnsupported
							}
							return before(op, path)
						}
						_, err = Write(t.Context(), out, small(2), Options{Jobs: 2})
					})
					if path == "" {
						break // the build makes no such call
					}
					tried++
					desc := fmt.Sprintf("call %d, on %s: %v, stays %v, by renames %v: %v", n, path, fault, stays, renames, err)
					checkAfterFault(t, desc, out, err)
					if t.Failed() {
						return
					}
				}
			}
		}
	}
	t.Logf("%d faults", tried)
	if tried < 500 {
		t.Errorf("only %d faults were tried", tried)
	}
}

func checkAfterFault(t *testing.T, desc, out string, err error) {
	t.Helper()
	dir := filepath.Dir(out)
	if err != nil && !strings.Contains(err.Error(), dir) {
		t.Errorf("%s: the error names no path", desc)
	}
	// Two renames leave a moment without a folder, and a disk that refuses the way back
	// makes it last: then the old site is beside it, under a name that the error has.
	site, gits := tree(t, dir), []string{}
	for name := range site {
		if filepath.Base(name) == git {
			gits = append(gits, name)
		}
	}
	if len(gits) != 1 {
		t.Errorf("%s: git's entry is in %q", desc, gits)
	}
	at := "public"
	if _, gone := os.Lstat(out); gone != nil {
		at = filepath.Base(dir) // of no use
		for name := range site {
			if first, _, ok := strings.Cut(name, "/"); ok && strings.HasSuffix(first, ".old") {
				at = first
			}
		}
		if err == nil || !strings.Contains(err.Error(), at) {
			t.Errorf("%s: the folder is gone, and nothing says where it is", desc)
		}
	}
	version := site[at+"/index.html"]
	if version != site[at+"/a/index.html"] || version != "1" && version != "2" || err == nil && version != "2" {
		t.Errorf("%s: the folder holds %v", desc, site)
	}
	write(t, out, small(3))
	want := map[string]string{"index.html": "3", "a/index.html": "3", git: "ref"}
	if diff := cmp.Diff(want, tree(t, out)); diff != "" {
		t.Errorf("%s: after the next build (-want +got):\n%s", desc, diff)
	}
	if left := slices.DeleteFunc(names(t, dir), func(name string) bool { return name == "public" }); len(left) > 0 {
		t.Errorf("%s: after the next build there are %q", desc, left)
	}
}
