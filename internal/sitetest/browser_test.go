package sitetest

import (
	"compress/gzip"
	"context"
	_ "embed"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"receipts/internal/browsertest"
)

// A served site answers as the host does: with the policy of _headers, and
// compressed. It records what it has sent.
type served struct {
	*httptest.Server
	mu        sync.Mutex
	sent      []sent
	lateFonts bool // whether fonts come half a second late
}

// sent is one answer.
type sent struct {
	path  string
	bytes int // of the body, as it was sent
}

// policyOf is the Content-Security-Policy that a site tells its host to send.
func policyOf(t testing.TB, files map[string][]byte) string {
	t.Helper()
	for _, h := range rulesFor(t, files).For("/") {
		if h.Name == "Content-Security-Policy" {
			return h.Value
		}
	}
	t.Fatal("_headers sets no Content-Security-Policy")
	return ""
}

func serve(t *testing.T, s *built) *served {
	t.Helper()
	policy := policyOf(t, s.files)
	out := &served{}
	out.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		data, ok := s.files[r.URL.Path]
		kind := mime.TypeByExtension(path.Ext(r.URL.Path))
		switch {
		case !ok:
			w.WriteHeader(http.StatusNotFound)
			data, kind = s.files["/404.html"], "text/html; charset=utf-8"
		case strings.HasSuffix(r.URL.Path, "/"):
			kind = "text/html; charset=utf-8"
		}
		w.Header().Set("Content-Type", kind)
		counted := &counter{w: w}
		if out.lateFonts && strings.HasPrefix(kind, "font/") {
			time.Sleep(500 * time.Millisecond)
		}
		if strings.HasPrefix(kind, "font/") || !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			_, _ = counted.Write(data)
		} else {
			w.Header().Set("Content-Encoding", "gzip")
			z, _ := gzip.NewWriterLevel(counted, gzip.BestCompression)
			_, _ = z.Write(data)
			_ = z.Close()
		}
		out.mu.Lock()
		defer out.mu.Unlock()
		out.sent = append(out.sent, sent{r.URL.Path, counted.n})
	}))
	t.Cleanup(out.Close)
	return out
}

// take returns what was sent since the last call.
func (s *served) take() []sent {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := s.sent
	s.sent = nil
	return out
}

type counter struct {
	w io.Writer
	n int
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += n
	return n, err
}

// kinds are one page of each kind, the longest: by the class of its body.
func kinds(t *testing.T, s *built) []*page {
	t.Helper()
	longest := map[string]*page{}
	for _, p := range s.pages {
		class := value(all(p.doc, "body")[0], "class")
		if other := longest[class]; other == nil || len(p.source) > len(other.source) {
			longest[class] = p
		}
	}
	var out []*page
	for _, p := range longest {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b *page) int { return strings.Compare(a.path, b.path) })
	if len(out) < 20 {
		t.Fatalf("only %d kinds of pages", len(out))
	}
	return out
}

// must runs steps in a tab and ends the test if one fails.
func must(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// evaluate returns the value of a JavaScript expression, or of its promise.
func evaluate[T any](t *testing.T, ctx context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return v
}

// media sets features of the reader's device, in pairs: prefers-color-scheme, dark.
func media(t *testing.T, ctx context.Context, features ...string) {
	t.Helper()
	var list []*emulation.MediaFeature
	for pair := range slices.Chunk(features, 2) {
		list = append(list, &emulation.MediaFeature{Name: pair[0], Value: pair[1]})
	}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: list}); err != nil {
		t.Fatal(err)
	}
}

//go:embed testdata/axe/axe.min.js
var axe string

// TestAxe checks a page of each kind with axe-core: no rule of WCAG 2.2 A and AA
// or of its best practices may fail, in light or dark, on a phone or a desktop.
func TestAxe(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	withAxe(t, ctx)
	views := []struct {
		width          int64
		scheme, forced string
	}{{320, "light", "none"}, {390, "dark", "none"}, {1280, "light", "none"}, {1280, "dark", "none"}, {1280, "dark", "active"}}
	if testing.Short() {
		views = views[1:3]
	}
	for _, p := range kinds(t, s) {
		must(t, ctx, chromedp.Navigate(host.URL+p.path))
		for _, view := range views {
			must(t, ctx, chromedp.EmulateViewport(view.width, 900))
			media(t, ctx, "prefers-color-scheme", view.scheme, "forced-colors", view.forced, "prefers-reduced-motion", "reduce")
			for _, f := range amiss(t, ctx) {
				t.Errorf("%s at %d px, %s, forced colours %s: %s", p.path, view.width, view.scheme, view.forced, f)
			}
		}
	}
}

