package site

import (
	"cmp"
	"slices"

	"receipts/internal/diag"
)

// A report may say with "supersedes" that its figure replaces an earlier one: of the
// same fact in another article, or of another fact. The earlier one stays on its
// pages, marked; it is compared with none and is in no total.
//
// Each earlier report has one that replaces it, the first that says so, and that one
// has it in Replaces. Thousands of reports may each say that they replace all before
// them, so no list is made of what each names: reports of a fact stand by age, and what
// is named are those from one place to another.

// A replacing is what one report says that it replaces: of.Reports[from:to], but for
// the report itself.
type replacing struct {
	by       *Report
	of       *Fact
	from, to int
	at       diag.Place
}

// linkSuperseded finds what reports replace.
func (l *linker) linkSuperseded() {
	said := map[*Report][]replacing{}
	left := map[*Fact]unreplaced{}
	for _, f := range l.Facts {
		for _, r := range f.Reports {
			if r.Amount == nil {
				continue
			}
			for _, id := range r.Amount.Supersedes {
				s, ok := l.superseded(r, id.Text, id.Place)
				if !ok {
					continue
				}
				said[r] = append(said[r], s)
				if left[s.of] == nil {
					left[s.of] = newUnreplaced(len(s.of.Reports))
				}
				left[s.of].replace(s)
			}
		}
	}
	l.checkSupersededCircles(said)
	for _, f := range l.Facts {
		f.stand()
		for _, r := range f.Reports {
			if len(r.Replaces) > 0 {
				l.Amended = append(l.Amended, r)
			}
		}
	}
	slices.SortStableFunc(l.Amended, func(x, y *Report) int { return -x.comparePublished(y) })
}

// superseded finds what r replaces by naming an article or a fact; it is false if that
// is nothing.
func (l *linker) superseded(r *Report, id string, at diag.Place) (s replacing, ok bool) {
	s = replacing{by: r, of: r.Fact, at: at}
	var in *Article
	if n := l.nodes[id]; n != nil && n.article != nil {
		in = n.article
		s.from, s.to = r.Fact.reportsIn(in)
	} else {
		if s.of = l.fact(id, at); s.of == nil {
			return s, false
		}
		s.to = len(s.of.Reports)
	}
	laterThan := func(e, r *Report) int {
		if e.comparePublished(r) > 0 {
			return 0
		}
		return -1
	}
	if first, _ := slices.BinarySearchFunc(s.of.Reports[:s.to], r, laterThan); first < s.to {
		if in != nil || s.of != r.Fact {
			l.diags = append(l.diags, diag.Diagnostic{
				Code: diag.ReplacesLater, Place: at, Message: `"` + id + `" is of a later date: what comes first cannot replace it`,
				Hint:    "write supersedes into the later report",
				Related: []diag.Related{{Place: s.of.Reports[max(first, s.from)].Article.Front.Source.Published.Place, Note: "it was published then"}},
			})
			return s, false
		}
		s.to = first // the fact itself stands for what is earlier of it
	}
	others := s.to - s.from
	if s.has(r) {
		others--
	}
	if others > 0 && s.of.Type == r.Fact.Type {
		return s, true
	}
	if !l.Partial {
		message := `"` + id + `" has no other amount that this one could replace`
		if in != nil {
			message = `"` + id + `" does not report "` + r.Fact.ID + `", so there is nothing to replace`
		}
		l.diags.AddHint(diag.NothingReplaced, at, message, "name the article with the earlier report of this fact, or the fact with the earlier figure")
	}
	return s, false
}

func (s replacing) has(r *Report) bool { return r.Fact == s.of && s.from <= r.place && r.place < s.to }

// reportsIn are the places of the reports of f by a.
func (f *Fact) reportsIn(a *Article) (from, to int) {
	r := f.ReportIn(a)
	if r == nil {
		return 0, 0
	}
	for to = r.place; to < len(f.Reports) && f.Reports[to].Article == a; to++ {
	}
	return r.place, to
}

func (r *Report) comparePublished(e *Report) int {
	return r.Article.Front.Source.Published.Compare(e.Article.Front.Source.Published.Date)
}

// unreplaced leads from each place of a list of reports to the next that no report
// replaces; its last place is behind the list.
type unreplaced []int

func newUnreplaced(n int) unreplaced {
	u := make(unreplaced, n+1)
	for i := range u {
		u[i] = i
	}
	return u
}

