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

// A mirror is a copy in memory of the files on disk. The events of a watcher only
// say where to look: a file is read again if its size, mode or time differs, or if
// its time is too recent to tell two writes apart, and it has changed if its bytes
// have.

// folders are what a site is made of.
var folders = []string{"content", "layouts", "static"}

// isOurs reports whether a path is one that a site may be made of.
func isOurs(p string) bool {
	top, _, _ := strings.Cut(p, "/")
	return slices.Contains(folders, top) && !source.LeftBehind(p)
}

// racy is how old a file must have been when it was read for its time to prove
// that it was not written since: the coarsest file systems count time in steps of
// two seconds.
const racy = 2 * time.Second

// A mirror is used by one goroutine at a time. The bytes that it has handed out
// never change. It is a [source.Tree] that fails as the disk does: for a file or a
// folder that cannot be read it keeps the error that a fresh build would meet,
// until a refresh can read it.
type mirror struct {
	root   fs.FS
	now    func() time.Time
	files  map[string]cachedFile
	lists  map[string][]string // sorted paths by folder, made when asked for
	faults map[string]error    // by folder: why its files cannot be listed
	blank  bool                // it was never refreshed
}

type cachedFile struct {
	data     []byte
	err      error // instead of data
	size     int64
	mode     fs.FileMode // since permissions may be taken away
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

// refresh brings the mirror up to date at the paths of c, and returns what has
// changed, sorted: files with other bytes or another error than before, and
// folders with another error.
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

// refreshPaths refreshes single paths:
//
//   - one that is a file, or is not a folder, is read;
//   - one that was a file and is gone is dropped;
//   - one that is gone and was not known was a file that came and went;
//   - any other is a folder or was one: all files are scanned.
func (m *mirror) refreshPaths(paths []string) (changed []string) {
	for _, p := range paths {
		if !isOurs(p) {
			continue
		}
		_, known := m.files[p]
		info, err := fs.Lstat(m.root, p)
		gone := errors.Is(err, fs.ErrNotExist)
		switch {
		case err == nil && !info.IsDir() && strings.Contains(p, "/"):
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

// scan refreshes every file.
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
	for p := range m.files {
		top, _, _ := strings.Cut(p, "/")
		if !seen[p] && m.faults[top] == nil {
			m.drop(p)
			changed = append(changed, p)
		}
	}
	return changed
}

// isAsRead reports whether size, mode and time prove that a file was not written
// since it was read.
func (m *mirror) isAsRead(p string) bool {
	f, known := m.files[p]
	if !known || f.err != nil || f.read.Sub(f.modified) <= racy {
		return false
	}
	info, err := source.Stat(m.root, p)
	return err == nil && f.size == info.Size() && f.mode == info.Mode() && f.modified.Equal(info.ModTime())
}

// reread reads a file and reports whether it has changed.
func (m *mirror) reread(p string) bool {
	old, known := m.files[p]
	f := cachedFile{read: m.now()}
	info, err := source.Stat(m.root, p)
	if err == nil {
		f.size, f.mode, f.modified = info.Size(), info.Mode(), info.ModTime()
		f.data, err = fs.ReadFile(m.root, p)
	}
	if errors.Is(err, fs.ErrNotExist) { // gone since it was listed
		m.drop(p)
		return known
	}
	f.err = err
	same := known && said(old.err) == said(f.err) && bytes.Equal(old.data, f.data)
	if same {
		f.data = old.data // the same slice is quick to compare
	}
	m.files[p] = f
	if !known {
		m.forgetList(p)
	}
	return !same
}

// said is the text of an error; "" for none.
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

// unsettled reports whether one of the files is likely to change again at once:
//
//   - it is gone or empty: an editor may be about to replace it or to write it;
//   - its name is not one of a source file: an editor may be about to rename it;
//   - its folder went away during the scan.
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

// madeOf are the endings of source files, by folder: pages, the site's file and
// the lock of its quotes; layouts. A static file may have any ending, but has one:
// programs such as sed name their temporary files without.
var madeOf = map[string][]string{
	"content": {".md", ".yaml", ".lock"},
	"layouts": {".html"},
}

// A change says which files to refresh.
type change struct {
	paths map[string]bool // below the root, slash-separated
	all   bool
	why   string // why all, if it is worth telling the author
}

// at is a change of single paths.
func at(paths ...string) change {
	c := change{paths: map[string]bool{}}
	for _, p := range paths {
		c.paths[p] = true
	}
	return c
}

// merge adds other to c.
func (c change) merge(other change) change {
	if c.paths == nil {
		c.paths = map[string]bool{}
	}
	maps.Copy(c.paths, other.paths)
	c.all = c.all || other.all
	c.why = cmp.Or(c.why, other.why)
	return c
}
