package preview

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/fixture"
)

func TestEditors(t *testing.T) {
	for _, tt := range []struct {
		setting string
		want    []string // nil if it is left to a link
	}{
		{"", nil},
		{"vim", nil},
		{"nano -w", nil},
		{"emacs", nil},
		{"code --wait", []string{"code", "--wait", "--goto", "/site/a.md:3:7"}},
		{"/usr/local/bin/subl", []string{"/usr/local/bin/subl", "/site/a.md:3:7"}},
		{"idea", []string{"idea", "--line", "3", "/site/a.md"}},
		{"gvim", []string{"gvim", "+3", "/site/a.md"}},
		{`Code.exe`, []string{"Code.exe", "--goto", "/site/a.md:3:7"}},
	} {
		words, place := editor(tt.setting)
		var got []string
		if place != nil {
			got = append(words, place("/site/a.md", 3, 7)...)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("EDITOR=%s (-want +got):\n%s", tt.setting, diff)
		}
	}
}

func TestEditorLink(t *testing.T) {
	if got := (&preview{Options: Options{Folder: "/srv", Editor: "vim"}}).editorLink("content/a.md", 3, 7); got != "" {
		t.Errorf("EDITOR=vim is given the link %s, which needs another editor", got)
	}
	p := &preview{Options: Options{Folder: "/srv/a b/#site"}}
	const want = "vscode://file/srv/a%20b/%23site/content/a.md:3:7"
	if got := p.editorLink("content/a.md", 3, 7); got != want {
		t.Errorf("the link is %s, want %s", got, want)
	}
}

// The editor is started for our own pages only, and for files of the site only.
func TestOpen(t *testing.T) {
	var started [][]string
	old := start
	t.Cleanup(func() { start = old })
	start = func(name string, args ...string) (<-chan error, error) {
		started = append(started, append([]string{name}, args...))
		ended := make(chan error, 1)
		ended <- nil
		return ended, nil
	}
	r := run(t, fixture.Small(), func(o *Options) { o.Editor = "code -w" })
	r.write("netlify.toml.bak", "")
	token := r.preview.token
	const body = `{"file": "content/people/ada.md", "line": 2, "column": 8}`
	for _, tt := range []struct {
		desc, method, origin, token, body string
		want                              int
	}{
		{"our page", "POST", r.url, token, body, 204},
		{"our page, faster than a hand", "POST", r.url, token, body, 429},
		{"without the token", "POST", r.url, "", body, 403},
		{"with another token", "POST", r.url, strings.Repeat("A", len(token)), body, 403},
		{"without an origin", "POST", "", token, body, 403},
		{"from another origin", "POST", "http://attacker.example", token, body, 403},
		{"by a link", "GET", "", token, "", 405},
		{"a file outside", "POST", r.url, token, `{"file": "../secret.md", "line": 2, "column": 8}`, 404},
		{"a whole path", "POST", r.url, token, `{"file": "/etc/passwd", "line": 2, "column": 8}`, 404},
		{"a file that is not the site's", "POST", r.url, token, `{"file": "netlify.toml.bak", "line": 2, "column": 8}`, 404},
		{"a folder", "POST", r.url, token, `{"file": "content/people", "line": 2, "column": 8}`, 404},
		{"an option", "POST", r.url, token, `{"file": "--help", "line": 2, "column": 8}`, 404},
		{"no line", "POST", r.url, token, `{"file": "content/people/ada.md"}`, 400},
		{"a long body", "POST", r.url, token, `{"more": "` + strings.Repeat("x", maxForm) + `", ` + body[1:], 400},
		{"nonsense", "POST", r.url, token, `nonsense`, 400},
	} {
		req, err := http.NewRequest(tt.method, r.url+openPath, strings.NewReader(tt.body))
		if err != nil {
			t.Fatal(err)
		}
		if tt.origin != "" {
			req.Header.Set("Origin", tt.origin)
		}
		req.Header.Set("Receipts-Token", tt.token)
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != tt.want {
			t.Errorf("%s: status %d, want %d", tt.desc, res.StatusCode, tt.want)
		}
	}
	want := [][]string{{"code", "-w", "--goto", filepath.Join(r.folder, "content", "people", "ada.md") + ":2:8"}}
	if diff := cmp.Diff(want, started); diff != "" {
		t.Errorf("started (-want +got):\n%s", diff)
	}
}

