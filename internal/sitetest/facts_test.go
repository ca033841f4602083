package sitetest

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"receipts/internal/content"
)

// All that an article's file says is on the site, each fact on its page with the
// quote that carries it and its speaker.
func TestEveryFactHasItsPage(t *testing.T) {
	s := site(t)
	if len(s.Site.Articles) < 2 {
		t.Fatalf("%d articles", len(s.Site.Articles))
	}
	for _, a := range s.Site.Articles {
		var (
			article = s.at[a.Path]
			front   = a.Front
			facts   = 0
		)
		if article == nil {
			t.Errorf("%s has no page", a.ID)
			continue
		}
		fact := func(links *content.FactLinks, r *content.Report) {
			facts++
			id := links.Fact.Text
			p := s.at["/facts/"+id+"/"]
			if p == nil {
				t.Errorf("%s: the fact %s has no page", a.ID, id)
				return
			}
			s.shows(t, p, a.ID+", "+id, r)
			s.shows(t, article, a.ID+", "+id, r)
			if !leads(article, p.path) || !leads(p, article.path) {
				t.Errorf("%s and %s do not lead to each other", article.path, p.path)
			}
			for _, q := range links.Legal {
				if to := "/legal/" + q.Text + "/"; !leads(p, to) {
					t.Errorf("%s does not lead to %s", p.path, to)
				}
			}
		}
		for i := range front.Amounts {
			fact(&front.Amounts[i].FactLinks, &front.Amounts[i].Report)
		}
		for i := range front.Dates {
			fact(&front.Dates[i].FactLinks, &front.Dates[i].Report)
		}
		for i := range front.Claims {
			fact(&front.Claims[i].FactLinks, &front.Claims[i].Report)
		}
		if facts == 0 {
			t.Errorf("%s reports nothing", a.ID)
		}
		for i := range front.States {
			r := &front.States[i]
			s.shows(t, article, a.ID+", "+r.State.Code, &r.Report)
			if st, ok := s.Site.Resolve(r.State.Code, ""); ok {
				s.shows(t, s.at[st.Href], a.ID+", "+r.State.Code, &r.Report)
			}
		}
		for i := range front.Legal {
			r := &front.Legal[i]
			s.shows(t, article, a.ID+", "+r.Question.Text, &r.Report)
			if p := s.at["/legal/"+r.Question.Text+"/"]; p == nil {
				t.Errorf("%s: the question %s has no page", a.ID, r.Question.Text)
			} else {
				s.shows(t, p, a.ID+", "+r.Question.Text, &r.Report)
			}
		}
		if !strings.Contains(text(article.doc), words(front.Source.Headline.Text)) {
			t.Errorf("%s does not show the headline as printed", article.path)
		}
	}
}

// shows fails the test for a quote or a sentence of ours that is not on p.
func (s *built) shows(t *testing.T, p *page, what string, r *content.Report) {
	t.Helper()
	if p == nil {
		t.Errorf("%s: no page", what)
		return
	}
	for _, e := range append([]content.Evidence{r.Evidence}, r.Also...) {
		if e.IsZero() {
			continue
		}
		if !quotes(p, e.Quote.Text) {
			t.Errorf("%s: %s is not quoted: %q", p.path, what, e.Quote.Text)
		}
		if e.Translation.Text != "" && !strings.Contains(text(p.doc), words(e.Translation.Text)) {
			t.Errorf("%s: %s is not translated: %q", p.path, what, e.Translation.Text)
		}
	}
}

// quotes reports whether p quotes the words, verbatim and marked as foreign.
func quotes(p *page, quote string) bool {
	for n := range elements(p.doc) {
		if (n.Data == "q" || n.Data == "blockquote") && strings.Contains(unmarked(text(n)), unmarked(words(quote))) && value(n, "lang") != "" {
			return true
		}
	}
	return false
}

// unmarked is a text without quotation marks and blanks: within a quote they are shown as
// the language of the quote has them there.
func unmarked(s string) string {
	return strings.NewReplacer("«", "", "»", "", "“", "", "”", "", `"`, "", " ", "", "\u00a0", "", "\u202f", "").Replace(s)
}

// leads reports whether a link in the content of p leads to a path.
func leads(p *page, path string) bool {
	for _, a := range all(mainOf(p), "a") {
		if to, _, _ := strings.Cut(value(a, "href"), "#"); to == path {
			return true
		}
	}
	return false
}

func mainOf(p *page) *html.Node { return all(p.doc, "main")[0] }

// Every authority that a question rests on or a text cites has a page, which
// leads to the text of the law or says that it cannot.
func TestEveryAuthorityHasItsPage(t *testing.T) {
	s := site(t)
	for _, q := range s.Site.Questions {
		for _, a := range q.Authorities {
			if !leads(s.at[q.Path], a.Path) {
				t.Errorf("%s does not lead to %s", q.Path, a.Path)
			}
			if !leads(s.at[a.Path], q.Path) {
				t.Errorf("%s does not say that %s rests on it", a.Path, q.Path)
			}
		}
	}
	for _, a := range s.Site.Authorities {
		p := s.at[a.Path]
		switch {
		case p == nil:
			t.Errorf("%s has no page", a.ID)
		case !strings.Contains(text(mainOf(p)), words(a.Cite)):
			t.Errorf("%s does not show its citation %q", a.Path, a.Cite)
		case a.URL != "" && !leads(p, strings.SplitN(a.URL, "#", 2)[0]):
			t.Errorf("%s does not lead to %s", a.Path, a.URL)
		case len(a.Mentions()) == 0:
			t.Errorf("nothing rests on %s", a.Path)
		}
	}
}

// Points on which sources disagree are on the fact's page and in the list.
func TestEveryDisagreementIsShown(t *testing.T) {
	s := site(t)
	list := text(mainOf(s.at["/disagreements/"]))
	for _, d := range s.Site.Disagreements {
		p, about := s.at[d.Fact.Path], ""
		if !d.IsFound() {
			about = d.Front.About.Text
		}
		if p.ids[d.Anchor] == nil || !strings.Contains(text(p.ids[d.Anchor]), about) {
			t.Errorf("%s#%s does not show %q", p.path, d.Anchor, about)
		}
		if !strings.Contains(list, about) {
			t.Errorf("/disagreements/ does not list %q", about)
		}
	}
}

// A fact and its parties and states link to each other.
func TestEveryReportIsListedWithItsParties(t *testing.T) {
	s := site(t)
	for _, f := range s.Site.Facts {
		for _, r := range f.Reports {
			for _, party := range append(append(r.From[:len(r.From):len(r.From)], r.To...), r.Speakers...) {
				if party.Entity == nil {
					continue
				}
				if !leads(s.at[party.Entity.Path], f.Path) {
					t.Errorf("%s does not lead to %s, in which it takes part", party.Entity.Path, f.Path)
				}
				if !leads(s.at[f.Path], party.Entity.Path) {
					t.Errorf("%s does not lead to %s, who takes part in it", f.Path, party.Entity.Path)
				}
			}
		}
		for _, st := range f.States {
			if !leads(s.at[st.Path], f.Path) || !leads(s.at[f.Path], st.Path) {
				t.Errorf("%s and %s do not lead to each other", st.Path, f.Path)
			}
		}
	}
}
