package preview

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

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

// addBelow watches a folder and all folders in it. What is no folder, or no
// longer there, is passed over.
func (w *watcher) addBelow(folder string) error {
	return filepath.WalkDir(folder, func(p string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case source.LeftBehind(filepath.ToSlash(d.Name())):
			return fs.SkipDir
		}
		err = w.sys.Add(p)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return outOfWatches(err)
	})
}

// run passes on what happens until ctx ends, or until the system fails it. It
// closes the watcher.
func (w *watcher) run(ctx context.Context) error {
	defer w.sys.Close()
	for {
		select {
		case <-ctx.Done():
			return nil
		case e, ok := <-w.sys.Events:
			if !ok {
				return errors.New("the watcher has stopped")
			}
			if err := w.event(e); err != nil {
				return err
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

func (w *watcher) event(e fsnotify.Event) error {
	rel, err := filepath.Rel(w.root, e.Name)
	if err != nil {
		return nil
	}
	path := filepath.ToSlash(rel)
	if !isOurs(path) {
		return nil
	}
	if e.Has(fsnotify.Create) {
		if info, err := os.Lstat(e.Name); err == nil && info.IsDir() {
			if err := w.addBelow(e.Name); err != nil {
				return err
			}
			w.put(change{all: true})
			return nil
		}
	}
	w.put(change{paths: map[string]bool{path: true}})
	return nil
}
