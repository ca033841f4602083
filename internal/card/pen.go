package card

import (
	"image"
	"image/color"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A ramp is the shades between a ground and what is drawn on it: the first of them in
// the palette.
type ramp uint8

// shades are the levels of a ramp, the ground among them. More would be seen only in
// the size of the file.
const shades = 12

const (
	inkOnPaper ramp = iota * shades
	softOnPaper
	inkOnSlip
	softOnSlip
	alertOnSlip
	ruleOnSlip
	slipOnPaper
)

// The colours are those of the light theme in static/style.css, which a test holds
// them to.
var (
	paperColor = color.RGBA{0xe8, 0xee, 0xe5, 0xff}
	slipColor  = color.RGBA{0xfd, 0xfe, 0xfb, 0xff}
	inkColor   = color.RGBA{0x14, 0x20, 0x1a, 0xff}
	softColor  = color.RGBA{0x45, 0x54, 0x4b, 0xff}
	alertColor = color.RGBA{0x7a, 0x47, 0x00, 0xff}
	ruleColor  = color.RGBA{0xa9, 0xb9, 0xac, 0xff}
)

var palette = makePalette()

func makePalette() color.Palette {
	var out color.Palette
	for _, pair := range [][2]color.RGBA{
		{paperColor, inkColor}, {paperColor, softColor}, {slipColor, inkColor}, {slipColor, softColor}, {slipColor, alertColor}, {slipColor, ruleColor}, {paperColor, slipColor},
	} {
		for level := range shades {
			out = append(out, between(pair[0], pair[1], level))
		}
	}
	return out
}

// between is a colour that is so many levels from a ground.
func between(ground, c color.RGBA, level int) color.RGBA {
	mix := func(a, b uint8) uint8 {
		const most = shades - 1
		return uint8((int(a)*(most-level) + int(b)*level + most/2) / most)
	}
	return color.RGBA{mix(ground.R, c.R), mix(ground.G, c.G), mix(ground.B, c.B), 0xff}
}

// A pen draws on a picture. It is used by one goroutine at a time.
type pen struct {
	picture *image.Paletted
	mask    *mask
	buf     sfnt.Buffer
}

// stripHeight is the height of the strip in which a line of text is drawn.
const stripHeight = 160

func newPen() *pen {
	return &pen{image.NewPaletted(image.Rect(0, 0, Width, Height), palette), newMask(Width, stripHeight), sfnt.Buffer{}}
}

// fill colours a rectangle.
func (p *pen) fill(x, y, width, height int, c ramp) {
	for row := y; row < y+height; row++ {
		line := p.picture.Pix[row*p.picture.Stride+x:][:width]
		for i := range line {
			line[i] = uint8(c) + shades - 1
		}
	}
}

// lay puts what the mask has on the picture, its strip beginning at a row.
func (p *pen) lay(top int, c ramp) {
	p.mask.each(shades-1, func(x, y, level int) {
		if row := top + y; row >= 0 && row < Height {
			p.picture.Pix[row*p.picture.Stride+x] = uint8(c) + uint8(level)
		}
	})
}

// write draws a line of text on a base line.
func (p *pen) write(f *face, text string, size, x, base int, c ramp) {
	font := f.font()
	em := int(font.UnitsPerEm())
	top := base - size*9/8 // no letter of the fonts is higher
	line, _ := f.shape(&p.buf, text)
	for _, g := range line {
		outline, err := font.LoadGlyph(&p.buf, g.index, fixed.I(size), nil)
		if err != nil {
			continue // as an empty letter
		}
		origin := point{x*unit + g.x*size*unit/em, (base - top) * unit}
		at := func(q fixed.Point26_6) point { return point{origin.x + int(q.X)*unit/64, origin.y + int(q.Y)*unit/64} }
		var first, last point
		for _, s := range outline {
			switch s.Op {
			case sfnt.SegmentOpMoveTo:
				p.mask.line(last, first)
				first = at(s.Args[0])
				last = first
			case sfnt.SegmentOpLineTo:
				next := at(s.Args[0])
				p.mask.line(last, next)
				last = next
			case sfnt.SegmentOpQuadTo:
				next := at(s.Args[1])
				p.mask.curve(last, at(s.Args[0]), next)
				last = next
			}
		}
		p.mask.line(last, first)
	}
	p.lay(top, c)
}

// block draws a block and returns where it ends.
func (p *pen) block(b block, x, top int, c ramp) int {
	for _, line := range b.lines {
		p.write(b.face, line, b.size, x, top+b.base(), c)
		top += b.leading()
	}
	return top
}

// tear draws the torn lower edge of a slip, down from a height.
func (p *pen) tear(x, y, width int) {
	points := []point{{x * unit, 0}}
	for i := 0; i < width; i += 2 * tooth {
		mid, right := x+min(i+tooth, width), x+min(i+2*tooth, width)
		points = append(points, point{mid * unit, tooth * unit}, point{right * unit, 0})
	}
	p.mask.polygon(points)
	p.lay(y, slipOnPaper)
}
