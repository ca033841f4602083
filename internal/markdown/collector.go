package markdown

import (
	"fmt"
	"sync"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"receipts/internal/diag"
)

// A collector walks once over a parsed text, in the order in which it is shown.
// It collects what is in it, and reports what is wrong with it. The rules of a
// construct are in the construct's file.
type collector struct {
	path       string
	src        []byte
	start      int           // of a body in its file
	at         func(int) int // from src to the file
	inline     bool
	idPrefix   string
	noHeadings bool
	anchors    []Heading

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

	words    runningText // of all blocks
	blocks   []block
	passages passageWriter
	output   output
}

// collectors are used again for the room in their buffers: a text needs four, which
// would grow from nothing each time.
var collectors = sync.Pool{New: func() any { return new(collector) }}

// begin takes a collector out of the pool.
func begin() *collector { return collectors.Get().(*collector) }

// end returns what was collected, and puts c back into the pool without it.
func (c *collector) end() (*Doc, diag.List) {
	doc, list := c.doc, c.list.Sorted()
	c.words.text.Reset()
	c.passages.text.Reset()
	c.output.Reset()
	*c = collector{
		words:    runningText{text: c.words.text},
		blocks:   c.blocks[:0],
		passages: passageWriter{text: c.passages.text, runs: c.passages.runs[:0], begun: c.passages.begun[:0]},
		output:   output{Buffer: c.output.Buffer},
	}
	collectors.Put(c)
	return doc, list
}

type untitled struct {
	heading int
	node    *ast.Heading
}

func (c *collector) place(s span) diag.Place {
	return diag.Place{File: c.path, Start: c.at(s.start), End: c.at(s.end)}
}

func (c *collector) add(code diag.Code, at span, message, hint string) {
	c.list.AddHint(code, c.place(at), message, hint)
}

// blockPlace is a block's first line, from its first character.
func (c *collector) blockPlace(n ast.Node) diag.Place { return c.place(c.firstLine(n)) }

func (c *collector) firstLine(n ast.Node) span {
	start := min(position(n), len(c.src)) // behind a tab goldmark counts its columns
	end := start
	for end < len(c.src) && c.src[end] != '\n' {
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

// walk collects all of the document.
func (c *collector) walk() {
	c.ids, c.level, c.passages.src = map[string]span{}, 1, c.src
	for n := c.root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindLinkReferenceDefinition {
			c.found.empty = false
		}
		if h, ok := n.(*ast.Heading); n == c.root.FirstChild() || ok && h.Level == 2 {
			c.firsts = append(c.firsts, n)
			c.found.parts = append(c.found.parts, part{})
		}
		before := len(c.found.refs)
		c.node(n, 1)
		last := &c.found.parts[len(c.found.parts)-1]
		last.Refs = append(last.Refs, c.found.refs[before:]...)
	}
	c.titleHeadings()
	c.titleParts()
}

// titleParts gives each part its heading, now that all headings have their ids.
func (c *collector) titleParts() {
	next := 0
	for i := range c.found.parts {
		h, ok := c.firsts[i].(*ast.Heading)
		if !ok || h.Level != 2 {
			continue
		}
		for c.found.headings[next].Place.Start != c.at(h.Pos()) {
			next++
		}
		c.found.parts[i].Heading = &c.found.headings[next]
	}
}

func (c *collector) node(n ast.Node, depth int) {
	if depth > maxDepth {
		if !c.tooDeep {
			c.tooDeep = true
			start := max(position(n), 0)
			c.tooComplex(span{start, start + 1}, fmt.Sprintf("more than %d constructs in one another", maxDepth), "")
		}
		return
	}
	linked := c.linked
	switch n := n.(type) {
	case *refNode:
		c.ref(n)
	case *receiptNode:
		c.receipt(n)
	case *outsideNode:
		c.outside(n)
	case *citeNode:
		c.cite(n)
	case *ast.Link:
		c.link(n)
		c.linked++
	case *ast.Image:
		c.image(n)
		c.linked++
	case *ast.AutoLink:
		c.autoLink(n)
	case *ast.LinkReferenceDefinition:
		c.linkDefinition(n)
	case *ast.RawHTML:
		c.inlineHTML(n)
	case *ast.HTMLBlock:
		c.htmlBlock(n)
	case *ast.FencedCodeBlock:
		c.fencedCode(n)
	case *ast.CodeBlock:
		c.indentedCode(n)
	case *ast.Heading:
		c.heading(n)
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.node(child, depth+1)
	}
	c.linked = linked
	if name := neverEmpty[n.Kind()]; name != "" && !c.inline && isEmpty(n, c.src) {
		c.empty(n, name)
	}
	if hasWords(n) {
		c.block(n)
	}
}

// neverEmpty are blocks in which something has to stand, code apart.
var neverEmpty = map[ast.NodeKind]string{
	ast.KindHeading: "heading", ast.KindBlockquote: "quotation", ast.KindListItem: "item of the list", east.KindFootnote: "footnote",
}

func (c *collector) empty(n ast.Node, name string) {
	c.add(diag.EmptyBlock, c.firstLine(n), "the "+name+" is empty", "take it out, or write what it is to say")
}

// isEmpty reports whether nothing stands in a block that is shown.
func isEmpty(n ast.Node, src []byte) bool {
	if n.Kind() == ast.KindHeading {
		return plainWords(n, src) == ""
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Kind() != ast.KindLinkReferenceDefinition && c.Kind() != east.KindFootnoteBacklink {
			return false
		}
	}
	return true
}

// hasWords reports whether n is a block with words directly below it.
func hasWords(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading, east.KindTableCell:
		return true
	}
	return false
}
