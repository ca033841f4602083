package preview

import (
	"io/fs"
	"strings"
	"sync"
)

// denied is a file system in which one path, and what lies below it, cannot be
// read, as if by its permissions: root ignores those of a real disk.
type denied struct {
	fs.FS
	mu   sync.Mutex
	path string
}

func (d *denied) deny(path string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.path = path
}

func (d *denied) refuses(name string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.path != "" && (name == d.path || strings.HasPrefix(name, d.path+"/"))
}

func (d *denied) Open(name string) (fs.File, error) {
	if d.refuses(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return d.FS.Open(name)
}

// Stat and Lstat look at a name in its folder, which may be readable.
func (d *denied) Stat(name string) (fs.FileInfo, error) {
	if d.refuses(name) && name != d.path {
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrPermission}
	}
	info, err := fs.Stat(d.FS, name)
	if err == nil && d.refuses(name) {
		return without{info}, nil
	}
	return info, err
}

// without describes a file without its permissions.
type without struct{ fs.FileInfo }

func (w without) Mode() fs.FileMode { return w.FileInfo.Mode() &^ fs.ModePerm }

func (d *denied) Lstat(name string) (fs.FileInfo, error) {
	if d.refuses(name) && name != d.path {
		return nil, &fs.PathError{Op: "lstat", Path: name, Err: fs.ErrPermission}
	}
	return fs.Lstat(d.FS, name)
}

func (d *denied) ReadLink(name string) (string, error) { return fs.ReadLink(d.FS, name) }
