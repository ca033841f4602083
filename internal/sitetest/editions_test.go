package sitetest

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/fixture"
	"receipts/internal/locale"
	model "receipts/internal/site"
)

// french is where the second edition of the site is published.
const french = "/fr"

// isFrench reports whether an address of ours is of the French edition.
func isFrench(address string) bool {
	return address == french || strings.HasPrefix(address, french+"/")
}

// counterparts are the pages of the first edition with those of the second.
func counterparts(s *built) (pairs [][2]*page) {
	for _, p := range s.pages {
		if other := s.at[french+p.path]; other != nil && p.lang == "en" {
			pairs = append(pairs, [2]*page{p, other})
		}
	}
	return pairs
}

// Every file of one edition has its counterpart in the other, but for what they share
// and the files of the search index, which has other words in other files.
func TestCounterparts(t *testing.T) {
	s := site(t)
	byEdition := map[bool][]string{}
	for route := range s.files {
		rest := strings.TrimPrefix(route, french)
		if model.IsShared(rest) || strings.HasPrefix(rest, "/search/index") || route == "/robots.txt" || route == "/favicon.ico" {
			if isFrench(route) && model.IsShared(rest) {
				t.Errorf("%s is shared, and stands twice", rest)
			}
			continue
		}
		byEdition[isFrench(route)] = append(byEdition[isFrench(route)], rest)
	}
	for _, routes := range byEdition {
		slices.Sort(routes)
	}
	if diff := cmp.Diff(byEdition[false], byEdition[true]); diff != "" {
		t.Errorf("files (-English +French):\n%s", diff)
	}
	if n := len(counterparts(s)); n < 200 || 2*n != len(s.pages) {
		t.Errorf("%d pairs of %d pages", n, len(s.pages))
	}
}

// A part of a page has the same id in all editions, so that a link to it holds when its
// language is exchanged. Lists in the order of the alphabet have their letters elsewhere.
func TestAnchorsAreShared(t *testing.T) {
	letter := regexp.MustCompile(`^letter-`)
	for _, pair := range counterparts(site(t)) {
		var ids [2][]string
		for i, p := range pair {
			for id := range p.ids {
				if !letter.MatchString(id) {
					ids[i] = append(ids[i], id)
				}
			}
			slices.Sort(ids[i])
		}
		if diff := cmp.Diff(ids[0], ids[1]); diff != "" {
			t.Errorf("ids of %s (-English +French):\n%s", pair[0].path, diff)
		}
	}
}

// A page names itself in each language, and any of its links but the one to the other
// language stays in its own.
func TestLinksStayInTheLanguage(t *testing.T) {
	s := site(t)
	for _, pair := range counterparts(s) {
		for i, p := range pair {
			other := pair[1-i].path
			switches, want, canonical := 0, map[string]string{"en": pair[0].path, "fr": pair[1].path, "x-default": pair[0].path}, p.path
			if isCopy(pair[1]) {
				delete(want, "fr")
				if canonical = pair[0].path; isFrench(p.path) {
					clear(want)
				}
			}
			got := map[string]string{}
			for n := range elements(p.doc) {
				if value(n, "rel") == "canonical" {
					if is := strings.TrimPrefix(value(n, "href"), s.Site.BaseURL); is != canonical {
						t.Errorf("%s counts for %s, want %s", p.path, is, canonical)
					}
					continue
				}
				if lang := value(n, "hreflang"); lang != "" && n.Data == "link" {
					got[lang] = strings.TrimPrefix(value(n, "href"), s.Site.BaseURL)
					continue
				}
				for _, key := range linkAttrs {
					dest, ok := attr(n, key)
					if dest = strings.TrimPrefix(dest, s.Site.BaseURL); !ok || !strings.HasPrefix(dest, "/") {
						continue
					}
					dest, _, _ = strings.Cut(dest, "#")
					switch {
					case n.Data == "a" && dest == other && value(n, "hreflang") != "":
						switches++
						if value(n, "lang") != value(n, "hreflang") || text(n) != []string{"Français", "English"}[i] {
							t.Errorf("%s: the other language is called %q", p.path, text(n))
						}
					case isFrench(dest) != isFrench(p.path) && !model.IsShared(dest) && dest != "/favicon.ico":
						t.Errorf("%s: %s leads to %s", p.path, label(n), dest)
					}
				}
			}
			if switches != 1 {
				t.Errorf("%s has %d links to %s", p.path, switches, other)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s in its languages (-want +got):\n%s", p.path, diff)
			}
		}
	}
}

