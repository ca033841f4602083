package sitetest

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"receipts/internal/browsertest"
)

// eventually waits until a JavaScript expression is true, on this page or the next.
func eventually(t *testing.T, ctx context.Context, expression string) {
	t.Helper()
	for range 500 {
		// Between two pages there is no context to evaluate it in.
		if ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool](expression)); err == nil && ok {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("never true: %s", expression)
}

const (
	factLink = `main .beat .prose a[href^="/facts/musk-contributions/"]`
	open     = `document.querySelector("#_preview")?.matches(":popover-open") === true`
	closed   = `!document.querySelector("#_preview")?.matches(":popover-open")`
)

// A preview opens on hover and stays while the pointer is on it, opens on
// focus, and Escape closes it: WCAG 1.4.13. The link is a link all the time.
func TestPreviews(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(host.URL+"/articles/bfm-2024-10-21/"))
	must(t, ctx, chromedp.ScrollIntoView(chromedp.CSS(factLink)))
	middle := func(selector string) (x, y float64) {
		t.Helper()
		at := evaluate[[]float64](t, ctx, `(() => { const r = document.querySelector(`+quote(selector)+`).getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; })()`)
		return at[0], at[1]
	}
	hover := func(selector string) {
		t.Helper()
		x, y := middle(selector)
		must(t, ctx, chromedp.MouseEvent("mouseMoved", x, y))
	}
	hover(factLink)
	eventually(t, ctx, open)
	text := evaluate[string](t, ctx, `document.querySelector("#_preview").innerText`)
	for _, want := range []string{"more than $75\u00a0million", "Money Musk has put in"} {
		if !strings.Contains(text, want) {
			t.Errorf("the preview does not say %q:\n%s", want, text)
		}
	}
	if by := evaluate[string](t, ctx, `document.querySelector(`+quote(factLink)+`).getAttribute("aria-describedby")`); by != "_preview" {
		t.Errorf("the link is described by %q", by)
	}
	hover("#_preview")
	time.Sleep(400 * time.Millisecond) // longer than it would take to close
	if !evaluate[bool](t, ctx, open) {
		t.Error("the preview goes away from under the pointer")
	}
	must(t, ctx, chromedp.KeyEvent(kb.Escape))
	eventually(t, ctx, closed)

	must(t, ctx, chromedp.MouseEvent("mouseMoved", 1, 1))
	must(t, ctx, chromedp.Focus(chromedp.CSS(factLink)), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(kb.ModifierShift)))
	eventually(t, ctx, open)
	must(t, ctx, chromedp.KeyEvent(kb.Tab))
	eventually(t, ctx, closed+` || document.querySelector("#_preview").innerText !== `+quote(text))
	must(t, ctx, chromedp.KeyEvent(kb.Escape)) // the preview of the next link may lie over this one
	x, y := middle(factLink)                   // of a link in the second column, chromedp.Click finds another place
	must(t, ctx, chromedp.MouseClickXY(x, y))
	eventually(t, ctx, `location.pathname === "/facts/musk-contributions/"`)
}

// On a touch screen the first tap shows the preview, the second follows the link.
func TestPreviewsOnTouch(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(390, 800, chromedp.EmulateTouch, chromedp.EmulateMobile), chromedp.Navigate(host.URL+"/articles/bfm-2024-10-21/"))
	must(t, ctx, chromedp.Tap(chromedp.CSS(factLink)))
	eventually(t, ctx, open)
	box := evaluate[[]float64](t, ctx, `(() => { const r = document.querySelector("#_preview").getBoundingClientRect(); return [r.left, r.right, innerWidth]; })()`)
	if box[0] < 0 || box[1] > box[2] {
		t.Errorf("the preview reaches from %v to %v of %v", box[0], box[1], box[2])
	}
	must(t, ctx, chromedp.Tap(chromedp.CSS(factLink)))
	eventually(t, ctx, `location.pathname === "/facts/musk-contributions/"`)
}

// The reader's choice of light or dark is kept, and "as the device" ends it.
func TestAppearance(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	const paper = `getComputedStyle(document.body).backgroundColor`
	const light, dark = "rgb(232, 238, 229)", "rgb(12, 18, 15)"
	choose := func(value string) {
		t.Helper()
		evaluate[bool](t, ctx, `(() => { const s = document.querySelector("#_theme select"); s.value = `+quote(value)+`; s.dispatchEvent(new Event("change")); return true; })()`)
	}
	is := func(want, when string) {
		t.Helper()
		if got := evaluate[string](t, ctx, paper); got != want {
			t.Errorf("%s: the paper is %s, want %s", when, got, want)
		}
	}
	media(t, ctx, "prefers-color-scheme", "light")
	must(t, ctx, chromedp.Navigate(host.URL+"/about/"))
	is(light, "on a light device")
	choose("dark")
	is(dark, "chosen")
	must(t, ctx, chromedp.Navigate(host.URL+"/amounts/"))
	is(dark, "on the next page")
	media(t, ctx, "prefers-color-scheme", "dark")
	choose("light")
	is(light, "light on a dark device")
	choose("")
	must(t, ctx, chromedp.Navigate(host.URL+"/"))
	is(dark, "as the device")
}

