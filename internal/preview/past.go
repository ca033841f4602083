package preview

import (
	"context"
	"sync"

	"receipts/internal/checked"
)

// A past knows items as they were when they were signed, for the messages on those that
// have changed since and for the desk: all that were signed in this run, and what version
// control has said. It is asked with each rebuild, which must not wait for version control
// again.
type past struct {
	look checked.History  // in version control; nil if there is none
	lost map[version]bool // version control does not have it

	mu    sync.Mutex
	known map[version]checked.Item
}

// A version names an item as it was.
type version struct{ id, hash string }

func newPast(ctx context.Context, history func(context.Context) checked.History) *past {
	p := &past{known: map[version]checked.Item{}, lost: map[version]bool{}}
	if history != nil {
		p.look = history(ctx)
	}
	return p
}

// history is the [checked.History] of rebuilds, which come one after the other.
func (p *past) history(item checked.Item, hash string) (checked.Item, bool) {
	v := version{item.ID, hash}
	then, ok := p.of(v)
	if ok || p.look == nil || p.lost[v] {
		return then, ok
	}
	if then, ok = p.look(item, hash); ok {
		p.note(then)
	} else {
		p.lost[v] = true
	}
	return then, ok
}

// or is what is known, and else what look has, which may be nil: the desk asks version
// control anew, which may know more by now.
func (p *past) or(look checked.History) checked.History {
	return func(item checked.Item, hash string) (checked.Item, bool) {
		then, ok := p.of(version{item.ID, hash})
		if ok || look == nil {
			return then, ok
		}
		return look(item, hash)
	}
}

func (p *past) of(v version) (checked.Item, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	then, ok := p.known[v]
	return then, ok
}

func (p *past) note(item checked.Item) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.known[version{item.ID, item.Hash}] = item
}

// remember notes the items that are signed as they are.
func (p *past) remember(all *checked.Reviews) {
	if all == nil {
		return
	}
	for _, r := range all.All {
		if len(r.By) > 0 {
			p.note(r.Item)
		}
	}
}
