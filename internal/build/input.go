package build

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/render"
	"receipts/internal/source"
	"receipts/internal/verbatim"
)

// An Input is every file that a site is made of.
type Input struct {
	config                   *source.File   // nil if there is none
	lock                     *verbatim.Lock // nil if no quote was ever looked up
	all                      []source.File  // of content/
	given                    []source.File  // the site file and the lock; empty if there is none
	content, layouts, static []source.File
	diags                    diag.List // what stands among the files and is none
}

// Kept is the Result of in as far as one needs it who has the routes from
// elsewhere.
func (in *Input) Kept(routes []render.Route, diags diag.List) *Result {
	return &Result{texts: in.texts(), Files: len(in.content), Routes: routes, Diags: diags}
}

// HashInto writes what tells in from any other input. It is false if something
// about it stands in no file.
func (in *Input) HashInto(h hash.Hash) bool {
	for _, list := range [][]source.File{in.all, in.layouts, in.static} {
		sums := make([][sha256.Size]byte, len(list))
		_ = Each(context.Background(), 0, len(list), func(i int) error {
			sums[i] = sha256.Sum256(list[i].Data)
			return nil
		})
		fmt.Fprintf(h, "%d files\n", len(list))
		for i, f := range list {
			fmt.Fprintf(h, "%q %x\n", f.Path, sums[i])
		}
	}
	return len(in.diags) == 0
}

// Read reads all files. Nothing of content/ is built in.
func (b *Builder) Read(ctx context.Context) (*Input, error) {
	in := &Input{}
	own := source.Layered{Own: b.root}
	layered := source.Layered{Own: b.root, Default: b.defaults}
	var err error
	if in.content, err = b.readFolder(ctx, in, own, "content"); err != nil {
		return nil, fmt.Errorf("read content: %w", err)
	}
	if in.layouts, err = b.readFolder(ctx, in, layered, "layouts"); err != nil {
		return nil, fmt.Errorf("read layouts: %w", err)
	}
	if in.static, err = b.readFolder(ctx, in, layered, "static"); err != nil {
		return nil, fmt.Errorf("read static files: %w", err)
	}
	in.all = slices.Clone(in.content)
	in.given = make([]source.File, 2)
	if in.config = take(&in.content, content.ConfigPath); in.config != nil {
		in.given[0] = *in.config
	}
	if f := take(&in.content, verbatim.LockPath); f != nil {
		in.given[1], in.lock = *f, verbatim.ParseLock(f.Data)
	}
	return in, nil
}

// take removes the file at path from files and returns it, or nil.
func take(files *[]source.File, path string) *source.File {
	i := slices.IndexFunc(*files, func(f source.File) bool { return f.Path == path })
	if i < 0 {
		return nil
	}
	f := (*files)[i]
	*files = slices.Delete(*files, i, i+1)
	return &f
}

// readFolder reads the files of a folder. What is no file is an author's
// mistake, and no reason not to read the rest.
func (b *Builder) readFolder(ctx context.Context, in *Input, l source.Layered, folder string) ([]source.File, error) {
	paths, err := l.List(folder)
	if err != nil {
		return nil, err
	}
	files := make([]source.File, len(paths))
	odd := make([]*source.NotFile, len(paths))
	err = Each(ctx, b.opt.Jobs, len(paths), func(i int) error {
		var err error
		if files[i], err = l.Read(paths[i]); errors.As(err, &odd[i]) {
			return nil
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	whole := files[:0]
	for i, f := range files {
		if odd[i] == nil {
			whole = append(whole, f)
			continue
		}
		in.diags.AddHint(diag.NotAFile, diag.Place{File: paths[i]}, "this is "+odd[i].What, "put a file in its place, or take it away")
	}
	return whole, nil
}

// texts are the bytes of every file that is still held, for frames.
func (in *Input) texts() map[string][]byte {
	texts := map[string][]byte{}
	for _, list := range [][]source.File{in.content, in.layouts, in.static} {
		for _, f := range list {
			if f.Data != nil {
				texts[f.Path] = f.Data
			}
		}
	}
	if in.config != nil {
		texts[in.config.Path] = in.config.Data
	}
	return texts
}
