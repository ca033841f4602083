// Command table measures how long whole programs take to make the same site of
// an archive of articles: this one with the pages of its peers and with all that
// it does, the floor beneath it, Hugo and Eleventy where they are installed. Then
// it measures how long an author waits between a save and the page.
//
//	go run ./bench/table -sizes "1000 10000" -runs 5
//
// The programs take turns, so that each run has a pair in the same minute, and a
// run that other programs have disturbed is repeated. Sites and output are in
// memory if there is a file system for that. Medians are printed.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

func main() {
	sizes := flag.String("sizes", "1000", "numbers of articles")
	runs := flag.Int("runs", 5, "runs that count, of each program")
	edits := flag.Int("edits", 7, "edits that count, of each kind; 0 measures none")
	quiet := flag.Float64("quiet", 0.1, "the share of the machine that others may use while a program runs")
	patience := flag.Duration("patience", 20*time.Second, "how long to wait for quiet before a run")
	flag.Parse()
	c := &clock{quiet: *quiet, patience: *patience, retries: 10 * *runs}
	// An interrupt ends the runs, and their folders are deleted.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := tables(ctx, os.Stdout, strings.Fields(*sizes), max(1, *runs), *edits, c); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		stop()
		os.Exit(1)
	}
}

func tables(ctx context.Context, w io.Writer, sizes []string, runs, edits int, c *clock) (err error) {
	dir, err := os.MkdirTemp(memoryFolder(), "receipts-bench-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	t, err := findTools(dir)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s, %d processors, %s; files in %s\n", processor(), runtime.NumCPU(), runtime.Version(), filepath.Dir(dir))
	if t.hugo != "" {
		out, _ := exec.Command(t.hugo, "version").Output()
		fmt.Fprintf(w, "%s\n", strings.TrimSpace(string(out)))
	}
	for _, m := range t.missing {
		fmt.Fprintln(w, m)
	}
	if err := realSite(ctx, w, t, dir, 4*runs, c); err != nil {
		return err
	}
	last := 0
	var before []*program
	for _, size := range sizes {
		articles, err := strconv.Atoi(size)
		if err != nil || articles < 1 {
			return fmt.Errorf("%q is no number of articles", size)
		}
		sub := filepath.Join(dir, size)
		list, err := measure(ctx, w, t, articles, sub, runs, c)
		if err != nil {
			return err
		}
		if before != nil {
			perArticle(w, before, list, last, articles)
		}
		last, before = articles, list
		if edits > 0 {
			if err := latency(ctx, w, t, articles, sub, edits); err != nil {
				return err
			}
		}
		if err := os.RemoveAll(sub); err != nil {
			return err
		}
	}
	return nil
}

// realSite times the site of this repository.
func realSite(ctx context.Context, w io.Writer, t *tools, dir string, runs int, c *clock) error {
	p := &program{name: "the real site", build: t.programs()[1].build}
	for i := range runs + 1 {
		if err := p.turn(ctx, c, ".", filepath.Join(dir, "real"), i > 0); err != nil {
			return err
		}
	}
	fmt.Fprintf(w, "\nThe site of this repository: %s wall, %s CPU, %s, %d files\n",
		ms(medianOf(p.runs, wall)), ms(medianOf(p.runs, cpu)), megabytes(medianOf(p.runs, peak)), p.files)
	return nil
}

// measure times all programs on an archive, in turns.
func measure(ctx context.Context, w io.Writer, t *tools, articles int, dir string, runs int, c *clock) ([]*program, error) {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, err
	}
	list := t.programs()
	written := map[string]bool{}
	for _, p := range list {
		if !written[p.site] {
			if err := t.write(articles, p, filepath.Join(dir, p.site)); err != nil {
				return nil, err
			}
			written[p.site] = true
		}
	}
	copies := &program{name: "cp -r of the equal output", build: func(site, out string) *exec.Cmd { return exec.Command(t.cp, "-r", site, out) }}
	c.repeated, c.spoilt = 0, 0
	out, kept := filepath.Join(dir, "out"), filepath.Join(dir, "kept")
	for i := range runs + 1 { // the first round fills caches and counts for nothing
		for _, p := range list {
			if err := p.turn(ctx, c, filepath.Join(dir, p.site), out, i > 0); err != nil {
				return nil, err
			}
			if p.name == equalWork && t.cp != "" {
				if err := errors.Join(os.Rename(out, kept), copies.turn(ctx, c, kept, out, i > 0), os.RemoveAll(kept)); err != nil {
					return nil, err
				}
			}
		}
	}
	if t.cp != "" {
		list = append(list, copies)
	}
	printTable(w, list, articles, runs, c)
	return list, os.RemoveAll(out)
}

// turn runs p once, into a folder that stays until the next turn.
func (p *program) turn(ctx context.Context, c *clock, site, out string, counts bool) error {
	r, err := c.time(ctx, func() (*exec.Cmd, error) { return p.build(site, out), os.RemoveAll(out) })
	if err != nil {
		return err
	}
	if counts {
		p.runs = append(p.runs, r)
		return nil
	}
	p.files, p.bytes, err = tree(out)
	return err
}
