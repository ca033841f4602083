//go:build !linux

package publish

import "os"

// swap puts staging in the place of out and removes the old folder.
func swap(staging, out string) error {
	if _, err := os.Lstat(out); err != nil {
		return os.Rename(staging, out)
	}
	return swapByRename(staging, out)
}
