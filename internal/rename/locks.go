package rename

import (
	"errors"
	"io/fs"

	"receipts/internal/addresses"
	"receipts/internal/proof"
	"receipts/internal/site"
	"receipts/internal/source"
	"receipts/internal/verbatim"
)

// Relock adds the locks to the changes that made a site as it is now, with its drafts and
// as it is published. One that there is not stays away. If the site cannot be published
// yet, published is nil, and nothing new is promised.
func (in Input) Relock(to Changes, now, published *site.Site) error {
	data, err := in.Read(verbatim.LockPath)
	if err == nil {
		lock := verbatim.ParseLock(data)
		proof.RenameInLock(lock, now, in.Old, in.New)
		to[verbatim.LockPath] = lock.Bytes()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	data, err = in.Read(addresses.LockPath)
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
