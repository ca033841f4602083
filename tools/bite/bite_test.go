package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func guards(t *testing.T) []*guard {
	t.Helper()
	t.Chdir("../..")
	all, err := readList(listPath)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Each guard stands where the list says, and the program compiles without any of them.
// As many as do not touch each other are taken out at once. Whether a test fails without
// each, "make bite" says.
func TestListIsTrue(t *testing.T) {
	rest := guards(t)
	for len(rest) > 0 {
		var apart, touching []*guard
		without, packages := map[string][]byte{}, map[string]bool{}
		for _, g := range rest {
			data, err := os.ReadFile(g.file)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := g.takenOut(data); err != nil {
				t.Error(err)
				continue
			}
			if without[g.file] == nil {
				without[g.file] = data
			}
			if data, err = g.takenOut(without[g.file]); err != nil {
				touching = append(touching, g)
				continue
			}
			without[g.file], packages["./"+path.Dir(g.file)] = data, true
			apart = append(apart, g)
		}
		overlay, err := writeOverlay(t.TempDir(), apart)
		if err != nil {
			t.Fatal(err)
		}
		args := append([]string{"build", "-overlay", overlay, "-o", os.DevNull}, slices.Sorted(maps.Keys(packages))...)
		if out, err := exec.Command("go", args...).CombinedOutput(); err != nil {
			t.Errorf("without its guards the program does not compile:\n%s", out)
		}
		rest = touching
	}
}

// Tests that the list names exist.
func TestTestsExist(t *testing.T) {
	named := regexp.MustCompile(`(?:Test|Fuzz)[A-Z]\w*`)
	for _, g := range guards(t) {
		for _, test := range g.tests {
			files, err := filepath.Glob(test.pkg + "/*_test.go")
			if err != nil || len(files) == 0 {
				t.Errorf("%s: %s has no tests", g.name, test.pkg)
			}
			var all strings.Builder
			for _, f := range files {
				data, err := os.ReadFile(f)
				if err != nil {
					t.Fatal(err)
				}
				all.Write(data)
			}
			for _, name := range named.FindAllString(test.pattern, -1) {
				if !strings.Contains(all.String(), "func "+name) {
					t.Errorf("%s: %s has no test %s", g.name, test.pkg, name)
				}
			}
			if script, ok := strings.CutPrefix(test.pattern, "TestScript/"); ok {
				for name := range strings.SplitSeq(strings.Trim(script, "()^$"), "|") {
					if _, err := os.Stat("cmd/build/testdata/script/" + name + ".txtar"); err != nil {
						t.Errorf("%s: there is no script %s", g.name, name)
					}
				}
			}
		}
	}
}

// The list is complete where that can be told: it has each kind of problem that a quote
// may have, and each check of package proof.
func TestListIsComplete(t *testing.T) {
	all := guards(t)
	taken := func(file, what string) bool {
		return slices.ContainsFunc(all, func(g *guard) bool {
			return strings.HasPrefix(g.file, file) && regexp.MustCompile(`\b`+what+`\b`).MatchString(g.old)
		})
	}
	for _, file := range []string{"internal/evidence/evidence.go", "internal/proof"} {
		for _, f := range parse(t, file) {
			for _, d := range f.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					if name := d.Name.Name; strings.HasPrefix(name, "check") && !taken("internal/proof/", name) {
						t.Errorf("no guard takes out %s of internal/proof", name)
					}
				case *ast.GenDecl:
					if d.Tok != token.CONST {
						continue
					}
					for _, s := range d.Specs {
						for _, name := range s.(*ast.ValueSpec).Names {
							if isKind(d) && !taken("internal/evidence/", name.Name) {
								t.Errorf("no guard takes out %s of internal/evidence", name)
							}
						}
					}
				}
			}
		}
	}
}

// isKind reports whether constants are kinds of problems.
func isKind(d *ast.GenDecl) bool {
	name, ok := d.Specs[0].(*ast.ValueSpec).Type.(*ast.Ident)
	return ok && name.Name == "ProblemKind"
}

// parse returns the files of the program at a path, a file or a folder.
func parse(t *testing.T, path string) (files []*ast.File) {
	t.Helper()
	paths := []string{path}
	if !strings.HasSuffix(path, ".go") {
		var err error
		if paths, err = filepath.Glob(path + "/*.go"); err != nil {
			t.Fatal(err)
		}
	}
	for _, p := range paths {
		if strings.HasSuffix(p, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	return files
}

func TestParseList(t *testing.T) {
	for _, tt := range []struct{ desc, give, want string }{
		{"right", "== a\nfile f\ntest ./p TestA\n-b\n-\tc\n+d\n", ""},
		{"nothing in its place", "# words\n\n== a\nfile f\ntest ./p TestA\n-b\n", ""},
		{"twice", "== a\nfile f\ntest ./p TestA\n-b\n== a\n", "listed already"},
		{"without a test", "== a\nfile f\n-b\n", "a guard has"},
		{"without a change", "== a\nfile f\ntest ./p TestA\n-b\n+b\n", "a guard has"},
		{"a package by its name", "== a\ntest p TestA\n", "begins with ./"},
		{"no guard", "file f\n", "no guard begins"},
		{"a stray line", "== a\nb\n", "no line of a guard"},
	} {
		_, err := parseList("list", tt.give)
		switch {
		case err == nil && tt.want != "":
			t.Errorf("%s: no mistake, want %q", tt.desc, tt.want)
		case err != nil && (tt.want == "" || !strings.Contains(err.Error(), tt.want)):
			t.Errorf("%s: %v, want %q", tt.desc, err, tt.want)
		}
	}
	g := &guard{file: "f", old: "a", new: "b"}
	for _, text := range []string{"", "a a"} {
		if _, err := g.takenOut([]byte(text)); err == nil {
			t.Errorf("%q is taken out", text)
		}
	}
}

func TestFirstFailed(t *testing.T) {
	for out, want := range map[string]string{
		"--- FAIL: TestA (0.1s)\n    --- FAIL: TestA/b (0.0s)\n        x.go:1: c\nFAIL\n": "TestA/b",
		"--- FAIL: TestA (0.1s)\n--- FAIL: TestB (0.1s)\n":                                "TestA",
		"panic: test timed out after 1m\n":                                                "test timed out after 1m",
		"./a.go:1:2: undefined: x\nFAIL\treceipts/a [build failed]\n":                     "",
	} {
		if got := firstFailed([]byte(out)); got != want {
			t.Errorf("of %q the first that failed is %q, want %q", out, got, want)
		}
	}
}
