package region

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// The size of the map that shapes are drawn on: viewBox="0 0 975 610". Alaska
// and Hawaii are below the west, at another scale than the rest.
const (
	MapWidth  = 975
	MapHeight = 610
)

// A Shape is the outline of a state on the map. It may be too small to tap, as the
// District of Columbia, two units wide; the tile grid is for that.
type Shape struct {
	// Path is the data of an SVG path. It starts with an absolute command, so
	// that several of them, one after the other, are one path.
	Path string

	// X and Y are the middle of a label of two letters, 19 units high, if
	// Labelled says that one fits into the state.
	X, Y     int
	Labelled bool
}

// shapes.txt is made by tools/map: a state to a line, with its code, the place
// of its label or two hyphens, and its path.
//
//go:embed shapes.txt
var shapesText string

var shapes = readShapes(shapesText)

func readShapes(text string) map[string]Shape {
	shapes := map[string]Shape{}
	for line := range strings.Lines(text) {
		fields := strings.SplitN(strings.TrimSuffix(line, "\n"), " ", 4)
		if len(fields) != 4 {
			panic(fmt.Sprintf("shapes.txt: %q", line))
		}
		shape := Shape{Path: fields[3]}
		if fields[1] != "-" {
			var errX, errY error
			shape.X, errX = strconv.Atoi(fields[1])
			shape.Y, errY = strconv.Atoi(fields[2])
			if errX != nil || errY != nil {
				panic(fmt.Sprintf("shapes.txt: %q", line))
			}
			shape.Labelled = true
		}
		shapes[fields[0]] = shape
	}
	return shapes
}
