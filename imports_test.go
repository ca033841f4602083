package receipts_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers are the packages in the order in which they may import each other: a
// package imports packages of earlier layers only. The first layer imports
// nothing of ours, so that each of its packages can be read alone.
var layers = [][]string{
	{"internal/browsertest", "internal/diag", "internal/edits", "internal/layout", "internal/search", "internal/source", "internal/usstate", "internal/verbatim"},
	{"internal/amount", "internal/citation", "internal/edtf"},
	{"internal/evidence", "internal/locale", "internal/markdown", "internal/total", "internal/yamldoc"},
	{"internal/content"},
	{"internal/site"},
	{"internal/changes"},
	{"internal/render"},
	{"internal/build"},
	{"internal/publish", "internal/preview", "internal/cache"},
	{"."},
	{"bench/peers"},
	{"bench/archive"},
	{"cmd/build", "bench/corpus", "bench/floor", "bench/table", "internal/sitetest"},
}

// Rules that hold for all packages but those named.
var (
	readsYAML     = []string{"internal/yamldoc", "bench/floor"}
	hasGoroutines = []string{"internal/build", "internal/preview", "cmd/build"}
	asksTheWorld  = []string{"internal/browsertest", "cmd/build", "internal/preview", "bench/table"} // clock and environment
)

// A goFile is a parsed file without its tests.
type goFile struct {
	folder, path string
	syntax       *ast.File
	fset         *token.FileSet
}

func goFiles(t *testing.T) []goFile {
	t.Helper()
	var out []goFile
	eachFile(t, func(p string) {
		if path.Ext(p) != ".go" || strings.HasSuffix(p, "_test.go") {
			return
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, p, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, goFile{path.Dir(p), p, f, fset})
	})
	return out
}

// eachFile calls f for every file of the repository, but not for what a build
// writes or a tool leaves in a hidden folder.
func eachFile(t *testing.T, f func(path string)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS("."), ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (p == "public" || p == "sources" || p == "bin" || d.Name() == "node_modules" || d.Name() == ".git"):
			return fs.SkipDir
		case d.Type().IsRegular():
			f(p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestImportDirection(t *testing.T) {
	layerOf := func(folder string) int {
		return slices.IndexFunc(layers, func(l []string) bool { return slices.Contains(l, folder) })
	}
	for _, f := range goFiles(t) {
		own := layerOf(f.folder)
		if own < 0 {
			t.Errorf("%s: the package is in no layer; add it to layers in imports_test.go", f.path)
			continue
		}
		for _, i := range f.syntax.Imports {
			target, _ := strconv.Unquote(i.Path.Value)
			if target != "receipts" && !strings.HasPrefix(target, "receipts/") {
				continue
			}
			folder := path.Clean(strings.TrimPrefix(strings.TrimPrefix(target, "receipts"), "/"))
			if layerOf(folder) >= own {
				t.Errorf("%s imports %s, which is not in an earlier layer", f.fset.Position(i.Pos()), target)
			}
		}
	}
}

func TestOnePlace(t *testing.T) {
	for _, f := range goFiles(t) {
		for _, i := range f.syntax.Imports {
			if strings.Contains(i.Path.Value, "yaml.v3") && !slices.Contains(readsYAML, f.folder) {
				t.Errorf("%s: the YAML library is for internal/yamldoc only", f.fset.Position(i.Pos()))
			}
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				if !slices.Contains(hasGoroutines, f.folder) {
					t.Errorf("%s: goroutines live in internal/build and internal/preview", f.fset.Position(n.Pos()))
				}
			case *ast.SelectorExpr:
				pkg, _ := n.X.(*ast.Ident)
				if pkg == nil {
					return true
				}
				name := pkg.Name + "." + n.Sel.Name
				if n.Sel.Name == "Go" && !slices.Contains(hasGoroutines, f.folder) {
					t.Errorf("%s: goroutines live in internal/build and internal/preview", f.fset.Position(n.Pos()))
				}
				if slices.Contains([]string{"time.Now", "time.Since", "os.Getenv", "os.LookupEnv", "os.Environ"}, name) && !slices.Contains(asksTheWorld, f.folder) {
					t.Errorf("%s: %s: what is written depends on the files alone", f.fset.Position(n.Pos()), name)
				}
			}
			return true
		})
	}
}
