package main

import (
	"context"
	"os/exec"
	"path"
	"strconv"
	"strings"

	"receipts/internal/checked"
	"receipts/internal/content"
	"receipts/internal/source"
	"receipts/internal/verbatim"
)

// mostRevisions is how many revisions of a file are looked through.
const mostRevisions = 200

// history looks in version control for an item as it was signed: among the revisions of
// its file, of the translations of that, and of the lock of quotes.
func (inv *invocation) history(ctx context.Context) checked.History {
	revisions := map[string][]string{}   // by file
	items := map[string][]checked.Item{} // by revision and file
	return func(item checked.Item, hash string) (checked.Item, bool) {
		file := item.Place.File
		if _, ok := revisions[file]; !ok {
			revisions[file] = inv.revisionsOf(ctx, file)
		}
		for _, rev := range revisions[file] {
			key := rev + " " + file
			if _, ok := items[key]; !ok {
				items[key] = inv.itemsAt(ctx, rev, file)
			}
			for _, then := range items[key] {
				if then.ID == item.ID && then.Hash == hash {
					return then, true
				}
			}
		}
		return checked.Item{}, false
	}
}

// revisionsOf are those that changed what an item of a file says, the newest first; none
// without a repository.
func (inv *invocation) revisionsOf(ctx context.Context, file string) []string {
	ext := path.Ext(file)
	translations := ":(glob)" + strings.TrimSuffix(file, ext) + ".*" + ext
	out, err := exec.CommandContext(ctx, "git", "-C", inv.root, "log", "--format=%H", "-n", strconv.Itoa(mostRevisions), "--", file, translations, verbatim.LockPath).Output()
	if err != nil {
		return nil
	}
	return strings.Fields(string(out))
}

// itemsAt are the items of a file as it was at a revision.
func (inv *invocation) itemsAt(ctx context.Context, rev, file string) []checked.Item {
	show := func(file string) (source.File, bool) {
		data, err := exec.CommandContext(ctx, "git", "-C", inv.root, "show", rev+":./"+file).Output()
		return source.File{Path: file, Data: data}, err == nil
	}
	f, ok := show(file)
	if !ok {
		return nil
	}
	s := checked.Source{File: f}
	names, _ := exec.CommandContext(ctx, "git", "-C", inv.root, "ls-tree", "--name-only", rev+":./"+path.Dir(file)).Output()
	for name := range strings.FieldsSeq(string(names)) {
		name = path.Join(path.Dir(file), name)
		if of, _ := content.TranslationOf(name); of == file {
			if t, ok := show(name); ok {
				s.Translations = append(s.Translations, t)
			}
		}
	}
	lock, _ := show(verbatim.LockPath)
	return checked.Items(s, verbatim.ParseLock(lock.Data))
}
