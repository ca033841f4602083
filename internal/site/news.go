package site

import (
	"cmp"
	"slices"
)

// News is what a reader who follows something is told of: the articles that speak of it,
// and what became of it.
type News struct {
	Articles []*Article // newest first, without drafts
	Later    []*Later   // newest first
}

// HasNews reports whether anything was told of n, without the cost of [Site.NewsOf].
func (n *Node) HasNews() bool {
	return len(n.later) > 0 || n.topic != nil && len(n.topic.Facts()) > 0 ||
		slices.ContainsFunc(n.found, func(m *Mention) bool { return m.By.article != nil || m.By.fact != nil })
}

// NewsOf is what is told of a node: of a topic, all of its facts.
func (s *Site) NewsOf(n *Node) News {
	var news News
	articles, later := map[*Article]bool{}, map[*Later]bool{}
	add := func(n *Node) {
		for _, m := range n.found {
			if m.By.article != nil {
				articles[m.By.article] = true
			}
			if m.By.fact != nil {
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
	for _, a := range s.Articles {
		if articles[a] && !a.IsDraft() {
			news.Articles = append(news.Articles, a)
		}
	}
	for l := range later {
		news.Later = append(news.Later, l)
	}
	slices.SortFunc(news.Later, func(a, b *Later) int {
		return cmp.Or(b.Front.Date.Compare(a.Front.Date.Date), cmp.Compare(a.ID, b.ID))
	})
	return news
}
