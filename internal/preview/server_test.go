package preview

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/build"
	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/publish"
)

// raw sends a request as it is written and returns the answer.
func (r *running) raw(request string) (status int, h http.Header, body string) {
	r.t.Helper()
	c, err := net.Dial("tcp", strings.TrimPrefix(r.url, "http://"))
	if err != nil {
		r.t.Fatal(err)
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
		r.t.Fatal(err)
	}
	request = strings.ReplaceAll(strings.ReplaceAll(request, "HERE", strings.TrimPrefix(r.url, "http://")), "\n", "\r\n")
	if _, err := io.WriteString(c, request+"\r\n\r\n"); err != nil {
		r.t.Fatal(err)
	}
	method, _, _ := strings.Cut(request, " ")
	res, err := http.ReadResponse(bufio.NewReader(c), &http.Request{Method: method})
	if err != nil {
		r.t.Fatalf("%q: %v", request, err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(io.LimitReader(res.Body, 1<<20))
	if err != nil && res.Header.Get("Content-Type") != "text/event-stream" {
		r.t.Fatal(err)
	}
	return res.StatusCode, res.Header, string(data)
}

// The preview answers its author, and no page of another site in her browser.
func TestGuard(t *testing.T) {
	r := run(t, fixture.Small())
	r.write("secret.txt", "secret")
	for _, tt := range []struct {
		desc, give string
		want       int
	}{
		{"by its address", "GET / HTTP/1.1\nHost: HERE", 200},
		{"by a name of the machine", "GET / HTTP/1.1\nHost: localhost:PORT", 200},
		{"by its other address", "GET / HTTP/1.1\nHost: [::1]:PORT", 200},
		{"in absolute form", "GET http://HERE/ HTTP/1.1\nHost: HERE", 200},
		{"head", "HEAD /people/ada/ HTTP/1.1\nHost: HERE", 200},
		{"typed by the author", "GET / HTTP/1.1\nHost: HERE\nSec-Fetch-Site: none", 200},
		{"from our own page", "GET / HTTP/1.1\nHost: HERE\nSec-Fetch-Site: same-origin\nOrigin: http://HERE", 200},
		{"by a link on another site", "GET / HTTP/1.1\nHost: HERE\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: document", 200},

		{"our script, with a bad range", "GET /-/preview.js HTTP/1.1\nHost: HERE\nRange: 0", 200},
		{"our script by its folder", "GET /-/assets/preview.js HTTP/1.1\nHost: HERE", 404},
		{"a template of ours", "GET /-/mistakes.html HTTP/1.1\nHost: HERE", 404},
		{"no file of ours", "GET /-/../server.go HTTP/1.1\nHost: HERE", 404},

		{"another name: DNS rebinding", "GET / HTTP/1.1\nHost: attacker.example:PORT", 403},
		{"a name that begins like ours", "GET / HTTP/1.1\nHost: localhost.attacker.example:PORT", 403},
		{"another port", "GET / HTTP/1.1\nHost: 127.0.0.1:1", 403},
		{"no port", "GET / HTTP/1.1\nHost: 127.0.0.1", 403},
		{"no host", "GET / HTTP/1.0", 403},
		{"another name in absolute form", "GET http://attacker.example/ HTTP/1.1\nHost: HERE", 403},
		{"a user", "GET http://ada@HERE/ HTTP/1.1\nHost: HERE", 403},
		{"a proxy", "GET https://HERE/ HTTP/1.1\nHost: HERE", 403},
		{"a script of another site", "GET / HTTP/1.1\nHost: HERE\nOrigin: http://attacker.example", 403},
		{"a script of another port", "GET / HTTP/1.1\nHost: HERE\nOrigin: http://127.0.0.1:1", 403},
		{"a script without an origin", "GET / HTTP/1.1\nHost: HERE\nOrigin: null", 403},
		{"two origins", "GET / HTTP/1.1\nHost: HERE\nOrigin: http://HERE\nOrigin: http://attacker.example", 403},
		{"an image on another site", "GET /static/picture.png HTTP/1.1\nHost: HERE\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: no-cors\nSec-Fetch-Dest: image", 403},
		{"a frame on another site", "GET / HTTP/1.1\nHost: HERE\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: iframe", 403},
		{"a neighbour on this machine", "GET / HTTP/1.1\nHost: HERE\nSec-Fetch-Site: same-site\nSec-Fetch-Mode: cors", 403},
		{"events for another site", "GET /-/events HTTP/1.1\nHost: HERE\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: document", 403},
		{"events for another origin", "GET /-/events HTTP/1.1\nHost: HERE\nOrigin: https://attacker.example", 403},
		{"our script on another site", "GET /-/preview.js HTTP/1.1\nHost: HERE\nSec-Fetch-Site: cross-site\nSec-Fetch-Mode: no-cors\nSec-Fetch-Dest: script", 403},

		{"post", "POST / HTTP/1.1\nHost: HERE\nContent-Length: 0", 405},
		{"put", "PUT / HTTP/1.1\nHost: HERE\nContent-Length: 0", 405},
		{"options", "OPTIONS / HTTP/1.1\nHost: HERE\nOrigin: http://HERE", 405},
		{"options of all", "OPTIONS * HTTP/1.1\nHost: attacker.example", 403},
		{"options of all, by our name", "OPTIONS * HTTP/1.1\nHost: HERE", 405},
		{"connect", "CONNECT HERE HTTP/1.1\nHost: HERE", 405},
		{"post to the events", "POST /-/events HTTP/1.1\nHost: HERE\nContent-Length: 0", 405},

		{"a file of the folder", "GET /secret.txt HTTP/1.1\nHost: HERE", 404},
		{"a file of the content", "GET /content/site.yaml HTTP/1.1\nHost: HERE", 404},
		{"up", "GET /../secret.txt HTTP/1.1\nHost: HERE", 404},
		{"up, encoded", "GET /%2e%2e/secret.txt HTTP/1.1\nHost: HERE", 404},
		{"up, encoded slash", "GET /..%2fsecret.txt HTTP/1.1\nHost: HERE", 404},
		{"up from the static files", "GET /static/../../secret.txt HTTP/1.1\nHost: HERE", 404},
		{"up from our own files", "GET /-/../server.go HTTP/1.1\nHost: HERE", 404},
		{"a list of our own files", "GET /-/ HTTP/1.1\nHost: HERE", 404},
		{"our own script", "GET /-/preview.js HTTP/1.1\nHost: HERE", 200},
		{"a template of ours", "GET /-/mistakes.html HTTP/1.1\nHost: HERE", 404},
		{"elsewhere", "GET //attacker.example/ HTTP/1.1\nHost: HERE", 404},
		{"a backslash", "GET /..\\secret.txt HTTP/1.1\nHost: HERE", 400},
		{"a backslash, encoded", "GET /..%5csecret.txt HTTP/1.1\nHost: HERE", 400},
		{"a zero", "GET /secret.txt%00.html HTTP/1.1\nHost: HERE", 400},
		{"a broken escape", "GET /%zz HTTP/1.1\nHost: HERE", 400},
		{"too much", "GET / HTTP/1.1\nHost: HERE\nX-Long: " + strings.Repeat("x", 64<<10), 431},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			_, port, _ := net.SplitHostPort(strings.TrimPrefix(r.url, "http://"))
			status, h, body := r.raw(strings.ReplaceAll(tt.give, "PORT", port))
			if status != tt.want {
				t.Errorf("status %d, want %d: %s", status, tt.want, body)
			}
			if strings.Contains(body, "secret\n") || body == "secret" {
				t.Error("a file that is no route is served")
			}
			for name := range h {
				if strings.HasPrefix(name, "Access-Control-") {
					t.Errorf("%s: other sites are let in", name)
				}
			}
			if status == 400 || status == 431 {
				return // refused by net/http itself, or with few words
			}
			for name, want := range map[string]string{
				"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store", "X-Frame-Options": "DENY",
			} {
				if got := h.Get(name); got != want {
					t.Errorf("%s is %q", name, got)
				}
			}
			if !strings.Contains(strings.Join(h.Values("Content-Security-Policy"), "; "), "frame-ancestors 'none'") {
				t.Error("another site may frame it")
			}
		})
	}
}

