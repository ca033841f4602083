package preview

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"receipts/internal/browsertest"
	"receipts/internal/fixture"
)

// fullDesk is a site whose desk has one of everything: problems, a quote that stands
// elsewhere, words that break no line, signatures, changes, queries, a draft that was begun.
func fullDesk(t *testing.T) *running {
	files := withTexts()
	files["content/site.yaml"] += "checked: 1\n"
	files["content/articles/first.md"] = strings.NewReplacer(
		"at: P6", "at: P5", "47 USD per letter", "48 USD per letter", "47 dollars par lettre", "47 dollars par lettre",
	).Replace(files["content/articles/first.md"])
	files["sources/first.txt"] = strings.Replace(files["sources/first.txt"], "depuis longtemps", "depuis longtemps\u202e "+strings.Repeat("long", 60), 1)
	files["content/articles/begun.md"] = strings.NewReplacer("title: The first account", `title: "FILL IN: our title"`, "outlet: gazette", `outlet: "FILL IN: an id"`, "\nsource:", "\ndraft: true\nsource:").Replace(fixture.Small()["content/articles/first.md"])
	files["sources/begun.txt"] = strings.Replace(fixture.FirstSource(), "Une amende\n", "Une amende\nEn bref\nLe 8 octobre 2024\n", 1)
	r := run(t, files, func(o *Options) { o.Editor = "code" })
	for _, send := range [][]string{
		{fineItem, "do", "holds"}, {"first#letters", "do", "holds"}, {"first#letters", "do", "query", "note", "Are these all letters, or those of one year alone?"},
	} {
		if status, _, page := r.send(r.form(itemPath(send[0])).with("by", "AB", "role", "first reading").with(send[1:]...)); status != 303 {
			t.Fatalf("%v: %d\n%s", send, status, page)
		}
	}
	r.write("content/articles/first.md", strings.Replace(files["content/articles/first.md"], "The Gazette counts letters.", "The Gazette counts the letters.", 1))
	for r.preview.state.edition().current.Reviews.Of("first#letters").Signed == "" {
		r.next()
	}
	return r
}

// allOfDesk are pages of the desk, one of each kind.
var allOfDesk = []string{
	deskPath, firstDesk, firstDesk + "#r2", deskPath + "articles/second/", deskReview,
	deskPath + "articles/begun/", itemPath("begun#letters"), itemPath("a-fine"), itemPath(fineItem), itemPath("first#letters"), itemPath("first#a-part"), itemPath("first"), itemPath("a-fine#court.example"), itemPath("nothing"), deskReview + "?kind=nothing",
}

// The desk has nothing that axe-core objects to, and nothing of it is wider than a phone; of
// an empty site neither.
func TestBrowserDeskAxe(t *testing.T) {
	full := fullDesk(t)
	empty := run(t, map[string]string{"content/site.yaml": "title: Empty\nbase_url: https://empty.example\n"})
	var pages []string
	for _, path := range allOfDesk {
		pages = append(pages, full.url+path)
	}
	pages = append(pages, empty.url+deskPath, empty.url+deskReview)
	axe, err := os.ReadFile("../sitetest/testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	tb := &tab{t: t, ctx: browsertest.Tab(t)}
	if _, err := chromedp.Call(tb.ctx, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: string(axe)}); err != nil {
		t.Fatal(err)
	}
	views := []struct {
		width          int64
		scheme, forced string
	}{{320, "light", "none"}, {390, "dark", "none"}, {1280, "light", "none"}, {1280, "dark", "none"}, {1280, "dark", "active"}}
	if testing.Short() {
		views = views[1:2]
	}
	for _, path := range pages {
		if err := chromedp.Do(tb.ctx, chromedp.Navigate(path)); err != nil {
			t.Fatal(err)
		}
		// An empty paragraph is one that something ended which cannot stand in it.
		if got := value[string](tb, `[...[...document.querySelectorAll("[id]")].map((e) => e.id).filter((id, i, all) => all.indexOf(id) < i), ...[...document.querySelectorAll("p:empty")].map(() => "an empty paragraph")].join()`); got != "" {
			t.Errorf("%s has twice, or broken: %s", path, got)
		}
		for _, view := range views {
			if err := chromedp.Do(tb.ctx, chromedp.EmulateViewport(view.width, 900)); err != nil {
				t.Fatal(err)
			}
			features := []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: view.scheme}, {Name: "forced-colors", Value: view.forced}}
			if _, err := chromedp.Call(tb.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features}); err != nil {
				t.Fatal(err)
			}
			found, err := chromedp.Run(tb.ctx, chromedp.Evaluate[[]string](`document.fonts.ready.then(() => axe.run({resultTypes: ["violations"]})).then((r) =>
				r.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary.replace(/\s+/g, " "))))`, chromedp.EvalAwaitPromise))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				t.Errorf("%s at %d px, %s, forced colours %s: %s", path, view.width, view.scheme, view.forced, f)
			}
			if w := value[int64](tb, "document.documentElement.scrollWidth"); w > view.width {
				t.Errorf("%s is %d px wide at %d", path, w, view.width)
			}
		}
	}
	tb.fine()
}

