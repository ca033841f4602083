package main

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"receipts/bench/archive"
	"receipts/internal/fixture"
)

// The floor writes every article, with its code highlighted.
func TestRun(t *testing.T) {
	site, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	a := archive.New(30, 1)
	if err := os.CopyFS(site, fixture.FS(maps.Collect(a.Full()))); err != nil {
		t.Fatal(err)
	}
	if err := run(site, out); err != nil {
		t.Fatal(err)
	}
	highlighted := 0
	for _, slug := range a.Slugs {
		b, err := os.ReadFile(filepath.Join(out, "articles", slug, "index.html"))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(b), "<h2>") {
			t.Errorf("%s has no heading", slug)
		}
		if strings.Contains(string(b), `<pre class="chroma">`) {
			highlighted++
		}
	}
	if highlighted == 0 {
		t.Error("no code is highlighted")
	}
	if err := run(site, out); err == nil {
		t.Error("it wrote into a folder that was there")
	}
}