// Every address of the machine is a name of a preview that listens on all, and
// no other is.
func TestGuardOfAll(t *testing.T) {
	g := newGuard(net.TCPAddrFromAddrPort(netip.MustParseAddrPort("0.0.0.0:8080")))
	for _, ip := range ownAddresses() {
		if host := net.JoinHostPort(ip.String(), "8080"); !slices.Contains(g.hosts, host) {
			t.Errorf("%s is refused", host)
		}
	}
	for _, host := range []string{"localhost:8080", "127.0.0.1:8080", "[::1]:8080"} {
		if !slices.Contains(g.hosts, host) {
			t.Errorf("%s is refused", host)
		}
	}
	if slices.Contains(g.hosts, "0.0.0.0:8080") {
		t.Error("no machine is called 0.0.0.0")
	}
	if got := Reachable(net.TCPAddrFromAddrPort(netip.MustParseAddrPort("127.0.0.1:8080"))); got != nil {
		t.Errorf("others reach 127.0.0.1 at %v", got)
	}
}

// With -bare a page is what is published, byte for byte; otherwise it has one
// script more. Files that are no pages are the same either way.
func TestBareIsPublished(t *testing.T) {
	files := fixture.Small()
	public := filepath.Join(t.TempDir(), "public")
	for _, bare := range []bool{true, false} {
		r := run(t, files, func(o *Options) { o.Bare = bare })
		res, err := fresh(r.folder).Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := publish.Write(t.Context(), public, res.Routes, publish.Options{}); err != nil {
			t.Fatal(err)
		}
		for _, route := range res.Routes {
			want, err := os.ReadFile(filepath.Join(public, filepath.FromSlash(route.File())))
			if err != nil {
				t.Fatal(err)
			}
			status, got := r.get(route.Path)
			if status != 200 {
				t.Errorf("%s: status %d", route.Path, status)
			}
			if !bare && route.IsPage() {
				before, after, ok := strings.Cut(got, `<script src="/-/preview.js" data-page="`)
				_, after, closed := strings.Cut(after, `" defer></script>`)
				if !ok || !closed {
					t.Errorf("%s: the page does not follow", route.Path)
				}
				got = before + after
			}
			if got != string(want) {
				t.Errorf("%s (bare %t) is not what is published: %s", route.Path, bare, cmp.Diff(string(want), got))
			}
		}
		r.stop()
	}
}

