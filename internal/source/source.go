// Package source reads files: sorted lists of what is in a folder, and the bytes
// of one file. A [Tree] is where they come from; a [Layered] tree is a site's own
// files over the built-in ones.
//
// The package knows nothing of what the files mean, and follows no link out of
// the file system it is given.
package source

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// A File is a path, slash-separated below the root, and its bytes.
type File struct {
	Path string
	Data []byte
}

// A NotFile is the error for a path that cannot be read as a file: a named pipe,
// which could block for ever, a link that leads out of the site or nowhere, a name
// that is not UTF-8, which a [fs.FS] cannot open.
type NotFile struct{ Path, What string }

func (e *NotFile) Error() string { return e.Path + " is " + e.What }

// List returns the paths of all files below folder, sorted. A missing folder has
// no files. Files that editors and systems leave behind (hidden files, backups,
// swap files) are left out. What is no regular file is listed, and reading it is
// an error of type [NotFile].
func List(fsys fs.FS, folder string) ([]string, error) {
	var paths []string
	err := Walk(fsys, folder, func(p string) error {
		paths = append(paths, p)
		return nil
	})
	slices.Sort(paths)
	return paths, err
}

// Walk calls f with every path that List lists, in no order to rely on.
func Walk(fsys fs.FS, folder string, f func(path string) error) error {
	return fs.WalkDir(fsys, folder, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && p == folder && errors.Is(err, fs.ErrNotExist):
			return fs.SkipAll
		case err != nil && p == folder && isLink(fsys, p):
			return f(p)
		case err != nil:
			return err
		case p != folder && leftBehind(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !utf8.ValidString(d.Name()): // fs.FS has no way to what is in such a folder
			if err := f(p); err != nil || !d.IsDir() {
				return err
			}
			return fs.SkipDir
		case d.IsDir():
			return nil
		}
		return f(p)
	})
}

// Stat describes the file at p. For what is no regular file, the error is a
// [NotFile].
func Stat(fsys fs.FS, p string) (fs.FileInfo, error) {
	if !utf8.ValidString(p) {
		return nil, &NotFile{p, "a name that is not UTF-8"}
	}
	info, err := fs.Stat(fsys, p)
	switch {
	case err != nil:
		if isLink(fsys, p) {
			return nil, &NotFile{p, "a link that leads nowhere, or out of the site"}
		}
		if top, _, below := strings.Cut(p, "/"); below && isLink(fsys, top) { // which is listed itself
			return nil, &fs.PathError{Op: "stat", Path: p, Err: fs.ErrNotExist}
		}
		return nil, err
	case info.IsDir():
		return nil, &NotFile{p, "a folder, or a link to one"}
	case !info.Mode().IsRegular():
		return nil, &NotFile{p, "no regular file"}
	}
	return info, nil
}

func isLink(fsys fs.FS, p string) bool {
	info, err := fs.Lstat(fsys, p)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// textTypes are the endings, or names without one, of the files in whose bytes a line
// may end in CR LF without its meaning anything: a checkout of git on Windows has them
// so. Tables of data are not among them; RFC 4180 ends their lines so.
var textTypes = []string{".md", ".yaml", ".html", ".css", ".js", ".mjs", ".svg", ".txt", ".xml", ".json", ".webmanifest", "_headers", "_redirects"}

// IsText reports whether the file at path p is one whose lines may end in either way.
func IsText(p string) bool { return slices.Contains(textTypes, cmp.Or(path.Ext(p), path.Base(p))) }

// Read returns one file. The lines of a text end in LF, however they end on disk, so
// that the same content makes the same site on every machine.
func Read(fsys fs.FS, p string) (File, error) {
	if _, err := Stat(fsys, p); err != nil {
		return File{Path: p}, err
	}
	data, err := fs.ReadFile(fsys, p)
	if IsText(p) && bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	}
	return File{Path: p, Data: data}, err
}

// leftBehind reports whether a name is one that editors and systems leave
// behind: .hidden, #emacs#, vim's 4913, backup~ and the like.
func leftBehind(name string) bool {
	switch {
	case slices.Contains(forHosts, name):
		return false
	case strings.HasPrefix(name, "."), strings.HasSuffix(name, "~"),
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"),
		strings.Contains(name, "___jb_"), // tmp___, old___ and bak___: JetBrains, while it saves
		name == "4913", name == "Thumbs.db":
		return true
	}
	switch path.Ext(name) {
	case ".swp", ".swo", ".tmp", ".bak", ".orig":
		return true
	}
	return false
}

// forHosts are hidden names that a site is published with: the addresses of a
// whole site (RFC 8615), and settings of GitHub Pages and of Apache.
var forHosts = []string{".well-known", ".nojekyll", ".htaccess"}

// LeftBehind reports whether [List] leaves out the file at path p, because of its
// name or the name of a folder that it is in.
func LeftBehind(p string) bool {
	for name := range strings.SplitSeq(p, "/") {
		if leftBehind(name) {
			return true
		}
	}
	return false
}

// A Tree is where a site's files come from: a file system, or a copy of one in
// memory.
type Tree interface {
	List(folder string) ([]string, error) // as [List] does
	Read(path string) (File, error)       // as [Read] does; fs.ErrNotExist if there is none
}

// FS returns a file system as a tree; nil if fsys is nil.
func FS(fsys fs.FS) Tree {
	if fsys == nil {
		return nil
	}
	return tree{fsys}
}

type tree struct{ fs.FS }

func (t tree) List(folder string) ([]string, error) { return List(t.FS, folder) }
func (t tree) Read(p string) (File, error)          { return Read(t.FS, p) }

// Layered is a tree in which Own lies over Default: a file in both is Own's.
// Either may be nil.
type Layered struct{ Own, Default Tree }

// List returns the sorted paths of both layers, each once.
func (l Layered) List(folder string) ([]string, error) {
	var all []string
	for _, layer := range []Tree{l.Own, l.Default} {
		if layer == nil {
			continue
		}
		paths, err := layer.List(folder)
		if err != nil {
			return nil, err
		}
		all = append(all, paths...)
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

// Read returns a file from the upper layer that has it.
func (l Layered) Read(p string) (File, error) {
	if l.Own != nil {
		f, err := l.Own.Read(p)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
	}
	if l.Default == nil {
		return File{}, fmt.Errorf("read %s: %w", p, fs.ErrNotExist)
	}
	return l.Default.Read(p)
}
