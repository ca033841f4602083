package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// recipes are what hosts run, and the files that say so.
var recipes = map[string]struct {
	file    string
	pattern *regexp.Regexp
}{
	"github":     {"README.md", regexp.MustCompile(`(?m)^ +- run: (.*)$`)},
	"netlify":    {"netlify.toml", regexp.MustCompile(`(?s)command = \'\'\'(.*?)\'\'\'`)},
	"shard":      {"docs/scale.md", regexp.MustCompile(`(?m)^ +- run: (.* -shard .*)$`)},
	"union":      {"docs/scale.md", regexp.MustCompile(`(?m)^ +- run: (.*\.receipts.*)$`)},
	"kubernetes": {"docs/scale.md", regexp.MustCompile(`(?m)^ +command: \[sh, -c, "(build .*)"\]$`)},
}

// recipe writes what a host runs into a shell script: recipe HOST FILE. It calls the
// program that is tested.
func recipe(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: recipe HOST FILE")
	}
	name, pattern := recipes[args[0]].file, recipes[args[0]].pattern
	data, err := os.ReadFile(filepath.Join(repository, name))
	ts.Check(err)
	var script strings.Builder
	script.WriteString("set -e\n")
	found := pattern.FindAllStringSubmatch(string(data), -1)
	if len(found) == 0 {
		ts.Fatalf("%s has no recipe for %s", name, args[0])
	}
	for _, m := range found {
		script.WriteString(strings.ReplaceAll(m[1], "go run ./cmd/build", "build") + "\n")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(script.String()), 0o666))
}

// repository is this one. Tests run in their package's folder.
var repository = func() string {
	path, err := filepath.Abs("../..")
	if err != nil {
		panic(err)
	}
	return path
}()
