package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
)

// Reports of one fact are compared with each other, in each aspect that two of
// them speak of. What is silent, and what is said in words only, contradicts
// nobody.
//
//	amount      contradict each other if no number makes both true (amount.Agree);
//	            what counts another unit, or per another basis, says something else
//	date        contradict each other if they have no day in common; a date that
//	            is approximate or uncertain contradicts none, since nobody says by
//	            how much it is off
//	from, to    sets of people and organizations; a report that has words among
//	            them names somebody who may be anybody, and is not compared
//	states      sets of states
//
// Of two sets that differ, one inside the other says more; otherwise each names
// somebody whom the other leaves out, and they contradict each other.
//
// A date that the source itself speaks against (a probable slip) is compared
// with none: it is a finding of its own, which its reason explains.
//
// A finding is left out if a declared disagreement covers it: one that is “on”
// the aspect and gives every article that differs a side. A contradiction that
// nobody has declared is shown all the same, marked as not explained; so is one
// that was declared and not explained. A note explains it, or a kind that says
// how it came about and whose conditions package proof holds: within one article,
// a probable slip, time. To call a contradiction a contradiction explains nothing.

// A Disagreement is a point on which accounts of a fact differ: declared by an
// author, or found by comparing reports.
type Disagreement struct {
	Fact   *Fact
	Front  *content.Disagreement // nil if the build found it
	Anchor string
	Kind   string // one of [content.DisagreementKinds]
	Note   content.Inline
	Sides  []Side // oldest first
	Place  diag.Place

	// Aspect is what differs, one of [content.Aspects], if the build found it.
	Aspect string
	differ []*Report // those that take part in it, oldest first

	// open is the aspect of a contradiction that a declared disagreement covers,
	// and does not explain; differ are the reports that take part in that.
	open string
}

// A Side is what one article says on a point of disagreement. What several
// reports say alike is one side.
type Side struct {
	Article *Article // nil if the content is wrong
	*content.Evidence

	// Of a declared disagreement.
	Says  content.Inline
	Gives []content.Given

	// Of a found one: the reports that say so, oldest first.
	Reports []*Report
}

// IsFound reports whether the build found d, and nobody declared it.
func (d *Disagreement) IsFound() bool { return d.Front == nil }

// IsUnexplained reports whether d is a contradiction that no author has
// accounted for.
func (d *Disagreement) IsUnexplained() bool {
	return d.open != "" || d.IsFound() && (d.Kind == "contradiction" || d.Kind == "within-article")
}

// explains reports whether d says how what its sides give came about.
func (d *Disagreement) explains() bool {
	return d.Note.IsGiven() || slices.Contains([]string{"within-article", "probable-slip", "time"}, d.Kind)
}

// Unexplained lists the contradictions that nobody has explained.
func (s *Site) Unexplained() []*Disagreement {
	var out []*Disagreement
	for _, d := range s.Disagreements {
		if d.IsUnexplained() {
			out = append(out, d)
		}
	}
	return out
}

// RefuseUnexplained returns an error for each contradiction that nobody has
// explained, at the newest report that takes part in it.
func (s *Site) RefuseUnexplained() diag.List {
	var diags diag.List
	for _, d := range s.Unexplained() {
		a := AspectNamed(cmp.Or(d.Aspect, d.open))
		last := len(d.differ) - 1
		e := diag.Diagnostic{
			Code: diag.Unexplained, Place: a.Place(d.differ[last]),
			Message: fmt.Sprintf(`reports of "%s" contradict each other (%s), and nobody has explained it`, d.Fact.ID, a.Name),
			Hint:    fmt.Sprintf(`declare it in content/facts/%[1]s.md, with "on: [%[2]s]" and a side for each article that gives its %[2]s, and say in a note why they differ`, d.Fact.ID, a.Name),
		}
		if d.open != "" {
			e.Hint = "say in a note why they differ, as far as it is known"
			e.Related = append(e.Related, diag.Related{Place: d.Place, Note: "it is declared here, without a note"})
		}
		for _, r := range d.differ[:last] {
			e.Related = append(e.Related, diag.Related{Place: a.Place(r), Note: "it is reported otherwise here"})
		}
		diags = append(diags, e)
	}
	return diags
}

