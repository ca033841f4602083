package site

import (
	"cmp"
	"fmt"
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// The build finds where reports of one fact differ, aspect by aspect (aspect.go),
// and each probable slip, which its reason explains.
//
// A finding is left out if a declared disagreement covers it: one that is “on”
// the aspect and gives every article that differs a side. A contradiction that
// is not declared is shown all the same, marked as not explained; so is one
// that was declared and not explained. A note explains it, or a kind that says
// how it came about and whose conditions package proof checks: within one article,
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
	place  int // among the points of the fact, from 0

	// Aspect is what differs, one of [content.Aspects], if the build found it.
	Aspect string
	differ []*Report // those that take part in it, oldest first

	// open is the aspect of a contradiction that a declared disagreement covers
	// and does not explain; differ are the reports that take part in it.
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

// IsFound reports whether the build found d; otherwise an author declared it.
func (d *Disagreement) IsFound() bool { return d.Front == nil }

// Unexplained is the aspect, one of [content.Aspects], of a contradiction that no
// author has explained; "" if d is none.
func (d *Disagreement) Unexplained() string {
	if d.IsFound() && (d.Kind == "contradiction" || d.Kind == "within-article") {
		return d.Aspect
	}
	return d.open
}

// explains reports whether d says why its sides differ.
func (d *Disagreement) explains() bool {
	return d.Note.IsGiven() || slices.Contains([]string{"within-article", "probable-slip", "time"}, d.Kind)
}

// Unexplained lists the contradictions that no author has explained.
func (s *Site) Unexplained() []*Disagreement {
	var out []*Disagreement
	for _, d := range s.Disagreements {
		if d.Unexplained() != "" {
			out = append(out, d)
		}
	}
	return out
}

// RefuseUnexplained returns an error for each of [Site.Unexplained], at the newest
// report that takes part in it.
func (s *Site) RefuseUnexplained() diag.List {
	var diags diag.List
	for _, d := range s.Unexplained() {
		a := AspectNamed(d.Unexplained())
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

// compareReports finds what the reports of each fact differ in.
func (l *linker) compareReports() {
	l.spread(len(l.Facts), func(w *linker, i int) {
		f := w.Facts[i]
		for _, found := range append(f.slips(), f.differences()...) {
			f.Disagreements = append(f.Disagreements, found.Disagreement)
			for _, r := range found.reports {
				w.mention(&r.report.Article.Node, Disagrees, &f.Node, f.part(found.Anchor), r.report.Says.Whole())
			}
		}
		f.settlePoints()
	})
	for _, f := range l.Facts {
		l.Disagreements = append(l.Disagreements, f.Disagreements...)
	}
}

// byWeight are the kinds of disagreements, those that weigh most with a reader first.
var byWeight = []string{"contradiction", "time", "within-article", "probable-slip", "scope", "wording"}

// Strongest is the first of f's points of the kind that weighs most with a reader; nil
// if there are none.
func (f *Fact) Strongest() *Disagreement { return f.strongest }

// Contradictions is how many of f's points are contradictions.
func (f *Fact) Contradictions() int { return f.contradictions }

// settlePoints notes what follows from all points of f together.
func (f *Fact) settlePoints() {
	least := len(byWeight)
	for place, d := range f.Disagreements {
		d.place = place
		if d.Kind == "contradiction" {
			f.contradictions++
		}
		if i := slices.Index(byWeight, d.Kind); i >= 0 && i < least {
			least, f.strongest = i, d
		}
	}
	if len(f.Disagreements) > fewReports {
		f.points = make(map[string]*Disagreement, len(f.Disagreements))
		for _, d := range f.Disagreements {
			f.points[d.Anchor] = d
		}
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
	reports := f.Standing()
	if len(reports) < 2 {
		return nil
	}
	var out []finding
	readings := readingsOf(reports)
	for _, a := range Aspects {
		d := a.differIn(readings)
		worst, speak, differ := d.worst, d.speak, d.part
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

// besideSlip is how many reports that give another date stand beside a slip.
const besideSlip = 12

// slips finds the reports of f with a date which their source speaks against,
// each beside the oldest of the reports that give another one.
func (f *Fact) slips() []finding {
	a := AspectNamed("date")
	var out []finding
	var dated datesByEnd
	for place, slip := range f.Reports {
		if !slip.IsSlip() {
			continue
		}
		if dated.byEnd == nil {
			dated = a.datesByEnd(f.Reports)
		}
		var beside []datedReport
		if least, most, ok := a.possible(slip); ok && slip.Event.Date.IsSet() {
			beside = dated.without(least, most, besideSlip)
		}
		beside = append(beside, datedReport{Report: slip, place: place})
		slices.SortFunc(beside, oldestFirst)
		reports := make([]*Report, len(beside))
		for i, r := range beside {
			reports[i] = r.Report
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

// datesByEnd are the reports that give a date, by where it ends and by where it
// begins: those that miss a date are at the ends of these lists.
type datesByEnd struct{ byEnd, byBegin []datedReport }

type datedReport struct {
	*Report
	from, to int64
	place    int // among the reports of the fact
}

func oldestFirst(x, y datedReport) int { return x.place - y.place }

func (a Aspect) datesByEnd(reports []*Report) datesByEnd {
	var d datesByEnd
	d.byEnd = make([]datedReport, 0, len(reports))
	for i, r := range reports {
		if a.Says(r) == "" {
			continue
		}
		if from, to, ok := a.possible(r); ok {
			d.byEnd = append(d.byEnd, datedReport{r, from, to, i})
		}
	}
	d.byBegin = slices.Clone(d.byEnd)
	slices.SortStableFunc(d.byEnd, func(x, y datedReport) int { return cmp.Compare(x.to, y.to) })
	slices.SortStableFunc(d.byBegin, func(x, y datedReport) int { return -cmp.Compare(x.from, y.from) })
	return d
}

// without are the reports of which no day lies from least to most, the oldest first;
// of many, as many as asked for on either side.
func (d datesByEnd) without(least, most int64, atMost int) []datedReport {
	var out []datedReport
	for _, r := range d.byEnd[:min(atMost, len(d.byEnd))] {
		if r.to < least {
			out = append(out, r)
		}
	}
	for _, r := range d.byBegin[:min(atMost, len(d.byBegin))] {
		if r.from > most {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, oldestFirst)
	return out[:min(atMost, len(out))]
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
// between reports in an aspect: with a side for each article. To declare that one
// account says more, or that only words differ, is not to declare a contradiction.
func (f *Fact) declared(aspect string, found difference, reports []*Report) []*Disagreement {
	var out []*Disagreement
	for _, d := range f.Disagreements {
		if !d.IsOn(aspect) || found == contradiction && (d.Kind == "scope" || d.Kind == "wording") {
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
