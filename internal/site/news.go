package site

import (
	"cmp"
	"slices"

	"receipts/internal/content"
	"receipts/internal/edtf"
)

// News is what a reader who follows something is told of: the articles that speak of it,
// and what became of it.
type News struct {
	Articles []*Article // newest first, without drafts
	Later    []*Later   // newest first
}

// feedName is what the feed of a page is called, below its address.
const feedName = "feed.xml"

// HasFeed reports whether n has a feed of its own: people, organizations, states, legal
// questions and topics have one if there is anything to tell of them.
func (n *Node) HasFeed() bool {
	switch n.Kind {
	case PersonNode, OrganizationNode, StateNode, QuestionNode, TopicNode:
		return n.HasNews()
	}
	return false
}

// FeedPath is where the feed of n stands.
func (n *Node) FeedPath() string { return n.Path + feedName }

// HasNews reports whether anything was told of n, without the cost of [Site.NewsOf].
func (n *Node) HasNews() bool {
	return len(n.later) > 0 || n.topic != nil && len(n.topic.Facts()) > 0 ||
		slices.ContainsFunc(n.found, func(m *Mention) bool { return m.isNews() && !m.By.IsDraft() })
}

// isNews reports whether m is of an article or a fact that speaks of the node.
func (m *Mention) isNews() bool {
	return m.Relation != NotNamed && (m.By.article != nil || m.By.fact != nil)
}

// NewsOf is what is told of a node: of a topic, all of its facts.
func (s *Site) NewsOf(n *Node) News {
	var news News
	articles, later := map[*Article]bool{}, map[*Later]bool{}
	add := func(n *Node) {
		for _, m := range n.found {
			if !m.isNews() {
				continue
			}
			if m.By.article != nil {
				articles[m.By.article] = true
			} else {
				for _, r := range m.By.fact.Reports {
					articles[r.Article] = true
				}
			}
		}
		for _, l := range n.later {
			later[l] = true
		}
	}
	add(n)
	if n.topic != nil {
		for _, f := range n.topic.Facts() {
			add(&f.Node)
		}
	}
	for a := range articles {
		if !a.IsDraft() {
			news.Articles = append(news.Articles, a)
		}
	}
	slices.SortFunc(news.Articles, newestFirst)
	for l := range later {
		news.Later = append(news.Later, l)
	}
	slices.SortFunc(news.Later, func(a, b *Later) int {
		return cmp.Or(b.Front.Date.Compare(a.Front.Date.Date), cmp.Compare(a.ID, b.ID))
	})
	return news
}

// Updated is the last day on which what the site says of n changed, as far as content
// tells: when we read a source or corrected our summary, and when we learned what became
// of it. It is the zero Day if nothing was told of n.
func (n *Node) Updated() edtf.Day {
	var last edtf.Day
	add := func(day edtf.Day) {
		if day.Compare(last) > 0 {
			last = day
		}
	}
	switch {
	case n.article != nil:
		add(n.article.Updated())
	case n.fact != nil:
		for _, r := range n.fact.Reports {
			add(r.Article.Updated())
		}
	case n.topic != nil:
		for _, f := range n.topic.Facts() {
			add(f.Updated())
		}
	default:
		for _, m := range n.found {
			if m.isNews() {
				add(m.By.Updated())
			}
		}
	}
	for _, l := range n.later {
		add(l.Told())
	}
	return last
}

// Updated is the last day on which our summary changed: when we read the source, or
// corrected what we had written.
func (a *Article) Updated() edtf.Day {
	last := a.Front.Source.Read.Latest()
	for _, c := range a.Front.Corrections {
		if c.Date.Latest().Compare(last) > 0 {
			last = c.Date.Latest()
		}
	}
	return last
}

// Told is the day on which l was told: when we read of it or it was published, whichever
// is later, or else when it happened. Of a month or a year that is its first day, since
// the last may be still to come.
func (l *Later) Told() edtf.Day {
	var last edtf.Day
	for _, d := range []content.Date{l.Front.Published, l.Front.Read} {
		if d.IsSet() && d.Earliest().Compare(last) > 0 {
			last = d.Earliest()
		}
	}
	switch {
	case last != (edtf.Day{}):
		return last
	case l.Front.Date.OpenStart():
		return l.Last()
	}
	return l.Front.Date.Earliest()
}
