package sitetest

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"receipts"
	"receipts/internal/browsertest"
	"receipts/internal/build"
	"receipts/internal/fixture"
	"receipts/internal/locale"
)

// A browsing is the real site on a server, with the headers that it is published
// with, for a browser.
type browsing struct {
	url     string
	files   map[string][]byte // by path
	broken  sync.Map          // paths that are not answered
	replace sync.Map          // paths that are answered with other bytes
	delayed sync.Map          // paths that are answered when their channel is closed
}

func browse(t *testing.T) *browsing {
	t.Helper()
	return serveFiles(t, site(t).files)
}

func serveFiles(t testing.TB, files map[string][]byte) *browsing {
	t.Helper()
	policy := policyOf(t, files)
	b := &browsing{files: files}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		data, ok := files[r.URL.Path]
		if other, replaced := b.replace.Load(r.URL.Path); replaced {
			data = other.([]byte)
		}
		if delay, ok := b.delayed.Load(r.URL.Path); ok {
			select {
			case <-delay.(chan bool):
			case <-r.Context().Done():
			}
		}
		if _, broken := b.broken.Load(r.URL.Path); broken || !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		kind := mime.TypeByExtension(path.Ext(r.URL.Path))
		if strings.HasSuffix(r.URL.Path, "/") {
			kind = "text/html; charset=utf-8"
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(pack(data))
	}))
	t.Cleanup(server.Close)
	b.url = server.URL
	return b
}

