package markdown

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// Tables stand in a box of their own, which may scroll sideways where the page
// may not. Alignment is a class: a style attribute would need a weaker content
// security policy, and goldmark's renderer writes it into the tree, which
// goroutines share.

func registerTable(r renderer.NodeRendererFuncRegisterer) {
	r.Register(east.KindTable, around("<div class=\"table-wrap\">\n<table>\n", "</table>\n</div>\n"))
	r.Register(east.KindTableHeader, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString("<thead>\n<tr>\n")
			return ast.WalkContinue, nil
		}
		_, _ = w.WriteString("</tr>\n</thead>\n")
		if n.NextSibling() != nil {
			_, _ = w.WriteString("<tbody>\n")
		}
		return ast.WalkContinue, nil
	})
	r.Register(east.KindTableRow, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			_, _ = w.WriteString("<tr>\n")
			return ast.WalkContinue, nil
		}
		_, _ = w.WriteString("</tr>\n")
		if n.NextSibling() == nil {
			_, _ = w.WriteString("</tbody>\n")
		}
		return ast.WalkContinue, nil
	})
	r.Register(east.KindTableCell, func(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		n := node.(*east.TableCell)
		tag := "td"
		if n.Parent().Kind() == east.KindTableHeader {
			tag = "th"
		}
		if !entering {
			_, _ = w.WriteString("</" + tag + ">\n")
			return ast.WalkContinue, nil
		}
		_, _ = w.WriteString("<" + tag)
		if tag == "th" {
			attr(w, "scope", "col")
		}
		if n.Alignment != east.AlignNone {
			attr(w, "class", "align-"+n.Alignment.String())
		}
		return ast.WalkContinue, w.WriteByte('>')
	})
}

// around renders a node as what stands before and after its children.
func around(open, end string) renderer.NodeRendererFunc {
	return func(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
		words := end
		if entering {
			words = open
		}
		_, err := w.WriteString(words)
		return ast.WalkContinue, err
	}
}
