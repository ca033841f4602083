package changes

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"receipts/internal/site"
)

// An id that only the older edition has may have been renamed. It has if something new of
// its kind has it for an alias. Else it has if exactly one new id has the same content:
//
//	person, organization   the same name
//	article     the same source: outlet, headline, day
//	question    the same articles raise it, with the same status, quote and place
//	fact        the same articles report it, with the same value, quote and place
//
// Anything less alike is one thing withdrawn and another added. Each kind is
// compared with the renames of the kinds above it.

// findRenames finds what has another id in new, and lists it.
func (c *comparison) findRenames(old, new *site.Site) {
	for _, n := range new.Nodes() {
		had := slices.DeleteFunc(slices.Clone(n.Former()), func(id string) bool {
			was := old.Named(id)
			return was == nil || was.Kind != n.Kind
		})
		if len(had) == 1 && old.Named(n.ID) == nil { // else several became one
			c.rename(had[0], n)
		}
	}
	match(c, slices.Concat(old.People, old.Organizations), slices.Concat(new.People, new.Organizations), entity)
	match(c, old.Articles, new.Articles, article)
	match(c, old.Questions, new.Questions, question)
	match(c, old.Facts, new.Facts, fact)
}

func (c *comparison) rename(from string, to *site.Node) {
	c.renamed[from] = to.ID
	c.list = append(c.list, Change{Part: Facts, Kind: Renamed, Of: string(to.Kind), ID: to.ID, Title: to.Title, Old: from, New: to.ID})
}

// Each of these returns the node of its argument and what that is recognised by;
// "" if it cannot be.

func entity(e *site.Entity, _ renames) (*site.Node, func() string) {
	return &e.Node, func() string { return mark(string(e.Kind), e.Title) }
}

func article(a *site.Article, r renames) (*site.Node, func() string) {
	return &a.Node, func() string {
		s := &a.Front.Source
		return mark(r.now(s.Outlet.Text), s.Headline.Text, s.Published.String())
	}
}

func question(q *site.Question, r renames) (*site.Node, func() string) {
	return &q.Node, func() string { return questionSubject(q, r).mark() }
}

func fact(f *site.Fact, r renames) (*site.Node, func() string) {
	return &f.Node, func() string { return factSubject(f, r).mark() }
}

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

// match finds which things that only was has are those that only is has.
func match[T any](c *comparison, was, is []T, of func(T, renames) (*site.Node, func() string)) {
	before, now := byMark(was, is, c.renamed, of, maps.Keys(c.renamed)), byMark(is, was, nil, of, maps.Values(c.renamed))
	for _, mark := range slices.Sorted(maps.Keys(before)) {
		if len(before[mark]) != 1 || len(now[mark]) != 1 {
			continue
		}
		c.rename(before[mark][0].ID, now[mark][0])
	}
}

// byMark returns what is in list and neither in others nor known, by its mark.
func byMark[T any](list, others []T, r renames, of func(T, renames) (*site.Node, func() string), known iter.Seq[string]) map[string][]*site.Node {
	there := map[string]bool{}
	for id := range known {
		there[id] = true
	}
	for _, x := range others {
		n, _ := of(x, nil)
		there[n.ID] = true
	}
	out := map[string][]*site.Node{}
	for _, x := range list {
		n, mark := of(x, r)
		if there[n.ID] {
			continue
		}
		if m := mark(); m != "" {
			out[m] = append(out[m], n)
		}
	}
	return out
}
