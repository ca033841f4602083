package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"time"

	"receipts/internal/build"
	"receipts/internal/cache"
	"receipts/internal/diag"
	"receipts/internal/publish"
	"receipts/internal/render"
)

var contentFlags = []string{"root", "base-url", "drafts", "since", "strict", "lint", "fail-on", "format", "j"}

var buildCommand = command{
	name:  "build",
	short: "make the site (the default)",
	long: `Reads content/, checks everything, and writes the site into public/.
With one error nothing is written, and an older site stays as it is.`,
	example: "build -base-url https://example.org -out dist",
	flags:   append([]string{"out", "cache", "compress"}, contentFlags...),
	run:     runBuild,
}

func runBuild(ctx context.Context, inv *invocation) error {
	start := time.Now()
	if err := inv.checkOut(); err != nil {
		return err
	}
	bar := newProgress(inv.stderr)
	defer bar.clear()
	b, done, err := inv.open(ctx, bar)
	if err != nil {
		return err
	}
	defer done()
	in, err := b.Read(ctx)
	if err != nil {
		return err
	}
	write := func(res *build.Result, routes []render.Route, diags diag.List, opt publish.Options) error {
		bar.phase("writing", len(routes))
		opt.Jobs, opt.Progress = inv.jobs, bar.update
		stats, err := publish.Write(ctx, inv.outDir(), routes, opt)
		bar.clear()
		if errors.Is(err, cache.ErrDamaged) {
			return err
		}
		if err := inv.finish(res, diags, "write the site", inv.explainForeign(err)); err != nil {
			return err
		}
		if stats.Kept != "" {
			fmt.Fprintf(inv.stderr, "%s holds the site that was in %s: an older version wrote it without a list of its files, and some are not of this site; delete it if you miss none\n", stats.Kept, inv.outDir())
		}
		_, warnings := diags.Count()
		inv.say("%s from %s in %s, %s\n", diag.Plural(stats.Pages, "page"), diag.Plural(res.Files, "file"),
			elapsed(start), diag.Plural(warnings, "warning"))
		return nil
	}

	key, cached := inv.cacheKey(in)
	if cached {
		if kept, ok := cache.Folder(inv.cache).Find(key); ok {
			defer kept.Close()
			// The copies of files are among the routes, if there are any.
			err := write(in.Kept(kept.Routes, kept.Diags), kept.Routes, kept.Diags, publish.Options{})
			if !errors.Is(err, cache.ErrDamaged) {
				_ = kept.Used(start) // at worst it is deleted sooner
				return err
			}
		}
	}
	res, err := b.Make(ctx, in)
	if err != nil {
		return err
	}
	diags := inv.refuse(res, res.Diags)
	if inv.stops(diags) {
		bar.clear()
		return inv.report(res, diags)
	}
	opt := publish.Options{Compress: inv.compress}
	if !cached {
		return write(res, res.Routes, diags, opt)
	}
	recording := cache.Folder(inv.cache).Record(key)
	opt.Written = recording.Note
	if err := write(res, res.Routes, diags, opt); err != nil {
		recording.Drop()
		return err
	}
	if err := recording.Keep(diags); err != nil {
		fmt.Fprintf(inv.stderr, "the site was not kept for the next build: %v\n", err)
	}
	return nil
}

// explainForeign makes a usage error of a refusal to write over what no build
// wrote.
func (inv *invocation) explainForeign(err error) error {
	foreign, ok := errors.AsType[*publish.ForeignError](err)
	if !ok {
		return err
	}
	hint := "empty it, or name another with -out"
	if foreign.InSite {
		hint = "move your own files to " + filepath.Join(inv.root, "static", "root") + "/, from where they are published, and delete the rest; or name another folder with -out"
	}
	return &usageError{inv.outDir() + ": " + foreign.Error(), hint}
}

