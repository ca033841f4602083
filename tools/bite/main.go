// Bite asks whether the tests bite: it takes out each guard of the program in turn,
// runs the tests that should notice, and prints which one fails. It fails if none does.
//
//	go run ./tools/bite [-list FILE] [PATTERN]
//
// The guards stand in a list, each with the text that is put in its place. The file is
// replaced for the compiler alone (go test -overlay): the program has no switch for
// this, and nothing in the repository is changed.
package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"time"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("bite", flag.ContinueOnError)
	flags.SetOutput(stderr)
	list := flags.String("list", listPath, "the list of guards")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	only, err := regexp.Compile(flags.Arg(0))
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 2
	}
	guards, err := readList(*list)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	free, tried := 0, 0
	for _, g := range guards {
		if !only.MatchString(g.name) {
			continue
		}
		began := time.Now()
		failed, err := g.bitten(ctx)
		if err != nil {
			fmt.Fprintf(stderr, "%s: %v\n", g.name, err)
			return 1
		}
		if tried++; failed == "" {
			free++
		}
		fmt.Fprintf(stdout, "%-44s %-76s %4.0f s\n", g.name, cmp.Or(failed, "NO TEST FAILS"), time.Since(began).Seconds())
	}
	fmt.Fprintf(stdout, "%d guards taken out, %d without a test that fails\n", tried, free)
	return min(free, 1)
}

// bitten returns the first test that fails without g; "" if all pass.
func (g *guard) bitten(ctx context.Context) (string, error) {
	dir, err := os.MkdirTemp("", "bite-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	overlay, err := writeOverlay(dir, []*guard{g})
	if err != nil {
		return "", err
	}
	for _, t := range g.tests {
		cmd := exec.CommandContext(ctx, "go", "test", "-overlay", overlay, "-vet=off", "-ldflags=-s -w", "-count=1", "-failfast", "-timeout=10m", "-run", t.pattern, t.pkg)
		cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) } // which ends its tests, too
		cmd.WaitDelay = 10 * time.Second
		out, err := cmd.CombinedOutput()
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		if err == nil {
			if bytes.Contains(out, []byte("no tests to run")) {
				return "", fmt.Errorf("%s has no test %s", t.pkg, t.pattern)
			}
			continue
		}
		if name := firstFailed(out); name != "" {
			return t.pkg[len("./"):] + " " + name, nil
		}
		return "", fmt.Errorf("without it, the tests of %s do not run:\n%s", t.pkg, out)
	}
	return "", nil
}

var (
	failedTest = regexp.MustCompile(`(?m)^ *--- FAIL: (\S+)`)
	endedTest  = regexp.MustCompile(`(?m)^(?:panic: |fatal error: )(.*)$`)
)

// firstFailed is the first test of an output that failed, as far down as that is said.
func firstFailed(out []byte) string {
	name := ""
	for _, m := range failedTest.FindAllSubmatch(out, -1) {
		if sub := string(m[1]); name == "" || len(sub) > len(name) && sub[:len(name)] == name {
			name = sub
		}
	}
	if m := endedTest.FindSubmatch(out); m != nil && name == "" {
		name = string(m[1])
	}
	return name
}

// writeOverlay writes the files of some guards as they are without them into dir, and
// what the compiler is told of them, whose path it returns.
func writeOverlay(dir string, guards []*guard) (string, error) {
	root, err := os.Getwd()
	if err != nil {
		return "", err
	}
	without := map[string][]byte{} // by path
	for _, g := range guards {
		data := without[g.file]
		if data == nil {
			if data, err = os.ReadFile(filepath.FromSlash(g.file)); err != nil {
				return "", err
			}
		}
		if without[g.file], err = g.takenOut(data); err != nil {
			return "", err
		}
	}
	replace := map[string]string{}
	for file, data := range without {
		to := filepath.Join(dir, fmt.Sprintf("%d-%s", len(replace), filepath.Base(file)))
		if err := os.WriteFile(to, data, 0o644); err != nil {
			return "", err
		}
		replace[filepath.Join(root, filepath.FromSlash(file))] = to
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "overlay.json")
	return path, os.WriteFile(path, data, 0o644)
}
