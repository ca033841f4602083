package preview

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"receipts/internal/source"
)

// The files as they are on disk, held in memory. What a watcher says only
// decides where to look first; what counts is what is found there. A file is
// read again where its size or time differs, or where its time is too young to
// tell two writes apart, and it has changed if its bytes have.

// folders are what a site is made of, and hostFile says how it is published.
var folders = []string{"content", "layouts", "static"}

const hostFile = "netlify.toml"

// isOurs reports whether a path is one that a site may be made of.
func isOurs(p string) bool {
	top, _, _ := strings.Cut(p, "/")
	return p == hostFile || slices.Contains(folders, top) && !source.LeftBehind(p)
}

// racy is how old a file has to be before its time alone says that it was not
// written again: file systems count in steps, the coarsest of two seconds.
const racy = 2 * time.Second

// A mirror is used by one goroutine at a time. The bytes that it has handed out
// never change. It is a [source.Tree] that fails as the disk does: a file or a
// folder that cannot be read is held as the error which a fresh build would
// meet, until a look finds it mended.
type mirror struct {
	root   fs.FS
	now    func() time.Time
	files  map[string]cachedFile
	lists  map[string][]string // sorted paths by folder, made when asked for
	faults map[string]error    // by folder: why its files cannot be listed
	blank  bool                // nothing was looked at yet
}

type cachedFile struct {
	data     []byte
	err      error // instead of data
	size     int64
	mode     fs.FileMode // tells of permissions taken away
	modified time.Time
	read     time.Time
}

func newMirror(root fs.FS, now func() time.Time) *mirror {
	return &mirror{root: root, now: now, files: map[string]cachedFile{}, lists: map[string][]string{}, faults: map[string]error{}, blank: true}
}

// List and Read make the mirror a [source.Tree].

func (m *mirror) List(folder string) ([]string, error) {
	if err := m.faults[folder]; err != nil {
		return nil, err
	}
	list, ok := m.lists[folder]
	if !ok {
		for p := range m.files {
			if strings.HasPrefix(p, folder+"/") {
				list = append(list, p)
			}
		}
		slices.Sort(list)
		m.lists[folder] = list
	}
	return list, nil
}

func (m *mirror) Read(p string) (source.File, error) {
	f, ok := m.files[p]
	if !ok {
		return source.File{}, &fs.PathError{Op: "read", Path: p, Err: fs.ErrNotExist}
	}
	return source.File{Path: p, Data: f.data}, f.err
}

// refresh brings the mirror up to date with what c names, and returns what has
// changed, sorted: files whose bytes have, or whether they can be read, and
// folders that can or cannot be listed any more.
func (m *mirror) refresh(c change) (changed []string) {
	if m.blank || c.all || len(m.faults) > 0 {
		m.blank = false
		changed = m.scan()
	} else {
		changed = m.refreshPaths(slices.Sorted(maps.Keys(c.paths)))
	}
	slices.Sort(changed)
	return slices.Compact(changed)
}

// refreshPaths looks at single paths. What a path was and what it is now decide:
//
//   - a file, or what an author means to be one: it is read;
//   - gone, and was a file: it is dropped;
//   - gone, and nothing below it is held: a file that came and went;
//   - anything else is a folder now or was one: everything is looked at.
func (m *mirror) refreshPaths(paths []string) (changed []string) {
	for _, p := range paths {
		if !isOurs(p) {
			continue
		}
		_, known := m.files[p]
		info, err := fs.Lstat(m.root, p)
		gone := errors.Is(err, fs.ErrNotExist)
		switch {
		case err == nil && !info.IsDir() && strings.Contains(p, "/") || p == hostFile && !gone:
			if m.reread(p) {
				changed = append(changed, p)
			}
		case gone && known:
			m.drop(p)
			changed = append(changed, p)
		case gone && !m.hasBelow(p):
		default:
			return append(changed, m.scan()...)
		}
	}
	return changed
}

func (m *mirror) hasBelow(folder string) bool {
	for p := range m.files {
		if strings.HasPrefix(p, folder+"/") {
			return true
		}
	}
	return false
}

