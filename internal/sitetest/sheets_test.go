package sitetest

import (
	"bytes"
	"compress/gzip"
	"maps"
	"strings"
	"testing"

	"receipts"
	"receipts/bench/archive"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

// maxHTML is what the HTML of a page may weigh, compressed: what the first view
// leaves for it.
const maxHTML = 15 << 10

// On a large site, lists are continued on further sheets; every entry is on one of
// them, and no sheet is heavier than maxHTML.
func TestSheets(t *testing.T) {
	const articles = 300
	s, err := buildFrom(fixture.FS(maps.Collect(archive.New(articles, 1).Full())), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range []struct {
		path, of string
		n        int
	}{
		{"/articles/", "/articles/", articles},
		{"/facts/", "/facts/", len(s.Site.Facts)},
	} {
		seen := map[string]int{}
		sheets := 0
		for path := list.path; path != ""; sheets++ {
			p := s.at[path]
			if p == nil {
				t.Fatalf("%s leads to %s, which does not exist", list.path, path)
			}
			path = ""
			for _, a := range all(all(p.doc, "main")[0], "a") {
				href, _, _ := strings.Cut(value(a, "href"), "#")
				switch rest, ok := strings.CutPrefix(href, list.of); {
				case value(a, "rel") == "next":
					path = value(a, "href")
				case ok && strings.Trim(rest, "/0123456789") != "":
					seen[href]++
				}
			}
		}
		if sheets < 2 {
			t.Errorf("%s has %d sheets", list.path, sheets)
		}
		if len(seen) != list.n {
			t.Errorf("the sheets of %s lead to %d of %d", list.path, len(seen), list.n)
		}
	}
	for _, p := range s.pages {
		var b bytes.Buffer
		z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		_, _ = z.Write(p.source)
		_ = z.Close()
		if b.Len() > maxHTML {
			t.Errorf("%s weighs %d bytes", p.path, b.Len())
		}
	}
	second := s.at["/articles/2/"]
	if got := value(all(second.doc, "link")[0], "href"); got == "" {
		t.Error("no link in the head")
	}
	if got, want := text(all(all(second.doc, "head")[0], "title")[0]), "Articles, page 2 · A large site"; got != want {
		t.Errorf("the second sheet is titled %q, want %q", got, want)
	}
	for _, l := range all(second.doc, "link") {
		if value(l, "rel") == "canonical" && !strings.HasSuffix(value(l, "href"), "/articles/2/") {
			t.Errorf("its canonical address is %q", value(l, "href"))
		}
	}
}
