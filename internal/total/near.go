package total

import (
	"cmp"
	"slices"
	"strings"
)

// few stands for a long list of facts: it keeps as many as are needed to give any
// fact [enoughReasons] others of the list that are no siblings of it, if there are
// as many.
type few struct {
	groups []*group
	n      int
}

// A group is of facts that are parts of one whole, or of none.
type group struct {
	whole string
	facts []*fact
}

const perGroup = enoughReasons + 1 // one of them may be the fact asked for

func (l *few) isFull() bool { return l.n >= 2*perGroup }

func (l *few) add(f *fact) {
	if l.isFull() {
		return
	}
	i := slices.IndexFunc(l.groups, func(g *group) bool { return g.whole == f.whole })
	if i < 0 {
		i = len(l.groups)
		l.groups = append(l.groups, &group{whole: f.whole})
	}
	if g := l.groups[i]; len(g.facts) < perGroup {
		g.facts = append(g.facts, f)
		l.n++
	}
}

// apartFrom adds to found the facts that are neither f nor siblings of it.
func (l *few) apartFrom(f *fact, found []*fact) []*fact {
	if l == nil {
		return found
	}
	for _, g := range l.groups {
		if g.whole == "" || g.whole != f.whole {
			found = append(found, g.facts...)
		}
	}
	return slices.DeleteFunc(found, func(g *fact) bool { return g == f })
}

// In a key, anyParty stands for all facts and unnamed for those that do not name
// all parties; neither is an id.
const (
	anyParty = "\x00any"
	unnamed  = "\x00unnamed"
)

type fromTo struct{ from, to string }

// sames finds facts that may count the same money or people.
type sames struct {
	counted few
	buckets map[fromTo]*bucket
}

// A bucket is of payments with something in common.
type bucket struct {
	dated        []*fact // by the first day of their periods
	latest       []int64 // a tree over dated: the last day of all below
	undated, all few
}

func sameIndex(rest []*fact) *sames {
	s := &sames{buckets: map[fromTo]*bucket{}}
	for _, f := range rest {
		if !f.quantity().IsMoney() {
			s.counted.add(f)
			continue
		}
		for _, from := range append(f.from.keys(), anyParty) {
			for _, to := range append(f.to.keys(), anyParty) {
				b := s.buckets[fromTo{from, to}]
				if b == nil {
					b = &bucket{}
					s.buckets[fromTo{from, to}] = b
				}
				b.all.add(f)
				if f.period.known() {
					b.dated = append(b.dated, f)
				} else {
					b.undated.add(f)
				}
			}
		}
	}
	return s
}

// keys are the keys by which p is found.
func (p parties) keys() []string {
	if !p.whole() {
		return []string{unnamed}
	}
	return slices.Clone(p.ids)
}

// sought are the keys of the facts whose parties may be among p.
func (p parties) sought() []string {
	if !p.whole() {
		return []string{anyParty}
	}
	return append(slices.Clone(p.ids), unnamed)
}

// others lists the first facts that may be the same as f.
func (s *sames) others(f *fact) []*fact {
	if !f.quantity().IsMoney() {
		return firstOf(s.counted.apartFrom(f, nil), f)
	}
	var found []*fact
	for _, from := range f.from.sought() {
		for _, to := range f.to.sought() {
			b := s.buckets[fromTo{from, to}]
			switch {
			case b == nil:
			case f.period.known():
				found = append(found, b.undated.apartFrom(f, nil)...)
				found = append(found, b.overlapping(f.period)...)
			default:
				found = append(found, b.all.apartFrom(f, nil)...)
			}
		}
	}
	return firstOf(found, f)
}

// overlapping finds facts whose known period has a day in common with s.
func (b *bucket) overlapping(s span) []*fact {
	if len(b.dated) == 0 {
		return nil
	}
	if b.latest == nil {
		slices.SortFunc(b.dated, func(f, g *fact) int {
			return cmp.Or(f.period.from.Compare(g.period.from), strings.Compare(f.id, g.id))
		})
		b.latest = make([]int64, 4*len(b.dated))
		b.build(1, 0, len(b.dated))
	}
	begun, _ := slices.BinarySearchFunc(b.dated, s, func(f *fact, s span) int {
		if f.period.from.Compare(s.to) <= 0 {
			return -1
		}
		return 1
	})
	return b.find(nil, 1, 0, len(b.dated), begun, day(s.from))
}

func (b *bucket) build(node, from, to int) int64 {
	if to-from == 1 {
		b.latest[node] = day(b.dated[from].period.to)
		return b.latest[node]
	}
	middle := (from + to) / 2
	b.latest[node] = max(b.build(2*node, from, middle), b.build(2*node+1, middle, to))
	return b.latest[node]
}

// find adds facts among the first begun that end no earlier than a day.
func (b *bucket) find(found []*fact, node, from, to, begun int, earliest int64) []*fact {
	switch {
	case from >= begun || b.latest[node] < earliest || len(found) >= perGroup:
		return found
	case to-from == 1:
		return append(found, b.dated[from])
	}
	middle := (from + to) / 2
	found = b.find(found, 2*node, from, middle, begun, earliest)
	return b.find(found, 2*node+1, middle, to, begun, earliest)
}
