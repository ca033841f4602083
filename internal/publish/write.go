package publish

import (
	"bytes"
	"io/fs"
	"path/filepath"
	"sync"

	"receipts/internal/disk"
	"receipts/internal/render"
)

// A writer writes files into the staging folder and lists them. Several
// goroutines may use it.
type writer struct {
	staging string
	before  string      // the folder of the site before, if there is one
	mode    fs.FileMode // that files get now
	copies  *compressor // nil if there are to be none

	mu    sync.Mutex
	files []string
	size  int64
}

func newWriter(staging, out string, routes []render.Route, opt Options) (*writer, error) {
	marker, err := disk.Lstat(filepath.Join(staging, markerName))
	if err != nil {
		return nil, err
	}
	w := &writer{staging: staging, before: out, mode: marker.Mode()}
	if opt.Compress {
		w.copies = newCompressor(routes)
	}
	return w, nil
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

// file writes a file that must not be there, or makes a link to that of the site
// before if it is the same.
func (w *writer) file(name string, data []byte) error {
	if !w.isLinked(name, data) {
		if err := disk.Create(filepath.Join(w.staging, filepath.FromSlash(name)), data); err != nil {
			return err
		}
	}
	w.mu.Lock()
	w.files, w.size = append(w.files, name), w.size+int64(len(data))
	w.mu.Unlock()
	return nil
}

// isLinked reports whether name is now a link to the file of the site before. That has
// the same bytes, and the mode that the umask gives now.
func (w *writer) isLinked(name string, data []byte) bool {
	name = filepath.FromSlash(name)
	old := filepath.Join(w.before, name)
	info, err := disk.Lstat(old)
	if err != nil || info.Mode() != w.mode || info.Size() != int64(len(data)) {
		return false
	}
	was, err := disk.ReadFile(old)
	return err == nil && bytes.Equal(was, data) && disk.Link(old, filepath.Join(w.staging, name)) == nil
}