// tab opens a tab. What the page logs, a violation of its policy among it, is
// an error of the test, except a file that is missing on purpose.
func tab(t testing.TB) context.Context {
	t.Helper()
	ctx := browsertest.Tab(t)
	err := chromedp.Listen(ctx, func(ev any) {
		switch e := ev.(type) {
		case *log.EventEntryAdded:
			if e.Entry.Level == log.EntryLevelError && !strings.Contains(e.Entry.Text, "404") {
				t.Errorf("the page logs: %s %s", e.Entry.Text, e.Entry.URL)
			}
		case *runtime.EventExceptionThrown:
			t.Errorf("the script fails: %s %v", e.ExceptionDetails.Text, e.ExceptionDetails.Exception)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return ctx
}

func do(t testing.TB, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// eval is the value of an expression in the page.
func eval[T any](t testing.TB, ctx context.Context, js string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return v
}

// until waits for an expression to be true.
func until(t testing.TB, ctx context.Context, js string) {
	t.Helper()
	ok := eval[bool](t, ctx, `new Promise(done => {
		const end = performance.now() + 5000;
		const look = () => (`+js+`) ? done(true) : performance.now() > end ? done(false) : setTimeout(look, 20);
		look();
	})`)
	if !ok {
		t.Fatalf("never came true: %s\nthe page shows: %s", js, eval[string](t, ctx, `document.querySelector("main").innerText.slice(0, 1500)`))
	}
}

const done = `document.querySelector(".search-status")?.textContent !== "" && document.querySelector(".search-found")`

func (b *browsing) search(t testing.TB, query string) context.Context {
	t.Helper()
	ctx := tab(t)
	do(t, ctx, chromedp.Navigate(b.url+"/search/?q="+query))
	until(t, ctx, done)
	return ctx
}

func TestSearchInABrowser(t *testing.T) {
	b := browse(t)

	t.Run("a figure", func(t *testing.T) {
		ctx := b.search(t, "47")
		if got := eval[string](t, ctx, `document.querySelector("h1").textContent + "|" + document.title.split(" · ")[0]`); got != "Results for “47”|Results for “47”" {
			t.Errorf("the heading and the title are %q", got)
		}
		first := eval[string](t, ctx, `document.querySelector(".found-fact li").innerText.replace(/\s+/g, " ")`)
		for _, want := range []string{"$47", "The 47 dollars", "payer 47 dollars", "The articles contradict each other on 3 points"} {
			if !strings.Contains(first, want) {
				t.Errorf("the first fact does not say %q: %s", want, first)
			}
		}
		if got := eval[string](t, ctx, `document.querySelector(".found-fact mark").textContent`); got != "$47" && got != "47" {
			t.Errorf("%q is marked", got)
		}
		if got := eval[string](t, ctx, `[...document.querySelectorAll(".search-found h2")][0].textContent`); got != "Facts" {
			t.Errorf("%s come first", got)
		}
		if !eval[bool](t, ctx, `!!document.querySelector(".found-question .stamp svg")`) {
			t.Error("questions have no stamp")
		}
	})

	// The page's own rules for words find what is in the index.
	for _, tt := range []struct{ desc, query, kind, want string }{
		{"a scale", "75 million", "fact", "/facts/musk-contributions/"},
		{"money in full", "$75,000,000", "fact", "/facts/musk-contributions/"},
		{"a subsection", "10307(c)", "authority", "/law/52-usc-10307-c/"},
		{"letters with points", "52 U.S.C.", "authority", "/law/52-usc-10307-c/"},
		{"an accent", "raphaël", "person", "/people/raphael-grably/"},
		{"capitals, no accent", "RAPHAEL", "person", "/people/raphael-grably/"},
		{"French without its accent", "electeur", "fact", "/facts/voter-referral-47/"},
		{"another form", "sponsoring", "fact", "/facts/voter-referral-47/"},
		{"the beginning of a word", "pennsylv", "state", "/states/pennsylvania/"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			ctx := tab(t)
			state := url.Values{"q": {tt.query}, "kind": {tt.kind}, "show": {"300"}}
			do(t, ctx, chromedp.Navigate(b.url+"/search/?"+state.Encode()))
			until(t, ctx, `document.querySelector(".search-found h3 a[href='`+tt.want+`']")`)
		})
	}

	t.Run("narrowing", func(t *testing.T) {
		ctx := b.search(t, "million")
		before := eval[string](t, ctx, `document.querySelector(".search-status").textContent`)
		do(t, ctx, chromedp.Click(chromedp.CSS(`.search-narrow a[href*="kind=fact"]`)))
		until(t, ctx, `document.querySelectorAll(".search-found h2").length === 1`)
		if at := eval[string](t, ctx, `location.search`); at != "?q=million&kind=fact" {
			t.Errorf("the address is %s", at)
		}
		if !eval[bool](t, ctx, `document.activeElement.className === "search-status"`) {
			t.Error("the focus is lost")
		}
		n := eval[string](t, ctx, `document.querySelector('.search-narrow a[href*="kind=article"] + .n, .search-narrow a[href*="kind=question"] + .n').textContent`)
		if n == "0" || n == "" {
			t.Errorf("another kind has the count %q", n)
		}
		eval[any](t, ctx, `history.back()`)
		until(t, ctx, `document.querySelector(".search-status").textContent === `+quoted(before))
		do(t, ctx, chromedp.Click(chromedp.CSS(`.search-narrow summary`)))
		until(t, ctx, `document.querySelector('.search-facets a[href*="state=PA"]')`)
		count := eval[string](t, ctx, `document.querySelector('.search-facets a[href*="state=PA"] + .n').textContent`)
		do(t, ctx, chromedp.Click(chromedp.CSS(`.search-facets a[href*="state=PA"]`)))
		until(t, ctx, `document.querySelector(".search-status").textContent.startsWith(`+quoted(count+" result")+`)`)
		until(t, ctx, `document.querySelector(".search-narrow details").open && document.querySelector(".search-facets [aria-current]")`)
		do(t, ctx, chromedp.Click(chromedp.CSS(`.search-facets [aria-current]`)))
		until(t, ctx, `location.search === "?q=million" && document.querySelector(".search-status").textContent === `+quoted(before))
	})

	// The mark ≠ and this way of narrowing mean the same.
	t.Run("accounts differ", func(t *testing.T) {
		ctx := b.search(t, "musk&kind=fact&show=300")
		marked := eval[int](t, ctx, `document.querySelectorAll(".search-found li:has(.disagree)").length`)
		count := eval[string](t, ctx, `document.querySelector('.search-narrow a[href*="disputed=1"] + .n').textContent`)
		if all := eval[int](t, ctx, `document.querySelectorAll(".search-found li").length`); marked == 0 || marked == all || count != strconv.Itoa(marked) {
			t.Errorf("%d of %d facts bear the mark, and the choice counts %s", marked, all, count)
		}
		do(t, ctx, chromedp.Click(chromedp.CSS(`.search-narrow a[href*="disputed=1"]`)))
		until(t, ctx, `document.querySelector('.search-narrow a[aria-current]').textContent.length > 0 && document.querySelectorAll(".search-found li").length === `+count)
		if !eval[bool](t, ctx, `[...document.querySelectorAll(".search-found li")].every((li) => li.querySelector(".disagree"))`) {
			t.Error("there is a result without the mark")
		}
	})

	t.Run("narrowed to nothing", func(t *testing.T) {
		ctx := b.search(t, "pennsylvania&kind=state&disputed=1")
		if got := status(t, ctx); !strings.HasPrefix(got, "None of the ") || !strings.HasSuffix(got, " results fits all that you narrow by.") {
			t.Errorf("the page says %q", got)
		}
		do(t, ctx, chromedp.Click(chromedp.CSS(`.search-narrow a[aria-current][href="/search/?q=pennsylvania&kind=state"]`)))
		until(t, ctx, `document.querySelector(".search-found h3 a[href='/states/pennsylvania/']")`)
	})

	t.Run("more", func(t *testing.T) {
		ctx := b.search(t, "musk&kind=fact")
		do(t, ctx, chromedp.Click(chromedp.CSS(`.search-found .more a`)))
		until(t, ctx, `document.querySelectorAll(".search-found h3").length > 20 && document.activeElement === document.querySelectorAll(".search-found h3 a")[20]`)
	})

	t.Run("keyboard", func(t *testing.T) {
		ctx := tab(t)
		do(t, ctx, chromedp.Navigate(b.url+"/search/"))
		// One event with its text, as a keyboard makes it: a key that the page
		// handles is not typed.
		slash := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: "/", Code: "Slash", Text: "/"}
		if _, err := chromedp.Call(ctx, input.DispatchKeyEvent, slash); err != nil {
			t.Fatal(err)
		}
		until(t, ctx, `document.activeElement.id === "search-q" && document.activeElement.value === ""`)
		do(t, ctx, chromedp.SendKeys(chromedp.CSS("#search-q"), "musk pen"))
		until(t, ctx, `document.querySelectorAll("[role=option]").length > 0`)
		do(t, ctx, chromedp.KeyEvent(kb.ArrowDown))
		if !eval[bool](t, ctx, `document.querySelector("#search-q").getAttribute("aria-activedescendant") === document.querySelector("[aria-selected=true]").id`) {
			t.Error("the chosen suggestion is not the active one")
		}
		do(t, ctx, chromedp.KeyEvent(kb.Escape))
		until(t, ctx, `document.querySelector("[role=listbox]").hidden && document.querySelector("#search-q").getAttribute("aria-expanded") === "false"`)
		do(t, ctx, chromedp.KeyEvent(kb.ArrowDown))
		until(t, ctx, `document.querySelectorAll("[role=option]").length > 0`)
		do(t, ctx, chromedp.KeyEvent(kb.ArrowUp))
		chosen := eval[string](t, ctx, `document.querySelector("[aria-selected=true]").textContent`)
		do(t, ctx, chromedp.KeyEvent(kb.Enter))
		until(t, ctx, done)
		if got := eval[string](t, ctx, `new URLSearchParams(location.search).get("q")`); got != chosen || !strings.HasPrefix(got, "musk pen") {
			t.Errorf("%q was chosen, %q is looked for", chosen, got)
		}
		visits := eval[int](t, ctx, `history.length`)
		eval[any](t, ctx, `document.getElementById("search").requestSubmit()`)
		if got := eval[int](t, ctx, `history.length`); got != visits {
			t.Error("the same search again is another step back")
		}
	})

	for _, tt := range []struct{ desc, query, want string }{
		{"nothing", "zyzzyva<zyxxy>", "Nothing found for “zyzzyva<zyxxy>”. The index below lists everything."},
		{"no word at all", "?!", "Nothing found for “?!”. The index below lists everything."},
		{"a word on every page", "the", "“the” is on nearly every page. Add another word."},
		{"a name of such words that is nowhere", "AT&T", "Nothing found for “AT&T”. The index below lists everything."},
		{"a missing letter", "pensylvania", "Nothing found for “pensylvania”. Did you mean pennsylvania? The index below lists everything."},
		{"two slips in a long word", "pensilvania", "Nothing found for “pensilvania”. Did you mean pennsylvania? The index below lists everything."},
		{"first letters the wrong way round", "nsapchat", "Nothing found for “nsapchat”. Did you mean snapchat? The index below lists everything."},
		{"among other words", "Elon’s milion, signatres", " results, facts first. Did you mean Elon’s million, signatures?"},
		{"another number is not meant", "4771", "Nothing found for “4771”. The index below lists everything."},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			ctx := b.search(t, url.QueryEscape(tt.query))
			// How many there are depends on what the site says.
			if got := strings.TrimLeft(status(t, ctx), "0123456789"); got != tt.want {
				t.Errorf("the page says %q, want %q", got, tt.want)
			}
		})
	}

	t.Run("meant", func(t *testing.T) {
		ctx := b.search(t, "musk%20millin")
		if got := status(t, ctx); !strings.HasSuffix(got, " results, facts first. Did you mean musk million?") {
			t.Errorf("the page says %q", got)
		}
		do(t, ctx, chromedp.Click(chromedp.CSS(`.search-status a`)))
		until(t, ctx, `document.querySelector("h1").textContent === "Results for “musk million”" && document.querySelector(".search-found li")`)
		if got := eval[string](t, ctx, `location.search`); got != "?q=musk+million" {
			t.Errorf("the address is %s", got)
		}
	})

	t.Run("nothing keeps the index", func(t *testing.T) {
		ctx := b.search(t, "zyzzyva")
		if !eval[bool](t, ctx, `document.querySelector(".index").offsetHeight > 0`) {
			t.Error("the index is gone")
		}
	})

	t.Run("some of the words", func(t *testing.T) {
		ctx := b.search(t, "musk+zyzzyva")
		if !strings.Contains(eval[string](t, ctx, `document.querySelector(".search-found").innerText`), "Nothing has all of these words") {
			t.Error("the page does not say that a word was not found")
		}
	})

	t.Run("nothing moves", func(t *testing.T) {
		for _, query := range []string{"", "?q=47"} {
			ctx := tab(t)
			do(t, ctx, chromedp.EmulateViewport(390, 800), chromedp.Navigate(b.url+"/search/"+query))
			until(t, ctx, `!document.getElementById("search").hidden && !document.querySelector(".waiting")`)
			shift := eval[float64](t, ctx, `new Promise((done) => {
				let sum = 0;
				new PerformanceObserver((list) => { for (const e of list.getEntries()) sum += e.value; }).observe({ type: "layout-shift", buffered: true });
				requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
			})`)
			t.Logf("/search/%s: layout shift %.3f", query, shift)
			if shift > .1 {
				t.Errorf("/search/%s shifts by %.3f while it loads", query, shift)
			}
		}
	})

	t.Run("narrow screens", func(t *testing.T) {
		ctx := tab(t)
		do(t, ctx, chromedp.EmulateViewport(320, 640), chromedp.Navigate(b.url+"/search/?q=million"))
		until(t, ctx, done)
		if w := eval[int](t, ctx, `document.documentElement.scrollWidth`); w > 320 {
			t.Errorf("the page is %d pixels wide at 320", w)
		}
	})
}

