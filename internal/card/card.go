// Package card draws the pictures that other sites show beside a link to ours. What
// goes in is the words of a card; what comes out is a PNG, the same bytes on any
// machine: there is no float here. The package chooses no words.
package card

import (
	"image/png"
	"io"
	"sync"

	"receipts/internal/locale"
)

// Width and Height are those that OpenGraph and Twitter ask for.
const (
	Width  = 1200
	Height = 630
)

// A Card is what a card says. What is empty is left out.
type Card struct {
	Site, Host string // whose card it is, and where
	Kind       string // what the title is of: "Legal question"
	Title      string
	Source     string          // who says what stands below: "as reported by The Paper, 5 Nov 2024"
	Place      string          // where it says so: "paragraph 4"
	Figure     locale.Quantity // is shown whole or not at all
	Text       []string        // paragraphs
	Note       string          // on the record: "payment reported"
	Caveat     string          // what speaks against it: "the articles contradict each other"
}

// IsDrawn reports whether the fonts have all letters of c.
func (c *Card) IsDrawn() bool {
	for _, text := range append([]string{
		c.Site, c.Host, c.Kind, c.Title, c.Source, c.Place, c.Figure.Plain, c.Note, c.Caveat,
	}, c.Text...) {
		if Missing(text) != "" {
			return false
		}
	}
	return true
}

// pens are kept, since each has a picture and a strip of it.
var pens = sync.Pool{New: func() any { return newPen() }}

// Draw writes c as a PNG.
func Draw(w io.Writer, c Card) error {
	p := pens.Get().(*pen)
	defer pens.Put(p)
	p.draw(&c)
	return encoder.Encode(w, p.picture)
}

var encoder = png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: new(buffers)}

// buffers keep what the encoder works in.
type buffers struct{ pool sync.Pool }

func (b *buffers) Get() *png.EncoderBuffer {
	buf, _ := b.pool.Get().(*png.EncoderBuffer)
	return buf
}

func (b *buffers) Put(buf *png.EncoderBuffer) { b.pool.Put(buf) }
