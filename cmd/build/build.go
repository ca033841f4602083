package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/publish"
)

var contentFlags = []string{"root", "base-url", "drafts", "strict", "lint", "format", "j"}

var buildCommand = command{
	name:  "build",
	short: "make the site (the default)",
	long: `Reads content/, checks everything, and writes the site into public/.
With one error nothing is written, and an older site stays as it is.`,
	example: "build -base-url https://example.org -out dist",
	flags:   append([]string{"out"}, contentFlags...),
	run:     runBuild,
}

func runBuild(ctx context.Context, inv *invocation) error {
	start := time.Now()
	b, done, err := inv.open()
	if err != nil {
		return err
	}
	defer done()
	res, err := b.Build(ctx)
	if err != nil {
		return err
	}
	if err := inv.report(res, res.Diags); err != nil {
		return err
	}
	bar := newProgress(inv.stderr, len(res.Routes), start)
	stats, err := publish.Write(ctx, inv.outDir(), res.Routes, inv.jobs, bar.update)
	bar.clear()
	if err != nil {
		return inv.explain(res, err)
	}
	_, warnings := res.Diags.Count()
	inv.say("%s from %s in %s, %s\n", plural(stats.Pages, "page"), plural(res.Files, "file"),
		elapsed(start), plural(warnings, "warning"))
	return nil
}

// say prints a summary for a person. Machine formats have stdout to themselves.
func (inv *invocation) say(format string, args ...any) {
	if inv.format == "text" {
		fmt.Fprintf(inv.stdout, format, args...)
	}
}

// report prints the diagnostics and returns errContent if one of them stops
// the build.
func (inv *invocation) report(res *build.Result, diags diag.List) error {
	errors, warnings := diags.Count()
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
	if errors == 0 && !(inv.strict && warnings > 0) {
		return nil
	}
	if inv.format == "text" {
		counts := plural(errors, "error")
		if warnings > 0 {
			counts += ", " + plural(warnings, "warning")
		}
		why := ""
		if errors == 0 {
			why = " (with -strict, warnings count as errors)"
		}
		fmt.Fprintf(inv.stderr, "\n%s%s; nothing was written. \"build explain CODE\" says what a code means.\n", counts, why)
	}
	return errContent
}

// explain turns a fault while rendering into a diagnostic if a layout is to
// blame, and passes on any other error.
func (inv *invocation) explain(res *build.Result, err error) error {
	d, ok := res.Explain(err)
	if !ok {
		return fmt.Errorf("write the site: %w", err)
	}
	return inv.report(res, diag.List{d})
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// elapsed is the time since start, in the unit that suits it.
func elapsed(start time.Time) string {
	d := time.Since(start)
	if d < 10*time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

// A progress shows on a terminal how far a build is that takes longer than
// half a second.
type progress struct {
	w     io.Writer
	total int
	start time.Time
	shown chan struct{} // holds a token while nobody prints
	drawn bool
}

func newProgress(w io.Writer, total int, start time.Time) *progress {
	p := &progress{total: total, start: start, shown: make(chan struct{}, 1)}
	if isTerminal(w) {
		p.w = w
	}
	p.shown <- struct{}{}
	return p
}

func (p *progress) update(done int) {
	if p.w == nil || done%64 != 0 || time.Since(p.start) < 500*time.Millisecond {
		return
	}
	select {
	case <-p.shown:
		p.drawn = true
		fmt.Fprintf(p.w, "\r%d of %d pages and files", done, p.total)
		p.shown <- struct{}{}
	default: // another goroutine prints
	}
}

func (p *progress) clear() {
	if p.drawn {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}
