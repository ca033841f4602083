package sitetest

import (
	"bytes"
	"image/png"
	"strings"
	"testing"

	"receipts/internal/card"
)

// Each page names a card that is there: that of its article or question, or the site's.
func TestCards(t *testing.T) {
	s := site(t)
	used := map[string]bool{}
	for _, p := range s.pages {
		meta := map[string]string{}
		for _, m := range all(p.doc, "meta") {
			meta[value(m, "name")+value(m, "property")] = value(m, "content")
		}
		path, ok := strings.CutPrefix(meta["og:image"], s.Site.BaseURL)
		file, there := s.files[path]
		if !ok || !there {
			t.Errorf("%s: there is no card %q", p.path, meta["og:image"])
			continue
		}
		used[path] = true
		folder, _, _ := strings.Cut(strings.TrimPrefix(p.first(), "/"), "/")
		cards := p.prefix + "/cards/"
		own := cards + strings.Trim(p.first(), "/") + ".png"
		switch _, hasOwn := s.files[own]; {
		case hasOwn && path != own, !hasOwn && folder != "facts" && path != cards+"site.png", folder == "facts" && p.first() != "/facts/" && !strings.HasPrefix(path, cards+"articles/"):
			t.Errorf("%s: its card is %s", p.path, path)
		}
		if alt := meta["og:image:alt"]; hasOwnTitle(p, path) && !strings.HasPrefix(alt, strings.TrimSuffix(meta["og:title"], "?")) || strings.ContainsAny(alt, "\n[]<>") {
			t.Errorf("%s: its card says %q", p.path, alt)
		}
		if meta["twitter:image:alt"] != meta["og:image:alt"] || meta["twitter:card"] != "summary_large_image" {
			t.Errorf("%s: Twitter is told of another card", p.path)
		}
		config, err := png.DecodeConfig(bytes.NewReader(file))
		if err != nil || config.Width != card.Width || config.Height != card.Height || len(file) > 60_000 {
			t.Errorf("%s: %d × %d, %d bytes, %v", path, config.Width, config.Height, len(file), err)
		}
	}
	cards := 0
	for path := range s.files {
		if strings.HasPrefix(strings.TrimPrefix(path, french), "/cards/") {
			if cards++; !used[path] {
				t.Errorf("no page has the card %s", path)
			}
		}
	}
	if want := 2 * (len(s.Site.Articles) + len(s.Site.Questions) + 1); cards != want {
		t.Errorf("%d cards, want %d", cards, want)
	}
}

// hasOwnTitle reports whether a card at path is that of the page p alone.
func hasOwnTitle(p *page, path string) bool {
	return strings.Contains(path, strings.TrimSuffix(p.first(), "/")+".png") && p.first() != "/"
}
