// Package disk changes what is on the disk: all that the program writes goes by way of it.
//
// What goes in are paths and bytes; an error that comes out names its path. The package
// does not know what files mean. A file is there as a whole or not at all, at any moment:
// one that takes the place of another is written beside it first.
package disk

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
)

// Before is called before each call of the system, with its name and its path; its
// error is the call's. Half of a file is written before that of a "write". It is nil but
// in tests, which fail one call after the other, or end the process. Several goroutines
// may call it.
var Before func(op, path string) error

func before(op, path string) error {
	if Before == nil {
		return nil
	}
	if err := Before(op, path); err != nil {
		return &fs.PathError{Op: op, Path: path, Err: err}
	}
	return nil
}

// ReadFile is [os.ReadFile].
func ReadFile(name string) ([]byte, error) {
	if err := before("open", name); err != nil {
		return nil, err
	}
	return os.ReadFile(name)
}

// ReadDir is [os.ReadDir].
func ReadDir(name string) ([]fs.DirEntry, error) {
	if err := before("open", name); err != nil {
		return nil, err
	}
	return os.ReadDir(name)
}

// Lstat is [os.Lstat].
func Lstat(name string) (fs.FileInfo, error) {
	if err := before("lstat", name); err != nil {
		return nil, err
	}
	return os.Lstat(name)
}

// Exists reports whether there is a file or a folder of this name. It is true too if
// the system does not tell, so that nothing is written over it.
func Exists(name string) bool {
	_, err := Lstat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// Mkdir makes a folder that must not be there.
func Mkdir(name string) error {
	if err := before("mkdir", name); err != nil {
		return err
	}
	return os.Mkdir(name, 0o777)
}

// MkdirAll makes a folder, and those above it, if they are not there.
func MkdirAll(name string) error {
	if err := before("mkdir", name); err != nil {
		return err
	}
	return os.MkdirAll(name, 0o777)
}

// Create writes a file that must not be there.
func Create(name string, data []byte) error {
	return write(data, name, func(flag int) (*os.File, error) { return os.OpenFile(name, flag, 0o666) })
}

// write opens a file that must not be there, and writes it.
func write(data []byte, name string, open func(flag int) (*os.File, error)) error {
	if err := before("open", name); err != nil {
		return err
	}
	f, err := open(os.O_WRONLY | os.O_CREATE | os.O_EXCL)
	if err != nil {
		return err
	}
	if err = before("write", name); err != nil {
		data = data[:len(data)/2]
	}
	_, wrong := f.Write(data)
	closed := f.Close()
	return cmp.Or(err, wrong, before("close", name), closed)
}

// Rename is [os.Rename].
func Rename(from, to string) error {
	if err := before("rename", from); err != nil {
		return err
	}
	return os.Rename(from, to)
}

// Link is [os.Link].
func Link(old, name string) error {
	if err := before("link", name); err != nil {
		return err
	}
	return os.Link(old, name)
}

// Exchange exchanges two folders in one step. Where that cannot be done, the error is
// [errors.ErrUnsupported].
func Exchange(a, b string) error {
	if err := before("exchange", a); err != nil {
		return err
	}
	return exchange(a, b)
}

// Remove is [os.Remove].
func Remove(name string) error {
	if err := before("remove", name); err != nil {
		return err
	}
	return os.Remove(name)
}
