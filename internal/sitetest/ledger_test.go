package sitetest

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"receipts/internal/browsertest"
)

const shownRows = `[...document.querySelectorAll(".narrowed tbody tr")].filter(r => r.checkVisibility()).length`

// The ledger is narrowed by what its rows say; the address keeps how.
func TestLedgerFilters(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(host.URL+"/amounts/"))
	all := evaluate[int](t, ctx, shownRows)
	if all < 10 {
		t.Fatalf("the ledger has %d rows", all)
	}
	choose := func(name, value string) {
		t.Helper()
		evaluate[bool](t, ctx, `(() => { const c = document.querySelector(".filters").elements[`+quote(name)+`]; c.value = `+quote(value)+`;
			document.querySelector(".filters").dispatchEvent(new Event("input", {bubbles: true})); return true; })()`)
	}
	choose("from", "elon-musk")
	fromMusk := evaluate[int](t, ctx, shownRows)
	if fromMusk == 0 || fromMusk >= all {
		t.Errorf("%d of %d rows are from Elon Musk", fromMusk, all)
	}
	choose("least", "1000000")
	if got := evaluate[int](t, ctx, shownRows); got != 2 {
		t.Errorf("%d amounts from Elon Musk are surely a million or more, want 2: more than $75 million, and $1 million per day", got)
	}
	if got, want := evaluate[string](t, ctx, `document.querySelector("#_shown").textContent`), "2 of 17 amounts shown"; got != want {
		t.Errorf("the status says %q, want %q", got, want)
	}
	if got, want := evaluate[string](t, ctx, `location.search`), "?from=elon-musk&least=1000000"; got != want {
		t.Errorf("the address says %q, want %q", got, want)
	}
	csv := evaluate[string](t, ctx, `new Promise(done => {
		URL.createObjectURL = blob => { blob.text().then(done); return "#"; };
		HTMLAnchorElement.prototype.click = () => {}; // nothing is to be saved
		document.querySelector("#_csv").dispatchEvent(new MouseEvent("click", {cancelable: true}));
	}).then(text => text.trim().split("\r\n").map(l => l.split(",")[0]).join(" "))`)
	if want := "fact daily-award musk-contributions"; csv != want {
		t.Errorf("the CSV of what is shown has %q, want %q", csv, want)
	}

	must(t, ctx, chromedp.Navigate(host.URL+"/amounts/?qualifier=more+than"))
	if got := evaluate[int](t, ctx, shownRows); got != 2 {
		t.Errorf("the address asks for “more than”, and %d rows are shown, want 2", got)
	}
	must(t, ctx, chromedp.Navigate(host.URL+"/amounts/?from=nobody-known&k=k99"))
	if got := evaluate[int](t, ctx, shownRows); got != all {
		t.Errorf("an address that asks for nothing known shows %d rows of %d", got, all)
	}
}

// A heading sorts, up and then down, and says so.
func TestLedgerSort(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(host.URL+"/amounts/"))
	const first = `document.querySelector(".narrowed tbody th a").textContent`
	const heading = ".narrowed thead th:first-child"
	must(t, ctx, chromedp.Click(chromedp.CSS(heading+" button")), chromedp.Click(chromedp.CSS(heading+" button")))
	if got, want := evaluate[string](t, ctx, first), "Ads sold in favour of Kamala Harris"; got != want {
		t.Errorf("the greatest amount is %q, want %q", got, want)
	}
	if got := evaluate[string](t, ctx, `document.querySelector(`+quote(heading)+`).getAttribute("aria-sort")`); got != "descending" {
		t.Errorf("the heading says %q", got)
	}
	must(t, ctx, chromedp.Click(chromedp.CSS(".narrowed thead th:nth-child(2) button")))
	if got, want := evaluate[string](t, ctx, first), "“A massive financial investment”"; got != want {
		t.Errorf("the first by name is %q, want %q", got, want)
	}
}

// Without scripts the radio buttons narrow the ledger all the same.
func TestLedgerFiltersWithoutScripts(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	must(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(host.URL+"/amounts/"), chromedp.WaitNotVisible(chromedp.CSS(".more-filters")))
	must(t, ctx, chromedp.Click(chromedp.CSS("#_a2")), chromedp.WaitNotVisible(chromedp.CSS(".narrowed tbody tr:not(.a2)")), chromedp.WaitVisible(chromedp.CSS(".narrowed tbody tr.a2")))
}
