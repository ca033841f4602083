package publish

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/disk"
	"receipts/internal/render"
)

// routesOf makes routes of paths and contents.
func routesOf(files map[string]string) []render.Route {
	var routes []render.Route
	for path, text := range files {
		routes = append(routes, render.Route{Path: path, Write: func(w io.Writer) error {
			_, err := io.WriteString(w, text)
			return err
		}})
	}
	slices.SortFunc(routes, func(a, b render.Route) int { return strings.Compare(a.Path, b.Path) })
	return routes
}

// version is a site all of whose files say the same number.
func version(n int) []render.Route {
	v := fmt.Sprint(n)
	return routesOf(map[string]string{"/": v, "/a/": v, "/a/b/": v, "/feed.xml": v, "/z/": v})
}

// tree returns the files below dir with their contents, without the marker.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || d.Name() == markerName {
			return err
		}
		data, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		files[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func write(t *testing.T, out string, routes []render.Route) {
	t.Helper()
	if _, err := Write(t.Context(), out, routes, Options{Jobs: 2}); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	var (
		mu   sync.Mutex
		done []int
	)
	stats, err := Write(t.Context(), out, routesOf(map[string]string{
		"/": "home", "/facts/a/": "fact", "/404.html": "none", "/static/a.0123.css": "p{}",
	}), Options{Jobs: 3, Progress: func(n int) {
		mu.Lock()
		defer mu.Unlock()
		done = append(done, n)
	}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Stats{Pages: 3, Files: 4, Bytes: 15}, stats); diff != "" {
		t.Errorf("stats (-want +got):\n%s", diff)
	}
	want := map[string]string{"index.html": "home", "facts/a/index.html": "fact", "404.html": "none", "static/a.0123.css": "p{}"}
	if diff := cmp.Diff(want, tree(t, out)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	slices.Sort(done)
	if diff := cmp.Diff([]int{1, 2, 3, 4}, done); diff != "" {
		t.Errorf("progress (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"public"}, names(t, dir)); diff != "" {
		t.Errorf("left beside the folder (-want +got):\n%s", diff)
	}
	if text, err := os.ReadFile(filepath.Join(out, markerName)); err != nil || len(text) == 0 {
		t.Errorf("the marker: %q, %v", text, err)
	}

	// What is gone from the site is gone from the folder.
	write(t, out, version(2))
	if _, err := os.Stat(filepath.Join(out, "facts")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("facts/ of the old site is still there: %v", err)
	}
}

// All names of a folder are good names.
func TestNamesOfTheFolder(t *testing.T) {
	for _, tt := range []struct{ desc, out, want string }{
		{"relative", "public", "public"},
		{"trailing slash", "public/", "public"},
		{"new parents", "a/b/c/public", "a/b/c/public"},
		{"dots", "a/../public/.", "public"},
		{"spaces and patterns", "my [site] *", "my [site] *"},
		{"the current folder", ".", "."},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			base := t.TempDir()
			work := filepath.Join(base, "work")
			if err := os.Mkdir(work, 0o755); err != nil {
				t.Fatal(err)
			}
			t.Chdir(work)
			write(t, filepath.FromSlash(tt.out), version(1))
			if got := tree(t, filepath.Join(work, tt.want)); got["a/b/index.html"] != "1" || len(got) != 5 {
				t.Errorf("the folder holds %v", got)
			}
			if diff := cmp.Diff([]string{"work"}, names(t, base)); diff != "" {
				t.Errorf("left beside (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRefusals(t *testing.T) {
	for _, tt := range []struct {
		desc  string
		setup func(t *testing.T, dir string) (out string)
		want  string
	}{
		{"a folder of another program", func(t *testing.T, dir string) string {
			put(t, filepath.Join(dir, "out", "thesis.txt"), "mine")
			return filepath.Join(dir, "out")
		}, "not written by a build"},
		{"a working tree", func(t *testing.T, dir string) string {
			put(t, filepath.Join(dir, "out", ".git", "HEAD"), "mine")
			put(t, filepath.Join(dir, "out", "go.mod"), "mine")
			return filepath.Join(dir, "out")
		}, "not written by a build"},
		{"a marker that is not ours", func(t *testing.T, dir string) string {
			put(t, filepath.Join(dir, "out", markerName), "food 12.50\n")
			return filepath.Join(dir, "out")
		}, "not written by a build"},
		{"an empty marker", func(t *testing.T, dir string) string {
			put(t, filepath.Join(dir, "out", markerName), "")
			return filepath.Join(dir, "out")
		}, "not written by a build"},
		{"half a marker", func(t *testing.T, dir string) string {
			put(t, filepath.Join(dir, "out", markerName), markerText[:20])
			return filepath.Join(dir, "out")
		}, "not written by a build"},
		{"a folder for a marker", func(t *testing.T, dir string) string {
			put(t, filepath.Join(dir, "out", markerName, "food.txt"), "mine")
			return filepath.Join(dir, "out")
		}, "was not written by a build"},
		{"a link to a folder of another program", func(t *testing.T, dir string) string {
			put(t, filepath.Join(dir, "home", "thesis.txt"), "mine")
			link(t, "home", filepath.Join(dir, "out"))
			return filepath.Join(dir, "out")
		}, "not written by a build"},
		{"a file", func(t *testing.T, dir string) string {
			put(t, filepath.Join(dir, "out"), "mine")
			return filepath.Join(dir, "out")
		}, "not a directory"},
		{"below a file", func(t *testing.T, dir string) string {
			put(t, filepath.Join(dir, "out"), "mine")
			return filepath.Join(dir, "out", "public")
		}, "not a directory"},
		{"a link to nothing", func(t *testing.T, dir string) string {
			link(t, "nowhere", filepath.Join(dir, "out"))
			return filepath.Join(dir, "out")
		}, "leads to a folder that does not exist"},
		{"links in a circle", func(t *testing.T, dir string) string {
			link(t, "out", filepath.Join(dir, "out"))
			return filepath.Join(dir, "out")
		}, "too many links"},
		{"the root folder", func(t *testing.T, dir string) string {
			return filepath.VolumeName(dir) + string(filepath.Separator)
		}, "root folder"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			if runtime.GOOS == "windows" {
				t.Skip("links and messages differ")
			}
			dir := t.TempDir()
			out := tt.setup(t, dir)
			before, listed := tree(t, dir), names(t, dir)
			made := func(int) { t.Error("the work begins, and all of it would be lost") }
			_, err := Write(t.Context(), out, version(1), Options{Jobs: 2, Progress: made})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want one with %q", err, tt.want)
			}
			if diff := cmp.Diff(before, tree(t, dir)); diff != "" {
				t.Errorf("the refused folder has changed (-before +now):\n%s", diff)
			}
			if diff := cmp.Diff(listed, names(t, dir)); diff != "" {
				t.Errorf("left beside (-before +now):\n%s", diff)
			}
		})
	}
}

func link(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Skip(err)
	}
}

// A link to a folder stays a link; the folder behind it is replaced.
func TestLinkIsFollowed(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "www", "site"), 0o755); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "public")
	link(t, filepath.Join("www", "site"), out)
	for n := range 3 {
		write(t, out, version(n))
		if got := tree(t, filepath.Join(dir, "www", "site")); got["index.html"] != fmt.Sprint(n) {
			t.Fatalf("behind the link: %v", got)
		}
	}
	if to, err := os.Readlink(out); err != nil || to != filepath.Join("www", "site") {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	if diff := cmp.Diff([]string{"site"}, names(t, filepath.Join(dir, "www"))); diff != "" {
		t.Errorf("left beside the folder (-want +got):\n%s", diff)
	}
}

// With a route that fails the old site stays as it is, and nothing is left
// beside it.
func TestFailingRoute(t *testing.T) {
	fault := errors.New("the layout is wrong")
	for _, tt := range []struct {
		desc   string
		routes []render.Route
		want   error
	}{
		{"fails at once", append(version(2), render.Route{Path: "/y/", Write: func(io.Writer) error { return fault }}), fault},
		{"fails half-way", append(version(2), render.Route{Path: "/y/", Write: func(w io.Writer) error {
			_, _ = io.WriteString(w, strings.Repeat("x", 1<<20))
			return fault
		}}), fault},
		{"two routes for one file", append(version(2), version(3)[0]), fs.ErrExist},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			for _, jobs := range []int{0, 1, 9} {
				dir := t.TempDir()
				out := filepath.Join(dir, "public")
				if _, err := Write(t.Context(), out, tt.routes, Options{Jobs: jobs}); !errors.Is(err, tt.want) {
					t.Errorf("error %v, want %v", err, tt.want)
				}
				if got := names(t, dir); len(got) != 0 {
					t.Errorf("a site that failed leaves %v", got)
				}
				write(t, out, version(1))
				before := tree(t, out)
				if _, err := Write(t.Context(), out, tt.routes, Options{Jobs: jobs}); !errors.Is(err, tt.want) {
					t.Errorf("error %v, want %v", err, tt.want)
				}
				if diff := cmp.Diff(before, tree(t, out)); diff != "" {
					t.Errorf("the old site has changed (-before +now):\n%s", diff)
				}
				if diff := cmp.Diff([]string{"public"}, names(t, dir)); diff != "" {
					t.Errorf("left beside (-want +got):\n%s", diff)
				}
			}
		})
	}
}

