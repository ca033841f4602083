package sitetest

import (
	"crypto/sha512"
	"encoding/base64"
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"

	"receipts/internal/build"
)

// linkAttrs are the attributes whose value is an address.
var linkAttrs = []string{"href", "src", "action", "poster", "cite", "data", "srcset", "formaction"}

// Every internal link and fragment, stylesheet, icon and image leads somewhere.
func TestLinks(t *testing.T) {
	for _, tt := range []struct{ desc, base string }{
		{"at the root of a host", ""},
		{"below a path", "https://example.org/some/where"},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			s := site(t)
			if tt.base != "" {
				var err error
				if s, err = buildSite(build.Options{BaseURL: tt.base}); err != nil {
					t.Fatal(err)
				}
			}
			for _, p := range s.pages {
				for n := range elements(p.doc) {
					for _, key := range linkAttrs {
						if dest, ok := attr(n, key); ok {
							if fault := s.follow(p, dest); fault != "" {
								t.Errorf("%s: %s=%q of %s %s", p.path, key, dest, label(n), fault)
							}
						}
					}
				}
			}
			for route, data := range s.files {
				if path.Ext(route) != ".css" {
					continue
				}
				for _, m := range cssURL.FindAllSubmatch(data, -1) {
					dest := strings.Trim(string(m[1]), `"' `)
					if strings.HasPrefix(dest, "#") || strings.HasPrefix(dest, "data:") {
						continue
					}
					if fault := s.follow(&page{path: route}, dest); fault != "" {
						t.Errorf("%s: url(%s) %s", route, dest, fault)
					}
				}
			}
		})
	}
}

var cssURL = regexp.MustCompile(`(?:url\(|@import\s+)([^)\s]+)`)

// follow says what is wrong with an address on p, or "".
func (s *built) follow(p *page, dest string) string {
	u, err := url.Parse(dest)
	switch {
	case dest == "":
		return "is empty"
	case err != nil:
		return "is no address: " + err.Error()
	case strings.TrimSpace(dest) != dest || strings.ContainsAny(dest, " \t\n\\"):
		return "has white space or a backslash in it"
	}
	own, err := url.Parse(s.Site.BaseURL)
	if err != nil {
		return err.Error()
	}
	switch {
	case u.Scheme == "mailto":
		if !strings.Contains(u.Opaque, "@") {
			return "is no mail address"
		}
		return ""
	case u.Scheme != "" && u.Scheme != "https" && u.Scheme != "http":
		return "has the scheme " + u.Scheme
	case u.Scheme == "" && u.Host != "":
		return "has a host and no scheme"
	case u.Host == "" && u.Scheme != "":
		return "has a scheme and no host"
	case u.Host != "" && u.Host != own.Host:
		return "" // elsewhere
	}
	target := own.JoinPath(p.path).ResolveReference(u)
	route, ok := strings.CutPrefix(target.EscapedPath(), own.EscapedPath())
	if !ok {
		return "leaves the path that the site is published under"
	}
	if s.files[route] == nil {
		return "leads to no page or file of the site"
	}
	if u.Fragment == "" {
		if strings.Contains(dest, "#") {
			return "has an empty fragment"
		}
		return ""
	}
	to := s.at[route]
	if to == nil {
		return "has a fragment, and leads to a file"
	}
	if to.ids[u.Fragment] == nil {
		return "leads to a page that has no such id"
	}
	return ""
}

// A link has words and an address.
func TestLinksHaveWords(t *testing.T) {
	for _, p := range site(t).pages {
		for _, a := range all(p.doc, "a") {
			var name strings.Builder
			name.WriteString(text(a) + value(a, "aria-label") + value(a, "aria-labelledby"))
			for _, img := range all(a, "img") {
				name.WriteString(value(img, "alt"))
			}
			if strings.TrimSpace(name.String()) == "" {
				t.Errorf("%s: %s is a link without words", p.path, label(a))
			}
			if _, ok := attr(a, "href"); !ok {
				t.Errorf("%s: %s is a link without an address", p.path, label(a))
			}
		}
	}
}

// Every page can be reached from the home page by links alone.
func TestNothingIsOrphaned(t *testing.T) {
	s := site(t)
	reached := map[string]bool{"/": true}
	for queue := []string{"/"}; len(queue) > 0; queue = queue[1:] {
		for _, a := range all(s.at[queue[0]].doc, "a") {
			to, _, _ := strings.Cut(value(a, "href"), "#")
			if s.at[to] != nil && !reached[to] {
				reached[to] = true
				queue = append(queue, to)
			}
		}
	}
	for _, p := range s.pages {
		if !reached[p.path] && p.first() != "/404.html" {
			t.Errorf("no link leads to %s", p.path)
		}
	}
}

// Stylesheets and scripts carry the hash of the bytes they lead to, and their
// names change with them.
func TestIntegrity(t *testing.T) {
	s := site(t)
	fingerprint := regexp.MustCompile(`^/static/.+\.[0-9a-f]{10}\.[a-z0-9]+$`)
	checked := 0
	for _, p := range s.pages {
		for n := range elements(p.doc) {
			dest := value(n, "href")
			switch {
			case n.Data == "script":
				dest = value(n, "src")
				if dest == "" {
					continue // data, or a fault that TestMarkup reports
				}
			case n.Data == "link" && (value(n, "rel") == "stylesheet" || value(n, "rel") == "modulepreload"):
			case n.Data == "link" && (value(n, "rel") == "icon" || value(n, "rel") == "preload"):
				if !fingerprint.MatchString(dest) && dest != "/favicon.ico" {
					t.Errorf("%s: %q is not fingerprinted", p.path, dest)
				}
				continue
			default:
				continue
			}
			if !fingerprint.MatchString(dest) {
				t.Errorf("%s: %q is not fingerprinted", p.path, dest)
			}
			sum := sha512.Sum384(s.files[dest])
			want := "sha384-" + base64.StdEncoding.EncodeToString(sum[:])
			if got := value(n, "integrity"); got != want {
				t.Errorf("%s: %s has integrity %q, want %q", p.path, dest, got, want)
			}
			checked++
		}
	}
	if checked < len(s.pages) {
		t.Errorf("%d stylesheets and scripts on %d pages: is a page without a stylesheet?", checked, len(s.pages))
	}
}

// Every static file is used by a page, a stylesheet or a script, or is at the root
// for machines that ask for it by name.
func TestStaticFilesAreUsed(t *testing.T) {
	s := site(t)
	used := map[string]bool{}
	for route, data := range s.files {
		if ext := path.Ext(route); ext == ".css" || ext == ".js" {
			for other := range s.files {
				used[other] = used[other] || strings.Contains(string(data), other)
			}
		}
	}
	for _, p := range s.pages {
		for n := range elements(p.doc) {
			for _, key := range append(linkAttrs, "content", "data-sheet") {
				used[strings.TrimPrefix(value(n, key), s.Site.BaseURL)] = true
			}
		}
	}
	for route := range s.files {
		if strings.HasPrefix(route, "/static/") && !used[route] {
			t.Errorf("nothing uses %s", route)
		}
	}
}
