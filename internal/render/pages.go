package render

// pages lists every page with its layout and its view.
func (r *renderer) pages(add func(path, layout string, view func() (view, error))) {
	s := r.site
	add("/", "home.html", r.home)
	add("/articles/", "articles.html", r.articles)
	for _, a := range s.Articles {
		add(a.Path, "article.html", func() (view, error) { return r.article(a) })
	}
	add("/amounts/", "amounts.html", r.amounts)
	add("/facts/", "facts.html", r.facts)
	for _, f := range s.Facts {
		add(f.Path, "fact.html", func() (view, error) { return r.fact(f) })
	}
	add("/timeline/", "timeline.html", r.timeline)
	add("/states/", "states.html", r.states)
	for _, st := range s.States {
		add(st.Path, "state.html", func() (view, error) { return r.state(st) })
	}
	add("/legal/", "questions.html", r.questions)
	for _, q := range s.Questions {
		add(q.Path, "question.html", func() (view, error) { return r.question(q) })
	}
	add("/law/", "authorities.html", r.authorities)
	for _, a := range s.Authorities {
		add(a.Path, "authority.html", func() (view, error) { return r.authority(a) })
	}
	add("/people/", "entities.html", func() (view, error) { return r.entities("/people/", s.People) })
	for _, e := range s.People {
		add(e.Path, "entity.html", func() (view, error) { return r.entity(e) })
	}
	add("/organizations/", "entities.html", func() (view, error) { return r.entities("/organizations/", s.Organizations) })
	for _, e := range s.Organizations {
		add(e.Path, "entity.html", func() (view, error) { return r.entity(e) })
	}
	add("/disagreements/", "disagreements.html", r.disagreementsPage)
	add("/coverage/", "coverage.html", r.coverage)
	add("/glossary/", "glossary.html", r.glossary)
	add("/search/", "search.html", r.search)
	add("/data/", "data.html", r.data)
	add("/corrections/", "corrections.html", r.corrections)
	add("/guide/", "guide.html", r.guide)
	add("/guide/errors/", "errors.html", r.errors)
	for _, p := range s.Guide {
		add(p.Path, "prose.html", func() (view, error) { return r.prose(p) })
	}
	for _, p := range s.Pages {
		if !isListed(p.Path) {
			add(p.Path, "prose.html", func() (view, error) { return r.prose(p) })
		}
	}
	add("/404.html", "404.html", r.notFound)
}
