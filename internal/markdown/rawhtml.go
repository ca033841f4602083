package markdown

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"receipts/internal/diag"
)

// HTML in a text is an error at its place, comments too, and nothing of it is
// ever written.

var tagName = regexp.MustCompile(`^</?([A-Za-z][A-Za-z0-9-]*)`)

// instead says what to write for a tag, by its name.
var instead = map[string]string{
	"a":          "write [text](address)",
	"b":          "write **words**",
	"blockquote": "begin the line with >",
	"br":         `end the line with \`,
	"code":       "write `words`",
	"em":         "write *words*",
	"hr":         "write ---",
	"i":          "write *words*",
	"img":        "write ![description](address)",
	"li":         "begin the line with -",
	"ol":         "begin the lines with 1.",
	"p":          "leave a blank line",
	"pre":        "put the lines between ``` and ```",
	"strong":     "write **words**",
	"table":      "write the table with | and ---",
	"ul":         "begin the lines with -",
}

func (c *collector) inlineHTML(n *ast.RawHTML) {
	at := span{n.Pos(), n.Pos() + 1}
	if n.Segments.Len() > 0 {
		at = span{n.Segments.At(0).Start, n.Segments.At(n.Segments.Len() - 1).Stop}
	}
	c.rawHTML(at)
}

func (c *collector) htmlBlock(n *ast.HTMLBlock) { c.rawHTML(c.firstLine(n)) }

func (c *collector) rawHTML(at span) {
	words := string(c.src[at.start:at.end])
	if strings.HasPrefix(words, "<!--") {
		c.add(diag.RawHTML, at, "comments are not allowed in a text", "remove it")
		return
	}
	m := tagName.FindStringSubmatch(words)
	if m == nil {
		c.add(diag.RawHTML, at, "HTML is not allowed in a text", `write \< for the character itself`)
		return
	}
	hint := instead[strings.ToLower(m[1])]
	if hint == "" {
		hint = `use Markdown, or write \< for the character itself`
	}
	c.add(diag.RawHTML, at, fmt.Sprintf("HTML is not allowed in a text: %s>", m[0]), hint)
}

func registerRawHTML(r renderer.NodeRendererFuncRegisterer) {
	nothing := func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
		return ast.WalkSkipChildren, nil
	}
	r.Register(ast.KindRawHTML, nothing)
	r.Register(ast.KindHTMLBlock, nothing)
}
