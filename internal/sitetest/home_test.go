package sitetest

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"receipts"
	"receipts/internal/browsertest"
	"receipts/internal/build"
	"receipts/internal/fixture"
)

// On a phone, a reader gets from the home page to the law, on to the money and on to
// what became of it by the ways on alone.
func TestWaysOn(t *testing.T) {
	s := site(t)
	host := serve(t, s)
	ctx := browsertest.Tab(t)
	must(t, ctx, chromedp.EmulateViewport(390, 844), chromedp.Navigate(host.URL+"/"))
	for _, next := range []string{"/legal/", "/money/", "/later/"} {
		from := evaluate[string](t, ctx, `location.pathname`)
		// Where the link is, as a finger finds it: empty if there is none to be seen.
		at := evaluate[[]float64](t, ctx, `document.fonts.ready.then(() => {
			const a = [...document.querySelectorAll("nav.ways a")].find(a => a.pathname === "`+next+`");
			if (!a?.checkVisibility()) return [];
			const r = a.getBoundingClientRect();
			return [r.left, r.right, r.height];
		})`)
		if len(at) == 0 {
			t.Fatalf("%s has no way on to %s", from, next)
		}
		if at[0] < 0 || at[1] > 390 || at[2] < 24 {
			t.Errorf("%s: the way on to %s stands at %v", from, next, at)
		}
		must(t, ctx, chromedp.Navigate(host.URL+next))
		if n := evaluate[int](t, ctx, `document.querySelectorAll("main h1").length`); n != 1 {
			t.Fatalf("%s has %d h1", next, n)
		}
	}
}

