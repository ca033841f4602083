package main

import (
	"context"
	"errors"
	"slices"

	"receipts/internal/addresses"
	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/source"
)

var addressesCommand = command{
	name:  "addresses",
	short: "note the addresses that the site promises",
	long: `Adds the addresses of all pages, facts and reports to content/addresses.lock, which
belongs into version control. From then on a build fails if one of them leads
nowhere: an address is kept by "aliases" in the file of what is found there now, or
given up with -withdraw. Drafts promise nothing.`,
	example: "addresses -withdraw /facts/old/",
	flags:   []string{"root", "withdraw", "format", "j"},
	run:     runAddresses,
}

func runAddresses(ctx context.Context, inv *invocation) error {
	w, err := inv.work(ctx)
	if err != nil {
		return err
	}
	defer w.close()
	res := w.res
	w.bar.clear()
	lock, mistakes := addresses.ParseLock(source.File{Path: addresses.LockPath, Data: res.Text(addresses.LockPath)})
	if lock.IsWhole() {
		mistakes = nil // the others are mended by writing it anew
	}
	mistakes = append(mistakes, slices.DeleteFunc(slices.Clone(res.Diags), func(d diag.Diagnostic) bool {
		return d.IsWarning() || d.Code == diag.LostAddress || d.Code == diag.BadLock
	})...)
	if inv.stops(mistakes) {
		return inv.report(res, mistakes.Sorted())
	}
	now, err := lock.Update(res.Site, inv.withdraw)
	if bad, ok := errors.AsType[*diag.Mistake](err); ok {
		return &usageError{bad.Message, bad.Hint}
	}
	// What is lost stays in the lock until it is found again or withdrawn.
	if lost := now.Check(res.Site, false); len(lost) > 0 {
		return inv.report(res, lost)
	}
	return inv.writeAddresses(res, now)
}

// writeAddresses writes the lock of addresses, and says how many there are.
func (inv *invocation) writeAddresses(res *build.Result, now *addresses.Lock) error {
	if err := inv.writeLock(addresses.LockPath, now.Bytes()); err != nil {
		return err
	}
	if err := inv.report(res, nil); err != nil {
		return err
	}
	inv.say("%s: %s\n", addresses.LockPath, diag.Plural(now.Len(), "address"))
	return nil
}
