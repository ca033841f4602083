package search

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
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

// A term is a word of a query, or the parts of a compound and the word that they make.
type term struct {
	parts []string
	whole string
}

func termsOf(query string) []term {
	var terms []term
	eachWord(query, func(w string) {
		if form := fold(w); form != "" {
			terms = append(terms, term{parts: []string{form}})
		}
	}, func(compound string) {
		whole, t := fold(compound), term{}
		for strings.Join(t.parts, "") != whole { // the last words are its parts
			last := terms[len(terms)-1]
			t.parts = append(slices.Clone(last.parts), t.parts...)
			terms = terms[:len(terms)-1]
		}
		terms = append(terms, term{t.parts, whole})
	})
	return terms
}

// find returns the documents that have every word of a query, the best first. Words
// that are dropped count if it has no others.
func (r *reader) find(query string) []int {
	drop := strings.Fields(r.m.Dropped)
	terms := termsOf(query)
	lists := r.weights(terms, func(w string) bool { return slices.Contains(drop, w) })
	if len(lists) == 0 {
		lists = r.weights(terms, func(string) bool { return false })
	}
	all := everyOne(lists)
	out := slices.Collect(maps.Keys(all))
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(all[b]-all[a], a-b) })
	return out
}

// weights looks up terms. A compound is what has its word, or all of its parts.
func (r *reader) weights(terms []term, drops func(string) bool) (lists []map[int]int) {
	for _, t := range terms {
		var parts []map[int]int
		for _, p := range t.parts {
			if !drops(p) {
				parts = append(parts, r.word(p))
			}
		}
		if t.whole != "" {
			found := everyOne(parts)
			if found == nil {
				found = map[int]int{}
			}
			for d, w := range r.word(t.whole) {
				found[d] = max(found[d], w)
			}
			if len(found) > 0 {
				parts = []map[int]int{found}
			}
		}
		lists = append(lists, parts...)
	}
	return lists
}

// everyOne is the sum of weights for the documents that are in all lists.
func everyOne(lists []map[int]int) map[int]int {
	var all map[int]int
	for _, list := range lists {
		if all == nil {
			all = maps.Clone(list)
			continue
		}
		for d := range all {
			if list[d] == 0 {
				delete(all, d)
			} else {
				all[d] += list[d]
			}
		}
	}
	return all
}

func (r *reader) row(d int) (row json.RawMessage) {
	var block rowsJSON
	r.load(fmt.Sprintf("index/rows-%d.json", d/r.m.Block), &block)
	return block.Rows[d%r.m.Block]
}
