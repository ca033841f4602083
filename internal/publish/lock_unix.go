//go:build unix

package publish

import (
	"context"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// retry is how long a build waits before it asks for the lock again. A call
// that waits for the lock itself could not be called off.
const retry = 20 * time.Millisecond

// lock waits until no other build writes into folder, or until ctx ends. The
// folder itself is locked, so nothing is left behind, and the system lets go
// of the lock when the process ends, however it ends.
func lock(ctx context.Context, folder string) (unlock func(), err error) {
	f, err := os.Open(folder)
	if err != nil {
		return nil, err
	}
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch err {
		case nil:
			return func() { f.Close() }, nil
		case unix.EINTR:
			continue
		case unix.EWOULDBLOCK:
		default:
			f.Close()
			return nil, &os.PathError{Op: "lock", Path: folder, Err: err}
		}
		select {
		case <-ctx.Done():
			f.Close()
			return nil, ctx.Err()
		case <-time.After(retry):
		}
	}
}
