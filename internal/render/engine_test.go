package render

import (
	"bytes"
	"html/template"
	"io"
	"os"
	"slices"
	"testing"

	"receipts/bench/archive"
	"receipts/internal/content"
	"receipts/internal/layout"
	"receipts/internal/locale"
	"receipts/internal/proof"
	"receipts/internal/site"
	"receipts/internal/source"
)

// builtInLayouts are the layouts that come with the program, ready to execute.
func builtInLayouts(tb testing.TB) (*Layouts, *Assets) {
	tb.Helper()
	assets, diags := NewAssets(builtIn(tb, "static"), "")
	layouts, more := NewLayouts(builtIn(tb, "layouts"), assets, locale.English(), "")
	if diags = append(diags, more...); len(diags) > 0 {
		tb.Fatal(diags)
	}
	return layouts, assets
}

// siteOf is the site of some files.
func siteOf(tb testing.TB, files []source.File) *proof.Proof {
	tb.Helper()
	var in site.Input
	read := map[*content.Page]*proof.Page{}
	for _, f := range files {
		if f.Path == content.ConfigPath {
			in.Config, _ = content.ParseConfig(f)
		} else if page, _ := content.Parse(f, content.DefaultLanguage, content.DefaultRegions); page != nil {
			in.Pages = append(in.Pages, page)
			read[page], _ = proof.ReadPage(page, f.Data)
		}
	}
	s, _ := site.Build(in)
	p, _, _ := proof.Check(proof.Input{Site: s, Pages: read})
	return p
}

// realSite is the site of this repository.
func realSite(tb testing.TB) *proof.Proof {
	tb.Helper()
	root := os.DirFS("../..")
	paths, err := source.List(root, "content")
	if err != nil {
		tb.Fatal(err)
	}
	var files []source.File
	for _, p := range paths {
		if _, lang := content.TranslationOf(p); lang != "" {
			continue
		}
		f, err := source.Read(root, p)
		if err != nil {
			tb.Fatal(err)
		}
		files = append(files, f)
	}
	return siteOf(tb, files)
}

func corpusSite(tb testing.TB, n int) *proof.Proof {
	tb.Helper()
	var files []source.File
	for name, text := range archive.New(n, 1).Full() {
		files = append(files, source.File{Path: name, Data: []byte(text)})
	}
	return siteOf(tb, files)
}

// htmlTemplate is the engine that the compiled layouts are compared with.
type htmlTemplate struct{ set *template.Template }

func (h htmlTemplate) Execute(w io.Writer, name string, data any) error {
	return h.set.ExecuteTemplate(w, name, data)
}

// Every page is what html/template makes of it, and none is left to it.
func TestPagesAreThoseOfHTMLTemplate(t *testing.T) {
	compiled, assets := builtInLayouts(t)
	plain, _ := builtInLayouts(t)
	plain.engine = htmlTemplate{plain.set}
	pages := 0
	for _, s := range []*proof.Proof{realSite(t), corpusSite(t, 30)} {
		want := Routes(Input{Editions: []Edition{{Proof: s, Layouts: plain, Locale: locale.English()}}, Assets: assets})
		for i, r := range Routes(Input{Editions: []Edition{{Proof: s, Layouts: compiled, Locale: locale.English()}}, Assets: assets}) {
			if !r.IsPage() {
				continue
			}
			var a, b bytes.Buffer
			if err := r.Write(&a); err != nil {
				t.Fatal(err)
			}
			if err := want[i].Write(&b); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(a.Bytes(), b.Bytes()) {
				t.Errorf("%s differs", r.Path)
			}
			pages++
		}
	}
	if pages < 300 {
		t.Errorf("only %d pages", pages)
	}
	if left := compiled.engine.(*layout.Program).Left(); len(left) > 0 {
		t.Errorf("left to html/template: %q", left)
	}
}

// A call is one execution of a template.
type call struct {
	name string
	data any
}

// recorder is an engine that notes what it is asked for.
type recorder struct {
	engine
	calls []call
}

func (r *recorder) Execute(w io.Writer, name string, data any) error {
	r.calls = append(r.calls, call{name, data})
	return r.engine.Execute(w, name, data)
}

// callsOf returns what is executed for those pages of the real site that want
// chooses.
func callsOf(tb testing.TB, want func(Route) bool) (*Layouts, []call) {
	tb.Helper()
	layouts, assets := builtInLayouts(tb)
	r := &recorder{engine: layouts.engine}
	layouts.engine = r
	for _, route := range Routes(Input{Editions: []Edition{{Proof: realSite(tb), Layouts: layouts, Locale: locale.English()}}, Assets: assets}) {
		if route.IsPage() && want(route) {
			if err := route.Write(io.Discard); err != nil {
				tb.Fatal(err)
			}
		}
	}
	layouts.engine = r.engine
	return layouts, r.calls
}

// BenchmarkExecute executes all that an article of the real site needs: its
// receipts, the article and the page around it.
func BenchmarkExecute(b *testing.B) {
	layouts, calls := callsOf(b, func(r Route) bool { return r.Path == "/articles/bfm-2024-10-21/" })
	for _, e := range []struct {
		name string
		engine
	}{{"compiled", layouts.engine}, {"html-template", htmlTemplate{layouts.set}}} {
		b.Run(e.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, c := range calls {
					if err := e.Execute(io.Discard, c.name, c.data); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkNewLayouts is the start of every build: the layouts are parsed, made
// safe and compiled, and each is executed once.
func BenchmarkNewLayouts(b *testing.B) {
	files, assets := builtIn(b, "layouts"), builtInAssets(b)
	first := map[string]bool{}
	_, calls := callsOf(b, func(Route) bool { return true })
	calls = slices.DeleteFunc(calls, func(c call) bool {
		again := first[c.name]
		first[c.name] = true
		return again
	})
	for _, name := range []string{"compiled", "html-template"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				layouts, diags := NewLayouts(files, assets, locale.English(), "")
				if len(diags) > 0 {
					b.Fatal(diags)
				}
				if name == "html-template" {
					layouts.engine = htmlTemplate{layouts.set}
				}
				for _, c := range calls {
					if err := layouts.engine.Execute(io.Discard, c.name, c.data); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkRoutes writes all files of a site of 300 articles.
func BenchmarkRoutes(b *testing.B) {
	s := corpusSite(b, 300)
	layouts, assets := builtInLayouts(b)
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range Routes(Input{Editions: []Edition{{Proof: s, Layouts: layouts, Locale: locale.English()}}, Assets: assets}) {
			if err := r.Write(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	}
}
