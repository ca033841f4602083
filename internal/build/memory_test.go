package build_test

import (
	"fmt"
	"strings"
	"testing"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/diag"
)

// reported is an article that reports one fact.
func reported(title, fact, figure, body string) string {
	return fmt.Sprintf("---\ntitle: %s\nsummary: What it says.\nsource:\n  outlet: gazette\n  headline: News\n  published: 2024-10-01\n  language: en\n  read: 2026-11-22\n  paragraphs: 9\n"+
		"amounts:\n  - fact: %s\n    amount: %s USD\n    flow: gift\n    says: The outlet writes so.\n    quote: \"%s dollars were given\"\n    at: P2\n---\n\n%s\n", title, fact, figure, figure, body)
}

// twoArticles is a site of what they report.
func twoArticles(first, second string) map[string]string {
	return map[string]string{
		"content/site.yaml":                "title: Small\nsummary: Two articles.\nbase_url: https://small.example\ncontact: a@small.example\nvocabularies:\n  flows:\n    gift: { label: gift reported, kind: payment }\n  organizations:\n    outlet: news outlet\n",
		"content/organizations/gazette.md": "---\ntitle: The Gazette\nkind: outlet\nsummary: Prints.\n---\n",
		"content/articles/first.md":        first,
		"content/articles/second.md":       second,
	}
}

// Prose that agreed with its facts is looked at again when one of them, in
// another file, says something else; and when a name comes or goes in which a
// number is no figure.
func TestProseOfOthersIsRemembered(t *testing.T) {
	live := &liveFS{twoArticles(
		reported("One", "a-gift", "2,000", "It writes of [[b-gift]], which is 3,000 dollars. The Club of 54000 is no figure."),
		reported("Two", "b-gift", "3,000", "Nothing more."),
	)}
	live.files["content/organizations/club.md"] = "---\ntitle: Club of 54000\nkind: outlet\nsummary: Meets.\n---\n"
	b := build.New(live, receipts.Defaults, build.Options{})
	complaints := func() string {
		t.Helper()
		res, err := b.Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, d := range mistakes(res.Diags) {
			if d.Code != diag.FigureWithoutFact || d.Place.File != "content/articles/first.md" {
				t.Fatal(d)
			}
			out = append(out, strings.SplitN(d.Message, " is no", 2)[0])
		}
		return strings.Join(out, ", ")
	}
	const second, club = "content/articles/second.md", "content/organizations/club.md"
	was := map[string]string{second: live.files[second], club: live.files[club]}
	for _, tt := range []struct{ desc, file, text, want string }{
		{"as it is", second, was[second], ``},
		{"another figure elsewhere", second, reported("Two", "b-gift", "4,000", "Nothing more."), `"3,000 dollars"`},
		{"and back", second, was[second], ``},
		{"only another text elsewhere", second, reported("Two", "b-gift", "3,000", "Something more."), ``},
		{"another name", club, strings.Replace(was[club], "Club of 54000", "The Club", 1), `"54000"`},
		{"and back", club, was[club], ``},
	} {
		live.files[tt.file] = tt.text
		if got := complaints(); got != tt.want {
			t.Errorf("%s: it complains of %s, want %s", tt.desc, got, tt.want)
		}
	}
}

// A status of a ruling is looked at again when the file of the decision changes, or
// what the question rests on.
func TestRulingsOfOthersAreNotRemembered(t *testing.T) {
	article := strings.Replace(reported("One", "a-gift", "2,000", "Text."), "---\n\nText.", "legal:\n  - question: asked\n    status: decided\n"+
		"    says: The Gazette writes that [[100-f4th-1|a court]] decided so.\n    quote: a court decided so\n    at: P3\n---\n\nText.", 1)
	live := &liveFS{twoArticles(article, reported("Two", "b-gift", "3,000", "Text."))}
	const decision, question = "content/law/100-f4th-1.md", "content/legal/asked.md"
	live.files[decision] = "---\ntitle: A v. B\ncite: 100 F.4th 1\nkind: decision\nsummary: Decides.\ndate: 2024-05-01\n---\n"
	live.files[question] = "---\ntitle: May one?\nshort: Whether one may\nsummary: A question.\nlaw: 100-f4th-1\n---\n"
	b := build.New(live, receipts.Defaults, build.Options{})
	for _, tt := range []struct {
		file, old, with string
		refused         bool
	}{
		{decision, "2024-05-01", "2024-05-02", false},
		{decision, "2024-05-02", "2024-11-02", true},
		{decision, "2024-11-02", "2024-05-01", false},
		{question, "law: 100-f4th-1", "law: 200 F.4th 1", true},
		{question, "law: 200 F.4th 1", "law: 100-f4th-1", false},
	} {
		live.files[tt.file] = strings.Replace(live.files[tt.file], tt.old, tt.with, 1)
		res, err := b.Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		found := mistakes(res.Diags)
		if refused := len(found) == 1 && found[0].Code == diag.NoRuling; refused != tt.refused || len(found) > 1 {
			t.Errorf("%s: %v", tt.with, found)
		}
	}
}
