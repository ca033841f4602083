package repotest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"testing"
)

// madeSafe are the functions that tell html/template not to escape a text, and why each
// may. What they are given is HTML that the program has made: of an author's words by
// package markdown, which escapes them, or by a layout, of which html/template has.
var madeSafe = map[string]string{
	"internal/markdown fill":   "what the renderers of this package have written, cut where receipts go",
	anAddress:                  "the address that opens a place in an editor, which html/template does not know; the preview makes it",
	"internal/render foot":     "what a layout has written",
	"internal/render execute":  "what the layout of a page has written, for base.html to put in its place",
	"internal/view sections":   "HTML of package markdown, cut after its heading",
	"internal/view inLanguage": "a tag round HTML of package markdown, with the code of a language that was parsed",
	"internal/view escaped":    "a text that is escaped here, where others that are markup may stand",
}

// anAddress is the one that makes an address, not HTML.
const anAddress = "internal/preview HREF"

// unescaped are the types that html/template does not escape.
var unescaped = []string{"HTML", "HTMLAttr", "URL", "Srcset", "JS", "JSStr", "CSS"}

// makesMarkup calls f with each place below n where a text may become of a type that is
// not escaped, or the type gets another name: all where it stands, but in the type of a
// field, a variable or a parameter.
func makesMarkup(file *ast.File, n ast.Node, f func(at ast.Node, typ string)) {
	var pkg string // what the file calls html/template
	for _, i := range file.Imports {
		if i.Path.Value == `"html/template"` {
			if pkg = "template"; i.Name != nil {
				pkg = i.Name.Name
			}
		}
	}
	var above []ast.Node
	ast.Inspect(n, func(n ast.Node) bool {
		if n == nil {
			above = above[:len(above)-1]
			return true
		}
		above = append(above, n)
		s, ok := n.(*ast.SelectorExpr)
		if !ok || !slices.Contains(unescaped, s.Sel.Name) {
			return true
		}
		if x, ok := s.X.(*ast.Ident); !ok || x.Name != pkg {
			return true
		}
		switch in := above[len(above)-2].(type) {
		case *ast.Field, *ast.ArrayType:
		case *ast.ValueSpec:
			if in.Type != s {
				f(s, s.Sel.Name)
			}
		case *ast.IndexExpr:
			if fn, ok := in.X.(*ast.SelectorExpr); !ok || fn.Sel.Name != "TypeFor" {
				f(s, s.Sel.Name)
			}
		default:
			f(s, s.Sel.Name)
		}
		return true
	})
}

// unseenTemplates are imports by which markup is made where [makesMarkup] does not see it.
func unseenTemplates(file *ast.File) (bad []ast.Node) {
	for _, i := range file.Imports {
		if i.Path.Value == `"text/template"` || i.Path.Value == `"html/template"` && i.Name != nil && i.Name.Name == "." {
			bad = append(bad, i)
		}
	}
	return bad
}

// Only the functions of madeSafe convert a text to a type that html/template does not
// escape, and only to template.HTML: of a site, no address, script or style is ever declared safe.
func TestMarkupIsMadeInFewPlaces(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		for _, n := range unseenTemplates(f.syntax) {
			t.Errorf("%s: pages are made by html/template, under its name", f.at(n))
		}
		for _, decl := range f.syntax.Decls {
			name := f.folder
			if fn, ok := decl.(*ast.FuncDecl); ok {
				name += " " + fn.Name.Name
			}
			makesMarkup(f.syntax, decl, func(at ast.Node, typ string) {
				seen[name] = true
				if madeSafe[name] == "" || typ != "HTML" && name != anAddress {
					t.Errorf("%s: template.%s is made in %q: give the reason in madeSafe, or have html/template escape it", f.at(at), typ, name)
				}
			})
		}
	}
	for name := range madeSafe {
		if !seen[name] {
			t.Errorf("%q makes nothing safe: take it out of madeSafe", name)
		}
	}
}

func TestMakesMarkup(t *testing.T) {
	for _, tt := range []struct {
		give string
		want int
	}{
		{`import "html/template"; var x template.HTML; func f(h []template.HTML) (u template.URL) { return }`, 0},
		{`import "html/template"; var x = reflect.TypeFor[template.HTML]()`, 0},
		{`import "mine/template"; var x = template.HTML("a")`, 0},
		{`import "html/template"; var x = template.HTML(s)`, 1},
		{`import "html/template"; var x = (template.HTML)(s)`, 1},
		{`import "html/template"; var x template.URL = convert[template.URL](s)`, 1},
		{`import t "html/template"; var x = t.JS(s)`, 1},
		{`import "html/template"; type raw = template.HTML`, 1},
		{`import "html/template"; type raw template.HTML`, 1},
		{`import "html/template"; func f() any { type raw template.CSS; return raw(s) }`, 1},
		{`import . "html/template"; var x = HTML(s)`, 1},
		{`import "text/template"; var x = template.New("a")`, 1},
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "a.go", "package a; "+tt.give, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		got := len(unseenTemplates(file))
		for _, decl := range file.Decls {
			makesMarkup(file, decl, func(ast.Node, string) { got++ })
		}
		if got != tt.want {
			t.Errorf("%s: %d places, want %d", tt.give, got, tt.want)
		}
	}
}