// Names are found as people write them, also if they are common words.
func TestSearchOfNames(t *testing.T) {
	files := fixture.Small()
	for id, entity := range map[string]string{
		"more": "More", "at-t": "AT&T", "the-who": "The Who", "it": "Industrial Tools\nalso: [IT]", "league": "League for Re-election", "asgard": "Ásgarð Þing",
	} {
		files["content/organizations/"+id+".md"] = "---\ntitle: " + entity + "\nkind: company\nsummary: One of a few, and no more than that, as it is told at the place.\n---\n\nWhat the one who owns it said is not known.\n"
	}
	files["content/glossary/social-welfare.md"] = "---\ntitle: Social welfare organization\nsummary: One of 501(c)(4).\n---\n"
	s, err := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := serveFiles(t, s.files)
	for _, tt := range []struct{ query, want, mark string }{
		{"More", "/organizations/more/", "More|more"},
		{"the who", "/organizations/the-who/", "The|Who|the"},
		{"IT", "/organizations/it/", "it"},
		{"AT&T", "/organizations/at-t/", "AT&T"},
		{"at & t", "/organizations/at-t/", "AT&T|at"},
		{"att", "/organizations/at-t/", "AT&T"},
		{"reelection", "/organizations/league/", "Re-election"},
		{"re-election", "/organizations/league/", "Re-election"},
		{"re‑election league", "/organizations/league/", "League|Re-election"},
		{"asgard", "/organizations/asgard/", "Ásgarð"},
		{"Thing", "/organizations/asgard/", "Þing"},
		{"501c4", "/glossary/#social-welfare", "501(c)(4"},
		{"501(c)(4)", "/glossary/#social-welfare", "501(c)(4"},
		{"501 c 4", "/glossary/#social-welfare", "501(c)(4"},
	} {
		t.Run(tt.query, func(t *testing.T) {
			ctx := b.search(t, url.QueryEscape(tt.query))
			const found = `[...document.querySelectorAll(".search-found h3 a")].map((a) => a.getAttribute("href")).join(" ")`
			if got := eval[string](t, ctx, found); got != tt.want {
				t.Errorf("found are %q, want %q; the page says %q", got, tt.want, status(t, ctx))
			}
			if got := eval[string](t, ctx, `[...document.querySelectorAll(".search-found mark")].map((m) => m.textContent).join("|")`); got != tt.mark {
				t.Errorf("marked are %q, want %q", got, tt.mark)
			}
		})
	}
	for query, want := range map[string]string{
		"the more": "“the more” is on nearly every page. Add another word.",
		"of":       "“of” is on nearly every page. Add another word.",
	} {
		ctx := b.search(t, url.QueryEscape(query))
		if got := status(t, ctx); got != want {
			t.Errorf("of %q the page says %q", query, got)
		}
	}
}

