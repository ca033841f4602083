package search

import (
	"cmp"
	"slices"
	"strings"
)

// noWord sorts after every word: it is the border of a shard that has none.
const noWord = "\uffff"

// cut writes the stems into n shards of about the same size, sorted by their
// first form, and returns the first form of each shard. A stem is in the shard of
// each of its forms, so that a browser finds any form by the borders alone.
func cut(stems []*stem, lengths []int, n int) (borders []string, shards [][]string) {
	average := averageOf(lengths)
	for _, s := range stems {
		slices.Sort(s.forms)
	}
	slices.SortFunc(stems, func(a, b *stem) int {
		return cmp.Or(cmp.Compare(a.forms[0], b.forms[0]), slices.Compare(a.forms, b.forms))
	})
	written := make([]string, len(stems))
	total := 0
	for i, s := range stems {
		written[i] = s.postings(lengths, average)
		total += size(s, written[i])
	}

	borders = make([]string, n)
	first := 0 // of the stems of this shard
	sum := 0
	for i := range n {
		borders[i] = noWord
		if first < len(stems) {
			borders[i] = stems[first].forms[0]
		}
		for first < len(stems) && sum < total*(i+1)/n {
			sum += size(stems[first], written[first])
			first++
		}
		// Stems with the same first form stay together.
		for first > 0 && first < len(stems) && stems[first].forms[0] == stems[first-1].forms[0] {
			sum += size(stems[first], written[first])
			first++
		}
	}
	if n > 0 && len(stems) > 0 {
		borders[0] = ""
	}

	shards = make([][]string, n)
	for i := range shards {
		shards[i] = []string{}
	}
	for i, s := range stems {
		for forms := s.forms; len(forms) > 0; {
			shard := shardOf(borders, forms[0])
			here := len(forms)
			if shard+1 < n {
				here, _ = slices.BinarySearch(forms, borders[shard+1])
			}
			beginning, endings := split(forms[:here])
			shards[shard] = append(shards[shard], beginning, endings, written[i])
			forms = forms[here:]
		}
	}
	return borders, shards
}

func averageOf(lengths []int) float64 {
	sum := 0
	for _, n := range lengths {
		sum += n
	}
	return max(1, float64(sum)/float64(max(1, len(lengths))))
}

// size is about how many bytes a stem takes in its shard.
func size(s *stem, postings string) int { return len(postings) + 4*len(s.forms) + len(s.forms[0]) + 9 }

// shardOf is the shard of a form: the last that does not begin after it.
func shardOf(borders []string, form string) int {
	i, found := slices.BinarySearch(borders, form)
	if found {
		for i+1 < len(borders) && borders[i+1] == form {
			i++
		}
		return i
	}
	return max(0, i-1)
}

// split writes forms as what they all begin with, and their endings with a
// space between them.
func split(forms []string) (beginning, endings string) {
	first, last := forms[0], forms[len(forms)-1] // sorted, so that these two differ most
	n := 0
	for n < len(first) && n < len(last) && first[n] == last[n] {
		n++
	}
	for n > 0 && n < len(first) && first[n]&0xC0 == 0x80 { // never inside a letter
		n--
	}
	ends := make([]string, len(forms))
	for i, f := range forms {
		ends[i] = f[n:]
	}
	return first[:n], strings.Join(ends, " ")
}
