package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"receipts/internal/content"
	"receipts/internal/disk"
	"receipts/internal/source"
)

var translatedCommand = command{
	name:  "translated",
	args:  "[FILE]",
	short: "note that a translation is of its original as that is now",
	long: `Writes into a translation, such as content/facts/a.fr.md, a line "translated_from:"
with a short hash of the words that it translates; without FILE, into all of them.
"check" then says which originals have changed since. Read both before.`,
	example: "translated content/facts/daily-award.fr.md",
	flags:   []string{"root"},
	run:     runTranslated,
}

func runTranslated(_ context.Context, inv *invocation) error {
	root, err := inv.openRoot()
	if err != nil {
		return err
	}
	defer root.Close()
	files := inv.args
	if len(files) == 0 {
		all, err := source.List(root.FS(), "content")
		if err != nil {
			return err
		}
		files = slices.DeleteFunc(all, func(p string) bool { original, _ := content.TranslationOf(p); return original == "" })
	}
	noted := map[string][]byte{}
	for _, file := range files {
		of, _ := content.TranslationOf(file)
		if of == "" {
			return &usageError{`"` + file + `" is not named as a translation`, "a translation of content/facts/a.md is content/facts/a.fr.md"}
		}
		data, err := root.ReadFile(file)
		if err != nil {
			return err
		}
		translation := source.File{Path: file, Data: data}
		original, err := source.Read(root.FS(), of)
		if errors.Is(err, fs.ErrNotExist) {
			return &usageError{"there is no " + of + " that " + file + " translates", ""}
		}
		if err != nil {
			return err
		}
		now, ok := content.NoteTranslated(original, translation)
		switch {
		case !ok:
			return fmt.Errorf("%s or %s has mistakes; \"build check\" tells them", of, file)
		case bytes.Equal(now, data):
		default:
			noted[file] = now
		}
	}
	if err := disk.Put(root, noted, nil); err != nil {
		return err
	}
	fmt.Fprintf(inv.stdout, "%d of %d translations noted\n", len(noted), len(files))
	return nil
}