// A build that is cancelled leaves the old site, and does not wait for the lock.
func TestCancel(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	write(t, out, version(1))
	ctx, cancel := context.WithCancel(t.Context())
	routes := append(version(2), render.Route{Path: "/zz/", Write: func(io.Writer) error { cancel(); return nil }})
	if _, err := Write(ctx, out, routes, Options{Jobs: 1}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if diff := cmp.Diff([]string{"public"}, names(t, dir)); diff != "" {
		t.Errorf("left beside (-want +got):\n%s", diff)
	}
	if got := tree(t, out)["index.html"]; got != "1" {
		t.Errorf("the site is version %q", got)
	}

	unlock, err := disk.Lock(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	if runtime.GOOS == "windows" {
		return // no locks
	}
	ctx, cancel = context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := Write(ctx, out, version(2), Options{Jobs: 1}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("while another build writes: error %v", err)
	}
}

// A reader of the folder while it is replaced again and again sees one whole
// site at any moment: no file is ever missing, and between two looks at the
// same version everything is of that version.
func TestReadersSeeOneSite(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux exchanges folders in one step")
	}
	out := filepath.Join(t.TempDir(), "public")
	write(t, out, version(0))
	stop := make(chan struct{})
	var readers sync.WaitGroup
	whole := make([]int, 2)
	for i := range whole {
		readers.Go(func() {
			read := func(name string) string {
				data, err := os.ReadFile(filepath.Join(out, name))
				if err != nil {
					t.Errorf("a reader: %v", err)
				}
				return string(data)
			}
			for {
				select {
				case <-stop:
					return
				default:
				}
				first := read("feed.xml")
				others := []string{read("index.html"), read("a/index.html"), read("a/b/index.html"), read("z/index.html")}
				if read("feed.xml") != first {
					continue // replaced meanwhile
				}
				for _, other := range others {
					if other != first {
						t.Errorf("a reader sees %q in a site of version %q", others, first)
					}
				}
				whole[i]++
			}
		})
	}
	for n := range 50 {
		write(t, out, version(n+1))
	}
	close(stop)
	readers.Wait()
	for i, n := range whole {
		if n == 0 {
			t.Errorf("reader %d never saw a whole site", i)
		}
	}
}

// Builds at the same time wait for each other; the last one stays.
func TestConcurrentWrites(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	var writers sync.WaitGroup
	for n := range 6 {
		writers.Go(func() {
			if _, err := Write(t.Context(), out, version(n), Options{Jobs: 2}); err != nil {
				t.Error(err)
			}
		})
	}
	writers.Wait()
	got := tree(t, out)
	for name, v := range got {
		if v != got["index.html"] {
			t.Errorf("%s is of version %s, the site of version %s", name, v, got["index.html"])
		}
	}
	if diff := cmp.Diff([]string{"public"}, names(t, dir)); diff != "" {
		t.Errorf("left beside (-want +got):\n%s", diff)
	}
}

// What killed builds left beside the folder goes before the next one writes, and
// nothing else does.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	write(t, out, version(1))
	put(t, filepath.Join(out, ".git", "HEAD"), "x")
	put(t, filepath.Join(dir, ".public.new-128", markerName), markerText)
	put(t, filepath.Join(dir, ".public.new-128", "a", "index.html"), "x")
	put(t, filepath.Join(dir, ".public.new-128", "b", ".git", "HEAD"), "x")
	put(t, filepath.Join(dir, ".public.new-129", markerName), markerText+"\na/index.html\n")
	put(t, filepath.Join(dir, ".public.new-129", ".git", "HEAD"), "x")
	put(t, filepath.Join(dir, ".public.new-123", markerName), markerText)
	put(t, filepath.Join(dir, ".public.new-123", "a", "index.html"), "x")
	put(t, filepath.Join(dir, ".public.new-123", markerName+".new"), "x")
	put(t, filepath.Join(dir, ".public.new-124.old", markerName), markerText+"\na/index.html\n")
	put(t, filepath.Join(dir, ".public.new-124.old", "a", "index.html"), "x")
	put(t, filepath.Join(dir, ".public.new-124.old", "a", ".DS_Store"), "x")
	put(t, filepath.Join(dir, ".public.new-127", markerName), "") // killed while it wrote the marker
	put(t, filepath.Join(dir, ".public.new-theirs", markerName), "x")
	put(t, filepath.Join(dir, ".public.new-mine", "thesis.txt"), "x")
	put(t, filepath.Join(dir, ".public.new-repository", ".git", "HEAD"), "x")
	put(t, filepath.Join(dir, ".other.new-125", markerName), markerText)
	put(t, filepath.Join(dir, ".public.new-file"), "x")
	if err := os.Mkdir(filepath.Join(dir, ".public.new-126"), 0o755); err != nil {
		t.Fatal(err)
	}
	routes := append(version(1), render.Route{Path: "/zz/", Write: func(io.Writer) error {
		if _, err := os.Lstat(filepath.Join(dir, ".public.new-123")); err == nil {
			t.Error("a leftover takes up room while the site is written")
		}
		return nil
	}})
	stats, err := Write(t.Context(), out, routes, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, err := range stats.Left {
		left = append(left, strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""))
	}
	if diff := cmp.Diff([]string{
		".public.new-128: the folder holds what no build wrote: b/.git/",
		".public.new-129: the folder holds what no build wrote: .git",
	}, left); diff != "" {
		t.Errorf("what stays is told (-want +got):\n%s", diff)
	}
	if _, err := os.Lstat(filepath.Join(dir, ".public.new-128", "a", "index.html")); err != nil {
		t.Error("of a working tree the files are deleted")
	}
	want := []string{".other.new-125", ".public.new-128", ".public.new-129", ".public.new-file", ".public.new-mine", ".public.new-repository", ".public.new-theirs", "public"}
	if diff := cmp.Diff(want, names(t, dir)); diff != "" {
		t.Errorf("beside the folder (-want +got):\n%s", diff)
	}
}

