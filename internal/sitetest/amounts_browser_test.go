package sitetest

import (
	"testing"

	"github.com/chromedp/chromedp"

	"receipts/internal/browsertest"
)

// The list of payments comes before its picture, on the screen and in the order of
// the page, and every picture of the amounts has its source and CSV.
func TestPicturesOfAmounts(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(host.URL+"/amounts/"))
	if !evaluate[bool](t, ctx, `document.querySelector(".flows").getBoundingClientRect().bottom <= document.querySelector(".flow-plot").getBoundingClientRect().top`) {
		t.Error("the picture of the payments stands before their list")
	}
	if n := evaluate[int](t, ctx, `document.querySelectorAll("section.chart").length`); n < 2 {
		t.Fatalf("%d pictures are drawn", n)
	}
	for _, title := range evaluate[[]string](t, ctx, `[...document.querySelectorAll("section.chart")].filter(e => !e.querySelector("p.more a[href$='.csv']")).map(e => e.querySelector("h2").textContent)`) {
		t.Errorf("%q has no CSV", title)
	}
}

// On a phone the note of an amount is as wide as the slip, not a narrow column
// beside the figure.
func TestTillOnAPhone(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(390, 900), chromedp.Navigate(host.URL+"/"))
	rows := evaluate[int](t, ctx, `document.querySelectorAll(".till li").length`)
	wide := evaluate[int](t, ctx, `[...document.querySelectorAll(".till li")].filter(e => e.querySelector(".where").getBoundingClientRect().width > .95 * e.getBoundingClientRect().width).length`)
	if rows == 0 || wide != rows {
		t.Errorf("%d of %d notes have the width of the slip", wide, rows)
	}
}
