package sitetest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"receipts/internal/content"
	"receipts/internal/yamldoc"
)

var (
	// “`part_of`”, “`draft: true`”: in the running text.
	keySpan = regexp.MustCompile("`([a-z_-]+)(:(?: [^`]*)?)?`")
	// A line of an example, in a mapping or at the beginning of an item.
	keyLine = regexp.MustCompile(`(?m)^ *(?:- )?([a-z_-]+):(?: |$)`)
	// A row of a table of keys.
	keyRow    = regexp.MustCompile("(?m)^\\| `([a-z_-]+)` \\|")
	exampleOf = regexp.MustCompile("(?ms)^```([a-z]*)\n(.*?)^```$")
)

// TestGuideKeys holds that the guide shows every key that the program reads, in an
// example or by its name, and names none that it does not read.
func TestGuideKeys(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "..", "content", "guide", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no chapters: %v", err)
	}
	forms := content.Forms()
	known := map[string]bool{}
	for _, f := range forms {
		eachKey(f, func(k yamldoc.KeyForm) { known[k.Name] = true })
	}
	shown := map[string]bool{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range exampleOf.FindAllStringSubmatch(string(data), -1) {
			if m[1] == "yaml" || m[1] == "markdown" {
				for _, key := range keyLine.FindAllStringSubmatch(m[2], -1) {
					shown[key[1]] = true
				}
			}
		}
		text := exampleOf.ReplaceAllString(string(data), "")
		for _, m := range keySpan.FindAllStringSubmatch(text, -1) {
			shown[m[1]] = true
			if isKey := strings.HasPrefix(m[2], ": ") || strings.Contains(m[1], "_"); isKey && !known[m[1]] {
				t.Errorf("%s names the key %q, which nothing has", file, m[1])
			}
		}
		for table := range strings.SplitSeq(text, "\n\n") {
			if !strings.HasPrefix(strings.TrimSpace(table), "| key |") {
				continue
			}
			for _, m := range keyRow.FindAllStringSubmatch(table, -1) {
				if !known[m[1]] {
					t.Errorf("%s has a row for the key %q, which nothing has", file, m[1])
				}
			}
		}
	}
	for name, f := range forms {
		eachKey(f, func(k yamldoc.KeyForm) {
			if !shown[k.Name] {
				t.Errorf("no chapter shows the key %q of %s: %s", k.Name, name, k.Sentence)
			}
			if k.Sentence == "" || strings.HasSuffix(k.Sentence, ".") {
				t.Errorf("the key %q of %s says %q of itself", k.Name, name, k.Sentence)
			}
		})
	}
}

// eachKey calls do for the keys of f and of all that it holds.
func eachKey(f *yamldoc.Form, do func(yamldoc.KeyForm)) {
	if f == nil {
		return
	}
	for _, k := range f.Keys {
		do(k)
		eachKey(k.Form, do)
	}
	eachKey(f.Item, do)
	eachKey(f.Values, do)
}
