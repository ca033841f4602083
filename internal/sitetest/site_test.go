package sitetest

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/diag"
)

// root is the repository, seen from this package.
const root = "../.."

// A built is one build of the real site, with every route's bytes.
type built struct {
	*build.Result
	files map[string][]byte // by the route's path
	pages []*page           // by path
	at    map[string]*page
}

// A page is a route that readers open.
type page struct {
	path   string
	prefix string // of all addresses of its edition
	lang   string // of its edition
	source []byte
	doc    *html.Node
	ids    map[string]*html.Node
}

// realSite is the site as `make site` builds it, shared by all tests.
var realSite = sync.OnceValues(func() (*built, error) { return buildSite(build.Options{}) })

func site(t *testing.T) *built {
	t.Helper()
	s, err := realSite()
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Diags) > 0 {
		t.Fatalf("the content has warnings: %v", s.Diags)
	}
	return s
}

func buildSite(opt build.Options) (*built, error) {
	return buildFrom(os.DirFS(root), receipts.Defaults, opt)
}

func buildFrom(fsys, defaults fs.FS, opt build.Options) (*built, error) {
	res, err := build.New(fsys, defaults, opt).Build(context.Background())
	if err != nil {
		return nil, err
	}
	if mistakes, _ := res.Diags.Count(); mistakes > 0 {
		var b strings.Builder
		err := diag.Text(&b, res.Diags, res.Text, false)
		return nil, errors.Join(errors.New("the content has mistakes:\n"+b.String()), err)
	}
	s := &built{Result: res, files: map[string][]byte{}, at: map[string]*page{}}
	for _, r := range res.Routes {
		var b bytes.Buffer
		if err := r.Write(&b); err != nil {
			return nil, fmt.Errorf("%s: %w", r.Path, err)
		}
		s.files[r.Path] = b.Bytes()
		if !r.IsPage() {
			continue
		}
		doc, err := html.Parse(bytes.NewReader(b.Bytes()))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.Path, err)
		}
		p := &page{path: r.Path, lang: "en", source: b.Bytes(), doc: doc, ids: map[string]*html.Node{}}
		if isFrench(r.Path) {
			p.prefix, p.lang = french, "fr"
		}
		for n := range elements(doc) {
			if id, ok := attr(n, "id"); ok {
				p.ids[id] = n
			}
		}
		s.pages = append(s.pages, p)
		s.at[r.Path] = p
	}
	return s, nil
}

// first is the address of p's counterpart in the first edition.
func (p *page) first() string { return strings.TrimPrefix(p.path, p.prefix) }

// elements yields the elements below n, in the order of the document.
func elements(n *html.Node) func(yield func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for d := range n.Descendants() {
			if d.Type == html.ElementNode && !yield(d) {
				return
			}
		}
	}
}

// all returns the elements of a name below n.
func all(n *html.Node, name string) []*html.Node {
	var out []*html.Node
	for d := range elements(n) {
		if d.Data == name {
			out = append(out, d)
		}
	}
	return out
}

// attr is the value of an attribute, and whether n has it.
func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// value is the value of an attribute, or "".
func value(n *html.Node, key string) string {
	v, _ := attr(n, key)
	return v
}

// text is what is written below n, its white space run together.
func text(n *html.Node) string {
	var b strings.Builder
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
	}
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return words(b.String())
}

// words is s with its white space run together.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// inside reports whether n is in an element of one of the names.
func inside(n *html.Node, names ...string) bool {
	for a := range n.Ancestors() {
		for _, name := range names {
			if a.Type == html.ElementNode && a.Data == name {
				return true
			}
		}
	}
	return false
}

// label is how a message names an element: its tag and what tells it apart.
func label(n *html.Node) string {
	id := cmp.Or(value(n, "id"), value(n, "class"), value(n, "href"))
	return "<" + strings.TrimSpace(n.Data+" "+id) + ">"
}
