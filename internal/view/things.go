package view

import "receipts/internal/site"

// eachThing calls f for all that has an id, without facts: kind by kind, in the
// order in which the search shows them.
func eachThing(s *site.Site, f func(kind string, n *site.Node, is any)) {
	for _, q := range s.Questions {
		f("question", &q.Node, q)
	}
	for _, a := range s.Articles {
		f("article", &a.Node, a)
	}
	for _, e := range s.People {
		f("person", &e.Node, e)
	}
	for _, e := range s.Organizations {
		f("organization", &e.Node, e)
	}
	for _, l := range s.Later {
		f("later", &l.Node, l)
	}
	for _, t := range s.Topics {
		f("topic", &t.Node, t)
	}
	for _, st := range s.States {
		f("state", &st.Node, st)
	}
	for _, a := range s.Authorities {
		f("authority", &a.Node, a)
	}
	for _, t := range s.Terms {
		f("term", &t.Node, t)
	}
	for _, p := range s.Pages {
		f("page", &p.Node, p)
	}
	for _, p := range s.Guide {
		f("guide", &p.Node, p)
	}
}

// eachShown is the same with the facts, which come first and whose kind is their
// type, and without states of which there is nothing to read.
func eachShown(s *site.Site, f func(kind string, n *site.Node, is any)) {
	for _, fact := range s.Facts {
		f(string(fact.Type), &fact.Node, fact)
	}
	eachThing(s, func(kind string, n *site.Node, is any) {
		if st, ok := is.(*site.State); !ok || !st.IsSilent() {
			f(kind, n, is)
		}
	})
}
