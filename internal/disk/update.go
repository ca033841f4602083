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
		if err := update(root, filepath.Base(path), change); !errors.Is(err, errMeanwhile) {
			return err
		}
	}
}

// errMeanwhile says that another program wrote the file meanwhile.
var errMeanwhile = errors.New("it was written meanwhile")

// update does it once.
func update(root *os.Root, name string, change func(old []byte) ([]byte, error)) error {
	read := func() ([]byte, error) {
		data, err := read(root, name)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, nil
		}
		return data, err
	}
	old, err := read()
	if err != nil {
		return err
	}
	data, err := change(old)
	if err != nil || bytes.Equal(old, data) {
		return err
	}
	return Put(root, map[string][]byte{name: data}, func() error {
		now, err := read()
		if err == nil && !bytes.Equal(now, old) {
			err = errMeanwhile
		}
		return err
	})
}