// An Aspect is one respect in which reports are compared.
type Aspect struct {
	Name string // one of [content.Aspects]

	// Reports returns what r says of the aspect, in a form that is equal for
	// equal statements; "" if it is silent.
	Reports func(r *Report) string
	Place   func(r *Report) diag.Place
	IsSet   bool // whether each statement is a set of ids or codes

	// Statements of different classes say something else, or more; of one class
	// they contradict each other if what they leave possible has nothing in
	// common. Possible is that as an interval; a set is its own class.
	class    func(r *Report) string
	possible func(r *Report) (least, most int64, ok bool)
}

// Says is what r says that can be compared: a date that its source speaks
// against cannot.
func (a Aspect) Says(r *Report) string {
	if a.Name == "date" && r.IsSlip() {
		return ""
	}
	return a.Reports(r)
}

// IsSlip reports whether r gives a date that its source speaks against.
func (r *Report) IsSlip() bool { return r.Event != nil && r.Event.ProbableSlip }

// A statement is what a report says of an aspect, written once for all the
// comparisons that it takes part in.
type statement struct {
	report *Report
	says   string
}

// statements are what reports say of the aspect, but for those that are silent.
func (a Aspect) statements(reports []*Report) []statement {
	out := make([]statement, 0, len(reports))
	for _, r := range reports {
		if says := a.Says(r); says != "" {
			out = append(out, statement{r, says})
		}
	}
	return out
}

type difference int

const (
	noDifference difference = iota
	saysMore                // or something else; both may be true
	contradiction
)

// Aspects are those of [content.Aspects], in their order.
var Aspects = []Aspect{
	{
		Name: "amount",
		Reports: func(r *Report) string {
			if r.Amount == nil || r.Amount.Quantity.IsZero() || r.Amount.Quantity.IsUnquantified() {
				return ""
			}
			return r.Amount.Quantity.String()
		},
		Place: func(r *Report) diag.Place { return r.Amount.Quantity.Place },
		class: func(r *Report) string { return r.Amount.Quantity.Unit() + " per " + r.Amount.Quantity.Basis() },
		possible: func(r *Report) (least, most int64, ok bool) {
			least, most = r.Amount.Quantity.Possible()
			return least, most, true
		},
	},
	{
		Name: "date",
		Reports: func(r *Report) string {
			if d := r.Date(); d.IsSet() {
				return d.String()
			}
			return ""
		},
		Place: func(r *Report) diag.Place { return r.Date().Place },
		class: func(*Report) string { return "" },
		possible: func(r *Report) (least, most int64, ok bool) {
			d := r.Date()
			return number(d.Earliest()), number(d.Latest()), !d.Approximate() && !d.Uncertain()
		},
	},
	ofSets("from", func(r *Report) []string { return identified(r.From) }, func(r *Report) diag.Place { return r.Amount.From[0].Place }),
	ofSets("to", func(r *Report) []string { return identified(r.To) }, func(r *Report) diag.Place { return r.Amount.To[0].Place }),
	ofSets("states", func(r *Report) []string {
		var codes []string
		for _, s := range r.Links.States {
			codes = append(codes, s.Code)
		}
		return codes
	}, func(r *Report) diag.Place { return r.Links.States[0].Place }),
}

// AspectNamed returns the aspect of a name, which there is.
func AspectNamed(name string) Aspect {
	return Aspects[slices.IndexFunc(Aspects, func(a Aspect) bool { return a.Name == name })]
}

// ofSets is an aspect in which each report names members of a set.
func ofSets(name string, set func(*Report) []string, place func(*Report) diag.Place) Aspect {
	says := func(r *Report) string { return content.StatementOf(set(r)) }
	return Aspect{Name: name, Place: place, Reports: says, IsSet: true}
}

// number is a day as a number that orders days.
func number(d edtf.Day) int64 { return int64(d.Year)*10_000 + int64(d.Month)*100 + int64(d.Day) }

