package sitetest

import (
	"bytes"
	"encoding/xml"
	"io"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// wellFormed reads XML strictly to its end.
func wellFormed(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

const atom = "http://www.w3.org/2005/Atom"

type feed struct {
	XMLName xml.Name
	ID      []string `xml:"http://www.w3.org/2005/Atom id"`
	Title   []string `xml:"http://www.w3.org/2005/Atom title"`
	Updated []string `xml:"http://www.w3.org/2005/Atom updated"`
	Author  []struct {
		Name string `xml:"http://www.w3.org/2005/Atom name"`
	} `xml:"http://www.w3.org/2005/Atom author"`
	Links   []feedLink `xml:"http://www.w3.org/2005/Atom link"`
	Entries []feed     `xml:"http://www.w3.org/2005/Atom entry"`
	Summary []string   `xml:"http://www.w3.org/2005/Atom summary"`
	Content []string   `xml:"http://www.w3.org/2005/Atom content"`
}

type feedLink struct {
	Rel  string `xml:"rel,attr"`
	Href string `xml:"href,attr"`
	Type string `xml:"type,attr"`
}

// Every feed has what RFC 4287 requires, entries that lead to pages of the site, and a
// page that names it. That of the site has every article.
func TestFeeds(t *testing.T) {
	s := site(t)
	feeds := 0
	for _, r := range s.Routes {
		if folder, ok := strings.CutSuffix(r.Path, "feed.xml"); ok {
			feeds++
			t.Run(r.Path, func(t *testing.T) {
				f := checkFeed(t, s, folder)
				if len(f.Entries) == 0 && !strings.HasSuffix(folder, "/corrections/") {
					t.Error("the feed is empty")
				}
				var named []string
				for _, link := range all(s.at[folder].doc, "link") {
					if value(link, "type") == "application/atom+xml" {
						named = append(named, value(link, "href"))
					}
				}
				if !slices.Contains(named, r.Path) {
					t.Errorf("%s names the feeds %v", folder, named)
				}
			})
		}
	}
	if feeds < 20 {
		t.Errorf("%d feeds", feeds)
	}
	var want, got []string
	for _, a := range s.Site.Articles {
		want = append(want, s.Site.BaseURL+a.Path)
	}
	for _, e := range checkFeed(t, s, "/").Entries {
		got = append(got, strings.Join(e.ID, ""))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("entries of the feed of the site (-want +got):\n%s", diff)
	}
}

// checkFeed reads the feed of a folder.
func checkFeed(t *testing.T, s *built, folder string) feed {
	t.Helper()
	data := s.files[folder+"feed.xml"]
	if err := wellFormed(data); err != nil {
		t.Fatal(err)
	}
	var f feed
	if err := xml.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	if want := (xml.Name{Space: atom, Local: "feed"}); f.XMLName != want {
		t.Errorf("the feed is a %v", f.XMLName)
	}
	ids := map[string]bool{}
	check := func(what string, f feed, since int) {
		for name, values := range map[string][]string{"id": f.ID, "title": f.Title, "updated": f.Updated} {
			if len(values) != 1 || strings.TrimSpace(values[0]) == "" {
				t.Errorf("%s: %s is %q, want one", what, name, values)
				return
			}
		}
		if u, err := url.Parse(f.ID[0]); err != nil || !u.IsAbs() || ids[f.ID[0]] {
			t.Errorf("%s: the id %q is no address of its own", what, f.ID[0])
		}
		ids[f.ID[0]] = true
		if at, err := time.Parse(time.RFC3339, f.Updated[0]); err != nil || at.Year() < since {
			t.Errorf("%s: updated %q (%v)", what, f.Updated[0], err)
		}
		alternates := 0
		for _, l := range f.Links {
			address, own := strings.CutPrefix(l.Href, s.Site.BaseURL)
			route, part, _ := strings.Cut(address, "#")
			if !own || s.files[route] == nil || part != "" && s.at[route].ids[part] == nil {
				t.Errorf("%s: links to %q, which is not on the site", what, l.Href)
			}
			if l.Rel == "alternate" {
				alternates++
			}
		}
		if alternates != 1 {
			t.Errorf("%s: %d links to a page", what, alternates)
		}
	}
	oldest := 2022
	if len(f.Entries) == 0 {
		oldest = 1970
	}
	check("the feed", f, oldest)
	if len(f.Author) != 1 || f.Author[0].Name == "" {
		t.Errorf("the feed's author is %v", f.Author)
	}
	if !slices.ContainsFunc(f.Links, func(l feedLink) bool { return l.Rel == "self" && l.Href == s.Site.BaseURL+folder+"feed.xml" }) {
		t.Errorf("the feed does not say where it is itself: %v", f.Links)
	}
	newest := ""
	for _, e := range f.Entries {
		check("entry "+strings.Join(e.Title, ""), e, oldest)
		newest = max(newest, strings.Join(e.Updated, ""))
		if len(e.Summary) != 1 || e.Summary[0] == "" {
			t.Errorf("entry %s has the summary %q", e.Title, e.Summary)
		}
	}
	if newest != "" && newest != strings.Join(f.Updated, "") {
		t.Errorf("the feed is of %s, its newest entry of %s", f.Updated, newest)
	}
	return f
}

// The sitemap lists every page except 404.html, and nothing else.
func TestSitemap(t *testing.T) {
	s := site(t)
	data := s.files["/sitemap.xml"]
	if err := wellFormed(data); err != nil {
		t.Fatal(err)
	}
	var m struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []struct {
			Loc     string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 loc"`
			LastMod string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 lastmod"`
		} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
	}
	if err := xml.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, p := range s.pages {
		if p.first() != "/404.html" && !isCopy(p) {
			want = append(want, s.Site.BaseURL+p.path)
		}
	}
	changed := map[string]string{}
	for _, u := range m.URLs {
		got = append(got, u.Loc)
		changed[strings.TrimPrefix(u.Loc, s.Site.BaseURL)] = u.LastMod
	}
	for _, a := range s.Site.Articles {
		if want := a.Front.Source.Read.String(); changed[a.Path] < want {
			t.Errorf("%s was read on %s, and changed on %q", a.Path, want, changed[a.Path])
		}
	}
	for path, day := range changed {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			t.Errorf("%s changed on %q", path, day)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the sitemap (-want +got):\n%s", diff)
	}
}

// Every file that is XML is well-formed, pictures too.
func TestXMLFiles(t *testing.T) {
	for route, data := range site(t).files {
		if strings.HasSuffix(route, ".svg") || strings.HasSuffix(route, ".xml") {
			if err := wellFormed(data); err != nil {
				t.Errorf("%s: %v", route, err)
			}
		}
	}
}
