package preview

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/edits"
	"receipts/internal/fixture"
)

var habitNames = []string{"in place", "by renaming", "like vim", "like emacs"}

// However an editor saves a file, the site is built again once for it, and not for
// what the editor leaves beside it. On a busy machine a save may last longer than
// the preview waits for its end; then it is tried again.
func TestHabits(t *testing.T) {
	for _, poll := range []bool{false, true} {
		for i, habit := range habits {
			t.Run(fmt.Sprintf("%s, poll %t", habitNames[i], poll), func(t *testing.T) {
				t.Parallel()
				files := fixture.Small()
				r := run(t, files, func(o *Options) { o.Poll = poll })
				d := &saver{r.disk, files}
				for n, tries := 0, 0; n < 2; tries++ {
					name := fmt.Sprint("Ada number ", tries)
					after := maps.Clone(files)
					after["content/people/ada.md"] = strings.Replace(files["content/people/ada.md"], "title: Ada", "title: "+name, 1)
					start := time.Now()
					d.save(after, habit)
					slow := time.Since(start) > quietFew
					b := r.next()
					diff := cmp.Diff([]string{"content/people/ada.md"}, b.Paths)
					if diff != "" && slow && tries < 20 {
						time.Sleep(2 * scanAfter)
						drain(r)
						continue
					}
					if diff != "" {
						t.Errorf("paths (-want +got):\n%s", diff)
					}
					if _, body := r.get("/people/ada/"); !strings.Contains(body, "<h1>"+name+"</h1>") {
						t.Errorf("the page does not say %s", name)
					}
					r.quiet()
					n++
				}
			})
		}
	}
}

