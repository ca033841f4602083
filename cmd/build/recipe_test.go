package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// In README.md and netlify.toml, what a host runs.
var (
	gitHubSteps    = regexp.MustCompile(`(?m)^ +- run: (.*)$`)
	netlifyCommand = regexp.MustCompile(`(?s)command = \'\'\'(.*?)\'\'\'`)
)

// recipe writes what a host runs into a shell script: recipe github FILE, recipe
// netlify FILE. It calls the program that is tested.
func recipe(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: recipe HOST FILE")
	}
	name, pattern := "README.md", gitHubSteps
	if args[0] == "netlify" {
		name, pattern = "netlify.toml", netlifyCommand
	}
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
