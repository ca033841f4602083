package preview

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/netip"
	"os"
	"path/filepath"
	"testing"
	"time"

	"receipts"
)

// A disk is a folder that tests write to.
type disk struct {
	t      testing.TB
	folder string
}

func (d disk) path(name string) string { return filepath.Join(d.folder, filepath.FromSlash(name)) }

// write saves a file as simple programs do: cut off, then written.
func (d disk) write(name, text string) {
	d.t.Helper()
	d.must(os.MkdirAll(filepath.Dir(d.path(name)), 0o755))
	d.must(os.WriteFile(d.path(name), []byte(text), 0o644))
}

func (d disk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// A running is a preview of a folder while it runs.
type running struct {
	disk
	url      string // without a slash at the end
	rebuilds chan Rebuild
	said     chan string
	stop     func()

	// What runs behind it.
	preview *preview
	watcher *watcher
}

// run writes files into a folder and previews it until the test ends.
func run(t testing.TB, files map[string]string, change ...func(*Options)) *running {
	t.Helper()
	return runAt(t, "", files, change...)
}

// An elsewhere is a listener that says of itself that it is at another address.
type elsewhere struct {
	net.Listener
	addr netip.AddrPort
}

func (e elsewhere) Addr() net.Addr { return net.TCPAddrFromAddrPort(e.addr) }

// runAt is run for a preview that seems to be at an address, if it is not "".
func runAt(t testing.TB, addr string, files map[string]string, change ...func(*Options)) *running {
	t.Helper()
	r := &running{disk: disk{t, t.TempDir()}, rebuilds: make(chan Rebuild, 1000), said: make(chan string, 1000)}
	for name, text := range files {
		r.write(name, text)
	}
	root, err := os.OpenRoot(r.folder)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	opt := Options{
		Folder: r.folder, Root: root.FS(), Defaults: receipts.Defaults,
		Rebuilt: func(b Rebuild) { r.rebuilds <- b },
		Say:     func(s string) { r.said <- s },
		started: func(p *preview, w *watcher) { r.preview, r.watcher = p, w },
	}
	for _, f := range change {
		f(&opt)
	}
	r.url = "http://" + l.Addr().String()
	if addr != "" {
		l = elsewhere{l, netip.MustParseAddrPort(addr)}
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- Serve(ctx, l, opt) }()
	stopped := false
	r.stop = func() {
		if stopped {
			return
		}
		stopped = true
		http.DefaultClient.CloseIdleConnections()
		cancel()
		select {
		case err := <-done:
			if err != nil {
				t.Errorf("the preview ended with %v", err)
			}
		case <-time.After(10 * time.Second):
			t.Error("the preview does not end")
		}
		root.Close()
	}
	t.Cleanup(r.stop)
	r.next()
	return r
}

// next waits for a rebuild.
func (r *running) next() Rebuild {
	r.t.Helper()
	select {
	case b := <-r.rebuilds:
		return b
	case <-time.After(time.Minute):
		r.t.Fatal("nothing was built again")
		return Rebuild{}
	}
}

// quiet fails the test if anything is built again within a moment.
func (r *running) quiet() {
	r.t.Helper()
	select {
	case b := <-r.rebuilds:
		r.t.Errorf("built again for %v", b.Paths)
	case <-time.After(150 * time.Millisecond):
	}
}

// get returns the status and the body of an address.
func (r *running) get(path string) (int, string) {
	r.t.Helper()
	res, err := http.Get(r.url + path)
	if err != nil {
		r.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return res.StatusCode, string(body)
}