func (u unreplaced) next(i int) int {
	for u[i] != i {
		u[i] = u[u[i]] // so that the way is shorter next time
		i = u[i]
	}
	return i
}

// replace notes what s replaces and none did before.
func (u unreplaced) replace(s replacing) {
	for i := u.next(s.from); i < s.to; i = u.next(i + 1) {
		if e := s.of.Reports[i]; e != s.by {
			e.ReplacedBy, s.by.Replaces = s.by, append(s.by.Replaces, e)
			u[i] = i + 1
		}
	}
}

// checkSupersededCircles refuses reports that replace each other, which those of one
// day may say. A circle is reported once, and none of it counts as replaced.
func (l *linker) checkSupersededCircles(said map[*Report][]replacing) {
	w := circles{said: said, reports: map[*Report]walked{}, named: map[named]int{}}
	for _, f := range l.Facts {
		for _, r := range f.Reports {
			if len(said[r]) > 0 && w.reports[r] == unseen {
				w.walk(r)
			}
		}
	}
	refused := map[*Report]bool{}
	for _, circle := range w.found {
		on := circle[0]
		if !slices.ContainsFunc(circle, func(r *Report) bool { return refused[r] }) {
			l.diags.AddHint(diag.ReplaceCircle, said[on][0].at, `figures of "`+on.Fact.ID+`" replace each other in a circle`, "take supersedes out of the earlier report")
		}
		for _, r := range circle {
			refused[r] = true
			if by := r.ReplacedBy; by != nil {
				r.ReplacedBy, by.Replaces = nil, slices.DeleteFunc(by.Replaces, func(e *Report) bool { return e == r })
			}
		}
	}
}

// circles finds reports that replace each other. What several reports name alike is
// walked once.
type circles struct {
	said    map[*Report][]replacing
	reports map[*Report]walked
	way     []*Report
	named   map[named]int // one more than where on the way those named begin; -1 if all of them are walked
	found   [][]*Report
}

type walked int

const (
	unseen walked = iota
	onTheWay
	done
)

// named are reports of a fact that something names.
type named struct {
	of       *Fact
	from, to int
}

func (w *circles) walk(r *Report) {
	w.reports[r] = onTheWay
	w.way = append(w.way, r)
	for _, s := range w.said[r] {
		earlier, _ := slices.BinarySearchFunc(s.of.Reports[s.from:s.to], r, (*Report).comparePublished)
		s.from += earlier // no circle leads to an earlier day
		if s.has(r) {
			w.walkNamed(named{s.of, s.from, r.place})
			w.walkNamed(named{s.of, r.place + 1, s.to})
		} else {
			w.walkNamed(named{s.of, s.from, s.to})
		}
	}
	w.way = w.way[:len(w.way)-1]
	w.reports[r] = done
}

func (w *circles) walkNamed(n named) {
	if begins := w.named[n]; begins != 0 {
		if begins > 0 {
			w.found = append(w.found, slices.Clone(w.way[begins-1:]))
		}
		return
	}
	w.named[n] = len(w.way) + 1
	for _, e := range n.of.Reports[n.from:n.to] {
		switch w.reports[e] {
		case unseen:
			w.walk(e)
		case onTheWay:
			w.found = append(w.found, slices.Clone(w.way[slices.Index(w.way, e):]))
		}
	}
	w.named[n] = -1
}

// Standing are the reports of f that no later one replaces; all of them if each is
// replaced, by reports of other facts.
func (f *Fact) Standing() []*Report {
	if f.standing == nil {
		return f.Reports
	}
	return f.standing
}

// stand finds which reports of f stand, once all of the site are linked.
func (f *Fact) stand() {
	isReplaced := func(r *Report) bool { return r.ReplacedBy != nil }
	if !slices.ContainsFunc(f.Reports, isReplaced) {
		return
	}
	if f.successor = f.findSuccessor(); f.successor == nil {
		f.standing = slices.DeleteFunc(slices.Clone(f.Reports), isReplaced)
	}
}

// First is the report that speaks for f where there is room for one: the oldest that
// stands.
func (f *Fact) First() *Report { return f.Standing()[0] }

// Successor is the fact that replaces all of f; nil if some report of f stands.
func (f *Fact) Successor() *Fact { return f.successor }

func (f *Fact) findSuccessor() *Fact {
	var later *Fact
	for _, r := range f.Reports {
		if r.ReplacedBy == nil {
			return nil
		}
		if r.ReplacedBy.Fact != f {
			later = cmp.Or(later, r.ReplacedBy.Fact)
		}
	}
	return later
}
