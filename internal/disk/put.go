package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// Put puts files, by their paths, in their places below root, or takes those away that are
// nil: all of them, or none if there is an error.
// Those that are there already keep their permissions; one that is a link is replaced
// where it leads. A program that is killed meanwhile leaves each file as it was or as it
// is to be.
//
// The new files, and what they take the place of, are written beside them first, under
// names that no build reads. So what follows needs no room on the disk, to go on as to go
// back. Before that check is called, if it is not nil, whose error is that of Put.
func Put(root *os.Root, files map[string][]byte, check func() error) (err error) {
	p := &putting{root: root}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.undo())
		}
		err = errors.Join(err, p.tidy())
	}()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := p.prepare(name, files[name]); err != nil {
			return err
		}
	}
	if check != nil {
		if err := check(); err != nil {
			return err
		}
	}
	for i := range p.places {
		if err := p.put(&p.places[i]); err != nil {
			return err
		}
	}
	return nil
}

// putting is one call of Put.
type putting struct {
	root   *os.Root
	places []place
	made   []string // folders, those above others first
}

// A place is one file that changes.
type place struct {
	name          string
	was, is, done bool // there was a file, there is to be one; it is in place
}

// beside is where a file is kept that is to be, or that was.
func beside(name, what string) string { return path.Join(path.Dir(name), "."+path.Base(name)+"."+what) }

// prepare writes what is to stand at a path, and a copy of what stands there.
func (p *putting) prepare(name string, data []byte) error {
	if data != nil {
		name = p.follow(name)
	}
	old, err := read(p.root, name)
	at := place{name: name, was: err == nil, is: data != nil}
	mode := fs.FileMode(0o666)
	switch {
	case at.was:
		info, err := p.root.Stat(name)
		if err != nil {
			return err
		}
		mode = info.Mode().Perm()
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := p.makeFolder(path.Dir(name)); err != nil {
		return err
	}
	p.places = append(p.places, at)
	if at.was {
		if err := p.write(beside(name, "was"), old, mode); err != nil {
			return err
		}
	}
	if at.is {
		return p.write(beside(name, "new"), data, mode)
	}
	return nil
}

// follow returns where a link leads, or the name itself.
func (p *putting) follow(name string) string {
	for range 40 { // as many as Linux follows
		to, err := p.root.Readlink(filepath.FromSlash(name))
		if err != nil || filepath.IsAbs(to) { // which root refuses to follow
			break
		}
		name = path.Join(path.Dir(name), filepath.ToSlash(to))
	}
	return name
}

func read(root *os.Root, name string) ([]byte, error) {
	if err := before("open", name); err != nil {
		return nil, err
	}
	return root.ReadFile(filepath.FromSlash(name))
}

// write writes a file that only a call which was killed can have left.
func (p *putting) write(name string, data []byte, mode fs.FileMode) error {
	if err := p.remove(name); err != nil {
		return err
	}
	if err := write(data, name, func(flag int) (*os.File, error) {
		return p.root.OpenFile(filepath.FromSlash(name), flag, mode)
	}); err != nil || mode == 0o666 {
		return err
	}
	return p.root.Chmod(filepath.FromSlash(name), mode) // whatever the umask is
}

// remove removes a file, if it is there.
func (p *putting) remove(name string) error {
	if _, err := p.root.Lstat(filepath.FromSlash(name)); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := before("remove", name); err != nil {
		return err
	}
	return p.root.Remove(filepath.FromSlash(name))
}

func (p *putting) rename(from, to string) error {
	if err := before("rename", from); err != nil {
		return err
	}
	return p.root.Rename(filepath.FromSlash(from), filepath.FromSlash(to))
}

// makeFolder makes a folder and those above it, where they are not there.
func (p *putting) makeFolder(name string) error {
	if _, err := p.root.Stat(filepath.FromSlash(name)); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := p.makeFolder(path.Dir(name)); err != nil {
		return err
	}
	if err := before("mkdir", name); err != nil {
		return err
	}
	p.made = append(p.made, name)
	return p.root.Mkdir(filepath.FromSlash(name), 0o777)
}

// put puts one file in place, or takes it away.
func (p *putting) put(at *place) (err error) {
	if at.is {
		err = p.rename(beside(at.name, "new"), at.name)
	} else {
		err = p.remove(at.name)
	}
	at.done = err == nil
	return err
}

// undo puts back what was there. Where it cannot, the copy stays, and the error names it.
func (p *putting) undo() error {
	var errs []error
	for i := range p.places {
		at := &p.places[i]
		if !at.done {
			continue
		}
		if !at.was {
			errs = append(errs, p.remove(at.name))
		} else if err := p.rename(beside(at.name, "was"), at.name); err != nil {
			at.was = false // so that tidy leaves it
			errs = append(errs, fmt.Errorf("%s is kept in %s: %w", at.name, beside(at.name, "was"), err))
		}
	}
	return errors.Join(errs...)
}

// tidy removes what was written beside the files, and folders that are empty.
func (p *putting) tidy() error {
	var errs []error
	for _, at := range p.places {
		if at.was {
			errs = append(errs, p.remove(beside(at.name, "was")))
		}
		errs = append(errs, p.remove(beside(at.name, "new")))
	}
	for _, name := range slices.Backward(p.made) {
		_ = p.root.Remove(filepath.FromSlash(name)) // unless a file is in it
	}
	return errors.Join(errs...)
}
