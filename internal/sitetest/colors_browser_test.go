package sitetest

import (
	"testing"

	"github.com/chromedp/chromedp"

	"receipts/internal/browsertest"
)

// In forced colours, what a background or a fill shows is still visible.
func TestForcedColors(t *testing.T) {
	host := serve(t, site(t))
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(1280, 900))
	type look struct{ selector, property string }
	const paper = "body"
	for _, tt := range []struct {
		path string
		a, b look
		// the least contrast: 3 to be visible, more than 1 to differ
		least float64
	}{
		{"/facts/voter-referral-47/", look{".gauge .here", "fill"}, look{paper, "backgroundColor"}, 3},
		{"/facts/voter-referral-47/", look{".gauge .here", "fill"}, look{".gauge path:not(.here)", "fill"}, 1.2},
		{"/facts/voter-referral-47/", look{".gauge path:not(.here)", "fill"}, look{paper, "backgroundColor"}, 1.5},
		{"/facts/voter-referral-47/", look{"mark", "backgroundColor"}, look{paper, "backgroundColor"}, 1.05},
		{"/facts/voter-referral-47/", look{"mark", "color"}, look{"mark", "backgroundColor"}, 4.5},
		{"/facts/voter-referral-47/", look{".flow > div + div::before", "backgroundColor"}, look{paper, "backgroundColor"}, 3},
		{"/facts/voter-referral-47/", look{".slip", "borderTopColor"}, look{paper, "backgroundColor"}, 3},
		{"/facts/voter-referral-47/", look{".verdict .icon", "color"}, look{paper, "backgroundColor"}, 4.5},
		{"/legal/", look{".src", "borderTopColor"}, look{paper, "backgroundColor"}, 3},
		{"/timeline/", look{".dot.inferred", "borderTopColor"}, look{paper, "backgroundColor"}, 3},
		{"/timeline/", look{".dot.out.day", "backgroundColor"}, look{paper, "backgroundColor"}, 3},
		{"/timeline/", look{".pub a", "color"}, look{".pub", "backgroundColor"}, 4.5},
		{"/states/michigan/", look{".tiles .current a", "backgroundColor"}, look{".tiles .many a", "backgroundColor"}, 3},
		{"/states/michigan/", look{".tiles .current a", "color"}, look{".tiles .current a", "backgroundColor"}, 4.5},
		{"/states/michigan/", look{".tiles .current a", "borderTopColor"}, look{paper, "backgroundColor"}, 3},
		{"/states/michigan/", look{".tiles .many a", "backgroundColor"}, look{".tiles .few a", "backgroundColor"}, 3},
		{"/states/michigan/", look{".tiles .many a", "color"}, look{".tiles .many a", "backgroundColor"}, 4.5},
		{"/states/", look{".map .many", "fill"}, look{".map .few", "fill"}, 3},
		{"/states/", look{".map .many text", "fill"}, look{".map .many", "fill"}, 4.5},
		{"/states/", look{".map .few", "stroke"}, look{paper, "backgroundColor"}, 3},
		{"/amounts/", look{".ends path", "stroke"}, look{paper, "backgroundColor"}, 3},
		{"/money/", look{".arrow::before", "borderTopColor"}, look{paper, "backgroundColor"}, 3},
		{"/money/", look{".arrow::after", "borderLeftColor"}, look{paper, "backgroundColor"}, 3},
		{"/money/", look{".to", "backgroundColor"}, look{paper, "backgroundColor"}, 3},
		{"/", look{".how li::before", "backgroundColor"}, look{paper, "backgroundColor"}, 3},
	} {
		for _, scheme := range []string{"light", "dark"} {
			media(t, ctx, "forced-colors", "active", "prefers-color-scheme", scheme)
			if evaluate[string](t, ctx, `location.pathname`) != tt.path {
				must(t, ctx, chromedp.Navigate(host.URL+tt.path))
			}
			got := evaluate[float64](t, ctx, `((a, ap, b, bp) => {
				const light = (selector, property) => {
					const [part, pseudo] = selector.split("::"), e = document.querySelector(part);
					if (!e) throw new Error("there is no " + selector);
					const c = getComputedStyle(e, pseudo && "::" + pseudo)[property].match(/[\d.]+/g).map(Number);
					if (c[3] === 0) throw new Error(selector + " is transparent");
					const [r, g, b] = c.map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
					return 0.2126 * r + 0.7152 * g + 0.0722 * b;
				};
				const x = light(a, ap), y = light(b, bp);
				return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
			})(`+quote(tt.a.selector)+`, `+quote(tt.a.property)+`, `+quote(tt.b.selector)+`, `+quote(tt.b.property)+`)`)
			if got < tt.least {
				t.Errorf("%s, %s: %s of %s to %s of %s is %.2f, want %.2f", tt.path, scheme, tt.a.property, tt.a.selector, tt.b.property, tt.b.selector, got, tt.least)
			}
		}
	}
}
