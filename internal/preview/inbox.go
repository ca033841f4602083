package preview

import (
	"context"
	"sync"
	"time"
)

// How long to wait for further changes after the last one. For a single save the
// wait is too short to notice; many files at once are a checkout, which is waited
// for as a whole.
const (
	quietFew  = 4 * time.Millisecond
	quietMany = 80 * time.Millisecond
	fewPaths  = 4
	patience  = 2 * time.Second // at most, if the changes never stop
)

// An inbox collects changes until they are taken, all at once: however many come
// in during a rebuild, one more rebuild is made of them.
type inbox struct {
	mu      sync.Mutex
	pending change
	wake    chan struct{} // has one token while there is something to take
}

func newInbox() *inbox { return &inbox{wake: make(chan struct{}, 1)} }

// put adds a change. It never waits.
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

// settle waits until no change has come in for a moment, at most patience.
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
