package site

import (
	"cmp"
	"slices"

	"receipts/internal/edtf"
)

// An order is how a list was sorted by keys: what they were, as the list came,
// and where each went. Lists of an archive come with the same keys build after
// build, and sorting tens of thousands of ids takes a tenth of a save.
type order[K comparable] struct {
	keys []K
	to   []int32 // by place in keys
}

// sortAs sorts a list by keys, no two of which are equal: as it was sorted last,
// if it has the same keys. Each key is made once: to look them up in things that
// lie all over the memory is most of what sorting many of them costs.
func sortAs[T any, K comparable](last *order[K], list []T, key func(T) K, compare func(x, y K) int) {
	keys := make([]K, len(list))
	for i, item := range list {
		keys[i] = key(item)
	}
	if !slices.Equal(last.keys, keys) {
		*last = orderOf(keys, compare)
	}
	was := slices.Clone(list)
	for i, to := range last.to {
		list[to] = was[i]
	}
}

func orderOf[K comparable](keys []K, compare func(x, y K) int) order[K] {
	type keyed struct {
		key  K
		from int32
	}
	all := make([]keyed, len(keys))
	for i, k := range keys {
		all[i] = keyed{k, int32(i)}
	}
	slices.SortFunc(all, func(x, y keyed) int { return compare(x.key, y.key) })
	o := order[K]{keys, make([]int32, len(keys))}
	for to, k := range all {
		o.to[k.from] = int32(to)
	}
	return o
}

// published is what articles are sorted by, newest first.
type published struct {
	on edtf.Date
	id string
}

func (p published) compare(q published) int {
	if c := q.on.Compare(p.on); c != 0 {
		return c
	}
	return cmp.Compare(p.id, q.id)
}
