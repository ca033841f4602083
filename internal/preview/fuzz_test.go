package preview

import (
	"bufio"
	"bytes"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/checked"
	"receipts/internal/diag"
	"receipts/internal/fixture"
	"receipts/internal/source"
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

// still is a preview that does not look for changes: it shows what its files were.
func still(f *testing.F, files map[string]string) (p *preview, d disk) {
	f.Helper()
	d = disk{f, f.TempDir()}
	for name, text := range files {
		d.write(name, text)
	}
	root, err := os.OpenRoot(d.folder)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { root.Close() })
	opt := Options{Folder: d.folder, Root: root.FS(), Defaults: receipts.Defaults, Build: build.Options{Drafts: true, Unwritten: true, Reviews: true}, Say: func(string) {}, Rebuilt: func(Rebuild) {}}
	p = &preview{Options: opt, inbox: newInbox(), mirror: newMirror(opt.Root, time.Now), token: "OURTOKEN"}
	p.past = newPast(f.Context(), nil)
	p.side = p.newSide(opt.Build)
	p.others = p.side
	p.rebuild(f.Context(), change{all: true})
	close(p.state.edition().next) // so that no answer waits for the next
	return p, d
}

// Whatever a form of a review posts, what others have signed and asked stays, and only a
// form of ours is noted. HASH stands for the hash of an item, and OURTOKEN is the token.
func FuzzSign(f *testing.F) {
	const signed = "paper: {by: [{name: \"EF\", role: \"reader\", date: 2026-11-28}], hash: 1-0123456789abcdef, fields: title=4aa5}\n"
	const asked = `{by: "CD", date: 2026-11-28, says: "Which year?"}`
	files := withTexts()
	files[checked.Path] = "first#a-fine: {queries: [" + asked + "]}\n" + signed
	p, d := still(f, files)
	hash := p.state.edition().current.Reviews.Of(fineItem).Hash
	for _, seed := range []string{
		"token=OURTOKEN&item=first%23a-fine&hash=HASH&do=holds&by=AB&role=reader", "token=OURTOKEN&item=first%23a-fine&hash=HASH&do=query&by=AB&note=Why%3F", "token=OURTOKEN&item=first%23a-fine&do=answer&by=AB&asked-by=CD&asked-on=2026-11-28&asked=Which+year%3F",
		"token=OURTOKEN&item=first%23a-fine&hash=HASH&do=holds&by=A%0AB&role=%22%7D%5D&article=%2F%2Fx&kind=%0d%0aa:b", "token=OURTOKEN&token=x&item=paper&do=holds&by=EF", "do=holds&do=query&by=%3Cscript%3E&item=%3Cimg+onerror=x%3E", "%zz=1;a", "token=OURTOKEN&item=first%23a-fine&hash=HASH&do=query&by=AB&note=%E2%80%AE%00%FF%3C/textarea%3E%3Cscript%3E",
	} {
		f.Add(seed)
	}
	at := netip.MustParseAddrPort("127.0.0.1:4000")
	h := p.handler(newGuard(tcp{at}))
	f.Fuzz(func(t *testing.T, form string) {
		disk{t, d.folder}.write(checked.Path, files[checked.Path])
		req := httptest.NewRequest("POST", deskSign, strings.NewReader(strings.ReplaceAll(form, "HASH", hash)))
		req.Host, req.RemoteAddr = at.String(), at.String()
		req.Header.Set("Origin", "http://"+at.String())
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, req)
		data, err := os.ReadFile(d.path(checked.Path))
		if err != nil {
			t.Fatal(err)
		}
		now := string(data)
		switch isNoted := now != files[checked.Path]; {
		case w.Code == http.StatusSeeOther:
			if to := w.Header().Get("Location"); !strings.HasPrefix(to, deskReview+"?") {
				t.Errorf("%q leads to %q", form, to)
			}
			read, diags := checked.Parse(source.File{Path: checked.Path, Data: data})
			if !read.IsWhole() || len(diags) > 0 || !strings.Contains(now, signed) || !isNoted {
				t.Errorf("%q leaves\n%s%v", form, now, diags)
			}
			if values, _ := url.ParseQuery(form); values.Get("token") != p.token || values.Get("do") != doAnswer && !strings.Contains(now, asked) {
				t.Errorf("%q leaves\n%s", form, now)
			}
		case isNoted || !slices.Contains([]int{400, 403, 404, 409, 422}, w.Code):
			t.Errorf("%q is answered with %d and leaves\n%s", form, w.Code, now)
		}
		for z := html.NewTokenizer(w.Body); z.Next() != html.ErrorToken; {
			token := z.Token()
			for _, a := range token.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" && !strings.HasPrefix(a.Val, ownFolder) || strings.HasPrefix(a.Val, "javascript:") {
					t.Errorf("%q comes back as %s", form, token)
				}
			}
			if token.Type == html.StartTagToken && token.Data == "script" && len(token.Attr) == 0 {
				t.Errorf("%q comes back as %s", form, token)
			}
		}
	})
}

