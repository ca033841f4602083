package publish

import (
	"fmt"
	"os"
)

// swapByRename moves the old folder aside and the new one in. Between the two
// renames there is no folder; if the second fails, the old one comes back.
func swapByRename(staging, out string) error {
	old := staging + ".old"
	if err := os.Rename(out, old); err != nil {
		return err
	}
	if err := os.Rename(staging, out); err != nil {
		_ = os.Rename(old, out)
		return err
	}
	return removeOld(old)
}

// removeOld deletes the site that was replaced.
func removeOld(dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("the new site is in place, but the old one could not be deleted: %w", err)
	}
	return nil
}
