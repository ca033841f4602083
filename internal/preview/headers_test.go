package preview

import (
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPatterns(t *testing.T) {
	for _, tt := range []struct {
		pattern, path, to string
		want              string // empty if it does not match
	}{
		{"/*", "/", "x", "x"},
		{"/*", "/a/b", "/:splat", "/a/b"},
		{"/static/*", "/static/a.css", "x", "x"},
		{"/static/*", "/static", "x", "x"},
		{"/static/*", "/statics/a", "x", ""},
		{"/static/*.css", "/static/a.css", "x", "x"},
		{"/static/*.css", "/static/a.js", "x", ""},
		{"/*/b", "/a/b", "x", "x"},
		{"/news/:year/:month", "/news/2024/10", "/:month/:year/", "/10/2024/"},
		{"/news/:year", "/news/2024/10", "x", ""},
		{"/news/:y/:year", "/news/1/2", "/:year/:y", "/2/1"},
		{"/old", "/old/", "/new", "/new"},
		{"/old/", "/old", "/new", "/new"},
		{"/old", "/older", "/new", ""},
		{"/a.b", "/axb", "x", ""},
		{"/", "/", "x", "x"},
		{"/", "/a", "x", ""},
	} {
		got, ok := compile(tt.pattern).fill(tt.to, tt.path)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s on %s gives %q, want %q", tt.pattern, tt.path, got, tt.want)
		}
	}
}

// Any netlify.toml is parsed without a panic or an endless loop.
func FuzzRules(f *testing.F) {
	f.Add("[[headers]]\nfor = \"/*\"\n[headers.values]\nX-A = \"b\"\n", "/a/b")
	f.Add("[[redirects]]\nfrom = \"/:a/*\"\nto = \"/:splat/:a\"\n", "/a/b/c")
	f.Fuzz(func(t *testing.T, text, path string) {
		r, err := parseRules([]byte(text))
		if err != nil {
			return
		}
		h := http.Header{}
		r.header(h, path)
		for name := range h {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s lets other sites in", name)
			}
		}
		r.redirect(path, false)
	})
}

const hostRules = `
[[headers]]
  for = "/*"
  [headers.values]
    X-All = "all"
    X-Which = "first"
    Access-Control-Allow-Origin = "*"
    Cache-Control = "public"
    X-Content-Type-Options = "sniff"
    Content-Security-Policy = "default-src 'none'"
[[headers]]
  for = "/people/*"
  [headers.values]
    x-which = '''
      second,
      in lines'''
[[redirects]]
  from = "/ada"
  to = "/people/ada/"
[[redirects]]
  from = "/who/:id"
  to = "/people/:id/"
  status = 302
[[redirects]]
  from = "/feed"
  to = "/feed.xml"
  status = 200
[[redirects]]
  from = "/with-query"
  to = "/feed.xml?from=here"
  status = 200
[[redirects]]
  from = "/about/"
  to = "https://elsewhere.example/"
[[redirects]]
  from = "/guide/"
  to = "/about/"
  status = 301
  force = true
[[redirects]]
  from = "/gone/*"
  to = "/404.html"
  status = 410
[[redirects]]
  from = "/api/*"
  to = "https://api.example/:splat"
  status = 200
[[redirects]]
  from = "/fr/*"
  to = "/"
  conditions = {Language = ["fr"]}
`

