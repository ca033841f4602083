package preview

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/source"
)

// A stage is a folder with its mirror, and a clock that the test moves.
type stage struct {
	disk
	now time.Time
	*mirror
}

func newStage(t *testing.T, files ...string) *stage {
	t.Helper()
	s := &stage{disk: disk{t, t.TempDir()}, now: time.Now().Add(time.Hour)}
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

func (s *stage) wants(desc string, c change, want ...string) {
	s.t.Helper()
	got := s.refresh(c)
	if len(got) == 0 {
		got = nil
	}
	if diff := cmp.Diff(want, got); diff != "" {
		s.t.Errorf("%s: changed (-want +got):\n%s", desc, diff)
	}
}

// A path that is said to have changed counts only if its bytes have.
func TestMirrorLooks(t *testing.T) {
	s := newStage(t, "content/a.md", "content/b/c.md", "other/d.md")
	s.wants("the first look is at everything", at(), "content/a.md", "content/b/c.md")
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

// A file that was written twice within a step of the file system's clock may have
// the same size and time: as long as its time is recent, its bytes are compared.
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

// Nothing outside the folder is read, not even by way of links: such a link counts
// as a file that cannot be read.
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
	s.wants("a link", at("content/link.md"), "content/link.md")
	s.wants("the same link", change{all: true})
	var notFile *source.NotFile
	if f, err := s.Read("content/link.md"); !errors.As(err, &notFile) || f.Data != nil {
		t.Errorf("a link out of the folder is read: %s, %v", f.Data, err)
	}
	if err := os.Remove(s.path("content/link.md")); err != nil {
		t.Fatal(err)
	}
	s.wants("gone", at("content/link.md"), "content/link.md")
	if err := os.Symlink(filepath.Dir(outside), s.path("static")); err != nil {
		t.Fatal(err)
	}
	s.refresh(change{all: true})
	if list, err := s.List("static"); err == nil && len(list) > 0 {
		t.Errorf("a folder outside is read: %v", list)
	}
}

// For what cannot be read, the mirror has the error that a fresh build would meet,
// until it can be read again, whatever else changes meanwhile.
func TestMirrorDenied(t *testing.T) {
	s := newStage(t, "content/a.md", "content/b/c.md", "content/d.md")
	root := &denied{FS: s.root}
	s.root = root
	s.wants("the first look", at(), "content/a.md", "content/b/c.md", "content/d.md")
	fails := func(p string, want bool) {
		t.Helper()
		_, err := s.Read(p)
		if _, fresh := source.Read(root, p); said(err) != said(fresh) || (err != nil) != want {
			t.Errorf("reading %s fails with %v, a fresh read with %v", p, err, fresh)
		}
	}
	root.deny("content/a.md")
	s.wants("a file that cannot be read", at("content/a.md"), "content/a.md")
	fails("content/a.md", true)
	s.write("content/d.md", "changed meanwhile")
	s.wants("news of another file", at("content/d.md"), "content/d.md")
	fails("content/a.md", true)
	s.wants("looked at again", change{all: true})
	fails("content/a.md", true)
	root.deny("")
	s.wants("mended, and nobody said so", change{all: true}, "content/a.md")
	fails("content/a.md", false)

	root.deny("content/b")
	s.wants("a folder that cannot be listed", at("content/b"), "content")
	_, err := s.List("content")
	if _, fresh := source.List(root, "content"); err == nil || said(err) != said(fresh) {
		t.Errorf("listing fails with %v, fresh with %v", err, fresh)
	}
	s.write("content/b/c.md", "changed meanwhile")
	root.deny("")
	s.wants("mended, by news of another file", at("content/a.md"), "content", "content/b/c.md")
	if _, err := s.List("content"); err != nil {
		t.Error(err)
	}
}

func TestIsOurs(t *testing.T) {
	for path, want := range map[string]bool{
		"content": true, "content/a.md": true, "layouts/base.html": true, "static/x/y.css": true,
		"public/index.html": false, "contents/a.md": false, ".git/index": false, "content/.a.md.swp": false, "static/#x#": false,
		"": false, ".": false, "netlify.toml": false,
	} {
		if got := isOurs(path); got != want {
			t.Errorf("isOurs(%q) is %t", path, got)
		}
	}
}
