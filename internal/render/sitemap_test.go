package render

import (
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/site"
)

// Every page is in one file of the sitemap, and no file has too many.
func TestSitemap(t *testing.T) {
	var pages []Route
	for _, p := range []string{"/", "/404.html", "/a/", "/b/", "/c/", "/d/", "/feed.xml"} {
		pages = append(pages, Route{Path: p})
	}
	const base = "https://example.org"
	for _, tt := range []struct {
		desc string
		most int
		want map[string][]string // what each file lists
	}{
		{"one file", 5, map[string][]string{"/sitemap.xml": {"/", "/a/", "/b/", "/c/", "/d/"}}},
		{"an index of three", 2, map[string][]string{
			"/sitemap.xml":   {"/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"},
			"/sitemap-1.xml": {"/", "/a/"}, "/sitemap-2.xml": {"/b/", "/c/"}, "/sitemap-3.xml": {"/d/"},
		}},
		{"an index of two", 4, map[string][]string{
			"/sitemap.xml":   {"/sitemap-1.xml", "/sitemap-2.xml"},
			"/sitemap-1.xml": {"/", "/a/", "/b/", "/c/"}, "/sitemap-2.xml": {"/d/"},
		}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			files := map[string]func(io.Writer) error{}
			addSitemap(func(path string, write func(io.Writer) error) { files[path] = write }, &site.Site{BaseURL: base}, countPages(pages), func() []Route { return pagesOf(pages) }, tt.most)
			got := map[string][]string{}
			for _, path := range slices.Sorted(maps.Keys(files)) {
				var b bytes.Buffer
				if err := files[path](&b); err != nil {
					t.Fatal(err)
				}
				var list struct {
					XMLName xml.Name
					Entries []struct {
						Loc string `xml:"loc"`
					} `xml:",any"`
				}
				if err := xml.Unmarshal(b.Bytes(), &list); err != nil {
					t.Fatal(err)
				}
				name := "urlset"
				if path == "/sitemap.xml" && tt.most < 5 {
					name = "sitemapindex"
				}
				if want := (xml.Name{Space: sitemapSpace, Local: name}); list.XMLName != want {
					t.Errorf("%s is a %v, want %v", path, list.XMLName, want)
				}
				for _, e := range list.Entries {
					got[path] = append(got[path], e.Loc[len(base):])
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
