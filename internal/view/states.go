package view

import "slices"

// StatesPage shows every state, those that facts concern first.
type StatesPage struct {
	Base
	Rows   []StateRow
	Named  string // how many states are named: "7 states"
	Map    *MapView
	Said   []StateSaid
	CSV    string
	Tiles  *TilesView
	Others []Link // of which nothing is said
}

// StateRow is a state that something is said of.
type StateRow struct {
	Link
	Code  string
	Facts string // how many
	Which []Link // the first of them
	More  string // how many are not shown: "and 8 more"

	facts int
}

// stateFacts is how many facts of a state the table of states names.
const stateFacts = 3

func statesPage(on *page) Data {
	v := &StatesPage{
		Base:  on.base("states", on.t("nav.states"), on.t("states.description")),
		Tiles: on.grid.tiles(nil), Map: on.grid.stateMap(), Named: on.Count("count.states", countNamed(on.site.States)),
		CSV: on.table("regions"),
	}
	for _, st := range on.site.States {
		if !isNamed(st) {
			v.Others = append(v.Others, on.toState(st))
			continue
		}
		row := StateRow{
			Link: on.toState(st), Code: st.Code, Which: each(cut(st.Facts, 0, stateFacts), on.toFact),
			Facts: on.Number(int64(len(st.Facts))), facts: len(st.Facts),
		}
		if more := len(st.Facts) - stateFacts; more > 0 {
			row.More = on.Count("states.more", more)
		}
		v.Said = append(v.Said, each(cut(st.Said, 0, perSheetTexts-len(v.Said)), on.stateSaid)...) // a state's own page has all
		v.Rows = append(v.Rows, row)
	}
	slices.SortStableFunc(v.Rows, func(x, y StateRow) int { return y.facts - x.facts })
	return v
}
