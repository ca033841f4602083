package view

import (
	"sync"

	"receipts/internal/diag"
	"receipts/internal/site"
)

// A Page is a page of the site, or a further sheet of one.
type Page struct {
	Path   string
	Layout string     // below layouts/
	About  *site.Node // what it is about, if that is one thing

	views  *Views
	first  string // path of the first sheet
	sheet  sheet
	sheets int
	make   sheetMaker
}

// EachPage lists every page with its layout. What all sheets of a long page are cut
// from is made once, by the first that is asked for.
func (v *Views) EachPage(f func(Page)) {
	s := v.site
	add := func(path, layout string, about *site.Node, n int, make sheetMaker) {
		for sh := range sheet(n) {
			f(Page{sheetPath(path, sh), layout, about, v, path, sh, n, make})
		}
	}
	list := func(path, layout string, n int, make sheetMaker) {
		if !s.LeavesOut(path) {
			add(path, layout, s.At(path), n, make)
		}
	}
	one := func(path, layout string, make func(on *page) Data) {
		list(path, layout, 1, func(on *page, _ sheet) Data { return make(on) })
	}
	node := func(n *site.Node, layout string, sheets int, make sheetMaker) { add(n.Path, layout, n, sheets, make) }

	one("/", "home.html", homePage)
	list("/articles/", "articles.html", sheets(len(s.Articles), perSheetTexts), articlesPage)
	for _, a := range s.ArticlesByID() {
		node(&a.Node, "article.html", mentionSheets(&a.Node, shownByArticle(a)), func(on *page, sh sheet) Data { return articlePage(on.of(a), a, sh) })
	}
	list("/amounts/", "amounts.html", ledgerSheets(s.Facts), func(on *page, sh sheet) Data { return amountsPage(on, sh) })
	facts := sync.OnceValue(func() []*site.Fact { return factsByType(s.Facts) })
	list("/facts/", "facts.html", sheets(len(s.Facts), perSheetLines), func(on *page, sh sheet) Data { return factsPage(on, facts(), sh) })
	if s.Has("facts") {
		for _, f := range s.Facts {
			node(&f.Node, "fact.html", factSheets(f), func(on *page, sh sheet) Data { return factPage(on, f, sh) })
		}
	}
	oldest := sync.OnceValue(func() timetable { return timetableOf(s) })
	newest := sync.OnceValue(func() timetable { return oldest().reversed() })
	rows := timelineSheets(s)
	list(oldestFirst, "timeline.html", rows, func(on *page, sh sheet) Data { return timelinePage(on, oldest(), sh) })
	list(newestFirst, "timeline.html", rows, func(on *page, sh sheet) Data { return timelinePage(on, newest(), sh) })
	one(s.Config.Regions.List(), "states.html", statesPage)
	for _, st := range s.States {
		if st.IsSilent() {
			continue
		}
		node(&st.Node, "state.html", stateSheets(st), func(on *page, sh sheet) Data { return statePage(on, st, sh) })
	}
	list("/legal/", "questions.html", sheets(len(otherQuestions(s)), perSheetTexts), questionsPage)
	for _, q := range s.Questions {
		node(&q.Node, "question.html", questionSheets(q), func(on *page, sh sheet) Data { return questionPage(on, q, sh) })
	}
	threads := sync.OnceValue(func() []thread { return threadsOf(s) })
	list("/later/", "later.html", laterSheets(s), func(on *page, sh sheet) Data { return laterPage(on, threads(), sh) })
	one("/money/", "money.html", moneyPage)
	one("/topics/", "topics.html", topicsPage)
	for _, t := range s.Topics {
		node(&t.Node, "topic.html", 1, func(on *page, _ sheet) Data { return topicPage(on, t) })
	}
	list("/law/", "authorities.html", sheets(len(s.Authorities), 2*perSheetTexts), authoritiesPage)
	for _, a := range s.Authorities {
		facts := factsUnder(a, s.Questions)
		node(&a.Node, "authority.html", authoritySheets(a, facts), func(on *page, sh sheet) Data { return authorityPage(on, a, facts, sh) })
	}
	for _, people := range []struct {
		path     string
		entities []*site.Entity
	}{{"/people/", s.People}, {"/organizations/", s.Organizations}} {
		list(people.path, "entities.html", sheets(len(people.entities), 2*perSheetTexts), func(on *page, sh sheet) Data {
			return entitiesPage(on, people.entities, sh)
		})
		for _, e := range people.entities {
			payments := paymentsOf(e)
			node(&e.Node, "entity.html", entitySheets(e), func(on *page, sh sheet) Data { return entityPage(on, e, payments(), sh) })
		}
	}
	points := sync.OnceValue(func() []*site.Disagreement { return byKind(s.Disagreements) })
	list("/disagreements/", "disagreements.html", sheets(len(s.Disagreements), perSheetTexts), func(on *page, sh sheet) Data {
		return disagreementsPage(on, points(), sh)
	})
	one("/coverage/", "coverage.html", coveragePage)
	one("/glossary/", "glossary.html", glossaryPage)
	index := sync.OnceValue(v.indexOfAll)
	list("/search/", "search.html", sheets(indexed(s), perSheetLines), func(on *page, sh sheet) Data { return searchPage(on, index(), sh) })
	one("/data/", "data.html", dataPage)
	one("/corrections/", "corrections.html", correctionsPage)
	if v.isReviewed() {
		one("/changes/", "changes.html", changesPage)
	}
	one("/guide/", "guide.html", guidePage)
	one(errorsPath, "errors.html", errorsPage)
	for _, g := range diag.Groups() {
		one(errorsPath+g.ID+"/", "error-group.html", func(on *page) Data { return errorGroupPage(on, g) })
	}
	for _, p := range s.Guide {
		add(p.Path, "prose.html", &p.Node, 1, func(on *page, sh sheet) Data { return textPage(on, p, sh) })
	}
	for _, p := range s.Pages {
		if v.sectionKey(p.Path) == "" {
			node(&p.Node, "prose.html", mentionSheets(&p.Node, nothing), func(on *page, sh sheet) Data { return textPage(on, p, sh) })
		}
	}
	one("/404.html", "404.html", notFoundPage)
}
