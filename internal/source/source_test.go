package source

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func files(names ...string) fstest.MapFS {
	m := fstest.MapFS{}
	for _, n := range names {
		m[n] = &fstest.MapFile{Data: []byte("from " + n)}
	}
	return m
}

func TestList(t *testing.T) {
	for _, tt := range []struct {
		desc   string
		fsys   fstest.MapFS
		folder string
		want   []string
	}{
		{"a folder that is not there", files("layouts/base.html"), "content", nil},
		{"an empty folder", fstest.MapFS{"content": {Mode: fs.ModeDir}}, "content", nil},
		{
			"sorted by the whole path", files("content/b.md", "content/a/z.md", "content/a.md", "content/a-b/c.md"), "content",
			[]string{"content/a-b/c.md", "content/a.md", "content/a/z.md", "content/b.md"},
		},
		{"nothing beside the folder", files("content/a.md", "contents/b.md", "c.md"), "content", []string{"content/a.md"}},
		{
			"what editors and systems leave behind", files(
				"content/.DS_Store", "content/.git/HEAD", "content/.a.md.swp", "content/a.md~", "content/#a.md#", "content/.#a.md",
				"content/4913", "content/Thumbs.db", "content/a.md.swp", "content/a.swo", "content/a.tmp", "content/a.bak",
				"content/a.md.orig", "content/.hidden/a.md", "content/old~/a.md",
			), "content", nil,
		},
		{
			"names that only look so", files("content/a.md", "content/a~b.md", "content/#1.md", "content/49131", "content/tmp", "content/a.b.md"), "content",
			[]string{"content/#1.md", "content/49131", "content/a.b.md", "content/a.md", "content/a~b.md", "content/tmp"},
		},
		{"a folder whose own name is hidden", files(".site/a.md"), ".site", []string{".site/a.md"}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			got, err := List(tt.fsys, tt.folder)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("List (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRead(t *testing.T) {
	fsys := files("content/a.md")
	f, err := Read(fsys, "content/a.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(File{"content/a.md", []byte("from content/a.md")}, f); diff != "" {
		t.Errorf("Read (-want +got):\n%s", diff)
	}
	for _, p := range []string{"content/b.md", "content", "../a.md", "/content/a.md", ""} {
		if _, err := Read(fsys, p); err == nil {
			t.Errorf("Read(%q) reads something", p)
		}
	}
}

// readError is a file system in which one file cannot be read.
type readError struct{ fstest.MapFS }

var errDisk = errors.New("the disk is broken")

func (r readError) ReadFile(name string) ([]byte, error) {
	if name == "layouts/base.html" {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errDisk}
	}
	return r.MapFS.ReadFile(name)
}

func TestLayered(t *testing.T) {
	own := fstest.MapFS{"layouts/base.html": {Data: []byte("own")}, "layouts/extra.html": {Data: []byte("own")}}
	builtIn := fstest.MapFS{"layouts/base.html": {Data: []byte("built in")}, "layouts/fact.html": {Data: []byte("built in")}}
	for _, tt := range []struct {
		desc  string
		give  Layered
		want  map[string]string
		fault error // of base.html
	}{
		{desc: "nothing", want: map[string]string{}},
		{desc: "own alone", give: Layered{Own: FS(own)}, want: map[string]string{"layouts/base.html": "own", "layouts/extra.html": "own"}},
		{desc: "built in alone", give: Layered{Default: FS(builtIn)}, want: map[string]string{"layouts/base.html": "built in", "layouts/fact.html": "built in"}},
		{
			desc: "own over built in", give: Layered{FS(own), FS(builtIn)},
			want: map[string]string{"layouts/base.html": "own", "layouts/extra.html": "own", "layouts/fact.html": "built in"},
		},
		{
			desc: "a file of one's own that cannot be read is not passed over", give: Layered{FS(readError{own}), FS(builtIn)},
			want: map[string]string{"layouts/extra.html": "own", "layouts/fact.html": "built in"}, fault: errDisk,
		},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			paths, err := tt.give.List("layouts")
			if err != nil {
				t.Fatal(err)
			}
			got := map[string]string{}
			for _, p := range paths {
				f, err := tt.give.Read(p)
				if err != nil {
					if !errors.Is(err, tt.fault) || tt.fault == nil {
						t.Error(err)
					}
					continue
				}
				if f.Path != p {
					t.Errorf("%s is read as %s", p, f.Path)
				}
				got[p] = string(f.Data)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("files (-want +got):\n%s", diff)
			}
			if _, err := tt.give.Read("layouts/none.html"); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("a file that is in no layer: %v", err)
			}
		})
	}
}

