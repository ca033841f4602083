package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"receipts/internal/checked"
	"receipts/internal/source"
)

// Each version of an item is found that version control has, with the words of a
// translation that changed before all the revisions that are looked through.
func TestHistory(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	const page, translation = "content/organizations/paper.md", "content/organizations/paper.fr.md"
	words := source.File{Path: translation, Data: []byte("---\ntitle: Le Journal\n---\n")}
	var log bytes.Buffer
	var was []checked.Item
	for n := range mostRevisions + 2 {
		f := source.File{Path: page, Data: fmt.Appendf(nil, "---\ntitle: The Paper\nkind: outlet\nsummary: %d papers.\n---\n", n)}
		was = append(was, checked.Items(checked.Source{File: f, Translations: []source.File{words}}, nil)[0])
		fmt.Fprintf(&log, "commit refs/heads/main\ncommitter a <a@example.org> %d +0000\ndata 1\n.\n", 1e9+n)
		for _, f := range []source.File{words, f} {
			fmt.Fprintf(&log, "M 644 inline %s\ndata %d\n%s\n", f.Path, len(f.Data), f.Data)
		}
	}
	root := t.TempDir()
	for _, args := range [][]string{{"init", "-q", "-b", "main"}, {"fast-import", "--quiet"}, {"reset", "-q", "--hard"}} {
		git := exec.Command("git", append([]string{"-C", root}, args...)...)
		git.Stdin = bytes.NewReader(log.Bytes())
		if out, err := git.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	if _, err := os.Stat(filepath.Join(root, translation)); err != nil {
		t.Fatal(err)
	}
	before := (&invocation{options: options{root: root}}).history(t.Context())
	for i, item := range was {
		then, ok := before(was[0], item.Hash)
		if want := i >= 2; ok != want || ok && then.Hash != item.Hash {
			t.Errorf("version %d: found %v, want %v", i, ok, want)
		}
	}
}
