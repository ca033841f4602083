package sitetest

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"receipts"
	"receipts/bench/archive"
	"receipts/internal/build"
	"receipts/internal/content"
	"receipts/internal/fixture"
)

// A site without one part, or without all that can be left out, has none of those
// pages and files, and no link that leads to one.
func TestLeaveOut(t *testing.T) {
	lists := [][]string{content.Parts}
	for _, part := range content.Parts {
		lists = append(lists, []string{part})
	}
	for _, list := range lists {
		t.Run(strings.Join(list, " "), func(t *testing.T) {
			t.Parallel()
			leaveOut(t, list)
		})
	}
}

func leaveOut(t *testing.T, parts []string) {
	files := maps.Collect(archive.New(24, 1).Full())
	files[content.ConfigPath] += "leave_out: [" + strings.Join(parts, ", ") + "]\n"
	s, err := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for path := range s.files {
		part, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
		if slices.Contains(parts, part) || strings.HasSuffix(path, ".csv") && slices.Contains(parts, "data") {
			t.Errorf("%s is there", path)
		}
		if isRecord(path) && (slices.Contains(parts, "data") || slices.Contains(parts, "records")) {
			t.Errorf("%s is there", path)
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
