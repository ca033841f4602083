package archive_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/bench/archive"
	"receipts/internal/build"
	"receipts/internal/fixture"
	"receipts/internal/verbatim"
)

// sum is a hash of files with their paths.
func sum(files iter.Seq2[string, string]) string {
	h := sha256.New()
	for path, text := range files {
		fmt.Fprintf(h, "%s %d\n%s", path, len(text), text)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// articles are the files of articles alone: layouts may change.
func articles(files iter.Seq2[string, string]) iter.Seq2[string, string] {
	return func(yield func(path, text string) bool) {
		for path, text := range files {
			if strings.HasPrefix(path, "content/articles/") && strings.HasSuffix(path, ".md") && !strings.HasPrefix(path, "content/articles/_") && !yield(path, text) {
				return
			}
		}
	}
}

// The same number and seed give the same bytes in each version of the package:
// otherwise figures of two runs could not be compared.
func TestSameBytes(t *testing.T) {
	for _, tt := range []struct {
		desc  string
		n     int
		seed  uint64
		files func(*archive.Archive) iter.Seq2[string, string]
		want  string
	}{
		{"receipts", 100, 1, (*archive.Archive).Full, "5566e0390dbcc3e1"},
		{"another seed", 100, 2, (*archive.Archive).Full, "7fe686f7a43ec855"},
		{"hugo", 100, 1, (*archive.Archive).Hugo, "e29b712a4ca2281e"},
		{"eleventy", 100, 1, (*archive.Archive).Eleventy, "7a1b311ef2a46634"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			got := sum(articles(tt.files(archive.New(tt.n, tt.seed))))
			if got != tt.want {
				t.Errorf("the articles are %s, want %s", got, tt.want)
			}
			if again := sum(articles(tt.files(archive.New(tt.n, tt.seed)))); again != got {
				t.Errorf("a second archive is %s, the first was %s", again, got)
			}
		})
	}
}

var (
	ours     = regexp.MustCompile(`\[\[([^|\]]+)\|([^\]]+)\]\]`)
	hugos    = regexp.MustCompile(`\[([^\]]+)\]\(/(?:articles|entities|questions)/([^)]+)\)`)
	eleventy = regexp.MustCompile(`\[([^\]]+)\]\((?:article|entity|question):([^)]+)\)`)
)

// carried is what an article says, whatever the program that it is written for.
type carried struct {
	Title, Body                 string
	Links                       []string
	States, Questions, Entities []string
	Dates                       int // of amounts and events
}

func ourArticle(text string) carried {
	front, body, _ := strings.Cut(text, "\n---\n")
	c := carried{Title: first(front, `title: (.*)`), Body: ours.ReplaceAllString(body, "$2")}
	for _, m := range ours.FindAllStringSubmatch(body, -1) {
		c.Links = append(c.Links, m[1])
	}
	c.States, c.Questions = each(front, `  - ([A-Z]{2}): `), each(front, `  - question: (.*)`)
	c.Entities = slices.Compact(slices.Sorted(slices.Values(append(each(front, `from: (.*)`), each(front, `to: (.*)`)...))))
	c.Dates = len(each(front, `(?m)^    date: (.*)`))
	return c
}

func peerArticle(text string, link *regexp.Regexp) carried {
	front, body, _ := strings.Cut(text, "\n---\n")
	c := carried{Title: first(front, `title: (.*)`), Body: link.ReplaceAllString(body, "$1")}
	for _, m := range link.FindAllStringSubmatch(body, -1) {
		c.Links = append(c.Links, m[2])
	}
	_, lists, _ := strings.Cut(front, "questions:\n")
	questions, entities, _ := strings.Cut(lists, "entities:\n")
	c.States = strings.Split(first(front, `states: \[(.*)\]`), ", ")
	c.Questions, c.Entities = each(questions, `  - (.*)`), slices.Sorted(slices.Values(each(entities, `  - (.*)`)))
	c.Dates = len(each(front, `(?m)^    date: (.*)`))
	return c
}

func first(text, pattern string) string {
	return regexp.MustCompile(pattern).FindStringSubmatch(text)[1]
}

func each(text, pattern string) []string {
	var out []string
	for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

// All programs are given the same text, the same links and the same taxonomies.
func TestSameForAll(t *testing.T) {
	a := archive.New(60, 3)
	known := map[string]bool{}
	for _, s := range a.Slugs {
		known[s] = true
	}
	for _, q := range a.Questions {
		known[q.ID] = true
	}
	for _, e := range a.Entities {
		known[e.ID] = true
	}
	for i := range a.Slugs {
		x := a.Article(i)
		want := ourArticle(x.Receipts())
		for name, got := range map[string]carried{"hugo": peerArticle(x.Hugo(), hugos), "eleventy": peerArticle(x.Eleventy(), eleventy)} {
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s, %s: -receipts +%s\n%s", x.Slug, name, name, diff)
			}
		}
		if n := len(want.Links); n < 6 || n > 10 {
			t.Errorf("%s has %d links", x.Slug, n)
		}
		targets := slices.Sorted(slices.Values(want.Links))
		if len(slices.Compact(targets)) != len(want.Links) {
			t.Errorf("%s links to one thing twice: %v", x.Slug, want.Links)
		}
		for _, l := range want.Links {
			if !known[l] {
				t.Errorf("%s links to %s, which does not exist", x.Slug, l)
			}
		}
		if n := len(strings.Fields(want.Body)); n < 250 || n > 800 {
			t.Errorf("%s has %d words", x.Slug, n)
		}
	}
}

// The site is built as a whole: a diagnostic would end the build early, and a
// layout that asks for what its data does not have would cut a page short.
func TestWhole(t *testing.T) {
	for name, files := range map[string]iter.Seq2[string, string]{"full": archive.New(60, 1).Full(), "equal": archive.New(60, 1).Equal()} {
		t.Run(name, func(t *testing.T) {
			b := build.New(fixture.FS(maps.Collect(files)), receipts.Defaults, build.Options{})
			res, err := b.Build(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if err := b.CheckRoutes(t.Context(), res); err != nil {
				t.Error(err)
			}
			for _, d := range res.Diags {
				if d.Place.File != verbatim.LockPath { // there are no sources to look quotes up in
					t.Errorf("%s: %s (%s)", d.Place.File, d.Message, d.Hint)
				}
			}
		})
	}
}

// A loop over the files can stop at any of them.
func TestStop(t *testing.T) {
	for _, files := range []iter.Seq2[string, string]{archive.New(20, 1).Equal(), archive.New(20, 1).Hugo(), archive.New(20, 1).Eleventy()} {
		all := maps.Collect(files)
		for most := range len(all) {
			n := 0
			for range files {
				if n++; n > most {
					break
				}
			}
		}
	}
}
