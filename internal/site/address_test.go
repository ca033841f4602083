package site

import (
	"slices"
	"testing"
)

// Editions have addresses of their own, but for what all share.
func TestPathOfAnEdition(t *testing.T) {
	s, _ := smallSite(t, map[string]string{"a": dates(event("a-day", "date: 2024-10-05"))}, map[string]string{"site": "languages: [en, fr, pt-BR]\n"})
	for _, tt := range []struct {
		path   string
		shared bool
	}{
		{"/", false},
		{"/404.html", false},
		{"/facts/a-day/", false},
		{"/facts/a-day/#a", false},
		{"/timeline/2/", false},
		{"/data/", false},
		{"/feed.xml", false},
		{"/corrections/feed.xml", false},
		{"/opensearch.xml", false},
		{"/data/datapackage.json", false},
		{"/search/index.json", false},
		{"/cards/site.png", false},
		{"/previews/a.json", false},
		{"/changes/", false},
		{"/data/facts.csv", true},
		{"/data/schema/articles.json", true},
		{"/facts/a-day/index.json", true},
		{"/articles/a/index.json", true},
		{"/static/style.css", true},
		{"/sitemap.xml", true},
		{"/sitemap-2.xml", true},
		{"/_redirects", true},
		{"/_headers", true},
	} {
		want := "/pt-BR" + tt.path
		if tt.shared {
			want = tt.path
		}
		if got := s.PathIn("pt-BR", tt.path); got != want || IsShared(tt.path) != tt.shared {
			t.Errorf("%s is at %s, want %s", tt.path, got, want)
		}
		if got := s.PathIn("en", tt.path); got != tt.path || s.Path(tt.path) != tt.path {
			t.Errorf("%s of the first edition is at %s", tt.path, got)
		}
	}
	if !s.IsFirst() {
		t.Error("the first edition is not the first")
	}
	// No list of the first edition is the address of another.
	if i := slices.IndexFunc(fixedLists, func(address string) bool { return address == "/fr/" }); i >= 0 {
		t.Error("/fr/ is a list")
	}
}
