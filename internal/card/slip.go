package card

// A slip is what stands on the white paper of a card: who says it, and below that, the
// figure on the left with words on the right, or one below the other. Nothing on it is
// cut: half a sentence on who says what may say something else.
type slip struct {
	head, left, right column
	below             bool // whether right stands below left
}

// A column is parts that stand one below the other.
type column struct {
	parts  []part
	width  int
	height int
	cut    bool // whether something has no room
}

// A part draws itself with its left upper corner in a place.
type part struct {
	height int
	draw   func(x, top int)
}

func (c *column) add(width, height int, draw func(x, top int)) {
	c.parts = append(c.parts, part{height, draw})
	c.width, c.height = max(c.width, width), c.height+height
}

func (c *column) draw(x, top int) {
	for _, part := range c.parts {
		part.draw(x, top)
		top += part.height
	}
}

const (
	slipPad   = 24 // above the first part of a slip and below its last
	slipLeft  = margin + inner
	slipRoom  = Width - 2*slipLeft
	rightRoom = 300 // the least that words have beside a figure
)

// slip sets what c says below its title, or of that only the source, or nothing, so that
// the title has room.
func (p *pen) slip(c *Card) slip {
	s := slip{head: p.source(c), left: p.figure(c)}
	if room := slipRoom - s.left.width - 2*gap; s.left.height > 0 && room >= rightRoom {
		s.right = p.words(c, room)
	}
	if len(s.right.parts) == 0 || s.right.cut {
		s.right, s.below = p.words(c, slipRoom), true
	}
	switch {
	case s.head.cut:
		return slip{}
	case s.left.cut || s.right.cut || s.height() > slipMost:
		return slip{head: s.head}
	}
	return s
}

// height is that of s with its torn edge; 0 if there is nothing on it.
func (s *slip) height() int {
	body := max(s.left.height, s.right.height)
	if s.below {
		body = s.left.height + s.right.height
	}
	if body += s.head.height; body == 0 {
		return 0
	}
	return body + 2*slipPad + tooth
}

// draw draws the words of s, the slip itself being there.
func (s *slip) draw(top int) {
	top += slipPad
	s.head.draw(slipLeft, top)
	top += s.head.height
	s.left.draw(slipLeft, top)
	if s.below {
		s.right.draw(slipLeft, top+s.left.height)
		return
	}
	s.right.draw(slipLeft+s.left.width+2*gap, top+max(0, s.left.height-s.right.height))
}

// source is the line that says who says it and where, with a rule below.
func (p *pen) source(c *Card) (out column) {
	if c.Source == "" && c.Place == "" {
		return out
	}
	place := p.set(mono, c.Place, shape{width: slipRoom / 2, sizes: []int{record}, most: 1})
	width := p.width(place)
	by := p.set(mono, c.Source, shape{width: slipRoom - width - gap, sizes: []int{record, 20}, most: 2})
	height := max(by.height(), place.height())
	out.cut = by.cut || place.cut
	out.add(slipRoom, height+24, func(x, top int) {
		p.block(by, x, top, softOnSlip)
		p.block(place, x+slipRoom-width, top, softOnSlip)
		p.fill(x, top+height+6, slipRoom, 2, ruleOnSlip)
	})
	return out
}

// figure is the figure with its qualifier above it and its unit behind it, or all of it
// in lines of one size.
func (p *pen) figure(c *Card) (out column) {
	f := c.Figure
	if f.Number == "" {
		return out
	}
	for _, size := range []int{104, 88, 72, 58} {
		small := max(30, size*2/5)
		number := p.set(bold, f.Number, shape{width: slipRoom, sizes: []int{size}, most: 1})
		before := p.set(book, f.Before, shape{width: slipRoom, sizes: []int{small}, most: 1})
		behind := p.width(number) + size/5
		after := p.set(book, f.After, shape{width: max(slipRoom-behind, 1), sizes: []int{small}, most: 1})
		if number.cut || before.cut || after.cut {
			continue
		}
		out.add(max(p.width(before), behind+p.width(after)), before.height()+size*11/10, func(x, top int) {
			top = p.block(before, x, top, inkOnSlip)
			p.block(number, x, top-size/6, inkOnSlip)
			p.block(after, x+behind, top-size/6+number.base()-after.base(), inkOnSlip)
		})
		return out
	}
	b := p.set(bold, f.Plain, shape{width: slipRoom, sizes: []int{36, 30}, most: 3})
	out.cut = b.cut
	out.add(p.width(b), b.height()+10, func(x, top int) { p.block(b, x, top, inkOnSlip) })
	return out
}

// words are what is said besides a figure.
func (p *pen) words(c *Card, room int) (out column) {
	add := func(f *face, text string, sizes []int, most int, r ramp) {
		if b := p.set(f, text, shape{width: room, sizes: sizes, most: most, balanced: true}); len(b.lines) > 0 {
			out.cut = out.cut || b.cut
			out.add(p.width(b), b.height()+6, func(x, top int) { p.block(b, x, top, r) })
		}
	}
	for _, text := range c.Text {
		add(book, text, []int{38, 32, 27}, 3, inkOnSlip)
	}
	add(mono, c.Note, []int{record, 20}, 2, softOnSlip)
	add(mono, c.Caveat, []int{record, 20}, 2, alertOnSlip)
	return out
}
