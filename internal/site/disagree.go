package site

import (
	"fmt"
	"slices"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/content"
	"receipts/internal/diag"
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
// nobody has declared is shown all the same, marked as not explained.

// A Disagreement is a point on which accounts of a fact differ: declared by an
// author, or found by comparing reports.
type Disagreement struct {
	*content.Disagreement
	Fact   *Fact
	Anchor string
	Sides  []Side // oldest first

	// Aspect is what differs, one of [content.Aspects], if the build found the
	// disagreement. About is empty then, and so is what the sides say: it is in
	// their reports.
	Aspect string
	differ []*Report // those that take part in it, oldest first
}

// A Side is what one article says on a point of disagreement. What several
// reports say alike is one side.
type Side struct {
	*content.Side
	Article *Article  // nil if the content is wrong
	Reports []*Report // of a found disagreement: those that say so, oldest first
}

// IsFound reports whether the build found d, and nobody declared it.
func (d *Disagreement) IsFound() bool { return d.Aspect != "" }

// IsUnexplained reports whether d is a contradiction that no author has
// accounted for.
func (d *Disagreement) IsUnexplained() bool {
	return d.IsFound() && (d.Kind == "contradiction" || d.Kind == "within-article")
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
		a := aspectNamed(d.Aspect)
		last := len(d.differ) - 1
		e := diag.Diagnostic{
			Code: diag.Unexplained, Place: a.place(d.differ[last]),
			Message: fmt.Sprintf(`reports of "%s" contradict each other (%s), and nobody has explained it`, d.Fact.ID, d.Aspect),
			Hint:    fmt.Sprintf(`declare it in content/facts/%s.md, with "on: [%s]" and a side for each article`, d.Fact.ID, d.Aspect),
		}
		for _, r := range d.differ[:last] {
			e.Related = append(e.Related, diag.Related{Place: a.place(r), Note: "it is reported otherwise here"})
		}
		diags = append(diags, e)
	}
	return diags
}

// An aspect is one respect in which reports are compared.
type aspect struct {
	name string
	// says returns what r says of the aspect, in a form that is equal for equal
	// statements; "" if it is silent.
	says       func(r *Report) string
	difference func(a, b *Report) difference
	place      func(r *Report) diag.Place
}

type difference int

const (
	noDifference difference = iota
	saysMore                // or something else; both may be true
	contradiction
)

