package markdown

import (
	"bytes"
	"fmt"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"receipts/internal/diag"
)

// Receipts: ![[fact-id]] alone on its line shows the evidence of a fact there.
// It is a block, so it may follow a line of a paragraph without a blank line.

var kindReceipt = ast.NewNodeKind("Receipt")

type receiptNode struct {
	ast.BaseBlock
	inner
	ref   *Ref // nil if the author's line is wrong
	whole span
}

func (*receiptNode) Kind() ast.NodeKind              { return kindReceipt }
func (*receiptNode) IsRaw() bool                     { return true }
func (n *receiptNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type receiptParser struct{}

func (receiptParser) Trigger() []byte             { return []byte{'!'} }
func (receiptParser) CanInterruptParagraph() bool { return true }
func (receiptParser) CanAcceptIndentedLine() bool { return false }

func (receiptParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	words := bytes.TrimRight(line[pos:], " \t\n")
	if !bytes.HasPrefix(words, []byte("![[")) || !bytes.HasSuffix(words, []byte("]]")) ||
		bytes.Contains(words[3:len(words)-2], []byte("]]")) || len(words) > maxReference {
		return nil, parser.NoChildren
	}
	begin := at.Start + pos - at.Padding
	n := &receiptNode{
		inner: readInner(words[3:len(words)-2], begin+3, nil),
		whole: span{begin, begin + len(words)},
	}
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (receiptParser) Continue(ast.Node, text.Reader, parser.Context) parser.State {
	return parser.Close
}

func (receiptParser) Close(ast.Node, text.Reader, parser.Context) {}

func (c *collector) receipt(n *receiptNode) {
	problem, hint := n.inner.problem()
	if problem == "" && (n.hasLabel || n.hasHash) {
		problem = "a receipt takes neither a label nor a section"
		hint = fmt.Sprintf("write ![[%s]]", n.id)
	}
	if problem != "" {
		c.add(diag.BadReference, n.whole, problem, hint)
		return
	}
	n.ref = n.inner.ref(c)
	n.ref.Embed = true
	c.found.refs = append(c.found.refs, n.ref)
}

func registerReceipt(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindReceipt, func(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		n := node.(*receiptNode)
		if !entering || n.ref == nil {
			return ast.WalkContinue, nil
		}
		w.(*output).leave((*placed)(n.ref))
		return ast.WalkContinue, w.WriteByte('\n')
	})
}

// placed is a reference that places a receipt.
type placed Ref

// fill writes what stands for a receipt that does not exist, which only a
// preview shows; of others [Doc.fill] makes the end of a piece.
func (p *placed) fill(w *bytes.Buffer, _ Resolver) {
	w.WriteString("<p>")
	missing(w, p.ID)
	w.WriteString("</p>")
}
