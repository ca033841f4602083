package publish

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The marker lists the files of its build, copies included, whatever their names.
func TestMarkerLists(t *testing.T) {
	long := strings.Repeat("Every figure shows its receipt. ", 100)
	files := map[string]string{"/": long, "/a/": "short", "/b c/é.txt": long, "/.well-known/x": "x", "/..x": "x"}
	if runtime.GOOS != "windows" {
		files["/two\nlines.txt"], files[`/"said".txt`], files[`/back\slash`], files["/bytes\xff"] = "x", "x", "x", "x"
	}
	out := filepath.Join(t.TempDir(), "public")
	var before string
	for range 2 {
		if _, err := Write(t.Context(), out, routesOf(files), Options{Jobs: 3, Compress: true}); err != nil {
			t.Fatal(err)
		}
		inv, err := readMarker(out)
		if err != nil {
			t.Fatal(err)
		}
		var listed []string
		for name, isFolder := range inv {
			if !isFolder && name != markerName {
				listed = append(listed, name)
			}
		}
		slices.Sort(listed)
		if diff := cmp.Diff(slices.Sorted(maps.Keys(tree(t, out))), listed); diff != "" {
			t.Errorf("listed (-files +listed):\n%s", diff)
		}
		text := read(t, filepath.Join(out, markerName))
		if before != "" && text != before {
			t.Errorf("the marker of the same site is another: %s", cmp.Diff(before, text))
		}
		before = text
	}
	write(t, out, routesOf(map[string]string{"/": "1", "/b/": "2"}))
	if diff := cmp.Diff(markerText+"\nb/index.html\nindex.html\n", read(t, filepath.Join(out, markerName))); diff != "" {
		t.Errorf("the marker (-want +got):\n%s", diff)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// What no build wrote is refused by name, and stays.
func TestForeign(t *testing.T) {
	for _, tt := range []struct {
		desc  string
		setup func(t *testing.T, out string)
		want  []string
	}{
		{"a file", func(t *testing.T, out string) { put(t, filepath.Join(out, "notes.txt"), "x") }, []string{"notes.txt"}},
		{"files and folders", func(t *testing.T, out string) {
			put(t, filepath.Join(out, "a", "b", "notes.txt"), "x")
			put(t, filepath.Join(out, "drafts", "1.txt"), "x")
			put(t, filepath.Join(out, "drafts", "2.txt"), "x")
			put(t, filepath.Join(out, "zebra.txt"), "x")
		}, []string{"a/b/notes.txt", "drafts/", "zebra.txt"}},
		{"an empty folder", func(t *testing.T, out string) {
			if err := os.Mkdir(filepath.Join(out, "drafts"), 0o755); err != nil {
				t.Fatal(err)
			}
		}, []string{"drafts/"}},
		{"a repository within", func(t *testing.T, out string) {
			put(t, filepath.Join(out, "a", ".git", "HEAD"), "x")
		}, []string{"a/.git/"}},
		{"a file in place of a folder", func(t *testing.T, out string) {
			if err := os.RemoveAll(filepath.Join(out, "a")); err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(out, "a"), "x")
		}, []string{"a"}},
		{"a folder in place of a file", func(t *testing.T, out string) {
			if err := os.Remove(filepath.Join(out, "feed.xml")); err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(out, "feed.xml", "notes.txt"), "x")
		}, []string{"feed.xml/"}},
		{"a link", func(t *testing.T, out string) { link(t, "a", filepath.Join(out, "b")) }, []string{"b"}},
		{"a link in place of a folder", func(t *testing.T, out string) {
			if err := os.Rename(filepath.Join(out, "a"), filepath.Join(filepath.Dir(out), "elsewhere")); err != nil {
				t.Fatal(err)
			}
			link(t, filepath.Join("..", "elsewhere"), filepath.Join(out, "a"))
		}, []string{"a"}},
		{"a link in place of a file", func(t *testing.T, out string) {
			if err := os.Remove(filepath.Join(out, "feed.xml")); err != nil {
				t.Fatal(err)
			}
			link(t, "index.html", filepath.Join(out, "feed.xml"))
		}, []string{"feed.xml"}},
		{"another case", func(t *testing.T, out string) {
			if _, err := os.Lstat(filepath.Join(out, "FEED.XML")); err == nil {
				t.Skip("case makes no difference here")
			}
			put(t, filepath.Join(out, "FEED.XML"), "x")
		}, []string{"FEED.XML"}},
		{"a copy that no build made", func(t *testing.T, out string) { put(t, filepath.Join(out, "index.html.gz"), "x") }, []string{"index.html.gz"}},
		{"a marker that was cut", func(t *testing.T, out string) {
			text := read(t, filepath.Join(out, markerName))
			put(t, filepath.Join(out, markerName), text[:len(text)-len("tml\nz/index.html\n")])
		}, []string{"index.html", "z/"}},
		{"a marker that lists what is outside", func(t *testing.T, out string) {
			put(t, filepath.Join(filepath.Dir(out), "x"), "x")
			put(t, filepath.Join(out, markerName), markerText+"\n../x\n/x\n..\n.\n\n\"\na/index.html\na/b/index.html\nindex.html\nz/index.html\n")
		}, []string{"feed.xml"}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			dir := t.TempDir()
			out := filepath.Join(dir, "public")
			write(t, out, version(1))
			tt.setup(t, out)
			before, listed := tree(t, dir), names(t, dir)
			_, err := Write(t.Context(), out, version(2), Options{Jobs: 2})
			foreign, ok := errors.AsType[*ForeignError](err)
			if !ok || !foreign.InSite {
				t.Fatalf("error %v", err)
			}
			if diff := cmp.Diff(tt.want, foreign.Files); diff != "" {
				t.Errorf("refused (-want +got):\n%s", diff)
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

func TestForeignError(t *testing.T) {
	for _, tt := range []struct {
		files []string
		want  string
	}{
		{[]string{"a"}, "the folder holds what no build wrote: a"},
		{[]string{"a\n", "b/", "c"}, `the folder holds what no build wrote: "a\n", b/, c`},
		{[]string{"a", "b/", "c", "d", "e"}, "the folder holds what no build wrote: a, b/, c and 2 more"},
	} {
		if got := (&ForeignError{tt.files, true}).Error(); got != tt.want {
			t.Errorf("got %s, want %s", got, tt.want)
		}
	}
}

// What happens to the folder of a site by itself is no reason to refuse it.
func TestNotForeign(t *testing.T) {
	for _, tt := range []struct {
		desc  string
		setup func(t *testing.T, out string)
	}{
		{"what systems leave", func(t *testing.T, out string) {
			put(t, filepath.Join(out, ".DS_Store"), "x")
			put(t, filepath.Join(out, "a", "b", ".DS_Store"), "x")
			put(t, filepath.Join(out, "a", "Thumbs.db"), "x")
		}},
		{"a file that is gone", func(t *testing.T, out string) {
			if err := os.Remove(filepath.Join(out, "a", "b", "index.html")); err != nil {
				t.Fatal(err)
			}
		}},
		{"a file that was changed", func(t *testing.T, out string) { put(t, filepath.Join(out, "feed.xml"), "x") }},
		{"lines as git makes them on Windows", func(t *testing.T, out string) {
			text := read(t, filepath.Join(out, markerName))
			put(t, filepath.Join(out, markerName), strings.ReplaceAll(text, "\n", "\r\n"))
		}},
		{"a folder that is empty", func(t *testing.T, out string) {
			if err := os.RemoveAll(out); err != nil {
				t.Fatal(err)
			}
			put(t, filepath.Join(out, ".DS_Store"), "x")
		}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			dir := t.TempDir()
			out := filepath.Join(dir, "public")
			write(t, out, version(1))
			tt.setup(t, out)
			write(t, out, version(2))
			if got := tree(t, out); got["a/b/index.html"] != "2" || len(got) != 5 {
				t.Errorf("the folder holds %v", got)
			}
			if diff := cmp.Diff([]string{"public"}, names(t, dir)); diff != "" {
				t.Errorf("left beside (-want +got):\n%s", diff)
			}
		})
	}
}

// Where the marker has no list, a folder with something that this build does not write
// is kept whole; otherwise it is replaced like any other.
func TestMarkerWithoutList(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	write(t, out, version(1))
	put(t, filepath.Join(out, markerName), markerText)
	stats, err := Write(t.Context(), out, version(2), Options{})
	if err != nil || stats.Kept != "" {
		t.Errorf("kept %q, %v", stats.Kept, err)
	}
	if diff := cmp.Diff([]string{"public"}, names(t, dir)); diff != "" {
		t.Errorf("left beside (-want +got):\n%s", diff)
	}

	put(t, filepath.Join(out, markerName), markerText)
	put(t, filepath.Join(out, "notes.txt"), "mine")
	put(t, filepath.Join(out, ".git", "HEAD"), "ref")
	old := tree(t, out)
	delete(old, ".git/HEAD")
	stats, err = Write(t.Context(), out, version(3), Options{})
	if err != nil || filepath.Base(stats.Kept) != "public.old" {
		t.Errorf("kept %q, %v", stats.Kept, err)
	}
	if diff := cmp.Diff(old, tree(t, filepath.Join(dir, "public.old"))); diff != "" {
		t.Errorf("kept (-before +now):\n%s", diff)
	}
	if got := tree(t, out); got["index.html"] != "3" || got[".git/HEAD"] != "ref" || len(got) != 6 {
		t.Errorf("the folder holds %v", got)
	}

	put(t, filepath.Join(out, markerName), markerText)
	put(t, filepath.Join(out, "more.txt"), "mine")
	write(t, out, version(4))
	if diff := cmp.Diff([]string{"public", "public.old", "public.old-2"}, names(t, dir)); diff != "" {
		t.Errorf("left beside (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(old, tree(t, filepath.Join(dir, "public.old"))); diff != "" {
		t.Errorf("kept before (-before +now):\n%s", diff)
	}
}
