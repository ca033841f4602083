package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// swap puts staging in the place of out and removes the old folder. Linux can
// exchange two folders in one step; where the file system cannot, swap falls
// back to two renames.
func swap(staging, out string) error {
	if _, err := os.Lstat(out); err != nil {
		return os.Rename(staging, out)
	}
	err := unix.Renameat2(unix.AT_FDCWD, staging, unix.AT_FDCWD, out, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EINVAL) {
		return swapByRename(staging, out)
	}
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: staging, New: out, Err: err}
	}
	return removeOld(staging)
}
