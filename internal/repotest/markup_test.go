package repotest

import (
	"go/ast"
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

// Only the functions of madeSafe convert a text to a type that html/template does not
// escape, and only to template.HTML: of a site, no address, script or style is ever declared safe.
func TestMarkupIsMadeInFewPlaces(t *testing.T) {
	types := []string{"HTML", "HTMLAttr", "URL", "Srcset", "JS", "JSStr", "CSS"}
	seen := map[string]bool{}
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		for _, decl := range f.syntax.Decls {
			name := f.folder
			if fn, ok := decl.(*ast.FuncDecl); ok {
				name += " " + fn.Name.Name
			}
			ast.Inspect(decl, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				to, ok := call.Fun.(*ast.SelectorExpr)
				if !ok || !slices.Contains(types, to.Sel.Name) {
					return true
				}
				if pkg, ok := to.X.(*ast.Ident); !ok || pkg.Name != "template" {
					return true
				}
				seen[name] = true
				if madeSafe[name] == "" || to.Sel.Name != "HTML" && name != anAddress {
					t.Errorf("%s: template.%s is made in %q: give the reason in madeSafe, or have html/template escape it", f.at(n), to.Sel.Name, name)
				}
				return true
			})
		}
	}
	for name := range madeSafe {
		if !seen[name] {
			t.Errorf("%q makes nothing safe: take it out of madeSafe", name)
		}
	}
}
