package sitetest

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	model "receipts/internal/site"
)

// Every fact stands in one topic, once, with the figures or the words of its reports.
func TestEveryFactHasATopic(t *testing.T) {
	s := site(t)
	in := map[*model.Fact]int{}
	for _, topic := range s.Site.Topics {
		p := s.at[topic.Path]
		for _, f := range topic.Facts() {
			in[f]++
			n := p.ids[f.ID]
			if n == nil {
				t.Errorf("%s has no part for %s", topic.Path, f.ID)
				continue
			}
			dates, want := 0, 0 // a probable slip is no date: its quote has it
			for d := range elements(n) {
				if value(d, "class") == "on" {
					dates++
				}
			}
			for _, r := range f.Reports {
				if r.Event != nil && r.Event.Date.IsSet() && !r.Event.ProbableSlip {
					want++
				}
			}
			if dates != want {
				t.Errorf("%s#%s has %d dates, not %d", topic.Path, f.ID, dates, want)
			}
			for _, r := range f.Reports {
				if figure := r.Amount != nil && !r.Amount.Quantity.IsUnquantified(); !figure && !strings.Contains(unmarked(text(n)), unmarked(words(r.Quote.Text))) {
					t.Errorf("%s#%s does not quote %q", topic.Path, f.ID, r.Quote.Text)
				}
			}
			if !leads(s.at[f.Path], topic.Path) {
				t.Errorf("%s does not lead to its topic", f.Path)
			}
		}
	}
	for _, f := range s.Site.Facts {
		if in[f] != 1 {
			t.Errorf("%s stands in %d topics", f.ID, in[f])
		}
	}
}

// A list of facts has each once.
func TestFactsAreListedOnce(t *testing.T) {
	for _, p := range site(t).pages {
		for _, ul := range all(p.doc, "ul") {
			if value(ul, "class") != "facts" {
				continue
			}
			seen := map[string]bool{}
			for _, li := range all(ul, "li") {
				for _, a := range all(li, "a")[:1] {
					if seen[value(a, "href")] {
						t.Errorf("%s lists %s twice", p.path, text(a))
					}
					seen[value(a, "href")] = true
				}
			}
		}
	}
}

// No page lists as naming it an article of which we say that it does not.
func TestNamedInIsTrue(t *testing.T) {
	s := site(t)
	unnamed := 0
	for _, n := range s.Site.Nodes() {
		p := s.at[n.Path]
		if p == nil {
			continue
		}
		for _, m := range n.Mentions() {
			if m.Relation != model.NotNamed {
				continue
			}
			unnamed++
			if slices.Contains(mentionedBy(p, "_mentioned"), m.By.Path) {
				t.Errorf("%s says that %s names it", n.Path, m.By.Path)
			}
			if !slices.Contains(mentionedBy(p, "_not-named"), m.By.Path) {
				t.Errorf("%s does not say that %s does not name it", n.Path, m.By.Path)
			}
		}
	}
	if unnamed < 8 {
		t.Errorf("only %d mentions are of what an article does not name", unnamed)
	}
}

// Where something is mentioned stands once on its page: not twice in the list, and
// not after a list or a receipt has shown it.
func TestNothingIsMentionedTwice(t *testing.T) {
	s := site(t)
	lists := 0
	for _, p := range s.pages {
		section := p.ids["_mentioned"]
		if section == nil {
			continue
		}
		lists++
		above := map[string]string{}
		for n := range mainOf(p).Descendants() {
			if n.Type != html.ElementNode || n.Data != "a" {
				continue
			}
			for at := n.Parent; at != nil; at = at.Parent {
				if class, _ := attr(at, "class"); class == "ledger" && strings.HasPrefix(pathOf(n), p.prefix+"/articles/") {
					continue // as the source of a figure
				} else if slices.Contains(shownLists, class) {
					above[pathOf(n)] = class
				}
			}
		}
		seen := map[string]bool{}
		for _, path := range mentionedBy(p, "_mentioned") {
			if above[path] != "" {
				t.Errorf("%s: %s stands in %q and again below", p.path, path, above[path])
			}
			if seen[path] {
				t.Errorf("%s: %s is mentioned twice", p.path, path)
			}
			seen[path] = true
		}
	}
	if lists < 50 {
		t.Errorf("only %d pages say where they are mentioned", lists)
	}
}

// shownLists are the classes of lists that show what mentions a page in a place of
// its own.
var shownLists = []string{"facts", "entries", "ledger", "articles", "questions", "said"}

// mentionedBy lists what the lists below a heading lead to, as far as the next
// heading of its rank: pages, or parts of those that have no page of their own.
func mentionedBy(p *page, heading string) (paths []string) {
	h := p.ids[heading]
	if h == nil {
		return nil
	}
	for n := h.NextSibling; n != nil && n.Data != "h2"; n = n.NextSibling {
		for a := range n.Descendants() {
			if a.Type == html.ElementNode && a.Data == "a" {
				paths = append(paths, pathOf(a))
			}
		}
	}
	return paths
}

// pathOf is where a link leads, of facts without the report.
func pathOf(a *html.Node) string {
	path, _ := attr(a, "href")
	if before, _, ok := strings.Cut(path, "#"); ok && strings.HasPrefix(path, "/facts/") {
		return before
	}
	return path
}