// However files come and go, and whatever names a watcher tells, in pieces or all at once,
// what is taken from the inbox brings the mirror to what the disk has. Each line is a
// file that is written or, with a minus, removed; an empty one is a rebuild.
func FuzzInbox(f *testing.F) {
	f.Add("content/a.md\n\n-content/a.md\ncontent/a.md/b.md\n\n-content/a.md/b.md", "x")
	f.Add("content/a.md\ncontent/.b.md.swp\nlayouts/a/b/c.html\n-content/ada.md\n../a\n/\n\n.\ncontent\nstatic//x\n\xff\x00", "")
	f.Add("content/people/ada.md\n-content/people/ada.md\ncontent/people/ada.md", "---\n")
	f.Fuzz(func(t *testing.T, lines, text string) {
		root := fixture.FS(map[string]string{"content/ada.md": "ada"})
		b, m := newInbox(), newMirror(root, time.Now)
		m.refresh(change{all: true})
		rebuild := func() {
			select {
			case <-b.wake:
			default:
				if len(b.pending.paths) > 0 {
					t.Fatal("something came, and nothing wakes the preview")
				}
			}
			m.refresh(b.take())
		}
		for i, line := range strings.Split(lines, "\n") {
			name, removed := strings.CutPrefix(line, "-")
			isParent := func(parent, p string) bool { return strings.HasPrefix(p, parent+"/") }
			switch {
			case line == "":
				rebuild()
				continue
			case !fs.ValidPath(name) || name == ".": // no system has it, but a watcher may say it
			case removed:
				delete(root, name)
			case !slices.ContainsFunc(slices.Collect(maps.Keys(root)), func(p string) bool { return isParent(p, name) || isParent(name, p) }):
				root[name] = &fstest.MapFile{Data: []byte(text + line), ModTime: time.Unix(int64(i), 0)}
			}
			b.put(at(name))
		}
		rebuild()
		fresh := newMirror(root, time.Now)
		fresh.refresh(change{all: true})
		for _, folder := range folders {
			want, wrong := fresh.List(folder)
			got, err := m.List(folder)
			if !slices.Equal(want, got) || (wrong == nil) != (err == nil) {
				t.Fatalf("%q: %s has %q, %v; the mirror %q, %v", lines, folder, want, wrong, got, err)
			}
			for _, p := range want {
				file, _ := fresh.Read(p)
				if mirrored, err := m.Read(p); err != nil || !bytes.Equal(file.Data, mirrored.Data) {
					t.Fatalf("%q: %s is %q, in the mirror %q, %v", lines, p, file.Data, mirrored.Data, err)
				}
			}
		}
	})
}

// Whatever a layout says, the preview tries it: with it some pages of each layout can be
// made, or it has a mistake that is named in it.
func FuzzTrial(f *testing.F) {
	files := fixture.Small()
	maps.Copy(files, plainLayouts)
	names := slices.Sorted(maps.Keys(plainLayouts))
	for i, name := range names {
		f.Add(byte(i), plainLayouts[name])
		for _, s := range []string{"", "{{.Nothing}}", "{{range .Nav}}{{range $.Nav}}{{.Href}}{{end}}{{end}}", "<a href={{.Title}} onclick='{{.Title}}'><script>{{.Title}}</script><style>{{.Title}}", "{{define `layouts/x.html`}}{{template `layouts/x.html` .}}{{end}}", "{{template \"layouts/base.html\" .}}", "{{with asset `nothing`}}{{end}}{{/*", "{{printf `%999999d` 1}}{{index .Title 9}}{{slice .Title 3 1}}"} {
			f.Add(byte(i), s)
		}
	}
	root := fixture.FS(files)
	p := &preview{side: &side{builder: build.New(root, receipts.Defaults, build.Options{Jobs: 1})}}
	f.Fuzz(func(t *testing.T, which byte, text string) {
		if len(text) > 1<<11 {
			t.Skip()
		}
		name := names[int(which)%len(names)]
		for n, plain := range plainLayouts {
			root[n] = &fstest.MapFile{Data: []byte(plain)}
		}
		root[name] = &fstest.MapFile{Data: []byte(text)}
		began := time.Now()
		res, err := p.builder.Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		e := &edition{current: res, changed: []string{name}}
		p.tryLayouts(t.Context(), e, &edition{number: 1})
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s as %q takes %v", name, text, took)
		}
		if e.current.Routes != nil {
			if err := p.builder.CheckRoutes(t.Context(), &build.Result{Routes: samples(e.current.Routes)}); err != nil && !e.untried {
				t.Errorf("%s as %q was tried: %v", name, text, err)
			}
			return
		}
		if !slices.ContainsFunc(e.current.Diags, func(d diag.Diagnostic) bool {
			return !d.IsWarning() && strings.HasPrefix(d.Place.File, "layouts/") && d.Message != ""
		}) {
			t.Errorf("%s as %q has no page and no mistake: %v", name, text, e.current.Diags)
		}
	})
}
