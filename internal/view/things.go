package view

import "receipts/internal/site"

// eachThing calls f for all that has an id, without facts: kind by kind, in the
// order in which the search shows them.
func eachThing(s *site.Site, f func(kind string, n *site.Node, is any)) {
	eachOf("question", s.Questions, f)
	eachOf("article", s.Articles, f)
	eachOf("person", s.People, f)
	eachOf("organization", s.Organizations, f)
	eachOf("later", s.Later, f)
	eachOf("topic", s.Topics, f)
	eachOf("state", s.States, f)
	eachOf("authority", s.Authorities, f)
	eachOf("term", s.Terms, f)
	eachOf("page", s.Pages, f)
	eachOf("guide", s.Guide, f)
}

func eachOf[T site.IsNode](kind string, list []T, f func(kind string, n *site.Node, is any)) {
	for _, x := range list {
		f(kind, x.Itself(), x)
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
