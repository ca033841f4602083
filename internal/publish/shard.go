package publish

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"io"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/render"
)

// A Shard is a part of a site: one of several machines writes it, and each makes the
// same Site of the same files. Every route is in exactly one shard of as many. The
// zero value is the whole site.
//
// Which shard a route is in follows from its path: FNV-1a of the path, 32 bits,
// modulo the number of shards. So each machine knows its routes, and neighbours in
// the list, such as a page and a file beside it, are not dealt out in step.
type Shard struct {
	Number int // from 1
	Of     int
}

// ParseShard reads the third of sixteen from "3/16".
func ParseShard(s string) (Shard, error) {
	number, of, _ := strings.Cut(s, "/")
	var shard Shard
	shard.Number, _ = strconv.Atoi(number)
	shard.Of, _ = strconv.Atoi(of)
	if shard.Number < 1 || shard.Number > shard.Of || shard.String() != s {
		return Shard{}, fmt.Errorf("%q is no shard", s)
	}
	return shard, nil
}

// String is what [ParseShard] reads.
func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Number, s.Of) }

// Share returns the routes of the shard, in their order.
func (s Shard) Share(routes []render.Route) []render.Route {
	if s.Of == 0 {
		return routes
	}
	return slices.DeleteFunc(slices.Clone(routes), func(r render.Route) bool {
		h := fnv.New32a()
		_, _ = io.WriteString(h, cmp.Or(r.Batch, r.Path))
		return uint64(h.Sum32())%uint64(s.Of) != uint64(s.Number-1)
	})
}
