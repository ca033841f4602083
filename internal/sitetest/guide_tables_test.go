package sitetest

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/locale"
	"receipts/internal/markdown"
	"receipts/internal/source"
)

// The tables of content/guide are checked cell by cell: what is in backticks in the
// first column of a table headed `amount`, `date`, `at`, `text`, `nature`, `kind`,
// `status` or `on` is accepted, or, if the head says so, refused, with what to write
// instead beside it.

// A spelling checks a value: it returns the code and the hint of the diagnostic, if
// there is one, and the value as readers see it.
type spelling func(value string) (code diag.Code, hint, reads string)

var spellings = map[string]spelling{
	"amount": func(s string) (diag.Code, string, string) {
		q, err := amount.Parse(s)
		if bad, ok := err.(*diag.Mistake); ok {
			return diag.BadQuantity, bad.Hint, ""
		}
		return "", "", locale.English().Quantity(q).Plain
	},
	"date": func(s string) (diag.Code, string, string) {
		d, err := edtf.Parse(s)
		if bad, ok := err.(*diag.Mistake); ok {
			return diag.BadDate, bad.Hint, ""
		}
		return "", "", locale.English().Date(d)
	},
	"text": func(s string) (diag.Code, string, string) {
		_, diags := markdown.Parse("text.md", []byte(s), markdown.Options{})
		if len(diags) > 0 {
			return diags[0].Code, "", ""
		}
		return "", "", ""
	},
	"at": func(s string) (diag.Code, string, string) {
		front := "---\nclaims:\n  - at: " + s + "\n---\n"
		_, diags := content.Parse(source.File{Path: "content/articles/a.md", Data: []byte(front)}, content.DefaultLanguage, content.DefaultRegions)
		if slices.ContainsFunc(diags, func(d diag.Diagnostic) bool { return d.Code == diag.BadLocator }) {
			return diag.BadLocator, "", ""
		}
		return "", "", ""
	},
	"nature": oneOf(content.Natures),
	"kind":   oneOf(content.DisagreementKinds),
	"status": oneOf(content.Statuses),
	"on":     oneOf(content.Aspects),
}

func oneOf(words []string) spelling {
	return func(s string) (diag.Code, string, string) {
		if !slices.Contains(words, s) {
			return diag.UnknownWord, "", ""
		}
		return "", "", ""
	}
}

// complete are the tables that have to list every word.
var complete = map[string][]string{
	"nature": content.Natures, "kind": content.DisagreementKinds, "status": content.Statuses, "on": content.Aspects,
}

func TestGuideTables(t *testing.T) {
	seen := map[string]bool{}
	for chapter, text := range chapters(t) {
		for _, tab := range tables(text) {
			head := regexp.MustCompile("^(refused )?`([a-z]+)`$").FindStringSubmatch(tab.head[0])
			if head == nil {
				continue
			}
			read := spellings[head[2]]
			if read == nil {
				t.Errorf("%s: no test knows the table headed %q", chapter, tab.head[0])
				continue
			}
			seen[head[2]] = true
			var values []string
			for _, row := range tab.rows {
				for _, value := range code(row[0]) {
					values = append(values, value)
					checkRow(t, chapter, tab, row, value, head[1] != "", read)
				}
			}
			if all := complete[head[2]]; all != nil {
				if diff := cmp.Diff(all, values); diff != "" {
					t.Errorf("%s: the table of %q is not the list of the program: %s", chapter, head[2], diff)
				}
			}
		}
	}
	for name := range spellings {
		if !seen[name] {
			t.Errorf("no chapter has a table headed `%s`", name)
		}
	}
}

func checkRow(t *testing.T, chapter string, tab table, row []string, value string, refused bool, read spelling) {
	t.Helper()
	got, hint, reads := read(value)
	if !refused {
		if got != "" {
			t.Errorf("%s: %q is refused: %s %s", chapter, value, got, hint)
		}
		if want := tab.cell(row, "reads"); want != "" && want != strings.ReplaceAll(reads, "\u00a0", " ") {
			t.Errorf("%s: %q reads %q, not %q", chapter, value, reads, want)
		}
		return
	}
	if got == "" {
		t.Errorf("%s: %q is not refused", chapter, value)
	}
	if want := code(tab.cell(row, "code")); len(want) > 0 && want[0] != string(got) {
		t.Errorf("%s: %q is refused with %s, not %s", chapter, value, got, want[0])
	}
	for _, instead := range code(tab.cell(row, "write")) {
		if code, _, _ := read(instead); code != "" {
			t.Errorf("%s: %q, to be written for %q, is refused", chapter, instead, value)
		}
		if hint != "" && !strings.Contains(hint, `"`+instead+`"`) {
			t.Errorf("%s: for %q the build does not propose %q but: %s", chapter, value, instead, hint)
		}
	}
}

// A table of a chapter, its cells as written.
type table struct {
	head []string
	rows [][]string
}

func (t table) cell(row []string, head string) string {
	i := slices.Index(t.head, head)
	if i < 0 || i >= len(row) {
		return ""
	}
	return row[i]
}

func tables(text string) []table {
	var out []table
	inside, open := false, ""
	for line := range strings.Lines(text) {
		if m := fence.FindStringSubmatch(line); m != nil && (open == "" || strings.TrimSpace(line) == open) {
			if open == "" {
				open = m[1]
			} else {
				open = ""
			}
		}
		switch {
		case open != "" || !strings.HasPrefix(line, "|"):
			inside = false
		case !inside:
			out = append(out, table{head: cells(line)})
			inside = true
		case !strings.HasPrefix(line, "|--"):
			last := &out[len(out)-1]
			last.rows = append(last.rows, cells(line))
		}
	}
	return out
}

// cells splits a row at its bars; "\|" is a bar in a cell.
func cells(line string) []string {
	line = strings.ReplaceAll(strings.TrimSpace(line), `\|`, "\x00")
	parts := strings.Split(strings.Trim(line, "|"), "|")
	for i, p := range parts {
		parts[i] = strings.ReplaceAll(strings.TrimSpace(p), "\x00", "|")
	}
	return parts
}

// code returns what is between backticks.
func code(cell string) []string {
	var out []string
	for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cell, -1) {
		out = append(out, m[1])
	}
	return out
}
