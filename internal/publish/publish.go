// Package publish writes routes to a folder, all or nothing: into a staging
// folder first, which then takes the old folder's place. Who reads the folder
// sees the whole old site or the whole new one, at any moment.
//
// The package never deletes what it did not write: a folder without the marker
// of an earlier build is left alone.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"receipts/internal/build"
	"receipts/internal/render"
)

// Marker is the file that says that a folder is ours to replace.
const Marker = ".receipts"

const markerText = "This folder is written by the build of a Receipts site. It is replaced as a whole; don't keep anything here.\n"

// A Stats counts what was written.
type Stats struct {
	Pages, Files int
	Bytes        int64
}

// ErrNotOurs is returned for a folder that is not empty and that no build wrote.
var ErrNotOurs = errors.New("the folder is not empty and was not written by a build")

// Options say how a site is written.
type Options struct {
	Jobs     int  // how many routes are written at once; 0 is one for each processor
	Compress bool // with compressed copies beside the files

	// Progress is called with the number of routes done so far, from several
	// goroutines. It may be nil.
	Progress func(done int)
}

// Write writes routes into the folder out. If out is a link to a folder, that
// folder is replaced and the link stays.
func Write(ctx context.Context, out string, routes []render.Route, opt Options) (Stats, error) {
	var stats Stats
	out, err := locate(out)
	if err != nil {
		return stats, err
	}
	if err := mayReplace(out); err != nil {
		return stats, err
	}
	parent := filepath.Dir(out)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return stats, err
	}
	unlock, err := lock(ctx, parent)
	if err != nil {
		return stats, err
	}
	defer unlock()
	prefix := "." + filepath.Base(out) + ".new-"
	removeLeftovers(parent, prefix)
	staging, err := os.MkdirTemp(parent, prefix+"*")
	if err != nil {
		return stats, err
	}
	defer os.RemoveAll(staging)
	if err := os.Chmod(staging, 0o755); err != nil {
		return stats, err
	}
	if err := os.WriteFile(filepath.Join(staging, Marker), []byte(markerText), 0o644); err != nil {
		return stats, err
	}
	if err := makeFolders(staging, routes); err != nil {
		return stats, err
	}
	w := newWriter(staging, routes, opt)
	var done atomic.Int64
	err = build.EachRoute(ctx, opt.Jobs, routes, func(r render.Route) error {
		if err := w.route(r); err != nil {
			return err
		}
		if d := done.Add(1); opt.Progress != nil {
			opt.Progress(int(d))
		}
		return nil
	})
	if err != nil {
		return stats, err
	}
	for _, r := range routes {
		if r.IsPage() {
			stats.Pages++
		}
	}
	stats.Files, stats.Bytes = int(w.files.Load()), w.size.Load()
	// Somebody may have used the folder since the first look.
	if err := mayReplace(out); err != nil {
		return stats, err
	}
	return stats, swap(staging, out)
}

// locate returns the folder that out names: its whole path, so that it has a
// name and a parent even if it is ".", and behind any links.
func locate(out string) (string, error) {
	whole, err := filepath.Abs(out)
	if err != nil {
		return "", err
	}
	if filepath.Dir(whole) == whole {
		return "", fmt.Errorf("%s: a site cannot take the place of the root folder", out)
	}
	if _, err := os.Lstat(whole); errors.Is(err, fs.ErrNotExist) {
		return whole, nil
	}
	real, err := filepath.EvalSymlinks(whole)
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("%s: the link leads to a folder that does not exist", out)
	}
	return real, err
}

// mayReplace refuses a folder that holds something which no build wrote.
func mayReplace(out string) error {
	entries, err := os.ReadDir(out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case len(entries) == 0:
		return nil
	}
	if _, err := os.Lstat(filepath.Join(out, Marker)); err != nil {
		return fmt.Errorf("%s: %w; empty it, or name another with -out", out, ErrNotOurs)
	}
	return nil
}

// removeLeftovers deletes the staging folders of builds that were killed. It
// runs under the lock, so none of them is in use.
func removeLeftovers(parent, prefix string) {
	entries, _ := os.ReadDir(parent)
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), prefix) {
			continue
		}
		dir := filepath.Join(parent, e.Name())
		if _, err := os.Lstat(filepath.Join(dir, Marker)); err == nil {
			_ = os.RemoveAll(dir)
			continue
		}
		_ = os.Remove(dir) // killed before it wrote the marker: empty, or not ours
	}
}

// makeFolders makes every folder once, before files are written in parallel.
func makeFolders(staging string, routes []render.Route) error {
	made := map[string]bool{staging: true}
	for _, r := range routes {
		dir := filepath.Join(staging, filepath.FromSlash(pathDir(r.File())))
		if err := makeFolder(dir, made); err != nil {
			return err
		}
	}
	return nil
}

// makeFolder makes a folder and those above it, without looking for what it has
// made itself.
func makeFolder(dir string, made map[string]bool) error {
	if made[dir] {
		return nil
	}
	if err := makeFolder(filepath.Dir(dir), made); err != nil {
		return err
	}
	made[dir] = true
	return os.Mkdir(dir, 0o755)
}

func pathDir(file string) string {
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		return file[:i]
	}
	return "."
}