// A site below a path is previewed below it; its front door leads there.
func TestBelowAPath(t *testing.T) {
	files := fixture.Small()
	r := run(t, files, func(o *Options) { o.Build = build.Options{BaseURL: "https://small.example/below"} })
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for _, tt := range []struct{ path, to string }{
		{"/", "/below/"},
		{"/below", "/below/"},
		{"/below/people/ada?x=1", "/below/people/ada/?x=1"},
	} {
		res, err := client.Get(r.url + tt.path)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if got := res.Header.Get("Location"); got != tt.to {
			t.Errorf("%s leads to %q (%d)", tt.path, got, res.StatusCode)
		}
	}
	for path, want := range map[string]int{"/below/people/ada/": 200, "/below/people/ada/index.html": 200, "/below/nobody/": 404} {
		if status, body := r.get(path); status != want || !strings.Contains(body, "/-/preview.js") {
			t.Errorf("%s: status %d", path, status)
		}
	}
}

// stream reads the messages of the stream of events until ctx ends.
func stream(ctx context.Context, url string, each func(message)) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	client := &http.Client{Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "text/event-stream" {
		return fmt.Errorf("status %d, %s", res.StatusCode, res.Header.Get("Content-Type"))
	}
	lines := bufio.NewScanner(res.Body)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
			var m message
			if err := json.Unmarshal([]byte(data), &m); err != nil {
				return err
			}
			each(m)
		}
	}
	return nil
}

// Twenty browsers follow at once while files change: each is told of the last
// edition, and what it then loads is that edition. At the end nothing is left.
func TestTwentyClients(t *testing.T) {
	files := fixture.Small()
	r := run(t, files)
	const clients = 20
	edits := 10
	last := fmt.Sprintf("Ada number %d", edits)
	var wg sync.WaitGroup
	for range clients {
		wg.Go(func() {
			ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
			defer cancel()
			seen := false
			err := stream(ctx, r.url+"/-/events?page=/people/ada/", func(m message) {
				res, err := http.Get(r.url + "/people/ada/")
				if err != nil {
					t.Error(err)
					return
				}
				defer res.Body.Close()
				body, err := io.ReadAll(res.Body)
				if err != nil {
					t.Error(err)
				}
				if bytes.Contains(body, []byte(last)) && bytes.Contains(body, []byte(m.Page)) {
					seen = true
					cancel()
				}
			})
			if err != nil || !seen {
				t.Errorf("a client never saw the last edition: %v", err)
			}
		})
	}
	for i := range edits {
		r.write("content/people/ada.md", strings.Replace(files["content/people/ada.md"], "title: Ada", fmt.Sprintf("title: Ada number %d", i+1), 1))
		r.next()
	}
	wg.Wait()
}