// A folder may go and come back, with other files in it, and new folders may
// come with files in them.
func TestFoldersComeAndGo(t *testing.T) {
	files := fixture.Small()
	r := run(t, files)
	serves := func(path, want string) {
		t.Helper()
		for range 400 {
			if status, body := r.get(path); status == 200 && strings.Contains(body, want) {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
		_, body := r.get(path)
		t.Fatalf("%s never says %q:\n%s", path, want, body)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	// Gone: what was whole is shown, and the terminal says what is missing.
	must(os.Rename(r.path("content"), r.path("away")))
	if b := r.next(); b.Result == nil || b.Result.Routes != nil {
		t.Error("a site without content is whole")
	}
	serves("/people/ada/", "<h1>Ada</h1>")
	// Moved back: everything below it is watched again.
	must(os.Rename(r.path("away"), r.path("content")))
	r.next()
	r.write("content/people/ada.md", strings.Replace(files["content/people/ada.md"], "title: Ada", "title: Ada again", 1))
	serves("/people/ada/", "Ada again")
	// Deleted and made anew.
	must(os.RemoveAll(r.path("content/people")))
	r.write("content/people/ada.md", strings.Replace(files["content/people/ada.md"], "title: Ada", "title: Ada anew", 1))
	serves("/people/ada/", "Ada anew")
	r.write("content/people/ada.md", strings.Replace(files["content/people/ada.md"], "title: Ada", "title: Ada at last", 1))
	serves("/people/ada/", "Ada at last")
	// New folders, one in the other, with a file that is there before any watch.
	r.write("static/a/b/c/deep.txt", "deep")
	r.write("layouts/404.html", "<h1>Mine</h1>")
	serves("/people/ada/", "Ada at last")
	for range 400 {
		if _, body := r.get("/nowhere/"); strings.Contains(body, "Mine") {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if status, body := r.get("/nowhere/"); status != 404 || !strings.Contains(body, "Mine") {
		t.Errorf("a new folder is not seen: %d %s", status, body)
	}
	r.write("static/a/b/c/deep.txt", "deeper")
	for b := r.next(); !slices.Contains(b.Paths, "static/a/b/c/deep.txt"); b = r.next() {
	}
}

// A renamed folder, and what lies below it, is watched by its new name; so is a
// folder that is a link to another one of the site.
func TestFolderRenamed(t *testing.T) {
	r := run(t, fixture.Small())
	if r.watcher == nil {
		t.Skip("this system has no watches")
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	watched := func(want ...string) {
		t.Helper()
		var missing string
		for range 300 {
			missing = ""
			list := r.watcher.sys.WatchList()
			for _, folder := range want {
				if !slices.Contains(list, r.path(folder)) {
					missing = folder
				}
			}
			if missing == "" {
				return
			}
			time.Sleep(10 * time.Millisecond)
		}
		t.Fatalf("%s is never watched", missing)
	}
	r.write("static/aa/deep/x.txt", "1")
	watched("static/aa", "static/aa/deep")
	must(os.Rename(r.path("static/aa"), r.path("static/bb")))
	time.Sleep(3 * addAgain) // until the library has removed its watches
	watched("static/bb", "static/bb/deep")
	// Only an event is as fast as this: the scans without one are far apart.
	time.Sleep(2 * scanAfter)
	for len(r.rebuilds) > 0 {
		<-r.rebuilds
	}
	for i, name := range []string{"static/bb/y.txt", "static/bb/deep/x.txt"} {
		r.write(name, fmt.Sprint("another ", i))
		start := time.Now()
		if b := r.next(); !slices.Contains(b.Paths, name) || time.Since(start) > scanAfter-50*time.Millisecond {
			t.Errorf("%s is noticed after %s, with %v", name, time.Since(start), b.Paths)
		}
		time.Sleep(2 * scanAfter)
	}
	must(os.Rename(r.path("content"), r.path("words")))
	r.next()
	if err := os.Symlink("words", r.path("content")); err != nil {
		t.Skip(err)
	}
	watched("content", "content/people")
}

// An edit of a file elsewhere that a link leads to is noticed like any other, the
// first one too.
func TestLinkedFile(t *testing.T) {
	r := run(t, fixture.Small())
	whole, err := os.ReadFile(r.path("content/people/ada.md"))
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"ben", "cleo"} {
		r.write("notes/"+name+".md", string(whole))
		if err := os.Symlink("../../notes/"+name+".md", r.path("content/people/"+name+".md")); err != nil {
			t.Skip(err)
		}
		r.next()
		time.Sleep(2 * scanAfter)
		for len(r.rebuilds) > 0 {
			<-r.rebuilds
		}
		r.write("notes/"+name+".md", strings.Replace(string(whole), "title: ", fmt.Sprint("title: Another ", i, " "), 1))
		start := time.Now()
		if b := r.next(); !slices.Contains(b.Paths, "content/people/"+name+".md") || time.Since(start) > scanAfter-50*time.Millisecond {
			t.Errorf("%s is noticed after %s, with %v", name, time.Since(start), b.Paths)
		}
	}
}

// A file that a link waits for is noticed when it comes.
func TestLinkToCome(t *testing.T) {
	r := run(t, fixture.Small())
	r.write("notes/other.md", "")
	if err := os.Symlink("../../notes/ben.md", r.path("content/people/ben.md")); err != nil {
		t.Skip(err)
	}
	r.next()
	time.Sleep(2 * scanAfter)
	for len(r.rebuilds) > 0 {
		<-r.rebuilds
	}
	start := time.Now()
	r.write("notes/ben.md", "---\ntitle: Ben\nsummary: Writes letters, too.\n---\n")
	if b := r.next(); !slices.Contains(b.Paths, "content/people/ben.md") || time.Since(start) > scanAfter-50*time.Millisecond {
		t.Errorf("it is noticed after %s, with %v", time.Since(start), b.Paths)
	}
}

// A temporary file, such as that of sed -i, leads to no rebuild of its own.
func TestSed(t *testing.T) {
	files := fixture.Small()
	files["layouts/404.html"] = "<h1>Mine</h1>"
	files["static/a.txt"] = "a"
	r := run(t, files)
	for _, name := range []string{"layouts/404.html", "static/a.txt"} {
		beside := filepath.Join(filepath.Dir(r.path(name)), "seddGfU4E")
		if err := os.WriteFile(beside, []byte("<h1>Yours</h1>"), 0o644); err != nil {
			t.Fatal(err)
		}
		time.Sleep(2 * quietFew)
		if err := os.Rename(beside, r.path(name)); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{name}, r.next().Paths); diff != "" {
			t.Errorf("paths (-want +got):\n%s", diff)
		}
		r.quiet()
	}
}

// Constant changes do not put off the scan of all files.
func TestScanIsNotPutOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newNextScan(scanIdle)
		defer d.Stop()
		start := time.Now()
		for range 100 {
			time.Sleep(scanAfter / 2)
			d.within(scanAfter)
			select {
			case <-d.C:
				if took := time.Since(start); took > scanAfter/2+scanAfter {
					t.Errorf("the scan comes after %s", took)
				}
				return
			default:
			}
		}
		t.Error("the scan never comes")
	})
}

// A checkout of several hundred files is one rebuild. On a busy machine the files
// may come in several parts, so there are several tries; if the preview did not
// wait for more, all of them would fail.
func TestCheckout(t *testing.T) {
	r := run(t, fixture.Small())
	for try := range 10 {
		for i := range 400 {
			r.write(fmt.Sprintf("content/glossary/term-%d.md", i), fmt.Sprintf("---\ntitle: Term %s of %s\nsummary: One of many.\n---\n", strings.Repeat("y", try+1), strings.Repeat("x", i%40+1)))
		}
		b := r.next()
		if len(b.Paths) == 400 {
			r.quiet()
			return
		}
		t.Logf("the rebuild is of %d files", len(b.Paths))
		time.Sleep(2 * scanAfter)
		drain(r)
	}
	t.Error("no checkout was one rebuild")
}

// Random edits through the real watcher, with the writing habits of four
// editors: the preview ends where a fresh one begins.
func TestWatchedEdits(t *testing.T) {
	steps := fixture.Times(40, 1000)
	if testing.Short() {
		steps = 8
	}
	ed, err := edits.New(11, fixture.Small(), receipts.Defaults)
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, ed.Original)
	d := &saver{r.disk, maps.Clone(ed.Original)}
	files := maps.Clone(ed.Original)
	var history []string
	for range steps {
		history = append(history, ed.Edit(files))
		if d.save(files, habits[ed.IntN(len(habits))]); ed.IntN(3) == 0 {
			continue // the next edit comes before this one is built
		}
		want := firstOutcome(t, fresh(d.folder))
		var got outcome
		var last *edition
		for range 3000 {
			if e := r.preview.state.edition(); e != last && e.current != nil {
				last, got = e, outcomeOfResult(e.current)
			}
			if reflect.DeepEqual(want, got) {
				break
			}
			time.Sleep(10 * time.Millisecond)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("the preview differs from a fresh build (-fresh +preview):\n%s\nafter\n%s", diff, strings.Join(history, "\n"))
		}
	}
}

