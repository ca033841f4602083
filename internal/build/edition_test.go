package build

import (
	"context"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"receipts"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/render"
	"receipts/internal/source"
)

// An edit of a translation reads that file alone again, and leaves the first edition as
// it was; an edit of an original reads both.
func TestEditOfATranslation(t *testing.T) {
	files := fixture.InFrench()
	root := fixture.FS(files)
	b := New(root, receipts.Defaults, Options{})
	type read struct {
		of     [2]map[string]*content.Page // of each edition, by the path of the original
		proved [2]*proved
	}
	build := func() (r read) {
		t.Helper()
		if _, err := b.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		for i, e := range b.editions {
			r.of[i], r.proved[i] = map[string]*content.Page{}, e.proved
			for _, p := range e.pages {
				r.of[i][p.page.Path] = p.page
			}
		}
		return r
	}
	before := build()
	if again := build(); again.proved != before.proved {
		t.Error("with nothing changed, an edition is proved again")
	}
	for _, tt := range []struct {
		edit, page string
		again      [2]bool
	}{
		{"content/people/ada.fr.md", "content/people/ada.md", [2]bool{false, true}},
		{"content/people/ada.md", "content/people/ada.md", [2]bool{true, true}},
	} {
		root[tt.edit].Data = []byte(strings.Replace(string(root[tt.edit].Data), "summary: ", "summary: Oh. ", 1))
		after := build()
		for i := range after.of {
			for path, page := range after.of[i] {
				if again := page != before.of[i][path]; again != (path == tt.page && tt.again[i]) {
					t.Errorf("after an edit of %s, %s of edition %d is read again: %t", tt.edit, path, i, again)
				}
			}
			if again := after.proved[i] != before.proved[i]; again != tt.again[i] {
				t.Errorf("after an edit of %s, edition %d is proved again: %t", tt.edit, i, again)
			}
		}
		before = after
	}
}

// To read a translation changes nothing of its original.
func TestOriginalsStayAsTheyAre(t *testing.T) {
	files := fixture.InFrench()
	for path, text := range files {
		original, lang := content.TranslationOf(path)
		if lang == "" || original == content.ConfigPath {
			continue
		}
		f := source.File{Path: original, Data: []byte(files[original])}
		page, _ := content.Parse(f, "en", content.DefaultRegions)
		was := fmt.Sprintf("%+v", deref(page))
		if _, diags := content.Translate(page, f, source.File{Path: path, Data: []byte(text)}, lang); len(diags) != 1 || diags[0].Code != diag.OlderTranslation {
			t.Errorf("%s: %v", path, diags)
		}
		if now := fmt.Sprintf("%+v", deref(page)); now != was {
			t.Errorf("%s has changed:\n%s\n%s", original, was, now)
		}
	}
}

// deref is what a page says, as far as a translation may touch it.
func deref(p *content.Page) any {
	switch front := p.Front.(type) {
	case *content.Article:
		return []any{p.Translation, *front, front.Corrections}
	case *content.Fact:
		return []any{p.Translation, *front, front.Disagreements}
	case *content.Entity:
		return *front
	case *content.Topic:
		return *front
	}
	return p.Lang
}

// ofOne returns the files of the repository's site in its first language alone, which
// has no translations, and in all.
func ofOne(t testing.TB) (one, all map[string]string) {
	t.Helper()
	root := os.DirFS("../..")
	one, all = map[string]string{}, map[string]string{}
	paths, err := source.List(root, "content")
	if err != nil {
		t.Fatal(err)
	}
	languages := regexp.MustCompile(`(?m)^languages: .*\n`)
	for _, p := range paths {
		f, err := source.Read(root, p)
		if err != nil {
			t.Fatal(err)
		}
		text := string(f.Data)
		all[p] = text
		if _, lang := content.TranslationOf(p); lang == "" && !strings.HasPrefix(p, messagesFolder) {
			one[p] = languages.ReplaceAllString(text, "")
		}
	}
	return one, all
}

// buildWhole builds a site and writes all its routes to nowhere.
func buildWhole(t testing.TB, files map[string]string) {
	t.Helper()
	b := New(fixture.FS(files), receipts.Defaults, Options{Once: true})
	res, err := b.Build(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Routes) == 0 {
		t.Fatal(res.Diags)
	}
	err = EachRoute(context.Background(), 0, res.Routes, func(r render.Route) error { return r.Write(io.Discard) })
	if err != nil {
		t.Fatal(err)
	}
}

// BenchmarkEditions builds the site of the repository in its first language and in all,
// in turns, so that what else the machine does counts for both: one/op and all/op in
// milliseconds, and their ratio.
func BenchmarkEditions(b *testing.B) {
	one, all := ofOne(b)
	buildWhole(b, one) // fonts and tables are read once for each program
	var took [2]time.Duration
	for b.Loop() {
		for i, files := range []map[string]string{one, all} {
			start := time.Now()
			buildWhole(b, files)
			took[i] += time.Since(start)
		}
	}
	ms := func(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) / float64(b.N) }
	b.ReportMetric(ms(took[0]), "one-ms/op")
	b.ReportMetric(ms(took[1]), "all-ms/op")
	b.ReportMetric(float64(took[1])/float64(took[0]), "all/one")
}
