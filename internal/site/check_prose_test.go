package site

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/source"
)

// realPages are the pages of the real site.
func realPages(tb testing.TB) (*content.Config, []*content.Page, map[string][]byte) {
	tb.Helper()
	root := os.DirFS("../..")
	texts := map[string][]byte{}
	var pages []*content.Page
	err := fs.WalkDir(root, "content", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(p, ".md") {
			return err
		}
		data, err := fs.ReadFile(root, p)
		if err != nil {
			return err
		}
		texts[p] = data
		page, _ := content.Parse(source.File{Path: p, Data: data})
		pages = append(pages, page)
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	data, err := fs.ReadFile(root, content.ConfigPath)
	if err != nil {
		tb.Fatal(err)
	}
	config, _ := content.ParseConfig(source.File{Path: content.ConfigPath, Data: data})
	return config, pages, texts
}

// proseCodes are what checking prose reports.
var proseCodes = []diag.Code{diag.FigureWithoutFact, diag.DateWithoutFact, diag.LabelDisagrees, diag.StateWithoutFact}

func ofProse(list diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool { return !slices.Contains(proseCodes, d.Code) })
}

// print writes diagnostics as an author sees them.
func printed(tb testing.TB, list diag.List, texts map[string][]byte) string {
	tb.Helper()
	var b bytes.Buffer
	if err := diag.Text(&b, list, func(path string) []byte { return texts[path] }, false); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// TestRealProse holds the prose of the real site to its facts.
func TestRealProse(t *testing.T) {
	config, pages, texts := realPages(t)
	_, list := Build(Input{Config: config, Pages: pages})
	if wrong := ofProse(list); len(wrong) > 0 {
		t.Error(printed(t, wrong.Sorted(), texts))
	}
}

func BenchmarkCheckProse(b *testing.B) {
	config, pages, _ := realPages(b)
	for b.Loop() {
		Build(Input{Config: config, Pages: pages})
	}
}

// mutants are other words for those of numbers, months and qualifiers.
var mutants = map[string]string{
	"two": "three", "three": "two", "four": "five", "seven": "eight", "million": "billion", "tens": "hundreds",
	"thousands": "millions", "thousand": "million", "hundreds": "dozens", "October": "November", "November": "October",
	"July": "June", "September": "August", "more": "less",
}

// TestRealProseMutated changes each digit and each word of a number, one at a
// time, in every figure and date of the real site's prose: no change goes
// unnoticed.
func TestRealProseMutated(t *testing.T) {
	config, pages, texts := realPages(t)
	s, _ := Build(Input{Config: config, Pages: pages})
	b := &builder{Site: s, articles: map[string]*Article{}}
	for _, a := range s.Articles {
		b.articles[a.ID] = a
	}
	var places []diag.Place
	add := func(p *prosePage) {
		for _, text := range p.texts {
			for _, f := range evidence.FindQuantities("en", text.Text) {
				if p.isFigure(f) {
					places = append(places, text.place(f.Start, f.End))
				}
			}
			for _, d := range evidence.FindDates("en", text.Text, p.published[0]) {
				if !d.Relative {
					places = append(places, text.place(d.Start, d.End))
				}
			}
		}
	}
	for _, a := range s.Articles {
		add(b.articleProse(a))
	}
	for _, f := range s.Facts {
		if f.Front != nil {
			add(b.factProse(f))
		}
	}
	changed, missed := 0, 0
	try := func(at diag.Place, start int, old, new string) {
		changed++
		data := texts[at.File]
		mutant := slices.Concat(data[:start], []byte(new), data[start+len(old):])
		page, _ := content.Parse(source.File{Path: at.File, Data: mutant})
		others := slices.Clone(pages)
		others[slices.IndexFunc(pages, func(p *content.Page) bool { return p.Path == at.File })] = page
		if _, list := Build(Input{Config: config, Pages: others}); len(ofProse(list)) == 0 {
			missed++
			line := at.Position(data).Line
			t.Errorf("%s:%d: nobody sees %q for %q in %q", at.File, line, new, old, data[at.Start:at.End])
		}
	}
	for _, at := range places {
		words := texts[at.File][at.Start:at.End]
		for i, c := range words {
			if '0' <= c && c <= '9' {
				try(at, at.Start+i, string(c), string('1'+(c-'0')%9))
			}
		}
		for _, w := range wordPattern.FindAllIndex(words, -1) {
			if new := mutants[string(words[w[0]:w[1]])]; new != "" {
				try(at, at.Start+w[0], string(words[w[0]:w[1]]), new)
			}
		}
	}
	if changed < 100 {
		t.Errorf("only %d changes were tried", changed)
	}
	t.Logf("%d of %d changes to %d figures and dates noticed", changed-missed, changed, len(places))
}

var wordPattern = regexp.MustCompile(`[A-Za-z]+`)
