package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"

	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/disk"
	"receipts/internal/verbatim"
)

var checkCommand = command{
	name:  "check",
	short: "check everything, write nothing",
	long: `Makes every page as build does and throws it away: what check passes, build builds.
With -sources DIR it also looks up every quote in DIR/ID.txt, the text of the
source that article ID summarises, reads its figures with the words around it, looks
for what it lacks in its paragraph, and notes what it finds in content/quotes.lock.`,
	example: "check -format github",
	flags:   append([]string{"sources"}, contentFlags...),
	run:     runCheck,
}

func runCheck(ctx context.Context, inv *invocation) error {
	start := time.Now()
	w, err := inv.work(ctx)
	if err != nil {
		return err
	}
	defer w.close()
	res := w.res
	diags := res.Diags
	if inv.sources != "" {
		if res, diags, err = inv.checkSources(ctx, w.Builder, res); err != nil {
			return err
		}
	}
	diags = inv.refuse(res, diags)
	if inv.stops(diags) {
		w.bar.clear()
		return inv.report(res, diags)
	}
	w.bar.phase("making", len(res.Routes))
	err = w.CheckRoutes(ctx, res)
	w.bar.clear()
	if err := inv.finish(res, diags, "make the pages", err); err != nil {
		return err
	}
	_, warnings := diags.Count()
	inv.say("%s checked in %s, %s\n", diag.Plural(res.Files, "file"), elapsed(start), diag.Plural(warnings, "warning"))
	return nil
}

// checkSources looks up every quote. Unless the site has errors, it writes the
// lock and builds once more with what it says.
func (inv *invocation) checkSources(ctx context.Context, b *build.Builder, res *build.Result) (*build.Result, diag.List, error) {
	if _, err := os.Stat(inv.sources); err != nil {
		return nil, nil, err
	}
	lock, found, err := res.Proof.CheckSources(os.DirFS(inv.sources), res.Diags)
	if err != nil {
		return nil, nil, err
	}
	if errors, _ := res.Diags.Count(); errors == 0 {
		if err := inv.writeLock(verbatim.LockPath, lock.Bytes()); err != nil {
			return nil, nil, err
		}
		if res, err = b.Build(ctx); err != nil {
			return nil, nil, err
		}
	}
	// The quotes that the old lock does not know were just looked up: each is
	// verified now or has an error. The warning that they are not verified stays
	// only where the source has no text. What a quote does not carry that does not
	// stand in its source follows from that.
	diags := slices.DeleteFunc(slices.Clone(res.Diags), func(d diag.Diagnostic) bool {
		if d.Code == diag.UnverifiedQuote {
			return !slices.ContainsFunc(found, func(f diag.Diagnostic) bool { return f.Place.File == d.Place.File && f.Code == diag.NoSourceText })
		}
		return slices.ContainsFunc(found, func(f diag.Diagnostic) bool {
			return f.Code == diag.QuoteNotInSource && slices.ContainsFunc(d.Related, func(r diag.Related) bool { return f.Place.Has(r.Place) })
		})
	})
	for i := range diags {
		if diags[i].Code == diag.UnverifiedQuote {
			diags[i].Hint = "put the text of its source into " + filepath.ToSlash(inv.sources)
		}
	}
	return res, append(diags, found...).Sorted(), nil
}

// writeLock replaces the lock at path, if it has changed.
func (inv *invocation) writeLock(path string, data []byte) error {
	root, err := inv.openRoot()
	if err != nil {
		return err
	}
	defer root.Close()
	if old, err := root.ReadFile(filepath.FromSlash(path)); err == nil && bytes.Equal(old, data) {
		return nil
	}
	return disk.Put(root, map[string][]byte{path: data}, nil)
}
