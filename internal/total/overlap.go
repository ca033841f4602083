package total

// Two facts of one flow may tell of the same money in two ways.
//
// They may be the same payments, unless they are known to have other payers,
// other payees, or other periods; what is not known keeps nothing apart. If
// one of them is between the same payers and payees, or some of them, and in
// a known period within the other's, then the other holds it and the narrower
// is left out, provided that its figure fits. Otherwise there is no sum.
//
// Or an unidentified payer of the one may be a payee of the other, passing it
// on; or an unidentified payee of the one may be a payer of the other. Then
// there is no sum either. Those who are named together on one side of a payment
// are taken not to be on its other side: whoever it was that bought
// advertisements from two platforms, it was not one of the two.
//
// What is counted, not paid, is not kept apart by anything of this: the
// followers of two accounts, or of one account in two years, are the same
// people.
//
// Facts that are declared parts of one whole are apart, money and counts alike,
// since that is what the declaration says; but for money in periods that are
// known to overlap, the rules above hold all the same.

// enoughReasons is how many other facts are named for an overlap. One is
// reason enough; to name all would fill pages where everything overlaps.
const enoughReasons = 3

// leaveOutOverlaps compares what remains, each fact with the others until there
// is reason enough.
func leaveOutOverlaps(facts []*fact) Reason {
	rest := remaining(facts)
	wider := make([][]*fact, len(rest))
	for i, f := range rest {
		wider[i] = others(f, rest, func(g *fact) bool { return holds(g, f) })
	}
	for i, f := range rest {
		if len(wider[i]) > 0 {
			f.leaveOut(InTheWider, wider[i]...)
		}
	}
	rest = remaining(facts)
	var refusal Reason
	for _, f := range rest {
		if same := others(f, rest, func(g *fact) bool { return maySame(f, g) }); len(same) > 0 {
			f.leaveOut(MayBeTheSame, same...)
			refusal = MayBeTheSame
		} else if passed := others(f, rest, func(g *fact) bool { return mayPassOn(f, g) || mayPassOn(g, f) }); len(passed) > 0 {
			f.leaveOut(MayBePassedOn, passed...)
			if refusal == 0 {
				refusal = MayBePassedOn
			}
		}
	}
	return refusal
}

// others lists the first facts besides f for which is holds.
func others(f *fact, rest []*fact, is func(*fact) bool) []*fact {
	var out []*fact
	for _, g := range rest {
		if g != f && is(g) {
			if out = append(out, g); len(out) == enoughReasons {
				break
			}
		}
	}
	return out
}

// holds reports whether the payments of f are some of those of g.
func holds(g, f *fact) bool {
	if g == f || !f.quantity().IsMoney() || exceeds(f.quantity(), g.quantity()) {
		return false
	}
	known := f.from.whole() && f.to.whole() && g.from.whole() && g.to.whole()
	within := f.from.among(g.from) && f.to.among(g.to) && f.period.within(g.period)
	alike := g.from.among(f.from) && g.to.among(f.to) && g.period.within(f.period)
	return known && within && !alike
}

// maySame reports whether f and g may count the same money or people.
func maySame(f, g *fact) bool {
	money := f.quantity().IsMoney()
	switch {
	case siblings(f, g) && !(money && f.period.known() && g.period.known()):
		return false
	case !money:
		return true
	}
	return !f.from.excludes(g.from) && !f.to.excludes(g.to) && !f.period.apart(g.period)
}

// mayPassOn reports whether a payee of f, or a payer of g, is unidentified and
// may be both. Had somebody been named as both, g would have been left out.
func mayPassOn(f, g *fact) bool {
	switch {
	case siblings(f, g) || !f.quantity().IsMoney():
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

func siblings(f, g *fact) bool { return f.whole != "" && f.whole == g.whole }
