package main

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// A program makes a site of the archive, or a part of that.
type program struct {
	name  string
	site  string // for which program the archive is written
	build func(site, out string) *exec.Cmd
	runs  []run
	files int
	bytes int64
}

// tools are the programs as they are installed or built.
type tools struct {
	build, corpus, floor string
	hugo, cp             string // empty where they are not installed
	node, eleventy       string // and the folder with its node_modules
	missing              []string
}

// findTools builds our programs into dir and looks for the others.
func findTools(dir string) (*tools, error) {
	t := &tools{}
	for _, own := range []struct {
		path *string
		pkg  string
	}{{&t.build, "./cmd/build"}, {&t.corpus, "./bench/corpus"}, {&t.floor, "./bench/floor"}} {
		*own.path = filepath.Join(dir, filepath.Base(own.pkg)+".exe") // the ending that Windows needs
		if out, err := exec.Command("go", "build", "-o", *own.path, own.pkg).CombinedOutput(); err != nil {
			return nil, fmt.Errorf("build %s: %w\n%s", own.pkg, err, out)
		}
	}
	look := func(name string) string {
		path, err := exec.LookPath(name)
		if err != nil {
			return ""
		}
		return path
	}
	t.cp = look("cp")
	if t.hugo = look(cmp.Or(os.Getenv("HUGO"), "hugo")); t.hugo == "" {
		t.missing = append(t.missing, "Hugo is not on PATH; HUGO=/path/to/hugo names it")
	}
	modules := os.Getenv("ELEVENTY")
	if _, err := os.Stat(filepath.Join(modules, eleventy)); modules != "" && err == nil {
		if t.node = look("node"); t.node != "" {
			t.eleventy, _ = filepath.Abs(modules)
		}
	}
	if t.node == "" {
		t.missing = append(t.missing, "Eleventy is not there; ELEVENTY=/path/to/node_modules names where npm has put it, of a copy of bench/peers/eleventy/package.json")
	}
	return t, nil
}

// equalWork is the program that does what its peers do.
const equalWork = "Receipts, equal work"

// eleventy is Eleventy's command in node_modules.
const eleventy = "@11ty/eleventy/cmd.cjs"

// programs are those that are installed, the floor and Hugo before what is compared
// with them.
func (t *tools) programs() []*program {
	own := func(site, out string) *exec.Cmd { return exec.Command(t.build, "-root", site, "-out", out) }
	list := []*program{
		{name: "floor", site: "equal", build: func(site, out string) *exec.Cmd { return exec.Command(t.floor, site, out) }},
		{name: equalWork, site: "equal", build: own},
		{name: "Receipts, all it does", site: "receipts", build: own},
	}
	if t.hugo != "" {
		list = append(list, &program{name: "Hugo", site: "hugo", build: func(site, out string) *exec.Cmd {
			return exec.Command(t.hugo, "--quiet", "-s", site, "-d", out)
		}})
	}
	if t.node != "" {
		list = append(list, &program{name: "Eleventy", site: "eleventy", build: func(site, out string) *exec.Cmd {
			cmd := exec.Command(t.node, filepath.Join("node_modules", eleventy), "--quiet", "--output="+out)
			cmd.Dir = site
			return cmd
		}})
	}
	return list
}

// write writes the archive for a program into a new folder.
func (t *tools) write(articles int, p *program, dir string) error {
	out, err := exec.Command(t.corpus, "-n", strconv.Itoa(articles), "-for", p.site, "-out", dir).CombinedOutput()
	if err != nil {
		return fmt.Errorf("write the archive: %w\n%s", err, out)
	}
	if p.site == "eleventy" {
		return os.Symlink(t.eleventy, filepath.Join(dir, "node_modules"))
	}
	return nil
}
