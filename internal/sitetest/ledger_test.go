package sitetest

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"receipts"
	"receipts/internal/browsertest"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

const (
	shownRows   = `[...document.querySelectorAll(".narrowed tbody tr")].filter(r => r.checkVisibility()).length`
	shownTitles = `[...document.querySelectorAll(".narrowed tbody tr")].filter(r => r.checkVisibility()).map(r => r.querySelector("th a").textContent)`
	ledgerSays  = `document.querySelector("#_shown").textContent`
)

// ledger opens the ledger with the query of an address.
func ledger(t *testing.T, width int64, query string) (context.Context, *served) {
	t.Helper()
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(host.URL+"/amounts/"+query))
	return ctx, host
}

// choose sets a control as a reader does, with the events input and change.
func choose(t *testing.T, ctx context.Context, name, value string) {
	t.Helper()
	evaluate[bool](t, ctx, `(() => { const c = document.querySelector(".filters").elements[`+quote(name)+`]; c.value = `+quote(value)+`;
		for (const type of ["input", "change"]) (c[0]?.type === "radio" ? c[0] : c).dispatchEvent(new Event(type, {bubbles: true})); return true; })()`)
}

// shownCSV is the first column of the CSV of what is shown.
func shownCSV(t *testing.T, ctx context.Context) string {
	t.Helper()
	return evaluate[string](t, ctx, `new Promise(done => {
		URL.createObjectURL = blob => { blob.text().then(done); return "#"; };
		HTMLAnchorElement.prototype.click = () => {}; // so that no file is saved
		document.querySelector("#_csv").dispatchEvent(new MouseEvent("click", {cancelable: true}));
	}).then(text => text.trim().split("\r\n").map(l => l.split(",")[0]).join(" "))`)
}

// The ledger is narrowed by its filters; the address has them.
func TestLedgerFilters(t *testing.T) {
	ctx, host := ledger(t, 1280, "")
	all := evaluate[int](t, ctx, shownRows)
	if all < 10 {
		t.Fatalf("the ledger has %d rows", all)
	}
	if got, want := evaluate[string](t, ctx, ledgerSays), "17 reports"; got != want {
		t.Errorf("of the whole ledger the status says %q, want %q", got, want)
	}
	choose(t, ctx, "from", "elon-musk")
	fromMusk := evaluate[int](t, ctx, shownRows)
	if fromMusk == 0 || fromMusk >= all {
		t.Errorf("%d of %d rows are from Elon Musk", fromMusk, all)
	}
	choose(t, ctx, "least", "1000000")
	if got := evaluate[[]string](t, ctx, shownTitles); len(got) != 1 || got[0] != "Money Musk has put in" {
		t.Errorf("%q from Elon Musk are surely sums of a million or more, want the more than $75 million alone: $1 million per day is no sum", got)
	}
	if got, want := evaluate[string](t, ctx, ledgerSays), "1 of 17 reports shown"; got != want {
		t.Errorf("the status says %q, want %q", got, want)
	}
	choose(t, ctx, "unit", "USD/day")
	if got := evaluate[[]string](t, ctx, shownTitles); len(got) != 1 || got[0] != "The daily award" {
		t.Errorf("%q are a million per day or more, want the daily award", got)
	}
	if got, want := evaluate[string](t, ctx, `location.search`), "?from=elon-musk&least=1000000&unit=USD%2Fday"; got != want {
		t.Errorf("the address says %q, want %q", got, want)
	}
	if got, want := shownCSV(t, ctx), "fact daily-award"; got != want {
		t.Errorf("the CSV of what is shown has %q, want %q", got, want)
	}
	if got, want := evaluate[string](t, ctx, `document.querySelector("#_csv").textContent`), "The amounts shown, as CSV"; got != want {
		t.Errorf("the CSV is called %q, want %q", got, want)
	}
	choose(t, ctx, "to", "snapchat")
	if got, want := evaluate[string](t, ctx, ledgerSays), "None of the 17 reports meets all of these conditions"; got != want {
		t.Errorf("the status says %q, want %q", got, want)
	}
	must(t, ctx, chromedp.Click(chromedp.CSS(".filters [type=reset]")))
	until(t, ctx, ledgerSays+` === "17 reports" && location.search === "" && `+shownRows+` === 17`)

	// An address narrows in the same way.
	for _, tt := range []struct {
		desc, query string
		want        int
	}{
		{"a qualifier", "?qualifier=more+than", 2},
		{"a least amount and its unit", "?least=40&unit=USD/cheque", 1},
		{"a least sum, if no unit is named", "?least=350000", 4},
		{"a radio button", "?a=next-2024-10-09", 4},
		{"nothing known", "?from=nobody-known&k=k99&unit=XYZ&sort=size&length=3&_k1=x", all},
	} {
		must(t, ctx, chromedp.Navigate(host.URL+"/amounts/"+tt.query))
		if got := evaluate[int](t, ctx, shownRows); got != tt.want {
			t.Errorf("the address asks for %s, and %d rows are shown, want %d", tt.desc, got, tt.want)
		}
	}
	if got := evaluate[string](t, ctx, `location.search`); got != "" {
		t.Errorf("nothing known is asked for, and the address keeps %q", got)
	}
}

