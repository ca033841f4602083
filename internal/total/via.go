package total

import (
	"slices"
	"strings"
)

// A gift by way of a conduit, such as a joint fund or a platform, is one gift of who
// gives it to who gets it, told with both its ways: to the conduit, and from there
// onward. Facts that tell of one of these ways are the same money. The gift is left out
// beside what its giver paid to the conduit, and what the conduit paid to its receiver,
// or to another conduit of it, beside the gift; as with other money that is passed on, there is no sum if more is
// told of at the end than at the beginning.
//
// A conduit is often not named, or not as one. Of a gift to somebody, of what they pay
// to a third, and of a gift by the same giver to the third, the last is probably the
// first told again, as filings do; then there is no sum, unless the last was given at
// another time than both others. Spending is not told in this way.

// told is what some facts tell of one way: the first few of them, and at most how
// much.
type told struct {
	facts   []*fact
	most    int64
	unknown bool // it is not known how much, or not in one unit
}

func (t *told) add(f *fact) *told {
	if t == nil {
		t = &told{}
	}
	if len(t.facts) < enoughReasons {
		t.facts = append(t.facts, f)
	}
	_, most := f.quantity().Possible()
	t.most, t.unknown = addUp(t.most, most), t.unknown || !f.quantity().SameUnit(t.facts[0].quantity())
	return t
}

// isGift reports whether f goes by way of a conduit.
func (f *fact) isGift() bool {
	return len(f.via.ids) > 0 && f.quantity().IsMoney() && !f.via.shares(f.from) && !f.via.shares(f.to)
}

// leaveOutWays leaves out what tells again of one way of a gift that is asked for, or
// that is a part of what is asked for.
func (b *Book) leaveOutWays(facts []*fact) Reason {
	if !b.hasGifts {
		return 0
	}
	var paid []*fact
	toConduit, onward := map[fromTo]*told{}, map[fromTo]*told{}
	inWholes := map[fromTo]*told{} // what is counted under another name, by giver and conduit
	seen := map[string]bool{}
	gift := func(g *fact) {
		if !seen[g.id] {
			seen[g.id] = true
			eachPair(g.via, g.to, func(p fromTo) { onward[p] = onward[p].add(g) })
			eachPair(g.via, g.via, func(p fromTo) { onward[p] = onward[p].add(g) })
		}
	}
	for _, f := range facts {
		if !f.isFit() || !f.quantity().IsMoney() {
			continue
		}
		paid = append(paid, f) // what was left out as a part was paid all the same
		if f.isGift() {
			gift(f)
		}
		for _, g := range b.gifts[f.id] {
			gift(g)
			eachPair(g.from, g.via, func(p fromTo) { inWholes[p] = inWholes[p].add(g) })
		}
	}
	if len(onward) == 0 {
		return 0
	}
	for _, f := range paid {
		eachPair(f.from, f.to, func(p fromTo) { toConduit[p] = toConduit[p].add(f) })
	}
	var refusal Reason
	leave := func(f *fact, from, to parties, tell map[fromTo]*told) {
		var sources []*fact
		var most int64
		unknown := false
		eachPair(from, to, func(p fromTo) {
			if t := tell[p]; t != nil {
				sources = append(sources, t.facts...)
				most, unknown = addUp(most, t.most), unknown || t.unknown || !t.facts[0].quantity().SameUnit(f.quantity())
			}
		})
		least, _ := f.quantity().Possible()
		switch sources = unique(sources); {
		case len(sources) == 0 || f.reason != 0:
		case !unknown && least > most:
			f.leaveOut(PassedOnExceeds, first(sources)...)
			refusal = PassedOnExceeds
		default:
			f.leaveOut(PassedOn, first(sources)...)
		}
	}
	for _, f := range paid {
		leave(f, f.from, f.to, onward) // what a conduit paid onward
	}
	for _, f := range paid {
		if f.isGift() {
			leave(f, f.from, f.via, toConduit) // beside what was paid to the conduit
		}
	}
	for _, f := range paid { // some of what was paid to the conduit is counted in a whole
		var gifts []*fact
		eachPair(f.from, f.to, func(p fromTo) {
			if t := inWholes[p]; t != nil {
				gifts = append(gifts, t.facts...)
			}
		})
		gifts = slices.DeleteFunc(gifts, func(g *fact) bool { // the whole of a gift is no second way of it
			return slices.ContainsFunc(b.wholesOf(g), func(w *fact) bool { return w.id == f.id })
		})
		if len(gifts) > 0 && f.reason == 0 {
			f.leaveOut(ToldAgain, first(unique(gifts))...)
			refusal = ToldAgain
		}
	}
	return refusal
}

