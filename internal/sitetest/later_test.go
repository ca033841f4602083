package sitetest

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	model "receipts/internal/site"
)

// Each later development is on its page with its source, whose tag is short enough to
// stand on one line of a phone, and on the page of all that it concerns.
func TestLater(t *testing.T) {
	s := site(t)
	for _, l := range s.Site.Later {
		p := s.at["/later/"]
		item := p.ids[l.ID]
		if item == nil {
			t.Errorf("%s does not stand on /later/", l.ID)
			continue
		}
		for _, a := range all(item, "a") {
			if value(a, "class") == "src" && utf8.RuneCountInString(text(a)) > 30 {
				t.Errorf("%s: the tag %q has more than 30 characters", l.ID, text(a))
			}
		}
		for _, n := range l.About {
			path, _, _ := strings.Cut(n.Path, "#")
			if p := s.at[path]; p == nil || !strings.Contains(string(p.source), `href="/later/#`+l.ID+`"`) {
				t.Errorf("%s: nothing of it on %s", l.ID, path)
			}
		}
	}
}

// The timeline has every date of any layer, in both orders.
func TestTimelineIsWhole(t *testing.T) {
	s := site(t)
	var orders [2][]string
	for i, path := range []string{"/timeline/", "/timeline/newest/"} {
		shown := map[string]bool{}
		for _, p := range s.pages {
			if rest, ok := strings.CutPrefix(p.path, path); !ok || strings.Trim(rest, "0123456789/") != "" {
				continue
			}
			for _, h := range all(p.doc, "h3") {
				for _, a := range all(h, "a") {
					shown[value(a, "href")] = true
					orders[i] = append(orders[i], value(a, "href"))
				}
			}
			for _, a := range all(p.doc, "a") {
				if strings.HasPrefix(value(a, "href"), "/articles/") {
					shown[value(a, "href")] = true
				}
			}
		}
		for _, f := range s.Site.Facts {
			if f.Type == model.Event && !shown[f.Path] {
				t.Errorf("%s: %s is not there", path, f.Path)
			}
		}
		for _, l := range s.Site.Later {
			if !shown[l.Path] {
				t.Errorf("%s: %s is not there", path, l.Path)
			}
		}
		for _, a := range s.Site.Articles {
			if !shown[a.Path] {
				t.Errorf("%s: %s is not there", path, a.Path)
			}
		}
	}
	slices.Reverse(orders[1])
	if len(orders[0]) != len(orders[1]) {
		t.Errorf("%d rows one way, %d the other", len(orders[0]), len(orders[1]))
	}
}

// What has no day in an article stands at the day that is known from outside, with both
// named, and what nothing dates before the article that tells it.
func TestDatesInWords(t *testing.T) {
	s := site(t)
	rows := map[string]string{}
	for _, li := range all(s.at["/timeline/"].doc, "li") {
		for _, h := range all(li, "h3") {
			for _, a := range all(h, "a") {
				rows[value(a, "href")] = words(text(all(li, "p")[0]))
			}
		}
	}
	for path, want := range map[string]string{
		"/facts/daily-award-start/":    "19 October 2024",
		"/facts/supreme-court-denial/": "7 October 2024",
		"/facts/offer-announced/":      "6 October 2024",
		"/facts/x-handle-taken/":       "July 2023",
		"/facts/petition-relayed/":     "by 21 October 2024",
		"/facts/smith-request/":        "2023",
	} {
		if got := rows[path]; !strings.HasPrefix(got, want) {
			t.Errorf("%s stands at %q, want %q", path, got, want)
		}
	}
}