// Scripts write numbers and plural forms as the language of the page has them.
func TestScriptsSpeakLanguage(t *testing.T) {
	files := fixture.Small()
	forms := regexp.MustCompile(`(?m)^(  search\.(count|found):\n)`)
	catalogue := forms.ReplaceAllString(string(locale.Source("en")), "$1    few: \"{1} few\"\n    many: \"{1} many\"\n")
	files["content/messages/pl.yaml"] = strings.Replace(catalogue, "quantities:\n", "quantities:\n  digits: deva\n", 1)
	files["content/site.yaml"] += "languages: [pl]\n"
	for i := range 5 {
		files[fmt.Sprintf("content/glossary/zorba-%d.md", i)] = fmt.Sprintf("---\ntitle: Zorba %d\nsummary: A word%s.\n---\n", i, []string{" of a yacht", ""}[i/3])
	}
	s, err := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b := serveFiles(t, s.files)
	for query, want := range map[string]string{"zorba": "५ many", "yacht": "३ few", "fine": "४ few"} {
		if got := status(t, b.search(t, query)); got != want {
			t.Errorf("%s: the page says %q, not %q", query, got, want)
		}
	}
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.Navigate(b.url+"/amounts/?differs=1"))
	if got := eval[string](t, ctx, `document.querySelector("#_shown").textContent`); !strings.HasPrefix(got, "२ of ") && !strings.HasPrefix(got, "१ of ") {
		t.Errorf("the ledger says %q", got)
	}
}

