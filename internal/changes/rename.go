package changes

import (
	"slices"
	"strings"

	"receipts/internal/site"
)

// An id that only the older edition has may be called otherwise now. It is,
// where exactly one new id has the same content:
//
//	person, organization   the same name
//	article     the same source: outlet, headline, day
//	question    the same articles raise it, with the same status, quote and place
//	fact        the same articles report it, with the same value, quote and place
//
// Anything less alike is something withdrawn and something else added. Each
// kind is looked at with the renames of those above it.

// findRenames finds what is called otherwise in new, and lists it.
func (c *comparison) findRenames(old, new *site.Site) {
	then, today := reader(c.renamed), reader(nil)
	c.match(nodes(slices.Concat(old.People, old.Organizations), then, name), nodes(slices.Concat(new.People, new.Organizations), today, name))
	c.match(nodes(old.Articles, then, article), nodes(new.Articles, today, article))
	c.match(nodes(old.Questions, then, question), nodes(new.Questions, today, question))
	c.match(nodes(old.Facts, then, fact), nodes(new.Facts, today, fact))
}

// A named is a node and what it is recognised by; "" for what cannot be.
type named struct {
	*site.Node
	mark string
}

// nodes lists nodes with their marks.
func nodes[T any](list []T, r reader, mark func(T, reader) named) []named {
	var out []named
	for _, x := range list {
		out = append(out, mark(x, r))
	}
	return out
}

func article(a *site.Article, r reader) named {
	s := &a.Front.Source
	return named{&a.Node, mark(r.now(s.Outlet.Text), s.Headline.Text, s.Published.String())}
}

func name(e *site.Entity, _ reader) named { return named{&e.Node, mark(string(e.Kind), e.Title)} }

func question(q *site.Question, r reader) named { return named{&q.Node, readQuestion(q, r).mark()} }

func fact(f *site.Fact, r reader) named { return named{&f.Node, readFact(f, r).mark()} }

func mark(parts ...string) string { return strings.Join(parts, "\x00") }

// mark is what s is recognised by under another id.
func (s *subject) mark() string {
	var out []string
	for article, list := range s.said {
		for _, st := range list {
			_, value := st.value()
			out = append(out, mark(article, st.at, st.quote, value))
		}
	}
	slices.Sort(out)
	return strings.Join(out, "\x01")
}

// match notes down which nodes that only was has are those that only is has.
func (c *comparison) match(was, is []named) {
	before, now := byMark(was, is), byMark(is, was)
	for _, n := range was {
		from, to := before[n.mark], now[n.mark]
		if n.mark == "" || len(from) != 1 || len(to) != 1 || from[0].ID != n.ID {
			continue
		}
		c.renamed[n.ID] = to[0].ID
		c.list = append(c.list, Change{
			Kind: Renamed, Of: string(to[0].Kind), ID: to[0].ID, Title: to[0].Title, Old: n.ID, New: to[0].ID,
		})
	}
}

// byMark gives the nodes of list whose ids others does not have.
func byMark(list, others []named) map[string][]named {
	there := map[string]bool{}
	for _, n := range others {
		there[n.ID] = true
	}
	out := map[string][]named{}
	for _, n := range list {
		if !there[n.ID] {
			out[n.mark] = append(out[n.mark], n)
		}
	}
	return out
}
