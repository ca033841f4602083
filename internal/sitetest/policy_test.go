package sitetest

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

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

// linkLoads are the kinds of links that a browser follows by itself, and the directives
// that they fall under.
var linkLoads = map[string]string{
	"stylesheet": "style-src", "icon": "img-src", "preload": "font-src", "modulepreload": "script-src", "manifest": "manifest-src",
}

// linkNames are the kinds of links that only name an address.
var linkNames = []string{"canonical", "alternate", "search"}

// loadAttributes are those whose address a browser asks for by itself, or sends a form to.
var loadAttributes = []string{"src", "srcset", "imagesrcset", "href", "action", "formaction", "poster", "data", "background"}

// rels are the kinds of a link.
func rels(n *html.Node) []string { return strings.Fields(strings.ToLower(value(n, "rel"))) }

// A load is an address that an element loads, and the directives that it falls under.
type load struct {
	dest       string
	directives []string
}

// loadsOf are the loads of an element: not where a reader may go, nor what a link names.
func loadsOf(n *html.Node) (loads []load) {
	kinds := rels(n)
	for _, a := range n.Attr {
		directives := []string{"img-src"}
		switch key := a.Key; {
		case !slices.Contains(loadAttributes, key),
			key == "href" && (n.Data == "a" || n.Data == "area"),
			n.Data == "link" && len(kinds) > 0 && !slices.ContainsFunc(kinds, func(kind string) bool { return !slices.Contains(linkNames, kind) }):
			continue
		case n.Data == "link":
			directives = nil
			for _, kind := range kinds {
				if d := linkLoads[kind]; d != "" {
					directives = append(directives, d)
				}
			}
		case n.Data == "script":
			directives = []string{"script-src"}
		case key == "action", key == "formaction":
			directives = []string{"form-action"}
		}
		if !strings.HasSuffix(a.Key, "srcset") {
			loads = append(loads, load{a.Val, directives})
			continue
		}
		for candidate := range strings.SplitSeq(a.Val, ",") {
			if words := strings.Fields(candidate); len(words) > 0 {
				loads = append(loads, load{words[0], directives})
			}
		}
	}
	return loads
}

// addressInFile matches an address with a host in a stylesheet or a script.
var addressInFile = regexp.MustCompile(`(?i)(?:\b(?:https?|wss?):|["'` + "`" + `(]\s*)//([\w.-]+)`)

// hostsIn are the other hosts that a stylesheet or a script has an address of. What
// begins at www.w3.org is the name of a kind of markup.
func (s *built) hostsIn(file []byte) (hosts []string) {
	for _, m := range addressInFile.FindAllSubmatch(file, -1) {
		if host := string(m[1]); host != "www.w3.org" && s.isElsewhere("//"+host) {
			hosts = append(hosts, host)
		}
	}
	return hosts
}

// A page, a stylesheet or a script that asks another site for something is found.
func TestAsksElsewhere(t *testing.T) {
	s := site(t)
	for _, tt := range []struct {
		give string
		want bool
	}{
		{`<link rel="preconnect" href="https://b.example">`, true},
		{`<link rel="dns-prefetch" href="//b.example">`, true},
		{`<link rel="prefetch" href="https://b.example/a">`, true},
		{`<link rel="preload stylesheet" href="https://b.example/a.css">`, true},
		{`<link rel="Stylesheet" href="https://b.example/a.css">`, true},
		{`<link rel="alternate stylesheet" href="https://b.example/a.css">`, true},
		{`<link href="https://b.example/a.css">`, true},
		{`<link rel="preload" as="image" imagesrcset="/a.png 1x, https://b.example/a.png 2x">`, true},
		{`<img srcset="/a.png 1x, https://b.example/a.png 2x">`, true},
		{`<img src="data:image/png,a">`, true},
		{`<input type=image src="https://b.example/a.png">`, true},
		{`<form action="/search/"><button formaction="https://b.example/">`, true},
		{`<form action="https://b.example/">`, true},
		{`<svg><use href="https://b.example/a.svg#a"/></svg>`, true},
		{`<svg><image xlink:href="https://b.example/a.png"/></svg>`, true},
		{`<script src="https://b.example/a.js"></script>`, true},
		{`<link rel="canonical" href="https://b.example/a/">`, false},
		{`<link rel="alternate" href="https://b.example/a/">`, false},
		{`<a href="https://b.example/">`, false},
		{`<img src="/a.png" srcset="/a.png 1x, /b.png 2x">`, false},
	} {
		doc, err := html.Parse(strings.NewReader(tt.give))
		if err != nil {
			t.Fatal(err)
		}
		got := false
		for n := range elements(doc) {
			for _, l := range loadsOf(n) {
				got = got || s.isElsewhere(l.dest)
			}
		}
		if got != tt.want {
			t.Errorf("%s asks another site: %v", tt.give, got)
		}
	}
	for give, want := range map[string]bool{
		`@import "https://b.example/a.css";`:        true,
		`@import url(//b.example/a.css);`:           true,
		`a{background:URL( "HTTPS://b.example/a")}`: true,
		`fetch("https://b.example/")`:               true,
		"fetch(`//b.example/`)":                     true,
		`new WebSocket('wss://b.example/')`:         true,
		`a{background:url(/static/a.svg)}`:          false,
		`x="http://www.w3.org/2000/svg"`:            false,
		`a//b.example`:                              false,
	} {
		if got := len(s.hostsIn([]byte(give))) > 0; got != want {
			t.Errorf("%s asks another site: %v", give, got)
		}
	}
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
			case n.Data == "link" && slices.Contains(rels(n), "stylesheet") && value(n, "integrity") == "":
				t.Errorf("%s: the stylesheet %s has no integrity", p.path, value(n, "href"))
			case n.Data == "meta" && value(n, "http-equiv") != "":
				t.Errorf("%s: <meta http-equiv>", p.path)
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") || a.Key == "srcdoc" || a.Key == "ping" || a.Key == "target" {
					t.Errorf("%s: %s has %s=%q", p.path, label(n), a.Key, a.Val)
				}
			}
			for _, l := range loadsOf(n) {
				if len(l.directives) == 0 {
					t.Errorf("%s: %s loads %q, and no directive is known for it", p.path, label(n), l.dest)
				}
				for _, directive := range l.directives {
					if policy[directive] == nil {
						t.Errorf("%s: %s loads %q, which the policy does not allow", p.path, label(n), l.dest)
					}
				}
				if s.isElsewhere(l.dest) {
					t.Errorf("%s: %s loads %q of another site", p.path, label(n), l.dest)
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
	for path, file := range s.files {
		if strings.HasSuffix(path, ".css") || strings.HasSuffix(path, ".js") {
			for _, host := range s.hostsIn(file) {
				t.Errorf("%s has an address of %s", path, host)
			}
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
