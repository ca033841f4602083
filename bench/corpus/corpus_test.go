package corpus_test

import (
	"testing"
	"testing/fstest"

	"receipts"
	"receipts/bench/corpus"
	"receipts/internal/build"
	"receipts/internal/verbatim"
)

// What is measured is a whole site: a diagnostic would end the build early.
func TestWhole(t *testing.T) {
	root := fstest.MapFS{}
	for name, text := range corpus.Files(40) {
		root[name] = &fstest.MapFile{Data: []byte(text)}
	}
	res, err := build.New(root, receipts.Defaults, build.Options{}).Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range res.Diags {
		if d.Place.File == verbatim.LockPath {
			continue // there are no sources to look quotes up in
		}
		t.Errorf("%s: %s (%s)", d.Place.File, d.Message, d.Hint)
	}
}
