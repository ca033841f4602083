package changes

import (
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// What follows from the facts, what comes from outside the articles, and our own words.
func TestBetweenParts(t *testing.T) {
	later := "---\ntitle: It ended\ndate: 2025-01-02\nsays: The court ended it. See [[award]].\nurl: https://example.org/order\npublisher: The court\nabout: [award]\n---\nMore on it.\n"
	about := "---\ntitle: About\nsummary: What this is.\n---\nOne thing.\n\nAnother: [[award]].\n\nA third.\n"
	term := "---\ntitle: Award\nsummary: What is given.\n---\n"
	base := map[string]string{"content/later/ended.md": later, "content/pages/about.md": about, "content/glossary/prize.md": term}
	for _, tt := range []struct {
		desc     string
		old, new string // lists of the story
		files    map[string]string
		want     []string
	}{
		{"nothing", award, award, nil, nil},
		{"a sentence of ours", award, replace(award, "writes so", "says so"), nil, []string{"award story: says The paper writes so. → The paper says so."}},
		{"a date of a later development", award, award, map[string]string{"content/later/ended.md": replace(later, "2025-01-02", "2025-01-03")}, []string{"ended: date 2025-01-02 → 2025-01-03"}},
		{"its words", award, award, map[string]string{"content/later/ended.md": replace(later, "ended it", "closed it", "More", "Less")}, []string{
			"ended: says The court ended it. See award. → The court closed it. See award.", "ended: text More on it. → Less on it.",
		}},
		{"an archived copy of its source", award, award, map[string]string{"content/later/ended.md": replace(later, "publisher", "archived: https://archive.example/1\npublisher")}, []string{"ended: archived none → https://archive.example/1"}},
		{"a later development that went", award, award, map[string]string{"content/later/ended.md": ""}, []string{"ended: later withdrawn It ended", "/later/: page gone /later/"}},
		{"a page that went", award, award, map[string]string{"content/pages/about.md": ""}, []string{"about: page gone /about/"}},
		{"a page that went, of which another has the address", award, award, map[string]string{"content/pages/about.md": "", "content/pages/us.md": replace(about, "title: About", "title: About\naliases: [about]")}, []string{
			"us: renamed, was about", "about: page gone /about/, leads on to /us/",
		}},
		{"a page that went into another one", award, award, map[string]string{"content/pages/about.md": "", "content/glossary/prize.md": replace(term, "title: Award", "title: Award\naliases: [about]")}, []string{
			"about: page gone /about/",
		}},
		{"a later development with another id", award, award, map[string]string{"content/later/ended.md": "", "content/later/over.md": replace(later, "title:", "aliases: [ended]\ntitle:")}, []string{"over: renamed, was ended"}},
		{"two that became one", award, award, map[string]string{
			"content/later/ended.md": "", "content/pages/about.md": "", "content/glossary/prize.md": "", "content/later/over.md": replace(later, "title:", "aliases: [ended, about]\ntitle:"),
		}, []string{"over: renamed, was ended", "about: page gone /about/", "prize: text Award What is given. → none"}},
		{"a term with another id", award, award, map[string]string{"content/glossary/prize.md": "", "content/glossary/grant.md": replace(term, "summary", "aliases: [prize]\nsummary")}, []string{"grant: renamed, was prize"}},
		{"what others refer to", award, replace(award, "fact: award", "fact: gift"), map[string]string{
			"content/later/ended.md": strings.ReplaceAll(later, "award]", "gift]"), "content/pages/about.md": strings.ReplaceAll(about, "award]", "gift]"),
		}, []string{"gift: renamed, was award", "award: page gone /facts/award/, now /facts/gift/"}},
		{"a page that came", award, award, map[string]string{"content/pages/new.md": about}, []string{"new: page added /new/"}},
		{"a paragraph", award, award, map[string]string{"content/pages/about.md": replace(about, "Another: [[award]].\n\n", "")}, []string{"about: text Another: 75 million USD. → none"}},
		{"two runs of paragraphs", award, award, map[string]string{"content/pages/about.md": replace(about, "One", "A first", "A third", "The last")}, []string{"about: text One thing. → A first thing.", "about: text A third. → The last."}},
		{"a term", award, award, map[string]string{"content/glossary/prize.md": ""}, []string{"prize: text Award What is given. → none"}},
		{"the home page", award, award, map[string]string{content.ConfigPath: "summary: One sentence.\n"}, []string{"content/site.yaml: text none → One sentence."}},
		{"why there is no total", award, replace(award, "flow: prize", "flow: payment"), nil, []string{"award story: flow prize → payment !", "all money: total none (promised) → none (one figure)"}},
		{"a figure in our words elsewhere", award, strings.ReplaceAll(award, "75", "80"), nil, []string{
			"award story: amount 75 → 80 million USD !", "award story: quote 75 million dollars in October 2024 → 80 million dollars in October 2024",
			"about: text Another: 75 million USD. → Another: 80 million USD.",
		}},
		{"a disagreement that is found", award, award + strings.TrimPrefix(replace(award, "P1", "P5", "75 million USD", "80 million USD", "75 million dollars", "80 million dollars"), "amounts:\n"), nil, []string{
			"award story: report added 80 million USD", "all money: total none (promised) → none (reports disagree)", "award: point added amount",
		}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			files := maps.Clone(base)
			maps.Copy(files, tt.files)
			got := lines(Between(edition(t, tt.old, base), edition(t, tt.new, files)))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// What of an edition is a page is found at its address.
func TestBetweenSameAddress(t *testing.T) {
	s := edition(t, award+asked, nil)
	for _, address := range s.Addresses() {
		if _, ok := s.ResolveLink(address, "/"); !ok {
			t.Errorf("no page is at %s", address)
		}
	}
}

func TestCode(t *testing.T) {
	for _, tt := range []struct{ give, want string }{
		{"plain", "`plain`"},
		{"a `b` c", "``a `b` c``"},
		{"`", "`` ` ``"},
		{"``a", "``` ``a ```"},
		{"two\n\nlines", "`two lines`"},
		{"@name <b> | [x](y) #1", "`@name <b> | [x](y) #1`"},
		{"a\u202eb", "`a\ufffdb`"},
		{strings.Repeat("é", mostRunes+1), "`" + strings.Repeat("é", mostRunes) + "…`"},
		{"", "`  `"},
	} {
		if got := code(tt.give); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.give, got, tt.want)
		}
	}
}

// A comment is never longer than a host takes, and says what it leaves out.
func TestMarkdownIsBounded(t *testing.T) {
	var r Report
	for range 5000 {
		r.Changes = append(r.Changes, Change{Part: Facts, Kind: Changed, ID: "fact", Field: "quote", Old: strings.Repeat("`@a` ", 100), New: "b"})
		r.Missing = append(r.Missing, diag.Diagnostic{Message: strings.Repeat("x", 1000)})
	}
	r.New = func(string) []byte { return nil }
	var b strings.Builder
	if err := r.Markdown(&b); err != nil {
		t.Fatal(err)
	}
	if n := len([]rune(b.String())); n > 65_536 {
		t.Errorf("%d characters", n)
	}
	if strings.Count(b.String(), "\n- and 4950 more\n") != 2 {
		t.Error("it does not say how much is left out")
	}
}

// Two lists of passages differ in what their runs say, and in nothing else.
func FuzzHunks(f *testing.F) {
	f.Add("abcabba", "cbabac")
	f.Add("", "a")
	f.Add("aab", "ab")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a) > 200 || len(b) > 200 {
			return
		}
		list := func(s string) (out []passage) {
			for i := range len(s) {
				out = append(out, passage{text: s[i : i+1]})
			}
			return out
		}
		removed, added := 0, 0
		for _, h := range hunks(list(a), list(b)) {
			if len(h[0])+len(h[1]) == 0 {
				t.Fatal("a run without a difference")
			}
			removed, added = removed+len(h[0]), added+len(h[1])
		}
		if len(a)-removed != len(b)-added || (a == b) != (removed+added == 0) {
			t.Errorf("%q, %q: %d removed, %d added", a, b, removed, added)
		}
	})
}
