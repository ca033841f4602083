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
		Base: on.base("states", on.t("nav.states"), on.t("states.description")),
	}
	v.Tiles = on.tilesView(nil)
	for _, st := range on.site.States {
		if !named(st) {
			v.Others = append(v.Others, on.toState(st))
			continue
		}
		row := StateRow{Link: on.toState(st), Code: st.Code, Facts: on.Number(int64(len(st.Facts))), facts: len(st.Facts)}
		row.Which = each(st.Facts[:min(stateFacts, len(st.Facts))], on.toFact)
		if more := len(st.Facts) - stateFacts; more > 0 {
			row.More = on.Count("states.more", more)
		}
		for _, s := range st.Said[:min(perSheetTexts-len(v.Said), len(st.Said))] { // a state's own page has all
			v.Said = append(v.Said, on.stateSaid(s))
		}
		v.Rows = append(v.Rows, row)
	}
	slices.SortStableFunc(v.Rows, func(x, y StateRow) int { return y.facts - x.facts })
	v.Map, v.Named = on.stateMap(), on.Count("count.states", len(v.Rows))
	v.CSV = on.table("/states/states.csv")
	return v
}
