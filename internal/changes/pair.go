package changes

import (
	"slices"
	"strings"
)

// Two editions may have several statements of one article on one thing, and their
// order states nothing. Statements are paired by what they share, most first: all
// of it; the place in the source and the quote; the value; the quote; the place.
// The rest is paired in its order if the table says inOrder.

// A couple is a statement of the older edition and its counterpart in the newer
// one. One of the two may be nil.
type couple struct{ old, new *statement }

// shares are what statements may have in common, the surest first; "" is nothing
// in common.
var shares = []func(*statement) string{
	func(s *statement) string { return s.key(strings.Join(s.values, "\x00")) },
	func(s *statement) string { return s.key(s.at, s.quote) },
	func(s *statement) string { return s.key(s.value()) },
	func(s *statement) string { return s.key(s.quote) },
	func(s *statement) string { return s.key(s.at) },
	func(s *statement) string {
		if !s.table.inOrder {
			return ""
		}
		return s.key("in order")
	},
}

// key is parts as one text, or "" if one of them is empty. Statements of
// different tables never share one.
func (s *statement) key(parts ...string) string {
	if slices.Contains(parts, "") {
		return ""
	}
	return string(s.table.added) + "\x00" + strings.Join(parts, "\x00")
}

// pair pairs was with is: first all of is, in its order, then those of was that
// have no counterpart.
func pair(was, is []statement) []couple {
	partner := make([]*statement, len(is))
	taken := make([]bool, len(was))
	left := min(len(was), len(is))
	for _, share := range shares {
		if left == 0 {
			break
		}
		waiting := map[string][]int{}
		for i := range was {
			if !taken[i] {
				k := share(&was[i])
				waiting[k] = append(waiting[k], i)
			}
		}
		delete(waiting, "")
		for i := range is {
			if partner[i] != nil {
				continue
			}
			k := share(&is[i])
			if list := waiting[k]; len(list) > 0 {
				partner[i], taken[list[0]] = &was[list[0]], true
				waiting[k] = list[1:]
				left--
			}
		}
	}
	var out []couple
	for i := range is {
		out = append(out, couple{partner[i], &is[i]})
	}
	for i := range was {
		if !taken[i] {
			out = append(out, couple{old: &was[i]})
		}
	}
	return out
}
