package sitetest

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"receipts"
	"receipts/bench/archive"
	"receipts/internal/build"
	"receipts/internal/content"
)

// A site without all that can be left out has none of those pages and files,
// and no link that leads to one.
func TestLeaveOut(t *testing.T) {
	fsys := fstest.MapFS{}
	for name, text := range maps.Collect(archive.New(60, 1).Full()) {
		if name == content.ConfigPath {
			text += "leave_out: [" + strings.Join(content.Parts, ", ") + "]\n"
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := buildFrom(fsys, receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for path := range s.files {
		part, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
		for _, left := range content.Parts {
			if part == left || strings.HasSuffix(path, ".csv") {
				t.Errorf("%s is there", path)
			}
		}
	}
	for _, p := range s.pages {
		for n := range elements(p.doc) {
			for _, key := range linkAttrs {
				if dest, ok := attr(n, key); ok {
					if fault := s.follow(p, dest); fault != "" || dest == "" {
						t.Errorf("%s: %s=%q of %s %s", p.path, key, dest, label(n), fault)
					}
				}
			}
		}
	}
	if len(s.at) == 0 || s.at["/timeline/"] == nil {
		t.Error("the pages that stay are not there")
	}
}