// A build that was killed between two renames leaves no folder; until another one has
// written its site, the old one stays.
func TestOnlySiteStays(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	old := filepath.Join(dir, ".public.new-1.old")
	write(t, out, version(1))
	if err := os.Rename(out, old); err != nil {
		t.Fatal(err)
	}
	fails := append(version(2), render.Route{Path: "/zz/", Write: func(io.Writer) error { return fs.ErrInvalid }})
	if _, err := Write(t.Context(), out, fails, Options{}); !errors.Is(err, fs.ErrInvalid) {
		t.Fatalf("error %v", err)
	}
	if diff := cmp.Diff([]string{filepath.Base(old)}, names(t, dir)); diff != "" {
		t.Errorf("after a build that fails (-want +got):\n%s", diff)
	}
	write(t, out, version(3))
	if diff := cmp.Diff([]string{"public"}, names(t, dir)); diff != "" {
		t.Errorf("after one that does not (-want +got):\n%s", diff)
	}
}

// A file that is saved into the old site at the moment it is replaced is told of,
// and deleted neither then nor later.
func TestForeignFileInLeftover(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	write(t, out, version(1))
	defer func() { disk.Before = nil }()
	disk.Before = func(op, _ string) error {
		if op == "exchange" {
			put(t, filepath.Join(out, "a", "thesis.txt"), "mine")
		}
		return nil
	}
	_, err := Write(t.Context(), out, version(2), Options{})
	if err == nil || !strings.Contains(err.Error(), "the folder holds what no build wrote: a/thesis.txt") {
		t.Errorf("error %v", err)
	}
	disk.Before = nil
	write(t, out, version(3))
	left := names(t, dir)
	if len(left) != 2 {
		t.Fatalf("beside the folder: %v", left)
	}
	if diff := cmp.Diff(map[string]string{"a/thesis.txt": "mine"}, tree(t, filepath.Join(dir, left[0]))); diff != "" {
		t.Errorf("the leftover (-want +got):\n%s", diff)
	}
}

