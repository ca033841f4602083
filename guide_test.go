package receipts_test

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"receipts"
	"receipts/internal/amount"
	"receipts/internal/build"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/locale"
	"receipts/internal/markdown"
	"receipts/internal/source"
)

// The examples of content/guide are built, so that the guide cannot promise
// what the program refuses. A reader sees the same marks as this test:
//
//   - A block of YAML begins with the file it belongs to:
//     "# content/articles/example.md". It shows the keys it is about; the
//     others come from the file of that name in testdata/guide.txtar.
//   - A block of Markdown is the text of an article. If it begins with "---" it
//     is a whole file, whose name is the comment on the next line.
//   - ", refused: E021" behind the name says that the build answers with that
//     code and no other. Every other example builds without any diagnostic.
//   - Tables are read cell by cell: what stands in code in the first column of
//     a table headed `amount`, `date`, `at`, `text`, `nature`, `kind`,
//     `status` or `on` is accepted, and refused if the head says so, with what to write
//     instead beside it.

const guideFolder = "content/guide"

// chapters returns the text of each chapter by its file.
func chapters(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	files, err := fs.Glob(os.DirFS("."), guideFolder+"/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no chapters: %v", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[f] = string(data)
	}
	return out
}

// fixture is the site of testdata/guide.txtar.
func fixture(t *testing.T) map[string]string {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/guide.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

func TestGuideExamples(t *testing.T) {
	small := fixture(t)
	for chapter, text := range chapters(t) {
		for _, b := range blocks(text) {
			if b.language != "yaml" && b.language != "markdown" {
				continue
			}
			t.Run(path.Base(chapter)+":"+b.line, func(t *testing.T) {
				t.Parallel()
				name, refused, text := b.file(t, small)
				files := maps.Clone(small)
				files[name] = text
				got, messages := codes(t, files)
				if diff := cmp.Diff(refused, got); diff != "" {
					t.Errorf("codes: %s\n%s", diff, messages)
				}
			})
		}
	}
}

// TestGuideStandsAlone builds the chapters without any other content: links
// lead to chapters only, and an example that is a live link by accident does
// not resolve.
func TestGuideStandsAlone(t *testing.T) {
	files := chapters(t)
	files[content.ConfigPath] = fixture(t)[content.ConfigPath]
	if got, messages := codes(t, files); got != "" {
		t.Errorf("the guide needs more than itself:\n%s", messages)
	}
	for name, text := range files {
		p, _ := content.Parse(source.File{Path: name, Data: []byte(text)})
		if p == nil || p.Body == nil {
			continue
		}
		for _, ref := range p.Body.Refs() {
			if _, ok := files[guideFolder+"/"+ref.ID+".md"]; !ok {
				t.Errorf("%s: [[%s]] is a live link; put it in code", name, ref.ID)
			}
		}
		for _, c := range p.Body.Citations() {
			t.Errorf("%s: %s is a live link; put it in code", name, c.Citation)
		}
	}
}

// codes builds a site and returns the codes of its diagnostics, and their text.
func codes(t *testing.T, files map[string]string) (list, messages string) {
	t.Helper()
	root := fstest.MapFS{}
	for name, text := range files {
		root[name] = &fstest.MapFile{Data: []byte(text)}
	}
	b := build.New(root, receipts.Defaults, build.Options{Jobs: 1})
	res, err := b.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	// Examples have no sources to look their quotes up in.
	res.Diags = slices.DeleteFunc(res.Diags, func(d diag.Diagnostic) bool { return d.Code == diag.UnverifiedQuote })
	if len(res.Diags) == 0 {
		if err := b.CheckRoutes(t.Context(), res); err != nil {
			t.Fatal(err)
		}
	}
	var all []string
	for _, d := range res.Diags {
		all = append(all, string(d.Code))
	}
	var out bytes.Buffer
	if err := diag.Text(&out, res.Diags, res.Text, false); err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, " "), out.String()
}

// A block is one fenced block of a chapter.
type block struct {
	language, text string
	line           string // its first line, to name the test
}

var fence = regexp.MustCompile("^(`{3,})([a-z]*)")

func blocks(text string) []block {
	var out []block
	var open string
	var lines []string
	language := ""
	for line := range strings.Lines(text) {
		m := fence.FindStringSubmatch(line)
		switch {
		case open == "" && m != nil:
			open, language, lines = m[1], m[2], nil
		case open != "" && strings.TrimSpace(line) == open:
			b := block{language: language, text: strings.Join(lines, "")}
			b.line, _, _ = strings.Cut(b.text, "\n")
			out = append(out, b)
			open = ""
		case open != "":
			lines = append(lines, line)
		}
	}
	return out
}

var fileLine = regexp.MustCompile(`(?m)^# (content/\S+?)(?:, refused: ([EW]\d{3}))?$`)

// file completes an example to a file.
func (b block) file(t *testing.T, small map[string]string) (name, refused, text string) {
	t.Helper()
	if b.language == "markdown" && !strings.HasPrefix(b.text, "---\n") {
		name = "content/articles/example.md"
		return name, "", small[name] + b.text
	}
	m := fileLine.FindStringSubmatch(b.text)
	if m == nil || !strings.HasPrefix(strings.TrimPrefix(b.text, "---\n"), m[0]) {
		t.Fatalf("the example does not begin with the file it belongs to:\n%s", b.text)
	}
	name, refused = m[1], m[2]
	if b.language == "markdown" {
		return name, refused, b.text
	}
	base := small[name]
	if name == content.ConfigPath {
		return name, refused, merge(base, b.text)
	}
	base = strings.TrimSuffix(strings.TrimPrefix(base, "---\n"), "---\n")
	return name, refused, "---\n" + merge(base, b.text) + "---\n"
}

// merge adds to own the keys of base that it does not have.
func merge(base, own string) string {
	topKey := regexp.MustCompile(`(?m)^([a-z_]+):`)
	has := map[string]bool{}
	for _, m := range topKey.FindAllStringSubmatch(own, -1) {
		has[m[1]] = true
	}
	keep := false
	var out strings.Builder
	for line := range strings.Lines(base) {
		if m := topKey.FindStringSubmatch(line); m != nil {
			keep = !has[m[1]]
		}
		if keep {
			out.WriteString(line)
		}
	}
	return out.String() + own
}

// A spelling says what is wrong with the way a value is written, as the code of
// the diagnostic, and how a reader sees it. Both are empty if there is nothing
// to say.
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
		_, diags := content.Parse(source.File{Path: "content/articles/a.md", Data: []byte(front)})
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

// closed are the tables that have to list every word.
var closed = map[string][]string{
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
			if all := closed[head[2]]; all != nil {
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

// code returns what stands between backticks.
func code(cell string) []string {
	var out []string
	for _, m := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cell, -1) {
		out = append(out, m[1])
	}
	return out
}
