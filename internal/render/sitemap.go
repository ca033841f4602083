package render

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"receipts/internal/site"
)

// The sitemap lists the addresses of all pages but the one for unknown addresses, as
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
	Loc string `xml:"loc"`
}

// addSitemap adds the sitemap of the pages at some paths, of which one file has so
// many at most.
func addSitemap(add func(path string, write func(io.Writer) error), s *site.Site, paths []string, most int) {
	set := func(paths []string) func(io.Writer) error {
		return func(w io.Writer) error {
			urls := make([]sitemapURL, len(paths))
			for i, p := range paths {
				urls[i] = sitemapURL{s.URL(p)}
			}
			return writeXML(w, urlSet{Space: sitemapSpace, URLs: urls})
		}
	}
	if len(paths) <= most {
		add("/sitemap.xml", set(paths))
		return
	}
	index := sitemapIndex{Space: sitemapSpace}
	for part := range slices.Chunk(paths, most) {
		path := fmt.Sprintf("/sitemap-%d.xml", len(index.Files)+1)
		index.Files = append(index.Files, sitemapURL{s.URL(path)})
		add(path, set(part))
	}
	add("/sitemap.xml", func(w io.Writer) error { return writeXML(w, index) })
}

// pagesOf lists the paths of the pages for the sitemap, sorted.
func pagesOf(routes []Route) []string {
	var paths []string
	for _, r := range routes {
		if strings.HasSuffix(r.Path, "/") {
			paths = append(paths, r.Path)
		}
	}
	slices.Sort(paths)
	return paths
}
