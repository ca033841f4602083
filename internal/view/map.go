package view

import (
	"strings"

	"receipts/internal/region"
)

// MapView is the map of the states: a picture of the tile grid, for wide
// screens. Each state that something is said of links to its page.
type MapView struct {
	Rest   string // path of all other states
	States []MapState
}

// MapState is one state on the map.
type MapState struct {
	Tile
	Path     string
	X, Y     int
	Labelled bool // whether the label fits into the state
}

// stateMap draws the map, shaded by facts as the tile grid is; nil if there are no
// outlines.
func (g grid) stateMap() *MapView {
	if g.site.Regions != region.USStates {
		return nil
	}
	var rest strings.Builder
	v := &MapView{}
	for _, st := range g.site.States {
		shape := st.Shape
		if !isNamed(st) {
			rest.WriteString(shape.Path)
			continue
		}
		v.States = append(v.States, MapState{
			Tile: Tile{Link: g.toState(st), Code: st.Code, Shade: g.shade(st), Count: g.Count("count.facts", len(st.Facts))},
			Path: shape.Path, X: shape.X, Y: shape.Y, Labelled: shape.Labelled,
		})
	}
	v.Rest = rest.String()
	return v
}
