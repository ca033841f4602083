package preview

import (
	"context"

	"receipts/internal/checked"
)

// A past knows items as they were when they were signed, for the messages on those that
// have changed since: all that were signed in this run, and what version control has said.
// It is asked with each rebuild, which must not wait for version control again.
type past struct {
	look  checked.History // in version control; nil if there is none
	known map[version]checked.Item
	lost  map[version]bool // version control does not have it
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

// history is a [checked.History].
func (p *past) history(item checked.Item, hash string) (checked.Item, bool) {
	v := version{item.ID, hash}
	then, ok := p.known[v]
	if ok || p.look == nil || p.lost[v] {
		return then, ok
	}
	if then, ok = p.look(item, hash); ok {
		p.known[v] = then
	} else {
		p.lost[v] = true
	}
	return then, ok
}

// remember notes the items that are signed as they are.
func (p *past) remember(all *checked.Reviews) {
	if all == nil {
		return
	}
	for _, r := range all.All {
		if len(r.By) > 0 {
			p.known[version{r.ID, r.Hash}] = r.Item
		}
	}
}