// textNodes yields the texts of a page that readers see or hear, with what they stand in.
func textNodes(p *page) func(yield func(string, *html.Node) bool) {
	return func(yield func(string, *html.Node) bool) {
		for n := range p.doc.Descendants() {
			if n.Type == html.ElementNode {
				for _, key := range []string{"title", "alt", "aria-label", "placeholder", "data-copy", "data-copied", "content"} {
					if v, ok := attr(n, key); ok && !yield(words(v), n) {
						return
					}
				}
			}
			if n.Type == html.TextNode && !inside(n, "script", "style") && !yield(words(n.Data), n.Parent) {
				return
			}
		}
	}
}

// sameInFrench are messages of English that a page in French may show all the same.
var sameInFrench = map[string]string{
	"Next":   "an outlet",
	"People": "a person’s words, of a source",
}

// No words of the site's own are left in English on a page in French, nor in French on
// one in English.
func TestNoOtherWords(t *testing.T) {
	s := site(t)
	fr, _ := locale.Load("fr")
	en := locale.English()
	only := [2]map[string]string{{}, {}} // messages of the other language alone, of English pages and of French ones
	for _, key := range en.Keys() {
		a, b := en.Message(key), fr.Message(key)
		if a == b || strings.ContainsAny(a+b, "{%") {
			continue
		}
		only[1][words(a)], only[0][words(b)] = key, key
	}
	for i := range only { // a word may be of both, by different keys
		for _, l := range []*locale.Locale{en, fr} {
			for _, key := range l.Keys() {
				if l.Tag() == []string{"en", "fr"}[i] {
					delete(only[i], words(l.Message(key)))
				}
			}
		}
	}
	told := map[string]bool{}
	for _, pair := range counterparts(s) {
		for i, p := range pair {
			for words, n := range textNodes(p) {
				if key := only[i][words]; key != "" && sameInFrench[words] == "" && !told[key] && !isCode(p, n) && !isForAuthors(p) && !inAnotherLanguage(n) {
					told[key] = true
					t.Errorf("%s: %q is the message %s in another language", p.path, words, key)
				}
			}
		}
	}
}

// isCode reports whether n is code, or stands in the tables of the page on the data.
func isCode(p *page, n *html.Node) bool {
	return n.Data == "code" || inside(n, "code", "pre") || p.first() == "/data/" && inside(n, "table")
}

// isForAuthors reports whether p is of the guide, which is in the first language alone.
func isForAuthors(p *page) bool { return p.lang == "fr" && strings.HasPrefix(p.first(), "/guide/") }

// isCopy reports whether a page is in the French edition for want of a translation.
func isCopy(p *page) bool { return isForAuthors(p) && p.first() != "/guide/" }

// A page without a translation says so in the language of its edition: those of the guide
// alone, and not its list.
func TestUntranslatedPagesAreMarked(t *testing.T) {
	fr, _ := locale.Load("fr")
	note := fr.Message("untranslated", fr.Language("en"))
	for _, p := range site(t).pages {
		marked := slices.ContainsFunc(all(p.doc, "p"), func(n *html.Node) bool { return value(n, "class") == "flag" && text(n) == words(note) })
		if want := isForAuthors(p) && p.path != french+"/guide/"; marked != want {
			t.Errorf("%s: that it is untranslated is said: %t", p.path, marked)
		}
	}
}