// Ctrl-C ends the preview although pages are open, and leaves no goroutine.
func TestStops(t *testing.T) {
	r := run(t, fixture.Small())
	var wg sync.WaitGroup
	open := make(chan bool, 20)
	for range 20 {
		wg.Go(func() {
			_ = stream(context.Background(), r.url+"/-/events?page=/", func(message) { open <- true })
		})
	}
	for range 20 {
		<-open
	}
	r.stop()
	wg.Wait()
	var left string
	for range 200 {
		buf := make([]byte, 1<<20)
		left = ""
		for g := range strings.SplitSeq(string(buf[:runtime.Stack(buf, true)]), "\n\n") {
			if strings.Contains(g, "receipts/internal/preview.(") || strings.Contains(g, "fsnotify") || strings.Contains(g, "net/http.(*conn)") {
				left += g + "\n\n"
			}
		}
		if left == "" {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("still there:\n%s", left)
}

// There is a limit to the number of streams, and a stream that has ended does not
// count.
func TestTooManyStreams(t *testing.T) {
	r := run(t, fixture.Small())
	r.preview.streams.Store(maxStreams)
	res, err := http.Get(r.url + "/-/events")
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close() // which is not read: a stream does not end
	if res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("status %d", res.StatusCode)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	req := httptest.NewRequestWithContext(ended, "GET", "/-/events", nil) // from another machine
	w := httptest.NewRecorder()
	if r.preview.events(w, req); w.Code != http.StatusOK {
		t.Errorf("another machine: status %d", w.Code)
	}
	r.preview.streams.Store(0)
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	if err := stream(ctx, r.url+"/-/events", func(message) { cancel() }); err != nil {
		t.Error(err)
	}
}

// A layout that asks for what its data does not have leaves the last good page in
// place, and is shown like any other mistake, before such a page is asked for.
func TestLayoutFails(t *testing.T) {
	files := fixture.Small()
	r := run(t, files)
	layout, err := os.ReadFile("../../layouts/article.html")
	if err != nil {
		t.Fatal(err)
	}
	status, before := r.get("/articles/first/")
	if status != 200 {
		t.Fatal(status)
	}
	r.write("layouts/article.html", string(layout)+"{{.Nope}}")
	b := r.next()
	if errors, _ := b.Result.Diags.Count(); errors != 1 || !slices.ContainsFunc(b.Result.Diags, func(d diag.Diagnostic) bool { return d.Code == diag.LayoutData }) {
		t.Errorf("the terminal is told of %v", b.Result.Diags)
	}
	if status, after := r.get("/articles/first/"); status != 200 || after != before {
		t.Errorf("the page from before has status %d", status)
	}
	if m := r.told("/articles/first/"); m.Whole || m.StopCount != 1 || m.Stops[0].File != "layouts/article.html" {
		t.Errorf("the page is told %+v", m.tally)
	}
	// Another edit does not hide it.
	r.write("content/people/grace.md", "---\ntitle: Grace\nsummary: Wrote back.\n---\n")
	r.next()
	if m := r.told("/"); m.Whole || m.StopCount != 1 {
		t.Errorf("after another edit, the page is told %+v", m.tally)
	}
	r.write("layouts/article.html", string(layout))
	r.next()
	if !r.told("/").Whole {
		t.Error("mended, it is not whole")
	}
	// A mistake on some pages only is shown on these.
	r.write("layouts/article.html", string(layout)+`{{if eq .Title "no page has that title"}}{{.Nope}}{{end}}`)
	r.next()
	if !r.told("/").Whole {
		t.Error("what no page meets is a mistake")
	}
}

// A client that sends or reads slowly, or sends without end, is given up.
func TestServerIsBounded(t *testing.T) {
	s := newServer(t.Context(), &preview{}, net.TCPAddrFromAddrPort(netip.MustParseAddrPort("127.0.0.1:8080")))
	for what, got := range map[string]time.Duration{"headers": s.ReadHeaderTimeout, "request": s.ReadTimeout, "pause": s.IdleTimeout, "answer": writeFor} {
		if got <= 0 || got > 2*time.Minute || what == "headers" && got > 10*time.Second || what == "request" && got > 30*time.Second {
			t.Errorf("a client may take %v for one %s", got, what)
		}
	}
	if s.MaxHeaderBytes <= 0 || s.MaxHeaderBytes > 64<<10 {
		t.Errorf("headers may have %d bytes", s.MaxHeaderBytes)
	}
}
