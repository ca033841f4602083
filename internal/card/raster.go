package card

// A mask is how much of each pixel of a strip of the card shapes cover. Shapes are
// added outline by outline and then laid on the picture.
//
// Each piece of an outline within a pixel notes how many rows it goes down, and how
// far left of it that leaves covered. The sum from the left is the covered area: see
// "How the stb_truetype anti-aliased software rasterizer works". Everything is
// counted in whole numbers: where a multiplication and an addition of floats are
// fused depends on the processor, and so would the picture.
//
// The rule is nonzero: the letters of the fonts are made of parts that overlap.
type mask struct {
	width, height int
	left, right   int     // columns between which something was added
	top, bottom   int     // rows
	cells         []int32 // height rows of width+2
}

// A point is a place on the card in units of one pixel's 256th.
type point struct{ x, y int }

const (
	unit     = 256             // of a pixel
	fullArea = 2 * unit * unit // of a pixel, in the units of cells
)

// newMask returns an empty mask.
func newMask(width, height int) *mask {
	return &mask{width: width, height: height, left: width, top: height, cells: make([]int32, (width+2)*height)}
}

// line adds an edge. What is left of, right of, above or below the mask is cut off.
func (m *mask) line(a, b point) {
	if a.y == b.y {
		return
	}
	sign := 1
	if a.y > b.y {
		a, b, sign = b, a, -1
	}
	dx, dy := b.x-a.x, b.y-a.y
	at := func(y int) int { return a.x + int(int64(dx)*int64(y-a.y)/int64(dy)) } // where the edge is in a height
	from, to := max(a.y, 0), min(b.y, m.height*unit)
	x := at(from)
	for y := from; y < to; {
		row := y / unit
		next := min((row+1)*unit, to)
		xNext := at(next)
		m.piece(row, x, xNext, (next-y)*sign)
		x, y = xNext, next
	}
}

// piece adds an edge from x0 to x1 that goes down dy within a row.
func (m *mask) piece(row, x0, x1, dy int) {
	limit := m.width * unit
	x0, x1 = min(max(x0, 0), limit), min(max(x1, 0), limit)
	if x0 > x1 {
		x0, x1 = x1, x0 // it covers the same, whichever way it leans
	}
	m.left, m.right = min(m.left, x0/unit), max(m.right, x1/unit+2)
	m.top, m.bottom = min(m.top, row), max(m.bottom, row+1)
	cells := m.cells[row*(m.width+2):][:m.width+2]
	whole, done := x1-x0, 0 // done: how far down the pixels so far go
	for x := x0; ; {
		col := x / unit
		next := min((col+1)*unit, x1)
		down := dy - done
		if next < x1 {
			down = dy*(next-x0)/whole - done
		}
		beside := (x - col*unit) + (next - col*unit) // twice the mean distance from the pixel's left
		cells[col] += int32(down * (2*unit - beside))
		cells[col+1] += int32(down * beside)
		if done += down; next >= x1 {
			return
		}
		x = next
	}
}

// curve adds the quadratic curve from a to c that b pulls at.
func (m *mask) curve(a, b, c point) {
	bend := max(abs(a.x-2*b.x+c.x), abs(a.y-2*b.y+c.y))
	k := 0 // it becomes 2^k lines, each a sixteenth of a pixel from it at most
	for ; k < 5 && bend > unit/4; k++ {
		bend /= 4
	}
	n := 1 << k
	last := a
	for i := 1; i <= n; i++ {
		u, v, w := (n-i)*(n-i), 2*i*(n-i), i*i
		p := point{(u*a.x + v*b.x + w*c.x) >> (2 * k), (u*a.y + v*b.y + w*c.y) >> (2 * k)}
		m.line(last, p)
		last = p
	}
}

// polygon adds the outline through the points.
func (m *mask) polygon(points []point) {
	for i, p := range points {
		m.line(p, points[(i+1)%len(points)])
	}
}

// each calls f with the level, 1 to most, of each pixel that is covered, and empties
// the mask.
func (m *mask) each(most int, f func(x, y, level int)) {
	for y := m.top; y < m.bottom; y++ {
		row := m.cells[y*(m.width+2):][m.left:m.right]
		sum, level := 0, 0
		for i, c := range row {
			if c != 0 {
				row[i] = 0
				sum += int(c)
				level = (min(abs(sum), fullArea)*most + fullArea/2) / fullArea
			}
			if level > 0 && m.left+i < m.width {
				f(m.left+i, y, level)
			}
		}
	}
	m.left, m.right, m.top, m.bottom = m.width, 0, m.height, 0
}

func abs(n int) int { return max(n, -n) }
