package card

// Measures of a card, in pixels.
const (
	margin   = 64
	inner    = 36 // between the edge of a slip and its words
	gap      = 28
	masthead = 86
	record   = 24 // size of the record's letters
	tooth    = 10 // height of a torn edge
	foot     = Height - 32

	titleLines = 5
	slipMost   = foot - masthead - tooth - record*3/2 - 2*gap - smallest // height of a slip below a title
	smallest   = 38                                                      // letters of a title
)

// draw draws c: the masthead, the title on paper, and below it a slip with the rest.
func (p *pen) draw(c *Card) {
	clear(p.picture.Pix) // to paper
	p.fill(0, 0, Width, masthead, slipOnPaper)
	p.tear(0, masthead, Width)
	host := p.set(mono, c.Host, shape{width: Width / 2, sizes: []int{record, 20}, most: 1})
	width := p.width(host)
	site := p.set(bold, c.Site, shape{width: Width - 2*margin - width - gap, sizes: []int{48, 38, 30}, most: 1})
	const base = 60
	p.block(site, margin, base-site.base(), inkOnSlip)
	p.block(host, Width-margin-width, base-host.base(), softOnSlip)

	top := foot
	s := p.slip(c)
	if height := s.height(); height > 0 {
		top -= height
		p.fill(margin, top, Width-2*margin, height-tooth, slipOnPaper)
		p.tear(margin, foot-tooth, Width-2*margin)
		s.draw(top)
	}
	p.title(c, masthead+tooth, top)
}

// title draws the title, and above it what it is of, in the middle of what is free.
func (p *pen) title(c *Card, from, to int) {
	kind := 0
	if c.Kind != "" {
		kind = record * 3 / 2
	}
	room := to - from - kind - 2*gap
	var b block
	for _, size := range []int{80, 72, 64, 57, 50, 44, smallest} {
		b = p.set(bold, c.Title, shape{Width - 2*margin, []int{size}, min(titleLines, max(1, room/(size*6/5))), true})
		if !b.cut {
			break
		}
	}
	y := from + (to-from-kind-b.height())/2
	if c.Kind != "" {
		p.write(mono, c.Kind, record, margin, y+record, softOnPaper)
	}
	p.block(b, margin, y+kind, inkOnPaper)
}
