package publish

import (
	"bytes"
	"compress/gzip"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
)

func TestCompress(t *testing.T) {
	long := strings.Repeat("Every figure shows its receipt. ", 100)
	routes := routesOf(map[string]string{
		"/": long, "/a/": long, "/feed.xml": long, "/data.json": long, "/static/style.0123.css": long, "/static/font.0123.woff2": long,
		"/short.txt": "no", "/taken.txt": long, "/taken.txt.br": "mine",
	})
	out := filepath.Join(t.TempDir(), "public")
	stats, err := Write(t.Context(), out, routes, Options{Compress: true})
	if err != nil {
		t.Fatal(err)
	}
	files := tree(t, out)
	want := []string{
		"a/index.html", "a/index.html.br", "a/index.html.gz", "data.json", "data.json.br", "data.json.gz",
		"feed.xml", "feed.xml.br", "feed.xml.gz", "index.html", "index.html.br", "index.html.gz", "short.txt",
		"static/font.0123.woff2", "static/style.0123.css", "static/style.0123.css.br", "static/style.0123.css.gz",
		"taken.txt", "taken.txt.br", "taken.txt.gz",
	}
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(files))); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	var size int64
	for name, text := range files {
		size += int64(len(text))
		whole, ext := strings.TrimSuffix(name, filepath.Ext(name)), filepath.Ext(name)
		if name == "taken.txt.br" || ext != ".br" && ext != ".gz" {
			continue
		}
		var r io.Reader = brotli.NewReader(strings.NewReader(text))
		if ext == ".gz" {
			z, err := gzip.NewReader(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if !z.ModTime.Equal(time.Time{}) || z.Name != "" {
				t.Errorf("%s has a time or a name: %v %q", name, z.ModTime, z.Name)
			}
			r = z
		}
		got, err := io.ReadAll(r)
		if err != nil || string(got) != files[whole] {
			t.Errorf("%s does not hold %s: %v", name, whole, err)
		}
		if len(text) >= len(files[whole]) {
			t.Errorf("%s is no smaller than %s", name, whole)
		}
	}
	if stats.Files != len(files) || stats.Bytes != size || stats.Pages != 2 {
		t.Errorf("counted %+v of %d files with %d bytes", stats, len(files), size)
	}

	// The same again, by other hands, whose compressors were used before.
	again := filepath.Join(t.TempDir(), "public")
	if _, err := Write(t.Context(), again, routes, Options{Jobs: 1, Compress: true}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(files, tree(t, again)); diff != "" {
		t.Errorf("a second time (-first +second):\n%s", diff)
	}

	// No copy outlives its file, or a build without copies.
	if _, err := Write(t.Context(), out, routesOf(map[string]string{"/": long}), Options{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]string{"index.html": long}, tree(t, out)); diff != "" {
		t.Errorf("without copies (-want +got):\n%s", diff)
	}
}

// BenchmarkCompress is what the copies of a page cost.
func BenchmarkCompress(b *testing.B) {
	page, err := os.ReadFile("../../content/guide/the-site-file.md")
	if err != nil {
		b.Fatal(err)
	}
	page = bytes.Repeat(page, 2)
	routes := routesOf(map[string]string{"/": string(page)})
	c := newCompressor(routes)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if err := c.each(routes[0], page, func(string, []byte) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
