//go:build unix

package source

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A real file system has pipes and links, too: none may make a build wait for ever
// or lead it out of its folder.
func TestListOnDisk(t *testing.T) {
	link := func(to, name string) func(string) error {
		return func(dir string) error { return os.Symlink(to, filepath.Join(dir, name)) }
	}
	for _, tt := range []struct {
		desc string
		make func(dir string) error
		want []string // what can be read
		odd  string   // what is listed and cannot
	}{
		{desc: "files", make: func(string) error { return nil }, want: []string{"content/a.md"}},
		{
			desc: "a named pipe", want: []string{"content/a.md"}, odd: "content/pipe.md is no regular file",
			make: func(dir string) error { return syscall.Mkfifo(filepath.Join(dir, "content/pipe.md"), 0o644) },
		},
		{
			desc: "a hidden named pipe", want: []string{"content/a.md"},
			make: func(dir string) error { return syscall.Mkfifo(filepath.Join(dir, "content/.pipe"), 0o644) },
		},
		{desc: "a link to a file", make: link("a.md", "content/b.md"), want: []string{"content/a.md", "content/b.md"}},
		{desc: "a link to a folder", make: link(".", "content/loop"), want: []string{"content/a.md"}, odd: "content/loop is a folder, or a link to one"},
		{desc: "a link to itself", make: link("b.md", "content/b.md"), want: []string{"content/a.md"}, odd: "content/b.md is a link that leads nowhere, or out of the site"},
		{desc: "a link to nothing", make: link("gone.md", "content/b.md"), want: []string{"content/a.md"}, odd: "content/b.md is a link that leads nowhere, or out of the site"},
		{desc: "a link that an editor left", make: link("ada@host.123", "content/.#a.md"), want: []string{"content/a.md"}},
		{
			desc: "a name that is not UTF-8", want: []string{"content/a.md"}, odd: "content/caf\xe9.md is a name that is not UTF-8",
			make: func(dir string) error { return os.WriteFile(filepath.Join(dir, "content/caf\xe9.md"), nil, 0o644) },
		},
		{
			desc: "a folder's that is not", want: []string{"content/a.md"}, odd: "content/\xff is a name that is not UTF-8",
			make: func(dir string) error { return os.Mkdir(filepath.Join(dir, "content/\xff"), 0o755) },
		},
		{desc: "a device", make: link("/dev/zero", "content/zero.md"), want: []string{"content/a.md"}, odd: "content/zero.md is a link that leads nowhere, or out of the site"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.Mkdir(filepath.Join(dir, "content"), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "content/a.md"), []byte("a"), 0o644); err != nil {
				t.Fatal(err)
			}
			if err := tt.make(dir); err != nil {
				t.Skip(err)
			}
			root, err := os.OpenRoot(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			// Were the pipe opened, it would wait for a program that writes.
			writer := time.AfterFunc(3*time.Second, func() {
				if f, err := os.OpenFile(filepath.Join(dir, "content/pipe.md"), os.O_WRONLY|syscall.O_NONBLOCK, 0); err == nil {
					f.Close()
				}
			})
			defer writer.Stop()
			list, err := List(root.FS(), "content")
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			odd := ""
			for _, p := range list {
				var notFile *NotFile
				if _, err := Read(root.FS(), p); errors.As(err, &notFile) {
					odd = notFile.Error()
				} else if err != nil {
					t.Error(err)
				} else {
					got = append(got, p)
				}
			}
			if odd != tt.odd {
				t.Errorf("no file is %q, want %q", odd, tt.odd)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("read (-want +got):\n%s", diff)
			}
		})
	}
}

// A file that leads out of the root is not read.
func TestReadStaysInside(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(secret, filepath.Join(dir, "a.md")); err != nil {
		t.Skip(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if f, err := Read(root.FS(), "a.md"); err == nil {
		t.Errorf("reads %q from outside", f.Data)
	}
}
