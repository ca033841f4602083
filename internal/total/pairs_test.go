package total

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"receipts/internal/amount"
)

// The rules of overlap.go, as they are for two facts. The package finds the
// same without looking at all pairs.

func maySame(f, g *fact) bool {
	money := f.quantity().IsMoney()
	switch {
	case siblings(f, g) && !(money && f.period.known() && g.period.known()):
		return false
	case !money:
		return true
	}
	apart := f.period.known() && g.period.known() && (f.period.to.Compare(g.period.from) < 0 || g.period.to.Compare(f.period.from) < 0)
	return !f.from.excludes(g.from) && !f.to.excludes(g.to) && !apart
}

// mayPassOn reports whether a payee of f, or a payer of g, is unidentified and
// may be both.
func mayPassOn(f, g *fact) bool {
	switch {
	case siblings(f, g):
		return false
	case f.to.whole() && g.from.whole():
		return false
	case f.to.whole():
		return !f.to.among(g.to)
	case g.from.whole():
		return !g.from.among(f.from)
	}
	return true
}

// drawCrowd draws facts of one kind that have much in common.
func drawCrowd(t *rapid.T) []*fact {
	var items []Item
	unit := pick(t, "unit", "USD", "USD", "USD", "voters")
	few := func(label string, from ...string) []string {
		return rapid.SliceOfN(rapid.SampledFrom(from), 0, 3).Draw(t, label)
	}
	for n := range rapid.IntRange(0, 24).Draw(t, "facts") {
		i := Item{ID: "f" + string(rune('a'+n)), Quantity: parse(pick(t, "quantity", "5 ", "at least 3 ", "about 9 ", "up to 4 ") + unit)}
		if unit == "USD" {
			i.Flow, i.Kind = "gift", Payment
			i.From = few("from", "a", "b", "c", Unidentified)
			i.To = few("to", "x", "y", "z", Unidentified)
		}
		if when := pick(t, "period", "", "2024", "2024-07", "2024-07-03", "2024-07/2024-09", "../2024-07", "2024-09/..", "2023", "2024-09", "2024-10"); when != "" {
			i.Period = date(when)
		}
		if whole := pick(t, "whole", "", "", "", "v", "w"); whole != "" {
			i.PartOf = []string{whole}
		}
		items = append(items, i)
	}
	return gather(items)
}

func TestPairsAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := drawCrowd(t)
		near, payees, payers := sameIndex(facts), payeesOf(facts), payersOf(facts)
		compare := func(rule string, f *fact, found []*fact, is func(g *fact) bool) {
			var want []*fact
			for _, g := range facts {
				if g != f && is(g) {
					want = append(want, g)
				}
			}
			if len(found) != min(len(want), enoughReasons) || slices.ContainsFunc(found, func(g *fact) bool { return !slices.Contains(want, g) }) {
				t.Errorf("%s: %d found for %+v, want some of %d", rule, len(found), f, len(want))
			}
		}
		for _, f := range facts {
			compare("the same", f, near.others(f), func(g *fact) bool { return maySame(f, g) })
			if f.quantity().IsMoney() {
				compare("passed on to", f, payees.others(f), func(g *fact) bool { return mayPassOn(f, g) })
				compare("passed on from", f, payers.others(f), func(g *fact) bool { return mayPassOn(g, f) })
			}
		}
	})
}

// TestHeldByTheWidest compares with a search of all pairs: where the rest has no
// overlaps, exactly those that some other payment contains are left out, or their
// figures exceed the widest.
func TestHeldByTheWidest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		facts := drawCrowd(t)
		var held []*fact
		for _, f := range facts {
			if slices.ContainsFunc(facts, func(g *fact) bool { return contains(g, f) }) {
				held = append(held, f)
			}
		}
		leaveOutContained(facts)
		rest := remaining(facts)
		for _, f := range facts {
			out := f.reason == InTheWider
			if out && !slices.Contains(held, f) {
				t.Errorf("%+v is left out, and nothing holds it", f)
			}
			if !out && slices.Contains(held, f) && !slices.ContainsFunc(rest, func(g *fact) bool { return g != f && maySame(f, g) }) {
				t.Errorf("%+v is held and stays, and overlaps nothing that stays", f)
			}
		}
	})
}

// together reports whether two reports are of one time as far as is known: both
// are dated, and others lead from the one to the other; or one of them is not, and
// there is one time only, or neither is.
func together(r, s Item, reports []Item) bool {
	var dated []Item
	for _, i := range reports {
		if !i.Period.IsZero() {
			dated = append(dated, i)
		}
	}
	reached := func(from Item) []Item {
		found := []Item{from}
		for n := 0; n < len(found); n++ {
			for _, i := range dated {
				if found[n].Period.Overlaps(i.Period) && !slices.ContainsFunc(found, func(f Item) bool { return f.Period == i.Period }) {
					found = append(found, i)
				}
			}
		}
		return found
	}
	switch {
	case r.Period.IsZero() && s.Period.IsZero():
		return true
	case r.Period.IsZero() || s.Period.IsZero():
		one := reached(dated[0])
		return !slices.ContainsFunc(dated, func(i Item) bool { return !slices.ContainsFunc(one, func(f Item) bool { return f.Period == i.Period }) })
	}
	return slices.ContainsFunc(reached(r), func(i Item) bool { return i.Period == s.Period })
}

// TestUnfitInPairs compares the first step with a search of all pairs of
// reports.
func TestUnfitInPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var reports []Item
		for range rapid.IntRange(1, 6).Draw(t, "reports") {
			r := Item{ID: "f", Quantity: drawQuantity(t), Flow: pick(t, "flow", "gift", "gift", "gift", "", "wages"), Kind: Payment}
			if rapid.Bool().Draw(t, "near") {
				r.Quantity = parse(pick(t, "quantity", "5 USD", "about 5 USD", "more than 5 USD", "up to 5 USD", "unquantified"))
			}
			r.From = drawParties(t, "from", "a", "b", "c")
			if when := pick(t, "period", "", "2024", "2024-07", "2024-08", "2024-07-03"); when != "" {
				r.Period = date(when)
			}
			reports = append(reports, r)
		}
		slices.SortFunc(reports, compareItems)
		disagree, differ := false, false
		for i, r := range reports {
			for _, s := range reports[:i] {
				a := amount.Agree(r.Quantity, s.Quantity)
				if together(r, s, reports) {
					disagree = disagree || a == amount.Contradicts || newParties(r.From).excludes(newParties(s.From))
				}
				differ = differ || a != amount.Agrees && a != amount.Contradicts || r.Flow != s.Flow && r.Flow != "" && s.Flow != ""
			}
		}
		f := newFact(reports)
		if f.reason != 0 && f.reason < NoFlow {
			return // no report has a figure
		}
		want := Reason(0)
		switch {
		case disagree:
			want = ReportsDisagree
		case differ:
			want = ReportsDiffer
		case f.flow == "" && f.quantity().IsMoney():
			want = NoFlow
		}
		if f.reason != want {
			t.Errorf("%v, want %v: %+v", f.reason, want, reports)
		}
	})
}
