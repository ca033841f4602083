package region

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

type point struct{ x, y int }

var (
	// A subpath: an absolute start, then lines, then its end.
	subpath = regexp.MustCompile(`^M(\d+ \d+)((?:l-?\d+[ -]\d+(?:[ -]\d+[ -]\d+)*|[hv]-?\d+)+)z`)
	command = regexp.MustCompile(`[lhv][^lhv]+`)
	number  = regexp.MustCompile(`-?\d+`)
)

// rings reads the data of a path as a browser does.
func rings(path string) ([][]point, error) {
	var all [][]point
	for path != "" {
		m := subpath.FindStringSubmatch(path)
		if m == nil {
			return nil, fmt.Errorf("no subpath: %.40s", path)
		}
		path = path[len(m[0]):]
		start := numbers(m[1])
		at := point{start[0], start[1]}
		ring := []point{at}
		for _, c := range command.FindAllString(m[2], -1) {
			n := numbers(c)
			switch {
			case c[0] == 'h':
				at.x += n[0]
				ring = append(ring, at)
			case c[0] == 'v':
				at.y += n[0]
				ring = append(ring, at)
			default:
				for ; len(n) > 0; n = n[2:] {
					at = point{at.x + n[0], at.y + n[1]}
					ring = append(ring, at)
				}
			}
		}
		all = append(all, ring)
	}
	return all, nil
}

func numbers(s string) []int {
	var list []int
	for _, m := range number.FindAllString(s, -1) {
		n, _ := strconv.Atoi(m)
		list = append(list, n)
	}
	return list
}

// inside reports whether a point is inside a ring: a line from there to the right
// edge of the map crosses it an odd number of times.
func inside(ring []point, p point) bool {
	odd := false
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		if (a.y > p.y) != (b.y > p.y) && p.x < a.x+(b.x-a.x)*(p.y-a.y)/(b.y-a.y) {
			odd = !odd
		}
	}
	return odd
}

func TestShapes(t *testing.T) {
	if len(shapes) != len(usStates) {
		t.Errorf("%d shapes of %d states", len(shapes), len(usStates))
	}
	var unlabelled []string
	for _, s := range USStates.All() {
		shape := s.Shape
		all, err := rings(shape.Path)
		if err != nil || len(all) == 0 {
			t.Errorf("%s: %d rings, %v", s.Code, len(all), err)
			continue
		}
		labels := 0
		for _, ring := range all {
			if len(ring) < 3 {
				t.Errorf("%s: a ring of %d points", s.Code, len(ring))
			}
			for _, p := range ring {
				if p.x < 0 || p.x > MapWidth || p.y < 0 || p.y > MapHeight {
					t.Errorf("%s: %v is outside the map", s.Code, p)
				}
			}
			if inside(ring, point{shape.X, shape.Y}) {
				labels++
			}
		}
		switch {
		case !shape.Labelled:
			unlabelled = append(unlabelled, s.Code)
		case labels != 1:
			t.Errorf("%s: the label at %d, %d stands in %d of its rings", s.Code, shape.X, shape.Y, labels)
		}
	}
	// Seen on a picture: two letters do not fit into these.
	if got := strings.Join(unlabelled, " "); got != "CT DE DC HI MD MA NH NJ RI VT" {
		t.Errorf("without a label: %s", got)
	}
	if (Region{}).Shape != (Shape{}) {
		t.Error("no state has a shape")
	}
}

// Neighbours are on the right side of each other and share a piece of border.
func TestShapesOfNeighbours(t *testing.T) {
	// The upper left corner of a state's box, and all corners of its outline.
	outline := func(code string) (lo point, corners map[point]bool) {
		s, _ := USStates.ByCode(code)
		all, err := rings(s.Shape.Path)
		if err != nil {
			t.Fatal(code, err)
		}
		lo, corners = point{MapWidth, MapHeight}, map[point]bool{}
		for _, ring := range all {
			for _, p := range ring {
				lo = point{min(lo.x, p.x), min(lo.y, p.y)}
				corners[p] = true
			}
		}
		return lo, corners
	}
	for _, pair := range []struct{ west, east string }{
		{"CA", "NV"},
		{"NV", "UT"},
		{"OR", "ID"},
		{"KS", "MO"},
		{"IL", "IN"},
		{"IN", "OH"},
		{"MS", "AL"},
		{"AL", "GA"},
		{"OH", "PA"},
		{"PA", "NJ"},
		{"MD", "DE"},
		{"NY", "VT"},
		{"VT", "NH"},
		{"NH", "ME"},
		{"CT", "RI"},
		{"MN", "WI"},
	} {
		westLo, west := outline(pair.west)
		eastLo, east := outline(pair.east)
		if westLo.x >= eastLo.x {
			t.Errorf("%s does not stand west of %s", pair.west, pair.east)
		}
		shared := 0
		for p := range west {
			if east[p] {
				shared++
			}
		}
		if shared < 2 {
			t.Errorf("%s and %s share %d corners", pair.west, pair.east, shared)
		}
	}
	for _, pair := range []struct{ north, south string }{
		{"WA", "OR"}, {"ND", "SD"}, {"SD", "NE"}, {"NE", "KS"}, {"OK", "TX"}, {"WI", "IL"}, {"KY", "TN"}, {"NC", "SC"}, {"GA", "FL"}, {"MA", "CT"},
	} {
		northLo, _ := outline(pair.north)
		southLo, _ := outline(pair.south)
		if northLo.y >= southLo.y {
			t.Errorf("%s does not stand north of %s", pair.north, pair.south)
		}
	}
}
