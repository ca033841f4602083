package search

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// corpus is n articles of about 500 words, with words as rare and as common as
// in a language, and for each article two facts, as a site would have them. It
// is the same for the same n.
func corpus(n int) []Document {
	rnd := rand.New(rand.NewPCG(1, uint64(n)))
	const vocabulary = 40_000
	words := make([]string, vocabulary)
	syllables := strings.Fields("ba co de fi gu la mo ne pi ro sa te vi con ter pre ment tion al er es in ur an st or ra li")
	taken := map[string]bool{}
	for i := range words {
		w := ""
		for w == "" || taken[w] {
			w = ""
			for range 1 + rnd.IntN(2+min(3, i/20)) {
				w += syllables[rnd.IntN(len(syllables))]
			}
		}
		taken[w] = true
		words[i] = w
	}
	// The word of rank r occurs about 1/r times as often as the first.
	zipf := func() string { return words[min(vocabulary-1, int(math.Pow(vocabulary, rnd.Float64()))-1)] }
	text := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(zipf())
			b.WriteByte(' ')
		}
		return b.String()
	}
	facets := func(article int) []Value {
		v := []Value{{"year", fmt.Sprint(2016 + article*8/n), fmt.Sprint(2016 + article*8/n)}}
		for range 1 + rnd.IntN(3) {
			s := fmt.Sprintf("S%02d", rnd.IntN(51))
			v = append(v, Value{"state", s, "State " + s})
		}
		for range 1 + rnd.IntN(3) {
			p := fmt.Sprint(int(math.Pow(float64(n)/4+1, rnd.Float64())))
			v = append(v, Value{"who", "person-" + p, "Person " + p})
		}
		return v
	}
	var facts, articles []Document
	for i := range n {
		for j := range 2 {
			quote, title := text(15), text(4)
			facts = append(facts, Document{
				Kind: "fact", Title: Text{"en", title}, Facets: facets(i), Disputed: rnd.IntN(10) == 0,
				Texts: []Text{{"en", fmt.Sprintf("more than $%d million per day %s %s", rnd.IntN(900), text(18), text(15))}, {"fr", quote}},
				Row: map[string]any{
					"h": fmt.Sprintf("/facts/fact-%d-%d/", i, j), "t": title, "a": []string{"more than", fmt.Sprintf("$%d million", rnd.IntN(900)), "per day"},
					"q": [][]string{{"fr", quote, "Outlet, 9 Oct 2024, P5"}},
				},
			})
		}
		title, body := text(8), text(500)
		articles = append(articles, Document{
			Kind: "article", Title: Text{"en", title}, Texts: []Text{{"en", body}}, Facets: facets(i),
			Row: map[string]any{"h": fmt.Sprintf("/articles/article-%d/", i), "t": title, "n": "Outlet, 9 Oct 2024", "x": body[:200]},
		})
	}
	return append(facts, articles...)
}

func sourceBytes(documents []Document) (n int) {
	for _, d := range documents {
		for _, t := range d.Texts {
			n += len(t.Words)
		}
	}
	return n
}

func BenchmarkBuild(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		documents := corpus(n)
		plan := PlanFor(len(documents), sourceBytes(documents))
		b.Run(fmt.Sprint(n, " articles"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Build(documents, plan); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// shownFirst is how many results a first search shows at most: as many rows as
// static/search.js asks for.
const shownFirst = 12

// BenchmarkFirstSearch prints how many bytes a browser loads for a first search
// beyond the page: script, map, shards and rows, compressed by gzip.
func BenchmarkFirstSearch(b *testing.B) {
	script, err := os.ReadFile("../../static/search.js")
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{100, 1_000, 10_000} {
		documents := corpus(n)
		index, err := Build(documents, PlanFor(len(documents), sourceBytes(documents)))
		if err != nil {
			b.Fatal(err)
		}
		for _, q := range []struct{ desc, query string }{
			{"a common word", "million"},
			{"a number", "$47"},
			{"a rare word", documents[7].Title.Words[:strings.Index(documents[7].Title.Words, " ")]},
			{"two words", "75 million"},
			{"three words", strings.Join(strings.Fields(documents[len(documents)-1].Title.Words)[:3], " ")},
		} {
			b.Run(fmt.Sprintf("%d articles, %s", n, q.desc), func(b *testing.B) {
				moved := 0
				for b.Loop() {
					r := newReader(&testing.T{}, index)
					found := r.find(q.query)
					for _, d := range found[:min(shownFirst, len(found))] {
						r.row(d)
					}
					if moved == 0 {
						moved = gzipped(b, script)
						for name := range r.moved {
							moved += gzipped(b, index[name])
						}
						b.ReportMetric(float64(len(r.moved)), "files")
					}
				}
				b.ReportMetric(float64(moved)/1024, "KB")
			})
		}
	}
}

func gzipped(t testing.TB, data []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
