package sitetest

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

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/source"
)

// The examples of content/guide are built, so that the guide shows nothing that the
// program refuses. This test uses marks that readers see, too:
//
//   - A block of YAML begins with the file it belongs to:
//     "# content/articles/example.md". It shows the keys it is about; the
//     others come from the file of that name in testdata/guide.txtar.
//   - A block of Markdown is the text of an article. If it begins with "---" it
//     is a whole file, whose name is the comment on the next line.
//   - ", refused: E021" after the name says that the build has that diagnostic and
//     no other. Every other example builds without any diagnostic.

const guideFolder = "content/guide"

// chapters returns the text of each chapter by its file.
func chapters(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	repository := os.DirFS(root)
	files, err := fs.Glob(repository, guideFolder+"/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no chapters: %v", err)
	}
	for _, f := range files {
		data, err := fs.ReadFile(repository, f)
		if err != nil {
			t.Fatal(err)
		}
		out[f] = string(data)
	}
	return out
}

// guideSite is the site that examples are completed from.
func guideSite(t *testing.T) map[string]string {
	t.Helper()
	return fixture.Read(t, "testdata/guide.txtar")
}

func TestGuideExamples(t *testing.T) {
	small := guideSite(t)
	for chapter, text := range chapters(t) {
		for _, e := range examples(text) {
			if e.language != "yaml" && e.language != "markdown" {
				continue
			}
			t.Run(path.Base(chapter)+":"+e.line, func(t *testing.T) {
				t.Parallel()
				name, refused, text := e.file(t, small)
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
	files[content.ConfigPath] = guideSite(t)[content.ConfigPath]
	if got, messages := codes(t, files); got != "" {
		t.Errorf("the guide needs more than itself:\n%s", messages)
	}
	for name, text := range files {
		p, _ := content.Parse(source.File{Path: name, Data: []byte(text)}, content.DefaultLanguage, content.DefaultRegions)
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
	b := build.New(fixture.FS(files), receipts.Defaults, build.Options{Jobs: 1})
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

// An example is one fenced block of a chapter.
type example struct {
	language, text string
	line           string // its first line, to name the test
}

var fence = regexp.MustCompile("^(`{3,})([a-z]*)")

func examples(text string) []example {
	var out []example
	var open string
	var lines []string
	language := ""
	for line := range strings.Lines(text) {
		m := fence.FindStringSubmatch(line)
		switch {
		case open == "" && m != nil:
			open, language, lines = m[1], m[2], nil
		case open != "" && strings.TrimSpace(line) == open:
			e := example{language: language, text: strings.Join(lines, "")}
			e.line, _, _ = strings.Cut(e.text, "\n")
			out = append(out, e)
			open = ""
		case open != "":
			lines = append(lines, line)
		}
	}
	return out
}

var fileLine = regexp.MustCompile(`(?m)^# (content/\S+?)(?:, refused: ([EW]\d{3}))?$`)

// file completes an example to a file.
func (e example) file(t *testing.T, small map[string]string) (name, refused, text string) {
	t.Helper()
	if e.language == "markdown" && !strings.HasPrefix(e.text, "---\n") {
		name = "content/articles/example.md"
		return name, "", small[name] + e.text
	}
	m := fileLine.FindStringSubmatch(e.text)
	if m == nil || !strings.HasPrefix(strings.TrimPrefix(e.text, "---\n"), m[0]) {
		t.Fatalf("the example does not begin with the file it belongs to:\n%s", e.text)
	}
	name, refused = m[1], m[2]
	if e.language == "markdown" {
		return name, refused, e.text
	}
	base := small[name]
	if name == content.ConfigPath {
		return name, refused, merge(base, e.text)
	}
	base = strings.TrimSuffix(strings.TrimPrefix(base, "---\n"), "---\n")
	return name, refused, "---\n" + merge(base, e.text) + "---\n"
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
