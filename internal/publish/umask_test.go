//go:build unix

package publish

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The umask says who may read a site, and so for all of it.
func TestUmask(t *testing.T) {
	for _, tt := range []struct {
		umask        int
		folder, file string
	}{
		{0o022, "drwxr-xr-x", "-rw-r--r--"}, // a web server reads it
		{0o002, "drwxrwxr-x", "-rw-rw-r--"}, // all of a newsroom build it
		{0o077, "drwx------", "-rw-------"},
	} {
		t.Run(fmt.Sprintf("%03o", tt.umask), func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			defer syscall.Umask(syscall.Umask(tt.umask))
			write(t, out, version(1))
			want := map[string]string{
				".": tt.folder, "a": tt.folder, "index.html": tt.file, markerName: tt.file,
			}
			got := map[string]string{}
			for name := range want {
				info, err := os.Stat(filepath.Join(out, name))
				if err != nil {
					t.Fatal(err)
				}
				got[name] = info.Mode().String()
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("modes (-want +got):\n%s", diff)
			}
		})
	}
}

// A file of the site before serves again if it is the same in all, its mode too.
func TestLinked(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	defer syscall.Umask(syscall.Umask(0o022))
	write(t, out, routesOf(map[string]string{"/same/": "1", "/other/": "1", "/longer/": "1", "/mode/": "1"}))
	files := []string{"same", "other", "longer", "mode"}
	stat := func(name string) os.FileInfo {
		info, err := os.Lstat(filepath.Join(out, name, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	if err := os.Chmod(filepath.Join(out, "mode", "index.html"), 0o600); err != nil {
		t.Fatal(err)
	}
	before := map[string]os.FileInfo{}
	for _, name := range files {
		before[name] = stat(name)
	}
	again := map[string]string{"/same/": "1", "/other/": "2", "/longer/": "11", "/mode/": "1"}
	write(t, out, routesOf(again))
	for _, name := range files {
		if got, want := os.SameFile(before[name], stat(name)), name == "same"; got != want {
			t.Errorf("%s: the file of the site before: %v, want %v", name, got, want)
		}
		if mode := stat(name).Mode(); mode != 0o644 {
			t.Errorf("%s has mode %v", name, mode)
		}
	}
}
