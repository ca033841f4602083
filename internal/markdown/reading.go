package markdown

import (
	"fmt"
	"sync"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"receipts/internal/diag"
)

// A reading goes once over a parsed text, in the order in which it is shown,
// notes what it holds, and says what is wrong with it. What is right and wrong
// about a construct stands in the construct's file.
type reading struct {
	path       string
	src        []byte
	start      int           // of a body in its file
	at         func(int) int // from src to the file
	inline     bool
	idPrefix   string
	noHeadings bool

	doc   *Doc
	found *found // of doc
	list  diag.List

	root      ast.Node
	spans     map[ast.Node]span
	code      map[ast.Node][]byte // highlighted, by block
	firsts    []ast.Node          // of each part
	level     int                 // of the last heading
	ids       map[string]span     // of headings
	linked    int                 // how many links we are in
	untitled  []untitled          // headings whose id is made from their words
	citeIndex map[*citeNode]int   // into found.cites
	tooDeep   bool

	words    prose // of all blocks
	blocks   []block
	passages passageWriter
	output   output
}

// readings are kept for the room in their buffers: a text needs four of them, and
// they would grow from nothing for each.
var readings = sync.Pool{New: func() any { return new(reading) }}

// begin takes a reading out of the pool.
func begin() *reading { return readings.Get().(*reading) }

// end gives r back, with nothing of the text but empty buffers, and returns what
// was read.
func (r *reading) end() (*Doc, diag.List) {
	doc, list := r.doc, r.list.Sorted()
	r.words.text.Reset()
	r.passages.text.Reset()
	r.output.Reset()
	*r = reading{
		words:    prose{text: r.words.text},
		blocks:   r.blocks[:0],
		passages: passageWriter{text: r.passages.text, runs: r.passages.runs[:0], begun: r.passages.begun[:0]},
		output:   output{Buffer: r.output.Buffer},
	}
	readings.Put(r)
	return doc, list
}

type untitled struct {
	heading int
	node    *ast.Heading
}

func (r *reading) place(s span) diag.Place {
	return diag.Place{File: r.path, Start: r.at(s.start), End: r.at(s.end)}
}

func (r *reading) add(code diag.Code, at span, message, hint string) {
	r.list.AddHint(code, r.place(at), message, hint)
}

// blockPlace is a block's first line, from its first character.
func (r *reading) blockPlace(n ast.Node) diag.Place { return r.place(r.firstLine(n)) }

func (r *reading) firstLine(n ast.Node) span {
	start := position(n)
	end := start
	for end < len(r.src) && r.src[end] != '\n' && r.src[end] != '\r' {
		end++
	}
	return span{start, end}
}

// position is where a block begins. goldmark gives a footnote list no position
// and an empty container may have none.
func position(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if p := n.Pos(); p >= 0 {
			return p
		}
	}
	return 0
}

// walk reads the whole document.
func (r *reading) walk() {
	r.ids, r.level, r.passages.src = map[string]span{}, 1, r.src
	for n := r.root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindLinkReferenceDefinition {
			r.found.empty = false
		}
		if h, ok := n.(*ast.Heading); n == r.root.FirstChild() || ok && h.Level == 2 {
			r.firsts = append(r.firsts, n)
			r.found.parts = append(r.found.parts, part{})
		}
		before := len(r.found.refs)
		r.node(n, 1)
		last := &r.found.parts[len(r.found.parts)-1]
		last.Refs = append(last.Refs, r.found.refs[before:]...)
	}
	r.titleHeadings()
	r.titleParts()
}

// titleParts gives each part its heading, now that all headings have their ids.
func (r *reading) titleParts() {
	next := 0
	for i := range r.found.parts {
		h, ok := r.firsts[i].(*ast.Heading)
		if !ok || h.Level != 2 {
			continue
		}
		for r.found.headings[next].Place.Start != r.at(h.Pos()) {
			next++
		}
		r.found.parts[i].Heading = &r.found.headings[next]
	}
}

func (r *reading) node(n ast.Node, depth int) {
	if depth > maxDepth {
		if !r.tooDeep {
			r.tooDeep = true
			start := max(position(n), 0)
			r.tooComplex(span{start, start + 1}, fmt.Sprintf("more than %d constructs in one another", maxDepth), "")
		}
		return
	}
	linked := r.linked
	switch n := n.(type) {
	case *refNode:
		r.ref(n)
	case *receiptNode:
		r.receipt(n)
	case *outsideNode:
		r.outside(n)
	case *citeNode:
		r.cite(n)
	case *ast.Link:
		r.link(n)
		r.linked++
	case *ast.Image:
		r.image(n)
		r.linked++
	case *ast.AutoLink:
		r.autoLink(n)
	case *ast.LinkReferenceDefinition:
		r.linkDefinition(n)
	case *ast.RawHTML:
		r.inlineHTML(n)
	case *ast.HTMLBlock:
		r.htmlBlock(n)
	case *ast.FencedCodeBlock:
		r.fencedCode(n)
	case *ast.CodeBlock:
		r.indentedCode(n)
	case *ast.Heading:
		r.heading(n)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.node(c, depth+1)
	}
	r.linked = linked
	if isProse(n) {
		r.block(n)
	}
}

// isProse reports whether n is a block that holds words directly.
func isProse(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, east.KindTableCell:
		return true
	}
	return false
}
