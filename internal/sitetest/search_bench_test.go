package sitetest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/host"
	"receipts/internal/render"
)

// largeSite is a site of n articles of about 500 words, each with two facts and
// words as rare and as common as in a language. It is the same for the same n.
func largeSite(n int) fstest.MapFS {
	rnd := rand.New(rand.NewPCG(1, uint64(n)))
	const vocabulary = 40_000
	syllables := strings.Fields("ba co de fi gu la mo ne pi ro sa te vi con ter pre ment tion al er es in ur an st or ra li")
	words := make([]string, vocabulary)
	for i := range words {
		for range 1 + rnd.IntN(2+min(3, i/20)) {
			words[i] += syllables[rnd.IntN(len(syllables))]
		}
	}
	text := func(n int) string {
		var b strings.Builder
		for i := range n {
			if i > 0 {
				b.WriteByte(' ')
			}
			// The word of rank r occurs about 1/r times as often as the first.
			b.WriteString(words[min(vocabulary-1, int(math.Pow(vocabulary, rnd.Float64()))-1)])
		}
		return b.String()
	}
	files := fstest.MapFS{}
	write := func(path, format string, args ...any) {
		files[path] = &fstest.MapFile{Data: fmt.Appendf(nil, format, args...)}
	}
	write("content/site.yaml", "title: Large\nbase_url: https://example.org\nvocabularies:\n  flows:\n    contribution: { label: contribution, kind: payment }\n  organizations:\n    outlet: outlet\n")
	people := n/20 + 1
	for i := range people {
		write(fmt.Sprintf("content/people/person-%d.md", i), "---\ntitle: Person %d %s\nsummary: %s.\n---\n", i, text(1), text(12))
		write(fmt.Sprintf("content/organizations/outlet-%d.md", i), "---\ntitle: Outlet %d\nkind: outlet\nsummary: %s.\n---\n", i, text(12))
	}
	states := strings.Fields("PA MI WI AZ GA NV NC FL OH TX NH MN VA CO MT ME IA")
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitle: %s\nsummary: %s.\nsource:\n  outlet: outlet-%d\n  headline: %s\n  published: %d-%02d-%02d\n  language: en\n  read: 2026-11-22\n  paragraphs: 18\n",
			text(8), text(30), rnd.IntN(people), text(8), 2016+i*8/n, 1+rnd.IntN(12), 1+rnd.IntN(28))
		// Only a tenth of the facts are money, since totals are not measured here.
		if i%10 == 0 {
			figure := 2 + rnd.IntN(900)
			fmt.Fprintf(&b, "amounts:\n  - fact: money-%d\n    amount: more than %d million USD\n    flow: contribution\n    from: person-%d\n    to: outlet-%d\n    states: [%s]\n    says: %s.\n    quote: \"they gave more than %d million dollars\"\n    at: P%d\n",
				i, figure, rnd.IntN(people), rnd.IntN(people), states[rnd.IntN(len(states))], text(18), figure, 1+rnd.IntN(18))
		}
		b.WriteString("claims:\n")
		for j := range 2 {
			fmt.Fprintf(&b, "  - fact: fact-%d-%d\n    nature: reported-fact\n    about: [person-%d]\n    states: [%s]\n    says: %s.\n    quote: \"%s\"\n    at: P%d\n",
				i, j, rnd.IntN(people), states[rnd.IntN(len(states))], text(18), text(8), 1+rnd.IntN(18))
		}
		b.WriteString("---\n")
		for j := range 5 {
			fmt.Fprintf(&b, "\n## %s\n\n%s. It was [[fact-%d-0]].\n\n%s.\n", text(3), text(50), (i*7+j)%n, text(50))
		}
		files[fmt.Sprintf("content/articles/article-%d.md", i)] = &fstest.MapFile{Data: []byte(b.String())}
	}
	return files
}

// BenchmarkSearch prints what a first search costs on a large site: the time of the
// build for the index, the bytes that a browser loads, and the time of the search
// on a throttled phone.
func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprint(n, " articles"), func(b *testing.B) {
			for b.Loop() {
				benchmarkSearch(b, n)
			}
		})
	}
}

