package render

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"receipts/internal/site"
)

// The sitemap lists the addresses of all pages but drafts, those shown for want of a
// translation and the one for unknown addresses, as
// of sitemaps.org. One file may have 50,000 of them; of more, /sitemap.xml is an
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
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod,omitempty"` // from content, never the time of a build
}

// addSitemap adds the sitemap of n pages, of which one file has so many at most. They
// are asked for when a file is written.
func addSitemap(add func(path string, write func(io.Writer) error), s *site.Site, n int, pages func() []Route, most int) {
	set := func(from int) func(io.Writer) error {
		return func(w io.Writer) error {
			part := pages()[from:min(from+most, n)]
			urls := make([]sitemapURL, len(part))
			for i, p := range part {
				urls[i].Loc = s.URL(p.Path)
				if p.About == nil {
					continue
				}
				if day := p.About.Updated(); day.Year > 0 {
					urls[i].LastMod = day.String()
				}
			}
			return writeXML(w, urlSet{Space: sitemapSpace, URLs: urls})
		}
	}
	if n <= most {
		add("/sitemap.xml", set(0))
		return
	}
	index := sitemapIndex{Space: sitemapSpace}
	for from := 0; from < n; from += most {
		path := fmt.Sprintf("/sitemap-%d.xml", len(index.Files)+1)
		index.Files = append(index.Files, sitemapURL{Loc: s.URL(path)})
		add(path, set(from))
	}
	add("/sitemap.xml", func(w io.Writer) error { return writeXML(w, index) })
}

// pagesOf lists the pages for the sitemap.
func pagesOf(routes []Route) []Route {
	return slices.DeleteFunc(slices.Clone(routes), func(r Route) bool { return !isListed(r) })
}

// countPages is how many pages [pagesOf] lists.
func countPages(routes []Route) int {
	n := 0
	for _, r := range routes {
		if isListed(r) {
			n++
		}
	}
	return n
}

// isListed reports whether r is a page that search engines are told of.
func isListed(r Route) bool {
	return strings.HasSuffix(r.Path, "/") && !r.Moved && !r.Copy && (r.About == nil || !r.About.IsDraft())
}
