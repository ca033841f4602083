package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"receipts/internal/diag"
)

// A character reference (&#x202E;) brings in what a file may not contain as it is:
// characters that are invisible and change what is seen. In code it stands for itself.

// checkInvisible reports the references of a text to such characters, but for those in
// addresses that are refused already.
func (c *collector) checkInvisible() {
	if !bytes.Contains(c.src, []byte("&")) {
		return
	}
	var code []span
	_ = ast.Walk(c.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if n.Parent().Kind() == ast.KindCodeSpan && entering {
				code = append(code, span{n.Segment.Start, n.Segment.Stop})
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for _, l := range n.Lines().Sliced(0, n.Lines().Len()) {
				code = append(code, span{l.Start, l.Stop})
			}
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	for i := 0; i < len(c.src); {
		if c.src[i] != '&' && c.src[i] != '\\' {
			i++
			continue
		}
		at := span{i, i + escapeLength(c.src[i:])}
		if slices.ContainsFunc(code, func(s span) bool { return s.start <= i && i < s.end }) {
			at.end = i + 1
		} else if r, size := utf8.DecodeRune(decoded(c.src[at.start:at.end])); size < at.end-at.start && diag.IsInvisible(r) && !c.isReported(at) {
			c.add(diag.ControlChar, at, fmt.Sprintf("%s stands for the invisible character U+%04X", c.src[at.start:at.end], r), "delete it")
		}
		i = at.end
	}
}

func (c *collector) isReported(at span) bool {
	p := c.place(at)
	return slices.ContainsFunc(c.list, func(d diag.Diagnostic) bool { return d.Place.Start <= p.Start && p.End <= d.Place.End })
}
