// Package disk replaces files as wholes: a reader of one sees what was there before or
// what is there now. What goes in is a path and bytes, or a function from the old bytes
// to the new.
package disk

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Replace writes data to path, unless that is what stands there.
func Replace(path string, data []byte) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
	return write(path, data, func() (bool, error) { return true, nil })
}

// Update replaces the file at path by what change makes of it; a missing file has no
// bytes. Calls by several processes come one after the other. If another program, such as
// an editor, writes the file meanwhile, change is called again with what it wrote. An
// error of change leaves the file as it is.
func Update(ctx context.Context, path string, change func(old []byte) ([]byte, error)) error {
	unlock, err := Lock(ctx, filepath.Dir(path))
	if err != nil {
		return err
	}
	defer unlock()
	for again := true; again; {
		if err := ctx.Err(); err != nil {
			return err
		}
		old, err := read(path)
		if err != nil {
			return err
		}
		data, err := change(old)
		if err != nil || bytes.Equal(old, data) {
			return err
		}
		err = write(path, data, func() (bool, error) {
			now, err := read(path)
			again = !bytes.Equal(now, old)
			return !again, err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// read returns the bytes of the file at path; none if there is no such file.
func read(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// write writes data beside path, and puts it in its place if the function agrees.
func write(path string, data []byte, agrees func() (bool, error)) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if ok, err := agrees(); !ok || err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
