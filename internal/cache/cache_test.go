package cache_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/cache"
	"receipts/internal/diag"
	"receipts/internal/render"
)

func key(n byte) cache.Key { return cache.Key{0: n, 31: 7} }

func record(folder string, k cache.Key, texts map[string]string) *cache.Recording {
	r := cache.Folder(folder).Record(k)
	for path, text := range texts {
		r.Note(path, []byte(text))
	}
	return r
}

// read calls all routes.
func read(list []render.Route) (map[string]string, error) {
	out := map[string]string{}
	for _, r := range list {
		var b bytes.Buffer
		if err := r.Write(&b); err != nil {
			return nil, err
		}
		out[r.Path] = b.String()
	}
	return out, nil
}

// store keeps a site and returns the file it is kept in.
func store(t *testing.T, folder string, k cache.Key, texts map[string]string, diags diag.List) string {
	t.Helper()
	if err := record(folder, k, texts).Keep(diags); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(folder, fmt.Sprintf("%x.site", k[:]))
}

var texts = map[string]string{"/": "home", "/a/": "", "/b/": string(bytes.Repeat([]byte("long "), 10_000)), "/feed.xml": "<feed/>"}

func TestFind(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "not", "yet", "there")
	if _, ok := cache.Folder(folder).Find(key(1)); ok {
		t.Error("something is found in no folder")
	}
	diags := diag.List{{Code: diag.UnverifiedQuote, Place: diag.Place{File: "content/a.md", Start: 1, End: 2}, Message: "m", Hint: "h", Related: []diag.Related{{Note: "n"}}}}
	store(t, folder, key(1), texts, diags)
	if _, ok := cache.Folder(folder).Find(key(2)); ok {
		t.Error("a site is found under another key")
	}
	site, ok := cache.Folder(folder).Find(key(1))
	if !ok {
		t.Fatal("the site is not found")
	}
	defer site.Close()
	if diff := cmp.Diff(diags, site.Diags); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
	got, err := read(site.Routes)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(texts, got); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

// Whatever becomes of an entry, its routes write what was kept or nothing.
func TestDamage(t *testing.T) {
	folder := t.TempDir()
	name := store(t, folder, key(1), texts, nil)
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	check := func(desc string, data []byte) {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
		site, ok := cache.Folder(folder).Find(key(1))
		if !ok {
			return
		}
		defer site.Close()
		for _, r := range site.Routes {
			var b bytes.Buffer
			switch err := r.Write(&b); {
			case errors.Is(err, cache.ErrDamaged) && b.Len() == 0:
			case err != nil:
				t.Errorf("%s: %s: %v", desc, r.Path, err)
			case b.String() != texts[r.Path]:
				t.Errorf("%s: %s is another file", desc, r.Path)
			}
		}
	}
	for cut := 0; cut < len(whole); cut += 1 + len(whole)/200 {
		check(fmt.Sprintf("cut at %d", cut), whole[:cut])
		flipped := bytes.Clone(whole)
		flipped[cut] ^= 1
		check(fmt.Sprintf("changed at %d", cut), flipped)
	}
	for i := len(whole) - 600; i < len(whole); i++ {
		flipped := bytes.Clone(whole)
		flipped[i] ^= 4
		check(fmt.Sprintf("changed at %d", i), flipped)
	}
	check("empty", nil)
	check("another file", []byte("a text of somebody else's, long enough to hold what stands at the end of an entry, and more than that, for the sake of it\n"))
	check("twice", append(bytes.Clone(whole), whole...))
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(name, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, ok := cache.Folder(folder).Find(key(1)); ok {
		t.Error("a folder is taken for an entry")
	}
}

func TestTidy(t *testing.T) {
	folder := t.TempDir()
	theirs := []string{"notes.txt", "1234.site", "12.site-news"}
	for _, name := range append(theirs, "77.site-new", "88.site-new") {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	old := time.Now().Add(-48 * time.Hour)
	if err := os.Chtimes(filepath.Join(folder, "77.site-new"), old, old); err != nil {
		t.Fatal(err)
	}
	for n := range byte(6) {
		name := store(t, folder, key(n), texts, nil)
		at := old.Add(time.Duration(n) * time.Minute)
		if err := os.Chtimes(name, at, at); err != nil {
			t.Fatal(err)
		}
	}
	// One that is of use again outlives a newer one.
	if site, ok := cache.Folder(folder).Find(key(2)); ok {
		if err := site.Used(time.Now()); err != nil {
			t.Error(err)
		}
		site.Close()
	}
	store(t, folder, key(6), texts, nil)
	for n := range byte(7) {
		site, ok := cache.Folder(folder).Find(key(n))
		if want := n == 2 || n >= 4; ok != want {
			t.Errorf("site %d is there: %t, want %t", n, ok, want)
		}
		if ok {
			site.Close()
		}
	}
	for _, name := range append(theirs, "88.site-new") {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "77.site-new")); err == nil {
		t.Error("what a killed build left behind stays for ever")
	}
}

// A recording that fails does so when the site is published, and no sooner.
func TestRecordNowhere(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	r := record(file, key(1), texts)
	if r.Keep(nil) == nil {
		t.Error("nobody is told that the site was not kept")
	}
	r.Drop()
}

func TestDrop(t *testing.T) {
	folder := t.TempDir()
	record(folder, key(1), texts).Drop()
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%v is left", left)
	}
}

// Builds that run at once keep whole sites.
func TestTogether(t *testing.T) {
	folder := t.TempDir()
	var wg sync.WaitGroup
	for n := range byte(8) {
		wg.Go(func() { store(t, folder, key(n%2), texts, nil) })
	}
	wg.Wait()
	for n := range byte(2) {
		site, ok := cache.Folder(folder).Find(key(n))
		if !ok {
			t.Fatal("no site")
		}
		if got, err := read(site.Routes); err != nil || !cmp.Equal(texts, got) {
			t.Errorf("%v, %v", got, err)
		}
		site.Close()
	}
}
