package sitetest

import (
	"math"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"receipts"
	"receipts/internal/build"
	"receipts/internal/content"
	"receipts/internal/fixture"
	model "receipts/internal/site"
)

// The page on the law has an answer even where nobody has written one in plain words:
// then it says what is asked.
func TestLegalAnswer(t *testing.T) {
	files := fixture.Articles(nil, map[string]string{
		"site":                      "legal: may-they\n",
		"content/legal/may-they.md": "---\ntitle: May they?\nshort: Whether they may\nsummary: Whether they may.\n---\n",
	})
	s, err := buildFrom(fixture.FS(files), receipts.Defaults, build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for n := range elements(s.at["/legal/"].doc) {
		if value(n, "class") == "answer" && text(n) != "Whether they may." {
			t.Errorf("the answer is %q", text(n))
		}
	}
}

// What a court said leads to the questions that it spoke on.
func TestCourtsNameTheirQuestions(t *testing.T) {
	s := site(t)
	for _, l := range s.Site.Lead.Courts {
		for _, n := range l.About {
			if n.Kind == model.QuestionNode && !leads(s.at["/legal/"], n.Path) {
				t.Errorf("/legal/ does not lead from %s to %s", l.ID, n.Path)
			}
		}
	}
}

// A source that was read in one place was read in all, and one that was not says so in all.
func TestSourcesHaveOneState(t *testing.T) {
	unread := map[string]bool{}
	first := map[string]string{} // the page that said so
	for _, p := range site(t).pages {
		for n := range elements(p.doc) {
			if n.Data != "a" || value(n, "class") != "src" {
				continue
			}
			url, isUnread := value(n, "href"), strings.Contains(text(n.Parent), "not read by us")
			if before, ok := unread[url]; ok && before != isUnread {
				t.Errorf("%s was read on one of %s and %s, and not on the other", url, first[url], p.path)
			}
			if _, ok := first[url]; !ok {
				unread[url], first[url] = isUnread, p.path
			}
		}
	}
	if len(unread) < 50 {
		t.Errorf("%d sources", len(unread))
	}
}

// Both sides of a question have as many points and about as many words, the oldest
// first.
func TestSidesHaveEqualRoom(t *testing.T) {
	for _, q := range site(t).Site.Questions {
		var points, length []int
		for _, p := range q.Front.Positions {
			n := 0
			var before content.Date
			for _, o := range p.Points {
				n += len(strings.Fields(o.Says.Text + " " + o.Post.Text))
				if before.IsSet() && o.Date.IsSet() && o.Date.Compare(before.Date) < 0 {
					t.Errorf("%s: the point of %s stands after a later one", q.ID, o.Date)
				}
				before = o.Date
				if o.Mark == content.Unverified {
					t.Errorf("%s: nobody has read %s", q.ID, o.URL.Text)
				}
			}
			points, length = append(points, len(p.Points)), append(length, n)
		}
		for i := range points {
			if points[i] != points[0] {
				t.Errorf("%s: the sides have %v points", q.ID, points)
			}
			if more := math.Abs(float64(length[i] - length[0])); more > .15*float64(max(length[i], length[0])) {
				t.Errorf("%s: the sides have %v words", q.ID, length)
			}
		}
	}
}

// A question's page begins with the answer in plain words, and says in a sentence how
// articles put it.
func TestQuestionsBeginInPlainWords(t *testing.T) {
	s := site(t)
	for _, q := range s.Site.Questions {
		if !q.Front.Plain.IsGiven() || !q.Front.Checked.IsSet() {
			t.Errorf("%s has no plain answer, or no day on which it was looked up", q.ID)
		}
		p := s.at[q.Path]
		for n := range p.doc.Descendants() {
			if n.Type == html.ElementNode && n.Data == "h2" {
				if got := words(text(n)); got != "In plain words" {
					t.Errorf("%s begins with %q", p.path, got)
				}
				break
			}
		}
	}
	for _, p := range s.pages {
		if strings.Contains(string(p.source), "as of the article") {
			t.Errorf("%s says “as of the article”", p.path)
		}
	}
}

// Every authority says what it is in our words: none has a page that is empty.
func TestAuthoritiesAreDescribed(t *testing.T) {
	for _, a := range site(t).Site.Authorities {
		if a.Front == nil {
			t.Errorf("%s has an empty page", a.Cite)
		} else if a.Front.Mark == content.Verified && a.Front.ReadAt.Text == "" && len(a.Front.Notes) == 0 {
			t.Errorf("%s is marked as read, and nothing says where", a.Cite)
		}
	}
}

// The page on the law is read without effort: Flesch and Kincaid's grade of what it
// says itself, without quotes, tags and labels, is at most 8.
func TestLawIsReadable(t *testing.T) {
	p := site(t).at["/legal/"]
	var prose strings.Builder
	for n := range mainOf(p).Descendants() {
		if n.Type == html.ElementNode && (n.Data == "p" || n.Data == "li" && len(all(n, "p")) == 0) && !inside(n, "nav", "blockquote") && !isLabel(n) {
			for d := range n.Descendants() {
				if d.Type == html.TextNode && !strings.HasPrefix(value(d.Parent, "href"), "http") {
					prose.WriteString(d.Data)
				}
			}
			prose.WriteString(". ")
		}
	}
	got := grade(prose.String())
	t.Logf("/legal/ is of grade %.1f", got)
	if got > 8 {
		t.Errorf("/legal/ is of grade %.1f", got)
	}
}

// isLabel reports whether a paragraph is no sentence of ours.
func isLabel(n *html.Node) bool {
	return set(`kind where layer translation slip-head name event-date question-title more`)[value(n, "class")]
}
