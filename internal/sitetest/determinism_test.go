package sitetest

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"receipts"
	"receipts/internal/browsertest"
	"receipts/internal/build"
)

// digestOf names a variable that makes this test binary print the digest of
// the site in that folder, and nothing else.
const digestOf = "RECEIPTS_TEST_DIGEST_OF"

func TestMain(m *testing.M) {
	if dir := os.Getenv(digestOf); dir != "" {
		sum, err := digest(os.DirFS(dir))
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Print(sum)
		return
	}
	os.Exit(browsertest.Run(m))
}

// digest is one hash over the paths and bytes of all routes.
func digest(fsys fs.FS) (string, error) {
	s, err := buildFrom(fsys, receipts.Defaults, build.Options{})
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, r := range s.Routes {
		fmt.Fprintf(h, "%s %x\n", r.Path, sha256.Sum256(s.files[r.Path]))
	}
	return fmt.Sprintf("%d routes %x", len(s.Routes), h.Sum(nil)), nil
}

// A build in another process, folder, time zone and language, with other
// processors and other times of the files, gives the same bytes.
func TestSameBytesEverywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the site four times")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	whole, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	want, err := digest(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	copied := t.TempDir()
	copySite(t, copied, func(data []byte) []byte { return data })
	windows := t.TempDir()
	copySite(t, windows, func(data []byte) []byte {
		if bytes.IndexByte(data, 0) >= 0 { // as git tells what is no text
			return data
		}
		return bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	})
	for _, tt := range []struct {
		desc, dir, site string
		env             []string
	}{
		{"one processor", whole, ".", []string{"GOMAXPROCS=1", "TZ=UTC", "LANG=C"}},
		{"eight processors, elsewhere", os.TempDir(), whole, []string{"GOMAXPROCS=8", "TZ=Pacific/Kiritimati", "LANG=fr_FR.UTF-8", "LC_ALL=fr_FR.UTF-8"}},
		{"a copy with other times", copied, ".", []string{"GOMAXPROCS=2", "TZ=America/Los_Angeles", "LANG=tr_TR.UTF-8", "SOURCE_DATE_EPOCH=1", "NO_COLOR=1"}},
		{"a checkout with CR LF", windows, ".", nil},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			t.Parallel()
			cmd := exec.CommandContext(t.Context(), self)
			cmd.Dir = tt.dir
			// Nothing else of the environment is passed on.
			cmd.Env = append(slices.Clone(tt.env), digestOf+"="+tt.site)
			if system := os.Getenv("SystemRoot"); system != "" {
				cmd.Env = append(cmd.Env, "SystemRoot="+system)
			}
			var fault strings.Builder
			cmd.Stderr = &fault
			got, err := cmd.Output()
			if err != nil {
				t.Fatalf("%v\n%s", err, fault.String())
			}
			if string(got) != want {
				t.Errorf("the site is %s, here it is %s", got, want)
			}
		})
	}
}

// copySite copies what a site is made of, with the times of another day and the bytes
// that change makes of those of each file.
func copySite(t *testing.T, to string, change func([]byte) []byte) {
	t.Helper()
	fsys := os.DirFS(root)
	for _, folder := range []string{"content", "layouts", "static"} {
		err := fs.WalkDir(fsys, folder, func(p string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			target := filepath.Join(to, filepath.FromSlash(p))
			if d.IsDir() {
				return os.MkdirAll(target, 0o755)
			}
			data, err := fs.ReadFile(fsys, p)
			if err != nil {
				return err
			}
			if err := os.WriteFile(target, change(data), 0o600); err != nil {
				return err
			}
			at := time.Date(1999, 1, 1+len(p), 0, 0, 0, 0, time.UTC)
			return os.Chtimes(target, at, at)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// A second build by the same Builder, and writing the routes in reverse order, give
// the same bytes.
func TestSameBytesAgain(t *testing.T) {
	s := site(t)
	b := build.New(os.DirFS(root), receipts.Defaults, build.Options{})
	for range 2 {
		res, err := b.Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if len(res.Routes) != len(s.Routes) {
			t.Fatalf("%d routes, want %d", len(res.Routes), len(s.Routes))
		}
		for _, r := range slices.Backward(res.Routes) {
			var out strings.Builder
			if err := r.Write(&out); err != nil {
				t.Fatal(err)
			}
			if out.String() != string(s.files[r.Path]) {
				t.Errorf("%s is not the same again", r.Path)
			}
		}
	}
}