// Without scripts every page can be read, its details open, and no control is shown
// that needs a script.
func TestWithoutScripts(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.Navigate(host.URL+"/facts/musk-contributions/"))
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	must(t, ctx, chromedp.Navigate(host.URL+"/facts/musk-contributions/"), chromedp.WaitVisible(chromedp.CSS(".slip .amt")),
		chromedp.WaitNotVisible(chromedp.CSS("#_theme")), chromedp.WaitNotPresent(chromedp.CSS(".cite button")))
	must(t, ctx, chromedp.Click(chromedp.CSS(".cite summary")), chromedp.WaitVisible(chromedp.CSS(".cite details pre")))
	must(t, ctx, chromedp.Navigate(host.URL+"/amounts/"), chromedp.WaitVisible(chromedp.CSS(".ledger tbody tr")))
	must(t, ctx, chromedp.Navigate(host.URL+"/search/"), chromedp.WaitVisible(chromedp.CSS(".index li")))
}

// A keyboard alone reaches the content first, then every link in the order of
// the page, and each shows where the focus is.
func TestKeyboard(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(host.URL+"/facts/voter-referral-47/"))
	media(t, ctx, "prefers-reduced-motion", "reduce")
	must(t, ctx, chromedp.KeyEvent(kb.Tab))
	if got := evaluate[string](t, ctx, `document.activeElement.className`); got != "skip" {
		t.Errorf("the first stop is %q, not the link to the content", got)
	}
	must(t, ctx, chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab))
	if !evaluate[bool](t, ctx, `document.querySelector("main").contains(document.activeElement)`) {
		t.Error("the link to the content does not lead there")
	}
	bad := evaluate[[]string](t, ctx, `(() => {
		const out = [], all = [...document.querySelectorAll("a[href], button, select, summary, [tabindex='0']")].filter(e => e.checkVisibility());
		let last = null;
		for (const e of all) {
			e.focus({focusVisible: true});
			if (document.activeElement !== e) { out.push("cannot be focused: " + e.outerHTML.slice(0, 80)); continue; }
			const style = getComputedStyle(e);
			if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) out.push("shows no focus: " + e.outerHTML.slice(0, 80));
			if (last && !(last.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)) out.push("out of order: " + e.outerHTML.slice(0, 80));
			last = e;
		}
		return out.slice(0, 5);
	})()`)
	for _, b := range bad {
		t.Error(b)
	}
	must(t, ctx, chromedp.KeyEvent("/"))
	eventually(t, ctx, `location.pathname === "/search/"`)
}

// A target is at least 24 by 24 pixels, or is in a line of text: WCAG 2.5.8.
func TestTargets(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(320, 800))
	for _, p := range kinds(t, s) {
		must(t, ctx, chromedp.Navigate(host.URL+p.path))
		small := evaluate[[]string](t, ctx, `[...document.querySelectorAll("a, button, select, summary, input")].filter(e => {
			const r = (e.matches("[type=radio], [type=checkbox]") ? e.closest("label") : e).getBoundingClientRect();
			return e.checkVisibility() && r.width > 1 && getComputedStyle(e).display !== "inline" && (r.width < 24 || r.height < 24);
		}).map(e => e.outerHTML.slice(0, 80) + " " + e.getBoundingClientRect().width + "x" + e.getBoundingClientRect().height).slice(0, 3)`)
		for _, e := range small {
			t.Errorf("%s: %s", p.path, e)
		}
	}
}

