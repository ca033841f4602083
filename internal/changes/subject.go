package changes

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/site"
)

// A subject is a thing with all statements on it.
type subject struct {
	of        string // "fact", "question" or "state", as a correction names it; "article", "later" or "total", which none names
	name      string // how a correction names it: the id, or the code of a state
	id, title string
	said      map[string][]statement // by article; "" for our own words
	articles  []string               // oldest first
	total     *site.ShownTotal       // of a total
}

// statements returns what is said of s. s may be nil.
func (s *subject) statements() map[string][]statement {
	if s == nil {
		return nil
	}
	return s.said
}

// points returns the disagreements of s. s may be nil.
func (s *subject) points() []statement {
	return slices.DeleteFunc(slices.Clone(s.statements()[""]), func(st statement) bool { return st.table.part != Disagreements })
}

// shown is the total that s is; nil if it is none. s may be nil.
func (s *subject) shown() *site.ShownTotal {
	if s == nil {
		return nil
	}
	return s.total
}

func (s *subject) add(article string, st statement) {
	if len(s.said[article]) == 0 && article != "" {
		s.articles = append(s.articles, article)
	}
	s.said[article] = append(s.said[article], st)
}

func newSubject(of string, n *site.Node, r renames) *subject {
	id := r.now(n.ID)
	return &subject{of: of, name: id, id: id, title: n.Title, said: map[string][]statement{}}
}

// subjects gathers what an edition says of each thing.
func (c *comparison) subjects(s *site.Site, r renames) map[string]*subject {
	out := map[string]*subject{}
	for _, f := range s.Facts {
		if len(f.Reports) > 0 {
			x := factSubject(f, r)
			x.ourWords(f, r)
			out[x.id] = x
		}
	}
	for _, q := range s.Questions {
		x := questionSubject(q, r)
		out[x.id] = x
	}
	for _, st := range s.States {
		x := newSubject("state", &st.Node, r)
		x.name = st.Code
		for _, a := range st.Said {
			x.add(r.now(a.Article.ID), tell(r, remarks, saying, said{&a.Report, ""}).from(&a.Report, a.State.Place))
		}
		out[x.id] = x
	}
	for _, a := range s.Articles {
		x := newSubject("article", &a.Node, r)
		source := tell(r, sources, ofSources, a)
		source.place, source.item = a.Page.Place, a.Page.Place
		x.add("", source)
		x.articles = []string{x.id}
		out[x.id] = x
	}
	for _, l := range s.Later {
		x := newSubject("later", &l.Node, r)
		is := tell(r, developments, ofLater, l)
		is.place, is.item = l.Page.Place, l.Page.Place
		x.add("", is)
		out[x.id] = x
	}
	for _, t := range slices.Concat(s.LedgerTotals(), s.TillTotals()) {
		x := totalSubject(s, &t)
		x.add("", tell(r, totals, ofTotals, &t))
		// No id has a blank, and no two totals of one kind and name are alike but in whom
		// they are spent for.
		out["total "+t.Of+" "+x.id] = x
	}
	return out
}

func factSubject(f *site.Fact, r renames) *subject {
	x := newSubject("fact", &f.Node, r)
	for _, rep := range f.Reports {
		x.add(r.now(rep.Article.ID), tell(r, reports, ofReports, rep).from(rep.Report, valuePlace(rep)))
	}
	return x
}

func questionSubject(q *site.Question, r renames) *subject {
	x := newSubject("question", &q.Node, r)
	for _, a := range q.Asked {
		x.add(r.now(a.Article.ID), tell(r, statuses, saying, said{&a.Report, a.Status.Text}).from(&a.Report, a.Question.Place))
	}
	return x
}

// totalSubject is a total by the words for it that an author knows.
func totalSubject(s *site.Site, t *site.ShownTotal) *subject {
	name := t.Name
	switch t.Of {
	case "all":
		name = "all money"
	case "flow":
		label, _ := s.Config.Flows.Label(t.Name)
		name = "all of " + cmp.Or(label, t.Name)
		if t.InKind {
			name += ", in kind"
		}
		for _, side := range []struct {
			word    string
			parties []site.Party
		}{{"for", t.For}, {"against", t.Against}} {
			for _, p := range side.parties {
				who := p.Words.Text
				if p.Entity != nil {
					who = p.Entity.ID
				}
				name += ", " + side.word + " " + who
			}
		}
	}
	return &subject{of: "total", id: name, title: name, said: map[string][]statement{}, total: t}
}

// ourWords adds what the fact's own file says, and the disagreements that the build
// finds.
func (s *subject) ourWords(f *site.Fact, r renames) {
	own := tell(r, ownWords, ofWholes, f)
	s.add("", own)
	for _, d := range f.Disagreements {
		if d.IsFound() {
			s.add("", tell(r, found, ofFound, d))
			continue
		}
		point := tell(r, points, ofPoints, d)
		// A point whose words are changed is recognised by the rest.
		point.quote = strings.Join(point.values[1:], "\x00")
		point.place, point.item = d.Place, d.Place
		s.add("", point)
	}
}

// valuePlace is where the author wrote the figure or date of r.
func valuePlace(r *site.Report) diag.Place {
	switch {
	case r.Amount != nil && !r.Amount.Quantity.IsZero():
		return r.Amount.Quantity.Place
	case r.Event != nil && r.Event.Date.IsGiven():
		return r.Event.Date.Place
	}
	return r.Links.Fact.Place
}
