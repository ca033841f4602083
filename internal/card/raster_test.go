package card

import (
	"testing"

	"pgregory.net/rapid"
)

// A rectangle covers of each pixel exactly what it does.
func TestRectangle(t *testing.T) {
	m := newMask(4, 3)
	m.polygon([]point{{unit / 2, unit / 4}, {2*unit + unit/4, unit / 4}, {2*unit + unit/4, 2 * unit}, {unit / 2, 2 * unit}})
	const most = 16
	var got [3][4]int
	m.each(most, func(x, y, level int) { got[y][x] = level })
	want := [3][4]int{{6, 12, 3, 0}, {8, 16, 4, 0}, {}}
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	m.each(most, func(int, int, int) { t.Error("the mask is not empty after it was laid") })
}

// A part that lies on another adds nothing, whichever way round it goes.
func TestOverlap(t *testing.T) {
	square := []point{{unit, unit}, {3 * unit, unit}, {3 * unit, 3 * unit}, {unit, 3 * unit}}
	m := newMask(4, 4)
	m.polygon(square)
	m.polygon(square)
	n := 0
	m.each(16, func(_, _, level int) {
		if n++; level != 16 {
			t.Errorf("level %d", level)
		}
	})
	if n != 4 {
		t.Errorf("%d pixels", n)
	}
}

// Of any triangle, also one that is partly outside, pixels to the right of it stay
// empty, and one inside has the area that it has.
func TestTriangles(t *testing.T) {
	const width, height, most = 40, 30, 255
	m := newMask(width, height)
	rapid.Check(t, func(t *rapid.T) {
		inside := rapid.Bool().Draw(t, "inside")
		over := 0
		if !inside {
			over = 20 * unit
		}
		var p [3]point
		for i := range p {
			p[i] = point{rapid.IntRange(-over, width*unit+over).Draw(t, "x"), rapid.IntRange(-over, height*unit+over).Draw(t, "y")}
		}
		m.polygon(p[:])
		right := max(p[0].x, p[1].x, p[2].x)
		sum := 0
		m.each(most, func(x, y, level int) {
			sum += level
			if x*unit > right {
				t.Fatalf("pixel %d, %d right of %v is covered", x, y, p)
			}
		})
		area := abs((p[1].x-p[0].x)*(p[2].y-p[0].y) - (p[2].x-p[0].x)*(p[1].y-p[0].y)) // twice, in units
		want := int(int64(area) * most / (2 * unit * unit))
		if slack := most*2 + area/5000; inside && abs(sum-want) > slack {
			t.Fatalf("%v: covers %d, want %d", p, sum, want)
		}
	})
}

// A curve ends where it should and stays within its three points.
func TestCurve(t *testing.T) {
	m := newMask(20, 20)
	a, b, c := point{2 * unit, 18 * unit}, point{10 * unit, -14 * unit}, point{18 * unit, 18 * unit}
	m.curve(a, b, c)
	m.line(c, a)
	const most = 255
	sum := 0
	m.each(most, func(x, y, level int) {
		sum += level
		if y < 2 { // the top of the curve
			t.Errorf("pixel %d, %d is covered", x, y)
		}
	})
	want := 16 * 32 / 3 * most // two thirds of half the parallelogram
	if abs(sum-want) > want/100 {
		t.Errorf("covers %d, want %d", sum, want)
	}
}
