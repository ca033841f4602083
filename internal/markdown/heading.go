package markdown

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"

	"receipts/internal/diag"
)

// Headings have an id: made from their words, with the letters and digits of
// any script kept, or given as {#id} at the end of the line. Those of a translation
// have the ids of the original. A second heading
// of the same words becomes words-2; two of the same given id are a mistake.
// The page's title is its h1, so a body begins at h2 and skips no level.

// headingParser takes {#id} off the end of a heading before its words are parsed.
type headingParser struct{ parser.BlockParser }

func (p headingParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(node, reader, pc)
	lines := node.Lines()
	if node.Parent() == nil || lines.Len() == 0 {
		return
	}
	last := lines.At(lines.Len() - 1)
	last = last.TrimRightSpace(reader.Source())
	words := last.Value(reader.Source())
	open := bytes.LastIndex(words, []byte("{#"))
	if open < 0 || !bytes.HasSuffix(words, []byte("}")) || bytes.IndexByte(words[open:], '}') != len(words)-1-open {
		return
	}
	id := string(words[open+2 : len(words)-1])
	at := span{last.Stop - len(words) + open, last.Stop}
	if slug(id) != id || id == "" {
		st := stateOf(pc)
		hint := ""
		if s := slug(id); s != "" {
			hint = fmt.Sprintf("write {#%s}", s)
		}
		st.mistakes = append(st.mistakes, mistake{diag.BadReference, at, fmt.Sprintf("%q cannot be the id of a heading", id), hint})
	} else {
		node.SetAttributeString("id", []byte(id))
		stateOf(pc).spans[node] = at
	}
	last.Stop = at.start
	lines.Set(lines.Len()-1, last.TrimRightSpace(reader.Source()))
}

func (c *collector) heading(n *ast.Heading) {
	at := c.firstLine(n)
	if n.Lines().Len() > 0 {
		at.end = max(at.end, n.Lines().At(n.Lines().Len()-1).Stop)
	}
	switch {
	case c.noHeadings || c.inline:
		c.add(diag.HeadingHere, at, "this text has no headings", "make it a paragraph")
	case n.Level == 1:
		c.add(diag.TopHeading, at, "a heading of level 1 stands in the body: that is the page's title", "write ## for the first level")
	case n.Level > c.level+1:
		c.add(diag.SkippedHeading, at, fmt.Sprintf("the heading skips from level %d to level %d", c.level, n.Level),
			fmt.Sprintf("write %s", strings.Repeat("#", c.level+1)))
	}
	c.level = n.Level

	h := Heading{Level: n.Level, Text: plainWords(n, c.src), Place: c.place(at)}
	if id, ok := n.AttributeString("id"); ok {
		h.ID = string(id.([]byte))
		at := c.spans[n]
		if first, taken := c.ids[h.ID]; taken {
			c.list = append(c.list, diag.Diagnostic{
				Code: diag.IDTaken, Place: c.place(at), Message: fmt.Sprintf("the id %q is already taken by another heading", h.ID),
				Related: []diag.Related{{Place: c.place(first), Note: "the other heading"}},
			})
		}
		c.ids[h.ID] = at
	} else {
		c.untitled = append(c.untitled, untitled{len(c.found.headings), n})
	}
	c.found.headings = append(c.found.headings, h)
}

// titleHeadings makes the ids that no author gave, after those that one did.
func (c *collector) titleHeadings() {
	next := map[string]int{}
	for _, u := range c.untitled {
		h := &c.found.headings[u.heading]
		base := slug(h.Text)
		if u.heading < len(c.anchors) {
			base = c.anchors[u.heading].ID
		}
		if base == "" {
			base = "section"
		}
		id := base
		for _, taken := c.ids[id]; taken; _, taken = c.ids[id] {
			if next[base] == 0 {
				next[base] = 1
			}
			next[base]++
			id = fmt.Sprintf("%s-%d", base, next[base])
		}
		c.ids[id] = span{}
		h.ID = id
		u.node.SetAttributeString("id", []byte(id))
	}
}

// slug keeps letters, their marks and digits, in lower case, and makes one
// hyphen of anything between them. The same word in another normal form of Unicode
// has the same slug.
func slug(words string) string {
	var b strings.Builder
	gap := false
	for _, c := range norm.NFC.String(words) {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(c))
		default:
			gap = true
		}
	}
	return b.String()
}
