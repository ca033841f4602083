package sitetest

import (
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// forbidden lists what no page may show: the first column of the table in the guide's
// chapter on style, which is the only place of the list.
func forbidden(t *testing.T) []*regexp.Regexp {
	t.Helper()
	var list []*regexp.Regexp
	chapter := site(t).at["/guide/house-style/"]
	if chapter == nil {
		t.Fatal("the guide has no chapter on style")
	}
	for _, row := range all(chapter.doc, "tr") {
		if cells := all(row, "td"); len(cells) == 2 {
			list = append(list, regexp.MustCompile(`(?i)\b`+regexp.QuoteMeta(text(cells[0]))+`\b`))
		}
	}
	if len(list) < 10 {
		t.Fatalf("%d phrases", len(list))
	}
	return list
}

// No page has a word of the machine, or one that says more than we know, but in a
// quotation, its translation, or code. The guide is about such words.
func TestNoForbiddenPhrases(t *testing.T) {
	phrases := forbidden(t)
	for _, p := range site(t).pages {
		if aboutWriting(p) {
			continue
		}
		said := ours(p.doc)
		for _, phrase := range phrases {
			for _, at := range phrase.FindAllStringIndex(said, -1) {
				t.Errorf("%s: %q", p.path, said[max(0, at[0]-40):min(len(said), at[1]+40)])
			}
		}
	}
}

// ours is the text below n without quotations and code, and what n says of itself to
// machines that show it.
func ours(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.ElementNode && d.Data == "meta":
			b.WriteString(value(d, "content") + "\n")
		case d.Type == html.TextNode && !inside(d, "q", "code", "pre", "script", "blockquote") && !insideClass(d, "translation"):
			b.WriteString(d.Data)
		}
	}
	return words(b.String())
}

// insideClass reports whether n is in an element of a class.
func insideClass(n *html.Node, class string) bool {
	for a := range n.Ancestors() {
		if a.Type == html.ElementNode && set(value(a, "class"))[class] {
			return true
		}
	}
	return false
}
