package proof

import (
	"slices"

	"receipts/internal/content"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// The label of a link to a fact says what the fact says, wherever it stands. Where the
// other words of a text rest on sources of their own (agree.go), the labels in it are
// compared and nothing else: in notes, later developments, legal questions, authorities,
// entities, the glossary and pages. The guide is none of the site's prose, and a
// correction says what a label was before.

// labelsOf reads the passages of p that have labels with a figure or a date, but for those
// of prose.
func labelsOf(p *content.Page) []passage {
	if p.Kind == content.GuideKind {
		return nil
	}
	prose, all := newProseReader(p), newProseReader(p)
	prose.page(p)
	all.seen = prose.seen
	if a, ok := p.Front.(*content.Article); ok {
		for _, c := range a.Corrections {
			all.seen[c.Was.Doc], all.seen[c.Now.Doc] = true, true
		}
	}
	if p.Body != nil && !all.seen[p.Body] {
		all.doc(p.Body, p.BodyFile)
	}
	content.EachInline(p.Front, func(i content.Inline) { all.unseen(i) })
	return all.withLabels()
}

// labelsOfSite reads those of the site file.
func labelsOfSite(c *content.Config) []passage {
	w := proseReader{ours: c.Lang(), regions: c.Regions.Set, seen: map[*markdown.Doc]bool{}}
	w.home(c)
	w.out = nil
	c.EachInline(func(i content.Inline) { w.unseen(i) })
	return w.withLabels()
}

// unseen reads a text that is not of the prose.
func (w *proseReader) unseen(i content.Inline) {
	if i.Doc != nil && !w.seen[i.Doc] {
		w.doc(i.Doc, i.Place.File)
	}
}

func (w *proseReader) withLabels() []passage {
	return slices.Clip(slices.DeleteFunc(w.out, func(p passage) bool { return len(p.Labels) == 0 || len(p.clauses) == 0 }))
}

// checkLabels compares the labels of a page that labelsOf has read, or of the site file.
func (p *Proof) checkLabels(labels []passage, names nameIndex) []mistake {
	if len(labels) == 0 {
		return nil
	}
	c := &proseCheck{site: p.Site, words: p.words, onlyLabels: true}
	for _, t := range labels {
		for _, l := range t.Labels {
			if n := p.Site.Named(l.Ref.ID); n != nil && n.Fact() != nil && c.fact(n.Fact()) == nil {
				c.facts = append(c.facts, p.statedBy(n.Fact()))
			}
		}
	}
	if len(c.facts) == 0 {
		return nil
	}
	facts := make([]*site.Fact, len(c.facts))
	for i, f := range c.facts {
		facts[i] = f.Fact
	}
	c.addArticles(facts)
	p.addLinked(c, nil)
	c.lostDates = c.lostDates || len(c.published) == 0
	return c.run(labels, names)
}
