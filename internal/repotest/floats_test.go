package repotest

import (
	"go/ast"
	"go/token"
	"slices"
	"testing"
)

// Cards are drawn in whole numbers: where a multiplication and an addition of floats
// are fused depends on the processor, and with it the last bit.
func TestCardsUseNoFloats(t *testing.T) {
	const folder = "internal/card"
	types := []string{"float32", "float64", "complex64", "complex128"}
	compute := []string{`"math"`, `"math/big"`, `"golang.org/x/image/vector"`, `"golang.org/x/image/draw"`}
	files := 0
	for _, f := range goFiles(t) {
		if f.test || f.folder != folder {
			continue
		}
		files++
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if n.Kind == token.FLOAT {
					t.Errorf("%s: %s is a float", f.at(n), n.Value)
				}
			case *ast.Ident:
				if slices.Contains(types, n.Name) {
					t.Errorf("%s: %s", f.at(n), n.Name)
				}
			case *ast.ImportSpec:
				if slices.Contains(compute, n.Path.Value) {
					t.Errorf("%s: %s computes in floats", f.at(n), n.Path.Value)
				}
			}
			return true
		})
	}
	if files == 0 {
		t.Errorf("no file in %s", folder)
	}
}
