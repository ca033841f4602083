// Package changes says what is different between two editions of a site: what
// readers are told of facts, legal questions, states and later developments, the
// totals of the whole site, which pages there are, and our own words. Our words may
// be written anew; a figure may not.
//
// What goes in is two assembled sites; what comes out is a sorted list, and
// on request an error for each published figure that was changed without a
// correction. The package reads no file and knows no version control.
//
// Tables say what is compared and what of it is a published figure (fields.go).
// Several statements of one article on one thing are paired by what they share
// (pair.go); an id that only the older edition has may have been renamed
// (rename.go). The words of pages are compared passage by passage (text.go).
package changes

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/site"
)

// A Kind is a kind of change.
type Kind string

// The kinds of changes. A report is what one article says of a fact or of a
// state, a status how it puts a legal question, a point a disagreement, a total one of
// the whole site.
const (
	FactAdded       Kind = "fact-added"
	FactWithdrawn   Kind = "fact-withdrawn"
	ReportAdded     Kind = "report-added"
	ReportWithdrawn Kind = "report-withdrawn"
	StatusAdded     Kind = "status-added"
	StatusWithdrawn Kind = "status-withdrawn"
	PointAdded      Kind = "point-added"
	PointWithdrawn  Kind = "point-withdrawn"
	TotalAdded      Kind = "total-added"
	TotalWithdrawn  Kind = "total-withdrawn"
	LaterAdded      Kind = "later-added"
	LaterWithdrawn  Kind = "later-withdrawn"
	PageAdded       Kind = "page-added"
	PageGone        Kind = "page-gone"
	Changed         Kind = "changed"
	Renamed         Kind = "renamed"
)

// A Part is what a change belongs to, for who looks through many.
type Part string

// Parts lists the parts in reading order.
var Parts = []Part{Facts, Totals, Questions, Disagreements, LaterOnes, Pages, Texts}

// The parts. Renamed ids belong to the facts.
const (
	Facts         Part = "facts"
	Totals        Part = "totals"
	Questions     Part = "questions"
	Disagreements Part = "disagreements"
	LaterOnes     Part = "later"
	Pages         Part = "pages"
	Texts         Part = "texts"
)

// A Change is one difference.
type Change struct {
	Part     Part   `json:"part"`
	Kind     Kind   `json:"kind"`
	Of       string `json:"of"` // what ID is: "fact", "question", "state", "article", "later", "total"; of Renamed, and of what is about a page, any kind of page
	ID       string `json:"id"`
	Title    string `json:"title"`
	Article  string `json:"article,omitempty"`  // whose statement it is, of a whole fact the oldest; empty for what we say ourselves
	At       string `json:"at,omitempty"`       // where in the source
	Field    string `json:"field,omitempty"`    // what Old and New are: one of Fields; empty of Renamed
	Old      string `json:"old,omitempty"`      // as an author writes it; of Renamed the older id, of a page its address
	New      string `json:"new,omitempty"`      // of a page that is gone, where it is now, if it was renamed
	LeadsOn  bool   `json:"leadsOn,omitempty"`  // of a page that is gone, whether its address leads there
	Replaces string `json:"replaces,omitempty"` // of what is added, the ids of what it supersedes
	Figure   bool   `json:"figure"`             // a published figure was altered or taken back, which needs a correction
	Noted    bool   `json:"noted"`              // and a correction that only the newer edition has says so
	Words    bool   `json:"words,omitempty"`    // only our own words, which may be written anew
	Lang     string `json:"lang,omitempty"`     // of words of a translation, its language

	Totals [2]*site.ShownTotal `json:"-"` // of a total, the older and the newer one; nil if there is none

	subject *subject   // as the newer edition has it, if it does
	place   diag.Place // in the newer edition, unless it has none of it
	others  []string   // further articles whose corrections may be of it
}

// Place is where the newer edition says so, unless it has none of it.
func (c Change) Place() diag.Place { return c.place }

// String says what happened in one line, without the id: "amount 75 → 80
// million USD".
func (c Change) String() string {
	switch c.Kind {
	case FactAdded:
		return strings.TrimSpace("added " + c.New + c.replacing())
	case FactWithdrawn:
		return strings.TrimSpace("withdrawn " + c.Old)
	case Renamed:
		return "renamed, was " + c.Old
	case PageGone:
		if c.New != "" {
			if c.LeadsOn {
				return "page gone " + c.Old + ", leads on to " + c.New
			}
			return "page gone " + c.Old + ", now " + c.New
		}
	case Changed:
		was, is := c.Excerpts()
		before, now := was.String(), is.String()
		if c.Field == "amount" || c.Field == "total" {
			before = withoutUnit(c.Old, c.New)
		}
		return c.Field + " " + cmp.Or(before, "none") + " → " + cmp.Or(now, "none")
	}
	return strings.TrimSpace(strings.ReplaceAll(string(c.Kind), "-", " ") + " " + cmp.Or(c.New, c.Old) + c.replacing())
}

