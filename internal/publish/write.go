package publish

import (
	"bytes"
	"path/filepath"
	"sync"

	"receipts/internal/disk"
	"receipts/internal/render"
)

// A writer writes files into the staging folder and lists them. Several
// goroutines may use it.
type writer struct {
	staging string
	copies  *compressor // nil if there are to be none

	mu    sync.Mutex
	files []string
	size  int64
}

func newWriter(staging string, routes []render.Route, opt Options) *writer {
	w := &writer{staging: staging}
	if opt.Compress {
		w.copies = newCompressor(routes)
	}
	return w
}

// buffers are reused from file to file.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// route makes a file of r in one go, since most are small, and its copies.
func (w *writer) route(r render.Route) error {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	if err := r.Write(b); err != nil {
		return err
	}
	if err := w.file(r.File(), b.Bytes()); err != nil {
		return err
	}
	if w.copies == nil {
		return nil
	}
	return w.copies.each(r, b.Bytes(), func(ending string, data []byte) error {
		return w.file(r.File()+ending, data)
	})
}

// file writes a file that must not be there.
func (w *writer) file(name string, data []byte) error {
	if err := disk.Create(filepath.Join(w.staging, filepath.FromSlash(name)), data); err != nil {
		return err
	}
	w.mu.Lock()
	w.files, w.size = append(w.files, name), w.size+int64(len(data))
	w.mu.Unlock()
	return nil
}