// TestAxeOfScripts checks with axe-core what scripts make of the search and of the
// ledger.
func TestAxeOfScripts(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	withAxe(t, ctx)
	const found = `document.querySelector(".search-found")`
	for _, tt := range []struct{ path, ready string }{
		{"/search/?q=47", found},
		{"/search/?q=musk&kind=fact&disputed=1&state=PA", found + ` && document.querySelector(".search-facets [aria-current]")`},
		{"/search/?q=pensylvania", `document.querySelector(".search-status a")`},
		{"/amounts/?least=1&sort=-period&differs=1", `document.querySelector("[aria-sort]")`},
		{"/amounts/?to=snapchat&k=prize", `document.querySelector("#_shown").textContent.startsWith("None")`},
	} {
		for _, view := range []struct {
			width  int64
			scheme string
		}{{390, "dark"}, {1280, "light"}} {
			must(t, ctx, chromedp.EmulateViewport(view.width, 900))
			media(t, ctx, "prefers-color-scheme", view.scheme, "prefers-reduced-motion", "reduce")
			must(t, ctx, chromedp.Navigate(host.URL+tt.path))
			until(t, ctx, tt.ready)
			for _, f := range amiss(t, ctx) {
				t.Errorf("%s at %d px, %s: %s", tt.path, view.width, view.scheme, f)
			}
			if w := evaluate[int64](t, ctx, `document.documentElement.scrollWidth`); w > view.width {
				t.Errorf("%s is %d pixels wide at %d", tt.path, w, view.width)
			}
		}
	}
}

// withAxe loads axe-core into every page of a tab. The browser injects it, since
// the page's policy forbids it.
func withAxe(t *testing.T, ctx context.Context) {
	t.Helper()
	if _, err := chromedp.Call(ctx, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: axe}); err != nil {
		t.Fatal(err)
	}
}

// amiss returns what axe-core finds wrong with the page as it is now.
func amiss(t *testing.T, ctx context.Context) []string {
	t.Helper()
	return evaluate[[]string](t, ctx, `document.fonts.ready.then(() => axe.run({resultTypes: ["violations"]})).then(r =>
		r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary.replace(/\s+/g, " "))))`)
}

// TestAxeOfWhatOpens checks with axe-core what a script adds: the open preview of a
// link, and the results of a search with their suggestions and filters.
func TestAxeOfWhatOpens(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	withAxe(t, ctx)
	for _, view := range []struct {
		width  int64
		scheme string
	}{{390, "light"}, {1280, "dark"}} {
		must(t, ctx, chromedp.EmulateViewport(view.width, 900))
		media(t, ctx, "prefers-color-scheme", view.scheme, "prefers-reduced-motion", "reduce")
		check := func(what string) {
			t.Helper()
			for _, f := range amiss(t, ctx) {
				t.Errorf("%s at %d px, %s: %s", what, view.width, view.scheme, f)
			}
		}
		must(t, ctx, chromedp.Navigate(host.URL+"/articles/bfm-2024-10-21/"))
		must(t, ctx, chromedp.Focus(chromedp.CSS(factLink)), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(kb.ModifierShift)))
		eventually(t, ctx, open)
		check("the preview of a link")
		must(t, ctx, chromedp.Navigate(host.URL+"/search/?q=musk"))
		eventually(t, ctx, `document.querySelectorAll(".search-results li").length > 3`)
		check("the results of a search")
		evaluate[bool](t, ctx, `document.querySelectorAll(".search-results details").forEach(d => { d.open = true; }), true`)
		check("the filters of a search")
		evaluate[bool](t, ctx, `document.querySelector("#search-q").value = "", true`)
		must(t, ctx, chromedp.Focus(chromedp.CSS("#search-q")), chromedp.KeyEvent("mich"))
		eventually(t, ctx, `document.querySelectorAll("[role=option]").length > 0`)
		check("the suggestions of a search")
	}
}

// TestNothingScrollsSideways checks that no page is wider than the screen, from
// the narrowest phone on, also with text twice as large.
func TestNothingScrollsSideways(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	const tooWide = `(() => {
		const out = [], width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth > width) {
			for (const e of document.querySelectorAll("body *")) {
				if (e.getBoundingClientRect().right > width + 1 && !e.closest("pre, .hidden")) out.push(e.tagName + "." + e.className);
			}
			out.unshift(document.documentElement.scrollWidth + " px");
		}
		return out.slice(0, 4);
	})()`
	check := func(p *page, what string) {
		t.Helper()
		if wide := evaluate[[]string](t, ctx, tooWide); len(wide) > 0 {
			t.Errorf("%s, %s: %s", p.path, what, strings.Join(wide, ", "))
		}
	}
	for _, p := range kinds(t, s) {
		must(t, ctx, chromedp.Navigate(host.URL+p.path))
		for _, width := range []int64{320, 360, 390, 768} {
			must(t, ctx, chromedp.EmulateViewport(width, 800))
			check(p, fmt.Sprintf("%d px", width))
		}
		// Text at 200 % on a desktop leaves half the room: WCAG 1.4.4.
		must(t, ctx, chromedp.EmulateViewport(640, 512, chromedp.EmulateScale(2)))
		check(p, "1280 px at 200 %")
	}
	if testing.Short() {
		return
	}
	must(t, ctx, chromedp.EmulateViewport(320, 800))
	for _, p := range s.pages {
		must(t, ctx, chromedp.Navigate(host.URL+p.path))
		check(p, "320 px")
	}
}

