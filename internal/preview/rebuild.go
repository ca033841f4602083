package preview

import (
	"context"
	"path"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"receipts/internal/build"
	"receipts/internal/checked"
)

// When all files are scanned, whatever the watcher says: shortly after a rebuild,
// since an event may have been lost; now and then, for a change that gave no
// event; and all the time if there is no watcher.
const (
	scanAfter = 400 * time.Millisecond
	scanIdle  = 5 * time.Second
	scanPoll  = 500 * time.Millisecond
	scanShare = 20 // scans take at most one part in so many of the time
)

// follow rebuilds whenever something changes, until ctx ends. Without a watcher
// it goes on by polling.
func (p *preview) follow(ctx context.Context, w *watcher) {
	var wg sync.WaitGroup
	defer wg.Wait()
	lost := make(chan error, 1)
	if w != nil {
		wg.Go(func() { lost <- w.run(ctx) })
	}
	idle := scanIdle
	if w == nil {
		idle = scanPoll
	}
	next := newNextScan(scanAfter)
	defer next.Stop()
	needsCollection := true // the last rebuild has left the older Site as garbage
	for {
		select {
		case <-ctx.Done():
			return
		case err := <-lost:
			if err != nil {
				p.pollInstead(err)
				idle = scanPoll
				next.in(idle)
			}
		case <-p.inbox.wake:
			p.inbox.settle(ctx)
			if p.rebuild(ctx, p.inbox.take()) {
				needsCollection = true
				next.within(scanAfter)
			}
		case <-next.C:
			start := time.Now()
			wait := idle
			switch {
			case p.rebuild(ctx, change{all: true}):
				wait, needsCollection = min(idle, scanAfter), true
			case needsCollection:
				// While the author waits for nothing: during the next rebuild it
				// would cost half as much time again.
				runtime.GC()
				needsCollection = false
			}
			next.in(max(wait, scanShare*time.Since(start)))
		}
	}
}

// A nextScan is the timer of the next scan of all files. Changes bring it nearer
// and never put it off: a program that writes all the time, even to files that
// are not part of the site, must not prevent the scan.
type nextScan struct {
	*time.Timer
	at time.Time
}

func newNextScan(wait time.Duration) *nextScan {
	return &nextScan{time.NewTimer(wait), time.Now().Add(wait)}
}

// in sets the time anew, after a scan.
func (n *nextScan) in(wait time.Duration) {
	n.at = time.Now().Add(wait)
	n.Reset(wait)
}

// within sets the time to wait from now, unless it is sooner already.
func (n *nextScan) within(wait time.Duration) {
	if time.Until(n.at) > wait {
		n.in(wait)
	}
}

// unsettledFor is how long to wait for a file that seems about to change again.
const unsettledFor = 25 * time.Millisecond

// rebuild builds again if a file of c has changed, swaps the new edition in and
// tells the browsers, in this order. It reports whether anything changed.
func (p *preview) rebuild(ctx context.Context, c change) bool {
	start := time.Now()
	last := p.state.edition()
	changed := p.refresh(ctx, &c)
	if ctx.Err() != nil {
		return false
	}
	if c.why != "" {
		p.tell("the watcher missed something (%s): all files were looked at again", c.why)
	}
	if len(changed) == 0 && last.number > 0 {
		p.lookAtShelf(c)
		return false
	}
	p.shelf = shelfOf(p.Root)
	var gone []string
	if slices.Contains(changed, checked.Path) {
		gone = p.signed.gone(p.Root)
	}
	e := p.make(ctx, changed, start)
	if e == nil {
		return false
	}
	if e.current != nil {
		p.past.remember(e.current.Reviews)
	}
	e.gone = last.gone
	if slices.Contains(changed, checked.Path) {
		if e.gone = saysGone(gone, e.current); e.gone != "" {
			p.tell("%s", e.gone)
		}
	}
	p.state.swap(e)
	if p.others != p.side {
		seen := p.others.make(ctx, changed, start)
		if seen == nil {
			return false
		}
		p.others.state.swap(seen)
	}
	p.report(Rebuild{First: last.number == 0, Paths: changed, Took: e.took, Result: e.current, Fault: e.fault})
	return true
}

// make builds again what a side sees. It is nil if ctx has ended.
func (s *side) make(ctx context.Context, changed []string, start time.Time) *edition {
	e, last := &edition{changed: changed}, s.state.edition()
	e.current, e.fault = s.build(ctx, last.number > 0)
	s.tryLayouts(ctx, e, last)
	if ctx.Err() != nil {
		return nil
	}
	e.took = time.Since(start)
	return e
}

// gcPercent is how far memory may grow during a rebuild. Collecting garbage takes
// the processors that the author waits for and finds little: nearly all memory is
// what the Builder remembers. [preview.follow] collects it after the rebuild.
const gcPercent = 400

// build builds the site. The first build collects garbage as usual: it makes much.
func (s *side) build(ctx context.Context, again bool) (*build.Result, error) {
	if again {
		defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
	}
	return s.builder.Build(ctx)
}

// refresh brings the mirror up to date with c and returns the files that have
// changed. If one of them seems about to change again, it waits a moment, and adds
// to c what comes meanwhile: it belongs to the same save.
func (p *preview) refresh(ctx context.Context, c *change) []string {
	before := map[string]bool{}
	for path := range c.paths {
		_, before[path] = p.mirror.files[path]
	}
	changed := p.mirror.refresh(*c)
	if !p.mirror.unsettled(changed) {
		return changed
	}
	pause := time.NewTimer(unsettledFor)
	defer pause.Stop()
	select {
	case <-ctx.Done():
		return nil
	case <-pause.C:
	}
	*c = c.merge(p.inbox.take()).merge(at(changed...))
	changed = append(changed, p.mirror.refresh(*c)...)
	// An editor's temporary file that came and went is not a change.
	changed = slices.DeleteFunc(changed, func(path string) bool {
		was, named := before[path]
		_, is := p.mirror.files[path]
		return named && !was && !is
	})
	slices.Sort(changed)
	return slices.Compact(changed)
}

// isStyle reports whether a file is a stylesheet that pages link to by a hash.
func isStyle(file string) bool {
	return strings.HasPrefix(file, "static/") && !strings.HasPrefix(file, "static/root/") && path.Ext(file) == ".css"
}
