package repotest

import (
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const architecture = "docs/architecture.md"

var (
	// “`Parse` in `internal/content/page.go`”
	named = regexp.MustCompile("`(\\w+)` in\\s+`([\\w./-]+\\.go)`")
	// “`internal/content`”, “`layouts/base.html`”
	inTree = regexp.MustCompile("`((?:bench|cmd|content|docs|internal|layouts|static)/[\\w./-]+)`")
)

// TestDocsNameTheCode checks that the files and functions that docs/ and README.md
// name exist.
func TestDocsNameTheCode(t *testing.T) {
	docs := []string{"README.md"}
	for _, pattern := range []string{"docs/*.md", "docs/decisions/*.md"} {
		found, err := fs.Glob(tree, pattern)
		if err != nil || len(found) == 0 {
			t.Fatal("no documents", err)
		}
		docs = append(docs, found...)
	}
	for _, doc := range docs {
		text := read(t, doc)
		for _, m := range inTree.FindAllStringSubmatch(text, -1) {
			if strings.Contains(m[1], "DATE") {
				continue
			}
			if _, err := fs.Stat(tree, strings.TrimSuffix(m[1], "/")); err != nil {
				t.Errorf("%s names %s, which does not exist", doc, m[1])
			}
		}
		for _, m := range named.FindAllStringSubmatch(text, -1) {
			code, err := fs.ReadFile(tree, m[2])
			if err != nil {
				t.Errorf("%s names %s, which does not exist", doc, m[2])
				continue
			}
			declared := regexp.MustCompile(`(?m)^(?:func (?:\([^)]*\) )?|type |var |\t)` + m[1] + `\b`)
			if !declared.Match(code) {
				t.Errorf("%s names %s in %s, which does not declare it", doc, m[1], m[2])
			}
		}
	}
}

// docs/architecture.md names the packages that the tests of this package exempt
// from a rule.
func TestDocsNameTheRules(t *testing.T) {
	for words, want := range map[string][]string{
		"Goroutines live in": slices.Sorted(maps.Keys(mayStart)),
		"YAML is read in":    readsYAML,
	} {
		sentence := regexp.MustCompile(`(?s)` + words + `.*?\.\s`).FindString(read(t, architecture))
		var got []string
		for _, m := range inTree.FindAllStringSubmatch(sentence, -1) {
			got = append(got, m[1])
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: “%s …” (-rule +said):\n%s", architecture, words, diff)
		}
	}
}
