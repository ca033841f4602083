package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"receipts/internal/diag"
)

// Marks for what comes from outside: [[!54.7 million dollars]] says that the facts
// of the page do not back these words, so that they are not compared. Like the
// label of a reference a mark may run over the end of a line, and its words are
// not Markdown. Whether it was needed, only the site can tell.

var kindOutside = ast.NewNodeKind("Outside")

// An outsideNode is such a mark. One with a problem is shown as the author
// wrote it.
type outsideNode struct {
	ast.BaseInline
	words   string
	whole   span
	problem string
	hint    string
}

func (*outsideNode) Kind() ast.NodeKind              { return kindOutside }
func (n *outsideNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

const outsideOpen = "[[!"

// outsideParser stands before refParser, which would take "!" for an id.
type outsideParser struct{}

func (outsideParser) Trigger() []byte { return []byte{'['} }

func (outsideParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	if !bytes.HasPrefix(line, []byte(outsideOpen)) {
		return nil
	}
	begin := at.Start
	block.Advance(len(outsideOpen))
	words, _, closed := untilClosed(block)
	rest, _ := block.PeekLine()
	innerEnd := bytes.Index(rest, []byte("]]"))
	if !closed && (innerEnd < 0 || !bytes.Contains(words, []byte("[["))) {
		st := stateOf(pc)
		st.mistakes = append(st.mistakes, mistake{
			diag.BadReference, span{begin, begin + len(outsideOpen)}, "the mark is not closed", "end it with ]], as in [[!47 dollars]]",
		})
		return nil
	}
	if !closed {
		// Another mark or a reference stands inside. The first end is that of
		// the inner one, and parsing goes on after it.
		block.Advance(innerEnd + 2)
	}
	_, after := block.Position()
	n := &outsideNode{words: smarten(decode(bytes.TrimSpace(words))), whole: span{begin, after.Start}}
	switch {
	case !closed:
		n.problem = "a mark holds words only, neither a link nor another mark"
		n.hint = "end the mark with ]] before the next [["
	case n.words == "":
		n.problem, n.hint = "the mark is empty", "write the words that come from outside: [[!47 dollars]]"
	}
	n.SetPos(begin)
	return n
}

func (c *collector) outside(n *outsideNode) {
	if n.problem == "" && strings.ContainsAny(n.words, "|") {
		n.problem = "a mark has no label: it leads nowhere"
		n.hint = fmt.Sprintf("write [[!%s]]", strings.TrimSpace(n.words[strings.LastIndex(n.words, "|")+1:]))
	}
	if n.problem != "" {
		c.add(diag.BadReference, n.whole, n.problem, n.hint)
	}
}

func registerOutside(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindOutside, func(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		n := node.(*outsideNode)
		if n.problem != "" {
			escape(w, string(source[n.whole.start:n.whole.end]))
			return ast.WalkSkipChildren, nil
		}
		_, _ = w.WriteString(`<span class="outside">`)
		escape(w, n.words)
		_, _ = w.WriteString("</span>")
		return ast.WalkSkipChildren, nil
	})
}
