package site

import (
	"slices"

	"receipts/internal/content"
	"receipts/internal/total"
)

// A Till is a group of amounts on the home page.
type Till struct {
	Title content.Words // empty if the site file names no groups
	Facts []*Fact
	IsAll bool         // whether it is the only group, with all money
	Total *total.Total // of what one payer pays, or of all money; nil of what is left, which has nothing in common
}

// Tills parts facts of money into the groups that the site file names; without any, all
// are one group. An amount is in the first group that it fits.
func (s *Site) Tills(money []*Fact) []Till {
	groups := s.Config.Tills
	if len(groups) == 0 {
		groups = []content.Till{{}}
	}
	out := make([]Till, len(groups))
	for _, f := range money {
		if i := slices.IndexFunc(groups, func(g content.Till) bool { return belongs(f, &g) }); i >= 0 {
			out[i].Facts = append(out[i].Facts, f)
		}
	}
	for i := range out {
		t := &out[i]
		t.Title, t.IsAll = groups[i].Title, len(groups) == 1 && groups[i].IsRest()
		switch {
		case t.IsAll:
			t.Total = new(s.Total())
		case !groups[i].IsRest():
			t.Total = new(s.TotalOf(t.Facts))
		}
	}
	return out
}

// belongs reports whether f is of a group: one of its payers is said to pay it, or it is
// named.
func belongs(f *Fact, g *content.Till) bool {
	isIn := func(id string) func(content.Ref) bool { return func(r content.Ref) bool { return r.Text == id } }
	return g.IsRest() || slices.ContainsFunc(g.Facts, isIn(f.ID)) || slices.ContainsFunc(f.Reports, func(r *Report) bool {
		return slices.ContainsFunc(r.From, func(p Party) bool { return p.Entity != nil && slices.ContainsFunc(g.From, isIn(p.Entity.ID)) })
	})
}

// TillTotals are the totals of the groups on the home page, but for that of all money.
func (s *Site) TillTotals() []ShownTotal {
	var out []ShownTotal
	for _, t := range s.Tills(ofMoney(s.Facts)) {
		if t.Total != nil && !t.IsAll && len(t.Facts) > 0 {
			out = append(out, ShownTotal{Of: "till", Name: t.Title.Text, FlowTotal: FlowTotal{Total: *t.Total}})
		}
	}
	return out
}
