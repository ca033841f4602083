package preview

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	cdplog "github.com/chromedp/cdproto/log"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"receipts/internal/browsertest"
	"receipts/internal/fixture"
)

func TestMain(m *testing.M) { os.Exit(browsertest.Run(m)) }

// A tab is a page of the preview in a browser.
type tab struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	problems []string // reported by the browser itself
}

func openTab(t *testing.T, address string) *tab {
	t.Helper()
	tb := &tab{t: t, ctx: browsertest.Tab(t)}
	err := chromedp.Listen(tb.ctx, func(event any) {
		tb.mu.Lock()
		defer tb.mu.Unlock()
		switch e := event.(type) {
		case *cdpruntime.EventExceptionThrown:
			tb.problems = append(tb.problems, e.ExceptionDetails.Text+" "+e.ExceptionDetails.URL)
		case *cdplog.EventEntryAdded:
			if e.Entry.Level == "error" && !strings.Contains(e.Entry.Text, "404") {
				tb.problems = append(tb.problems, e.Entry.Text+" "+e.Entry.URL)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(tb.ctx, chromedp.EmulateViewport(1000, 600), chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
	return tb
}

// value evaluates an expression.
func value[T any](tb *tab, js string) T {
	tb.t.Helper()
	v, err := chromedp.Run(tb.ctx, chromedp.Evaluate[T](js))
	if err != nil {
		tb.t.Fatalf("%s: %v", js, err)
	}
	return v
}

// until waits until an expression is true.
func (tb *tab) until(js string) {
	tb.t.Helper()
	var last error
	for range 500 {
		v, err := chromedp.Run(tb.ctx, chromedp.Evaluate[bool]("!!("+js+")"))
		if err == nil && v {
			return
		}
		last = err // between two pages there is none to evaluate it
		time.Sleep(10 * time.Millisecond)
	}
	page, _ := chromedp.Run(tb.ctx, chromedp.Evaluate[string]("document.title + ' ' + (document.querySelector('receipts-preview')?.shadowRoot.textContent || 'no bar')"))
	tb.t.Fatalf("never true: %s (%v)\non the page: %s", js, last, page)
}

func (tb *tab) fine() {
	tb.t.Helper()
	tb.mu.Lock()
	defer tb.mu.Unlock()
	for _, p := range tb.problems {
		tb.t.Errorf("the browser objects: %s", p)
	}
}

const (
	shadowText   = "(document.querySelector('receipts-preview').shadowRoot.textContent)"
	isWhole      = "document.querySelector('receipts-preview')?.dataset.state === 'whole'"
	isBroken     = "document.querySelector('receipts-preview')?.dataset.state === 'mistakes'"
	overlayShown = "document.querySelector('receipts-preview').shadowRoot.querySelector('.overlay:not([hidden])')"
	isAway       = "document.querySelector('receipts-preview')?.dataset.state === 'away'"
	heading      = "document.querySelector('h1').textContent"
)

// An author writes, makes a mistake, mends it and changes a style, and the
// browser follows by itself.
func TestBrowserFollows(t *testing.T) {
	files := fixture.Small()
	files["content/articles/first.md"] += strings.Repeat("\nA paragraph that makes the page long.\n", 60) +
		"\n## The end\n\nSee [the list](/amounts/).\n" + strings.Repeat("\nAnother paragraph.\n", 40)
	r := run(t, files)
	tb := openTab(t, r.url+"/articles/first/")
	article := files["content/articles/first.md"]

	tb.until(isWhole)
	if got := value[string](tb, shadowText); !strings.Contains(got, "content/articles/first.md:1") {
		t.Errorf("the bar does not name the file: %s", got)
	}

	// A change of the text loads the page again: what was at the top of the
	// window stays there, although the text above it has grown.
	value[bool](tb, `(() => { window.mark = 1; const e = document.getElementById("the-end"); scrollTo({top: e.getBoundingClientRect().top + scrollY - 20, behavior: "instant"});
		document.querySelector('main a[href="/amounts/"]').focus({preventScroll: true}); return true })()`)
	top := value[float64](tb, `document.getElementById("the-end").getBoundingClientRect().top`)
	if top < 0 || top > 100 {
		t.Fatalf("the section cannot be scrolled to: %v", top)
	}
	article = strings.Replace(article, "title: The first account", "title: An account of letters", 1)
	article = strings.Replace(article, "The Gazette reports", strings.Repeat("Words that were not there before. ", 80)+"The Gazette reports", 1)
	r.write("content/articles/first.md", article)
	tb.until(heading + ` === "An account of letters"`)
	tb.until(isWhole)
	if value[bool](tb, "window.mark === 1") {
		t.Error("the page was not loaded again")
	}
	tb.until(fmt.Sprintf(`Math.abs(document.getElementById("the-end").getBoundingClientRect().top - %v) < 3`, top))
	if got := value[string](tb, "document.activeElement.getAttribute('href') || document.activeElement.localName"); got != "/amounts/" {
		t.Errorf("the focus is on %s", got)
	}

	// A mistake leaves the page as it is, and says in the overlay what the
	// terminal says. What the author wrote is shown, and is not markup.
	value[bool](tb, "window.mark = true")
	broken := strings.Replace(article, "title: An account", "\"<img src=x onerror=alert(1)>\": 1\ntitle: A broken account", 1)
	r.write("content/articles/first.md", broken)
	tb.until(isBroken)
	overlay := value[string](tb, "document.querySelector('receipts-preview').shadowRoot.querySelector('.overlay').textContent")
	for _, want := range []string{"E008", "content/articles/first.md:2:1", `2 | "<img src=x onerror=alert(1)>": 1`, "^^^"} {
		if !strings.Contains(overlay, want) {
			t.Errorf("the overlay does not say %q:\n%s", want, overlay)
		}
	}
	if n := value[int](tb, "document.querySelector('receipts-preview').shadowRoot.querySelectorAll('img, script').length"); n > 0 {
		t.Error("what an author wrote became markup")
	}
	if got := value[string](tb, "document.querySelector('receipts-preview').shadowRoot.querySelector('.overlay a.code').getAttribute('href')"); got != "/guide/errors/front-matter/#E008" {
		t.Errorf("the code leads to %s", got)
	}
	if got := value[string](tb, heading); got != "An account of letters" || !value[bool](tb, "window.mark") {
		t.Errorf("the page behind is %q", got)
	}
	value[bool](tb, `dispatchEvent(new KeyboardEvent("keydown", {key: "Escape"}))`)
	tb.until("!" + overlayShown)

	// When the mistake is mended, the overlay goes away.
	r.write("content/articles/first.md", strings.Replace(article, "of letters", "that is mended", 1))
	tb.until(heading + ` === "An account that is mended"`)
	tb.until(isWhole + " && !" + overlayShown)

	// A stylesheet is exchanged without loading the page again.
	value[bool](tb, "window.mark = true")
	style, err := os.ReadFile("../../static/style.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, width := range []int{7, 9} {
		r.write("static/style.css", fmt.Sprintf("%s\nh1 { outline: %dpx solid red; }\n", style, width))
		tb.until(fmt.Sprintf("getComputedStyle(document.querySelector('h1')).outlineWidth === '%dpx'", width))
	}
	tb.until(`document.querySelectorAll('link[rel=stylesheet][href*="/static/style."]').length === 1`)
	if !value[bool](tb, "window.mark === true") {
		t.Error("a change of style loaded the page again")
	}

	// A link to what is not yet written is red, and a click leads to a page that
	// becomes the new one once that is written.
	r.write("content/articles/first.md", article+"\nMore from [[grace]].\n")
	tb.until(`document.querySelector(".missing")?.textContent === "grace"`)
	tb.until(isWhole + ` && getComputedStyle(document.querySelector(".missing")).color === "rgb(176, 0, 32)"`)
	if got := value[string](tb, shadowText); !strings.Contains(got, "1 link to what is not written yet") {
		t.Errorf("the bar does not speak of the link: %s", got)
	}
	value[bool](tb, `(location.href = "/people/grace/", true)`)
	tb.until(`location.pathname === "/people/grace/" && ` + isWhole)
	r.write("content/people/grace.md", "---\ntitle: Grace\nsummary: Wrote back.\n---\n")
	tb.until(heading + ` === "Grace"`)
	tb.fine()
}

// Where there never was a whole site, the page says why, and becomes the site
// once there is one.
func TestBrowserWithoutSite(t *testing.T) {
	files := fixture.Small()
	whole := files["content/people/ada.md"]
	files["content/people/ada.md"] = strings.Replace(whole, "summary:", "\"</pre><img src=x>\": x\nsumary:", 1)
	r := run(t, files)
	if status, body := r.get("/"); status != 500 || !strings.Contains(body, "&lt;img src=x&gt;") || strings.Contains(body, "<img") {
		t.Errorf("the page of mistakes has status %d:\n%s", status, body)
	}
	tb := openTab(t, r.url+"/people/ada/")
	tb.until(`document.body.textContent.includes("E008")`)
	if value[int](tb, `document.querySelectorAll("img").length`) > 0 {
		t.Error("what an author wrote became markup")
	}
	// Another mistake takes the place of the first.
	r.write("content/people/ada.md", strings.Replace(whole, "summary:", "x: y\nsummary:", 1))
	tb.until(`document.body.textContent.includes("x: y")`)
	r.write("content/people/ada.md", whole)
	tb.until(heading + ` === "Ada"`)
	tb.until(isWhole)
}

// The list of mistakes keeps the focus where it is while mistakes are mended, the
// numbers count all of them, and the bar says when the preview has ended.
func TestBrowserKeepsPlace(t *testing.T) {
	files := fixture.Small()
	r := run(t, files)
	broken := func(from, n int) string {
		var keys strings.Builder
		for i := from; i < n; i++ {
			fmt.Fprintf(&keys, "nobody_knows_%d: x\n", i)
		}
		return strings.Replace(files["content/people/ada.md"], "title:", keys.String()+"title:", 1)
	}
	tb := openTab(t, r.url+"/people/ada/")
	tb.until(isWhole)
	r.write("content/people/ada.md", broken(0, 70))
	tb.until(isBroken + " && " + overlayShown + "?.querySelector('h2').textContent.startsWith('70 mistakes')")
	value[bool](tb, `(() => { const o = `+overlayShown+`; o.querySelectorAll("a.code")[7].focus(); o.scrollTop = 300; window.kept = [o, o.scrollTop]; return true })()`)
	focused := `document.querySelector("receipts-preview").shadowRoot.activeElement?.closest("li")?.textContent || ""`
	if got := value[string](tb, focused); !strings.Contains(got, "nobody_knows_7") {
		t.Fatalf("the focus is on %q", got)
	}
	text := broken(0, 69) // one less, at the end of the list: the others stay where they are
	r.write("content/people/ada.md", text)
	tb.until(overlayShown + "?.querySelector('h2').textContent.startsWith('69 mistakes')")
	if got := value[string](tb, focused); !strings.Contains(got, "nobody_knows_7") {
		t.Errorf("the focus is then on %q", got)
	}
	if !value[bool](tb, "window.kept[0] === "+overlayShown+" && Math.abs(window.kept[0].scrollTop - window.kept[1]) < 2") {
		t.Error("the list is scrolled elsewhere")
	}
	if got := value[string](tb, `document.querySelector("receipts-preview").shadowRoot.querySelector("[role=status]").textContent`); got != "69 mistakes" {
		t.Errorf("a screen reader is told %q", got)
	}
	r.write("content/people/ada.md", files["content/people/ada.md"])
	tb.until(isWhole)
	r.stop()
	tb.until(isAway + ` && document.querySelector("receipts-preview").shadowRoot.querySelector(".bar").textContent.includes("the preview has ended")`)
}

// Below the last heading, too, the text stays where it is in the window.
func TestBrowserScroll(t *testing.T) {
	files := fixture.Small()
	const name = "content/people/ada.md"
	var long strings.Builder
	long.WriteString(files[name] + "\n")
	for i := range 60 {
		long.WriteString(fmt.Sprintf("Paragraph number %d of those that make the page long.\n\n", i))
	}
	files[name] = long.String()
	r := run(t, files)
	tb := openTab(t, r.url+"/people/ada/")
	tb.until(isWhole)
	mark := `[...document.querySelectorAll("main p")].find((p) => p.textContent.includes("number 30 "))`
	value[bool](tb, `(scrollTo({top: `+mark+`.getBoundingClientRect().top + scrollY - 1, behavior: "instant"}), true)`)
	top := value[float64](tb, mark+".getBoundingClientRect().top")
	if top < -5 || top > 50 {
		t.Fatalf("the paragraph cannot be scrolled to: %v", top)
	}
	r.write(name, strings.Replace(long.String(), "Paragraph number 5 ", strings.Repeat("New words.\n\n", 9)+"Paragraph number 5 ", 1))
	tb.until(`document.body.textContent.includes("New words.") && ` + isWhole)
	tb.until(fmt.Sprintf("Math.abs(%s.getBoundingClientRect().top - %v) < 3", mark, top))
}
