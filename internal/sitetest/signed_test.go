package sitetest

import (
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
	for _, f := range articleFiles(t) {
		values, _ := statedValues(t, f)
		for _, v := range values {
			whole := v.file(v.text)
			for _, mutant := range v.mutants {
				try(mutant, f.Path, whole, v.file(mutant))
			}
			for _, w := range v.words {
				for _, other := range w.others {
					try(other, f.Path, whole, v.saying(w, other).file(v.text))
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
