//go:build unix

package disk

import (
	"context"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// retry is how long a process waits before it asks for the lock again. A call
// that waits for the lock itself could not be called off.
const retry = 20 * time.Millisecond

// Lock waits until no other process of ours writes into folder, or until ctx ends. The
// folder itself is locked, so nothing is left behind, and the system lets go
// of the lock when the process ends, however it ends.
func Lock(ctx context.Context, folder string) (unlock func(), err error) {
	if err := before("open", folder); err != nil {
		return nil, err
	}
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