// Of a site without any translation each title on the pages of its second edition is
// marked as what it is, wherever it stands.
func TestUntranslatedTitlesAreMarked(t *testing.T) {
	files := fixture.Small()
	files["content/site.yaml"] += "languages: [en, fr]\nsubject: A test\nheadline: One fine\npromise: Who pays what.\n"
	s, err := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	titles := map[string]int{"A test": 0, "One fine": 0, "Who pays what.": 0}
	for _, n := range s.Site.Nodes() {
		switch n.Kind {
		case model.PersonNode, model.OrganizationNode, model.StateNode, model.AuthorityNode: // names, and citations
		default:
			titles[words(n.Title)] = 0
		}
	}
	for _, p := range s.pages {
		if !isFrench(p.path) {
			continue
		}
		for title, n := range textNodes(p) {
			if _, ok := titles[title]; !ok || isCode(p, n) || inside(n, "head", "svg") {
				continue
			}
			titles[title]++
			if !inAnotherLanguage(n) {
				t.Errorf("%s: the title %q has no language, in <%s> of %s", p.path, title, n.Data, text(n.Parent))
			}
		}
	}
	for title, n := range titles {
		if n == 0 {
			t.Errorf("no page has the title %q", title)
		}
	}
	for path, data := range s.files {
		inFrench := bytes.Contains(data, []byte(`"t":"The fine","l":"en"`))
		if bytes.Contains(data, []byte(`"t":"The fine"`)) && inFrench != isFrench(path) {
			t.Errorf("%s: that the row is in English is said: %t", path, inFrench)
		}
	}
}

// inAnotherLanguage reports whether n is marked as of another language than its page.
func inAnotherLanguage(n *html.Node) bool {
	for ; n != nil && n.Data != "html"; n = n.Parent {
		if value(n, "lang") != "" {
			return true
		}
	}
	return false
}

// Machines are told of a page in its language, with ids of its own, and of data that is
// the same in all.
func TestMachinesAreToldTheLanguage(t *testing.T) {
	s := site(t)
	for _, pair := range counterparts(s) {
		for i, p := range pair {
			lang := []string{"en", "fr"}[i]
			if got := value(all(p.doc, "html")[0], "lang"); got != lang {
				t.Errorf("%s: lang is %q", p.path, got)
			}
			for _, n := range all(p.doc, "script") {
				if value(n, "type") != "application/ld+json" {
					continue
				}
				var thing struct {
					ID   string `json:"@id"`
					Lang string `json:"inLanguage"`
				}
				said := lang
				if isCopy(p) {
					said = "en"
				}
				if err := json.Unmarshal([]byte(n.FirstChild.Data), &thing); err != nil || thing.Lang != said || !strings.HasPrefix(thing.ID, s.Site.BaseURL+p.path) {
					t.Errorf("%s: machines are told of %+v, %v", p.path, thing, err)
				}
				for _, m := range regexp.MustCompile(`"@id":"([^"#]*)`).FindAllStringSubmatch(n.FirstChild.Data, -1) {
					address, own := strings.CutPrefix(m[1], s.Site.BaseURL)
					if own && isFrench(address) != isFrench(p.path) && !model.IsShared(address) {
						t.Errorf("%s: machines are told of %s", p.path, address)
					}
				}
			}
		}
	}
}

