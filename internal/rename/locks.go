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

// Relock adds the locks to the changes that made a site as it is now. One that there is
// not stays away.
func (in Input) Relock(to Changes, now *site.Site) error {
	data, err := in.Read(verbatim.LockPath)
	if err == nil {
		lock := verbatim.ParseLock(data)
		proof.RenameInLock(lock, now, in.Old, in.New)
		to[verbatim.LockPath] = lock.Bytes()
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	data, err = in.Read(addresses.LockPath)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	lock, _ := addresses.ParseLock(source.File{Path: addresses.LockPath, Data: data})
	if lock, err = lock.Update(now, nil); err != nil {
		return err
	}
	to[addresses.LockPath] = lock.Bytes()
	return nil
}
