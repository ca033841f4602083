package sitetest

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"receipts/internal/checked"
	"receipts/internal/source"
)

// TestSigned makes the changes of TestMutation and of TestStatements again, on a site of
// which everything was read and signed: each is seen, whatever it makes of a sentence,
// since the hash of what was signed covers all that a file states.
func TestSigned(t *testing.T) {
	tried, passed := 0, 0
	try := func(what, file string, before, after []byte) {
		tried++
		if !changes(file, before, after) {
			passed++
			t.Errorf("%s: %s is not seen", file, what)
		}
	}
	paths, err := filepath.Glob("../../content/articles/*.md")
	if err != nil {
		t.Fatal(err)
	}
	const file = "content/articles/a.md"
	for _, path := range paths {
		if isTranslation(path) {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		values, _ := statedValues(t, source.File{Path: "content/articles/" + filepath.Base(path), Data: data})
		for _, v := range values {
			whole := slices.Concat(v.before, []byte(v.text), v.after)
			for _, mutant := range v.mutants {
				try(mutant, file, whole, slices.Concat(v.before, []byte(mutant), v.after))
			}
			for _, w := range v.words {
				at := bytes.Index(v.after, []byte(w.key+": "))
				for _, other := range w.others {
					after := slices.Concat(v.after[:at], bytes.Replace(v.after[at:], []byte(w.text), []byte(other), 1))
					try(other, file, whole, slices.Concat(v.before, []byte(v.text), after))
				}
			}
		}
	}
	t.Logf("%d changes of figures, dates and quotes that were signed, %d seen: %.1f %%", tried, tried-passed, 100*float64(tried-passed)/float64(tried))

	c := readContents(t)
	for _, class := range statementClasses {
		tried, passed = 0, 0
		for _, e := range class.edits(c) {
			try(e.was, e.file, c.files[e.file], e.text)
		}
		t.Logf("%-12s %3d edits of what was signed, %3d seen: %5.1f %%", class.name, tried, tried-passed, 100*float64(tried-passed)/float64(max(1, tried)))
	}
}

// changes reports whether an edit of a file changes what a signature is of.
func changes(file string, before, after []byte) bool {
	hashes := func(data []byte) (all []string) {
		for _, item := range checked.Items(checked.Source{File: source.File{Path: file, Data: data}}, nil) {
			all = append(all, item.ID+" "+item.Hash)
		}
		return all
	}
	signed := hashes(before)
	return len(signed) > 0 && !slices.Equal(signed, hashes(after))
}