// The description of the data in French is of the same files.
func TestDataIsShared(t *testing.T) {
	s := site(t)
	type described struct {
		Title, Description string
		Resources          []struct{ Path, Title, Description string }
	}
	var en, fr described
	for _, p := range []struct {
		path string
		to   *described
	}{{"/data/datapackage.json", &en}, {french + "/data/datapackage.json", &fr}} {
		if err := json.Unmarshal(s.files[p.path], p.to); err != nil {
			t.Fatal(err)
		}
	}
	if len(en.Resources) == 0 || len(en.Resources) != len(fr.Resources) {
		t.Fatalf("%d and %d tables", len(en.Resources), len(fr.Resources))
	}
	for i, r := range fr.Resources {
		to := path.Join(french+"/data", r.Path)
		if strings.Contains(r.Path, "://") {
			to = strings.TrimPrefix(r.Path, s.Site.BaseURL)
		}
		if want := path.Join("/data", en.Resources[i].Path); s.files[to] == nil || to != want {
			t.Errorf("the table %q is at %q, want %q", r.Title, to, want)
		}
		if r.Title == en.Resources[i].Title && r.Description == en.Resources[i].Description {
			t.Errorf("%s is described in English: %q", r.Path, r.Description)
		}
	}
}

// Each feed has one of its own in the other language, with the same entries in the words
// and at the addresses of that.
func TestFeedsInTwoLanguages(t *testing.T) {
	s := site(t)
	feeds := 0
	for route, data := range s.files {
		if !strings.HasSuffix(route, "feed.xml") || isFrench(route) {
			continue
		}
		feeds++
		var en, fr struct {
			Lang string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
			feed
		}
		if err := xml.Unmarshal(data, &en); err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal(s.files[french+route], &fr); err != nil {
			t.Fatalf("%s: %v", french+route, err)
		}
		if en.Lang != "en" || fr.Lang != "fr" || len(en.Entries) != len(fr.Entries) {
			t.Errorf("%s: %d entries in %q and %d in %q", route, len(en.Entries), en.Lang, len(fr.Entries), fr.Lang)
			continue
		}
		inFrench := func(id string) string { return strings.Replace(id, s.Site.BaseURL, s.Site.BaseURL+french, 1) }
		if fr.ID[0] != inFrench(en.ID[0]) {
			t.Errorf("%s: the id is %q, in French %q", route, en.ID[0], fr.ID[0])
		}
		var want, got []string
		for i := range en.Entries {
			want, got = append(want, inFrench(en.Entries[i].ID[0])), append(got, fr.Entries[i].ID[0])
			if en.Entries[i].Summary[0] == fr.Entries[i].Summary[0] {
				t.Errorf("%s: not in French: %q", route, fr.Entries[i].Summary[0])
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("entries of %s in French (-want +got):\n%s", route, diff)
		}
	}
	if feeds < 20 {
		t.Errorf("%d feeds", feeds)
	}
}

// What a card shows is said in its alternative text, in the language of the page; the
// picture itself is another one.
func TestCardsInTwoLanguages(t *testing.T) {
	s := site(t)
	drawn := map[string]bool{}
	for _, pair := range counterparts(s) {
		var image, alt [2]string
		for i, p := range pair {
			for _, m := range all(p.doc, "meta") {
				switch value(m, "property") {
				case "og:image":
					image[i] = strings.TrimPrefix(value(m, "content"), s.Site.BaseURL)
				case "og:image:alt":
					alt[i] = value(m, "content")
				}
			}
		}
		if image[1] != french+image[0] || alt[0] == alt[1] || string(s.files[image[0]]) == string(s.files[image[1]]) {
			t.Errorf("%s: the cards %q and %q say %q and %q", pair[0].path, image[0], image[1], alt[0], alt[1])
		}
		drawn[image[0]] = true
	}
	if len(drawn) < 5 {
		t.Errorf("%d cards", len(drawn))
	}
}

// The search page has a word for every kind of what is found.
func TestKindsOfResults(t *testing.T) {
	s := site(t)
	for _, path := range []string{"/search/", french + "/search/"} {
		var index struct {
			K []struct{ K string }
		}
		if err := json.Unmarshal(s.files[path+"index.json"], &index); err != nil || len(index.K) == 0 {
			t.Fatal(path, err)
		}
		for _, kind := range index.K {
			if !bytes.Contains(s.files[path], []byte(" data-kind-"+kind.K+"=")) {
				t.Errorf("%s has no word for results of the kind %q", path, kind.K)
			}
		}
	}
}