// Other machines do not learn where on this one the author's files are.
func TestPathsStayHere(t *testing.T) {
	files := fixture.Small()
	files["content/people/ada.md"] = "---\ntitle: Ada\n---\n" // which stops the site
	r := run(t, files)
	e := r.preview.state.edition()
	for from, want := range map[string]bool{"127.0.0.1:4000": true, "192.168.1.7:4000": false} {
		req := httptest.NewRequest("GET", "/people/ada/?page=/people/ada/", nil)
		req.RemoteAddr = from
		told, err := json.Marshal(r.preview.message(e, req))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(told), r.folder); got != want {
			t.Errorf("the message for %s names a path of this machine: %t, want %t\n%s", from, got, want, told)
		}
	}
}

// Other machines may read the preview, and start nothing: they get no token, and a
// guessed one does not help. With -bare no request starts anything.
func TestOpenForOthers(t *testing.T) {
	old := start
	t.Cleanup(func() { start = old })
	start = func(string, ...string) (<-chan error, error) {
		t.Error("the editor is started")
		return nil, errors.New("never")
	}
	site := disk{t, t.TempDir()}
	site.write("content/a.md", "")
	for _, tt := range []struct {
		desc, from string
		bare       bool
		token      bool
	}{
		{"the author", "127.0.0.1:4000", false, true},
		{"the author, by the other loopback", "[::1]:4000", false, true},
		{"a phone", "192.168.1.7:4000", false, false},
		{"a phone, mapped", "[::ffff:192.168.1.7]:4000", false, false},
		{"the author, with -bare", "127.0.0.1:4000", true, false},
	} {
		p := &preview{Options: Options{Editor: "code", Bare: tt.bare, Root: os.DirFS(site.folder)}, token: "secret", side: &side{state: newState()}}
		r := httptest.NewRequest("GET", eventsPath+"?page=/", nil)
		r.RemoteAddr = tt.from
		if got := p.message(p.state.edition(), r).Token != ""; got != tt.token {
			t.Errorf("%s is given the token: %t", tt.desc, got)
		}
		if tt.token {
			continue
		}
		r = httptest.NewRequest("POST", openPath, strings.NewReader(`{"file": "content/a.md", "line": 1, "column": 1}`))
		r.RemoteAddr = tt.from
		r.Header.Set("Origin", "http://"+r.Host)
		r.Header.Set("Receipts-Token", "secret")
		w := httptest.NewRecorder()
		if p.open(w, r); w.Code != http.StatusNotFound {
			t.Errorf("%s: status %d", tt.desc, w.Code)
		}
	}
}

// The author is told if the browser does not open.
func TestNoBrowser(t *testing.T) {
	old := start
	t.Cleanup(func() { start = old })
	for _, tt := range []struct {
		desc         string
		fault, ended error
		want         bool
	}{
		{"there is no such program", errors.New("executable file not found"), nil, true},
		{"it finds no browser", nil, errors.New("exit status 3"), true},
		{"it opens", nil, nil, false},
	} {
		start = func(string, ...string) (<-chan error, error) {
			c := make(chan error, 1)
			c <- tt.ended
			return c, tt.fault
		}
		said := ""
		p := &preview{Options: Options{Open: "http://127.0.0.1:8080/", Say: func(s string) { said = s }}}
		p.showInBrowser(t.Context())
		if got := strings.Contains(said, "open http://127.0.0.1:8080/ yourself"); got != tt.want {
			t.Errorf("%s: it says %q", tt.desc, said)
		}
	}
}

// Without an editor of its own the preview starts nothing.
func TestOpenNothing(t *testing.T) {
	r := run(t, fixture.Small(), func(o *Options) { o.Editor = "vim" })
	if status, _ := r.get(openPath); status != http.StatusNotFound {
		t.Errorf("status %d", status)
	}
}

