package preview

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"receipts/internal/source"
)

// A watcher turns the system's events into changes. It watches folders, never
// files: when an editor saves by renaming, the watch would stay with the old file.
// A folder that appears may have files before it is watched, so all files are
// scanned then.
type watcher struct {
	root   string // the folder of the site
	sys    *fsnotify.Watcher
	put    func(change)
	linked map[string]bool // files elsewhere that links in the site's folders lead to
}

// errNoWatches says that the system gives no more watches.
var errNoWatches = errors.New("the system has no watches left for folders")

// newWatcher watches the site's folders, as they are now.
func newWatcher(root string, put func(change)) (*watcher, error) {
	sys, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, outOfWatches(err)
	}
	w := &watcher{root, sys, put, map[string]bool{}}
	if err := w.addAll(); err != nil {
		sys.Close()
		return nil, err
	}
	return w, nil
}

// outOfWatches adds errNoWatches to the errors that mean it: inotify says ENOSPC,
// "no space left on device".
func outOfWatches(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) {
		return errors.Join(errNoWatches, err)
	}
	return err
}

// addAll watches the root, since the site's folders may come and go, and every
// folder below these. Adding a watched folder again changes nothing.
func (w *watcher) addAll() error {
	if err := w.sys.Add(w.root); err != nil {
		return outOfWatches(err)
	}
	for _, folder := range append([]string{sourcesFolder}, folders...) {
		if err := w.addBelow(filepath.Join(w.root, folder)); err != nil {
			return err
		}
	}
	return nil
}

// addBelow watches a folder, or a link to one, and all folders in it. It skips what
// is not a folder, is gone or may not be read; the next addAll tries again. Only
// the lack of watches is an error.
func (w *watcher) addBelow(folder string) error {
	// The dot makes WalkDir follow a link.
	return filepath.WalkDir(folder+string(filepath.Separator)+".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && d != nil && d.IsDir():
			return fs.SkipDir
		case err != nil:
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			return w.addTarget(p)
		case !d.IsDir():
			return nil
		case source.LeftBehind(d.Name()) && d.Name() != ".":
			return fs.SkipDir
		}
		if err := outOfWatches(w.sys.Add(filepath.Clean(p))); errors.Is(err, errNoWatches) {
			return err
		}
		return nil
	})
}

// addTarget watches the folder of the file that a link leads to, which may be still to
// come.
func (w *watcher) addTarget(link string) error {
	target, err := filepath.EvalSymlinks(link)
	if errors.Is(err, fs.ErrNotExist) {
		target, err = toCome(link)
	}
	if err != nil {
		return nil // the build reports it
	}
	if info, err := os.Stat(target); err == nil && info.IsDir() {
		return nil
	}
	w.linked[target] = true
	if err := outOfWatches(w.sys.Add(filepath.Dir(target))); errors.Is(err, errNoWatches) {
		return err
	}
	return nil
}

// toCome is the file that a link leads to and that does not exist, in a folder that does.
func toCome(link string) (string, error) {
	target, err := os.Readlink(link)
	if err != nil {
		return "", err
	}
	if !filepath.IsAbs(target) {
		target = filepath.Join(filepath.Dir(link), target)
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(target))
	return filepath.Join(folder, filepath.Base(target)), err
}

const (
	// addAgain is how long after a folder has appeared it is watched once more.
	// A renamed folder still has its old watch, which the library removes with
	// the last event of the renaming.
	addAgain = 50 * time.Millisecond
	// addIdle is how often all folders are watched once more without an event:
	// some could not be before, or have lost their watch without an event.
	addIdle = 5 * time.Second
)

// run passes on changes until ctx ends or the watcher fails, and closes it.
func (w *watcher) run(ctx context.Context) error {
	defer w.sys.Close()
	again := time.NewTimer(addIdle)
	defer again.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-again.C:
			before := len(w.sys.WatchList())
			if err := w.addAll(); err != nil {
				return err
			}
			if len(w.sys.WatchList()) != before {
				w.put(change{all: true}) // for the files that came before the watch
			}
			again.Reset(addIdle)
		case e, ok := <-w.sys.Events:
			if !ok {
				return errors.New("the watcher has stopped")
			}
			isFolder, err := w.event(e)
			if err != nil {
				return err
			}
			if isFolder {
				again.Reset(addAgain)
			}
		case err, ok := <-w.sys.Errors:
			if !ok {
				return errors.New("the watcher has stopped")
			}
			// Events were lost, perhaps of a new folder.
			if err := w.addAll(); err != nil {
				return err
			}
			w.put(change{all: true, why: err.Error()})
		}
	}
}

// event passes on one event, and reports whether a folder has appeared.
func (w *watcher) event(e fsnotify.Event) (isFolder bool, err error) {
	if w.linked[e.Name] {
		w.put(change{all: true})
	}
	rel, err := filepath.Rel(w.root, e.Name)
	if err != nil {
		return false, nil
	}
	path := filepath.ToSlash(rel)
	if !isOurs(path) && !isOnShelf(path) {
		return false, nil
	}
	if e.Has(fsnotify.Create) {
		if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
			err := w.addBelow(e.Name)
			w.put(change{all: true})
			return true, err
		}
		if info, err := os.Lstat(e.Name); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			if err := w.addTarget(e.Name); err != nil {
				return false, err
			}
		}
	}
	if e.Has(fsnotify.Rename) {
		w.forget(e.Name)
	}
	w.put(change{paths: map[string]bool{path: true}})
	return false, nil
}

// forget removes the watches of a folder that was renamed or moved: their events
// would have the old name.
func (w *watcher) forget(folder string) {
	for _, watched := range w.sys.WatchList() {
		if watched == folder || strings.HasPrefix(watched, folder+string(filepath.Separator)) {
			_ = w.sys.Remove(watched) // gone already, or taken back by the system
		}
	}
}
