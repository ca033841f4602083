package main

import (
	"bytes"
	"encoding/hex"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/cache"
	"receipts/internal/edits"
	"receipts/internal/fixture"
	"receipts/internal/render"
)

// put makes the files of a folder those of a site, and no others.
func put(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		name = filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(folder, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
}

var took = regexp.MustCompile(`in [0-9.]+ m?s`)

// published runs a build and returns its exit status, what it said, and the files
// it wrote.
func published(t *testing.T, args ...string) (status int, said string, site map[string]string) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "out")
	var stdout, stderr bytes.Buffer
	status = run(t.Context(), append(args, "-out", out), &stdout, &stderr)
	site = map[string]string{}
	err := filepath.WalkDir(out, func(p string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		site[strings.TrimPrefix(p, out)] = string(data)
		return err
	})
	if err != nil && status == 0 {
		t.Fatal(err)
	}
	return status, took.ReplaceAllString(stdout.String(), "in TIME") + stderr.String(), site
}

// After any edit, and after going back to what was there before, a build with a
// cache says and writes what one without it does.
func TestCacheChangesNothing(t *testing.T) {
	ed, err := edits.New(5, fixture.Small(), receipts.Defaults)
	if err != nil {
		t.Fatal(err)
	}
	root, kept := filepath.Join(t.TempDir(), "root"), filepath.Join(t.TempDir(), "kept")
	files := maps.Clone(ed.Original)
	steps := 24
	if testing.Short() {
		steps = 6
	}
	var history []string
	for step := range steps {
		if step%3 == 2 {
			files = maps.Clone(ed.Original)
			history = append(history, "all as it was")
		} else {
			history = append(history, ed.Edit(files))
		}
		put(t, root, files)
		args := []string{"build", "-root", root}
		if step%4 == 3 {
			args = append(args, "-lint")
		}
		if step%8 == 5 {
			args = append(args, "-compress")
		}
		wantStatus, wantSaid, want := published(t, args...)
		gotStatus, gotSaid, got := published(t, append(args, "-cache", kept)...)
		if diff := cmp.Diff(want, got); diff != "" || wantStatus != gotStatus || wantSaid != gotSaid {
			t.Fatalf("with a cache: status %d, want %d; it says\n%s\nwant\n%s\nfiles (-want +got):\n%s\nafter\n%s",
				gotStatus, wantStatus, gotSaid, wantSaid, diff, strings.Join(history, "\n"))
		}
	}
}

// entry is the only file of a folder.
func entry(t *testing.T, folder string) string {
	t.Helper()
	list, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	return list[0]
}

// What is kept is what is published, as long as nothing the site depends on has
// changed and nothing has become of it.
func TestCacheIsUsed(t *testing.T) {
	root, folder := filepath.Join(t.TempDir(), "root"), filepath.Join(t.TempDir(), "kept")
	files := fixture.Small()
	put(t, root, files)
	_, _, want := published(t, "build", "-root", root, "-cache", folder)
	name := entry(t, folder)

	// Another site under the same key shows whether it is asked for.
	id, err := hex.DecodeString(strings.TrimSuffix(filepath.Base(name), ".site"))
	if err != nil {
		t.Fatal(err)
	}
	record := cache.Folder(folder).Record(cache.Key(id))
	record.Note("/", []byte("kept"))
	if err := record.Keep(nil); err != nil {
		t.Fatal(err)
	}
	if _, _, got := published(t, "build", "-root", root, "-cache", folder); got["/index.html"] != "kept" {
		t.Error("what is kept is not published")
	}
	for _, flag := range [][]string{{"-drafts"}, {"-lint"}, {"-base-url", "https://other.example"}, {"-since", root}, {"-compress"}} {
		if _, _, got := published(t, append([]string{"build", "-root", root, "-cache", folder}, flag...)...); got["/index.html"] == "kept" {
			t.Errorf("what is kept is published in spite of %v", flag)
		}
		if _, _, got := published(t, "build", "-root", root, "-cache", folder); got["/index.html"] != "kept" {
			t.Errorf("what is of use all the time is gone after %v", flag)
		}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data[0] ^= 1
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, got := published(t, "build", "-root", root, "-cache", folder); !cmp.Equal(want, got) {
		t.Error("a damaged entry has changed the site")
	}
	if _, _, got := published(t, "build", "-root", root, "-cache", folder); !cmp.Equal(want, got) {
		t.Error("a damaged entry was not replaced by a good one")
	}
}

// The compressed copies of a site are kept with it: nothing compresses what is
// published from a cache.
func TestCacheKeepsCopies(t *testing.T) {
	root, folder := filepath.Join(t.TempDir(), "root"), filepath.Join(t.TempDir(), "kept")
	put(t, root, fixture.Small())
	_, _, want := published(t, "build", "-root", root, "-compress")
	if want["/index.html.br"] == "" || want["/index.html.gz"] == "" {
		t.Fatal("there are no copies")
	}
	for _, run := range []string{"made", "kept"} {
		_, _, got := published(t, "build", "-root", root, "-compress", "-cache", folder)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("a site that was %s (-without a cache +with one):\n%s", run, diff)
		}
	}
	id, err := hex.DecodeString(strings.TrimSuffix(filepath.Base(entry(t, folder)), ".site"))
	if err != nil {
		t.Fatal(err)
	}
	site, ok := cache.Folder(folder).Find(cache.Key(id))
	if !ok {
		t.Fatal("the site was not kept")
	}
	defer site.Close()
	if !slices.ContainsFunc(site.Routes, func(r render.Route) bool { return r.Path == "/index.html.br" }) {
		t.Error("its copies were not")
	}
}