// TestNothingIsLogged opens every page under the published policy: no request may
// be refused or fail, and no script may throw.
func TestNothingIsLogged(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	var mu sync.Mutex
	var said []string
	err := chromedp.Listen(ctx, func(ev any) {
		mu.Lock()
		defer mu.Unlock()
		switch ev := ev.(type) {
		case *cdplog.EventEntryAdded:
			said = append(said, ev.Entry.Text+" "+ev.Entry.URL)
		case *cdpruntime.EventExceptionThrown:
			said = append(said, ev.ExceptionDetails.Text)
		case *cdpruntime.EventConsoleAPICalled:
			said = append(said, "console."+string(ev.Type))
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, cdplog.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	for _, p := range s.pages {
		must(t, ctx, chromedp.Navigate(host.URL+p.path))
		evaluate[bool](t, ctx, `document.fonts.ready.then(() => true)`)
		mu.Lock()
		for _, text := range said {
			t.Errorf("%s: %s", p.path, text)
		}
		said = nil
		mu.Unlock()
	}
}

// What a reader loads on the first visit, in bytes as sent. The fonts are a third
// of it and are loaded once; a browser that loads no fonts needs much less.
const (
	maxFirstView    = 60 << 10
	maxWithoutFonts = 24 << 10
	maxScripts      = 3 << 10
	maxRequests     = 6
)

// TestFirstView checks the weight of every kind of page, with empty caches, and
// logs what the heaviest weighs.
func TestFirstView(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	heaviest := ""
	most := 0
	for _, p := range kinds(t, s) {
		ctx := browsertest.Tab(t) // with a cache of its own
		host.take()
		must(t, ctx, chromedp.EmulateViewport(390, 800), chromedp.Navigate(host.URL+p.path))
		evaluate[bool](t, ctx, `document.fonts.ready.then(() => true)`)
		total, fonts, scripts := 0, 0, 0
		var paths []string
		for _, a := range host.take() {
			total += a.bytes
			switch path.Ext(a.path) {
			case ".woff2":
				fonts += a.bytes
			case ".js":
				scripts += a.bytes
			}
			paths = append(paths, a.path)
		}
		said := fmt.Sprintf("%s: %d bytes, %d without fonts, %d of scripts, %d requests", p.path, total, total-fonts, scripts, len(paths))
		if total > maxFirstView || total-fonts > maxWithoutFonts || len(paths) > maxRequests {
			t.Errorf("%s: %v", said, paths)
		}
		if scripts > maxScripts && !strings.HasSuffix(p.path, "/search/") {
			t.Errorf("%s: scripts may have %d", said, maxScripts)
		}
		if total > most {
			most, heaviest = total, said
		}
	}
	t.Log("heaviest: ", heaviest)
}

// maxShift is the cumulative layout shift that Web Vitals calls good.
const maxShift = 0.1

// TestNothingShifts checks that no kind of page shifts its content while it loads,
// nor when late fonts replace the fallback fonts.
func TestNothingShifts(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	host.lateFonts = true
	worst, most := "", 0.0
	const watch = `window.shift = 0; new PerformanceObserver(l => { for (const e of l.getEntries()) window.shift += e.value; }).observe({type: "layout-shift", buffered: true});`
	for _, width := range []int64{390, 1280} {
		ctx := browsertest.Tab(t)
		if _, err := chromedp.Call(ctx, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: watch}); err != nil {
			t.Fatal(err)
		}
		if _, err := chromedp.Call(ctx, network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}); err != nil {
			t.Fatal(err)
		}
		must(t, ctx, chromedp.EmulateViewport(width, 800))
		for _, p := range kinds(t, s) {
			must(t, ctx, chromedp.Navigate(host.URL+p.path))
			shift := evaluate[float64](t, ctx, `document.fonts.ready.then(() => new Promise(r => requestAnimationFrame(() => setTimeout(() => r(window.shift), 50))))`)
			if shift > maxShift {
				t.Errorf("%s at %d px: moves by %.3f", p.path, width, shift)
			}
			if shift > most {
				worst, most = fmt.Sprintf("%s at %d px", p.path, width), shift
			}
		}
	}
	t.Logf("with fonts half a second late, most is moved on %s: %.3f", worst, most)
}

// TestLargeText checks that no page scrolls sideways on a phone with text twice as
// large: WCAG 1.4.4.
func TestLargeText(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(360, 800))
	for _, p := range kinds(t, s) {
		must(t, ctx, chromedp.Navigate(host.URL+p.path))
		wide := evaluate[[]string](t, ctx, `(() => {
			document.documentElement.style.fontSize = "200%";
			const width = document.documentElement.clientWidth;
			if (document.documentElement.scrollWidth <= width) return [];
			return [document.documentElement.scrollWidth + " px", ...[...document.querySelectorAll("body *")]
				.filter(e => e.getBoundingClientRect().right > width + 1 && !e.closest("pre, .hidden"))
				.map(e => e.tagName + "." + e.className).slice(0, 3)];
		})()`)
		if len(wide) > 0 {
			t.Errorf("%s with text at 200 %%: %s", p.path, strings.Join(wide, ", "))
		}
	}
}
