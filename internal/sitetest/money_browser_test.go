package sitetest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"

	"receipts/internal/browsertest"
)

// The money is two pictures. Each arrow of the first opens the receipt of a fact, each
// of the second a source outside this site, and no arrow has two.
func TestEveryArrowHasItsSource(t *testing.T) {
	p := site(t).at["/money/"]
	told, filed := 0, 0
	for _, arrow := range all(p.doc, "div") {
		if value(arrow, "class") != "arrow" {
			continue
		}
		links := all(arrow, "a")
		if len(links) != 1 {
			t.Errorf("%q has %d links", text(arrow), len(links))
			continue
		}
		href := value(links[0], "href")
		if within(arrow, "out") {
			filed++
			if !strings.HasPrefix(href, "https://") || strings.HasPrefix(href, site(t).Site.BaseURL) {
				t.Errorf("%q opens %s, which is no source outside", text(arrow), href)
			}
		} else {
			told++
			if !strings.HasPrefix(href, "/facts/") {
				t.Errorf("%q opens %s, which is no receipt", text(arrow), href)
			}
		}
	}
	if told < 8 || filed < 6 {
		t.Errorf("%d arrows are from the articles, %d from outside", told, filed)
	}
	if said := text(find(p.doc, "_told")); strings.Contains(said, "America PAC") {
		t.Error("the articles are made to name the super PAC")
	}
	for _, n := range append(all(p.doc, "svg"), all(p.doc, "meter")...) {
		if !within(n, "disagree") {
			t.Errorf("%q is drawn", value(n, "class"))
		}
	}
}

// find is the section whose heading has an id.
func find(doc *html.Node, id string) *html.Node {
	for _, section := range all(doc, "section") {
		for _, h := range all(section, "h2") {
			if value(h, "id") == id {
				return section
			}
		}
	}
	return &html.Node{}
}

// In a narrow picture no payee leads to the next: what each arrow points at begins
// further right than the trunk, which goes down from the payer. In a wide one all
// arrows end where the nodes of payees begin. Neither scrolls sideways.
func TestArrows(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	for _, width := range []int64{320, 390, 700, 1280} {
		must(t, ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(host.URL+"/money/"))
		if w := evaluate[int64](t, ctx, `document.documentElement.scrollWidth`); w > width {
			t.Errorf("%d px: the page is %d px wide", width, w)
		}
		for _, wrong := range evaluate[[]string](t, ctx, `document.fonts.ready.then(() => [...document.querySelectorAll(".fan > li")].filter(li => {
			const [arrow, node] = [...li.children].map(e => e.getBoundingClientRect());
			return innerWidth < 700 ? node.left < arrow.left + 16 || node.top < arrow.bottom - 1 : node.left < arrow.right - 1;
		}).map(li => li.textContent))`) {
			t.Errorf("%d px: the arrow of %q does not lead to its payee", width, wrong)
		}
		if n := evaluate[int](t, ctx, `new Set([...document.querySelectorAll(".arrow")].map(e => { const s = getComputedStyle(e, innerWidth < 700 ? null : "::before"); return innerWidth < 700 ? s.borderLeftWidth : s.borderTopWidth; })).size`); n != 1 {
			t.Errorf("%d px: arrows are of %d widths", width, n)
		}
	}
}
