// Package cache keeps whole published sites in a folder, by what they were made
// from, so that a site that has not changed is written without being made.
//
// What goes in is a key, which stands for everything that a site depends on, and
// routes; what comes out, for the same key, are routes that write the same
// bytes. Each file carries its sum, so an entry that is cut, changed or of
// another kind is no entry. The folder may be deleted at any time, and several
// builds may use it at once.
//
// Why whole sites and not pages: docs/decisions/2026-11-22-cache.md.
package cache

import (
	"cmp"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"receipts/internal/diag"
	"receipts/internal/render"
)

// keep is how many sites a folder holds: those last used, of some branches.
const keep = 4

// ErrDamaged is returned by a route whose bytes are not those that were kept.
var ErrDamaged = errors.New("the cache is damaged")

// A Folder is where sites are kept.
type Folder string

// A Key stands for everything that a site depends on.
type Key [sha256.Size]byte

func (f Folder) file(k Key) string { return filepath.Join(string(f), hex.EncodeToString(k[:])+".site") }

var (
	entryName  = regexp.MustCompile(`^[0-9a-f]{64}\.site$`)
	unfinished = regexp.MustCompile(`^[0-9]+\.site-new$`)
)

// contents is what stands behind the bytes of all files in an entry.
type contents struct {
	Diags diag.List // what was said of the site
	Files []file
}

type file struct {
	Path     string
	At, Size int64
	Sum      uint32 // see [sumOf]
}

// sumOf is a sum by which damage shows. It keeps nobody out who wants to deceive,
// which who may write to the folder can do anyway, and costs a twentieth of what
// a hash does that would.
func sumOf(data []byte) uint32 { return crc32.Checksum(data, castagnoli) }

var castagnoli = crc32.MakeTable(crc32.Castagnoli) // which processors know

// The last bytes of an entry say where its contents begin, and what their hash is.
const (
	endFormat = "receipts site 2 %020d %064x\n"
	endSize   = 16 + 20 + 1 + 64 + 1
)

// A Site is one that was kept.
type Site struct {
	Diags  diag.List
	Routes []render.Route // sorted by path
	entry  *os.File
}

// Used says when the site was last of use. Those that were of none for longest
// are deleted first.
func (s *Site) Used(at time.Time) error { return os.Chtimes(s.entry.Name(), at, at) }

// Close releases the entry; the routes cannot be called any more.
func (s *Site) Close() error { return s.entry.Close() }

// Find returns the site of a key. It is false if there is none that is whole, as
// far as one can tell without reading all of it: its routes tell the rest.
func (f Folder) Find(k Key) (*Site, bool) {
	entry, err := os.Open(f.file(k))
	if err != nil {
		return nil, false
	}
	c, err := readContents(entry)
	if err != nil {
		entry.Close()
		return nil, false
	}
	s := &Site{Diags: c.Diags, entry: entry, Routes: make([]render.Route, 0, len(c.Files))}
	for _, file := range c.Files {
		s.Routes = append(s.Routes, render.Route{Path: file.Path, Write: func(w io.Writer) error { return file.write(w, entry) }})
	}
	return s, true
}

func readContents(entry *os.File) (*contents, error) {
	info, err := entry.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() < endSize {
		return nil, cmp.Or(err, ErrDamaged)
	}
	end := make([]byte, endSize)
	if _, err := entry.ReadAt(end, info.Size()-endSize); err != nil {
		return nil, err
	}
	var at int64
	var sum []byte
	if _, err := fmt.Sscanf(string(end), endFormat, &at, &sum); err != nil || at < 0 || at > info.Size()-endSize {
		return nil, ErrDamaged
	}
	section := io.NewSectionReader(entry, at, info.Size()-endSize-at)
	hash := sha256.New()
	if _, err := io.Copy(hash, section); err != nil {
		return nil, err
	}
	if !slices.Equal(hash.Sum(nil), sum) {
		return nil, ErrDamaged
	}
	var c contents
	_, _ = section.Seek(0, io.SeekStart) // which never fails
	if err := gob.NewDecoder(section).Decode(&c); err != nil {
		return nil, err
	}
	return &c, nil
}

// write writes the bytes of a file, if they are those that were kept.
func (f file) write(w io.Writer, entry io.ReaderAt) error {
	data := make([]byte, f.Size)
	if _, err := entry.ReadAt(data, f.At); err != nil && f.Size > 0 {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if sumOf(data) != f.Sum {
		return ErrDamaged
	}
	_, err := w.Write(data)
	return err
}

// tidy deletes all entries but those last used, and what killed builds left behind a
// day before the file now. What is not ours stays.
func (f Folder) tidy(now string) {
	list, err := os.ReadDir(string(f))
	if err != nil {
		return
	}
	type entry struct {
		name string
		time time.Time
	}
	var entries []entry
	newest, err := os.Stat(now)
	if err != nil {
		return
	}
	for _, e := range list {
		info, err := e.Info()
		switch {
		case err != nil || info.Mode().Type() != fs.FileMode(0):
		case entryName.MatchString(e.Name()):
			entries = append(entries, entry{e.Name(), info.ModTime()})
		case unfinished.MatchString(e.Name()) && newest.ModTime().Sub(info.ModTime()) > 24*time.Hour:
			_ = os.Remove(filepath.Join(string(f), e.Name())) // another build may have done so
		}
	}
	slices.SortFunc(entries, func(x, y entry) int { return cmp.Or(y.time.Compare(x.time), cmp.Compare(x.name, y.name)) })
	for _, e := range entries[min(keep, len(entries)):] {
		_ = os.Remove(filepath.Join(string(f), e.name))
	}
}
