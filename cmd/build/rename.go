package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/disk"
	"receipts/internal/rename"
	"receipts/internal/source"
)

var renameCommand = command{
	name:  "rename",
	args:  "OLD NEW",
	short: "rename an id in all files",
	long: `Renames what has the id OLD: its file, and each place of content/ that refers to it.
By "aliases" the old address leads to the new one from then on. All files are made
and checked first; if anything is wrong, none is changed.`,
	example: "rename ledger-2024 ledger-2024-11-03",
	flags:   []string{"root", "j"},
	run:     runRename,
}

func runRename(ctx context.Context, inv *invocation) error {
	if len(inv.args) < 2 {
		return &usageError{"rename takes an id and the one that it is to have", inv.call("rename OLD NEW")}
	}
	root, err := inv.openRoot()
	if err != nil {
		return err
	}
	defer root.Close()
	unlock, err := disk.Lock(ctx, filepath.Join(inv.root, "content")) // the file of signatures is written by others, too
	if err != nil {
		return err
	}
	defer unlock()
	tree := source.FS(root.FS())
	opt := build.Options{Drafts: true, Jobs: inv.jobs}
	was, err := build.Over(tree, source.FS(receipts.Defaults), opt).Build(ctx)
	if err != nil {
		return err
	}
	if errors, _ := was.Diags.Count(); errors > 0 {
		return inv.report(was, was.Diags)
	}
	in := rename.Input{Site: was.Site, Others: was.Others, Reviews: was.Reviews, Read: root.ReadFile, Old: inv.args[0], New: inv.args[1]}
	files, err := in.Files()
	if bad, ok := errors.AsType[*diag.Mistake](err); ok {
		return &usageError{bad.Message, bad.Hint}
	} else if err != nil {
		return err
	}
	isNow, err := build.Over(files.Over(tree), source.FS(receipts.Defaults), opt).Build(ctx)
	if err != nil {
		return err
	}
	if errors, _ := isNow.Diags.Count(); errors > 0 {
		fmt.Fprintf(inv.stderr, "%s: %s cannot be renamed: the site would have these mistakes\n\n", inv.program, inv.args[0])
		return inv.report(isNow, isNow.Diags)
	}
	if err := in.RelockQuotes(files, isNow.Site); err != nil {
		return err
	}
	if isNow, err = build.Over(files.Over(tree), source.FS(receipts.Defaults), opt).Build(ctx); err != nil {
		return err
	}
	published, err := build.Over(files.Over(tree), source.FS(receipts.Defaults), build.Options{Jobs: inv.jobs}).Build(ctx)
	if err != nil {
		return err
	}
	if errors, _ := published.Diags.Count(); errors > 0 { // such as a link to a draft
		published.Site = nil
	}
	if err := in.Relock(files, published.Site, isNow.Reviews); err != nil {
		return err
	}
	unchanged := func() error {
		for _, path := range slices.Sorted(maps.Keys(files)) {
			now, err := source.Read(root.FS(), path)
			if err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
			if !bytes.Equal(now.Data, was.Text(path)) {
				return &usageError{path + " has changed meanwhile; nothing was renamed", "rename again"}
			}
		}
		return nil
	}
	if err := disk.Put(root, files, unchanged); err != nil {
		return err
	}
	maps.DeleteFunc(files, func(_ string, data []byte) bool { return data == nil })
	inv.say("%s is called %s now, in %s\n", inv.args[0], inv.args[1], diag.Plural(len(files), "file"))
	return nil
}
