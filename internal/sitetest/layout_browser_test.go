package sitetest

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"

	"receipts/internal/browsertest"
)

// maxHole is how much shorter than the other a column of a beat may be, in pixels:
// a slip with what is below it.
const maxHole = 360

// On a desk no beat of an article has a hole beside its text or its receipts:
// see [view.Beat].
func TestBeatsHaveNoHoles(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(1280, 900))
	beats := 0
	for _, a := range s.Site.Articles {
		must(t, ctx, chromedp.Navigate(host.URL+a.Path))
		for _, h := range evaluate[[]float64](t, ctx, `document.fonts.ready.then(() => [...document.querySelectorAll(".beat:not(.wide):has(.slips)")].map(b => {
			const ends = [".prose", ".slips"].map(s => b.querySelector(s)?.lastElementChild.getBoundingClientRect().bottom ?? 0);
			return ends[0] - ends[1];
		}))`) {
			beats++
			if h > maxHole || h < -maxHole {
				t.Errorf("%s: a column of a beat is %.0f px shorter than the other", a.Path, h)
			}
		}
	}
	if beats < 4 {
		t.Errorf("only %d beats with receipts", beats)
	}
}

// The list of all receipts has one line for a receipt that is shown beside the text.
func TestReceiptsAreNotRepeated(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	for _, a := range s.Site.Articles {
		must(t, ctx, chromedp.Navigate(host.URL+a.Path))
		repeated := evaluate[[]string](t, ctx, `(() => {
			const shown = new Set([...document.querySelectorAll(".beat .slips .quote")].map(q => q.textContent.replace(/[«»\s]/g, "")));
			const facts = new Set([...document.querySelectorAll(".beat .slips .slip-head a")].map(a => a.pathname));
			return [...document.querySelectorAll(".all-receipts .entries > li")].filter(e => facts.has(e.querySelector("a").pathname)
				&& [...e.querySelectorAll("q")].some(q => shown.has(q.textContent.replace(/\s/g, "")))).map(e => e.textContent.slice(0, 60));
		})()`)
		for _, r := range repeated {
			t.Errorf("%s: shown beside the text and again in the list: %q", a.Path, r)
		}
		if n := evaluate[int](t, ctx, `document.querySelectorAll(".brief li").length`); n == 0 {
			t.Errorf("%s: no receipt stands in a line", a.Path)
		}
	}
}

// A fact that one article alone reports leaves no half of the page empty.
func TestSingleReports(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(1280, 900))
	for _, id := range []string{"musk-fortune", "butler-rally", "ads-aim"} {
		path := "/facts/" + id + "/"
		if len(s.at[path].ids) == 0 {
			t.Fatalf("no %s", path)
		}
		must(t, ctx, chromedp.Navigate(host.URL+path))
		at := evaluate[[]float64](t, ctx, `[...document.querySelectorAll(".lead-slips > section")].flatMap(e => { const r = e.getBoundingClientRect(); return [r.left, r.top]; })`)
		if len(at) != 4 || at[2] < 640 || at[1] != at[3] {
			t.Errorf("%s: the report and what belongs to it stand at %v", path, fmt.Sprint(at))
		}
	}
}

// Letters in drawings, which scale with them, are at least 13 pixels tall, however
// wide the page is.
func TestDrawnText(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	drawn := 0
	for _, p := range kinds(t, s) {
		if len(all(p.doc, "text")) == 0 {
			continue
		}
		must(t, ctx, chromedp.Navigate(host.URL+p.path))
		for _, width := range []int64{320, 390, 768, 800, 899, 1023, 1024, 1100, 1220, 1280, 1281, 1600} {
			must(t, ctx, chromedp.EmulateViewport(width, 800))
			sizes := evaluate[[]float64](t, ctx, `[...document.querySelectorAll("svg text")].filter(e => e.checkVisibility())
				.map(e => parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a)`)
			drawn += len(sizes)
			if len(sizes) > 0 && slices.Min(sizes) < 13 {
				t.Errorf("%s at %d px: letters of %.1f px", p.path, width, slices.Min(sizes))
			}
		}
	}
	if drawn == 0 {
		t.Error("no drawing has letters")
	}
}

// On a desk a line of code is read without scrolling.
func TestCodeIsNotCut(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(1280, 900))
	blocks := 0
	for _, p := range s.pages {
		if !aboutWriting(p) || len(all(p.doc, "pre")) == 0 {
			continue
		}
		must(t, ctx, chromedp.Navigate(host.URL+p.path))
		cut := evaluate[[]string](t, ctx, `document.fonts.ready.then(() => [...document.querySelectorAll("main pre")].filter(p => p.scrollWidth > p.clientWidth).map(p =>
			p.textContent.split("\n").sort((a, b) => b.length - a.length)[0]))`)
		blocks += len(all(p.doc, "pre"))
		for _, line := range cut {
			t.Errorf("%s: cut at the side: %q", p.path, line)
		}
	}
	if blocks < 20 {
		t.Errorf("%d blocks of code", blocks)
	}
}
