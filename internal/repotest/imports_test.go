package repotest

import (
	"go/ast"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers are the packages in the order in which they may import each other: a
// package imports packages of earlier layers only. The first layer imports
// nothing of ours, so that each of its packages can be read alone.
var layers = [][]string{
	{
		"internal/diag", "internal/disk", "internal/layout", "internal/search", "internal/region",
		"internal/browsertest", "internal/edits", "internal/fixture", "internal/repotest", "tools/bite",
	},
	{"internal/source"},
	{"internal/amount", "internal/citation", "internal/edtf", "internal/host", "internal/verbatim", "internal/yamldoc"},
	{"internal/evidence", "internal/locale", "internal/markdown", "internal/total"},
	{"internal/card", "internal/content"},
	{"internal/checked"},
	{"internal/schema"},
	{"internal/site"},
	{"internal/proof"},
	{"internal/addresses", "internal/changes", "internal/draft"},
	{"internal/desk", "internal/rename"},
	{"internal/view"},
	{"internal/render"},
	{"internal/build"},
	{"internal/preview", "internal/publish"},
	{"."},
	{"bench/peers"},
	{"bench/archive"},
	{"bench/corpus", "bench/floor", "bench/table", "cmd/build", "internal/sitetest"},
}

// forTests are the packages that the program does not import. The table of
// docs/architecture.md has all others of cmd and internal.
var forTests = []string{"internal/browsertest", "internal/edits", "internal/fixture", "internal/repotest", "internal/sitetest", "tools/bite"}

// Exceptions to rules for all packages.
var (
	readsYAML    = []string{"bench/floor", "internal/yamldoc"}
	asksTheWorld = []string{"bench/table", "cmd/build", "internal/browsertest", "internal/fixture", "internal/preview", "tools/bite"} // clock and environment
)

// ours returns the package of ours that an import names, if it does.
func ours(spec *ast.ImportSpec) (folder string, ok bool) {
	target, _ := strconv.Unquote(spec.Path.Value)
	rest, ok := strings.CutPrefix(target+"/", "receipts/")
	return path.Clean(rest), ok
}

func TestImportDirection(t *testing.T) {
	layerOf := func(folder string) int {
		return slices.IndexFunc(layers, func(l []string) bool { return slices.Contains(l, folder) })
	}
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		own := layerOf(f.folder)
		if own < 0 {
			t.Errorf("%s: the package is in no layer; add it to layers in imports_test.go", f.at(f.syntax))
			continue
		}
		for _, i := range f.syntax.Imports {
			if folder, ok := ours(i); ok && layerOf(folder) >= own {
				t.Errorf("%s imports %s, which is not in an earlier layer", f.at(i), folder)
			}
			if strings.Contains(i.Path.Value, "yaml.v3") && !slices.Contains(readsYAML, f.folder) {
				t.Errorf("%s: YAML is read in %s only", f.at(i), strings.Join(readsYAML, " and "))
			}
		}
	}
}

// The table of packages in docs/architecture.md is complete, and imports run
// from its later rows to its earlier ones.
func TestImportsAsDocumented(t *testing.T) {
	var rows []string
	for _, m := range regexp.MustCompile("(?m)^\\| `((?:internal|cmd)/\\w+)` ").FindAllStringSubmatch(read(t, architecture), -1) {
		rows = append(rows, m[1])
	}
	for _, folder := range slices.Concat(layers...) {
		inTable := slices.Contains(rows, folder)
		ofProgram := strings.Contains(folder, "/") && !strings.HasPrefix(folder, "bench/") && !slices.Contains(forTests, folder)
		if inTable != ofProgram {
			t.Errorf("%s: in the table of %s: %v, of the program: %v", folder, architecture, inTable, ofProgram)
		}
	}
	for _, f := range goFiles(t) {
		own := slices.Index(rows, f.folder)
		if f.test || own < 0 {
			continue
		}
		for _, i := range f.syntax.Imports {
			folder, ok := ours(i)
			if row := slices.Index(rows, folder); ok && folder != "." && (row < 0 || row > own) {
				t.Errorf("%s imports %s, which has no earlier row in the table of %s", f.at(i), folder, architecture)
			}
		}
	}
}

func TestClockAndEnvironment(t *testing.T) {
	asks := []string{"time.Now", "time.Since", "os.Getenv", "os.LookupEnv", "os.Environ"}
	for _, f := range goFiles(t) {
		if f.test || slices.Contains(asksTheWorld, f.folder) {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if pkg, ok := s.X.(*ast.Ident); ok && slices.Contains(asks, pkg.Name+"."+s.Sel.Name) {
					t.Errorf("%s: %s.%s: what is written depends on the files alone", f.at(s), pkg.Name, s.Sel.Name)
				}
			}
			return true
		})
	}
}
