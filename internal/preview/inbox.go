package preview

import (
	"context"
	"sync"
	"time"
)

// How long to wait for more once something has changed. An author who saves one
// file waits for nothing she can notice; a checkout of a branch, which shows by
// its number of files, is waited for as a whole.
const (
	quietFew  = 4 * time.Millisecond
	quietMany = 80 * time.Millisecond
	fewPaths  = 4
	patience  = 2 * time.Second // for who never stops writing
)

// An inbox collects what changed until somebody takes it. However much comes in
// during a rebuild, it is taken at once: exactly one more is made.
type inbox struct {
	mu      sync.Mutex
	pending change
	wake    chan struct{} // holds one token while there is something to take
}

func newInbox() *inbox { return &inbox{wake: make(chan struct{}, 1)} }

// put never waits.
func (b *inbox) put(c change) {
	b.mu.Lock()
	b.pending = b.pending.merge(c)
	b.mu.Unlock()
	select {
	case b.wake <- struct{}{}:
	default:
	}
}

func (b *inbox) take() change {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := b.pending
	b.pending = change{}
	return c
}

func (b *inbox) isMany() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.pending.all || len(b.pending.paths) > fewPaths
}

// settle waits until nothing has come in for a moment.
func (b *inbox) settle(ctx context.Context) {
	enough := time.NewTimer(patience)
	defer enough.Stop()
	for {
		wait := quietFew
		if b.isMany() {
			wait = quietMany
		}
		quiet := time.NewTimer(wait)
		select {
		case <-b.wake:
			quiet.Stop()
			continue
		case <-quiet.C:
			select {
			case <-b.wake: // just now
				continue
			default:
			}
		case <-enough.C:
			quiet.Stop()
		case <-ctx.Done():
			quiet.Stop()
		}
		return
	}
}