// cacheKey stands for everything that the site depends on: the files, the flags
// and this program. It is false if nothing is to be kept: the edition that -since
// names is none of the files.
func (inv *invocation) cacheKey(in *build.Input) (key cache.Key, ok bool) {
	if inv.cache == "" || inv.since != "" {
		return key, false
	}
	h := sha256.New()
	if !hashProgram(h) || !in.HashInto(h) {
		return key, false
	}
	fmt.Fprintf(h, "%q %t %t %t %q %t\n", inv.baseURL, inv.drafts, inv.lint, inv.strict, inv.failOn, inv.compress)
	return cache.Key(h.Sum(nil)), true
}

// hashProgram writes what tells this program from any other. It is false if it
// cannot be read.
func hashProgram(h hash.Hash) bool {
	name, err := os.Executable()
	if err != nil {
		return false
	}
	program, err := os.Open(name)
	if err != nil {
		return false
	}
	defer program.Close()
	// Two sums of different kinds, which processors know: a hash of a program of
	// this size takes longer than writing a thousand pages.
	a, b := crc32.NewIEEE(), crc32.New(crc32.MakeTable(crc32.Castagnoli))
	size, err := io.Copy(io.MultiWriter(a, b), program)
	fmt.Fprintf(h, "%d %x %x\n", size, a.Sum32(), b.Sum32())
	return err == nil
}

// say prints a summary for a person. Machine formats have stdout to themselves.
func (inv *invocation) say(format string, args ...any) {
	if inv.format == "text" {
		fmt.Fprintf(inv.stdout, format, args...)
	}
}

// refuse adds to diags what -fail-on takes for an error. What could only be
// read in part contradicts nobody.
func (inv *invocation) refuse(res *build.Result, diags diag.List) diag.List {
	if errors, _ := diags.Count(); errors > 0 || inv.failOn != onDisagreement {
		return diags
	}
	return append(res.Site.RefuseUnexplained(), diags...).Sorted()
}

// stops reports whether one of diags stops the build.
func (inv *invocation) stops(diags diag.List) bool {
	errors, warnings := diags.Count()
	return errors > 0 || inv.strict && warnings > 0
}

// report prints the diagnostics and returns errContent if one of them stops
// the build. Each way through a command calls it once, since a machine reads
// one value from stdout.
func (inv *invocation) report(res *build.Result, diags diag.List) error {
	var err error
	switch inv.format {
	case "json":
		err = diag.JSON(inv.stdout, diags, res.Text)
	case "github":
		err = diag.GitHub(inv.stdout, diags, res.Text)
	default:
		err = diag.Text(inv.stderr, diags, res.Text, inv.color())
	}
	if err != nil {
		return err
	}
	if !inv.stops(diags) {
		return nil
	}
	if inv.format == "text" {
		fmt.Fprintf(inv.stderr, "\n%s; nothing was written. \"build explain CODE\" says what a code means.\n", counts(diags))
	}
	return errContent
}

// counts says how many mistakes stop the build: "1 error, 2 warnings".
func counts(diags diag.List) string {
	errors, warnings := diags.Count()
	switch {
	case errors == 0:
		return diag.Plural(warnings, "warning") + " (with -strict, warnings count as errors)"
	case warnings == 0:
		return diag.Plural(errors, "error")
	}
	return diag.Plural(errors, "error") + ", " + diag.Plural(warnings, "warning")
}

// finish reports diags together with err, which came of making the pages: a
// mistake if a layout is to blame, and otherwise a fault in the phase, which it
// returns.
func (inv *invocation) finish(res *build.Result, diags diag.List, phase string, err error) error {
	if err == nil {
		return inv.report(res, diags)
	}
	if d, ok := res.Explain(err); ok {
		return inv.report(res, append(diag.List{d}, diags...).Sorted())
	}
	return cmp.Or(inv.report(res, diags), fmt.Errorf("%s: %w", phase, err))
}

// elapsed is the time since start, in the unit that suits it.
func elapsed(start time.Time) string {
	d := time.Since(start)
	if d < 10*time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}
