package total

import (
	"cmp"
	"slices"
	"strings"
)

// Two facts of one flow may tell of the same money in two ways.
//
// They may be the same payments, unless they are known to have other payers,
// other payees, or other periods; what is not known keeps nothing apart. If
// one of them is between the same payers and payees, or some of them, and in
// a known period within the other's, then the other contains it and the narrower
// is left out, provided that its figure fits. Otherwise there is no sum.
//
// Or an unidentified payer of the one may be a payee of the other, passing it
// on; or an unidentified payee of the one may be a payer of the other. Then
// there is no sum either. Parties that are named together on one side of a payment
// are taken not to be on its other side: the unnamed buyer of advertisements on two
// platforms was neither of the two. What is spent for or against others is paid to
// those who sell or work for it, so that an unidentified one of them is taken for
// none who spends.
//
// What was paid so far, until some day, contains what was paid before that day, and
// so an earlier state of itself. Of two such figures neither of which surely
// contains the other there is no sum, however far apart their days are.
//
// What is counted, not paid, is not kept apart by anything of this: the
// followers of two accounts, or of one account in two years, are the same
// people.
//
// Facts that are declared parts of one whole are apart, money and counts alike,
// since that is what the declaration says; but for money in periods that are
// known to overlap, the rules above apply all the same.
//
// Thousands of payments of one payer are looked at, so nothing here compares
// each with each: near.go and meeting.go find those that a rule is about.

// enoughReasons is how many other facts are named for an overlap. One is
// reason enough; to name all would fill pages where everything overlaps.
const enoughReasons = 3

// leaveOutOverlaps compares what remains.
func leaveOutOverlaps(facts []*fact) Reason {
	refusal := leaveOutSame(facts)
	rest := slices.DeleteFunc(slices.Clone(facts), func(f *fact) bool { return f.reason != 0 && f.reason != MayBeTheSame && f.reason != RunningTotals })
	if len(rest) < 2 {
		return refusal
	}
	meets := []*meeting{payeesOf(rest), payersOf(rest)}
	for _, f := range remaining(rest) {
		if !f.quantity().IsMoney() || f.kind == Spending {
			continue
		}
		passed := meets[0].others(f)
		if len(passed) < enoughReasons {
			passed = firstOf(append(passed, meets[1].others(f)...), f)
		}
		if len(passed) > 0 {
			f.leaveOut(MayBePassedOn, passed...)
			refusal = cmp.Or(refusal, MayBePassedOn)
		}
	}
	return refusal
}

// leaveOutSame compares what remains, but for money that may be passed on.
func leaveOutSame(facts []*fact) Reason {
	leaveOutContained(remaining(facts))
	rest := remaining(facts)
	if len(rest) < 2 {
		return 0
	}
	near := sameIndex(rest)
	var refusal Reason
	for _, f := range rest {
		if same := near.others(f); len(same) > 0 {
			reason := MayBeTheSame
			if f.runs && !slices.ContainsFunc(same, func(g *fact) bool { return !g.runs }) {
				reason = RunningTotals
			}
			f.leaveOut(reason, same...)
			if refusal != MayBeTheSame {
				refusal = reason
			}
		}
	}
	return refusal
}

// leaveOutContained leaves out the payments that a wider one contains. Of all that are
// between one of f's payers and one of its payees, in a period around f's, the
// widest is the only one that f can be left out for: if that one does not contain
// f, the two overlap, and there is no sum.
func leaveOutContained(rest []*fact) {
	type pair struct{ payer, payee string }
	buckets := map[pair][]*fact{}
	for _, f := range rest {
		if !f.quantity().IsMoney() || !f.from.whole() || !f.to.whole() || !f.period.known() {
			continue
		}
		for _, payer := range f.from.ids {
			for _, payee := range f.to.ids {
				buckets[pair{payer, payee}] = append(buckets[pair{payer, payee}], f)
			}
		}
	}
	widest := map[*fact]*fact{}
	for key, bucket := range buckets { // each fact is looked up in one of them
		if len(bucket) > 1 {
			findWidest(bucket, func(f *fact) bool { return f.from.ids[0] == key.payer && f.to.ids[0] == key.payee }, widest)
		}
	}
	for _, f := range rest {
		switch g := widest[f]; {
		case g == nil || !contains(g, f):
		case g.runs && f.runs:
			f.leaveOut(EarlierState, g)
		default:
			f.leaveOut(InTheWider, g)
		}
	}
}

// findWidest notes for each fact that is asked for the widest one whose period
// contains its own: of those that begin no later, going by what ends last.
func findWidest(bucket []*fact, isAsked func(*fact) bool, widest map[*fact]*fact) {
	byStart := slices.SortedFunc(slices.Values(bucket), func(f, g *fact) int {
		return cmp.Or(f.period.from.Compare(g.period.from), -f.period.to.Compare(g.period.to), strings.Compare(f.id, g.id))
	})
	ends := slices.SortedFunc(slices.Values(bucket), func(f, g *fact) int { return f.period.to.Compare(g.period.to) })
	// best[i] is the widest so far that ends at ends[j] or later, in the manner
	// of a Fenwick tree over the ends counted from the last one.
	best := make([]*fact, len(ends)+1)
	place := func(f *fact) int {
		i, _ := slices.BinarySearchFunc(ends, f, func(g, f *fact) int { return g.period.to.Compare(f.period.to) })
		return len(ends) - i
	}
	for start := 0; start < len(byStart); {
		end := start // those that begin on one day see each other
		for ; end < len(byStart) && byStart[end].period.from == byStart[start].period.from; end++ {
			for i := place(byStart[end]); i <= len(ends); i += i & -i {
				best[i] = wider(best[i], byStart[end])
			}
		}
		for _, f := range byStart[start:end] {
			if !isAsked(f) {
				continue
			}
			var g *fact
			for i := place(f); i > 0; i -= i & -i {
				g = wider(g, best[i])
			}
			widest[f] = g
		}
		start = end
	}
}

// wider is the one of two facts with more payers and payees, or the longer
// period. A fact that contains another one is wider than that.
func wider(f, g *fact) *fact {
	switch {
	case f == nil:
		return g
	case g == nil:
		return f
	}
	parties := func(f *fact) int { return len(f.from.ids) + len(f.to.ids) }
	order := cmp.Or(parties(f)-parties(g), f.period.days()-g.period.days(), strings.Compare(g.id, f.id))
	if order < 0 {
		return g
	}
	return f
}

// contains reports whether the payments of f are some of those of g.
func contains(g, f *fact) bool {
	if g == f || !f.quantity().IsMoney() || exceeds(f.quantity(), g.quantity()) {
		return false
	}
	known := f.from.whole() && f.to.whole() && g.from.whole() && g.to.whole()
	within := f.from.among(g.from) && f.to.among(g.to) && f.period.within(g.period)
	alike := g.from.among(f.from) && g.to.among(f.to) && g.period.within(f.period)
	return known && within && !alike
}

func siblings(f, g *fact) bool { return f.whole != "" && f.whole == g.whole }

// firstOf are the first few of some facts, each once, without f.
func firstOf(found []*fact, f *fact) []*fact {
	slices.SortFunc(found, func(a, b *fact) int { return strings.Compare(a.id, b.id) })
	found = slices.DeleteFunc(slices.Compact(found), func(g *fact) bool { return g == f })
	return found[:min(len(found), enoughReasons)]
}
