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