// A site without a short version, and without a question that it answers first, promises
// neither on its ways on.
func TestWaysOnOfASmallSite(t *testing.T) {
	files := fixture.Articles(map[string]string{"a": fixture.Amounts(fixture.Money("a-gift", "5 USD", "from: donor"))}, map[string]string{
		"content/legal/may-they.md": "---\ntitle: May they?\nshort: Whether they may\nsummary: Whether they may.\n---\n",
		"content/later/won.md":      "---\ntitle: They win\nsays: They win.\nabout: [donor]\ndate: 2024-11\npublisher: The Town\nurl: https://town.example/\n---\n",
	})
	s, err := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string][]string{
		"/":       {"What happened", "Legal questions", "Follow the money", "What became of it"},
		"/later/": {"What happened"},
	} {
		var got []string
		for _, nav := range all(s.at[path].doc, "nav") {
			if strings.HasPrefix(value(nav, "class"), "ways") {
				for _, a := range all(nav, "a") {
					got = append(got, text(a))
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: the ways on (-want +got):\n%s", path, diff)
		}
	}
}

// The short version and the answer on the law are read by people in a hurry.
func TestReadingGrade(t *testing.T) {
	s := site(t)
	for _, tt := range []struct{ path, class string }{{"/", "short"}, {"/legal/", "answer"}} {
		var words strings.Builder
		for n := range elements(s.at[tt.path].doc) {
			if slices.Contains(strings.Fields(value(n, "class")), tt.class) {
				words.WriteString(ownWords(n) + "\n")
			}
		}
		if words.Len() == 0 {
			t.Errorf("%s: nothing of class %q", tt.path, tt.class)
			continue
		}
		got := grade(words.String())
		t.Logf("%s: the %s is of grade %.1f", tt.path, tt.class, got)
		if got > 8 {
			t.Errorf("%s: grade %.1f:\n%s", tt.path, got, words.String())
		}
	}
}

// ownWords is the running text of n in our own words: no quotes, labels and sources.
func ownWords(n *html.Node) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		class := strings.Fields(value(c, "class"))
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Data == "q" || c.Data == "blockquote" || slices.ContainsFunc(class, func(s string) bool { return s == "layer" || s == "src" || s == "where" }):
		default:
			b.WriteString(ownWords(c))
			if c.Data == "li" || c.Data == "p" {
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}

var (
	sentenceEnd = regexp.MustCompile(`[.?!]+["”»]?\s`)
	vowels      = regexp.MustCompile(`(?i)[aeiouy]+`)
)

// grade is the grade of a text by Flesch and Kincaid: the school year in which English
// is read so with ease. A group of vowels is a syllable.
func grade(s string) float64 {
	sentences, count, syllables := 0, 0, 0
	for _, sentence := range sentenceEnd.Split(s, -1) {
		list := strings.Fields(sentence)
		if len(list) == 0 {
			continue
		}
		sentences++
		count += len(list)
		for _, w := range list {
			syllables += max(1, len(vowels.FindAllString(w, -1)))
		}
	}
	return .39*float64(count)/float64(sentences) + 11.8*float64(syllables)/float64(count) - 15.59
}

func TestGrade(t *testing.T) {
	for give, want := range map[string]float64{
		"The cat sat on the mat.":                                             -1.45,
		"The cat sat.  It sat on the mat":                                     -2.23,
		"Considerable uncertainty notwithstanding, implementation continues.": 35.92,
	} {
		if got := grade(give); got < want-.01 || got > want+.01 {
			t.Errorf("grade(%q) = %.2f, want %.2f", give, got, want)
		}
	}
}

// What the home page says of how sure the site is counts each fact and each point once.
func TestSureCounts(t *testing.T) {
	s := site(t)
	both, one, contradict := 0, 0, 0
	for _, f := range s.Site.Facts {
		if f.Articles() > 1 {
			both++
		} else {
			one++
		}
	}
	for _, d := range s.Site.Disagreements {
		if d.Kind == "contradiction" {
			contradict++
		}
	}
	want := []int{both, one, contradict, len(s.Site.Disagreements) - contradict}
	var got []int
	for n := range elements(s.at["/"].doc) {
		if value(n, "class") == "sure" {
			for _, b := range all(n, "b") {
				if count, _, _ := strings.Cut(text(b), " "); count != "none" {
					got = append(got, atoi(t, count))
				}
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// The menu in the head has what the site has.
func TestMenu(t *testing.T) {
	tests := []struct {
		desc  string
		files map[string]string // nil for the real site
		want  []string
	}{
		{"the real site", nil, []string{"What happened", "Is it legal?", "Follow the money", "What became of it", "Articles", "Figures", "Search", "Français"}},
		{"a site file alone", map[string]string{"content/site.yaml": "title: A site\nbase_url: https://example.org\n"}, []string{"Articles", "Figures", "Search"}},
		{"no search", map[string]string{"content/site.yaml": "title: A site\nbase_url: https://example.org\nleave_out: [search]\n"}, []string{"Articles", "Figures"}},
		{"an event", fixture.Articles(map[string]string{"a": fixture.Dates(fixture.Event("a-day", "date: 2024-10-05"))}, nil), []string{"What happened", "Articles", "Figures", "Search"}},
		{"a question, and none that is answered first", fixture.Articles(map[string]string{"a": fixture.Amounts(fixture.Money("a-gift", "5 USD", "from: donor"))}, map[string]string{
			"content/legal/may-they.md": "---\ntitle: May they?\nshort: Whether they may\nsummary: Whether they may.\n---\n",
		}), []string{"Legal questions", "Follow the money", "Articles", "Figures", "Search"}},
		{"an amount of nobody, and to nobody", fixture.Articles(map[string]string{"a": fixture.Amounts(fixture.Money("a-gift", "5 USD"))}, nil), []string{"Articles", "Figures", "Search"}},
		{"an amount", fixture.Articles(map[string]string{"a": fixture.Amounts(fixture.Money("a-gift", "5 USD", "from: donor"))}, nil), []string{"Follow the money", "Articles", "Figures", "Search"}},
	}
	for _, tt := range tests {
		t.Run(tt.desc, func(t *testing.T) {
			s := site(t)
			if tt.files != nil {
				var err error
				if s, err = buildFrom(fixture.FS(tt.files), receipts.Defaults, build.Options{}); err != nil {
					t.Fatal(err)
				}
			}
			for _, p := range s.pages {
				var got []string
				for _, a := range all(all(all(p.doc, "header")[0], "nav")[0], "a") {
					if href := value(a, "href"); href != "#_sections" {
						got = append(got, text(a))
						if s.at[href] == nil {
							t.Errorf("%s: %s leads to %s, which is not there", p.path, text(a), href)
						}
					}
				}
				want := tt.want
				if p.lang == "fr" {
					want = []string{"Ce qui s’est passé", "Est-ce légal ?", "Suivre l’argent", "Et depuis ?", "Articles", "Chiffres", "Recherche", "English"}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s: the menu (-want +got):\n%s", p.path, diff)
				}
			}
		})
	}
}