// identified are the ids of parties, or none if somebody among them is only
// named in words.
func identified(parties []Party) []string {
	var ids []string
	for _, p := range parties {
		if p.Entity == nil {
			return nil
		}
		ids = append(ids, p.Entity.ID)
	}
	return ids
}

// Date is when an event happens, or the time an amount is for.
func (r *Report) Date() content.Date {
	switch {
	case r.Event != nil:
		return r.Event.Date
	case r.Amount != nil:
		return r.Amount.Period
	}
	return content.Date{}
}

// compareReports finds what the reports of each fact differ in.
func (l *linker) compareReports() {
	l.spread(len(l.Facts), func(w *linker, i int) {
		f := w.Facts[i]
		for _, found := range append(f.slips(), f.differences()...) {
			f.Disagreements = append(f.Disagreements, found.Disagreement)
			for _, r := range found.reports {
				w.mention(&r.report.Article.Node, Disagrees, &f.Node, found.Anchor, r.report.Says.Whole())
			}
		}
	})
	for _, f := range l.Facts {
		l.Disagreements = append(l.Disagreements, f.Disagreements...)
	}
}

// A finding is a disagreement that the build found, with the reports that speak
// of its aspect.
type finding struct {
	*Disagreement
	reports []statement
}

// differences finds in which aspects the reports of f differ, but for what an
// author has declared. A contradiction that is declared and not explained is
// marked where it is declared.
func (f *Fact) differences() []finding {
	if len(f.Reports) < 2 {
		return nil
	}
	var out []finding
	for _, a := range Aspects {
		speak := a.statements(f.Reports)
		worst, differ := a.differ(speak)
		if worst == noDifference {
			continue
		}
		if declared := f.declared(a.Name, worst, differ); len(declared) > 0 {
			if worst == contradiction && !slices.ContainsFunc(declared, (*Disagreement).explains) {
				declared[0].open, declared[0].differ = a.Name, differ
			}
			continue
		}
		kind := "scope"
		if worst == contradiction {
			kind = "contradiction"
			if !slices.ContainsFunc(differ, func(r *Report) bool { return r.Article != differ[0].Article }) {
				kind = "within-article"
			}
		}
		out = append(out, findingOf(&Disagreement{
			Fact: f, Anchor: "_differ-" + a.Name, Kind: kind, Place: a.Place(differ[len(differ)-1]),
			Aspect: a.Name, differ: differ,
		}, speak))
	}
	return out
}

// Differ reports whether any of reports contradict each other, or at least say
// something else.
func (a Aspect) Differ(reports []*Report) bool {
	worst, _ := a.differ(a.statements(reports))
	return worst != noDifference
}

// differ returns the worst difference between any two of reports, and the
// reports that are one side of it, in their order. What many reports say alike
// is compared once.
func (a Aspect) differ(reports []statement) (worst difference, differ []*Report) {
	if !slices.ContainsFunc(reports, func(r statement) bool { return r.says != reports[0].says }) {
		return noDifference, nil
	}
	var distinct []statement
	takesPart := map[string]bool{} // by what is said
	classes := map[string]bool{}
	for _, r := range reports {
		if _, seen := takesPart[r.says]; !seen {
			takesPart[r.says] = false
			classes[a.classOf(r)] = true
			distinct = append(distinct, r)
		}
	}
	inContradiction := a.contradictors(distinct)
	switch {
	case slices.Contains(inContradiction, true):
		worst = contradiction
		for i, r := range distinct {
			takesPart[r.says] = inContradiction[i]
		}
	case len(classes) > 1: // each of them differs from some other
		worst = saysMore
		for _, r := range distinct {
			takesPart[r.says] = true
		}
	}
	for _, r := range reports {
		if takesPart[r.says] {
			differ = append(differ, r.report)
		}
	}
	return worst, differ
}

// classOf is the class of a statement; each set is one of its own.
func (a Aspect) classOf(s statement) string {
	if a.IsSet {
		return s.says
	}
	return a.class(s.report)
}

