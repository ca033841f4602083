package build

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"receipts/internal/addresses"
	"receipts/internal/checked"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/source"
	"receipts/internal/verbatim"
)

// An input is every file that a site is made of.
type input struct {
	config, lock, addresses, checked source.File // empty if there is none
	content, layouts, static         []source.File
	messages                         []source.File // of content/messages/
	translations                     []source.File // by path
	diags                            diag.List     // of what is no file: a folder with a file's name
}

// read reads all files. Only layouts and static files have defaults.
func (b *Builder) read(ctx context.Context) (*input, error) {
	in := &input{}
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
	in.config, in.lock = take(&in.content, content.ConfigPath), take(&in.content, verbatim.LockPath)
	in.messages = takeAll(&in.content, func(f source.File) bool { return strings.HasPrefix(f.Path, messagesFolder) })
	in.translations = takeAll(&in.content, func(f source.File) bool { _, lang := content.TranslationOf(f.Path); return lang != "" })
	in.addresses, in.checked = take(&in.content, addresses.LockPath), take(&in.content, checked.Path)
	return in, nil
}

// take removes the file at path from files and returns it; an empty one if it is
// not there.
func take(files *[]source.File, path string) source.File {
	i := slices.IndexFunc(*files, func(f source.File) bool { return f.Path == path })
	if i < 0 {
		return source.File{}
	}
	f := (*files)[i]
	*files = slices.Delete(*files, i, i+1)
	return f
}

// messagesFolder has a file for each language in which a site has words of its own for
// what pages say.
const messagesFolder = "content/messages/"

// takeAll removes some files from files and returns them.
func takeAll(files *[]source.File, some func(source.File) bool) (taken []source.File) {
	*files = slices.DeleteFunc(*files, func(f source.File) bool {
		if some(f) {
			taken = append(taken, f)
			return true
		}
		return false
	})
	return taken
}

// readFolder reads the files of a folder. What is no file, such as a folder named
// like one, is an author's mistake, and the rest is read.
func (b *Builder) readFolder(ctx context.Context, in *input, l source.Layered, folder string) ([]source.File, error) {
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
	byFolded := map[string]string{} // paths
	for i, f := range files {
		at := diag.Place{File: paths[i]}
		folded := source.Folded(paths[i])
		why := source.Misnamed(paths[i])
		if other := byFolded[folded]; other != "" && why == "" {
			why = `the name differs from "` + other + `" only in capital letters or in how accents are encoded, which not all systems tell apart`
		}
		byFolded[folded] = paths[i]
		switch {
		case source.IsOtherVersion(paths[i]):
			in.diags.AddHint(diag.BadFileName, at, "a merge, or what synchronizes the folder, has put this file beside another", "take what you need from it, then take it away")
			continue
		case why != "":
			in.diags.AddHint(diag.BadFileName, at, why, "rename it")
			continue
		}
		if odd[i] == nil {
			whole = append(whole, f)
			continue
		}
		in.diags.AddHint(diag.NotAFile, at, "this is "+odd[i].What, "put the file itself, or the folder, in its place, or take it away")
	}
	return whole, nil
}

// texts are the bytes of every file by path, to show lines of in messages.
func (in *input) texts() map[string][]byte {
	texts := map[string][]byte{in.config.Path: in.config.Data, in.lock.Path: in.lock.Data, in.addresses.Path: in.addresses.Data, in.checked.Path: in.checked.Data}
	for _, list := range [][]source.File{in.content, in.messages, in.translations, in.layouts, in.static} {
		for _, f := range list {
			texts[f.Path] = f.Data
		}
	}
	return texts
}
