package repotest

import (
	"go/ast"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mayStart are the packages whose code may start goroutines, each with the only
// function that does, or "" for any.
var mayStart = map[string]string{
	"internal/build":   "Each",
	"internal/preview": "",
}

// starts returns the statements and the calls below n by which goroutines start:
// go, and the method Go of a WaitGroup or of any other group.
func starts(n ast.Node) []ast.Node {
	var out []ast.Node
	ast.Inspect(n, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && s.Sel.Name == "Go" {
			out = append(out, n)
		} else if _, ok := n.(*ast.GoStmt); ok {
			out = append(out, n)
		}
		return true
	})
	return out
}

func TestGoroutinesStartInOnePlace(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range goFiles(t) {
		if f.test {
			continue
		}
		function, may := mayStart[f.folder]
		for _, decl := range f.syntax.Decls {
			fn, _ := decl.(*ast.FuncDecl)
			here := may && (function == "" || fn != nil && fn.Recv == nil && fn.Name.Name == function)
			for _, n := range starts(decl) {
				seen[f.folder] = true
				if !here {
					t.Errorf("%s: a goroutine starts here; only mayStart in goroutines_test.go may", f.at(n))
				}
			}
		}
	}
	for folder := range mayStart {
		if !seen[folder] {
			t.Errorf("no goroutine starts in %s, which may", folder)
		}
	}
}

// make check runs the race detector on the packages in which several goroutines
// work: those that start some, in tests too, and those that call the loop of
// internal/build, directly or by a field of that name.
func TestRaceDetectorSeesGoroutines(t *testing.T) {
	works := map[string]bool{}
	for _, f := range goFiles(t) {
		if len(starts(f.syntax)) > 0 {
			works["./"+f.folder] = true
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && (s.Sel.Name == "Each" || s.Sel.Name == "EachRoute") {
				works["./"+f.folder] = true
			}
			return true
		})
	}
	list := regexp.MustCompile(`(?m)^parallel = (.*)$`).FindStringSubmatch(read(t, "Makefile"))
	if list == nil {
		t.Fatal("the Makefile has no list named parallel")
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(works)), strings.Fields(list[1])); diff != "" {
		t.Errorf("packages in which goroutines work (-code +list named parallel in the Makefile):\n%s", diff)
	}
}
