package preview

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts"
	"receipts/internal/fixture"
	"receipts/internal/host"
	"receipts/internal/source"
)

const ownHeaders = `
/*
  X-All: all
  Access-Control-Allow-Origin: *
  Strict-Transport-Security: max-age=31536000
  Content-Security-Policy: default-src 'none'
  Cache-Control: public
  X-Content-Type-Options: sniff
/people/*
  x-which: people
`

const ownRedirects = `
/ada /people/ada/ 301
/who/:id /people/:id/ 302
/feed /feed.xml 200
/with-query /feed.xml?from=here 200
/guide/ /about/ 301
/old/* https://elsewhere.example/:splat 308
/fr/* / 302 Language=fr
`

// Headers and redirects are those of production.
func TestHostRules(t *testing.T) {
	files := fixture.Small()
	files["static/root/_headers"], files["static/root/_redirects"] = ownHeaders, ownRedirects
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
		"/ada":                 {301, "/people/ada/"},
		"/ada?x=1":             {301, "/people/ada/?x=1"},
		"/who/ben":             {302, "/people/ben/"},
		"/feed":                {200, ""},
		"/guide/":              {200, ""}, // a file that exists goes before a rule
		"/old/a/b":             {308, "https://elsewhere.example/a/b"},
		"/with-query":          {200, ""},
		"/fr/x":                {404, ""}, // for the host alone
		"/people/ada":          {301, "/people/ada/"},
		"/amounts/amounts.csv": {301, "/data/reports.csv"}, // of the site itself
	} {
		res := get(path)
		if diff := cmp.Diff(want, answer{res.StatusCode, res.Header.Get("Location")}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
	h := get("/people/ada/").Header
	for name, want := range map[string]string{
		"X-All": "all", "X-Which": "people", "Access-Control-Allow-Origin": "", "Strict-Transport-Security": "",
		"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
	} {
		if got := h.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if got := h.Get("Content-Security-Policy"); !strings.Contains(got, "script-src "+r.url+"/-/") || !strings.HasPrefix(got, "default-src 'none'") {
		t.Errorf("the policy is %q", got)
	}

	// With a mistake in the file, the rules of before hold, as the pages do.
	r.write("static/root/_headers", "/*\n  X-All\n")
	r.next()
	if stops := r.told("/").Stops; len(stops) != 1 || stops[0].Code != "E156" || stops[0].Line != 2 {
		t.Errorf("the browser is told of %+v", stops)
	}
	if got := get("/").Header.Get("X-All"); got != "all" {
		t.Errorf("with a mistake in the file, X-All is %q", got)
	}
	r.write("static/root/_headers", "/*\n  X-All: mended\n")
	r.next()
	if got := get("/").Header.Get("X-All"); got != "mended" {
		t.Errorf("X-All is %q", got)
	}
}

// A redirect keeps the query of the request.
func TestLeads(t *testing.T) {
	for _, tt := range []struct{ to, query, want string }{
		{"/people/", "", "/people/"},
		{"/people/", "x=1", "/people/?x=1"},
		{"/people/?y=2", "x=1", "/people/?y=2"},
		{"/people/#ada", "x=1", "/people/?x=1#ada"},
		{"https://example.org/", "", "https://example.org/"},
		{"//example.org/", "", "//example.org/"},
	} {
		if got := leads(tt.to, tt.query); got != tt.want {
			t.Errorf("%s with %q leads to %s, want %s", tt.to, tt.query, got, tt.want)
		}
	}
}

// The preview sends the built-in headers, apart from those without meaning on the
// author's own machine and those that would let other sites read it.
func TestOwnHeaders(t *testing.T) {
	data, err := receipts.Defaults.ReadFile("static/root/_headers")
	if err != nil {
		t.Fatal(err)
	}
	rules, _ := host.ParseHeaders(source.File{Data: data})
	r := run(t, fixture.Small())
	res, err := http.Get(r.url + "/")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if _, err := io.Copy(io.Discard, res.Body); err != nil {
		t.Fatal(err)
	}
	if len(rules.For("/")) < 5 {
		t.Fatal("few headers are built in")
	}
	for _, h := range rules.For("/") {
		want := h.Value
		switch h.Name {
		case "Strict-Transport-Security", "Access-Control-Allow-Origin":
			want = ""
		case "Cross-Origin-Resource-Policy":
			want = "same-origin"
		}
		if got := res.Header.Get(h.Name); got != want {
			t.Errorf("%s is %q, published as %q", h.Name, got, want)
		}
	}
}
