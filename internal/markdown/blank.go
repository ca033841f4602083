package markdown

import (
	"bytes"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// HTML with blanks: a text becomes HTML when it is parsed. Where a reference leads,
// only the whole site can tell: that is filled in each time the text is shown.

type filler interface {
	fill(w *bytes.Buffer, to Resolver)
}

// A blank is a place in the HTML that is to be filled.
type blank struct {
	at int // in the HTML
	filler
}

// fill is the HTML of a stretch of d with its blanks filled, cut at receipts.
func (d *Doc) fill(to Resolver, of span, blanks []blank) []Piece {
	switch {
	case len(blanks) > 0:
	case of.start == of.end:
		return nil
	default:
		return []Piece{{HTML: template.HTML(d.html[of.start:of.end])}}
	}
	var pieces []Piece
	var w bytes.Buffer
	w.Grow(of.end - of.start + len(blanks)*perBlank)
	begin := of.start
	for _, b := range blanks {
		w.WriteString(d.html[begin:b.at])
		begin = b.at
		if p, ok := b.filler.(*placed); ok && to.Ref((*Ref)(p)).OK {
			pieces = append(pieces, Piece{template.HTML(w.String()), p.ID})
			w.Reset()
			continue
		}
		b.fill(&w, to)
	}
	w.WriteString(d.html[begin:of.end])
	return append(pieces, Piece{HTML: template.HTML(w.String())})
}

// perBlank is about how long a link is that goes into a blank.
const perBlank = 64

// output is what goldmark renders into. It carries what our renderers need to
// know, so that the one renderer can serve all documents.
type output struct {
	bytes.Buffer
	blanks   []blank
	code     map[ast.Node][]byte // highlighted, by block
	idPrefix string
}

// leave leaves a blank.
func (w *output) leave(f filler) { w.blanks = append(w.blanks, blank{w.Len(), f}) }

// Flush and Buffered make output a [util.BufWriter].
func (*output) Flush() error  { return nil }
func (*output) Buffered() int { return 0 }

// render turns the whole text, or the words of an inline one, into HTML.
func (c *collector) render() {
	w := &c.output
	w.code, w.idPrefix = c.code, c.idPrefix
	first, next := c.root.FirstChild(), 0
	if c.inline && first != nil {
		first = first.FirstChild()
	}
	for n := first; n != nil; n = n.NextSibling() {
		if next < len(c.firsts) && c.firsts[next] == n {
			c.endPart(next-1, w)
			p := &c.found.parts[next]
			p.html.start, p.blanks.start = w.Len(), len(w.blanks)
			next++
		}
		// It fails only if writing does, and a buffer takes everything.
		_ = markup.Render(w, c.src, n)
	}
	c.endPart(next-1, w)
	c.doc.html, c.found.blanks = w.String(), slices.Clip(w.blanks)
}

func (c *collector) endPart(i int, w *output) {
	if i >= 0 {
		p := &c.found.parts[i]
		p.html.end, p.blanks.end = w.Len(), len(w.blanks)
	}
}

// writer is what HTML is written to, by goldmark or by us.
type writer interface {
	io.Writer
	io.StringWriter
	io.ByteWriter
}

// attr writes an attribute. No other function writes one with words of an author.
func attr(w writer, name, value string) {
	_ = w.WriteByte(' ')
	_, _ = w.WriteString(name)
	_, _ = w.WriteString(`="`)
	escape(w, value)
	_ = w.WriteByte('"')
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(w writer, s string) { _, _ = escaper.WriteString(w, s) }
