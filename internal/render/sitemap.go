package render

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"sync"
)

// The sitemap lists the addresses of all pages that readers may look for, as of
// sitemaps.org. One file may have 50,000 of them; of more, /sitemap.xml is an
// index of /sitemap-1.xml and so on. The protocol's other limit, 50 MB for each
// file, is a kilobyte for each address, and no address of ours is that long: an
// id is the name of a file.

const maxSitemap = 50_000

const sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"

type urlSet struct {
	XMLName xml.Name     `xml:"urlset"`
	Space   string       `xml:"xmlns,attr"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapIndex struct {
	XMLName xml.Name     `xml:"sitemapindex"`
	Space   string       `xml:"xmlns,attr"`
	Files   []sitemapURL `xml:"sitemap"`
}

type sitemapURL struct {
	Loc string `xml:"loc"`
}

// addSitemap adds the sitemap of n pages, of which one file has so many at most.
// Which pages these are is asked for when all routes are known, in their order.
func (r *renderer) addSitemap(add func(path string, write func(io.Writer) error), n, most int, all func() []Route) {
	addresses := sync.OnceValue(func() []sitemapURL {
		out := make([]sitemapURL, 0, n)
		for _, route := range all() {
			if isListedInSitemap(route) {
				out = append(out, sitemapURL{r.site.URL(route.Path)})
			}
		}
		return out
	})
	part := func(i int) func(io.Writer) error {
		return func(w io.Writer) error {
			return writeXML(w, urlSet{Space: sitemapSpace, URLs: cut(addresses(), sheet(i), most)})
		}
	}
	parts := sheets(n, most)
	if parts == 1 {
		add("/sitemap.xml", part(0))
		return
	}
	index := sitemapIndex{Space: sitemapSpace}
	for i := range parts {
		path := fmt.Sprintf("/sitemap-%d.xml", i+1)
		index.Files = append(index.Files, sitemapURL{r.site.URL(path)})
		add(path, part(i))
	}
	add("/sitemap.xml", func(w io.Writer) error { return writeXML(w, index) })
}

// isListedInSitemap reports whether a route is a page that readers may look for:
// what has an address of its own, but not the page for addresses that lead nowhere.
func isListedInSitemap(r Route) bool { return strings.HasSuffix(r.Path, "/") }

func countListed(routes []Route) int {
	n := 0
	for _, r := range routes {
		if isListedInSitemap(r) {
			n++
		}
	}
	return n
}
