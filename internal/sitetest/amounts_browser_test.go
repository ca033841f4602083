package sitetest

import (
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"receipts/internal/browsertest"
)

// Every picture of the amounts has its source and CSV.
func TestPicturesOfAmounts(t *testing.T) {
	s := site(t)
	charts := 0
	for _, section := range all(s.at["/amounts/"].doc, "section") {
		if value(section, "class") != "chart" {
			continue
		}
		charts++
		if !slices.ContainsFunc(all(section, "a"), func(a *html.Node) bool { return strings.HasSuffix(value(a, "href"), ".csv") }) {
			t.Errorf("%q has no CSV", text(section))
		}
	}
	if charts == 0 {
		t.Error("nothing is drawn")
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
