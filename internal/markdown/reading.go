package markdown

import (
	"fmt"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"receipts/internal/diag"
)

// A reading goes once over a parsed text, in the order in which it is shown,
// notes what it holds, and says what is wrong with it. What is right and wrong
// about a construct stands in the construct's file.
type reading struct {
	doc        *Doc
	path       string
	at         func(int) int // from the text to the file
	noHeadings bool
	list       diag.List

	spans     map[ast.Node]span
	level     int               // of the last heading
	ids       map[string]span   // of headings
	linked    int               // how many links we are in
	untitled  []untitled        // headings whose id is made from their words
	citeIndex map[*citeNode]int // into doc.cites
	tooDeep   bool
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
	for end < len(r.doc.src) && r.doc.src[end] != '\n' && r.doc.src[end] != '\r' {
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
func (r *reading) walk(root ast.Node) {
	r.ids, r.citeIndex, r.level = map[string]span{}, map[*citeNode]int{}, 1
	r.doc.code = map[ast.Node][]byte{}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); n == root.FirstChild() || ok && h.Level == 2 {
			if len(r.doc.parts) > 0 {
				r.doc.parts[len(r.doc.parts)-1].end = n
			}
			r.doc.parts = append(r.doc.parts, part{first: n})
		}
		before := len(r.doc.refs)
		r.node(n, 1)
		last := &r.doc.parts[len(r.doc.parts)-1]
		last.Refs = append(last.Refs, r.doc.refs[before:]...)
	}
	r.titleHeadings()
	r.titleParts()
}

// titleParts gives each part its heading, now that all headings have their ids.
func (r *reading) titleParts() {
	next := 0
	for i := range r.doc.parts {
		h, ok := r.doc.parts[i].first.(*ast.Heading)
		if !ok || h.Level != 2 {
			continue
		}
		for r.doc.headings[next].Place.Start != r.at(h.Pos()) {
			next++
		}
		r.doc.parts[i].Heading = &r.doc.headings[next]
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
	refs, cites := len(r.doc.refs), len(r.doc.cites)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.node(c, depth+1)
	}
	r.linked = linked
	if isProse(n) && (len(r.doc.refs) > refs || len(r.doc.cites) > cites) {
		r.sentences(n)
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