// What drafts say stays on this machine, unless the author has asked for more; here they
// have their pages and their desk, whatever the preview listens on.
func TestDraftsStayHere(t *testing.T) {
	for _, tt := range []struct {
		desc, listens string
		asked         bool
		want          bool // for another machine
	}{
		{"on this machine", "127.0.0.1:8080", false, true},
		{"in the network", "0.0.0.0:8080", false, false},
		{"in the network, with -drafts", "192.168.1.7:8080", true, true},
	} {
		files := withTexts()
		files["content/articles/draft.md"] = strings.Replace(files["content/articles/first.md"], "---\n", "---\ndraft: true\nunknown: SECRET\n", 1)
		r := runAt(t, tt.listens, files, func(o *Options) { o.Build.Drafts = tt.asked })
		// ask is what a machine gets of an address.
		ask := func(from, path string) (int, string) {
			req := httptest.NewRequest("GET", path, nil)
			req.RemoteAddr = from
			w := httptest.NewRecorder()
			r.preview.handler(guard{[]string{req.Host}}).ServeHTTP(w, req)
			return w.Code, w.Body.String()
		}
		// told is what it gets of the state, for the page at an address.
		told := func(from, page string) string {
			req := httptest.NewRequest("GET", "/-/events?page="+page, nil)
			req.RemoteAddr = from
			data, err := json.Marshal(r.preview.message(r.preview.sideOf(req).state.edition(), req))
			if err != nil {
				t.Fatal(err)
			}
			return string(data)
		}
		machines := map[string]bool{"127.0.0.1:4000": true, "192.168.1.8:4000": tt.want}
		for from, want := range machines {
			_, page := ask(from, "/")
			for what, text := range map[string]string{"bar": told(from, "/"), "page": page} {
				if got := strings.Contains(text, "SECRET"); got != want {
					t.Errorf("%s: the %s for %s shows what a draft says: %t, want %t", tt.desc, what, from, got, want)
				}
			}
		}
		r.write("content/articles/draft.md", "---\ntitle: A draft\nsummary: SECRET, too.\ndraft: true\nsource: {outlet: gazette, headline: A, published: 2024-10-09, language: en, read: 2026-11-22}\n---\n")
		if b := r.next(); b.Fault != nil || r.preview.others.state.edition().shown == nil || r.preview.state.edition().shown == nil {
			t.Fatalf("%s: the site is not whole", tt.desc)
		}
		for from, want := range machines {
			if is := told(from, "/articles/draft/") != told(from, "/articles/no-draft/"); is != want {
				t.Errorf("%s: %s can tell a draft from none: %t, want %t", tt.desc, from, is, want)
			}
			status, page := ask(from, "/articles/draft/")
			_, list := ask(from, "/articles/")
			if got := status == http.StatusOK; got != want || strings.Contains(page, "SECRET") != want || strings.Contains(list, "SECRET") != want {
				t.Errorf("%s: for %s a draft has a page: %t, want %t", tt.desc, from, got, want)
			}
		}
		if _, list := ask("127.0.0.1:4000", deskPath); !strings.Contains(list, `<a href="/-/desk/articles/draft/">A draft</a>`) {
			t.Errorf("%s: the draft is not at the desk:\n%s", tt.desc, list)
		}
		if status, _ := ask("192.168.1.8:4000", deskPath); status != http.StatusNotFound {
			t.Errorf("%s: another machine has a desk: status %d", tt.desc, status)
		}
		r.stop()
	}
}

// Other machines are told of each rebuild as this one is.
func TestOthersFollow(t *testing.T) {
	r := runAt(t, "0.0.0.0:8080", fixture.Small())
	before := r.preview.others.state.edition()
	r.write("content/people/ada.md", "---\ntitle: Ada\nsummary: Writes no letters any more.\n---\n")
	r.next()
	select {
	case <-before.next:
	default:
		t.Fatal("other machines are not told")
	}
	var page bytes.Buffer
	route, _ := r.preview.others.state.edition().shown.Route("/people/ada/")
	if err := route.Write(&page); err != nil || !strings.Contains(page.String(), "no letters any more") {
		t.Errorf("other machines see the site of before: %v", err)
	}
}
