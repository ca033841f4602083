package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"receipts/internal/diag"
	"receipts/internal/fixture"
)

var update = flag.Bool("update", false, "rewrite the expected files of the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"build": main, "receipts": main})
}

// TestScript runs the scripts in testdata/script. Each has the files of a site,
// commands, and all that they print.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("NO_COLOR", "1")
			env.Setenv("TODAY", time.Now().Format(time.DateOnly))
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": status,
			"fill":   fill,
			"latin1": latin1,
			"absent": absent,
			"pad":    pad,
			"recipe": recipe,
			"change": change,
		},
	})
}

// status runs a program and checks its exit status: status 2 build -x.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program [args...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

var blank = regexp.MustCompile(`(?m)^( *(?:- )?)(\w+: |- )?("?)FILL IN: .*\n`)

// fill fills in a form that "build new" wrote, as an author would with an
// editor: fill FILE KEY=VALUE... gives the blanks of the front matter their
// values, in order of the file; KEY= deletes the line. Blanks in the prose
// become "Text."
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: fill FILE KEY=VALUE...")
	}
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	values := args[1:]
	out := blank.ReplaceAllStringFunc(string(data), func(line string) string {
		m := blank.FindStringSubmatch(line)
		key := strings.Trim(m[2], "-: ")
		if m[3] == "" && key == "" {
			return m[1] + "Text.\n"
		}
		if len(values) == 0 {
			ts.Fatalf("no value for %s", strings.TrimSpace(line))
		}
		name, value, _ := strings.Cut(values[0], "=")
		if name != key {
			ts.Fatalf("the next blank is %q, not %q", key, name)
		}
		values = values[1:]
		switch {
		case value != "":
			return m[1] + m[2] + value + "\n"
		case strings.Contains(m[1], "- "):
			ts.Fatalf("the line %q begins an item", line)
		}
		return ""
	})
	ts.Check(os.WriteFile(path, []byte(strings.ReplaceAll(out, "FILL IN: ", "")), 0o666))
}

// change edits a file: change FILE PATTERN TEXT puts TEXT in place of the first match of
// a pattern.
func change(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: change FILE PATTERN TEXT")
	}
	text := ts.ReadFile(args[0])
	at := regexp.MustCompile("(?m)" + args[1]).FindStringIndex(text)
	if at == nil {
		ts.Fatalf("%s has no %s", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text[:at[0]]+args[2]+text[at[1]:]), 0o666))
}

// latin1 saves a file in another encoding: latin1 FILE.
func latin1(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: latin1 FILE")
	}
	var out []byte
	for _, c := range ts.ReadFile(args[0]) {
		out = append(out, byte(c))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), out, 0o666))
}

// pad makes a file longer: pad FILE BYTES.
func pad(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: pad FILE BYTES")
	}
	size, err := strconv.Atoi(args[1])
	ts.Check(err)
	text := ts.ReadFile(args[0])
	text += strings.Repeat(".", max(0, size-len(text)))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

var printed = regexp.MustCompile(`\[([EW]\d{3})\]$`)

// TestEveryCodeHasAScript checks that a script shows the whole message of each kind
// of mistake.
func TestEveryCodeHasAScript(t *testing.T) {
	shown := map[diag.Code]bool{}
	for _, files := range fixture.Scripts(t) {
		for line := range strings.Lines(files["want"]) {
			if m := printed.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
				shown[diag.Code(m[1])] = true
			}
		}
	}
	for _, e := range diag.Explanations() {
		if !shown[e.Code] {
			t.Errorf("no script shows the message of %s (%s)", e.Code, e.Title)
		}
	}
	for code := range shown {
		if _, ok := diag.Explain(code); !ok {
			t.Errorf("%s is reported and not explained", code)
		}
	}
}

// TestEveryExampleIsRun checks that a script runs the example in the help of each
// command, as it is printed.
func TestEveryExampleIsRun(t *testing.T) {
	script, err := os.ReadFile(filepath.Join("testdata", "script", "help_examples.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commands {
		if c.name == previewCommand.name {
			continue // it does not end by itself; TestPreviewCommand runs it
		}
		run := regexp.MustCompile(`(?m)^(\[exec:git\] )?exec ` + regexp.QuoteMeta("build "+c.example) + `$`)
		if !run.Match(script) {
			t.Errorf("the example of %s is not run: %s", c.name, c.example)
		}
	}
}
