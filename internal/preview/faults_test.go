package preview

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
	"receipts/internal/source"
)

// Whichever call fails by which a save is read, the author is told which file cannot be
// read, and sees the site before or after the save meanwhile; once it can be read, she
// sees what she has saved.
func TestReadingFails(t *testing.T) {
	files := fixture.Small()
	maps.Copy(files, plainLayouts)
	const page, layout = "content/people/ada.md", "layouts/errors.html"
	saved := maps.Clone(files)
	saved[page] = strings.Replace(files[page], "title: ", "title: The other ", 1)
	saved[layout] += "More."
	tried := 0
	for _, whole := range []bool{false, true} { // whether all files are scanned
		for _, fault := range []error{syscall.EIO, syscall.EACCES, syscall.EMFILE} {
			root := fixture.FS(files)
			fsys := &fixture.Failing{FS: root, Fault: fixture.Fault{Err: fault}}
			m := newMirror(fsys, time.Now)
			warm := build.Over(m, source.FS(receipts.Defaults), build.Options{})
			m.refresh(change{all: true})
			before := outcomeOf(t, warm)
			want := outcomeOf(t, build.New(fixture.FS(saved), receipts.Defaults, build.Options{}))
			step := 1
			if whole {
				step = fixture.Times(7, 1)
			}
			for n := 1; ; n += step {
				for _, p := range []string{page, layout} {
					root[p] = &fstest.MapFile{Data: []byte(saved[p]), ModTime: time.Now()}
				}
				fsys.N, fsys.Failed = n, nil
				c := at(page, layout)
				c.all = whole
				m.refresh(c)
				fsys.N = 0 // from now on all is well
				if len(fsys.Failed) == 0 {
					break
				}
				tried++
				got := outcomeOf(t, warm)
				isNamed := slices.ContainsFunc(fsys.Failed, func(p string) bool { return strings.Contains(got.Fault, p) })
				if !isNamed && !reflect.DeepEqual(got, want) && !reflect.DeepEqual(got, before) {
					t.Errorf("call %d, on %q: %v: neither the site before nor after (-want +got):\n%.2000s", n, fsys.Failed, fault, cmp.Diff(want, got))
				}
				m.refresh(change{all: true})
				if got := outcomeOf(t, warm); !reflect.DeepEqual(got, want) {
					t.Fatalf("call %d: %v: once it can be read (-want +got):\n%.2000s", n, fault, cmp.Diff(want, got))
				}
				for _, p := range []string{page, layout} {
					root[p] = &fstest.MapFile{Data: []byte(files[p]), ModTime: time.Now()}
				}
				m.refresh(change{all: true})
			}
		}
	}
	t.Logf("%d faults", tried)
	if tried < 20 {
		t.Errorf("only %d faults were tried", tried)
	}
}
