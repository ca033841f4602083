// Package browsertest gives tests a real Chromium: one browser for a package,
// a tab for a test.
//
// Without a browser a test is skipped, and says so; under CI=true it fails, since
// a skipped test would not be noticed there. "make browser" installs one.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// names are the names under which systems have Chromium, the smallest first.
var names = []string{"chromium-headless-shell", "headless-shell", "chromium", "chromium-browser", "google-chrome"}

// find returns the path of a browser, or "".
func find() string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

var shared struct {
	sync.Mutex
	ctx  context.Context
	stop func()
}

// start returns the context of the package's browser, and starts it for the
// first test that asks.
func start(path string) (context.Context, error) {
	shared.Lock()
	defer shared.Unlock()
	if shared.ctx != nil {
		return shared.ctx, nil
	}
	opts := []chromedp.ExecAllocatorOption{chromedp.ExecPath(path)}
	if os.Geteuid() == 0 {
		opts = append(opts, chromedp.NoSandbox) // with one it refuses to run as root
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, stopBrowser := chromedp.NewContext(allocator)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		stopBrowser()
		stopAllocator()
		return nil, err
	}
	shared.ctx, shared.stop = ctx, func() { stopBrowser(); stopAllocator() }
	return ctx, nil
}

// Run runs the tests of a package and then ends its browser. It is the body of
// TestMain.
func Run(m *testing.M) int {
	code := m.Run()
	if shared.stop != nil {
		shared.stop()
	}
	return code
}

// Tab opens a tab for a test. It is closed when the test ends, and its context ends
// after ten minutes.
func Tab(t testing.TB) context.Context {
	t.Helper()
	path := find()
	if path == "" {
		const missing = `no Chromium on PATH; "make browser" installs one`
		if os.Getenv("CI") == "true" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	browser, err := start(path)
	if err != nil {
		t.Fatal("start the browser: ", err)
	}
	// The first step may not have a deadline, which would end the browser; so
	// the tab is opened before.
	tab, closeTab := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(closeTab)
	if err := chromedp.Do(tab, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal("open a tab: ", err)
	}
	ctx, cancel := context.WithTimeout(tab, 10*time.Minute)
	t.Cleanup(cancel)
	return ctx
}