func eachPair(from, to parties, do func(fromTo)) {
	for _, f := range from.ids {
		for _, t := range to.ids {
			do(fromTo{f, t})
		}
	}
}

// unique are some facts sorted by id, each once.
func unique(facts []*fact) []*fact {
	slices.SortFunc(facts, func(a, b *fact) int { return strings.Compare(a.id, b.id) })
	return slices.Compact(facts)
}

// A way is all payments of a book from one party to another.
type way struct {
	facts   []*fact // the first few
	span    span    // reaches over all that are dated
	undated bool
}

func (w *way) add(f *fact) {
	if len(w.facts) < enoughReasons && !slices.Contains(w.facts, f) {
		w.facts = append(w.facts, f)
	}
	w.span, w.undated = w.span.and(f.period), w.undated || !f.period.known()
}

// isApart reports whether a time is known to be another one than that of w.
func (w *way) isApart(s span) bool {
	return s.known() && !w.undated && (w.span.to.Compare(s.from) < 0 || s.to.Compare(w.span.from) < 0)
}

// has reports whether w tells of a payment that is neither f nor declared apart from
// it.
func (w *way) has(f *fact) bool {
	return w != nil && slices.ContainsFunc(w.facts, func(g *fact) bool { return g.id != f.id && !siblings(f, g) })
}

// ways are the ways of money between the parties of a book: by payer and payee, by
// payee and payer, and, of gifts by way of a conduit, by giver and receiver the
// conduits.
type ways struct {
	from, to map[string]map[string]*way
	via      map[fromTo]map[string]*way
}

func waysOf(facts []*fact) ways {
	w := ways{map[string]map[string]*way{}, map[string]map[string]*way{}, map[fromTo]map[string]*way{}}
	for _, f := range facts {
		if !f.isPayment() {
			continue
		}
		eachPair(f.from, f.to, func(p fromTo) {
			if w.from[p.from] == nil {
				w.from[p.from] = map[string]*way{}
			}
			if w.to[p.to] == nil {
				w.to[p.to] = map[string]*way{}
			}
			one := w.from[p.from][p.to]
			if one == nil {
				one = &way{}
				w.from[p.from][p.to], w.to[p.to][p.from] = one, one
			}
			one.add(f)
			for _, conduit := range f.via.ids {
				if w.via[p] == nil {
					w.via[p] = map[string]*way{}
				}
				if w.via[p][conduit] == nil {
					w.via[p][conduit] = &way{}
				}
				w.via[p][conduit].add(f)
			}
		})
	}
	return w
}

// leaveOutToldAgain leaves out gifts that are probably others told again.
func (b *Book) leaveOutToldAgain(facts []*fact) Reason {
	rest := remaining(facts)
	if len(rest) < 2 || rest[0].kind == Spending || !rest[0].quantity().IsMoney() {
		return 0
	}
	asked := map[fromTo]bool{}
	for _, f := range facts {
		if f.reason == 0 || f.isCountedElsewhere() {
			eachPair(f.from, f.to, func(p fromTo) { asked[p] = true })
		}
	}
	var refusal Reason
	w := b.ways()
	for _, f := range rest {
		var others []*fact
		eachPair(f.from, f.to, func(p fromTo) {
			look := func(between string, in, on *way) {
				switch {
				case between == p.from || between == p.to || f.via.has(between):
				case !asked[fromTo{p.from, between}] && !asked[fromTo{between, p.to}]:
				case in.isApart(f.period) && on.isApart(f.period):
				case in.has(f) && on.has(f):
					others = append(append(others, in.facts...), on.facts...)
				}
			}
			if few, many := w.from[p.from], w.to[p.to]; len(few) <= len(many) {
				for between, in := range few {
					if on := many[between]; on != nil {
						look(between, in, on)
					}
				}
			} else {
				for between, on := range many {
					if in := few[between]; in != nil {
						look(between, in, on)
					}
				}
			}
			for conduit, gifts := range w.via[p] {
				look(conduit, gifts, gifts)
			}
		})
		others = slices.DeleteFunc(unique(others), func(g *fact) bool { return g.id == f.id || siblings(f, g) })
		if len(others) > 0 {
			f.leaveOut(ToldAgain, first(others)...)
			refusal = ToldAgain
		}
	}
	return refusal
}
