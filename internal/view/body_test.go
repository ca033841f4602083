package view

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/markdown"
	"receipts/internal/proof"
	"receipts/internal/site"
	"receipts/internal/source"
)

// testViews are those of the site of this repository.
func testViews(t *testing.T) *Views {
	t.Helper()
	root := os.DirFS("../..")
	paths, err := source.List(root, "content")
	if err != nil {
		t.Fatal(err)
	}
	var in site.Input
	read := map[*content.Page]*proof.Page{}
	for _, p := range paths {
		f, err := source.Read(root, p)
		if err != nil {
			t.Fatal(err)
		}
		if _, lang := content.TranslationOf(p); lang != "" {
			continue
		}
		if p == content.ConfigPath {
			in.Config, _ = content.ParseConfig(f)
		} else if page, _ := content.Parse(f, content.DefaultLanguage, content.DefaultRegions); page != nil {
			in.Pages = append(in.Pages, page)
			read[page], _ = proof.ReadPage(page, f.Data)
		}
	}
	s, _ := site.Build(in)
	p, _, _ := proof.Check(proof.Input{Site: s, Pages: read})
	return New(Input{Proof: p, Locale: locale.English(), Has: func(string) bool { return true }, Asset: func(string) (string, bool) { return "", false }})
}

// A body places all reports of a fact, but on an article's page the article's
// alone; what is no fact stays words.
func TestReceiptsInABody(t *testing.T) {
	v := testViews(t)
	i := slices.IndexFunc(v.site.Facts, func(f *site.Fact) bool { return len(f.Reports) > 1 && f.Reports[0].Article != f.Reports[1].Article })
	if i < 0 {
		t.Fatal("no fact has reports of two articles")
	}
	f := v.site.Facts[i]
	state := v.site.States[0]
	doc, diags := markdown.Parse("a.md", []byte("> - ![["+f.ID+"]]\n\n![["+state.ID+"]]\n"), markdown.Options{})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	for _, tt := range []struct {
		desc string
		on   *page
		want int
	}{
		{"on another page", v.at("/about/"), len(f.Reports)},
		{"on an article's page", v.at("/").of(f.Reports[1].Article), 1},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			parts := tt.on.body(&content.Page{Body: doc})
			if len(parts) != 2 || !strings.HasSuffix(string(parts[0].HTML), "<li>\n") || !strings.Contains(string(parts[1].HTML), "missing") {
				t.Fatalf("the body is cut into %+v", parts)
			}
			if got := len(parts[0].Receipts); got != tt.want || len(parts[1].Receipts) > 0 {
				t.Errorf("%d receipts, want %d", got, tt.want)
			}
			for _, rc := range parts[0].Receipts {
				if rc.ID != f.ID || rc.Says == "" || tt.want == 1 && rc.Article != v.toArticle(f.Reports[1].Article) {
					t.Errorf("the receipt is %+v", rc)
				}
			}
		})
	}
}

// Every page has a path of its own, a layout that there is, and data of the type
// that the layout is made for.
func TestPagesHaveTheDataOfTheirLayouts(t *testing.T) {
	v := testViews(t)
	taken := map[string]bool{}
	v.EachPage(func(p Page) {
		if taken[p.Path] {
			t.Errorf("two pages are at %s", p.Path)
		}
		taken[p.Path] = true
		want, got := ByLayout[p.Layout], p.Data()
		if typeOf(want) != typeOf(got) {
			t.Errorf("%s: %s is for %s, not for %s", p.Path, p.Layout, typeOf(want), typeOf(got))
		}
		if b := got.InFrame(); b.Title == "" || !strings.HasSuffix(b.Canonical, p.Path) {
			t.Errorf("%s: the frame is %+v", p.Path, b)
		}
	})
}

func typeOf(d Data) string { return fmt.Sprintf("%T", d) }
