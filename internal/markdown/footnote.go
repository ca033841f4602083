package markdown

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"receipts/internal/diag"
)

// Footnotes: [^1] in the text and [^1]: at the start of a line. goldmark leaves
// a mark without a note as it stands and drops a note without a mark; both are
// reported here. Ids have the document's prefix, and a note leads back by a sign,
// not by words.

// footnoteParser reports [^1] if there is no such note.
type footnoteParser struct{ parser.InlineParser }

func (p footnoteParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	if n := p.InlineParser.Parse(parent, block, pc); n != nil {
		return n
	}
	begin := at.Start
	if line[0] == '!' {
		line = line[1:]
		begin++
	}
	end := bytes.IndexByte(line, ']')
	if !bytes.HasPrefix(line, []byte("[^")) || end < 3 || bytes.IndexByte(line[2:end], '[') >= 0 {
		return nil
	}
	if end+1 < len(line) && (line[end+1] == '(' || line[end+1] == '[') {
		return nil // an ordinary link whose text begins with ^
	}
	st := stateOf(pc)
	st.mistakes = append(st.mistakes, mistake{
		diag.NoFootnote,
		span{begin, begin + end + 1},
		fmt.Sprintf("there is no footnote %q", line[2:end]), fmt.Sprintf("add a line [^%s]: with its words", line[2:end]),
	})
	return nil
}

// unusedFootnotes runs before goldmark drops the notes it would not show.
type unusedFootnotes struct{}

func (unusedFootnotes) Transform(doc *ast.Document, reader text.Reader, pc parser.Context) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		if !entering || !isFootnoteList(n) {
			return ast.WalkContinue, nil
		}
		first := map[string]bool{}
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			note := c.(*east.Footnote)
			label := string(note.Ref)
			at := span{note.Pos(), note.Pos() + len("[^]:") + len(label)}
			switch {
			case first[label]:
				unused(pc, at, fmt.Sprintf("the footnote %q is defined twice: only the first is shown", label))
			case note.Index < 0:
				unused(pc, at, fmt.Sprintf("the footnote %q is never used", label))
			}
			first[label] = true
		}
		return ast.WalkContinue, nil
	})
}

func unused(pc parser.Context, at span, message string) {
	st := stateOf(pc)
	st.mistakes = append(st.mistakes, mistake{code: diag.UnusedFootnote, at: at, message: message})
}

func isFootnoteList(n ast.Node) bool { return n.Kind() == east.KindFootnoteList }

func (w *output) noteID(index int) string {
	return w.idPrefix + "fn:" + strconv.Itoa(index)
}

// noteRefID is the id of the nth use of a note, from 0.
func (w *output) noteRefID(index, nth int) string {
	id := w.idPrefix + "fnref:" + strconv.Itoa(index)
	if nth > 0 {
		id += ":" + strconv.Itoa(nth+1)
	}
	return id
}

func registerFootnote(r renderer.NodeRendererFuncRegisterer) {
	r.Register(east.KindFootnoteLink, func(b util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		n, w := node.(*east.FootnoteLink), b.(*output)
		w.WriteString("<sup")
		attr(w, "id", w.noteRefID(n.Index, n.RefIndex))
		w.WriteString("><a")
		attr(w, "class", "footnote-ref")
		attr(w, "href", "#"+w.noteID(n.Index))
		attr(w, "role", "doc-noteref")
		w.WriteString(">" + strconv.Itoa(n.Index) + "</a></sup>")
		return ast.WalkContinue, nil
	})
	r.Register(east.KindFootnoteBacklink, func(b util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		n, w := node.(*east.FootnoteBacklink), b.(*output)
		w.WriteString("\u00a0<a")
		attr(w, "class", "footnote-backref")
		attr(w, "href", "#"+w.noteRefID(n.Index, n.RefIndex))
		attr(w, "role", "doc-backlink")
		w.WriteString(">↩\ufe0e")
		if n.RefIndex > 0 {
			w.WriteString("<sup>" + strconv.Itoa(n.RefIndex+1) + "</sup>")
		}
		w.WriteString("</a>")
		return ast.WalkContinue, nil
	})
	r.Register(east.KindFootnote, func(b util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		w := b.(*output)
		if !entering {
			w.WriteString("</li>\n")
			return ast.WalkContinue, nil
		}
		w.WriteString("<li")
		attr(w, "id", w.noteID(node.(*east.Footnote).Index))
		w.WriteString(">\n")
		return ast.WalkContinue, nil
	})
	r.Register(east.KindFootnoteList, around("<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n", "</ol>\n</div>\n"))
}