func benchmarkSearch(b *testing.B, n int) {
	ctx := context.Background()
	builder := build.New(largeSite(n), receipts.Defaults, build.Options{})
	start := time.Now()
	res, err := builder.Build(ctx)
	if err != nil || len(res.Routes) == 0 {
		b.Fatal(err, res.Diags[:min(3, len(res.Diags))])
	}
	var index, rest []render.Route
	for _, r := range res.Routes {
		if strings.HasPrefix(r.Path, "/search/index") {
			index = append(index, r)
		} else {
			rest = append(rest, r)
		}
	}
	writeAll := func(routes []render.Route) {
		err := build.Each(ctx, 0, len(routes), func(i int) error { return routes[i].Write(io.Discard) })
		if err != nil {
			b.Fatal(err)
		}
	}
	writeAll(rest)
	all := time.Since(start)
	start = time.Now()
	writeAll(index)
	own := time.Since(start)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(own.Seconds()*1000, "index-ms")
	b.ReportMetric(100*own.Seconds()/(own+all).Seconds(), "%of-build")

	files := map[string][]byte{}
	for _, r := range res.Routes {
		if strings.HasPrefix(r.Path, "/search") || strings.HasPrefix(r.Path, "/static") || r.Path == host.HeadersPath {
			var buf bytes.Buffer
			if err := r.Write(&buf); err != nil {
				b.Fatal(err)
			}
			files[r.Path] = buf.Bytes()
		}
	}
	browsing := serveFiles(b, files)
	most, slowest := 0, 0.0
	for _, query := range []string{"million", "$47", "75 million", "person 7", "persn 7", strings.Fields(string(largeWord(files)))[0]} {
		tab := tab(b)
		do(b, tab, chromedp.Navigate(browsing.url+"/search/"))
		throttle(b, tab)
		ms := eval[float64](b, tab, `(async () => {
			const start = performance.now();
			document.getElementById("search-q").value = `+quoted(query)+`;
			document.getElementById("search").requestSubmit();
			while (!document.querySelector(".search-found") && !document.querySelector("[role=alert]")) await new Promise(requestAnimationFrame);
			return performance.now() - start;
		})()`)
		if !eval[bool](b, tab, `!!document.querySelector(".search-found li")`) {
			b.Errorf("%q finds nothing", query)
		}
		moved := browsing.moved(b, tab)
		b.Logf("%d articles, %q: %.1f KB, %.0f ms", n, query, float64(moved)/1024, ms)
		most, slowest = max(most, moved), max(slowest, ms)
	}
	b.ReportMetric(float64(most)/1024, "KB")
	b.ReportMetric(slowest, "phone-ms")
	if limit := map[bool]int{true: 40, false: 60}[n <= 1000]; most > limit<<10 {
		b.Errorf("a first search moves %d bytes at %d articles; the goal is %d KB", most, n, limit)
	}
	if os.Getenv("PAGEFIND") != "" && n <= 1000 {
		pagefind(b, res.Routes, most)
	}
}

// largeWord is a word that few documents have: the last of the first shard.
func largeWord(files map[string][]byte) []byte {
	words := bytes.Split(files["/search/index/words-0.json"], []byte(`"`))
	return bytes.ReplaceAll(words[len(words)-6], []byte(" "), []byte("x "))
}

// throttle makes a browser as slow as an average phone on a slow mobile line: 1.6
// Mbit/s, a round trip of 150 ms, a quarter of the processor.
func throttle(t testing.TB, ctx context.Context) {
	t.Helper()
	line := &network.Conditions{Latency: 150, DownloadThroughput: 1.6e6 / 8, UploadThroughput: 750e3 / 8}
	if _, err := chromedp.Call(ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{line},
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4}); err != nil {
		t.Fatal(err)
	}
}

// moved is how many bytes of the search the page of a tab has loaded, compressed.
func (b *browsing) moved(t testing.TB, ctx context.Context) (n int) {
	t.Helper()
	names := eval[[]string](t, ctx, `performance.getEntriesByType("resource").map((e) => new URL(e.name).pathname)`)
	for _, name := range names {
		if strings.Contains(name, "search") {
			n += packed(b.files[name])
		}
	}
	return n
}

// pagefind lets Pagefind index the same pages, and prints what its files weigh
// that a first search with as many results must load at the least.
func pagefind(b *testing.B, routes []render.Route, ours int) {
	npx, err := exec.LookPath("npx")
	if err != nil {
		b.Log("no comparison with Pagefind: there is no npx")
		return
	}
	dir := b.TempDir()
	for _, r := range routes {
		if !r.IsPage() || r.Path == "/search/" {
			continue
		}
		file := filepath.Join(dir, filepath.FromSlash(r.File()))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			b.Fatal(err)
		}
		var buf bytes.Buffer
		if err := r.Write(&buf); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(file, buf.Bytes(), 0o644); err != nil {
			b.Fatal(err)
		}
	}
	if out, err := exec.Command(npx, "--yes", "pagefind@1.6.0", "--site", dir).CombinedOutput(); err != nil {
		b.Logf("no comparison with Pagefind: %v\n%s", err, out)
		return
	}
	// Its code and its map, then a shard, then a file for each result. All but the
	// code are compressed already.
	size := func(pattern string, times int) int {
		names, _ := filepath.Glob(filepath.Join(dir, "pagefind", pattern))
		var sizes []int
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			sizes = append(sizes, packed(data))
		}
		if len(sizes) == 0 {
			b.Fatalf("Pagefind has written no %s", pattern)
		}
		slices.Sort(sizes)
		return times * sizes[len(sizes)/2]
	}
	theirs := size("pagefind.js", 1) + size("pagefind-worker.js", 1) + size("wasm.en.pagefind", 1) + size("pagefind-entry.json", 1) +
		size("*.pf_meta", 1) + size("index/*.pf_index", 1) + size("fragment/*.pf_fragment", 12)
	b.Logf("Pagefind: %.1f KB, %.1f times ours", float64(theirs)/1024, float64(theirs)/float64(ours))
	b.ReportMetric(float64(theirs)/1024, "pagefind-KB")
}
