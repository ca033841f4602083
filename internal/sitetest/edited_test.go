package sitetest

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/source"
)

// statementClasses are the kinds of changes that make a statement of the content
// false. A class is added by a file with a function that lists its edits, and by
// its line here.
var statementClasses = slices.Concat(factClasses, reportClasses)

// A statementClass is one kind of change, with the share of such changes that has
// to be caught.
type statementClass struct {
	name  string
	least int // percent
	edits func(c *contents) []edit

	// codes are those that count: a file that is refused for another reason, a key
	// that is missing or a word that does not exist, was not understood. Without any,
	// all count but that a quote has to be looked up again.
	codes []diag.Code
}

func (s *statementClass) counts(c diag.Code) bool {
	if s.codes == nil {
		return c != diag.UnverifiedQuote
	}
	return slices.Contains(s.codes, c)
}

// leastEdits is how many edits each class makes at least.
const leastEdits = 8

// An edit is a change of one file.
type edit struct {
	file string
	was  string // what it says of the change, in the list of those that pass
	text []byte // the whole file, changed
}

// TestStatements makes the edits of all classes one at a time, checks the whole
// site after each, without source texts, and asks whether a mistake or a warning
// stands in the changed file or points there. It prints the share that is caught,
// and the share without the lock, which catches each changed quote since it is to be
// looked up again: what is left, the readers of quotes and sentences have understood.
func TestStatements(t *testing.T) {
	if testing.Short() {
		t.Skip("hundreds of builds, one after the other")
	}
	c := readContents(t)
	for _, class := range statementClasses {
		edits := class.edits(c)
		if len(edits) < leastEdits {
			t.Errorf("%s: %d edits, at least %d are needed", class.name, len(edits), leastEdits)
			continue
		}
		var passed []string
		read := 0
		for _, e := range edits {
			codes := c.check(e)
			if slices.ContainsFunc(codes, func(code diag.Code) bool { return code != diag.UnverifiedQuote && class.counts(code) }) {
				read++
			}
			if !slices.ContainsFunc(codes, class.counts) {
				passed = append(passed, e.file+": "+e.was+" "+codesOf(codes))
			}
		}
		caught := len(edits) - len(passed)
		share := func(n int) float64 { return 100 * float64(n) / float64(len(edits)) }
		t.Logf("%-12s %3d edits, %3d caught: %5.1f %%, without %s %5.1f %%", class.name, len(edits), caught, share(caught), diag.UnverifiedQuote, share(read))
		for _, p := range passed {
			t.Logf("  passes: %s", p)
		}
		if 100*caught < class.least*len(edits) {
			t.Errorf("%s: less than %d %% are caught", class.name, class.least)
		}
	}
}

func codesOf(codes []diag.Code) string {
	if len(codes) == 0 {
		return ""
	}
	var all []string
	for _, code := range codes {
		all = append(all, string(code))
	}
	return "(only " + strings.Join(all, ", ") + ")"
}

// contents are the files of the real site, with what they say.
type contents struct {
	t       *testing.T
	tree    *editedTree
	builder *build.Builder
	files   map[string][]byte // of content/, by path
	pages   map[string]*content.Page
	config  *content.Config
}

func readContents(t *testing.T) *contents {
	t.Helper()
	disk := source.FS(os.DirFS(root))
	c := &contents{t: t, tree: &editedTree{}, files: map[string][]byte{}, pages: map[string]*content.Page{}}
	for _, folder := range []string{"content", "layouts", "static"} {
		paths, err := disk.List(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range paths {
			f, err := disk.Read(p)
			if err != nil {
				t.Fatal(err)
			}
			c.tree.files = append(c.tree.files, f)
			switch {
			case folder != "content":
				continue
			case p == content.ConfigPath:
				c.config, _ = content.ParseConfig(f)
			case path.Ext(p) == ".md" && !isTranslation(p):
				c.pages[p], _ = content.Parse(f, content.DefaultLanguage, content.DefaultRegions)
			}
			c.files[p] = f.Data
		}
	}
	c.builder = build.Over(c.tree, source.FS(receipts.Defaults), build.Options{})
	if codes := c.check(edit{}); len(codes) > 0 {
		t.Fatal("the content has mistakes as it is: ", codes)
	}
	return c
}

// isTranslation reports whether a file is the translation of another.
func isTranslation(p string) bool {
	original, _ := content.TranslationOf(p)
	return original != ""
}

// check returns the codes of what is said of the edited file.
func (c *contents) check(e edit) []diag.Code {
	c.tree.edit = e
	res, err := c.builder.Build(context.Background())
	if err != nil {
		c.t.Fatal(err)
	}
	var codes []diag.Code
	for _, d := range res.Diags {
		here := e.file == "" || d.Place.File == e.file || slices.ContainsFunc(d.Related, func(r diag.Related) bool { return r.Place.File == e.file })
		if here && !slices.Contains(codes, d.Code) {
			codes = append(codes, d.Code)
		}
	}
	return codes
}

// An editedTree is a site in memory, with one file changed.
type editedTree struct {
	files []source.File // by path in each folder
	edit  edit
}

func (t *editedTree) List(folder string) (paths []string, err error) {
	for _, f := range t.files {
		if f.Path == folder || strings.HasPrefix(f.Path, folder+"/") {
			paths = append(paths, f.Path)
		}
	}
	return paths, nil
}

func (t *editedTree) Read(p string) (source.File, error) {
	if p == t.edit.file {
		return source.File{Path: p, Data: t.edit.text}, nil
	}
	if i := slices.IndexFunc(t.files, func(f source.File) bool { return f.Path == p }); i >= 0 {
		return t.files[i], nil
	}
	return source.File{}, fs.ErrNotExist
}

// articles are the articles with their paths, in order.
func (c *contents) articles(each func(path string, a *content.Article)) {
	for _, p := range slices.Sorted(maps.Keys(c.pages)) {
		if a, ok := c.pages[p].Front.(*content.Article); ok {
			each(p, a)
		}
	}
}

// at is the edit that writes other words at a place.
func (c *contents) at(p diag.Place, with string) edit {
	data := c.files[p.File]
	return edit{
		file: p.File, was: string(data[p.Start:p.End]) + " → " + with,
		text: slices.Concat(data[:p.Start], []byte(with), data[p.End:]),
	}
}

// words is the edit that writes other words in place of some that stand once in
// the file.
func (c *contents) words(file, old, with string) edit {
	c.t.Helper()
	data := c.files[file]
	if n := bytes.Count(data, []byte(old)); n != 1 {
		c.t.Fatalf("%s has %q %d times", file, old, n)
	}
	start := bytes.Index(data, []byte(old))
	return c.at(diag.Place{File: file, Start: start, End: start + len(old)}, with)
}
