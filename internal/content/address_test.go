package content

import (
	"errors"
	"strings"
	"testing"

	"receipts/internal/diag"
	"receipts/internal/source"
)

// One check says what the address of a site may be, in the site file and on the
// command line.
func TestSiteAddress(t *testing.T) {
	for give, want := range map[string]string{
		"https://example.org":            "https://example.org",
		"https://example.org/":           "https://example.org",
		"https://example.org/a/b/":       "https://example.org/a/b",
		"http://127.0.0.1:8080":          "http://127.0.0.1:8080",
		"HTTPS://Example.org/%C3%A9":     "https://example.org/%C3%A9",
		"https://example.org/é/A":        "https://example.org/%C3%A9/A",
		"https://exämple.org":            "",
		"https://example.org//":          "",
		"https://example.org/a//":        "",
		"https://example.org//a":         "",
		"https://example.org/a/../b":     "",
		"https://example.org/a/..":       "",
		"https://example.org/%2e%2e/b":   "",
		"https://example.org/./a":        "",
		"https://me@example.org":         "",
		"https://me:secret@example.org/": "",
		"https://@example.org":           "",
		"https://example.org/?a=b":       "",
		"https://example.org/#a":         "",
		"https://example.org/a?b=c":      "",
		"https://example.org/a#b":        "",
		"https://example.org/a b":        "",
		"https://example.org/a\\b":       "",
		"https://example.org/\na":        "",
		"https://example..org":           "",
		"https://example.org:":           "",
		"https://:8080":                  "",
		"https://example.org:65535":      "https://example.org:65535",
		"https://example.org:65536":      "",
		"https://example.org:0":          "",
		"https://.example.org":           "",
		"https://example.org/%0a":        "",
		"https://example.org/%00":        "",
		"https://example.org/\u202ea":    "",
		"https://example.org/%E2%80%AEa": "",
		"https://example.org/%zz":        "",
		"https://":                       "",
		"//example.org":                  "",
		"example.org":                    "",
		"ftp://example.org":              "",
		"":                               "",
	} {
		got, err := SiteAddress(give)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q is the address %q (%v), want %q", give, got, err, want)
		}
	}
}

func TestCheckAddress(t *testing.T) {
	for _, text := range []string{"https:///a", "http:///", "https:a", "https://me@example.org/", "ftp://example.org/", "example.org", "https://example.org/a b", "https://example.org:0/", "https://example.org:99999/"} {
		if err := checkAddress(text); err == nil {
			t.Errorf("%q passes for the address of a page", text)
		}
	}
	if err := checkAddress("https://example.org/a?b=c#d"); err != nil {
		t.Error(err)
	}
	var bad *diag.Mistake
	if err := checkAddress("https://example.org/%zz"); !errors.As(err, &bad) || bad.Hint != `write %25 for a "%" that is meant, as in "%zz"` {
		t.Errorf("%v: %v", err, bad)
	}
}

// What an alias may be is what a file, an address and a line of _redirects have alike.
func TestOldAddress(t *testing.T) {
	for text, want := range map[string]bool{
		"/a/": true, "/2024/old-page/": true, "/a/b.html": true, "/A_~-/": true,
		"/": false, "//a/": false, "/a//b/": false, "/../a/": false, "/.a/": false, "/a b/": false, "/é/": false, "/a*/": false, "/a:b/": false,
	} {
		if got := oldAddress.MatchString(strings.TrimSuffix(text, "/")); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
		data := "---\ntitle: A\nsummary: B\naliases: [\"" + text + "\"]\n---\n"
		_, diags := Parse(source.File{Path: "content/pages/a.md", Data: []byte(data)}, "en", nil)
		if got := len(diags) == 0; got != want {
			t.Errorf("%q as an alias: %v", text, diags)
		}
	}
}
