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

// A watcher turns what the system says of folders into changes. It watches
// folders, never files: an editor that saves by renaming puts another file in
// their place, and a watch would stay with the old one. A folder that appears
// may hold files before its watch is there, so everything is looked at again.
type watcher struct {
	root string // the folder of the site
	sys  *fsnotify.Watcher
	put  func(change)
}

// errNoWatches says that the system gives no more watches.
var errNoWatches = errors.New("the system has no watches left for folders")

// newWatcher watches the site's folders, as they are now.
func newWatcher(root string, put func(change)) (*watcher, error) {
	sys, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, outOfWatches(err)
	}
	w := &watcher{root, sys, put}
	if err := w.addAll(); err != nil {
		sys.Close()
		return nil, err
	}
	return w, nil
}

// outOfWatches names the error that inotify calls a full disk.
func outOfWatches(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) || errors.Is(err, syscall.ENFILE) {
		return errors.Join(errNoWatches, err)
	}
	return err
}

// addAll watches the root, in which the folders may come and go, and every
// folder below them. One that is watched already stays so.
func (w *watcher) addAll() error {
	if err := w.sys.Add(w.root); err != nil {
		return outOfWatches(err)
	}
	for _, folder := range folders {
		if err := w.addBelow(filepath.Join(w.root, folder)); err != nil {
			return err
		}
	}
	return nil
}

// addBelow watches a folder, which may be a link to one, and all folders in it.
// What is no folder, or no longer there, is passed over, and so is what may not
// be read now: it is tried again with the next addAll. Only a system without
// watches is an error.
func (w *watcher) addBelow(folder string) error {
	// A path that ends in a dot leads through a link.
	return filepath.WalkDir(folder+string(filepath.Separator)+".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && d != nil && d.IsDir():
			return fs.SkipDir
		case err != nil || !d.IsDir():
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

const (
	// addAgain is how long after a folder has appeared it is watched once more.
	// One that was given another name is watched by the same watch as before,
	// which the library takes away with the last of the events of the renaming.
	addAgain = 50 * time.Millisecond
	// addIdle is how often all folders are watched once more without a reason,
	// for those that could not be, or whose loss nobody told of.
	addIdle = 5 * time.Second
)

// run passes on what happens until ctx ends, or until the system fails it. It
// closes the watcher.
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
				w.put(change{all: true}) // what came before its watch
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
			// Something was missed, perhaps a new folder.
			if err := w.addAll(); err != nil {
				return err
			}
			w.put(change{all: true, why: err.Error()})
		}
	}
}

// event passes on one event, and reports whether a folder has appeared.
func (w *watcher) event(e fsnotify.Event) (isFolder bool, err error) {
	rel, err := filepath.Rel(w.root, e.Name)
	if err != nil {
		return false, nil
	}
	path := filepath.ToSlash(rel)
	if !isOurs(path) {
		return false, nil
	}
	if e.Has(fsnotify.Create) {
		if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
			err := w.addBelow(e.Name)
			w.put(change{all: true})
			return true, err
		}
	}
	if e.Has(fsnotify.Rename) {
		w.forget(e.Name)
	}
	w.put(change{paths: map[string]bool{path: true}})
	return false, nil
}

// forget takes back the watches of a folder that has another name now, or lies
// elsewhere: they would speak of it by the old one.
func (w *watcher) forget(folder string) {
	for _, watched := range w.sys.WatchList() {
		if watched == folder || strings.HasPrefix(watched, folder+string(filepath.Separator)) {
			_ = w.sys.Remove(watched) // gone already, or taken back by the system
		}
	}
}
