package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"receipts/bench/archive"
)

// The floor writes every article, with its code highlighted.
func TestRun(t *testing.T) {
	site, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	a := archive.New(30, 1)
	for path, text := range a.Full() {
		name := filepath.Join(site, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
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
