package search

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A reader searches an index as static/search.js does, from the files alone.
type reader struct {
	t     *testing.T
	files Index
	m     mapJSON
	moved map[string]bool // the files that were read
}

func newReader(t *testing.T, files Index) *reader {
	r := &reader{t: t, files: files, moved: map[string]bool{}}
	r.load(MapFile, &r.m)
	return r
}

func (r *reader) load(name string, v any) {
	r.t.Helper()
	data, ok := r.files[name]
	if !ok {
		r.t.Fatalf("there is no file %s", name)
	}
	r.moved[name] = true
	if err := json.Unmarshal(data, v); err != nil {
		r.t.Fatalf("%s: %v", name, err)
	}
	var e struct {
		Edition string `json:"e"`
	}
	if err := json.Unmarshal(data, &e); err != nil || e.Edition != r.m.Edition && name != MapFile {
		r.t.Errorf("%s is of edition %q, the map of %q (%v)", name, e.Edition, r.m.Edition, err)
	}
}

// ungap reads what gaps has written.
func ungap(s string) []int {
	var out []int
	last, high := -1, 0
	for _, c := range s {
		if 'A' <= c && c <= 'Z' {
			high = high*26 + int(c-'A')
			continue
		}
		last += high*36 + strings.IndexRune(base36, c) + 1
		high = 0
		out = append(out, last)
	}
	return out
}

// word returns the weight of a folded word in every document that has it.
func (r *reader) word(form string) map[int]int {
	var shard shardJSON
	r.load(fmt.Sprintf("index/words-%d.json", shardOf(r.m.Borders, form)), &shard)
	weights := map[int]int{}
	for i := 0; i < len(shard.Words); i += 3 {
		ending, ok := strings.CutPrefix(form, shard.Words[i])
		if !ok || !slices.Contains(strings.Split(shard.Words[i+1], " "), ending) {
			continue
		}
		parts := strings.Split(shard.Words[i+2], " ")
		rare, err := strconv.ParseInt(parts[0], 36, 64)
		if err != nil {
			r.t.Fatal(err)
		}
		for _, p := range parts[1:] {
			level := int(p[0] - '0')
			for _, d := range ungap(p[2:]) {
				weights[d] = max(weights[d], int(rare)*level)
			}
		}
	}
	return weights
}

// find returns the documents that have every word of a query, the best first.
func (r *reader) find(query string) []int {
	drop := strings.Fields(r.m.Dropped)
	var all map[int]int
	eachWord(query, func(w string) {
		form := fold(w)
		if form == "" || slices.Contains(drop, form) {
			return
		}
		has := r.word(form)
		if all == nil {
			all = has
			return
		}
		for d := range all {
			if has[d] == 0 {
				delete(all, d)
			} else {
				all[d] += has[d]
			}
		}
	})
	var out []int
	for d := range all {
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(all[b]-all[a], a-b) })
	return out
}

func (r *reader) row(d int) (row json.RawMessage) {
	var block rowsJSON
	r.load(fmt.Sprintf("index/rows-%d.json", d/r.m.Block), &block)
	return block.Rows[d%r.m.Block]
}
