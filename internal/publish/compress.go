package publish

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"

	"receipts/internal/render"
)

// A host that serves compressed files as they are saves itself the work for
// every reader. It finds them beside the files: page.html.br, page.html.gz. The
// copies hold no time and no name, so that they depend on the file alone.

// compressible are the endings of files that get smaller. Fonts and pictures are
// compressed already.
var compressible = []string{".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"}

// Levels of Brotli. On pages, the best one makes copies smaller by a seventh than
// the usual one and takes 25 times as long, 50 ms for each: it is for the few
// files that all pages share.
const (
	usualBrotli = 6
	bestBrotli  = brotli.BestCompression
)

// A compressor writes the copies of files. Several goroutines may use it.
type compressor struct {
	taken              map[string]bool // files of the site that are named like a copy
	gzip, usual, great sync.Pool
}

// writer is what both formats have in common.
type writer interface {
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
			panic(err) // the level is one that there is
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

// copies writes the compressed copies of a route whose file is at name, unless
// they would be no smaller, or the site has a file of that name itself. It
// returns how many there are and their bytes.
func (c *compressor) copies(name string, r render.Route, data []byte) (files int, size int64, err error) {
	if !slices.Contains(compressible, path.Ext(r.File())) {
		return 0, 0, nil
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
		w := form.pool.Get().(writer)
		w.Reset(&b)
		_, err := w.Write(data)
		if err := errors.Join(err, w.Close()); err != nil {
			return files, size, err
		}
		form.pool.Put(w)
		if b.Len() >= len(data) {
			continue
		}
		if err := writeNew(name+form.ending, b.Bytes()); err != nil {
			return files, size, err
		}
		files, size = files+1, size+int64(b.Len())
	}
	return files, size, nil
}

// writeNew writes a file that must not be there.
func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}
