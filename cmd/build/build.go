package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/publish"
)

var contentFlags = []string{"root", "base-url", "drafts", "since", "staging", "strict", "lint", "fail-on", "format", "j"}

var buildCommand = command{
	name:  "build",
	short: "make the site (the default)",
	long: `Reads content/, checks everything, and writes the site into public/.
With one error nothing is written, and an older site stays as it is.`,
	example: "-base-url https://example.org -out dist",
	flags:   append([]string{"out", "compress", "shard", "stamp"}, contentFlags...),
	run:     runBuild,
}

func runBuild(ctx context.Context, inv *invocation) error {
	start := time.Now()
	if err := inv.checkOut(); err != nil {
		return err
	}
	w, err := inv.work(ctx)
	if err != nil {
		return err
	}
	defer w.close()
	res := w.res
	diags := inv.refuse(res, res.Diags)
	if inv.stops(diags) {
		w.bar.clear()
		return inv.report(res, diags)
	}
	w.bar.phase("writing", len(inv.shard.Share(res.Routes)))
	stats, err := publish.Write(ctx, inv.outDir(), res.Routes, publish.Options{Jobs: inv.jobs, Compress: inv.compress, Shard: inv.shard, Progress: w.bar.update})
	w.bar.clear()
	if err := inv.finish(res, diags, "write the site", inv.explain(err)); err != nil {
		return err
	}
	for _, left := range stats.Left {
		inv.tell("an earlier build left a folder that is not deleted: %v", left)
	}
	if stats.Kept != "" {
		inv.tell("%s holds the site that was in %s: an older version wrote it without a list of its files, and some are not of this site; delete it if you miss none", stats.Kept, inv.outDir())
	}
	_, warnings := diags.Count()
	of := ""
	if inv.shard.Of > 0 {
		of = " of shard " + inv.shard.String()
	}
	inv.say("%s%s from %s in %s, %s\n", diag.Plural(stats.Pages, "page"), of, diag.Plural(res.Files, "file"),
		elapsed(start), diag.Plural(warnings, "warning"))
	return nil
}

// explain makes a usage error of an output folder that cannot be replaced.
func (inv *invocation) explain(err error) error {
	if errors.Is(err, publish.ErrMounted) {
		return &usageError{inv.outDir() + ": " + publish.ErrMounted.Error(), "name a folder inside of it: -out " + filepath.Join(inv.outDir(), "site")}
	}
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

// say prints a summary for a person. Machine formats have stdout to themselves.
func (inv *invocation) say(format string, args ...any) {
	if inv.format == "text" {
		fmt.Fprintf(inv.stdout, format, args...)
	}
}

// refuse adds to diags what -fail-on makes an error, if the site has no other: a
// site that was read in part cannot be judged.
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
// the build. A command calls it exactly once, since a machine reads one value from
// stdout.
func (inv *invocation) report(res *build.Result, diags diag.List) error {
	var err error
	switch inv.format {
	case "json":
		err = diag.JSON(inv.stdout, diags, res.Text)
	case "github":
		err = diag.GitHub(inv.stdout, diags, res.Text, inv.strict)
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
		fmt.Fprintf(inv.stderr, "\n%s; nothing was written. \"%s\" says what a code means.\n", counts(diags), inv.call("explain CODE"))
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

// finish reports diags together with err, an error of making the pages. An error of
// a layout is one more diagnostic; any other is a fault in the phase, which finish
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
