package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
)

// listPath is the list of guards, seen from the root of the repository.
const listPath = "tools/bite/guards.txt"

// A guard is some lines of the program without which a test must fail. In the list it is
//
//	== what it guards
//	file PATH
//	test PACKAGE PATTERN     (one or more)
//	-the lines as they are, each behind a minus
//	+the lines in their place; none if they are to go
type guard struct {
	name, file string
	old, new   string
	tests      []test
}

// A test is the tests of a package whose names match a pattern, as "go test -run" has it.
type test struct{ pkg, pattern string }

func readList(path string) ([]*guard, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parseList(path, string(data))
}

func parseList(path, text string) (guards []*guard, err error) {
	names := map[string]bool{}
	n := 0
	var g *guard
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\n")
		bad := func(what string) error { return fmt.Errorf("%s:%d: %s", path, n, what) }
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "" || line[0] == '#':
			continue
		case word == "==":
			if names[rest] {
				return nil, bad("a guard of this name is listed already")
			}
			names[rest] = true
			g = &guard{name: rest}
			guards = append(guards, g)
		case g == nil:
			return nil, bad("no guard begins above")
		case word == "file":
			g.file = rest
		case word == "test":
			pkg, pattern, _ := strings.Cut(rest, " ")
			if !strings.HasPrefix(pkg, "./") || pattern == "" {
				return nil, bad("a test is a package that begins with ./, and a pattern")
			}
			g.tests = append(g.tests, test{pkg, pattern})
		case line[0] == '-':
			g.old = joined(g.old, line[1:])
		case line[0] == '+':
			g.new = joined(g.new, line[1:])
		default:
			return nil, bad("this is no line of a guard")
		}
	}
	for _, g := range guards {
		if g.file == "" || g.old == "" || g.old == g.new || len(g.tests) == 0 {
			return nil, fmt.Errorf("%s: %s: a guard has a file, a test and lines that change", path, g.name)
		}
	}
	return guards, nil
}

func joined(lines, line string) string {
	if lines == "" {
		return line
	}
	return lines + "\n" + line
}

// takenOut is the file of g, data, without it. It is an error if its lines do not stand
// there, or in more than one place.
func (g *guard) takenOut(data []byte) ([]byte, error) {
	if n := bytes.Count(data, []byte(g.old)); n != 1 {
		return nil, fmt.Errorf("%s: %s has its lines %d times, not once:\n%s", g.name, g.file, n, g.old)
	}
	return bytes.Replace(data, []byte(g.old), []byte(g.new), 1), nil
}
