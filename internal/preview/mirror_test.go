package preview

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A stage is a folder with its mirror, and a clock that the test moves.
type stage struct {
	t      *testing.T
	folder string
	now    time.Time
	*mirror
}

func newStage(t *testing.T, files ...string) *stage {
	t.Helper()
	s := &stage{t: t, folder: t.TempDir(), now: time.Now().Add(time.Hour)}
	for _, f := range files {
		s.write(f, "first")
	}
	root, err := os.OpenRoot(s.folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	s.mirror = newMirror(root.FS(), func() time.Time { return s.now })
	return s
}

func (s *stage) path(name string) string { return filepath.Join(s.folder, filepath.FromSlash(name)) }

func (s *stage) write(name, text string) {
	s.t.Helper()
	if err := os.MkdirAll(filepath.Dir(s.path(name)), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(s.path(name), []byte(text), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) wants(desc string, c change, want ...string) {
	s.t.Helper()
	got, err := s.look(c)
	if err != nil {
		s.t.Fatalf("%s: %v", desc, err)
	}
	if len(got) == 0 {
		got = nil
	}
	if diff := cmp.Diff(want, got); diff != "" {
		s.t.Errorf("%s: changed (-want +got):\n%s", desc, diff)
	}
}

// What is said to have changed is looked at, and believed only if it has.
func TestMirrorLooks(t *testing.T) {
	s := newStage(t, "content/a.md", "content/b/c.md", "netlify.toml", "other/d.md")
	s.wants("the first look is at everything", at(), "content/a.md", "content/b/c.md", "netlify.toml")
	s.wants("a false alarm", at("content/a.md"))
	s.write("content/a.md", "second")
	s.wants("a change", at("content/a.md"), "content/a.md")
	s.write("content/a.md", "second")
	s.wants("written, and the same", at("content/a.md"))
	s.write("content/.hidden.md", "x")
	s.write("content/a.md~", "x")
	s.write("content/4913", "x")
	s.wants("what is left behind", at("content/.hidden.md", "content/a.md~", "content/4913", "other/d.md"))
	s.write("static/new.txt", "x")
	s.wants("a new file", at("static/new.txt"), "static/new.txt")
	if err := os.Remove(s.path("static/new.txt")); err != nil {
		t.Fatal(err)
	}
	s.wants("a file that has gone", at("static/new.txt"), "static/new.txt")
	s.wants("and stays so", at("static/new.txt"))
	s.write("content/b/d/e.md", "x")
	s.wants("a new folder", at("content/b/d"), "content/b/d/e.md")
	if err := os.RemoveAll(s.path("content/b")); err != nil {
		t.Fatal(err)
	}
	s.wants("a folder that has gone", at("content/b"), "content/b/c.md", "content/b/d/e.md")
	list, _ := s.List("content")
	if diff := cmp.Diff([]string{"content/a.md"}, list); diff != "" {
		t.Errorf("List (-want +got):\n%s", diff)
	}
	if _, err := s.Read("content/b/c.md"); err == nil {
		t.Error("a file that has gone can be read")
	}
}

// A file that was written twice within a step of the file system's clock has
// the same size and time: as long as its time is young, its bytes are compared.
func TestMirrorRacy(t *testing.T) {
	s := newStage(t, "content/a.md")
	stamp := s.now.Add(-time.Second)
	if err := os.Chtimes(s.path("content/a.md"), stamp, stamp); err != nil {
		t.Fatal(err)
	}
	s.wants("the first look", at(), "content/a.md")
	s.write("content/a.md", "other")
	if err := os.Chtimes(s.path("content/a.md"), stamp, stamp); err != nil {
		t.Fatal(err)
	}
	s.wants("the same size and time, young", change{all: true}, "content/a.md")
	s.now = s.now.Add(time.Minute)
	s.wants("read again, now that it is old", change{all: true})
	s.write("content/a.md", "third")
	s.wants("another time", change{all: true}, "content/a.md")
}

// Nothing outside the folder is read, not even by way of links; what cannot be
// read is an error until it is gone, and then everything is looked at.
func TestMirrorStaysInside(t *testing.T) {
	s := newStage(t, "content/a.md", "content/b.md")
	outside := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(outside, []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	s.wants("the first look", at(), "content/a.md", "content/b.md")
	if err := os.Symlink(outside, s.path("content/link.md")); err != nil {
		t.Skip(err)
	}
	for _, c := range []change{at("content/link.md"), {all: true}} {
		if _, err := s.look(c); err == nil {
			t.Error("a link out of the folder is followed")
		}
	}
	if f, err := s.Read("content/link.md"); err == nil {
		t.Errorf("it is held: %s", f.Data)
	}
	s.write("content/b.md", "changed meanwhile")
	if err := os.Remove(s.path("content/link.md")); err != nil {
		t.Fatal(err)
	}
	s.wants("mended, by news of another file", at("content/a.md"), "content/b.md")
	if err := os.Symlink(s.path("content"), s.path("static")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.look(change{all: true}); err == nil {
		list, _ := s.List("static")
		t.Errorf("a folder that is a link is read: %v", list)
	}
}

func TestIsOurs(t *testing.T) {
	for path, want := range map[string]bool{
		"content": true, "content/a.md": true, "layouts/base.html": true, "static/x/y.css": true, hostFile: true,
		"public/index.html": false, "contents/a.md": false, ".git/index": false, "content/.a.md.swp": false, "static/#x#": false,
		"": false, ".": false, "netlify.toml~": false,
	} {
		if got := isOurs(path); got != want {
			t.Errorf("isOurs(%q) is %t", path, got)
		}
	}
}
