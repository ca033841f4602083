package render

import (
	"sync"

	"receipts/internal/site"
)

// pages lists every page with its layout and its view. What all sheets of a
// long page are cut from is made once, by the first that is asked for.
func (r *renderer) pages(add func(path, layout string, view func() (view, error))) {
	s := r.site
	one := func(path, layout string, view func() (view, error)) { add(path, layout, view) }
	long := func(path, layout string, n int, make func(sheet) (view, error)) { r.long(add, path, layout, n, make) }

	one("/", "home.html", r.home)
	long("/articles/", "articles.html", sheets(len(s.Articles), perSheetTexts), r.articles)
	for _, a := range s.Articles {
		n := sheets(len(mentioned(&a.Node, site.Disagrees)), perSheetMentions)
		long(a.Path, "article.html", n, func(sh sheet) (view, error) { return r.article(a, sh) })
	}
	ledger := sync.OnceValue(r.makeLedger)
	long("/amounts/", "amounts.html", r.ledgerSheets(), func(sh sheet) (view, error) { return r.amounts(ledger(), sh) })
	facts := sync.OnceValue(r.factsByType)
	long("/facts/", "facts.html", sheets(len(s.Facts), perSheetLines), func(sh sheet) (view, error) { return r.facts(facts(), sh) })
	for _, f := range s.Facts {
		long(f.Path, "fact.html", sheets(len(f.Mentions), perSheetMentions), func(sh sheet) (view, error) { return r.fact(f, sh) })
	}
	events := sync.OnceValue(r.events)
	long("/timeline/", "timeline.html", r.timelineSheets(), func(sh sheet) (view, error) { return r.timeline(events(), sh) })
	one("/states/", "states.html", r.states)
	for _, st := range s.States {
		long(st.Path, "state.html", stateSheets(st), func(sh sheet) (view, error) { return r.state(st, sh) })
	}
	long("/legal/", "questions.html", sheets(len(s.Questions), perSheetTexts), r.questions)
	for _, q := range s.Questions {
		long(q.Path, "question.html", questionSheets(q), func(sh sheet) (view, error) { return r.question(q, sh) })
	}
	long("/law/", "authorities.html", sheets(len(s.Authorities), 2*perSheetTexts), r.authorities)
	for _, a := range s.Authorities {
		long(a.Path, "authority.html", r.authoritySheets(a), func(sh sheet) (view, error) { return r.authority(a, sh) })
	}
	for _, list := range []struct {
		path     string
		entities []*site.Entity
	}{{"/people/", s.People}, {"/organizations/", s.Organizations}} {
		long(list.path, "entities.html", sheets(len(list.entities), 2*perSheetTexts), func(sh sheet) (view, error) {
			return r.entities(list.path, list.entities, sh)
		})
		for _, e := range list.entities {
			payments := paymentsOf(e)
			long(e.Path, "entity.html", entitySheets(e), func(sh sheet) (view, error) { return r.entity(e, payments(), sh) })
		}
	}
	points := sync.OnceValue(r.byKind)
	long("/disagreements/", "disagreements.html", sheets(len(s.Disagreements), perSheetTexts), func(sh sheet) (view, error) {
		return r.disagreementsPage(points(), sh)
	})
	one("/coverage/", "coverage.html", r.coverage)
	one("/glossary/", "glossary.html", r.glossary)
	index := sync.OnceValue(r.indexOfAll)
	long("/search/", "search.html", sheets(r.indexed(), perSheetLines), func(sh sheet) (view, error) { return r.search(index(), sh) })
	one("/data/", "data.html", r.data)
	one("/corrections/", "corrections.html", r.corrections)
	one("/guide/", "guide.html", r.guide)
	one("/guide/errors/", "errors.html", r.errors)
	for _, p := range s.Guide {
		one(p.Path, "prose.html", func() (view, error) { return r.prose(p, 0) })
	}
	for _, p := range s.Pages {
		if !isListed(p.Path) {
			long(p.Path, "prose.html", sheets(len(p.Mentions), perSheetMentions), func(sh sheet) (view, error) { return r.prose(p, sh) })
		}
	}
	one("/404.html", "404.html", r.notFound)
}
