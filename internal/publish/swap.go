package publish

import "os"

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
	return os.RemoveAll(old)
}
