package markdown

import "testing"

// What an address may be, and what is never linked to; see also testdata/links.txtar.
func TestForbidden(t *testing.T) {
	for dest, refused := range map[string]bool{
		"https://example.org/a": false, "HTTP://example.org": false, "mailto:a@example.org": false, "tel:+1": false, "/a/#b": false, "a.html?b=c:d": false,
		"": true, " https://example.org": true, "https://example.org ": true, "/a\u00a0": true, "//example.org": true, "https:example.org": true, "https://": true,
		"javascript:x": true, "JAVASCRIPT:x": true, "data:text/html,x": true, "vbscript:x": true, "file:///etc": true, "mailto:": true,
		"https://ada@example.org": true, `\\example.org`: true, "/a\u202eb": true, "java\tscript:x": true, "/%zz": true,
	} {
		if problem, _ := forbidden(dest); (problem != "") != refused {
			t.Errorf("%q is refused: %q, want %v", dest, problem, refused)
		}
	}
}
