// Package publish writes routes to a folder, all or nothing: into a staging
// folder first, which then takes the old folder's place. A reader of the folder
// sees the whole old site or the whole new one, at any moment.
//
// The package never deletes what no build wrote. A folder without the marker of
// an earlier build is left alone, and one with files that its marker does not list
// is refused. A .git at the top is kept, and files that systems leave in folders
// do not count.
//
// Who may read the site is for the umask to say, as with files of any program: a
// site that is built with drafts under umask 077 is for its owner alone.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"

	"receipts/internal/build"
	"receipts/internal/disk"
	"receipts/internal/render"
)

// A Stats counts what was written.
type Stats struct {
	Pages, Files int
	Bytes        int64

	// Kept is the folder to which the site before was moved; "" if it was deleted.
	// It is kept if an older version wrote it, which listed no files, and it has
	// files that this build did not write.
	Kept string

	// Left says which folders that earlier builds left beside the site could not be
	// deleted, and why: a [ForeignError] if they hold what no build wrote.
	Left []error
}

// A ForeignError says what in a folder no build wrote.
type ForeignError struct {
	Files  []string // the topmost of it, sorted; folders end in a slash
	InSite bool     // a build wrote the rest of the folder
}

func (e *ForeignError) Error() string {
	if !e.InSite {
		return "the folder is not empty and was not written by a build"
	}
	const enough = 3
	var names []string
	for _, name := range e.Files[:min(len(e.Files), enough)] {
		names = append(names, spell(name))
	}
	list := strings.Join(names, ", ")
	if more := len(e.Files) - enough; more > 0 {
		list += fmt.Sprintf(" and %d more", more)
	}
	return "the folder holds what no build wrote: " + list
}

// Options say how a site is written.
type Options struct {
	Jobs     int  // how many routes are written at once; 0 is one for each processor
	Compress bool // with compressed copies beside the files
	Shard    Shard

	// Progress is called with the number of routes done so far, from several
	// goroutines. It may be nil.
	Progress func(done int)
}

// Write writes routes into the folder out, or the share of them that opt.Shard is. If out
// is a link to a folder, that folder is replaced and the link stays. If something in out
// was written by no build, out is left as it is and the error is a [ForeignError].
func Write(ctx context.Context, out string, routes []render.Route, opt Options) (Stats, error) {
	out, err := locate(out)
	if err != nil {
		return Stats{}, err
	}
	if err := disk.MkdirAll(filepath.Dir(out)); err != nil {
		return Stats{}, err
	}
	unlock, err := disk.Lock(ctx, filepath.Dir(out))
	if err != nil {
		return Stats{}, err
	}
	defer unlock()
	if err := checkMarker(out); err != nil {
		return Stats{}, err
	}
	_, _ = clearLeftovers(out, "") // they may fill the disk
	staging, err := makeStaging(out)
	if err != nil {
		return Stats{}, err
	}
	stats, err := writeSite(ctx, staging, out, routes, opt)
	left, cleared := clearLeftovers(out, staging)
	if err == nil && cleared != nil {
		err = fmt.Errorf("the new site is in place, but the old one could not be deleted: %v", cleared)
	}
	stats.Left = left
	return stats, err
}

// writeSite writes routes into the folder staging and puts it in the place of out.
// It leaves staging, or the old site, beside out.
func writeSite(ctx context.Context, staging, out string, routes []render.Route, opt Options) (Stats, error) {
	var stats Stats
	if err := disk.Create(filepath.Join(staging, markerName), []byte(markerText)); err != nil {
		return stats, err
	}
	share := opt.Shard.Share(routes)
	if err := makeFolders(staging, share); err != nil {
		return stats, err
	}
	w, err := newWriter(staging, out, routes, opt)
	if err != nil {
		return stats, err
	}
	var done atomic.Int64
	err = build.EachRoute(ctx, opt.Jobs, share, func(r render.Route) error {
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
	for _, r := range share {
		if r.IsPage() {
			stats.Pages++
		}
	}
	stats.Files, stats.Bytes = len(w.files), w.size
	if err := writeMarker(staging, w.files); err != nil {
		return stats, err
	}
	stats.Kept, err = replace(staging, out)
	return stats, err
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
	if !disk.Exists(whole) {
		return whole, nil
	}
	real, err := filepath.EvalSymlinks(whole)
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("%s: the link leads to a folder that does not exist", out)
	}
	return real, err
}

// checkMarker refuses a folder that no build wrote, before the work begins. What is
// in one that a build wrote is checked just before it is replaced.
func checkMarker(out string) error {
	isThere := disk.Exists(out) // asked first: without locks, another build may put it there now
	inv, err := readMarker(out)
	if err != nil || inv.isOurs() || !isThere {
		return err
	}
	return inv.check(out)
}

// check refuses the folder dir if something in it was written by no build.
func (inv inventory) check(dir string) error {
	foreign, err := inv.foreign(dir)
	if err == nil && len(foreign) > 0 {
		return &ForeignError{foreign, inv.isOurs()}
	}
	return err
}

// makeStaging makes an empty folder beside out, under a name that no earlier build
// has left there. os.MkdirTemp would make it for its owner alone.
func makeStaging(out string) (string, error) {
	dir, err := unused(func(n int) string { return filepath.Join(filepath.Dir(out), leftoverPrefix(out)+strconv.Itoa(n)) })
	if err != nil {
		return "", err
	}
	return dir, disk.Mkdir(dir)
}

// unused returns the first name, of those for 1, 2 and so on, that nothing has, with
// ".old" or without.
func unused(name func(n int) string) (string, error) {
	for n := 1; ; n++ {
		_, err := disk.Lstat(name(n))
		_, oldErr := disk.Lstat(name(n) + ".old")
		switch isFree := errors.Is(err, fs.ErrNotExist); {
		case isFree && errors.Is(oldErr, fs.ErrNotExist):
			return name(n), nil
		case err != nil && !isFree:
			return "", err
		case oldErr != nil && !errors.Is(oldErr, fs.ErrNotExist):
			return "", oldErr
		}
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

// makeFolder makes a folder and those above it, but for those in made, to which it
// adds them.
func makeFolder(dir string, made map[string]bool) error {
	if made[dir] {
		return nil
	}
	if err := makeFolder(filepath.Dir(dir), made); err != nil {
		return err
	}
	made[dir] = true
	return disk.Mkdir(dir)
}

func pathDir(file string) string {
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		return file[:i]
	}
	return "."
}