// The host's headers and redirects are those of production.
func TestHostRules(t *testing.T) {
	files := smallSite(t)
	files[hostFile] = hostRules
	r := run(t, files)
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	get := func(path string) *http.Response {
		t.Helper()
		res, err := client.Get(r.url + path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { res.Body.Close() })
		return res
	}
	type answer struct {
		Status int
		To     string
	}
	for path, want := range map[string]answer{
		"/ada":           {301, "/people/ada/"},
		"/who/ben":       {302, "/people/ben/"},
		"/feed":          {200, ""},
		"/about/":        {200, ""}, // a file that exists goes before a rule
		"/guide/":        {301, "/about/"},
		"/gone/for/good": {410, ""},
		"/with-query":    {200, ""},
		"/api/x":         {404, ""},
		"/fr/x":          {404, ""},
		"/people/ada":    {301, "/people/ada/"},
	} {
		res := get(path)
		if diff := cmp.Diff(want, answer{res.StatusCode, res.Header.Get("Location")}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
	h := get("/people/ada/").Header
	for name, want := range map[string]string{
		"X-All": "all", "X-Which": "second, in lines", "Access-Control-Allow-Origin": "",
		"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
	} {
		if got := h.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if got := h.Get("Content-Security-Policy"); !strings.Contains(got, "script-src "+r.url+"/-/") || !strings.HasPrefix(got, "default-src 'none'") {
		t.Errorf("the policy is %q", got)
	}
	for _, want := range []string{"fetches from another server", "depends on more than the path"} {
		if s := <-r.said; !strings.Contains(s, want) {
			t.Errorf("it says %q, not %q", s, want)
		}
	}
	// A mistake in the file is shown like any other, until it is mended.
	r.write(hostFile, "# mine\n[[headers]\n")
	r.next()
	if s := <-r.said; !strings.Contains(s, "netlify.toml:2:") || !strings.Contains(s, "of before hold") {
		t.Errorf("it says %q", s)
	}
	if got := get("/").Header.Get("X-All"); got != "all" {
		t.Errorf("with a mistake in the file, X-All is %q", got)
	}
	if w := r.told("/").Warnings; len(w) == 0 || w[0].File != hostFile || w[0].Line != 2 {
		t.Errorf("the browser is told of %+v", w)
	}
	r.write("content/people/grace.md", "---\ntitle: Grace\nsummary: Wrote back.\n---\n")
	r.next()
	if w := r.told("/").Warnings; len(w) == 0 || w[0].File != hostFile {
		t.Errorf("after another edit, the browser is told of %+v", w)
	}
	r.write(hostFile, "[[headers]]\nfor = \"/*\"\n[headers.values]\nX-All = \"mended\"\n")
	r.next()
	if got := get("/").Header.Get("X-All"); got != "mended" {
		t.Errorf("X-All is %q", got)
	}
	if w := r.told("/"); len(w.Warnings) > 0 && w.Warnings[0].File == hostFile {
		t.Errorf("once it is mended, the browser is told of %+v", w.Warnings[0])
	}
}

// What a path puts into a target is not searched for placeholders.
func TestFill(t *testing.T) {
	for _, tt := range []struct{ from, to, path, want string }{
		{"/:a/:b", "/x/:b/:a", "/one/two", "/x/two/one"},
		{"/:a/:b", "/x/:a/:b", "/:b/two", "/x/:b/two"},
		{"/old/*", "/new/:splat", "/old/a/b", "/new/a/b"},
		{"/:a/:ab", "/x/:ab", "/one/two", "/x/two"},
		{"/:a", "https://example.org:8080/:a", "/one", "https://example.org:8080/one"},
	} {
		if got, ok := compile(tt.from).fill(tt.to, tt.path); !ok || got != tt.want {
			t.Errorf("%s to %s leads %s to %q, want %q", tt.from, tt.to, tt.path, got, tt.want)
		}
	}
}

// A redirect stays below the site's base, and keeps the query of the request.
func TestLeads(t *testing.T) {
	for _, tt := range []struct{ to, base, query, want string }{
		{"/people/", "", "", "/people/"},
		{"/people/", "", "x=1", "/people/?x=1"},
		{"/people/?y=2", "", "x=1", "/people/?y=2"},
		{"/people/#ada", "", "x=1", "/people/?x=1#ada"},
		{"/people/", "/sub", "", "/sub/people/"},
		{"/sub/people/", "/sub", "", "/sub/people/"},
		{"https://example.org/", "/sub", "", "https://example.org/"},
		{"//example.org/", "/sub", "", "//example.org/"},
	} {
		if got := leads(tt.to, tt.base, tt.query); got != tt.want {
			t.Errorf("%s below %q with %q leads to %s, want %s", tt.to, tt.base, tt.query, got, tt.want)
		}
	}
}

// The preview sends the headers of this repository's own netlify.toml, apart from
// those without meaning on the author's own machine.
func TestOwnHeaders(t *testing.T) {
	data, err := os.ReadFile("../../netlify.toml")
	if err != nil {
		t.Fatal(err)
	}
	rules, err := parseRules(data)
	if err != nil || len(rules.notices) > 0 {
		t.Fatal(err, rules.notices)
	}
	r := run(t, smallSite(t))
	res, err := http.Get(r.url + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		t.Fatal(err)
	}
	for name, value := range rules.headers[0].Values {
		if name == "Strict-Transport-Security" {
			value = ""
		}
		if got := res.Header.Get(name); got != value {
			t.Errorf("%s is %q, published as %q", name, got, value)
		}
	}
}

func TestWiden(t *testing.T) {
	const own = "http://127.0.0.1:8080/-/"
	for _, tt := range []struct{ desc, give, want string }{
		{"already wide enough", "default-src 'self'", "default-src 'self'"},
		{"says nothing of scripts", "img-src 'none'", "img-src 'none'"},
		{
			"nothing at all", "default-src 'none'",
			"default-src 'none'; script-src " + own + "; style-src " + own + "; connect-src " + own,
		},
		{
			"another source", "default-src 'self'; script-src https://cdn.example; frame-ancestors 'none'",
			"default-src 'self'; script-src https://cdn.example " + own + "; frame-ancestors 'none'",
		},
		{"the first counts", "script-src 'self'; script-src 'none'; style-src 'self'; connect-src *", "script-src 'self'; script-src 'none'; style-src 'self'; connect-src *"},
	} {
		if got := widen(tt.give, own); got != tt.want {
			t.Errorf("%s: %q becomes %q, want %q", tt.desc, tt.give, got, tt.want)
		}
	}
}
