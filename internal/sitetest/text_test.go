package sitetest

import (
	"bytes"
	"compress/gzip"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// unfinished is what no page may show: the key of a missing message, a value that
// does not fit its verb, an empty value of a template. brackets are what only a page
// about writing may show.
var (
	unfinished = regexp.MustCompile(`\[[a-z-]+(?:\.[a-z0-9-]+)+\]|%!|%\[\d|<no value>|<nil>|\bNaN\b|ZgotmplZ|&(?:amp|lt|gt|quot|#\d+);`)
	brackets   = regexp.MustCompile(`\{\{|\}\}|\[\[|\]\]`)
)

// aboutWriting reports whether a page explains the site's own marks.
func aboutWriting(p *page) bool { return strings.HasPrefix(p.first(), "/guide/") }

func TestNoUnfinishedText(t *testing.T) {
	for _, p := range site(t).pages {
		for n := range p.doc.Descendants() {
			switch {
			case n.Type == html.TextNode && !inside(n, "code", "pre", "script"):
				m := unfinished.FindString(n.Data)
				if m == "" && !aboutWriting(p) {
					m = brackets.FindString(n.Data)
				}
				if m != "" {
					t.Errorf("%s: %q in %q", p.path, m, words(n.Data))
				}
			case n.Type == html.ElementNode:
				for _, a := range n.Attr {
					if m := unfinished.FindString(a.Val); m != "" {
						t.Errorf("%s: %q in %s=%q of %s", p.path, m, a.Key, a.Val, label(n))
					}
				}
			}
		}
	}
}

// spacing matches a sentence made of parts in which one is missing or doubled.
var spacing = regexp.MustCompile(`\s[,.;](?:\s|$)|\(\s|\s\)|\(\)|,,|[^.]\.\.(?:[^./]|$)|\s·\s*$|^\s*·`)

func TestSpacing(t *testing.T) {
	blocks := set(`p li dt dd td th h1 h2 h3 h4 figcaption caption summary`)
	for _, p := range site(t).pages {
		if aboutWriting(p) {
			continue
		}
		for n := range elements(p.doc) {
			if !blocks[n.Data] || inside(n, "code", "pre") || len(all(n, "code")) > 0 || hasBlock(n, blocks) {
				continue
			}
			s := text(n)
			if p.lang == "fr" {
				s = strings.ReplaceAll(s, " ;", ";") // a blank that is written there
			}
			if spacing.MatchString(s) {
				t.Errorf("%s: %q in %q", p.path, spacing.FindString(s), s)
			}
		}
	}
}

// unbroken matches a mark that French sets behind a blank, with none or with one at which
// a line may break.
var unbroken = regexp.MustCompile(`[^\s\x{a0}\x{202f}][ \n]?[:;?!](?:\s|$)`)

// In our own French words no line begins with a mark.
func TestFrenchSpacing(t *testing.T) {
	seen := 0
	for _, p := range site(t).pages {
		if !strings.HasPrefix(p.path, "/fr/") || strings.HasPrefix(p.path, "/fr/guide/") || p.path == "/fr/data/" {
			continue // the guide is in English, and the tables show headlines
		}
		for n := range p.doc.Descendants() {
			if n.Type != html.TextNode || inside(n, "q", "blockquote", "code", "pre", "script", "style", "head") || inForeign(n) {
				continue
			}
			seen += strings.Count(n.Data, "\u00a0:") + strings.Count(n.Data, "\u202f;")
			if m := unbroken.FindString(n.Data); m != "" {
				t.Errorf("%s: %q in %q", p.path, m, n.Data)
			}
		}
	}
	if seen < 1000 {
		t.Errorf("only %d marks behind a blank", seen)
	}
}

// inForeign reports whether n is in another language than its page.
func inForeign(n *html.Node) bool {
	for a := n.Parent; a != nil && a.Data != "html"; a = a.Parent {
		if value(a, "lang") != "" {
			return true
		}
	}
	return false
}

func hasBlock(n *html.Node, blocks map[string]bool) bool {
	for d := range elements(n) {
		if blocks[d.Data] {
			return true
		}
	}
	return false
}

// Under every heading there is something before the next one of its level, and no part
// of a page is there for nothing.
func TestNoEmptySections(t *testing.T) {
	for _, p := range site(t).pages {
		for n := range elements(p.doc) {
			if set("section article nav aside")[n.Data] && text(n) == "" {
				t.Errorf("%s: an empty <%s class=%q>", p.path, n.Data, value(n, "class"))
			}
		}
		var all []*html.Node // headings, and words outside them
		for n := range p.doc.Descendants() {
			switch {
			case n.Type == html.ElementNode && headings[n.Data]:
				all = append(all, n)
			case n.Type == html.TextNode && words(n.Data) != "" && !inside(n, "h1", "h2", "h3", "h4", "h5", "h6", "head"),
				n.Type == html.ElementNode && (n.Data == "img" || n.Data == "svg" || n.Data == "input"):
				all = append(all, n)
			}
		}
		for i, h := range all {
			if h.Type != html.ElementNode || !headings[h.Data] {
				continue
			}
			if i+1 == len(all) || headings[all[i+1].Data] && all[i+1].Data <= h.Data {
				t.Errorf("%s: there is nothing under %q", p.path, text(h))
			}
		}
	}
}

// TestWeight logs the compressed size of the pages.
func TestWeight(t *testing.T) {
	s := site(t)
	type weight struct {
		path          string
		plain, packed int
	}
	var weights []weight
	for _, p := range s.pages {
		weights = append(weights, weight{p.path, len(p.source), packed(p.source)})
	}
	slices.SortFunc(weights, func(a, b weight) int { return b.packed - a.packed })
	for _, w := range weights[:min(10, len(weights))] {
		t.Logf("%7d bytes, %6d with gzip: %s", w.plain, w.packed, strings.TrimSuffix(w.path, "index.html"))
	}
}

// pack is data as gzip makes it.
func pack(data []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

func packed(data []byte) int { return len(pack(data)) }
