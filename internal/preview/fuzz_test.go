package preview

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"receipts/internal/fixture"
)

// handlerOf is the handler of a preview that runs, with its editor counted instead of
// started.
func handlerOf(f *testing.F) (r *running, h http.Handler, opened *[][]string) {
	f.Helper()
	opened = new([][]string)
	old := start
	f.Cleanup(func() { start = old })
	start = func(name string, args ...string) (<-chan error, error) {
		*opened = append(*opened, args)
		ended := make(chan error, 1)
		ended <- nil
		return ended, nil
	}
	r = run(f, fixture.Small(), func(o *Options) { o.Editor = "code" })
	r.write("secret.md", "secret")
	addr, err := netip.ParseAddrPort(strings.TrimPrefix(r.url, "http://"))
	if err != nil {
		f.Fatal(err)
	}
	return r, r.preview.handler(newGuard(tcp{addr})), opened
}

// A tcp is the address of a server.
type tcp struct{ netip.AddrPort }

func (tcp) Network() string { return "tcp" }

// Whatever is asked, the preview answers: with what the site has, for its author alone.
// The request is written as on the wire, with HERE for the preview's own name.
func FuzzRequest(f *testing.F) {
	for _, seed := range []string{
		"GET / HTTP/1.1\nHost: HERE", "HEAD /people/ada/?a=b HTTP/1.1\nHost: HERE", "GET /..%2fsecret.md HTTP/1.1\nHost: HERE", "GET http://HERE/secret.md HTTP/1.1\nHost: HERE",
		"GET /-/preview.js HTTP/1.1\nHost: HERE\nRange: bytes=1-2", "GET /-/preview.js HTTP/1.1\nHost: HERE\nRange: 0", "GET /-/../secret.md HTTP/1.1\nHost: HERE", "GET / HTTP/1.1\nHost: attacker.example", "OPTIONS * HTTP/1.1\nHost: HERE",
		"GET / HTTP/1.1\nHost: HERE\nOrigin: http://HERE\nSec-Fetch-Site: cross-site", "POST /-/open HTTP/1.1\nHost: HERE\nOrigin: http://HERE\nContent-Length: 2\n\n{}", "GET //a?b#c HTTP/1.0\nHost: HERE",
		"GET /facts HTTP/1.1\nHost: HERE", "GET /404.html HTTP/1.1\nHost: HERE", "CONNECT HERE HTTP/1.1\nHost: HERE", "GET /people/ada/index.html HTTP/1.1\nHost: HERE", "GET /x%0d%0aSet-Cookie:%20a=b HTTP/1.1\nHost: HERE",
	} {
		f.Add(seed)
	}
	r, h, opened := handlerOf(f)
	here := strings.TrimPrefix(r.url, "http://")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "HERE", here), "\n", "\r\n") + "\r\n\r\n"
		req, err := http.ReadRequest(bufio.NewReader(strings.NewReader(text)))
		if err != nil || req.URL.Path == eventsPath {
			t.Skip() // the events do not end
		}
		req.RemoteAddr = "127.0.0.1:4000"
		w := httptest.NewRecorder()
		h.ServeHTTP(w, req)
		res := w.Result()
		body := w.Body.String()
		if strings.Contains(body, "secret") && !strings.Contains(text, "secret") || body == "secret" {
			t.Errorf("%q is answered with the file beside the site", text)
		}
		if !strings.EqualFold(req.Host, here) && !strings.HasPrefix(strings.ToLower(req.Host), "localhost:") && !strings.HasPrefix(req.Host, "[::1]:") && res.StatusCode != http.StatusForbidden {
			t.Errorf("%q is answered with %d", text, res.StatusCode)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "DENY", "Cache-Control": "no-store", "Set-Cookie": "", "Access-Control-Allow-Origin": ""} {
			if got := res.Header.Get(name); got != want {
				t.Errorf("%q is answered with %s %q", text, name, got)
			}
		}
		if !strings.Contains(strings.Join(res.Header.Values("Content-Security-Policy"), "; "), noFrames) {
			t.Errorf("the answer to %q may be framed", text)
		}
		if to := res.Header.Get("Location"); to != "" && (!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.HasPrefix(to, `/\`)) {
			t.Errorf("%q leads to %s", text, to)
		}
		if len(*opened) > 0 {
			t.Fatalf("%q opens the editor", text)
		}
	})
}

// Whatever a page of ours posts, the editor is opened at a file of the site or not at
// all.
func FuzzOpen(f *testing.F) {
	for _, seed := range []string{
		`{"file": "content/people/ada.md", "line": 2, "column": 8}`, `{"file": "../secret.md", "line": 2, "column": 8}`, `{"file": "content/../secret.md", "line": 1, "column": 1}`,
		`{"File": "content/people/ada.md", "line": 1e2, "column": 9223372036854775807}`, `{"file": "content\u0000", "line": 1, "column": 1}`, `[]`, `{"file": "--help", "line": 1, "column": 1}`, "\xff",
	} {
		f.Add(seed)
	}
	r, h, opened := handlerOf(f)
	here := strings.TrimPrefix(r.url, "http://")
	f.Fuzz(func(t *testing.T, body string) {
		r.preview.opened.Store(0)
		*opened = nil
		req := httptest.NewRequest("POST", openPath, strings.NewReader(body))
		req.Host, req.RemoteAddr = here, "127.0.0.1:4000"
		req.Header.Set("Origin", r.url)
		req.Header.Set("Receipts-Token", r.preview.token)
		w := httptest.NewRecorder()
		began := time.Now()
		h.ServeHTTP(w, req)
		if time.Since(began) > 5*time.Second {
			t.Errorf("%q takes %v", body, time.Since(began))
		}
		if (w.Code == http.StatusNoContent) != (len(*opened) == 1) {
			t.Fatalf("%q: status %d, and the editor was opened %d times", body, w.Code, len(*opened))
		}
		for _, args := range *opened {
			name, _ := strings.CutPrefix(args[len(args)-1], r.folder+"/")
			if !strings.HasPrefix(name, "content/") || path.Clean(name) != name || len(args) != 2 {
				t.Errorf("%q opens %q", body, args)
			}
		}
	})
}

// Whatever policy a host is told, it is widened by our own folder or not at all, and
// no page is asked for a moment longer than that.
func FuzzWiden(f *testing.F) {
	f.Add("default-src 'none'; script-src 'self'; style-src 'none'")
	f.Add("script-src; ;SCRIPT-SRC 'unsafe-inline'; default-src *")
	f.Add("default-src https://a.example\t;connect-src 'none'")
	f.Fuzz(func(t *testing.T, policy string) {
		const own = "http://127.0.0.1:1/-/"
		wide := widen(policy, own)
		if again := widen(wide, own); strings.Count(again, own) > 2*strings.Count(wide, own) {
			t.Errorf("%q grows to %q", policy, again)
		}
		words := strings.Fields(strings.ReplaceAll(policy, ";", " "))
		for d := range strings.SplitSeq(wide, ";") {
			for i, word := range strings.Fields(d) {
				isOurs := word == own || i == 0 && slices.Contains([]string{"script-src", "style-src", "connect-src"}, word)
				if !isOurs && !slices.ContainsFunc(words, func(w string) bool {
					return w == word || i == 0 && strings.EqualFold(w, word) || strings.ToLower(w) == word
				}) {
					t.Errorf("%q is widened by %q to %q", policy, word, wide)
				}
			}
		}
	})
}
