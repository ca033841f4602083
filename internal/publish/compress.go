package publish

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"

	"receipts/internal/render"
)

// Some hosts serve compressed copies that stand beside the files, page.html.br and
// page.html.gz, and need not compress for every reader. The copies contain no time
// and no name, so that they depend on the file alone.

// compressible are the extensions of files that get smaller. Fonts and pictures are
// compressed already.
var compressible = []string{
	".atom", ".css", ".csv", ".geojson", ".html", ".js", ".json", ".md", ".mjs", ".rss", ".svg", ".txt", ".wasm", ".webmanifest", ".xml",
}

// Levels of Brotli. On pages, the best one makes copies smaller by a seventh than
// the usual one and takes 25 times as long, 50 ms for each: it is for the few
// files that all pages share.
const (
	usualBrotli = 6
	bestBrotli  = brotli.BestCompression
)

// A compressor makes the copies of files. Several goroutines may use it.
type compressor struct {
	taken              map[string]bool // files of the site that are named like a copy
	gzip, usual, great sync.Pool
}

// A format is a writer of Brotli or gzip.
type format interface {
	io.WriteCloser
	Reset(io.Writer)
}

func newCompressor(routes []render.Route) *compressor {
	level := func(n int) func() any { return func() any { return brotli.NewWriterLevel(nil, n) } }
	c := &compressor{taken: map[string]bool{}}
	c.usual.New, c.great.New = level(usualBrotli), level(bestBrotli)
	c.gzip.New = func() any {
		w, err := gzip.NewWriterLevel(nil, gzip.BestCompression)
		if err != nil {
			panic(err) // the level is valid
		}
		return w
	}
	for _, r := range routes {
		if ext := path.Ext(r.Path); ext == ".br" || ext == ".gz" {
			c.taken[r.File()] = true
		}
	}
	return c
}

// each calls f with the ending and the bytes of each compressed copy of a route,
// unless it would be no smaller, or the site has a file of that name itself.
func (c *compressor) each(r render.Route, data []byte, f func(ending string, data []byte) error) error {
	if !slices.Contains(compressible, path.Ext(r.File())) {
		return nil
	}
	br := &c.usual
	if strings.HasPrefix(r.Path, "/static/") {
		br = &c.great
	}
	var b bytes.Buffer
	for _, form := range []struct {
		ending string
		pool   *sync.Pool
	}{{".br", br}, {".gz", &c.gzip}} {
		if c.taken[r.File()+form.ending] {
			continue
		}
		b.Reset()
		w := form.pool.Get().(format)
		w.Reset(&b)
		_, err := w.Write(data)
		if err := errors.Join(err, w.Close()); err != nil {
			return err
		}
		w.Reset(io.Discard) // so that the pool keeps no bytes alive
		form.pool.Put(w)
		if b.Len() >= len(data) {
			continue
		}
		if err := f(form.ending, b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}
