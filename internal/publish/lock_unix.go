//go:build unix

package publish

import (
	"os"

	"golang.org/x/sys/unix"
)

// lock waits until no other build writes into folder. The folder itself is
// locked, so nothing is left behind, and the system lets go of the lock when
// the process ends, however it ends.
func lock(folder string) (unlock func(), err error) {
	f, err := os.Open(folder)
	if err != nil {
		return nil, err
	}
	for {
		err = unix.Flock(int(f.Fd()), unix.LOCK_EX)
		if err != unix.EINTR {
			break
		}
	}
	if err != nil {
		f.Close()
		return nil, &os.PathError{Op: "lock", Path: folder, Err: err}
	}
	return func() { f.Close() }, nil
}
