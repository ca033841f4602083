package receipts_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	// “`Parse` in `internal/content/page.go`”
	named = regexp.MustCompile("`(\\w+)` in\\s+`([\\w./-]+\\.go)`")
	// “`internal/content`”, “`layouts/base.html`”
	inTree = regexp.MustCompile("`((?:cmd|content|docs|internal|layouts|static)/[\\w./-]+)`")
)

// TestDocsNameTheCode holds what docs/ and README.md say of files and functions
// to the tree.
func TestDocsNameTheCode(t *testing.T) {
	docs, err := filepath.Glob("docs/*.md")
	if err != nil || len(docs) == 0 {
		t.Fatal("no documents", err)
	}
	decisions, _ := filepath.Glob("docs/decisions/*.md")
	for _, doc := range append(append(docs, decisions...), "README.md") {
		data, err := os.ReadFile(doc)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range inTree.FindAllStringSubmatch(string(data), -1) {
			if strings.Contains(m[1], "DATE") {
				continue
			}
			if _, err := os.Stat(m[1]); err != nil {
				t.Errorf("%s names %s, which does not exist", doc, m[1])
			}
		}
		for _, m := range named.FindAllStringSubmatch(string(data), -1) {
			code, err := os.ReadFile(m[2])
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
