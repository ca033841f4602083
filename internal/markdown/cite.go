package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"receipts/internal/citation"
	"receipts/internal/diag"
)

// Legal citations in running text link by themselves: "52 U.S.C. § 10307(c)".
// They may run over the end of a line. Code, links, references and the words
// for an image are left alone. The author's spelling stays; only the link is
// added.

var kindCite = ast.NewNodeKind("Cite")

// A citeNode has the words of the citation as its children.
type citeNode struct {
	ast.BaseInline
	citation citation.Citation
	whole    span
}

func (*citeNode) Kind() ast.NodeKind              { return kindCite }
func (n *citeNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type citeTransformer struct{}

func (citeTransformer) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	citeIn(doc, reader.Source(), 0)
}

func citeIn(parent ast.Node, src []byte, depth int) {
	switch parent.Kind() {
	case ast.KindCodeSpan, ast.KindLink, ast.KindImage, ast.KindAutoLink, kindRef:
		return
	}
	if parent.Type() != ast.TypeInline && parent.IsRaw() || depth > maxDepth {
		return
	}
	var run []*ast.Text
	for n := parent.FirstChild(); n != nil; {
		next := n.NextSibling()
		if t, ok := n.(*ast.Text); ok && !t.IsRaw() && t.Segment.Padding == 0 {
			run = append(run, t)
		} else {
			citeRun(parent, run, src)
			run = run[:0]
			citeIn(n, src, depth+1)
		}
		n = next
	}
	citeRun(parent, run, src)
}

// citeRun replaces the citations in neighbouring text nodes.
func citeRun(parent ast.Node, run []*ast.Text, src []byte) {
	if len(run) == 0 {
		return
	}
	words := run[0].Segment.Value(src)
	if len(run) > 1 {
		words = nil
		for _, t := range run {
			words = append(words, t.Segment.Value(src)...)
			if breaksLine(t) {
				words = append(words, ' ')
			}
		}
	}
	matches := citation.Find(words)
	if len(matches) == 0 {
		return
	}
	var cite *citeNode
	begin := 0 // of t in words
	for _, t := range run {
		end := begin + t.Segment.Len()
		cut := func(from, to int) *ast.Text {
			at := t.Segment.Start - begin
			return ast.NewTextSegment(text.NewSegment(at+from, at+to))
		}
		for pos := begin; pos < end; {
			if len(matches) == 0 || pos < matches[0].Start {
				to := end
				if len(matches) > 0 {
					to = min(end, matches[0].Start)
				}
				parent.InsertBefore(parent, t, cut(pos, to))
				pos = to
				continue
			}
			piece := cut(pos, min(end, matches[0].End))
			if cite == nil {
				cite = &citeNode{citation: matches[0].Citation}
				cite.whole.start = piece.Segment.Start
				cite.SetPos(piece.Segment.Start)
				parent.InsertBefore(parent, t, cite)
			}
			cite.AppendChild(cite, piece)
			cite.whole.end = piece.Segment.Stop
			if pos += piece.Segment.Len(); pos == matches[0].End {
				cite, matches = nil, matches[1:]
			}
		}
		begin = end
		if breaksLine(t) {
			begin++
			// An empty text carries the line break, inside the citation if
			// that goes on in the next line.
			last := ast.NewTextSegment(t.Segment.WithStart(t.Segment.Stop))
			last.SetSoftLineBreak(t.SoftLineBreak())
			last.SetHardLineBreak(t.HardLineBreak())
			if cite != nil {
				cite.AppendChild(cite, last)
			} else {
				parent.InsertBefore(parent, t, last)
			}
		}
		parent.RemoveChild(parent, t)
	}
}

func breaksLine(t *ast.Text) bool { return t.SoftLineBreak() || t.HardLineBreak() }

func (c *collector) cite(n *citeNode) {
	if n.citation.Unpaged {
		c.add(diag.UnpagedCitation, n.whole, fmt.Sprintf("%s has no page number yet", n.citation),
			"give the page once it is known, or cite the case by its name as [[id]]")
	}
	if c.citeIndex == nil {
		c.citeIndex = map[*citeNode]int{}
	}
	c.citeIndex[n] = len(c.found.cites)
	c.found.cites = append(c.found.cites, Cite{Citation: n.citation, Slug: n.citation.Slug(), Place: c.place(n.whole)})
}

func registerCite(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindCite, func(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		w.(*output).leave(&citeEdge{node.(*citeNode).citation, entering})
		return ast.WalkContinue, nil
	})
}

// A citeEdge is where the link of a citation begins or ends.
type citeEdge struct {
	citation citation.Citation
	begins   bool
}

func (e *citeEdge) fill(w *bytes.Buffer, to Resolver) {
	t := to.Cite(e.citation)
	switch {
	case !t.OK:
	case e.begins:
		openRef(w, t)
	default:
		w.WriteString("</a>")
	}
}
