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

// mostRevisions is how many revisions of a file are looked through, and atOnce how many
// one call of git reads: most of what was signed is found in the first, and the lock of
// quotes is in each.
const (
	mostRevisions = 200
	atOnce        = 8
)

// history looks in version control for an item as it was signed: among the revisions of
// its file, of the translations of that, and of the lock of quotes.
func (inv *invocation) history(ctx context.Context) checked.History {
	byFile := map[string]*pastFile{}
	return func(item checked.Item, hash string) (checked.Item, bool) {
		file := item.Place.File
		past, ok := byFile[file]
		if !ok {
			past = inv.pastOf(ctx, file)
			byFile[file] = past
		}
		for i := 0; i < len(past.items) || inv.readOn(ctx, past); i++ {
			for _, then := range past.items[i] {
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
	names  []string         // of all these, sorted
	unread []string         // revisions that changed one of them, the newest first
	items  [][]checked.Item // by revision, of those that were read
}

// pastOf is a file in version control; without revisions if it is in none.
func (inv *invocation) pastOf(ctx context.Context, file string) *pastFile {
	ext := path.Ext(file)
	translations := ":(glob)" + strings.TrimSuffix(file, ext) + ".*" + ext
	log, err := inv.git(ctx, "", "log", "--format=:%H", "--name-only", "--relative", "-n", strconv.Itoa(mostRevisions), "--", file, translations, verbatim.LockPath)
	if err != nil {
		return &pastFile{}
	}
	now, _ := inv.git(ctx, "", "ls-files", "--", file, translations, verbatim.LockPath) // those that no revision of these has changed
	past := &pastFile{}
	for line := range strings.FieldsSeq(log + now) {
		if hash, ok := strings.CutPrefix(line, ":"); ok {
			past.unread = append(past.unread, hash)
		} else {
			past.names = append(past.names, line)
		}
	}
	slices.Sort(past.names)
	past.names = slices.Compact(past.names)
	return past
}

// readOn reads the items of some more revisions. It is false if there are none.
func (inv *invocation) readOn(ctx context.Context, past *pastFile) bool {
	if len(past.unread) == 0 {
		return false
	}
	some := past.unread[:min(atOnce, len(past.unread))]
	past.unread = past.unread[len(some):]
	var wanted strings.Builder
	for _, hash := range some {
		for _, name := range past.names {
			fmt.Fprintf(&wanted, "%s:./%s\n", hash, name)
		}
	}
	found, err := inv.git(ctx, wanted.String(), "cat-file", "--batch")
	if err != nil {
		return false
	}
	r := bufio.NewReader(strings.NewReader(found))
	for range some {
		var s checked.Source
		var lock []byte
		for _, name := range past.names {
			data, ok := nextObject(r)
			if !ok {
				continue
			}
			switch of, _ := content.TranslationOf(name); {
			case name == verbatim.LockPath:
				lock = data
			case of != "":
				s.Translations = append(s.Translations, source.File{Path: name, Data: data})
			default:
				s.File = source.File{Path: name, Data: data}
			}
		}
		var items []checked.Item
		if s.File.Path != "" {
			lock, _ := verbatim.ParseLock(source.File{Path: verbatim.LockPath, Data: lock})
			items = checked.Items(s, lock)
		}
		past.items = append(past.items, items)
	}
	return true
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