// A reviewer signs, asks and goes on with the keys of the keyboard alone, with a script
// and without.
func TestBrowserDeskKeyboard(t *testing.T) {
	for _, script := range []bool{true, false} {
		t.Run(fmt.Sprint("script ", script), func(t *testing.T) {
			opened := make(chan string, 10)
			old := start
			defer func() { start = old }()
			start = func(name string, args ...string) (<-chan error, error) {
				opened <- strings.Join(append([]string{name}, args...), " ")
				return nil, nil
			}
			r := run(t, withTexts(), func(o *Options) { o.Editor = "code" })
			tb := openTab(t, "about:blank")
			if _, err := chromedp.Call(tb.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script}); err != nil {
				t.Fatal(err)
			}
			press := func(keys string) {
				t.Helper()
				if err := chromedp.Do(tb.ctx, chromedp.KeyEvent(keys)); err != nil {
					t.Fatal(err)
				}
			}
			// tabTo goes to the next element that a selector has.
			tabTo := func(selector string) {
				t.Helper()
				for range 80 {
					press(kb.Tab)
					if value[bool](tb, "document.activeElement.matches(`"+selector+"`)") {
						return
					}
				}
				t.Fatalf("the keyboard does not come to %s", selector)
			}
			if err := chromedp.Do(tb.ctx, chromedp.Navigate(r.url+deskPath)); err != nil {
				t.Fatal(err)
			}
			tabTo(`a[href$="articles/first/"]`)
			press(kb.Enter)
			tb.until(`location.pathname.endsWith("/first/")`)
			tabTo(`a[href="#f1"]`)
			press(kb.Enter)
			tb.until(`document.querySelector(":target").id === "f1"`)
			tabTo(`.report .open button`)
			press(kb.Enter)
			if got, want := <-opened, "code --goto "+r.path("content/articles/first.md")+":"; !strings.HasPrefix(got, want) {
				t.Errorf("started %q, want %q", got, want)
			}
			tabTo(`a[href^="/-/desk/review/"]`)
			press(kb.Enter)
			tb.until(`location.pathname === "/-/desk/review/"`)
			tabTo(`a[href="#sign"]`)
			press(kb.Enter)
			tb.until(`document.querySelector(":target").id === "sign"`)
			before := value[string](tb, heading)
			tabTo(`input[name=by]:not([type=hidden])`)
			press("AB")
			press(kb.Tab)
			press("first reading")
			tabTo(`button[value=holds]`)
			press(kb.Enter)
			tb.until(heading + ` !== "` + before + `"`)
			if !strings.Contains(r.signatures(), before+`: {by: [{name: "AB", role: "first reading"`) {
				t.Errorf("%s is not signed:\n%s", before, r.signatures())
			}
			// Who signs is asked once.
			before = value[string](tb, heading)
			tabTo(`textarea[name=note]`)
			press("Which court?")
			tabTo(`button[value=query]`)
			press(kb.Enter)
			tb.until(`document.querySelector("h1") && ` + heading + ` !== "` + before + `" || document.querySelector(".asked")`)
			if !strings.Contains(r.signatures(), before+`: {queries: [{by: "AB", date: `) {
				t.Errorf("of %s nothing is asked:\n%s", before, r.signatures())
			}
			tabTo(`select[name=state]`)
			press("with")
			tabTo(`form.choose button`)
			press(kb.Enter)
			tb.until(`location.search.includes("state=queries") && ` + heading + ` === "` + before + `"`)
			tabTo(`button[value=answer]`)
			press(kb.Enter)
			tb.until(`!document.querySelector(".asked")`)
			if strings.Contains(r.signatures(), "queries") {
				t.Errorf("it is not answered:\n%s", r.signatures())
			}
			tb.fine()
		})
	}
}

