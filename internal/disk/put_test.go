package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// folderWith returns a folder with files, and a way to list what is in it.
func folderWith(t *testing.T, files map[string]string) (root *os.Root, list func() map[string]string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(p), 0o755), os.WriteFile(p, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root, func() map[string]string {
		now := map[string]string{}
		err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
			if err != nil || p == dir {
				return err
			}
			rel, _ := filepath.Rel(dir, p)
			data, _ := os.ReadFile(p)
			now[filepath.ToSlash(rel)] = string(data)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return now
	}
}

func TestPut(t *testing.T) {
	root, list := folderWith(t, map[string]string{"a.md": "a", "b.md": "b", "c/d.md": "d", ".a.md.new": "by one that was killed", ".a.md.was": "too"})
	err := Put(root, map[string][]byte{"a.md": []byte("A"), "b.md": nil, "c/e/f.md": []byte("F")}, nil)
	want := map[string]string{"a.md": "A", "c": "", "c/d.md": "d", "c/e": "", "c/e/f.md": "F"}
	if diff := cmp.Diff(want, list()); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// A file keeps its permissions, and a link leads where it led.
func TestPutKeeps(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("permissions and links are others there")
	}
	root, list := folderWith(t, map[string]string{"a.md": "a", "real/b.md": "b"})
	if err := errors.Join(root.Chmod("a.md", 0o640), root.Symlink("real/b.md", "b.md")); err != nil {
		t.Fatal(err)
	}
	if err := Put(root, map[string][]byte{"a.md": []byte("A"), "b.md": []byte("B")}, nil); err != nil {
		t.Fatal(err)
	}
	info, err := root.Stat("a.md")
	if err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("a.md has %v, %v", info.Mode(), err)
	}
	if to, err := root.Readlink("b.md"); err != nil || to != "real/b.md" {
		t.Errorf("b.md leads to %q, %v", to, err)
	}
	if now := list(); now["real/b.md"] != "B" {
		t.Errorf("%v", now)
	}
}

// What leads out of the folder is not followed, and then nothing has changed.
func TestPutStaysInside(t *testing.T) {
	root, list := folderWith(t, map[string]string{"a.md": "a"})
	for _, name := range []string{"../b.md", "link.md", "folder/b.md", "whole.md"} {
		_ = root.Symlink("../outside.md", "link.md")
		_ = root.Symlink("/outside.md", "whole.md")
		_ = root.Symlink("..", "folder")
		before := list()
		err := Put(root, map[string][]byte{"a.md": []byte("A"), "new/c.md": []byte("C"), name: []byte("B")}, nil)
		if diff := cmp.Diff(before, list()); err == nil || diff != "" {
			t.Errorf("%s: %v (-before +now):\n%s", name, err, diff)
		}
	}
}

// The disk refuses, and the way back too: the copies stay, and the error names them.
func TestPutRefused(t *testing.T) {
	root, list := folderWith(t, map[string]string{"a.md": "a", "b.md": "b"})
	defer func() { Before = nil }()
	renames := 0
	Before = func(op, _ string) error {
		if op == "rename" {
			if renames++; renames > 1 {
				return fs.ErrPermission
			}
		}
		return nil
	}
	err := Put(root, map[string][]byte{"a.md": []byte("A"), "b.md": []byte("B")}, nil)
	want := map[string]string{"a.md": "A", ".a.md.was": "a", "b.md": "b"}
	if diff := cmp.Diff(want, list()); err == nil || !strings.Contains(err.Error(), "a.md is kept in .a.md.was") || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
