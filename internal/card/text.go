package card

import "strings"

// A block is a text that is broken into lines of one size.
type block struct {
	face  *face
	size  int // of the letters, in pixels
	lines []string
	cut   bool // whether its end is missing
}

// height is how far down the block goes.
func (b *block) height() int { return len(b.lines) * b.leading() }

// leading is the distance of its lines.
func (b *block) leading() int { return b.size * 6 / 5 }

// base is how far below its top the base line of its first line is.
func (b *block) base() int { return b.leading() * 4 / 5 }

// A shape is what is asked of a block.
type shape struct {
	width    int
	sizes    []int // largest first
	most     int   // lines
	balanced bool  // whether lines are to be about as long as each other
}

// set breaks a text into lines, in the largest size in which it has room. In the
// smallest size, what has no room is cut off after a word.
func (p *pen) set(f *face, text string, s shape) block {
	if text == "" {
		return block{face: f, size: s.sizes[0]}
	}
	words := strings.Split(spelled(text), " ")
	widths := make([]int, len(words))
	for i, w := range words {
		widths[i] = p.measure(f, w)
	}
	space := p.measure(f, " ")
	for i, size := range s.sizes {
		room := f.units(s.width, size)
		ends := breakAt(widths, space, room)
		fits := len(ends) <= s.most && longest(widths, space, ends) <= room
		if !fits && i < len(s.sizes)-1 {
			continue
		}
		if fits && s.balanced {
			ends = balance(widths, space, room, ends)
		}
		b := block{face: f, size: size, cut: !fits}
		from := 0
		for i, end := range ends[:min(len(ends), s.most)] {
			line := strings.Join(words[from:end], " ")
			if isLast := i == s.most-1 && len(ends) > s.most; isLast || p.measure(f, line) > room && !fits {
				line = p.shorten(f, line, room)
			}
			b.lines = append(b.lines, line)
			from = end
		}
		return b
	}
	panic("card: a text is set in no size")
}

// breakAt fills lines with words. It returns where each line ends.
func breakAt(widths []int, space, room int) (ends []int) {
	x := 0
	for i, w := range widths {
		if i > 0 && x+space+w > room {
			ends = append(ends, i)
			x = 0
		} else if i > 0 {
			x += space
		}
		x += w
	}
	return append(ends, len(widths))
}

// balance narrows the lines as long as they do not become more.
func balance(widths []int, space, room int, ends []int) []int {
	for narrower := room * 39 / 40; narrower > room/2; narrower = narrower * 39 / 40 {
		other := breakAt(widths, space, narrower)
		if len(other) > len(ends) || longest(widths, space, other) > narrower {
			break
		}
		ends = other
	}
	return ends
}

// longest is the width of the longest line.
func longest(widths []int, space int, ends []int) int {
	most, from := 0, 0
	for _, end := range ends {
		sum := (end - from - 1) * space
		for _, w := range widths[from:end] {
			sum += w
		}
		most, from = max(most, sum), end
	}
	return most
}

const ellipsis = "…"

// shorten takes words off a line until it has room for an ellipsis; of a single word,
// letters.
func (p *pen) shorten(f *face, line string, room int) string {
	for line != "" && p.measure(f, line+ellipsis) > room {
		if i := strings.LastIndexByte(line, ' '); i > 0 {
			line = line[:i]
		} else {
			letters := []rune(line)
			line = string(letters[:len(letters)-1])
		}
	}
	return strings.TrimRight(line, " ,;:–—") + ellipsis
}

func (p *pen) measure(f *face, text string) int {
	_, width := f.shape(&p.buf, text)
	return width
}

// units are pixels in units of the font, at a size.
func (f *face) units(pixels, size int) int { return pixels * int(f.font().UnitsPerEm()) / size }

// width is that of the longest line of b, in pixels.
func (p *pen) width(b block) int {
	em, most := int(b.face.font().UnitsPerEm()), 0
	for _, line := range b.lines {
		most = max(most, (p.measure(b.face, line)*b.size+em-1)/em)
	}
	return most
}