// On a phone the form of a review comes before the text, and the lines to copy are seen
// whole; on a wide page the text stands at the left.
func TestBrowserDeskOnPhone(t *testing.T) {
	r := fullDesk(t)
	tb := openTab(t, r.url+itemPath(fineItem))
	for width, want := range map[int64]string{390: "below true", 1280: "left true"} {
		if err := chromedp.Do(tb.ctx, chromedp.EmulateViewport(width, 900)); err != nil {
			t.Fatal(err)
		}
		got := value[string](tb, `(() => {
			const form = document.getElementById("sign").getBoundingClientRect(), says = document.getElementById("says").getBoundingClientRect();
			return (says.top > form.bottom ? "below" : says.right < form.left ? "left" : "elsewhere") + " " +
				!!(document.getElementById("sign").compareDocumentPosition(document.getElementById("says")) & Node.DOCUMENT_POSITION_FOLLOWING);
		})()`)
		if got != want {
			t.Errorf("at %d px the text stands %s, want %s", width, got, want)
		}
	}
	if err := chromedp.Do(tb.ctx, chromedp.EmulateViewport(390, 900), chromedp.Navigate(r.url+firstDesk)); err != nil {
		t.Fatal(err)
	}
	tb.until(`document.querySelectorAll(".yaml textarea").length > 1`)
	if got := value[string](tb, `[...document.querySelectorAll(".yaml textarea")].filter((t) => t.scrollWidth > t.clientWidth || t.scrollHeight > t.clientHeight).map((t) => t.value).join()`); got != "" {
		t.Errorf("lines to copy are cut:\n%s", got)
	}
	tb.fine()
}

// When files change the page is loaded again; but a note that was begun stays, and the
// page says that it is old. j and k go on where nothing is typed.
func TestBrowserDeskFollows(t *testing.T) {
	files := withTexts()
	r := run(t, files)
	tb := openTab(t, r.url+itemPath(fineItem))
	tb.until(`document.readyState === "complete"`)
	write := func(says string) {
		r.write("content/articles/first.md", strings.Replace(files["content/articles/first.md"], "paid it to", says, 1))
		r.next()
	}
	write("paid all of it to")
	tb.until(`document.body.textContent.includes("paid all of it to")`)
	if err := chromedp.Do(tb.ctx, chromedp.Focus(chromedp.CSS("textarea")), chromedp.KeyEvent("join")); err != nil {
		t.Fatal(err)
	}
	write("paid none of it to")
	tb.until(`!document.getElementById("stale").hidden`)
	if got := value[string](tb, `document.querySelector("textarea").value + document.querySelector("h1").textContent`); got != "join"+fineItem {
		t.Errorf("the note that was begun: %q", got)
	}
	value[bool](tb, `(document.querySelector("textarea").value = "", document.activeElement.blur(), true)`)
	if err := chromedp.Do(tb.ctx, chromedp.KeyEvent("j")); err != nil {
		t.Fatal(err)
	}
	tb.until(heading + ` === "first#a-part" && document.readyState === "complete"`)
	if err := chromedp.Do(tb.ctx, chromedp.KeyEvent("k")); err != nil {
		t.Fatal(err)
	}
	tb.until(heading + ` === "first#a-fine"`)
	tb.fine()
}

// From a page of an article the bar leads to its desk.
func TestBrowserDeskOfPage(t *testing.T) {
	r := run(t, withTexts())
	tb := openTab(t, r.url+"/articles/first/")
	tb.until(isWhole)
	const link = `document.querySelector("receipts-preview").shadowRoot.querySelector(".bar a[href^='/-/desk/']")`
	if got := value[string](tb, link+".getAttribute('href')"); got != firstDesk {
		t.Errorf("the bar leads to %s", got)
	}
	value[bool](tb, "("+link+".click(), true)")
	tb.until(heading + ` === "The first account"`)
	tb.until(`document.querySelectorAll(".used").length > 5`)
	tb.fine()
}
