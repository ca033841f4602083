package view

import (
	"slices"

	"receipts/internal/site"
)

// A Tile is a state's place in the tile grid.
type Tile struct {
	Link
	Code     string
	Col, Row int
	Shade    string // "few" facts, "many" or "current"; empty if nothing is said of it
	Count    string // "12 facts"
	Named    bool   // whether it links to the state's page
}

// TilesView is the tile grid of all states with its key, in which a shade that no
// state has is empty.
type TilesView struct {
	Tiles                    []Tile
	Current, Few, Many, Idle string
}

// A grid shows the states by how much is said of them, as tiles or as a map.
type grid struct {
	items
	dark int // from how many facts on a state is dark
}

// isNamed reports whether the articles say anything of st.
func isNamed(st *site.State) bool { return len(st.Facts) > 0 || len(st.Said) > 0 }

// countNamed is how many states the articles say anything of.
func countNamed(states []*site.State) int {
	n := 0
	for _, st := range states {
		if isNamed(st) {
			n++
		}
	}
	return n
}

// shade is how dark st is on the map and in the grid.
func (g grid) shade(st *site.State) string {
	switch {
	case len(st.Facts) >= g.dark:
		return "many"
	case isNamed(st):
		return "few"
	}
	return ""
}

// manyFacts is from how many facts on a state is shaded dark: from half of what
// the state with the most of them has.
func manyFacts(states []*site.State) int {
	most := 0
	for _, st := range states {
		most = max(most, len(st.Facts))
	}
	return max(3, (most+1)/2)
}

// tile is the tile of st, in one of the shades.
func (g grid) tile(st *site.State, shade string) Tile {
	return Tile{Link: g.toState(st), Code: st.Code, Col: st.Col + 1, Row: st.Row + 1, Shade: shade, Named: shade != "" && !st.IsSilent()}
}

// placed are the states that have a tile.
func (g grid) placed() []*site.State {
	return slices.DeleteFunc(slices.Clone(g.site.States), func(st *site.State) bool { return !st.HasTile })
}

// tiles is the tile grid of all states, shaded by their facts, or nil if none has a
// place; current is the state whose page it is, or nil.
func (g grid) tiles(current *site.State) *TilesView {
	placed := g.placed()
	if len(placed) == 0 {
		return nil
	}
	v := &TilesView{Idle: g.t("states.no-facts")}
	for _, st := range placed {
		shade := g.shade(st)
		switch {
		case st == current:
			shade, v.Current = "current", st.Title
		case shade == "few":
			v.Few = g.t("states.few", g.dark-1)
		case shade == "many":
			v.Many = g.t("states.many", g.dark)
		}
		t := g.tile(st, shade)
		t.Count = g.Count("count.facts", len(st.Facts))
		v.Tiles = append(v.Tiles, t)
	}
	return v
}

// picked is the tile grid with some states picked out, or nil if there
// are none, or one has no place.
func (g grid) picked(picked []*site.State) *TilesView {
	if len(picked) == 0 || slices.ContainsFunc(picked, func(st *site.State) bool { return !st.HasTile }) {
		return nil
	}
	v := &TilesView{Few: g.Count("count.states", len(picked)), Idle: g.t("states.others")}
	for _, st := range g.placed() {
		shade := ""
		if slices.Contains(picked, st) {
			shade = "few"
		}
		v.Tiles = append(v.Tiles, g.tile(st, shade))
	}
	return v
}