// A number narrows while it is typed. The address is written once it is complete,
// since browsers limit how often it may change.
func TestLedgerWritesItsAddressOnce(t *testing.T) {
	ctx, _ := ledger(t, 1280, "")
	evaluate[int](t, ctx, `(() => { window.written = 0; const own = history.replaceState; history.replaceState = function (...a) { window.written++; own.apply(history, a); }; return 0; })()`)
	must(t, ctx, chromedp.SendKeys(chromedp.CSS("[name=least]"), "75000000"))
	if got, written := evaluate[int](t, ctx, shownRows), evaluate[int](t, ctx, `window.written`); got != 2 || written != 0 {
		t.Errorf("while a number is typed %d rows are shown and the address is written %d times, want 2 and 0", got, written)
	}
	must(t, ctx, chromedp.KeyEvent(kb.Tab))
	if got, written := evaluate[string](t, ctx, `location.search`), evaluate[int](t, ctx, `window.written`); got != "?least=75000000&unit=USD" || written != 1 {
		t.Errorf("the address is %q, written %d times", got, written)
	}
}

// A heading sorts, up and then down, and says so; the address has the order.
func TestLedgerSort(t *testing.T) {
	ctx, host := ledger(t, 1280, "")
	click := func(n string) {
		t.Helper()
		must(t, ctx, chromedp.Click(chromedp.CSS(".narrowed thead th:nth-child("+n+") button")))
	}
	check := func(desc, n, says, query string, want ...string) {
		t.Helper()
		got := evaluate[[]string](t, ctx, shownTitles)
		if strings.Join(got[:len(want)], "|") != strings.Join(want, "|") {
			t.Errorf("%s: the first are %q, want %q", desc, got[:len(want)], want)
		}
		if got := evaluate[string](t, ctx, `document.querySelector(".narrowed thead th:nth-child(`+n+`)").getAttribute("aria-sort")`); got != says {
			t.Errorf("%s: the heading says %q, want %q", desc, got, says)
		}
		if got := evaluate[int](t, ctx, `document.querySelectorAll("[aria-sort]").length`); got != 1 {
			t.Errorf("%s: %d headings say that they sort", desc, got)
		}
		if got := evaluate[string](t, ctx, `location.search`); got != query {
			t.Errorf("%s: the address is %q, want %q", desc, got, query)
		}
	}
	check("as published", "1", "descending", "", "Ads sold in favour of Kamala Harris", "Money Musk has put in", "Ads sold on Donald Trump’s side", "The fine paid by X")
	click("1")
	check("sums from the least on, then prices, last what has no number", "1", "ascending", "?sort=amount",
		"The fine paid by X", "Ads sold on Donald Trump’s side", "Money Musk has put in", "Ads sold in favour of Kamala Harris", "The 47 dollars")
	click("1")
	check("once more", "1", "descending", "", "Ads sold in favour of Kamala Harris")
	click("2")
	check("by name", "2", "ascending", "?sort=what", "“A massive financial investment”", "Ads sold in favour of Kamala Harris")
	click("5")
	check("by date: what has none keeps its place behind", "5", "ascending", "?sort=period", "The daily award", "Ads sold in favour of Kamala Harris")
	click("5")
	check("by date, backwards", "5", "descending", "?sort=-period", "The daily award", "Ads sold in favour of Kamala Harris")
	if got, want := evaluate[string](t, ctx, ledgerSays), "17 reports · Period, latest first"; got != want {
		t.Errorf("the status says %q, want %q", got, want)
	}
	must(t, ctx, chromedp.Navigate(host.URL+"/amounts/?sort=source&differs=1"))
	check("an address by source: by paragraph within it", "6", "ascending", "?differs=1&sort=source", "The daily award", "The 47 dollars", "Money Musk has put in")
	must(t, ctx, chromedp.Navigate(host.URL+"/amounts/?least=1&sort=amount"))
	if got, want := shownCSV(t, ctx), "fact x-fine meta-ads-trump musk-contributions meta-ads-harris"; got != want {
		t.Errorf("the CSV of what is shown is in the order %q, want %q", got, want)
	}
}