// An article, a question and the ledger print as documents: every detail open or
// left out, no navigation or controls, addresses beside outside links.
func TestPrint(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	for _, path := range []string{"/articles/bfm-2024-10-21/", "/legal/paid-petition/", "/amounts/"} {
		must(t, ctx, chromedp.Navigate(host.URL+path))
		pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(pdf, []byte("%PDF")) || len(pdf) < 10_000 {
			t.Errorf("%s: %d bytes that are no document", path, len(pdf))
		}
		if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
			t.Fatal(err)
		}
		for _, gone := range []string{".masthead nav", ".crumbs", ".colophon nav", "#_theme"} {
			if evaluate[bool](t, ctx, `!!document.querySelector(`+quote(gone)+`)?.checkVisibility()`) {
				t.Errorf("%s: prints %s", path, gone)
			}
		}
		// Paper is narrower than the tables of a screen, and has its own rules.
		must(t, ctx, chromedp.EmulateViewport(720, 1000))
		if head := evaluate[string](t, ctx, `(() => { const h = document.querySelector(".ledger thead"); return h ? getComputedStyle(h).display : "table-header-group"; })()`); head != "table-header-group" {
			t.Errorf("%s: the ledger’s header is %s, and not repeated on each page", path, head)
		}
		if shut := evaluate[int](t, ctx, `[...document.querySelectorAll(".slip details")].filter(d => d.checkVisibility() && !d.querySelector("dl").checkVisibility({contentVisibilityAuto: true})).length`); shut > 0 {
			t.Errorf("%s: %d receipts print without their details", path, shut)
		}
		if got := evaluate[string](t, ctx, `getComputedStyle(document.body).backgroundColor`); got != "rgb(255, 255, 255)" && got != "rgba(0, 0, 0, 0)" {
			t.Errorf("%s: prints on %s", path, got)
		}
		media(t, ctx)
	}
}

// quote writes s as a JavaScript string.
func quote(s string) string {
	return "`" + strings.NewReplacer("\\", "\\\\", "`", "\\`").Replace(s) + "`"
}

// The preview of a link in BFM's article says what BFM reports, and no other
// article; the fact's own preview says which article gives which figure.
func TestPreviewsOfReports(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(host.URL+"/articles/bfm-2024-10-21/"))
	const link = `main .beat .prose a[href^="/facts/voter-referral-47/"]`
	must(t, ctx, chromedp.ScrollIntoView(chromedp.CSS(link)), chromedp.Focus(chromedp.CSS(link)), chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(kb.ModifierShift)))
	eventually(t, ctx, open)
	text := evaluate[string](t, ctx, `document.querySelector("#_preview").innerText`)
	if !strings.Contains(text, "per cheque") || !strings.Contains(text, "BFM") {
		t.Errorf("the preview does not say what BFM reports:\n%s", text)
	}
}

// The address of a report can be copied, and is a link without a script.
func TestCopyOfPermalink(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.Navigate(host.URL+"/facts/voter-referral-47/"))
	const stub = `.receipt#next-2024-10-09 .stub`
	evaluate[bool](t, ctx, `(navigator.clipboard ?? Object.defineProperty(navigator, "clipboard", {value: {}}).clipboard).writeText = async (text) => { window.copied = text; }, true`)
	must(t, ctx, chromedp.Click(chromedp.CSS(stub+" button")))
	eventually(t, ctx, `document.querySelector("`+stub+` button").textContent === "Copied"`)
	if got, want := evaluate[string](t, ctx, `window.copied`), host.URL+"/facts/voter-referral-47/#next-2024-10-09"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	if got := evaluate[string](t, ctx, `document.querySelector("`+stub+` a").href`); got != host.URL+"/facts/voter-referral-47/#next-2024-10-09" {
		t.Errorf("the link leads to %q", got)
	}
	if n := evaluate[int](t, ctx, `document.querySelectorAll("`+stub+` button").length`); n != 1 {
		t.Errorf("%d buttons", n)
	}
}

// A link outside a sentence is 24 pixels tall, too.
func TestLinksThatStandAlone(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	for _, width := range []int64{390, 1280} {
		must(t, ctx, chromedp.EmulateViewport(width, 800))
		for _, p := range kinds(t, s) {
			must(t, ctx, chromedp.Navigate(host.URL+p.path))
			small := evaluate[[]string](t, ctx, `(() => {
				const inline = (e) => getComputedStyle(e).display === "inline";
				// The words on the lines of a block, but those of links and of blocks inside it.
				const words = (e) => [...e.childNodes].map(n => n.nodeType === 3 ? n.data
					: n.nodeType !== 1 || n.matches("a, button, .hidden, svg") || !inline(n) ? "" : words(n)).join("");
				return [...document.querySelectorAll("a")].filter(a => {
					const r = a.getBoundingClientRect();
					if (!a.checkVisibility() || r.width <= 1 || r.height >= 24) return false;
					let block = a.parentElement;
					while (inline(block)) block = block.parentElement;
					return !inline(a) || !/[\p{L}\p{N}]/u.test(words(block));
				}).map(a => a.parentElement.outerHTML.slice(0, 110) + " " + Math.round(a.getBoundingClientRect().height)).slice(0, 4);
			})()`)
			for _, e := range small {
				t.Errorf("%s at %d px: %s", p.path, width, e)
			}
		}
	}
}