// contradictors says of each report, which all say something else, whether it
// contradicts another one.
func (a Aspect) contradictors(distinct []statement) []bool {
	out := make([]bool, len(distinct))
	if a.IsSet {
		sets := make([][]string, len(distinct))
		for i, r := range distinct {
			sets[i] = strings.Fields(r.says)
		}
		// Sets that contain each other are few, so the first few are enough.
		for i, x := range sets {
			out[i] = slices.ContainsFunc(sets, func(y []string) bool { return !among(x, y) && !among(y, x) })
		}
		return out
	}
	// An interval misses another one if it misses the one that ends first or
	// the one that begins last.
	type ends struct{ firstEnd, lastBegin int64 }
	byClass := map[string]ends{}
	for _, r := range distinct {
		least, most, ok := a.possible(r.report)
		if !ok {
			continue
		}
		e, seen := byClass[a.classOf(r)]
		if !seen {
			e = ends{most, least}
		}
		byClass[a.classOf(r)] = ends{min(e.firstEnd, most), max(e.lastBegin, least)}
	}
	for i, r := range distinct {
		least, most, ok := a.possible(r.report)
		e := byClass[a.classOf(r)]
		out[i] = ok && (least > e.firstEnd || most < e.lastBegin)
	}
	return out
}

// among reports whether every member of a is one of b; both are sorted.
func among(a, b []string) bool {
	for _, x := range a {
		i, found := slices.BinarySearch(b, x)
		if !found {
			return false
		}
		b = b[i+1:]
	}
	return true
}

// slips finds the reports of f with a date which their source speaks against,
// each beside the reports that give another one.
func (f *Fact) slips() []finding {
	a := AspectNamed("date")
	var out []finding
	for _, slip := range f.Reports {
		if !slip.IsSlip() {
			continue
		}
		least, most, ok := a.possible(slip)
		var reports []*Report // oldest first
		for _, r := range f.Reports {
			if r == slip {
				reports = append(reports, r)
				continue
			}
			if from, to, known := a.possible(r); slip.Event.Date.IsSet() && a.Says(r) != "" && ok && known && (from > most || to < least) {
				reports = append(reports, r)
			}
		}
		if len(f.declared(a.Name, contradiction, reports)) > 0 {
			continue
		}
		said := make([]statement, len(reports)) // the slip itself says nothing
		for i, r := range reports {
			said[i] = statement{r, a.Says(r)}
		}
		out = append(out, findingOf(&Disagreement{
			Fact: f, Anchor: "_slip-" + slip.Anchor, Kind: "probable-slip", Note: slip.Event.FlagReason, Place: slip.Place,
			Aspect: a.Name,
		}, said))
	}
	return out
}

// findingOf gives d its sides, one for each thing that is said.
func findingOf(d *Disagreement, reports []statement) finding {
	side := map[string]int{} // by what is said
	for _, r := range reports {
		i, seen := side[r.says]
		if !seen {
			i = len(d.Sides)
			side[r.says] = i
			d.Sides = append(d.Sides, Side{Article: r.report.Article, Evidence: &r.report.Evidence})
		}
		d.Sides[i].Reports = append(d.Sides[i].Reports, r.report)
	}
	return finding{d, reports}
}

// declared are the disagreements in which an author has declared the difference
// between reports in an aspect: with a side for each article. Who says that one
// account says more, or that only words differ, has not declared a contradiction.
func (f *Fact) declared(aspect string, found difference, reports []*Report) []*Disagreement {
	var out []*Disagreement
	for _, d := range f.Disagreements {
		if d.IsFound() || !d.IsOn(aspect) || found == contradiction && (d.Kind == "scope" || d.Kind == "wording") {
			continue
		}
		hasSide := map[*Article]bool{}
		for _, s := range d.Sides {
			hasSide[s.Article] = true
		}
		if !slices.ContainsFunc(reports, func(r *Report) bool { return !hasSide[r.Article] }) {
			out = append(out, d)
		}
	}
	return out
}

// IsOn reports whether an author has declared d on an aspect.
func (d *Disagreement) IsOn(aspect string) bool {
	return d.Front != nil && slices.ContainsFunc(d.Front.On, func(w content.Words) bool { return w.Text == aspect })
}