// replacing says what an added figure replaces.
func (c Change) replacing() string {
	if c.Replaces == "" {
		return ""
	}
	return ", replaces that of " + c.Replaces
}

// withoutUnit takes off an older amount the words behind its number that the
// new one has as well, so that "75 million USD" and "80 million USD" read
// "75 → 80 million USD".
func withoutUnit(old, new string) string {
	a, b := strings.Fields(old), strings.Fields(new)
	for len(a) > 1 && len(b) > 1 && a[len(a)-1] == b[len(b)-1] && !strings.ContainsAny(a[len(a)-1], "0123456789") {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return strings.Join(a, " ")
}

// Between lists the differences of new from old: part by part, by the id of what they
// are about, then by article, then in the order of the newer edition and of [Fields].
func Between(old, new *site.Site) []Change {
	c := &comparison{renamed: renames{}}
	c.findRenames(old, new)
	was, is := c.subjects(old, c.renamed), c.subjects(new, nil)
	for _, id := range union(was, is) {
		c.subject(was[id], is[id])
	}
	c.pages(old, new)
	c.texts(old, new)
	inOrder(c.list)
	c.note(old, new)
	return c.list
}

// inOrder sorts changes by their parts and by what they are about.
func inOrder(list []Change) {
	slices.SortStableFunc(list, func(x, y Change) int {
		return cmp.Or(slices.Index(Parts, x.Part)-slices.Index(Parts, y.Part), cmp.Compare(x.ID, y.ID))
	})
}

// A comparison gathers the changes between two editions.
type comparison struct {
	renamed renames // ids of the older edition by what they are called now
	list    []Change
}

// subject compares all that is said of one thing. One of the two may be nil.
func (c *comparison) subject(was, is *subject) {
	either := cmp.Or(is, was)
	change := Change{Part: Facts, Of: either.of, ID: either.id, Title: either.title, subject: is, Totals: [2]*site.ShownTotal{was.shown(), is.shown()}}
	if either.of == "fact" && (was == nil || is == nil) {
		first := either.articles[0]
		s := either.said[first][0]
		if was == nil {
			change.Kind, change.Replaces = FactAdded, s.replaces()
			change.Field, change.New = s.value()
		} else {
			change.Kind, change.Figure = FactWithdrawn, true
			change.Field, change.Old = s.value()
			change.others = either.articles[1:]
		}
		points := change
		change.Article, change.At, change.place = first, s.at, s.place
		c.list = append(c.list, change)
		points.Kind, points.Field, points.Old, points.New, points.Replaces, points.Figure, points.others = "", "", "", "", "", false, nil
		c.statements(points, was.points(), is.points())
		return
	}
	if either.of == "article" && (was == nil || is == nil) {
		return // its reports are compared by themselves
	}
	for _, article := range union(was.statements(), is.statements()) {
		change.Article, change.others = article, nil
		if article == "" { // our own words are corrected in an article that reports the fact
			change.others = either.articles
		}
		c.statements(change, was.statements()[article], is.statements()[article])
	}
}

// statements compares what one article says of one thing. The fields that all
// changes share are set in change.
func (c *comparison) statements(change Change, was, is []statement) {
	for _, p := range pair(was, is) {
		change := change
		switch {
		case p.old == nil:
			change.Part, change.Kind, change.Replaces = p.new.table.part, p.new.table.added, p.new.replaces()
			change.Field, change.New = p.new.value()
			change.At, change.place = p.new.at, p.new.place
			c.list = append(c.list, change)
		case p.new == nil:
			change.Part, change.Kind, change.Figure = p.old.table.part, p.old.table.withdrawn, p.old.table.published
			change.Field, change.Old = p.old.value()
			change.At, change.place = p.old.at, p.old.place
			c.list = append(c.list, change)
		default:
			change.Part, change.Kind, change.At = p.new.table.part, Changed, p.new.at
			for i, f := range p.new.table.fields {
				if before, now := p.old.values[i], p.new.values[i]; before != now {
					change.Field, change.Old, change.New, change.Figure = f.Name, before, now, f.Figure
					change.Words = f.words
					change.place = p.new.written(i)
					c.list = append(c.list, change)
				}
			}
		}
	}
}

// union lists the keys of both maps, sorted.
func union[V any](a, b map[string]V) []string {
	var out []string
	for k := range a {
		out = append(out, k)
	}
	for k := range b {
		if _, ok := a[k]; !ok {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}
