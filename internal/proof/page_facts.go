package proof

import (
	"slices"

	"receipts/internal/edtf"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// What the prose of a page is compared with: the facts, dates and states of the
// page, as the head of agree.go says.

// articleCheck checks the prose of an article.
func (p *Proof) articleCheck(a *site.Article) *proseCheck {
	out := &proseCheck{site: p.Site, words: p.words, published: []edtf.Date{a.Front.Source.Published.Date}, lostStates: a.Front.LostState}
	out.dates.add(out.published[0], a.Front.Source.Read.Date)
	for _, c := range a.Front.Corrections {
		out.dates.add(c.Date.Date)
	}
	var facts []*site.Fact
	byFact := map[*site.Fact][]*site.Report{}
	for _, r := range a.Reports {
		if byFact[r.Fact] == nil {
			facts = append(facts, r.Fact)
		}
		byFact[r.Fact] = append(byFact[r.Fact], r)
	}
	for _, f := range facts {
		out.facts = append(out.facts, p.stated(f, byFact[f]))
	}
	out.states = reportedStates(p.Site, a)
	p.addLinked(out, a.Page.Texts)
	return out
}

// factPageCheck checks the prose of our own file on a fact.
func (p *Proof) factPageCheck(f *site.Fact) *proseCheck {
	out := &proseCheck{site: p.Site, words: p.words}
	for _, f := range append([]*site.Fact{f, f.PartOf}, f.Parts...) {
		if f != nil {
			out.facts = append(out.facts, p.statedBy(f))
		}
	}
	out.addArticles([]*site.Fact{f})
	p.addLinked(out, f.Page.Texts)
	return out
}

// homeCheck checks the prose of the home page, which stands in the site file. Its facts
// are those that it links to; its articles are those that report them, and those
// it links to.
func (p *Proof) homeCheck(texts []*markdown.Doc) *proseCheck {
	out := &proseCheck{site: p.Site, words: p.words}
	p.addLinked(out, texts)
	for _, f := range out.facts {
		out.addArticles([]*site.Fact{f.Fact})
	}
	for _, d := range texts {
		for _, ref := range d.Refs() {
			n := p.Site.Named(ref.ID)
			if n != nil && n.Article() != nil {
				out.addArticle(n.Article())
			}
			if i := slices.IndexFunc(p.Site.Later, func(l *site.Later) bool { return &l.Node == n }); i >= 0 {
				out.dates.add(p.Site.Later[i].Front.Date.Date)
			}
		}
	}
	out.lostDates = out.lostDates || len(out.published) == 0 // nothing says of which year a day is
	return out
}

// topicCheck checks the prose of a topic.
func (p *Proof) topicCheck(t *site.Topic) *proseCheck {
	facts, out := t.Facts(), &proseCheck{site: p.Site, words: p.words}
	for _, f := range facts {
		out.facts = append(out.facts, p.statedBy(f))
	}
	out.addArticles(facts)
	p.addLinked(out, t.Page.Texts)
	return out
}

// addArticles adds what the articles that report some facts give: their days of
// publication, and the states of which they report.
func (c *proseCheck) addArticles(facts []*site.Fact) {
	seen := map[*site.Article]bool{}
	for _, f := range facts {
		for _, r := range f.Reports {
			if !seen[r.Article] {
				seen[r.Article] = true
				c.addArticle(r.Article)
			}
		}
	}
}

func (c *proseCheck) addArticle(a *site.Article) {
	c.lostStates = c.lostStates || a.Front.LostState
	if published := a.Front.Source.Published.Date; !slices.Contains(c.published, published) {
		c.published = append(c.published, published)
		c.dates.add(published)
		c.lostDates = c.lostDates || published.IsZero()
	}
	c.states = append(c.states, reportedStates(c.site, a)...)
}

// reportedStates lists the states that a reports something of, each once.
func reportedStates(s *site.Site, a *site.Article) []*site.State {
	var states []*site.State
	add := func(code string) {
		if st := s.State(code); !slices.Contains(states, st) {
			states = append(states, st)
		}
	}
	for _, r := range a.Reports {
		for _, code := range r.Links.States {
			add(code.Code)
		}
	}
	for _, s := range a.Front.States {
		add(s.State.Code)
	}
	return states
}

// addLinked adds the facts, states and articles that the texts of a page link to, and
// notes whether something of the facts is lost.
func (p *Proof) addLinked(to *proseCheck, texts []*markdown.Doc) {
	for _, d := range texts {
		for _, ref := range d.Refs() {
			switch n := p.Site.Named(ref.ID); {
			case n == nil:
			case n.Fact() != nil:
				if f := n.Fact(); to.fact(f) == nil {
					to.facts = append(to.facts, p.statedBy(f))
				}
			case n.Kind == site.StateNode:
				i := slices.IndexFunc(p.Site.States, func(s *site.State) bool { return &s.Node == n })
				to.states = append(to.states, p.Site.States[i])
			case n.Article() != nil:
				to.dates.add(n.Article().Front.Source.Published.Date)
			}
		}
	}
	for _, f := range to.facts {
		to.dates.addFact(f)
		to.lostFigures = to.lostFigures || f.lostFigures
		to.lostDates = to.lostDates || f.lostDates
	}
	if slices.ContainsFunc(to.published, edtf.Date.IsZero) {
		to.lostDates = true
	}
}

// fact is f as the page has it; nil if it is no fact of the page.
func (c *proseCheck) fact(f *site.Fact) *statedFact {
	if i := slices.IndexFunc(c.facts, func(g *statedFact) bool { return g.Fact == f }); i >= 0 {
		return c.facts[i]
	}
	return nil
}
