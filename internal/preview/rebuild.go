package preview

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"receipts/internal/build"
)

// How often everything is looked at, whatever the watcher says: shortly after a
// rebuild, since an event may have been lost; now and then for a change that
// nobody told of; and all the time if there is no watcher. A look takes no more
// than a small share of the time.
const (
	lookAfter = 400 * time.Millisecond
	lookIdle  = 5 * time.Second
	lookPoll  = 500 * time.Millisecond
	lookShare = 20 // of the time, one part
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
	idle := lookIdle
	if w == nil {
		idle = lookPoll
	}
	timer := time.NewTimer(lookAfter)
	defer timer.Stop()
	littered := true // a rebuild has left the Site before it behind
	for {
		next := idle
		select {
		case <-ctx.Done():
			return
		case err := <-lost:
			if err != nil {
				p.pollInstead(err)
				idle, next = lookPoll, lookPoll
			}
		case <-p.inbox.wake:
			p.inbox.settle(ctx)
			if p.rebuild(ctx, p.inbox.take()) {
				next, littered = lookAfter, true
			}
		case <-timer.C:
			start := time.Now()
			switch {
			case p.rebuild(ctx, change{all: true}):
				next, littered = min(idle, lookAfter), true
			case littered:
				// Now, while nobody waits, rather than during the next rebuild,
				// which it would slow down by a half.
				runtime.GC()
				littered = false
			}
			next = max(next, lookShare*time.Since(start))
		}
		timer.Reset(next)
	}
}

// unsettledFor is how long a file is given that seems about to change again.
const unsettledFor = 25 * time.Millisecond

// rebuild builds again if what c names has changed, swaps the new edition in
// and tells the browsers, in this order. It reports whether anything changed.
func (p *preview) rebuild(ctx context.Context, c change) bool {
	start := time.Now()
	last := p.state.edition()
	changed, err := p.look(ctx, c)
	if ctx.Err() != nil {
		return false
	}
	if c.why != "" {
		p.tell("the watcher missed something (%s): all files were looked at again", c.why)
	}
	if err == nil && len(changed) == 0 && last.number > 0 && last.fault == nil {
		return false
	}
	e := &edition{changed: changed, fault: err}
	if err == nil {
		e.current, e.fault = p.build(ctx, last.number > 0)
		if ctx.Err() != nil {
			return false
		}
	}
	if e.fault != nil && last.fault != nil && e.fault.Error() == last.fault.Error() {
		return false // it was said
	}
	e.rules = last.rules
	if last.number == 0 || slices.Contains(changed, hostFile) {
		rules, err := parseRules(p.mirror.host())
		if err != nil {
			p.tell("%s: %v; its headers and redirects are left out", hostFile, err)
		}
		for _, notice := range rules.notices {
			p.tell("%s: %s", hostFile, notice)
		}
		e.rules = rules
	}
	e.took = time.Since(start)
	p.state.swap(e)
	p.report(Rebuild{First: last.number == 0, Paths: changed, Took: e.took, Result: e.current, Fault: e.fault})
	return true
}

// gcPercent is how far memory may grow during a rebuild. Collecting garbage takes
// the processors that the author waits for and finds little: nearly all memory is
// what the Builder remembers. What a rebuild leaves behind is collected by
// [preview.follow], while nobody waits.
const gcPercent = 400

// build builds; what is built anew, and not again, has garbage worth collecting.
func (p *preview) build(ctx context.Context, again bool) (*build.Result, error) {
	if again {
		defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
	}
	return p.builder.Build(ctx)
}

// look brings the mirror up to date. A file that seems about to change again,
// or went while it was looked at, is given a moment.
func (p *preview) look(ctx context.Context, c change) ([]string, error) {
	changed, err := p.mirror.look(c)
	if !errors.Is(err, fs.ErrNotExist) && !p.mirror.unsettled(changed) {
		return changed, err
	}
	pause := time.NewTimer(unsettledFor)
	defer pause.Stop()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-pause.C:
	}
	again := change{paths: map[string]bool{}, all: c.all}
	for _, path := range changed {
		again.paths[path] = true
	}
	more, err := p.mirror.look(again)
	changed = append(changed, more...)
	slices.Sort(changed)
	return slices.Compact(changed), err
}

// isStyle reports whether a file is a stylesheet that pages link to by a hash.
func isStyle(file string) bool {
	return strings.HasPrefix(file, "static/") && !strings.HasPrefix(file, "static/root/") && path.Ext(file) == ".css"
}
