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
// never change.
type mirror struct {
	root  fs.FS
	now   func() time.Time
	held  map[string]held
	lists map[string][]string // sorted paths by folder, made when asked for
	torn  bool                // the last look failed: the next one looks at everything
}

type held struct {
	data     []byte
	size     int64
	modified time.Time
	read     time.Time
}

func newMirror(root fs.FS, now func() time.Time) *mirror {
	return &mirror{root: root, now: now, held: map[string]held{}, lists: map[string][]string{}, torn: true}
}

// List and Read make the mirror a [source.Tree].

func (m *mirror) List(folder string) ([]string, error) {
	list, ok := m.lists[folder]
	if !ok {
		for p := range m.held {
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
	h, ok := m.held[p]
	if !ok {
		return source.File{}, &fs.PathError{Op: "read", Path: p, Err: fs.ErrNotExist}
	}
	return source.File{Path: p, Data: h.data}, nil
}

// look brings the mirror up to date with what c names, and returns the paths
// whose bytes have changed, sorted.
func (m *mirror) look(c change) (changed []string, err error) {
	if m.torn || c.all {
		changed, err = m.scan()
	} else {
		changed, err = m.lookAt(slices.Sorted(maps.Keys(c.paths)))
	}
	m.torn = err != nil
	slices.Sort(changed)
	return slices.Compact(changed), err
}

// lookAt looks at single paths. Where one is no file and was none, but may hold
// files, everything is looked at.
func (m *mirror) lookAt(paths []string) (changed []string, err error) {
	for _, p := range paths {
		if !isOurs(p) {
			continue
		}
		info, err := fs.Stat(m.root, p)
		_, known := m.held[p]
		switch {
		case err == nil && info.Mode().IsRegular():
			is, err := m.reread(p, info)
			if err != nil {
				return changed, err
			}
			if is {
				changed = append(changed, p)
			}
		case errors.Is(err, fs.ErrNotExist) && known:
			m.drop(p)
			changed = append(changed, p)
		case errors.Is(err, fs.ErrNotExist) && !m.holdsBelow(p):
			// A file that came and went.
		default:
			more, err := m.scan()
			return append(changed, more...), err
		}
	}
	return changed, nil
}

func (m *mirror) holdsBelow(folder string) bool {
	for p := range m.held {
		if strings.HasPrefix(p, folder+"/") {
			return true
		}
	}
	return false
}

// scan looks at every file.
func (m *mirror) scan() (changed []string, err error) {
	seen := make(map[string]bool, len(m.held))
	see := func(p string, info fs.FileInfo) error {
		seen[p] = true
		h, known := m.held[p]
		if known && h.size == info.Size() && h.modified.Equal(info.ModTime()) && h.read.Sub(h.modified) > racy {
			return nil
		}
		is, err := m.reread(p, info)
		if errors.Is(err, fs.ErrNotExist) {
			delete(seen, p) // gone between the two looks
			return nil
		}
		if is {
			changed = append(changed, p)
		}
		return err
	}
	for _, folder := range folders {
		if err := source.Walk(m.root, folder, see); err != nil {
			return changed, err
		}
	}
	if info, err := fs.Stat(m.root, hostFile); err == nil && info.Mode().IsRegular() {
		if err := see(hostFile, info); err != nil {
			return changed, err
		}
	}
	for p := range m.held {
		if !seen[p] {
			m.drop(p)
			changed = append(changed, p)
		}
	}
	return changed, nil
}

// reread reads a file and reports whether its bytes are others than before.
func (m *mirror) reread(p string, info fs.FileInfo) (bool, error) {
	read := m.now()
	data, err := fs.ReadFile(m.root, p)
	if err != nil {
		return false, err
	}
	old, known := m.held[p]
	same := known && bytes.Equal(old.data, data)
	if same {
		data = old.data // the builder knows it at a glance
	}
	m.held[p] = held{data, info.Size(), info.ModTime(), read}
	if !known {
		m.forgetList(p)
	}
	return !same, nil
}

func (m *mirror) drop(p string) {
	delete(m.held, p)
	m.forgetList(p)
}

func (m *mirror) forgetList(p string) {
	top, _, _ := strings.Cut(p, "/")
	delete(m.lists, top)
}

// unsettled reports whether one of the files may be about to change again. It is
// gone, or empty, most often because its editor is about to put another in its
// place or to write it; or nothing is made of it, most often because its editor
// is about to give it another's name.
func (m *mirror) unsettled(paths []string) bool {
	return slices.ContainsFunc(paths, func(p string) bool {
		h, ok := m.held[p]
		return !ok || len(h.data) == 0 || strings.HasPrefix(p, "content/") && !slices.Contains(contentTypes, path.Ext(p))
	})
}

// contentTypes are the endings of files that content/ has: pages, the site's
// file, the lock of its quotes.
var contentTypes = []string{".md", ".yaml", ".lock"}

// host is the bytes of the host's file; nil if there is none.
func (m *mirror) host() []byte { return m.held[hostFile].data }

// A change says where to look.
type change struct {
	paths map[string]bool // below the root, slash-separated
	all   bool
	why   string // why everything, if there is something to say
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
