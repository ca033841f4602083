package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os/exec"
	"path"
	"slices"
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
	byFile := map[string][]*pastFile{}
	return func(item checked.Item, hash string) (checked.Item, bool) {
		file := item.Place.File
		revisions, ok := byFile[file]
		if !ok {
			revisions = inv.revisionsOf(ctx, file)
			byFile[file] = revisions
		}
		for _, r := range revisions {
			for _, then := range r.all() {
				if then.ID == item.ID && then.Hash == hash {
					return then, true
				}
			}
		}
		return checked.Item{}, false
	}
}

// A pastFile is a file as it was, with its translations and the lock of quotes.
type pastFile struct {
	files  []source.File
	items  []checked.Item
	isRead bool
}

// all are the items of the file as it was.
func (r *pastFile) all() []checked.Item {
	if r.isRead {
		return r.items
	}
	r.isRead = true
	var s checked.Source
	var lock []byte
	for _, f := range r.files {
		switch of, _ := content.TranslationOf(f.Path); {
		case f.Path == verbatim.LockPath:
			lock = f.Data
		case of != "":
			s.Translations = append(s.Translations, f)
		default:
			s.File = f
		}
	}
	if s.File.Path != "" {
		r.items = checked.Items(s, verbatim.ParseLock(lock))
	}
	return r.items
}

// revisionsOf are those that changed what an item of a file says, the newest first; none
// without a repository.
func (inv *invocation) revisionsOf(ctx context.Context, file string) (all []*pastFile) {
	ext := path.Ext(file)
	translations := ":(glob)" + strings.TrimSuffix(file, ext) + ".*" + ext
	log, err := inv.git(ctx, "", "log", "--format=:%H", "--name-only", "--relative", "-n", strconv.Itoa(mostRevisions), "--", file, translations, verbatim.LockPath)
	if err != nil {
		return nil
	}
	var hashes []string
	names := []string{file}
	for line := range strings.FieldsSeq(log) {
		if hash, ok := strings.CutPrefix(line, ":"); ok {
			hashes = append(hashes, hash)
		} else if !slices.Contains(names, line) {
			names = append(names, line)
		}
	}
	slices.Sort(names)
	var wanted strings.Builder
	for _, hash := range hashes {
		for _, name := range names {
			fmt.Fprintf(&wanted, "%s:./%s\n", hash, name)
		}
	}
	found, err := inv.git(ctx, wanted.String(), "cat-file", "--batch")
	if err != nil {
		return nil
	}
	r := bufio.NewReader(strings.NewReader(found))
	for range hashes {
		rev := &pastFile{}
		for _, name := range names {
			if data, ok := nextObject(r); ok {
				rev.files = append(rev.files, source.File{Path: name, Data: data})
			}
		}
		all = append(all, rev)
	}
	return all
}

// nextObject reads an object as "cat-file --batch" prints it. It is false if the repository
// does not have it.
func nextObject(r *bufio.Reader) ([]byte, bool) {
	line, err := r.ReadString('\n')
	head := strings.Fields(line)
	if err != nil || len(head) != 3 {
		return nil, false
	}
	size, err := strconv.Atoi(head[2])
	if err != nil {
		return nil, false
	}
	data := make([]byte, size+1) // with a line end
	if _, err := io.ReadFull(r, data); err != nil {
		return nil, false
	}
	return data[:size], true
}

// git is what a command of git prints in the root folder.
func (inv *invocation) git(ctx context.Context, in string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", inv.root}, args...)...)
	cmd.Stdin = strings.NewReader(in)
	out, err := cmd.Output()
	return string(out), err
}
