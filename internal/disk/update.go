package disk

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

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
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer root.Close()
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		if done, err := update(root, filepath.Base(path), change); done || err != nil {
			return err
		}
	}
}

// update does it once. It has not done it if another program wrote the file meanwhile.
func update(root *os.Root, name string, change func(old []byte) ([]byte, error)) (done bool, err error) {
	p := putting{root: root}
	read := func() ([]byte, error) {
		data, err := p.read(name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return data, err
	}
	old, err := read()
	if err != nil {
		return false, err
	}
	data, err := change(old)
	if err != nil || bytes.Equal(old, data) {
		return true, err
	}
	return p.all(map[string][]byte{name: data}, func() (bool, error) {
		now, err := read()
		return bytes.Equal(now, old), err
	})
}