var aspects = []aspect{
	{
		name: "amount",
		says: func(r *Report) string {
			if r.Amount == nil || r.Amount.Quantity.IsZero() || r.Amount.Quantity.IsUnquantified() {
				return ""
			}
			return r.Amount.Quantity.String()
		},
		difference: func(a, b *Report) difference {
			switch amount.Agree(a.Amount.Quantity.Quantity, b.Amount.Quantity.Quantity) {
			case amount.Agrees:
				return noDifference
			case amount.Contradicts:
				return contradiction
			}
			return saysMore
		},
		place: func(r *Report) diag.Place { return r.Amount.Quantity.Place },
	},
	{
		name: "date",
		says: func(r *Report) string {
			if d := r.date(); d.IsSet() && (r.Event == nil || !r.Event.ProbableSlip) {
				return d.String()
			}
			return ""
		},
		difference: func(a, b *Report) difference {
			x, y := a.date(), b.date()
			if x.Overlaps(y.Date) || x.Approximate() || x.Uncertain() || y.Approximate() || y.Uncertain() {
				return noDifference
			}
			return contradiction
		},
		place: func(r *Report) diag.Place { return r.date().Place },
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

func aspectNamed(name string) aspect {
	return aspects[slices.IndexFunc(aspects, func(a aspect) bool { return a.name == name })]
}

// ofSets is an aspect in which each report names members of a set.
func ofSets(name string, set func(*Report) []string, place func(*Report) diag.Place) aspect {
	return aspect{
		name:  name,
		place: place,
		says: func(r *Report) string {
			members := slices.Sorted(slices.Values(set(r)))
			return strings.Join(slices.Compact(members), " ")
		},
		difference: func(a, b *Report) difference {
			aInB, bInA := among(set(a), set(b)), among(set(b), set(a))
			switch {
			case aInB && bInA:
				return noDifference
			case aInB || bInA:
				return saysMore
			}
			return contradiction
		},
	}
}

// among reports whether every member of a is one of b.
func among(a, b []string) bool {
	return !slices.ContainsFunc(a, func(x string) bool { return !slices.Contains(b, x) })
}

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

// date is when an event happens, or the time an amount is for.
func (r *Report) date() content.Date {
	switch {
	case r.Event != nil:
		return r.Event.Date
	case r.Amount != nil:
		return r.Amount.Period
	}
	return content.Date{}
}

// compareReports finds what the reports of f differ in.
func (b *builder) compareReports(f *Fact) {
	for _, r := range f.Reports {
		if r.Event != nil && r.Event.ProbableSlip {
			b.addSlip(f, r)
		}
	}
	for _, a := range aspects {
		var speaks []*Report
		for _, r := range f.Reports {
			if a.says(r) != "" {
				speaks = append(speaks, r)
			}
		}
		worst, differ := a.compare(speaks)
		if worst == noDifference || f.declares(a.name, worst, differ) {
			continue
		}
		kind := "scope"
		if worst == contradiction {
			kind = "contradiction"
			if !slices.ContainsFunc(differ, func(r *Report) bool { return r.Article != differ[0].Article }) {
				kind = "within-article"
			}
		}
		b.addFound(f, &Disagreement{
			Disagreement: &content.Disagreement{Kind: kind, Place: a.place(differ[len(differ)-1])},
			Fact:         f, Anchor: "_differ-" + a.name, Aspect: a.name, differ: differ,
		}, a, speaks)
	}
}

// compare returns the worst difference between any two of reports, and the
// reports that are one side of it, in their order. What many reports say alike
// is compared once.
func (a aspect) compare(reports []*Report) (worst difference, differ []*Report) {
	var distinct []*Report
	takesPart := map[string]bool{} // by what is said
	for _, r := range reports {
		if _, seen := takesPart[a.says(r)]; !seen {
			takesPart[a.says(r)] = false
			distinct = append(distinct, r)
		}
	}
	for i, r := range distinct {
		for _, s := range distinct[:i] {
			d := a.difference(s, r)
			if d > worst {
				worst = d
				clear(takesPart)
			}
			if d == worst {
				takesPart[a.says(r)], takesPart[a.says(s)] = true, true
			}
		}
	}
	for _, r := range reports {
		if takesPart[a.says(r)] {
			differ = append(differ, r)
		}
	}
	return worst, differ
}

// addSlip adds the finding that r gives a date which its source speaks against,
// beside the reports that give another one.
func (b *builder) addSlip(f *Fact, slip *Report) {
	a := aspectNamed("date")
	reports := []*Report{slip}
	for _, r := range f.Reports {
		if r != slip && a.says(r) != "" && slip.Event.Date.IsSet() && a.difference(slip, r) == contradiction {
			reports = append(reports, r)
		}
	}
	if f.declares(a.name, contradiction, reports) {
		return
	}
	slices.SortStableFunc(reports, func(x, y *Report) int { return slices.Index(f.Reports, x) - slices.Index(f.Reports, y) })
	b.addFound(f, &Disagreement{
		Disagreement: &content.Disagreement{Kind: "probable-slip", Note: slip.Event.FlagReason, Place: slip.Report.Place},
		Fact:         f, Anchor: "_slip-" + slip.Anchor, Aspect: a.name,
	}, a, reports)
}

// addFound gives d its sides, one for each thing that is said.
func (b *builder) addFound(f *Fact, d *Disagreement, a aspect, reports []*Report) {
	var said []string
	for _, r := range reports {
		says := a.says(r)
		i := slices.Index(said, says)
		if i < 0 {
			i = len(said)
			said = append(said, says)
			d.Sides = append(d.Sides, Side{Side: &content.Side{Evidence: r.Evidence}, Article: r.Article})
		}
		d.Sides[i].Reports = append(d.Sides[i].Reports, r)
		b.mention(&r.Article.Node, Disagrees, &f.Node, f.Path+"#"+d.Anchor, r.Says.Whole())
	}
	f.Disagreements = append(f.Disagreements, d)
	b.Disagreements = append(b.Disagreements, d)
}

// declares reports whether an author has declared the difference between
// reports in an aspect: with a side for each article. Who says that one account
// says more, or that only words differ, has not declared a contradiction.
func (f *Fact) declares(aspect string, found difference, reports []*Report) bool {
	return slices.ContainsFunc(f.Disagreements, func(d *Disagreement) bool {
		if d.IsFound() || !slices.Contains(d.On, aspect) || found == contradiction && (d.Kind == "scope" || d.Kind == "wording") {
			return false
		}
		return !slices.ContainsFunc(reports, func(r *Report) bool {
			return !slices.ContainsFunc(d.Sides, func(s Side) bool { return s.Article == r.Article })
		})
	})
}
