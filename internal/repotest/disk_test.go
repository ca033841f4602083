package repotest

import (
	"go/ast"
	"slices"
	"testing"
)

// isOf reports whether a selector is of one of the packages, or variables, of these names.
func isOf(s *ast.SelectorExpr, names ...string) bool {
	x, ok := s.X.(*ast.Ident)
	return ok && slices.Contains(names, x.Name)
}

// What the program writes, it writes by way of internal/disk, where tests make each call
// fail. Nothing but a test sets what does that.
func TestDiskIsChangedInOnePlace(t *testing.T) {
	changes := []string{
		"Chmod", "Chown", "Chtimes", "Create", "CreateTemp", "Mkdir", "MkdirAll", "MkdirTemp", "OpenFile", "RemoveAll", "Symlink", "Truncate", "WriteFile",
	}
	common := []string{"Link", "Remove", "Rename"} // which mean other things elsewhere
	for _, f := range goFiles(t) {
		isProgram := f.folder == "cmd/build" || len(f.folder) > 9 && f.folder[:9] == "internal/" && !slices.Contains(forTests, f.folder)
		if f.test || !isProgram || f.folder == "internal/disk" {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && isOf(s, "disk") && s.Sel.Name == "Before" {
				t.Errorf("%s: disk.Before is for tests", f.at(n))
			}
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			s, ok := call.Fun.(*ast.SelectorExpr)
			if ok && !isOf(s, "disk") && (slices.Contains(changes, s.Sel.Name) || slices.Contains(common, s.Sel.Name) && isOf(s, "os", "root")) {
				t.Errorf("%s: %s changes the disk: have internal/disk do that", f.at(n), s.Sel.Name)
			}
			return true
		})
	}
}
