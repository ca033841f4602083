package total

import (
	"cmp"
	"slices"
	"strings"
)

// A meeting finds facts whose payers may be payees of a fact, passing its money
// on, or the other way round. An unidentified party on the one side may be any of
// the other side, unless it is known not to be: all of these are named on the other
// side of its own payment. If a party were named on both sides, the payment onward
// would have been left out before.
type meeting struct {
	mine, beside       func(*fact) parties // of the fact asked for: the side that meets, and its other side
	theirs, besideThem func(*fact) parties // of the others
	unnamed            []*fact             // whose side has an unidentified party
	several            []*namedSide        // sides that facts of several wholes have
	ofOneWhole         []*wholeSides       // the others, by the whole
	without            map[string]*few     // of unnamed, those that do not name an id beside; see lacking
}

// A namedSide is all parties on one side of some facts, each of them named.
type namedSide struct {
	parties
	facts few
}

type wholeSides struct {
	whole string
	sides []*namedSide
}

func payers(f *fact) parties { return f.from }
func payees(f *fact) parties { return f.to }

// payeesOf finds facts that may pass on what a fact pays.
func payeesOf(rest []*fact) *meeting {
	return newMeeting(rest, &meeting{mine: payees, beside: payers, theirs: payers, besideThem: payees})
}

// payersOf finds facts that a fact may pass on.
func payersOf(rest []*fact) *meeting {
	return newMeeting(rest, &meeting{mine: payers, beside: payees, theirs: payees, besideThem: payers})
}

func newMeeting(rest []*fact, m *meeting) *meeting {
	m.without = map[string]*few{}
	sides := map[string]*namedSide{}
	var order []*namedSide
	for _, f := range rest {
		if !f.quantity().IsMoney() {
			continue
		}
		their := m.theirs(f)
		if !their.whole() {
			m.unnamed = append(m.unnamed, f)
			continue
		}
		key := strings.Join(their.ids, "\x00")
		if sides[key] == nil {
			sides[key] = &namedSide{parties: their}
			order = append(order, sides[key])
		}
		sides[key].facts.add(f)
	}
	wholes := map[string]*wholeSides{}
	for _, s := range order {
		if len(s.facts.groups) > 1 || s.facts.groups[0].whole == "" {
			m.several = append(m.several, s)
			continue
		}
		whole := s.facts.groups[0].whole
		if wholes[whole] == nil {
			wholes[whole] = &wholeSides{whole: whole}
			m.ofOneWhole = append(m.ofOneWhole, wholes[whole])
		}
		wholes[whole].sides = append(wholes[whole].sides, s)
	}
	// The order of unnamed is by whole, so that siblings are passed over at once.
	slices.SortFunc(m.unnamed, func(f, g *fact) int { return cmp.Or(strings.Compare(f.whole, g.whole), strings.Compare(f.id, g.id)) })
	return m
}

// others lists the first facts that f may meet.
func (m *meeting) others(f *fact) []*fact {
	var found []*fact
	switch mine := m.mine(f); {
	case !mine.whole():
		found = m.lacking("").apartFrom(f, nil)
		found = m.namedElsewhere(f, found)
	case len(m.unnamed) > 0:
		for _, id := range mine.ids {
			found = append(found, m.lacking(id).apartFrom(f, nil)...)
		}
	}
	return firstOf(found, f)
}

// namedElsewhere adds facts that name a party which is not beside f's own side. Few
// sides consist of parties that are, so few are passed over.
func (m *meeting) namedElsewhere(f *fact, found []*fact) []*fact {
	beside := m.beside(f)
	add := func(s *namedSide) bool {
		if !s.among(beside) {
			found = s.facts.apartFrom(f, found)
		}
		return len(found) >= perGroup
	}
	if slices.ContainsFunc(m.several, add) {
		return found
	}
	for _, w := range m.ofOneWhole {
		if w.whole != f.whole && slices.ContainsFunc(w.sides, add) {
			break
		}
	}
	return found
}

// lacking are those of unnamed that do not name id beside; all of them for "".
func (m *meeting) lacking(id string) *few {
	if l := m.without[id]; l != nil {
		return l
	}
	l := &few{}
	m.without[id] = l
	for i := 0; i < len(m.unnamed) && !l.isFull(); i++ {
		g := m.unnamed[i]
		if id != "" && m.besideThem(g).has(id) {
			continue
		}
		l.add(g)
		if last := l.groups[len(l.groups)-1]; last.whole == g.whole && len(last.facts) == perGroup {
			// No more of its siblings are needed.
			next, _ := slices.BinarySearchFunc(m.unnamed, g.whole, func(f *fact, whole string) int {
				if f.whole <= whole {
					return -1
				}
				return 1
			})
			i = next - 1
		}
	}
	return l
}