func TestLeftBehind(t *testing.T) {
	for _, p := range []string{"content/articles/.a.md.swp", "content/articles/a.md~", "content/articles/4913", "content/.git/a.md", "static/#a#", "content/articles/.#a.md", "content/articles/a.md___jb_tmp___"} {
		if !LeftBehind(p) {
			t.Errorf("%s counts", p)
		}
	}
	for _, p := range []string{"content/articles/a.md", "static/root/.well-known/security.txt", "static/root/.nojekyll", "static/root/.htaccess", "content"} {
		if LeftBehind(p) {
			t.Errorf("%s does not count", p)
		}
	}
}

func TestMisnamed(t *testing.T) {
	for p, want := range map[string]string{
		"static/a.txt": "", "content/aux-a.md": "", "static/com10.txt": "", "static/été\u200d.txt": "", "a b/c": "",
		"caf\xe9":            "the name is not UTF-8",
		"static/a\nb.txt":    "the name has the invisible character U+000A",
		"static/a\x01.txt":   "the name has the invisible character U+0001",
		"a\u202eb/c":         "the name has the invisible character U+202E",
		"static/a\u200b":     "the name has the invisible character U+200B",
		"content/AUX.md":     `Windows has no file named "AUX.md"`,
		"nul/index.html":     `Windows has no file named "nul"`,
		"static/COM¹.txt":    `Windows has no file named "COM¹.txt"`,
		"static/conout$.png": `Windows has no file named "conout$.png"`,
		"static/con .png":    `Windows has no file named "con .png"`,
		"static/a:b":         `Windows has no file with ":" in its name`,
		"static/a.":          "Windows has no file whose name ends with a dot or a space",
	} {
		if got := Misnamed(p); got != want {
			t.Errorf("Misnamed(%q) = %q, want %q", p, got, want)
		}
	}
	for _, two := range [][2]string{{"A.txt", "a.txt"}, {"é.png", "e\u0301.png"}, {"É.png", "e\u0301.png"}} {
		if Folded(two[0]) != Folded(two[1]) {
			t.Errorf("%q and %q are told apart", two[0], two[1])
		}
	}
	if Folded("é") == Folded("e") {
		t.Error("an accent does not count")
	}
}

func TestIsOtherVersion(t *testing.T) {
	for _, p := range []string{
		"content/glossary/word_BACKUP_123.md", "content/site_BASE_1.yaml", "layouts/base_REMOTE_12.html", "content/quotes_BASE_12.lock", "static/root/CNAME_LOCAL_7",
		"content/pages/about.md.rej", "content/pages/about.md.mine",
		"content/pages/about (conflicted copy).md", "content/pages/about (Jane’s conflicted copy 2026-11-30).md", "static/a (Copie en conflit de Jeanne).svg",
		"content/pages/about.sync-conflict-20261130-101010-ABCDEFG.md",
	} {
		if !IsOtherVersion(p) {
			t.Errorf("%s is not told from what it is beside", p)
		}
	}
	for _, p := range []string{"content/pages/about.md", "static/DATA_BASE.md", "static/a_BASE_1x.css", "static/mine.css", "static/conflicted copy.txt", "a_BASE_1.d/b.md"} {
		if IsOtherVersion(p) {
			t.Errorf("%s is taken for another version", p)
		}
	}
}

// Whatever files are called, those that are listed can be read, or the error says what
// they are; and a name that every system can hold is one that can be opened.
func FuzzNames(f *testing.F) {
	f.Add("content/a.md", "content/b/c.md")
	f.Add("content/caf\xe9.md", "content/.#a.md")
	f.Add("content/aux.md", "content/a/../b.md")
	f.Add("content/a\\b", "content/\x00")
	f.Add("content/old___jb_old___", "content/.well-known/x")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, p := range []string{a, b} {
			if why := Misnamed(p); why == "" && !utf8.ValidString(p) {
				t.Errorf("%q is said to be a name everywhere", p)
			}
			LeftBehind(p)
			if _, err := Stat(fstest.MapFS{}, p); err == nil && p != "." {
				t.Errorf("%q is there", p)
			}
		}
		if !fs.ValidPath(a) || !fs.ValidPath(b) || a == "." || b == "." || a == b || strings.HasPrefix(a, b+"/") || strings.HasPrefix(b, a+"/") {
			t.Skip()
		}
		fsys := fstest.MapFS{a: {Data: []byte("a")}, b: {Data: []byte("b")}}
		for _, folder := range []string{".", "content"} {
			list, err := List(fsys, folder)
			if err != nil || !slices.IsSorted(list) {
				t.Fatalf("%q and %q are listed as %q: %v", a, b, list, err)
			}
			for _, p := range list {
				if p != a && p != b {
					t.Errorf("%q is listed", p)
				}
				var notFile *NotFile
				if _, err := Read(fsys, p); err != nil && !errors.As(err, &notFile) {
					t.Error(err)
				}
			}
		}
	})
}
