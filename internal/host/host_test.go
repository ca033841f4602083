package host

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/diag"
	"receipts/internal/source"
)

func TestPatterns(t *testing.T) {
	for _, tt := range []struct {
		pattern, path, to string
		want              string // empty if it does not match
	}{
		{"/*", "/", "x", "x"},
		{"/*", "/a/b", "/:splat", "/a/b"},
		{"/*", "/a\nb", "x", "x"},
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
		got, ok := compile(tt.pattern).fill(tt.to, tt.path, strings.Clone)
		if got != tt.want || ok != (tt.want != "") {
			t.Errorf("%s on %s gives %q, want %q", tt.pattern, tt.path, got, tt.want)
		}
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
		if got, ok := compile(tt.from).fill(tt.to, tt.path, strings.Clone); !ok || got != tt.want {
			t.Errorf("%s to %s leads %s to %q, want %q", tt.from, tt.to, tt.path, got, tt.want)
		}
	}
}

func parsed(diags diag.List) []string {
	var out []string
	for _, d := range diags {
		out = append(out, string(d.Code)+": "+d.Message)
	}
	return out
}

func TestHeaders(t *testing.T) {
	const text = `# of all
/*
  X-All:  a:  b
	x-own: 1

/people/*
  X-People: yes
/people/:name/photo
  X-Photo: yes
`
	rules, diags := ParseHeaders(source.File{Path: "_headers", Data: []byte(text)})
	if len(diags) > 0 {
		t.Error(parsed(diags))
	}
	for path, want := range map[string]string{
		"/":                  "X-All=a:  b x-own=1",
		"/people/":           "X-All=a:  b x-own=1 X-People=yes",
		"/people/ada/photo":  "X-All=a:  b x-own=1 X-People=yes X-Photo=yes",
		"/people/ada/photo/": "X-All=a:  b x-own=1 X-People=yes X-Photo=yes",
	} {
		var got []string
		for _, h := range rules.For(path) {
			got = append(got, h.Name+"="+h.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s has %q, want %q", path, got, want)
		}
	}
}

// Of two values that meet, the last counts here.
func TestHeaderTwice(t *testing.T) {
	for _, tt := range []struct {
		text, path, want string
		warned           bool
	}{
		{"/*\n X-A: 1\n/a/*\n x-a: 2\n", "/a/", "2", true},
		{"/a/*\n X-A: 1\n/*\n X-A: 2\n", "/a/", "2", true},
		{"/*\n X-A: 1\n X-A: 2\n", "/", "2", true},
		{"/a/*\n X-A: 1\n/b/*\n X-A: 2\n", "/a/", "1", false},
	} {
		rules, diags := ParseHeaders(source.File{Data: []byte(tt.text)})
		if got := rules.For(tt.path); len(got) != 1 || got[0].Value != tt.want || (len(diags) == 1) != tt.warned {
			t.Errorf("%q gives %v and %q", tt.text, got, parsed(diags))
		}
	}
}

func TestRedirects(t *testing.T) {
	for _, tt := range []struct {
		line, path, want string // "" if no rule is for the path
		code             diag.Code
	}{
		{"/old/ /new/ 301", "/old/", "301 /new/", ""},
		{"/old /new/  302  # since 2026", "/old", "302 /new/", ""},
		{"/old/* /new/:splat 308", "/old/a/b", "308 /new/a/b", ""},
		{"/app/* /app/ 200", "/app/x", "200 /app/", ""},
		{"/app/* /other/:splat 200", "/app/a b", "200 /other/a b", ""},
		{"/old/* /:splat 301", "/old//evil.example", "301 /evil.example", ""},
		{"/old/* /:splat 301", "/old///evil.example", "301 /evil.example", ""},
		{"/old/* /:splat 301", "/old/\t/evil.example/", "301 /%09/evil.example", ""},
		{"/old/* //example.org/:splat 301", "/old//a", "301 //example.org//a", ""},
		{"/old/* https://example.org/:splat 301", "/old/a?b#c", "301 https://example.org/a%3Fb%23c", ""},
		{"/who/:id /people/:id/ 302", "/who/100% é\r\n", "302 /people/100%25%20%C3%A9%0D%0A/", ""},
		{"/old/ /new/", "/old/", "301 /new/", diag.HostsDiffer},
		{"/old/ /new/ 301!", "/old/", "", diag.HostsDiffer},
		{"/old/ /new/ 301 Country=us", "/old/", "", diag.HostsDiffer},
		{"/old/ id=:id /new/:id 301", "/old/", "", diag.HostsDiffer},
		{"https://old.example/* https://example.org/:splat 301", "/a", "", diag.HostsDiffer},
		{"/api/* https://api.example/:splat 200", "/api/x", "", diag.HostsDiffer},
		{"/gone/* /404.html 410", "/gone/", "", diag.HostsDiffer},
		{"/old/", "/old/", "", diag.BadRedirect},
		{"old/ /new/ 301", "/old/", "", diag.BadRedirect},
		{"/old/?id=1 /new/ 301", "/old/", "", diag.BadRedirect},
		{"/old/ new/ 301", "/old/", "", diag.BadRedirect},
		{"/old/ /new/ moved", "/old/", "", diag.BadRedirect},
		{"/old/ /new/ 30", "/old/", "", diag.BadRedirect},
	} {
		rules, diags := ParseRedirects(source.File{Data: []byte("# a comment\n\n" + tt.line + "\n")})
		got := ""
		if rule, to, ok := rules.Find(tt.path); ok {
			got = fmt.Sprintf("%d %s", rule.Status, to)
		}
		var code diag.Code
		if len(diags) > 0 {
			code = diags[0].Code
		}
		if got != tt.want || code != tt.code || len(diags) > 1 {
			t.Errorf("%s gives %q and %q", tt.line, got, parsed(diags))
		}
	}
}

// The first rule counts, and places are those of the lines.
func TestRedirectsInOrder(t *testing.T) {
	text := "/a /b 301\r\n  /a/* /c 302\n/d\n"
	rules, diags := ParseRedirects(source.File{Path: "f", Data: []byte(text)})
	if rule, _, _ := rules.Find("/a"); rule.To != "/b" {
		t.Errorf("the rule is %+v", rule)
	}
	want := []diag.Place{{File: "f", Start: 0, End: 9}, {File: "f", Start: 13, End: 24}, {File: "f", Start: 25, End: 27}}
	if diff := cmp.Diff(want, []diag.Place{rules[0].Place, rules[1].Place, diags[0].Place}); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

// Any file is read without a panic or an endless loop, and what is reported stands in it.
func FuzzRules(f *testing.F) {
	f.Add("/*\n  X-A: b\n", "/a/b")
	f.Add("/:a/* /:splat/:a 301\n", "/a/b/c")
	f.Add("! X\nhttps://a/*\n x: y\n/a b=c /d 301\n", "")
	f.Fuzz(func(t *testing.T, text, path string) {
		file := source.File{Data: []byte(text)}
		headers, diags := ParseHeaders(file)
		headers.For(path)
		redirects, more := ParseRedirects(file)
		redirects.Find(path)
		for _, d := range append(diags, more...) {
			if d.Place.Start < 0 || d.Place.End <= d.Place.Start || d.Place.End > len(text) {
				t.Errorf("%+v is no place in %q", d.Place, text)
			}
		}
	})
}
