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

// The feed has what RFC 4287 requires, and every article.
func TestFeed(t *testing.T) {
	s := site(t)
	data := s.files["/feed.xml"]
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
	check := func(what string, f feed) {
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
		if at, err := time.Parse(time.RFC3339, f.Updated[0]); err != nil || at.Year() < 2024 {
			t.Errorf("%s: updated %q (%v)", what, f.Updated[0], err)
		}
		alternates := 0
		for _, l := range f.Links {
			route, own := strings.CutPrefix(l.Href, s.Site.BaseURL)
			if !own || s.files[route] == nil {
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
	check("the feed", f)
	if len(f.Author) != 1 || f.Author[0].Name == "" {
		t.Errorf("the feed's author is %v", f.Author)
	}
	if !slices.ContainsFunc(f.Links, func(l feedLink) bool { return l.Rel == "self" && l.Href == s.Site.BaseURL+"/feed.xml" }) {
		t.Errorf("the feed does not say where it is itself: %v", f.Links)
	}
	var want, got []string
	for _, a := range s.Site.Articles {
		want = append(want, s.Site.BaseURL+a.Path)
	}
	newest := ""
	for _, e := range f.Entries {
		check("entry "+strings.Join(e.Title, ""), e)
		got = append(got, strings.Join(e.ID, ""))
		newest = max(newest, strings.Join(e.Updated, ""))
		if len(e.Summary) != 1 || e.Summary[0] == "" {
			t.Errorf("entry %s has the summary %q", e.Title, e.Summary)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(newest, strings.Join(f.Updated, "")); diff != "" {
		t.Errorf("the feed is not as new as its newest entry (-want +got):\n%s", diff)
	}
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
			Loc string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 loc"`
		} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
	}
	if err := xml.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, p := range s.pages {
		if p.path != "/404.html" {
			want = append(want, s.Site.BaseURL+p.path)
		}
	}
	for _, u := range m.URLs {
		got = append(got, u.Loc)
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