// status is the message of the page once a search is done.
func status(t testing.TB, ctx context.Context) string {
	t.Helper()
	return eval[string](t, ctx, `document.querySelector(".search-status").textContent`)
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

// A search that cannot be loaded says so, keeps the index and can be tried again.
func TestSearchFails(t *testing.T) {
	for _, tt := range []struct{ desc, path string }{
		{"no map", "/search/index.json"},
		{"no rows", "/search/index/rows-0.json"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			b := browse(t)
			b.broken.Store(tt.path, true)
			ctx := tab(t)
			do(t, ctx, chromedp.Navigate(b.url+"/search/?q=47"))
			until(t, ctx, `document.querySelector("[role=alert]")`)
			if !eval[bool](t, ctx, `document.querySelector("[role=alert]").offsetHeight > 0 && document.querySelector(".index").offsetHeight > 0`) {
				t.Error("the message or the index cannot be seen")
			}
			b.broken.Delete(tt.path)
			do(t, ctx, chromedp.Click(chromedp.CSS("[role=alert] button")))
			until(t, ctx, done)
		})
	}
}

// The page tells a bug from a file that does not load, and the browser reports the
// bug.
func TestSearchIsWrong(t *testing.T) {
	b := browse(t)
	const at = "/search/index/rows-0.json"
	edition, _, _ := bytes.Cut(site(t).files[at], []byte(`,`))
	b.replace.Store(at, append(bytes.Clone(edition), `,"r":[]}`...))
	ctx := browsertest.Tab(t)
	thrown := make(chan string, 1)
	err := chromedp.Listen(ctx, func(ev any) {
		if e, ok := ev.(*runtime.EventExceptionThrown); ok {
			select {
			case thrown <- e.ExceptionDetails.Exception.Description:
			default:
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate(b.url+"/search/?q=47"))
	until(t, ctx, `document.querySelector("[role=alert]")`)
	if got := eval[string](t, ctx, `document.querySelector("[role=alert] p").textContent`); !strings.Contains(got, "the mistake is ours") {
		t.Errorf("the page says %q", got)
	}
	select {
	case got := <-thrown:
		if !strings.Contains(got, "TypeError") {
			t.Errorf("the browser reports %q", got)
		}
	case <-time.After(5 * time.Second):
		t.Error("the browser reports nothing")
	}
}

// A slow search says so, to screen readers too.
func TestSearchSaysThatItWorks(t *testing.T) {
	b := browse(t)
	delay := make(chan bool)
	b.delayed.Store("/search/index.json", delay)
	ctx := tab(t)
	do(t, ctx, chromedp.Navigate(b.url+"/search/?q=47"))
	until(t, ctx, `document.querySelector(".search-status[role=status]").textContent === "Searching…" && document.querySelector(".search-status").offsetHeight > 0`)
	close(delay)
	until(t, ctx, `document.querySelector(".search-found") && document.querySelector(".search-status").textContent.includes("results")`)
}

// The search of the French edition finds its own words, and leads to its own pages.
func TestSearchInFrench(t *testing.T) {
	b := browse(t)
	for _, tt := range []struct{ desc, query, kind, want string }{
		{"a word", "récompense", "fact", "/fr/facts/daily-award/"},
		{"without its accent", "recompense", "fact", "/fr/facts/daily-award/"},
		{"an elided word", "l’argent", "fact", "/fr/facts/musk-contributions/"},
		{"a figure in words", "75 millions de dollars", "fact", "/fr/facts/musk-contributions/"},
		{"a state by its French name", "pennsylvanie", "state", "/fr/states/pennsylvania/"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			ctx := tab(t)
			state := url.Values{"q": {tt.query}, "kind": {tt.kind}, "show": {"300"}}
			do(t, ctx, chromedp.Navigate(b.url+"/fr/search/?"+state.Encode()))
			until(t, ctx, `document.querySelector(".search-found h3 a[href='`+tt.want+`']")`)
			if n := eval[int](t, ctx, `document.querySelectorAll(".search-found h3 a:not([href^='/fr/'])").length`); n > 0 {
				t.Errorf("%d results are of the other edition", n)
			}
		})
	}
}

// A browser that has kept the map of an older edition takes the new one.
func TestSearchOfAnotherEdition(t *testing.T) {
	b := browse(t)
	const at = "/search/index.json"
	now := site(t).files[at]
	old := append([]byte(`{"e":"0000000000"`), now[bytes.IndexByte(now, ','):]...)
	b.replace.Store(at, old)
	ctx := tab(t)
	do(t, ctx, chromedp.Navigate(b.url+"/search/"), chromedp.SendKeys(chromedp.CSS("#search-q"), "zz"))
	until(t, ctx, `performance.getEntriesByType("resource").some((e) => e.name.includes("e=0000000000"))`)
	b.replace.Delete(at)
	eval[any](t, ctx, `document.getElementById("search-q").value = "47", document.getElementById("search").requestSubmit()`)
	until(t, ctx, done)
	if got := eval[string](t, ctx, `document.querySelector(".search-status").textContent`); !strings.Contains(got, "results") {
		t.Errorf("the page says %q", got)
	}
}

// Without scripts there is no form, and the page is an index.
func TestSearchWithoutScripts(t *testing.T) {
	b := browse(t)
	ctx := tab(t)
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate(b.url+"/search/"))
	do(t, ctx, chromedp.WaitVisible(chromedp.CSS(".search-without")), chromedp.WaitVisible(chromedp.CSS(".index")),
		chromedp.WaitNotVisible(chromedp.CSS("#search")))
}

// What the page loads for a first search, as gzip sends it.
func TestSearchWeight(t *testing.T) {
	b := browse(t)
	ctx := b.search(t, "47")
	moved := b.moved(t, ctx)
	t.Logf("a first search moves %.1f KB", float64(moved)/1024)
	if moved > 40<<10 {
		t.Errorf("a first search moves %d bytes", moved)
	}
}
