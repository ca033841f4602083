package render

import (
	"sync"

	"receipts/internal/diag"
	"receipts/internal/site"
)

// pages lists every page with its layout and its view. What all sheets of a
// long page are cut from is made once, by the first that is asked for.
func (r *renderer) pages(add func(path, layout string, about *site.Node, sheets int, view viewOf)) {
	s := r.site
	one := func(path, layout string, view func() view) {
		if !s.LeavesOut(path) {
			add(path, layout, s.At(path), 1, whole(view))
		}
	}
	long := func(about *site.Node, layout string, n int, view viewOf) {
		add(about.Path, layout, about, n, view)
	}
	list := func(path, layout string, n int, view viewOf) {
		if !s.LeavesOut(path) {
			add(path, layout, s.At(path), n, view)
		}
	}

	one("/", "home.html", r.home)
	list("/articles/", "articles.html", sheets(len(s.Articles), perSheetTexts), r.articles)
	for _, a := range s.ArticlesByID() { // as routes are sorted
		long(&a.Node, "article.html", mentionSheets(&a.Node, site.Disagrees), func(sh sheet) view { return r.article(a, sh) })
	}
	ledger := sync.OnceValue(r.makeLedger)
	list("/amounts/", "amounts.html", r.ledgerSheets(), func(sh sheet) view { return r.amounts(ledger(), sh) })
	facts := sync.OnceValue(r.factsByType)
	list("/facts/", "facts.html", sheets(len(s.Facts), perSheetLines), func(sh sheet) view { return r.facts(facts(), sh) })
	if s.Has("facts") {
		for _, f := range s.Facts {
			long(&f.Node, "fact.html", mentionSheets(&f.Node), func(sh sheet) view { return r.fact(f, sh) })
		}
	}
	events := sync.OnceValue(r.events)
	list("/timeline/", "timeline.html", r.timelineSheets(), func(sh sheet) view { return r.timeline(events(), sh) })
	one("/states/", "states.html", r.states)
	for _, st := range s.States {
		long(&st.Node, "state.html", stateSheets(st), func(sh sheet) view { return r.state(st, sh) })
	}
	list("/legal/", "questions.html", sheets(len(s.Questions), perSheetTexts), r.questions)
	for _, q := range s.Questions {
		long(&q.Node, "question.html", questionSheets(q), func(sh sheet) view { return r.question(q, sh) })
	}
	list("/law/", "authorities.html", sheets(len(s.Authorities), 2*perSheetTexts), r.authorities)
	for _, a := range s.Authorities {
		long(&a.Node, "authority.html", r.authoritySheets(a), func(sh sheet) view { return r.authority(a, sh) })
	}
	for _, people := range []struct {
		path     string
		entities []*site.Entity
	}{{"/people/", s.People}, {"/organizations/", s.Organizations}} {
		list(people.path, "entities.html", sheets(len(people.entities), 2*perSheetTexts), func(sh sheet) view {
			return r.entities(people.path, people.entities, sh)
		})
		for _, e := range people.entities {
			payments := paymentsOf(e)
			long(&e.Node, "entity.html", entitySheets(e), func(sh sheet) view { return r.entity(e, payments(), sh) })
		}
	}
	points := sync.OnceValue(r.byKind)
	list("/disagreements/", "disagreements.html", sheets(len(s.Disagreements), perSheetTexts), func(sh sheet) view {
		return r.disagreementsPage(points(), sh)
	})
	one("/coverage/", "coverage.html", r.coverage)
	one("/glossary/", "glossary.html", r.glossary)
	index := sync.OnceValue(r.indexOfAll)
	list("/search/", "search.html", sheets(r.indexed(), perSheetLines), func(sh sheet) view { return r.search(index(), sh) })
	one("/data/", "data.html", r.data)
	one("/corrections/", "corrections.html", r.corrections)
	one("/guide/", "guide.html", r.guide)
	one("/guide/errors/", "errors.html", r.errors)
	for _, g := range diag.Groups() {
		one("/guide/errors/"+g.ID+"/", "error-group.html", func() view { return r.errorGroup(g) })
	}
	for _, p := range s.Guide {
		add(p.Path, "prose.html", &p.Node, 1, func(sheet) view { return r.prose(p, 0) })
	}
	for _, p := range s.Pages {
		if !isListed(p.Path) {
			long(&p.Node, "prose.html", mentionSheets(&p.Node), func(sh sheet) view { return r.prose(p, sh) })
		}
	}
	one("/404.html", "404.html", r.notFound)
}

// whole is the view of a page that is never continued.
func whole(make func() view) viewOf {
	return func(sheet) view { return make() }
}