// A folder that is put to use while the site is written is not lost.
func TestFolderTakenMeanwhile(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	routes := append(version(1), render.Route{Path: "/zz/", Write: func(io.Writer) error {
		put(t, filepath.Join(out, "thesis.txt"), "mine")
		return nil
	}})
	_, err := Write(t.Context(), out, routes, Options{Jobs: 1})
	if _, ok := errors.AsType[*ForeignError](err); !ok {
		t.Errorf("error %v", err)
	}
	if diff := cmp.Diff(map[string]string{"thesis.txt": "mine"}, tree(t, out)); diff != "" {
		t.Errorf("the folder (-want +got):\n%s", diff)
	}
}

// Where the system cannot exchange two folders, two renames do; if the second
// fails the old folder comes back.
func TestSwapByRename(t *testing.T) {
	dir := t.TempDir()
	out, staging, old := filepath.Join(dir, "public"), filepath.Join(dir, "new"), filepath.Join(dir, "old")
	put(t, filepath.Join(out, "a"), "old")
	if err := swapByRename(staging, out, old); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without a new folder: %v", err)
	}
	if got := tree(t, out)["a"]; got != "old" {
		t.Errorf("the old folder did not come back: %q", got)
	}
	put(t, filepath.Join(staging, "a"), "new")
	if err := swapByRename(staging, out, old); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"public/a": "new", "old/a": "old"}, tree(t, dir)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// BenchmarkAgain writes a site of 600 files of 8 kB in the place of one of which a
// tenth of the files differ: with links to the others, and without, since the
// site before is on no file system that has them.
func BenchmarkAgain(b *testing.B) {
	versions := [2][]render.Route{}
	for v := range versions {
		files := map[string]string{}
		for n := range 600 {
			text := strings.Repeat("0123456789abcdef", 500)
			if n%10 == 0 {
				text += strconv.Itoa(v)
			}
			files[fmt.Sprintf("/a%d/", n)] = text
		}
		versions[v] = routesOf(files)
	}
	for _, links := range []bool{true, false} {
		b.Run(fmt.Sprintf("links=%v", links), func(b *testing.B) {
			if !links {
				disk.Before = func(op, _ string) error {
					if op == "link" {
						return errors.ErrUnsupported
					}
					return nil
				}
				defer func() { disk.Before = nil }()
			}
			out := filepath.Join(b.TempDir(), "public")
			for n := 0; b.Loop(); n++ {
				if _, err := Write(b.Context(), out, versions[n%2], Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
