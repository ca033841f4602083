package preview

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"receipts/internal/fixture"
)

// A usage is what a process holds.
type usage struct {
	goroutines, descriptors int
	heap                    uint64
}

// used waits until what has ended is gone, and counts the rest.
func used(t *testing.T) usage {
	t.Helper()
	var u usage
	for range 20 { // the least of several times: a browser that hangs up takes a moment
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		now := usage{runtime.NumGoroutine(), 0, m.HeapAlloc}
		if entries, err := os.ReadDir("/proc/self/fd"); err == nil {
			now.descriptors = len(entries)
		}
		if u.heap == 0 || now.goroutines < u.goroutines || now.goroutines == u.goroutines && now.heap < u.heap {
			u = now
		}
		time.Sleep(20 * time.Millisecond)
	}
	return u
}

// Rebuild after rebuild, while browsers ask for pages and come and go, the preview holds
// no more goroutines, files and memory than after the first hundred.
func TestNothingGrows(t *testing.T) {
	const first = 100
	files := fixture.Small()
	maps.Copy(files, plainLayouts)
	r := run(t, files, func(o *Options) { o.Say = func(string) {} })
	load := func() (stop func()) {
		ctx, cancel := context.WithCancel(t.Context())
		var wg sync.WaitGroup
		client := &http.Client{Transport: &http.Transport{}}
		for i := range 4 {
			wg.Go(func() {
				rnd := rand.New(rand.NewPCG(uint64(i), 1))
				for ctx.Err() == nil {
					browse(ctx, client, r.url, rnd)
				}
			})
		}
		return func() {
			cancel()
			wg.Wait()
			client.CloseIdleConnections()
		}
	}
	var before usage
	total := fixture.Times(2*first, 10_000)
	if testing.Short() {
		total = first + 20 // for the race detector, which is slow
	}
	stop := load()
	rnd := rand.New(rand.NewPCG(1, 2))
	start := time.Now()
	for n := range total {
		if n == first {
			stop()
			before = used(t)
			stop = load()
		}
		editAgain(r, files, rnd, n)
		r.next()
	}
	stop()
	r.write("content/people/ada.md", files["content/people/ada.md"]) // as it was
	after := used(t)
	t.Logf("%d rebuilds in %s: %+v after the first %d, %+v after all", total, time.Since(start).Round(time.Second), before, first, after)
	if after.goroutines > before.goroutines || after.descriptors > before.descriptors || float64(after.heap) > 1.1*float64(before.heap) {
		t.Errorf("%+v after the first %d rebuilds, %+v after %d", before, first, after, total)
	}
}

// browse is one step of a browser: a page, a file, or a stream of events that it reads
// the beginning of.
func browse(ctx context.Context, client *http.Client, url string, rnd *rand.Rand) {
	paths := []string{"/", "/people/ada/", "/facts/", "/articles/first/", "/nowhere/", "/feed.xml", eventsPath + "?page=/people/ada/"}
	at := paths[rnd.IntN(len(paths))]
	req, err := http.NewRequestWithContext(ctx, "GET", url+at, nil)
	if err != nil {
		return
	}
	res, err := client.Do(req)
	if err != nil {
		return
	}
	defer res.Body.Close()
	if strings.HasPrefix(at, eventsPath) {
		for lines := bufio.NewScanner(res.Body); lines.Scan() && !strings.HasPrefix(lines.Text(), "data:"); {
		}
		return
	}
	_, _ = io.Copy(io.Discard, res.Body)
}

// editAgain saves something that is another each time: words, a mistake, a layout, a file
// that comes and goes.
func editAgain(r *running, files map[string]string, rnd *rand.Rand, n int) {
	ada := files["content/people/ada.md"]
	switch mark := fmt.Sprintf("%05d", n); {
	case n%50 == 48:
		r.write("layouts/404.html", "<h1>"+mark+"</h1>")
	case n%20 == 19:
		r.write("content/people/ada.md", strings.Replace(ada, "title: ", "title: ["+mark+" ", 1))
	case n%20 == 9:
		r.write("content/pages/extra.md", "---\ntitle: Extra "+mark+"\nsummary: More.\n---\n\nText.\n")
	case n%20 == 14:
		r.must(os.Remove(r.path("content/pages/extra.md")))
	default:
		r.write("content/people/ada.md", strings.Replace(ada, "title: ", fmt.Sprint("title: ", mark, " ", rnd.IntN(10), " "), 1))
	}
}
