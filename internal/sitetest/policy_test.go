package sitetest

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"receipts/internal/host"
	"receipts/internal/source"
)

// directives returns the directives of the policy that a host sends with a path.
func directives(t *testing.T, rules host.Headers, path string) map[string][]string {
	t.Helper()
	policy := map[string][]string{}
	for _, h := range rules.For(path) {
		if h.Name != "Content-Security-Policy" {
			continue
		}
		for directive := range strings.SplitSeq(h.Value, ";") {
			words := strings.Fields(directive)
			if len(words) == 0 || policy[words[0]] != nil {
				t.Fatalf("%s: a directive without a name, or twice: %q", path, h.Value)
			}
			policy[words[0]] = words[1:]
		}
	}
	return policy
}

// loads are the attributes by which an element loads what the page needs, and the
// directive that it falls under.
var loads = []struct{ element, attribute, directive string }{
	{"script", "src", "script-src"},
	{"img", "src", "img-src"},
	{"img", "srcset", "img-src"},
	{"source", "srcset", "img-src"},
	{"image", "href", "img-src"},
	{"use", "href", "img-src"},
	{"form", "action", "form-action"},
	{"link", "href", ""},
}

// linkLoads are the kinds of links that a browser follows by itself.
var linkLoads = map[string]string{
	"stylesheet": "style-src", "icon": "img-src", "preload": "font-src", "modulepreload": "script-src", "manifest": "manifest-src",
}

// Each page, of both editions, keeps to the policy that is sent with it: nothing of the
// page is active but the site's own files, no other site is asked for anything, and an
// address that a browser would not load is not there. What is sent with every page makes
// rel="noopener" and rel="noreferrer" needless on links to other sites, as long as no
// link opens a window: the page there gets no handle on this one, and the name of the
// site as referrer, so that it sees who cites it. Nor do links to sources, which are what
// a reader is to follow, say nofollow.
func TestPolicy(t *testing.T) {
	s := site(t)
	rules, diags := host.ParseHeaders(source.File{Path: host.HeadersPath, Data: s.files[host.HeadersPath]})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	editions, outside := map[string]int{}, 0
	for _, p := range s.pages {
		editions[p.lang]++
		policy := directives(t, rules, p.path)
		want := map[string]string{"default-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'", "form-action": "'self'"}
		for directive, sources := range policy {
			if only := want[directive]; strings.Join(sources, " ") != only && (only != "" || strings.Join(sources, " ") != "'self'") {
				t.Fatalf("%s: the policy allows %s %q", p.path, directive, sources)
			}
			delete(want, directive)
		}
		if len(want) > 0 {
			t.Fatalf("%s: the policy says nothing of %v", p.path, want)
		}
		for n := range elements(p.doc) {
			switch src, hasSrc := attr(n, "src"); {
			case slices.Contains([]string{"style", "iframe", "frame", "object", "embed", "applet", "base", "portal", "audio", "video"}, n.Data):
				t.Errorf("%s: <%s>", p.path, n.Data)
			case n.Data == "script" && !hasSrc && value(n, "type") != "application/ld+json":
				t.Errorf("%s: a script without a file", p.path)
			case n.Data == "script" && hasSrc && value(n, "integrity") == "":
				t.Errorf("%s: the script %s has no integrity", p.path, src)
			case n.Data == "link" && value(n, "rel") == "stylesheet" && value(n, "integrity") == "":
				t.Errorf("%s: the stylesheet %s has no integrity", p.path, value(n, "href"))
			case n.Data == "meta" && value(n, "http-equiv") != "":
				t.Errorf("%s: <meta http-equiv>", p.path)
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") || a.Key == "srcdoc" || a.Key == "ping" || a.Key == "target" {
					t.Errorf("%s: %s has %s=%q", p.path, label(n), a.Key, a.Val)
				}
			}
			for _, l := range loads {
				dest, has := attr(n, l.attribute)
				directive := l.directive
				if n.Data == "link" {
					directive = linkLoads[value(n, "rel")]
				}
				if n.Data != l.element || !has || directive == "" {
					continue
				}
				if policy[directive] == nil {
					t.Errorf("%s: %s loads %q, which the policy does not allow", p.path, label(n), dest)
				}
				if s.isElsewhere(dest) {
					t.Errorf("%s: %s loads %q of another site", p.path, label(n), dest)
				}
			}
			if n.Data == "a" && s.isElsewhere(value(n, "href")) {
				outside++
				if rel := value(n, "rel"); rel != "" {
					t.Errorf("%s: %s says rel=%q", p.path, value(n, "href"), rel)
				}
			}
		}
		sent := map[string]string{}
		for _, h := range rules.For(p.path) {
			sent[h.Name] = h.Value
		}
		if sent["Referrer-Policy"] != "strict-origin-when-cross-origin" || sent["Cross-Origin-Opener-Policy"] != "same-origin" {
			t.Fatalf("%s: %v is sent", p.path, sent)
		}
	}
	if editions["en"] == 0 || editions["fr"] == 0 || outside == 0 {
		t.Errorf("%v pages, %d links to other sites", editions, outside)
	}
}

// isElsewhere reports whether an address is one of another site.
func (s *built) isElsewhere(dest string) bool {
	u, err := url.Parse(dest)
	own, ownErr := url.Parse(s.Site.BaseURL)
	return err != nil || ownErr != nil || u.Host != "" && u.Host != own.Host || u.Scheme == "data" || u.Scheme == "blob"
}
