package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"receipts/internal/diag"
)

// A Recording notes down a site while it is published. What goes wrong with it
// harms nobody else: the site is published all the same, and not kept.
type Recording struct {
	folder Folder
	key    Key

	mu    sync.Mutex
	entry *os.File // nil if there is none
	size  int64
	files []file
	err   error // the first
}

// Record begins a recording of what is to be kept under a key.
func (f Folder) Record(k Key) *Recording {
	r := &Recording{folder: f, key: k}
	if r.err = os.MkdirAll(string(f), 0o777); r.err == nil {
		r.entry, r.err = os.CreateTemp(string(f), "*.site-new")
	}
	return r
}

// Note notes down a file that was published, by its path in the site. Several
// goroutines may call it.
func (r *Recording) Note(path string, data []byte) {
	sum := sumOf(data)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err != nil {
		return
	}
	if _, r.err = r.entry.Write(data); r.err != nil {
		return
	}
	r.files = append(r.files, file{path, r.size, int64(len(data)), sum})
	r.size += int64(len(data))
}

// Keep makes an entry of what was recorded, with what was said of the site. It
// is called when all files have been published.
func (r *Recording) Keep(diags diag.List) error {
	if r.entry == nil {
		return r.err
	}
	name := r.entry.Name()
	if r.err == nil {
		r.err = r.finish(diags)
	}
	if err := r.entry.Close(); r.err == nil {
		r.err = err
	}
	if r.err == nil {
		r.err = os.Rename(name, r.folder.file(r.key))
	}
	if r.err != nil {
		_ = os.Remove(name)
		return r.err
	}
	r.folder.tidy(r.folder.file(r.key))
	return nil
}

// Drop forgets what was recorded.
func (r *Recording) Drop() {
	if r.entry != nil {
		r.entry.Close()
		_ = os.Remove(r.entry.Name()) // at worst it stays until it is tidied away
	}
}

func (r *Recording) finish(diags diag.List) error {
	slices.SortFunc(r.files, func(x, y file) int { return strings.Compare(x.Path, y.Path) })
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(contents{diags, r.files}); err != nil {
		return err
	}
	sum := sha256.Sum256(b.Bytes())
	fmt.Fprintf(&b, endFormat, r.size, sum)
	_, err := r.entry.Write(b.Bytes())
	return err
}
