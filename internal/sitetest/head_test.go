package sitetest

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

// A browser's parser repairs nothing: it has no element to close, to move or to
// add.
func TestParserMendsNothing(t *testing.T) {
	for _, p := range site(t).pages {
		var written, parsed []string
		z := html.NewTokenizer(strings.NewReader(string(p.source)))
		for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
			if kind == html.StartTagToken || kind == html.SelfClosingTagToken {
				name, _ := z.TagName()
				written = append(written, string(name))
			}
		}
		for n := range elements(p.doc) {
			parsed = append(parsed, strings.ToLower(n.Data))
		}
		if diff := cmp.Diff(written, parsed); diff != "" {
			t.Errorf("%s (-written +parsed):\n%s", p.path, diff)
		}
	}
}

// The head of each page has each entry once, with a title and an address of its own.
func TestHeads(t *testing.T) {
	s := site(t)
	titles, descriptions := map[string]string{}, map[string]string{}
	unique := func(p *page, seen map[string]string, what, words string) {
		inOther := seen[map[string]string{"en": "fr", "fr": "en"}[p.lang]+words]
		switch other, taken := seen[p.lang+words]; {
		case s.at[inOther] != nil && s.at[inOther].first() == p.first() && what == "description" && !aboutWriting(p):
			t.Errorf("%s: has the description of %s: %q", p.path, inOther, words)
		case strings.TrimSpace(words) == "":
			t.Errorf("%s: no %s", p.path, what)
		case taken:
			t.Errorf("%s: has the %s of %s: %q", p.path, what, other, words)
		default:
			seen[p.lang+words] = p.path
		}
	}
	for _, p := range s.pages {
		if got := value(all(p.doc, "html")[0], "lang"); got != p.lang {
			t.Errorf("%s: lang is %q", p.path, got)
		}
		heads := all(all(p.doc, "head")[0], "title")
		if len(heads) != 1 {
			t.Errorf("%s: %d titles", p.path, len(heads))
			continue
		}
		unique(p, titles, "title", text(heads[0]))
		if h1 := all(p.doc, "h1"); len(h1) != 1 {
			t.Errorf("%s: %d h1", p.path, len(h1))
		}

		meta := map[string][]string{}
		for _, m := range all(p.doc, "meta") {
			key := value(m, "name") + value(m, "property")
			if _, ok := attr(m, "charset"); ok {
				key = "charset"
			}
			meta[key] = append(meta[key], value(m, "content"))
		}
		for key, values := range meta {
			if key != "theme-color" && len(values) != 1 { // one for light, one for dark
				t.Errorf("%s: %d meta %q", p.path, len(values), key)
			}
		}
		description := strings.Join(meta["description"], "")
		unique(p, descriptions, "description", description)
		if n := len([]rune(description)); n > 320 {
			t.Errorf("%s: a description of %d characters", p.path, n)
		}
		if !strings.Contains(strings.Join(meta["viewport"], ""), "width=device-width") {
			t.Errorf("%s: no viewport", p.path)
		}

		var canonical strings.Builder
		for _, l := range all(p.doc, "link") {
			if value(l, "rel") == "canonical" {
				canonical.WriteString(value(l, "href"))
			}
		}
		want := s.Site.BaseURL + p.path
		if isCopy(p) {
			want = s.Site.BaseURL + strings.TrimPrefix(p.path, french)
		}
		if canonical.String() != want {
			t.Errorf("%s: canonical is %q, want %q", p.path, canonical.String(), want)
		}
		if got := strings.Join(meta["og:url"], ""); got != want {
			t.Errorf("%s: og:url is %q, want %q", p.path, got, want)
		}
		// The charset counts only among the first 1024 bytes.
		if i := strings.Index(string(p.source), "charset="); i < 0 || i > 1024 {
			t.Errorf("%s: the charset stands at byte %d", p.path, i)
		}
	}
}

// Every page has the same landmarks, and its first link skips to the content.
func TestLandmarks(t *testing.T) {
	for _, p := range site(t).pages {
		for name, want := range map[string]int{"main": 1, "body": 1} {
			if got := len(all(p.doc, name)); got != want {
				t.Errorf("%s: %d <%s>, want %d", p.path, got, name, want)
			}
		}
		body := all(p.doc, "body")[0]
		top := map[string]int{}
		for n := range body.ChildNodes() {
			if n.Type == html.ElementNode {
				top[n.Data]++
			}
		}
		if top["header"] != 1 || top["footer"] != 1 {
			t.Errorf("%s: %d headers and %d footers of the page", p.path, top["header"], top["footer"])
		}
		first := all(body, "a")[0]
		to := p.ids[strings.TrimPrefix(value(first, "href"), "#")]
		if to == nil || to.Data != "main" {
			t.Errorf("%s: the first link leads to %q, not to the content", p.path, value(first, "href"))
		}
		current := 0
		for n := range elements(body) {
			if value(n, "aria-current") == "page" && inside(n, "header") {
				current++
			}
		}
		if current > 1 {
			t.Errorf("%s: %d links of the head are the current page", p.path, current)
		}
	}
}

// Breadcrumbs lead from the home page to this one, by pages that exist.
func TestBreadcrumbs(t *testing.T) {
	s := site(t)
	for _, p := range s.pages {
		var crumbs *html.Node
		for _, n := range all(p.doc, "nav") {
			if slices.Contains(strings.Fields(value(n, "class")), "crumbs") {
				crumbs = n
			}
		}
		if p.first() == "/" {
			continue
		}
		if crumbs == nil {
			t.Errorf("%s: no breadcrumbs", p.path)
			continue
		}
		items := all(crumbs, "li")
		if len(items) < 2 || value(all(items[0], "a")[0], "href") != p.prefix+"/" {
			t.Errorf("%s: the breadcrumbs do not begin at home", p.path)
			continue
		}
		last := items[len(items)-1]
		if got, want := text(last), text(all(p.doc, "h1")[0]); got != want {
			t.Errorf("%s: the last breadcrumb is %q, the page is called %q", p.path, got, want)
		}
	}
}
