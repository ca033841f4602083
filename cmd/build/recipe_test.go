package main

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"gopkg.in/yaml.v3"
)

var netlifyCommand = regexp.MustCompile(`(?s)command = \'\'\'(.*?)\'\'\'`)

// shardRecipes are the commands of docs/scale.md.
var shardRecipes = map[string]*regexp.Regexp{
	"shard":      regexp.MustCompile(`(?m)^ +- run: (.* -shard .*)$`),
	"union":      regexp.MustCompile(`(?m)^ +- run: (.*\.receipts.*)$`),
	"kubernetes": regexp.MustCompile(`(?m)^ +command: \[sh, -c, "(build .*)"\]$`),
}

// recipe writes what a host runs into a shell script, which calls the program that is
// tested: recipe HOST FILE. HOST is netlify, push for GitHub with a push to main, pull
// for GitHub with a pull request, or one of shardRecipes.
func recipe(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: recipe HOST FILE")
	}
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(name)))
		ts.Check(err)
		return data
	}
	var runs []string
	switch shards := shardRecipes[args[0]]; {
	case args[0] == "netlify":
		runs = netlifyCommand.FindStringSubmatch(string(read("netlify.toml")))[1:]
	case shards != nil:
		for _, m := range shards.FindAllStringSubmatch(string(read("docs/scale.md")), -1) {
			runs = append(runs, m[1])
		}
	case args[0] == "push" || args[0] == "pull":
		var workflow struct {
			Jobs struct {
				Check struct{ Steps []struct{ If, Run string } }
			}
		}
		ts.Check(yaml.Unmarshal(read("docs/hosts/github-pages.yml"), &workflow))
		other := map[string]string{"push": "pull_request", "pull": "refs/heads/main"}[args[0]]
		for _, step := range workflow.Jobs.Check.Steps {
			if step.Run == "" || strings.Contains(step.If, other) {
				continue
			}
			// The program is installed already, and GitHub is not there.
			if !strings.HasPrefix(step.Run, "make ") && !strings.HasPrefix(step.Run, "gh ") {
				runs = append(runs, step.Run)
			}
		}
	}
	if len(runs) == 0 {
		ts.Fatalf("there is no recipe for %s", args[0])
	}
	var script strings.Builder
	script.WriteString("set -e\n")
	for _, run := range runs {
		script.WriteString("(\n" + strings.ReplaceAll(run, "go run ./cmd/build", "build") + "\n)\n")
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

// Where a text calls the program: a line of a script or of a code block, and code in
// prose, which may be broken over two lines.
var (
	callInScript = regexp.MustCompile(`(?m)(?:go run \./cmd/build|(?:^ *|run: |&& )receipts)( [^\n]*|$)`)
	codeBlock    = regexp.MustCompile("(?ms)^```sh\n(.*?)^```|^( {4}[^\n]*)")
	callInProse  = regexp.MustCompile("`(?:go run \\./cmd/build|build|receipts)( [^`]*)?`")
	endOfCall    = regexp.MustCompile(`\s*(?:;|\s(?:#|&&|\||>|\}|\)|\$\{)).*`)
	substituted  = regexp.MustCompile(`"?\$(?:\([^)]*\)|\w+)"?`)
)

// TestDocumentedCommands checks that every call of the program that is written down
// anywhere is one that it understands.
func TestDocumentedCommands(t *testing.T) {
	found := 0
	try := func(file, call string) {
		found++
		call = substituted.ReplaceAllString(strings.ReplaceAll(call, "\n", " "), "https://example.org")
		call = strings.ReplaceAll(call, "-shard https://example.org/", "-shard 1/")
		call = endOfCall.ReplaceAllString(call, "")
		inv := &invocation{program: "build", commands: commands, stdout: io.Discard, stderr: io.Discard}
		cmd, err := inv.parse(strings.Fields(call))
		if err == nil && cmd.name == "explain" {
			err = cmd.run(context.Background(), inv)
		}
		if err != nil {
			t.Errorf("%s has the call \"%s\": %v", file, call, err)
		}
	}
	err := fs.WalkDir(os.DirFS(repository), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if d != nil && (strings.HasPrefix(d.Name(), ".") && path != "." && path != ".ci" || d.Name() == "node_modules" || d.Name() == "testdata" || path == "public" || path == "bin") {
				return fs.SkipDir
			}
			return err
		}
		switch filepath.Ext(path) {
		case ".md", ".yml", ".toml", ".sh", ".mjs", ".conf", "":
		default:
			return nil
		}
		data, err := os.ReadFile(filepath.Join(repository, filepath.FromSlash(path)))
		if err != nil {
			return err
		}
		script := string(data)
		if filepath.Ext(path) == ".md" {
			for _, m := range callInProse.FindAllStringSubmatch(script, -1) {
				try(path, m[1])
			}
			blocks := codeBlock.FindAllStringSubmatch(script, -1)
			script = ""
			for _, m := range blocks {
				script += m[1] + m[2] + "\n"
			}
		}
		for _, m := range callInScript.FindAllStringSubmatch(script, -1) {
			try(path, m[1])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if found < 40 {
		t.Errorf("%d calls were found", found)
	}
}
