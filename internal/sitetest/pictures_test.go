package sitetest

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"receipts/internal/browsertest"
)

var pictures = flag.Bool("pictures", false, "take the pictures of the README anew, into docs/pictures")

// TestPictures checks that the README's pictures exist, and takes them anew with
// -pictures.
func TestPictures(t *testing.T) {
	host := serve(t, site(t))
	for _, p := range []struct {
		name, path, scheme string
		width, height      int64
	}{
		{"home-light", "/", "light", 1280, 1180},
		{"fact-dark", "/facts/voter-referral-47/", "dark", 1280, 1180},
		{"article-phone-light", "/articles/bfm-2024-10-21/", "light", 390, 1180},
		{"amounts-phone-dark", "/amounts/", "dark", 390, 1180},
		{"article-french-phone-light", french + "/articles/bfm-2024-10-21/", "light", 390, 1180},
	} {
		file := filepath.Join(root, "docs", "pictures", p.name+".webp")
		if !*pictures {
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%v; take it with \"make pictures\"", err)
			}
			continue
		}
		ctx := browsertest.Tab(t)
		media(t, ctx, "prefers-color-scheme", p.scheme, "prefers-reduced-motion", "reduce")
		must(t, ctx, chromedp.EmulateViewport(p.width, p.height), chromedp.Navigate(host.URL+p.path))
		evaluate[bool](t, ctx, `document.fonts.ready.then(() => true)`)
		quality := int64(80)
		shot, err := chromedp.Call(ctx, cdppage.CaptureScreenshot, cdppage.CaptureScreenshotParams{Format: "webp", Quality: &quality})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, shot.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
