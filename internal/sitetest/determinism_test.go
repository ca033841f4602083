package sitetest

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"receipts"
	"receipts/internal/browsertest"
	"receipts/internal/build"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

// The program writes the same bytes wherever it runs: in another folder, with
// another clock, language, umask and number of processors, from files that were made
// in another order, at other times, and as a checkout on Windows has them.
func TestSameBytesEverywhere(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the site twice")
	}
	program := filepath.Join(t.TempDir(), "build.exe")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-trimpath", "-o", program, "receipts/cmd/build").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	here, there := t.TempDir(), t.TempDir()
	run(t, root, "022", []string{"TZ=UTC", "LANG=C.UTF-8"}, program, "-compress", "-out", here)

	copied := filepath.Join(t.TempDir(), "une copie")
	copySite(t, copied)
	run(t, t.TempDir(), "077", []string{
		"TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=1", "SOURCE_DATE_EPOCH=1", "NO_COLOR=1",
	}, program, "-compress", "-out", there, "-j", "7", "-root", copied)

	if diff := firstDifference(filesIn(t, here), filesIn(t, there)); diff != "" {
		t.Error(diff)
	}
}

// run runs a program in a folder with a umask and an environment that has nothing
// else in it.
func run(t *testing.T, dir, umask string, env []string, program string, args ...string) {
	t.Helper()
	if runtime.GOOS != "windows" {
		program, args = "/bin/sh", append([]string{"-c", "umask " + umask + ` && exec "$0" "$@"`, program}, args...)
	}
	cmd := exec.CommandContext(t.Context(), program, args...)
	cmd.Dir, cmd.Env = dir, env
	if system := os.Getenv("SystemRoot"); system != "" {
		cmd.Env = append(cmd.Env, "SystemRoot="+system)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// copySite copies what a site is made of: the last file first, with the time of
// another day, for its owner alone, and with lines that end in CR LF.
func copySite(t *testing.T, to string) {
	t.Helper()
	fsys := os.DirFS(root)
	var names []string
	for _, folder := range []string{"content", "layouts", "static"} {
		err := fs.WalkDir(fsys, folder, func(p string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				names = append(names, p)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, name := range slices.Backward(names) {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.IndexByte(data, 0) < 0 { // as git tells what is text
			data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
		}
		target := filepath.Join(to, filepath.FromSlash(name))
		at := time.Date(1999, 1, 1+i, 0, 0, 0, 0, time.UTC)
		err = cmp.Or(os.MkdirAll(filepath.Dir(target), 0o700), os.WriteFile(target, data, 0o600), os.Chtimes(target, at, at))
		if err != nil {
			t.Fatal(err)
		}
	}
}

// filesIn returns all files below dir.
func filesIn(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, p)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(p)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// firstDifference tells the first line in which two sites differ, and how many of
// their files do; "" if none does.
func firstDifference(a, b map[string][]byte) string {
	names := maps.Clone(a)
	maps.Copy(names, b)
	var first string
	n := 0
	for _, name := range slices.Sorted(maps.Keys(names)) {
		one, inOne := a[name]
		two, inTwo := b[name]
		if inOne == inTwo && bytes.Equal(one, two) {
			continue
		}
		n++
		switch {
		case first != "":
		case inOne != inTwo:
			first = name + " is in one of the two only"
		default:
			lines, others := strings.Split(string(one), "\n"), strings.Split(string(two), "\n")
			i := 0
			for i < min(len(lines), len(others))-1 && lines[i] == others[i] {
				i++
			}
			first = fmt.Sprintf("%s, line %d:\n%.200q\n%.200q", name, i+1, lines[i], others[i])
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%d of %d files differ; the first is %s", n, len(names), first)
}

// A stamp stands in the footer of each page, and nowhere else.
func TestStampIsInFooters(t *testing.T) {
	const stamp = "deadbeef1234"
	stamped, err := buildSite(build.Options{Stamp: stamp})
	if err != nil {
		t.Fatal(err)
	}
	files := stamped.files
	for _, p := range stamped.pages {
		begin := bytes.LastIndex(p.source, []byte("<footer"))
		at := bytes.LastIndex(p.source, []byte(stamp))
		if begin < 0 || at < begin {
			t.Errorf("%s has no stamp in its footer", p.path)
		}
		before, after, _ := bytes.Cut(p.source, []byte(` <span class="sep">·</span> `+map[string]string{"en": "Revision ", "fr": "Révision "}[p.lang]+stamp))
		files[p.path] = slices.Concat(before, after)
	}
	if diff := firstDifference(site(t).files, files); diff != "" {
		t.Error("but for the stamp, ", diff)
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
