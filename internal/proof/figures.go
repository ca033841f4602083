package proof

import (
	"fmt"
	"math"
	"strings"

	"receipts/internal/amount"
	"receipts/internal/diag"
	"receipts/internal/locale"
	"receipts/internal/site"
)

// Figures that cannot be true beside others of the site, without any prose: a
// part that is more than its whole, and a number of states beside a list of them
// that has more or fewer.

// checkPart warns of a fact that is surely more than the fact which it is said
// to be a part of: whichever reports of the two are true.
func checkPart(f *site.Fact) (diags diag.List) {
	if f.PartOf == nil || f.PartOf == f {
		return nil
	}
	whole, most := extreme(f.PartOf, func(q, than amount.Quantity) bool {
		_, m := q.Possible()
		_, n := than.Possible()
		return m > n
	})
	part, least := extreme(f, func(q, than amount.Quantity) bool {
		l, _ := q.Possible()
		m, _ := than.Possible()
		return l < m
	})
	if whole == nil || part == nil || !least.SameUnit(most) || least.Basis() != most.Basis() {
		return nil
	}
	l, _ := least.Possible()
	if _, m := most.Possible(); l <= m {
		return nil
	}
	return append(diags, diag.Diagnostic{
		Code: diag.PartExceedsWhole, Place: part.Amount.Quantity.Place,
		Message: fmt.Sprintf(`"%s" is %s, more than all of "%s", which it is a part of`, f.ID, inWords(locale.English(), least), f.PartOf.ID),
		Hint:    "read both sources again and mend the figure that is wrong, or take part_of out of " + f.Page.Path,
		Related: []diag.Related{{Place: whole.Amount.Quantity.Place, Note: "the whole is " + inWords(locale.English(), most)}},
	})
}

// extreme returns the report of f whose figure is beyond those of the others, or
// nil if f has none, or figures of several kinds.
func extreme(f *site.Fact, isBeyond func(q, than amount.Quantity) bool) (*site.Report, amount.Quantity) {
	var found *site.Report
	var figure amount.Quantity
	for _, r := range f.Standing() {
		if r.Amount == nil || r.Amount.Quantity.IsZero() || r.Amount.Quantity.IsUnquantified() {
			continue
		}
		q := r.Amount.Quantity.Quantity
		if found != nil && (!q.SameUnit(figure) || q.Basis() != figure.Basis()) {
			return nil, amount.Quantity{}
		}
		if found == nil || isBeyond(q, figure) {
			found, figure = r, q
		}
	}
	return found, figure
}

// checkStateCount compares a number of states with the states listed beside it.
func checkStateCount(r *site.Report) (diags diag.List) {
	if r.Amount == nil || len(r.Links.States) == 0 || r.Article.Front.LostState {
		return nil
	}
	q := r.Amount.Quantity
	least, most := q.Possible()
	n := int64(len(r.Links.States))
	if q.IsMoney() || q.Basis() != "" || !countsStates(q.Unit()) {
		return nil
	}
	if least <= n && n <= most || most == math.MaxInt64 { // of "at least 30 states" some may be listed
		return nil
	}
	diags.AddHint(diag.StatesMiscounted, q.Place, fmt.Sprintf("%s, but %s listed beside it", inWords(locale.English(), q.Quantity), isListed(len(r.Links.States))),
		`mend the number or "states"`)
	return diags
}

// countsStates reports whether a unit, such as "swing states", is one of states.
func countsStates(unit string) bool {
	last := unit[strings.LastIndexByte(unit, ' ')+1:]
	return last == "state" || last == "states"
}

func isListed(states int) string {
	if states == 1 {
		return "1 state is"
	}
	return fmt.Sprintf("%d states are", states)
}