// A phone has no headings: there the order is chosen from a list.
func TestLedgerOnAPhone(t *testing.T) {
	ctx, host := ledger(t, 390, "")
	if top := evaluate[float64](t, ctx, `document.querySelector(".narrowed tbody tr").getBoundingClientRect().top + scrollY`); top > 900 {
		t.Errorf("the first amount stands at %.0f pixels, below the first screen", top)
	}
	must(t, ctx, chromedp.Click(chromedp.CSS(".fold summary")), chromedp.WaitVisible(chromedp.CSS("[name=sort]")))
	choose(t, ctx, "sort", "period")
	if got := evaluate[[]string](t, ctx, shownTitles)[0]; got != "The daily award" {
		t.Errorf("the first by date is %q", got)
	}
	must(t, ctx, chromedp.Navigate(host.URL+"/amounts/?a=next-2024-10-09"), chromedp.WaitVisible(chromedp.CSS(".filters")))
}

// A chip is read and copied as a label and a number, and counts what choosing
// it would show.
func TestLedgerChips(t *testing.T) {
	ctx, host := ledger(t, 1280, "")
	if got, want := evaluate[string](t, ctx, `document.querySelector("#_a2").parentNode.textContent.trim()`), "Next, 9\u00a0Oct 2024 (4)"; got != want {
		t.Errorf("a chip reads %q, want %q", got, want)
	}
	must(t, ctx, chromedp.Navigate(host.URL+"/amounts/?to=facebook&k=prize"))
	counts := evaluate[string](t, ctx, `["[name=a][value='']", "#_a1", "#_a2", "[name=k][value='']", "#_k1", "#_k2"].map(s => document.querySelector(s).parentNode.querySelector(".n").textContent).join(" ")`)
	if want := "(0) (0) (0) (2) (2) (0)"; counts != want {
		t.Errorf("what is paid to Facebook and a prize is counted %q, want %q", counts, want)
	}
}

// Without scripts the radio buttons narrow the ledger, too.
func TestLedgerFiltersWithoutScripts(t *testing.T) {
	for _, width := range []int64{390, 1280} {
		host := serve(t, site(t))
		ctx := browsertest.Tab(t)
		if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
			t.Fatal(err)
		}
		must(t, ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(host.URL+"/amounts/"), chromedp.WaitNotVisible(chromedp.CSS(".more-filters")))
		if width < 896 {
			must(t, ctx, chromedp.Click(chromedp.CSS(".fold summary")))
		}
		must(t, ctx, chromedp.Click(chromedp.CSS("#_a2")), chromedp.WaitNotVisible(chromedp.CSS(".narrowed tbody tr:not(.a2)")), chromedp.WaitVisible(chromedp.CSS(".narrowed tbody tr.a2")))
	}
}

// Amounts are sorted within their currency, which keeps its heading; sorted by anything
// else, or narrowed to none of its figures, a currency has none.
func TestLedgerOfTwoCurrencies(t *testing.T) {
	files := fixture.Articles(map[string]string{"a": fixture.Amounts(
		fixture.Money("abroad", "919,600 EUR", "title: Abroad", "from: donor"), fixture.Money("five", "5 million USD", "title: Five", "from: other"),
		fixture.Money("home", "193 million USD", "title: Home", "from: donor"), fixture.Money("travel", "unquantified", "title: Travel"),
	)}, nil)
	s, err := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	for _, tt := range []struct{ desc, query, want string }{
		{"as published", "", "In USD|Home|Five|In EUR|Abroad|Without a figure|Travel"},
		{"the least first", "?sort=amount", "In USD|Five|Home|In EUR|Abroad|Without a figure|Travel"},
		{"by name", "?sort=what", "Abroad|Five|Home|Travel"},
		{"of one payer", "?from=donor", "In USD|Home|In EUR|Abroad"},
		{"at least so many dollars", "?least=6000000", "In USD|Home"},
		{"at least so many euros", "?least=1&unit=EUR", "In EUR|Abroad"},
	} {
		must(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(host.URL+"/amounts/"+tt.query))
		got := evaluate[string](t, ctx, `[...document.querySelectorAll(".narrowed tbody tr")].filter(r => r.checkVisibility()).map(r => (r.querySelector("th a") ?? r.querySelector("th")).textContent).join("|")`)
		if got != tt.want {
			t.Errorf("%s: the rows are %s, want %s", tt.desc, got, tt.want)
		}
	}
}