// scan looks at every file.
func (m *mirror) scan() (changed []string) {
	seen := make(map[string]bool, len(m.files))
	see := func(p string) error {
		seen[p] = true
		if m.isAsRead(p) {
			return nil
		}
		if m.reread(p) {
			changed = append(changed, p)
		}
		return nil
	}
	for _, folder := range folders {
		err := source.Walk(m.root, folder, see)
		if was := m.faults[folder]; said(err) != said(was) {
			changed = append(changed, folder)
		}
		delete(m.faults, folder)
		if err != nil {
			m.faults[folder] = err
		}
	}
	if _, err := fs.Stat(m.root, hostFile); !errors.Is(err, fs.ErrNotExist) {
		_ = see(hostFile) // it has no error
	}
	for p := range m.files {
		top, _, _ := strings.Cut(p, "/")
		if !seen[p] && m.faults[top] == nil {
			m.drop(p)
			changed = append(changed, p)
		}
	}
	return changed
}

// isAsRead reports whether size and time say that a file was not written since
// it was read.
func (m *mirror) isAsRead(p string) bool {
	f, known := m.files[p]
	if !known || f.err != nil || f.read.Sub(f.modified) <= racy {
		return false
	}
	info, err := source.Stat(m.root, p)
	return err == nil && f.size == info.Size() && f.mode == info.Mode() && f.modified.Equal(info.ModTime())
}

// reread reads a file and reports whether it is another than before.
func (m *mirror) reread(p string) bool {
	old, known := m.files[p]
	f := cachedFile{read: m.now()}
	info, err := source.Stat(m.root, p)
	if err == nil {
		f.size, f.mode, f.modified = info.Size(), info.Mode(), info.ModTime()
		f.data, err = fs.ReadFile(m.root, p)
	}
	if errors.Is(err, fs.ErrNotExist) { // gone between the two looks
		m.drop(p)
		return known
	}
	f.err = err
	same := known && said(old.err) == said(f.err) && bytes.Equal(old.data, f.data)
	if same {
		f.data = old.data // the builder knows it at a glance
	}
	m.files[p] = f
	if !known {
		m.forgetList(p)
	}
	return !same
}

// said is what an error says; "" for none.
func said(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func (m *mirror) drop(p string) {
	delete(m.files, p)
	m.forgetList(p)
}

func (m *mirror) forgetList(p string) {
	top, _, _ := strings.Cut(p, "/")
	delete(m.lists, top)
}

// unsettled reports whether one of the files may be about to change again. It is
// gone, or empty, most often because its editor is about to put another in its
// place or to write it; or nothing is made of it, most often because its editor
// is about to give it another's name; or its folder went while it was looked at.
func (m *mirror) unsettled(paths []string) bool {
	return slices.ContainsFunc(paths, func(p string) bool {
		if slices.Contains(folders, p) {
			return errors.Is(m.faults[p], fs.ErrNotExist)
		}
		f, ok := m.files[p]
		top, _, _ := strings.Cut(p, "/")
		endings, known := madeOf[top]
		return !ok || f.err != nil || len(f.data) == 0 || known && !slices.Contains(endings, path.Ext(p)) || path.Ext(p) == ""
	})
}

// madeOf are the endings of the files that something is made of, by folder:
// pages, the site's file and the lock of its quotes; layouts. Of static files,
// anything may be one that has an ending; sed and its like name theirs without.
var madeOf = map[string][]string{
	"content": {".md", ".yaml", ".lock"},
	"layouts": {".html"},
}

// host is the bytes of the host's file; nil if there is none.
func (m *mirror) host() ([]byte, error) { return m.files[hostFile].data, m.files[hostFile].err }

// A change says where to look.
type change struct {
	paths map[string]bool // below the root, slash-separated
	all   bool
	why   string // why everything, if there is something to say
}

// at says to look at paths.
func at(paths ...string) change {
	c := change{paths: map[string]bool{}}
	for _, p := range paths {
		c.paths[p] = true
	}
	return c
}

// merge adds what other says to c.
func (c change) merge(other change) change {
	if c.paths == nil {
		c.paths = map[string]bool{}
	}
	maps.Copy(c.paths, other.paths)
	c.all = c.all || other.all
	c.why = cmp.Or(c.why, other.why)
	return c
}
