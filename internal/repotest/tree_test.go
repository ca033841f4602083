package repotest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
)

// tree is the repository.
var tree = os.DirFS("../..")

// read returns a file of the repository.
func read(t *testing.T, path string) string {
	t.Helper()
	data, err := fs.ReadFile(tree, path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// eachFile calls f for every file of the repository, but not for what a build
// writes, what npm installs, or git's own. (In a worktree .git is a file.)
func eachFile(t *testing.T, f func(path string)) {
	t.Helper()
	err := fs.WalkDir(tree, ".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (p == "public" || p == "sources" || p == "bin" || d.Name() == "node_modules" || d.Name() == ".git"):
			return fs.SkipDir
		case d.Type().IsRegular() && p != ".git":
			f(p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A goFile is a parsed file.
type goFile struct {
	folder string
	test   bool // its name ends in _test.go
	syntax *ast.File
	fset   *token.FileSet
}

// at is the place of n, for an error.
func (f goFile) at(n ast.Node) token.Position { return f.fset.Position(n.Pos()) }

func goFiles(t *testing.T) []goFile {
	t.Helper()
	var out []goFile
	eachFile(t, func(p string) {
		if path.Ext(p) != ".go" {
			return
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, p, read(t, p), parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, goFile{path.Dir(p), strings.HasSuffix(p, "_test.go"), f, fset})
	})
	return out
}
