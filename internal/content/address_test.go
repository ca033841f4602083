package content

import "testing"

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
		"https://example.org/a b":        "",
		"https://example.org/a\\b":       "",
		"https://example.org/\na":        "",
		"https://example..org":           "",
		"https://example.org:":           "",
		"https://:8080":                  "",
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
