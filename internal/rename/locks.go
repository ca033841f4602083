package rename

import (
	"errors"
	"io/fs"
	"strings"

	"receipts/internal/addresses"
	"receipts/internal/checked"
	"receipts/internal/proof"
	"receipts/internal/site"
	"receipts/internal/source"
	"receipts/internal/verbatim"
)

// RelockQuotes adds the lock of quotes, if there is one, to the changes that made a site as
// it is now.
func (in Input) RelockQuotes(to Changes, now *site.Site) error {
	data, err := in.Read(verbatim.LockPath)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	lock, _ := verbatim.ParseLock(source.File{Path: verbatim.LockPath, Data: data})
	proof.RenameInLock(lock, now, in.Old, in.New)
	to[verbatim.LockPath] = lock.Bytes()
	return nil
}

// Relock adds the other locks to the changes: of the addresses of the site as it is
// published, which is nil if it cannot be yet, so that nothing new is promised; and of what
// was signed, which stays so. Reviews are those of the site with its lock of quotes. A lock
// that there is not stays away.
func (in Input) Relock(to Changes, published *site.Site, reviews *checked.Reviews) error {
	if signed := reviews.File().Restated(in.Reviews, reviews, in.item).Bytes(); signed != nil {
		to[checked.Path] = signed
	}
	data, err := in.Read(addresses.LockPath)
	if published == nil || errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	lock, _ := addresses.ParseLock(source.File{Path: addresses.LockPath, Data: data})
	if lock, err = lock.Update(published, nil); err != nil {
		return err
	}
	to[addresses.LockPath] = lock.Bytes()
	return nil
}

// item is the id that an item has after the rename: its page may have been renamed, or
// the fact or the question that a report is of. A note is called after a host, which may
// begin with the id of something else.
func (in Input) item(id string) string {
	now := func(id string) string {
		if id == in.Old {
			return in.New
		}
		return id
	}
	page, part, isPart := strings.Cut(id, "#")
	if !isPart {
		return now(id)
	}
	if r := in.Reviews.Of(id); r != nil && r.Kind == checked.Report {
		of, _, _ := strings.Cut(part, ".") // before its number
		part = now(of) + part[len(of):]
	}
	return now(page) + "#" + part
}