// firstOutcome is what a preview begins with: a build, with some pages of each layout
// tried.
func firstOutcome(t *testing.T, b *build.Builder) outcome {
	t.Helper()
	res, err := b.Build(t.Context())
	if err != nil {
		return outcome{Fault: err.Error()}
	}
	e := &edition{current: res}
	(&side{builder: b}).tryLayouts(t.Context(), e, &edition{})
	return outcomeOfResult(e.current)
}

// If the system gives no watches, the author is told, and the files are polled.
func TestOutOfWatches(t *testing.T) {
	for _, err := range []error{syscall.ENOSPC, syscall.EMFILE} {
		p := &preview{}
		var said []string
		p.Say = func(s string) { said = append(said, s) }
		p.pollInstead(outOfWatches(fmt.Errorf("add: %w", err)))
		if all := strings.Join(said, "\n"); !strings.Contains(all, "looked at every 500 ms") || !strings.Contains(all, "max_user_watches") {
			t.Errorf("%v is said as %q", err, all)
		}
	}
}

// Lost events, whatever the reason, lead to a scan of all files, and to watches on
// the folders that came meanwhile.
func TestWatcherErrors(t *testing.T) {
	folder := t.TempDir()
	for _, f := range folders {
		if err := os.MkdirAll(filepath.Join(folder, f), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	changes := make(chan change, 100)
	w, err := newWatcher(folder, func(c change) { changes <- c })
	if err != nil {
		t.Skipf("this system has no watches: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- w.run(ctx) }()
	w.sys.Errors <- fsnotify.ErrEventOverflow
	if c := <-changes; !c.all || c.why == "" {
		t.Errorf("an overflow leads to %+v", c)
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// When the watcher fails for good, the preview goes on by polling.
func TestWatcherFails(t *testing.T) {
	files := fixture.Small()
	r := run(t, files)
	if r.watcher == nil {
		t.Skip("this system has no watches")
	}
	r.watcher.sys.Close()
	if s := <-r.said; !strings.Contains(s, "looked at every 500 ms") {
		t.Errorf("it says %q", s)
	}
	r.write("content/people/ada.md", strings.Replace(files["content/people/ada.md"], "title: Ada", "title: Ada polled", 1))
	r.next()
	if _, body := r.get("/people/ada/"); !strings.Contains(body, "Ada polled") {
		t.Error("nothing is built after the watcher has failed")
	}
}
