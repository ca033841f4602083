package markdown

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"receipts/internal/diag"
)

// Ordinary links. An address is decoded once, and the decoded one is checked and
// rendered. One that is [forbidden] is a mistake and never rendered as a link.

// linkParser notes where a link's address begins and where the link ends.
type linkParser struct{ parser.InlineParser }

func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, bracket := block.Position()
	n := p.InlineParser.Parse(parent, block, pc)
	if n == nil || n.Kind() != ast.KindLink && n.Kind() != ast.KindImage {
		return n
	}
	_, after := block.Position()
	stateOf(pc).spans[n] = span{bracket.Start, after.Start}
	return n
}

func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	p.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}

// linkPlaces returns where a link or image stands and, within it, its address.
// A link by a definition has its address elsewhere, so its place is the whole.
func (c *collector) linkPlaces(n ast.Node, dest []byte, byDefinition bool) (whole, address span) {
	tail := c.spans[n] // from the "]" that ends the text to the end
	whole = span{n.Pos(), tail.end}
	if byDefinition || len(dest) == 0 {
		return whole, whole
	}
	// "](" is skipped, so that an address such as ")" is not found too early.
	from := min(tail.start+2, tail.end)
	i := bytes.Index(c.src[from:tail.end], dest)
	if i < 0 {
		return whole, whole
	}
	return whole, span{from + i, from + i + len(dest)}
}

func (c *collector) link(n *ast.Link) {
	whole, address := c.linkPlaces(n, n.Destination, n.Reference != nil)
	dest := decode(n.Destination)
	if n.Reference == nil {
		c.checkAddress(dest, address)
	}
	if plainWords(n, c.src) == "" {
		c.add(diag.ForbiddenLink, whole, "the link has no text", "write [text](address)")
	}
	c.noteLink(Link{Dest: dest, Place: c.place(address)})
}

// noteLink keeps a link, to be checked against the site. One that is refused here
// is not kept, so that it is not reported twice.
func (c *collector) noteLink(l Link) {
	if problem, _ := forbidden(l.Dest); problem == "" {
		c.found.links = append(c.found.links, l)
	}
}

func (c *collector) autoLink(n *ast.AutoLink) {
	label := n.Label(c.src)
	at := span{n.Pos(), n.Pos() + len(label) + 2}
	dest := autoLinkAddress(n, c.src)
	c.checkAddress(dest, at)
	c.noteLink(Link{Dest: dest, Place: c.place(at)})
}

func (c *collector) linkDefinition(n *ast.LinkReferenceDefinition) {
	at := c.firstLine(n)
	if i := bytes.Index(c.src[at.start:], n.Destination); i >= 0 && len(n.Destination) > 0 {
		at = span{at.start + i, at.start + i + len(n.Destination)}
	}
	c.checkAddress(decode(n.Destination), at)
}

func (c *collector) checkAddress(dest string, at span) {
	if problem, hint := forbidden(dest); problem != "" {
		c.add(diag.ForbiddenLink, at, problem, hint)
	}
}

const addressHint = "begin it with https:, http:, mailto: or tel:, or give a path on this site"

// forbidden says why an address may not be linked to, or "" if it may.
func forbidden(dest string) (problem, hint string) {
	if dest == "" {
		return "the link has no address", "write [text](address)"
	}
	for _, c := range dest {
		if unicode.Is(unicode.Cc, c) || unicode.Is(unicode.Cf, c) || c == unicode.ReplacementChar {
			return fmt.Sprintf("the address holds the invisible character U+%04X", c), "remove it"
		}
		if c == '\\' {
			return "the address holds a backslash", "write /"
		}
	}
	if strings.TrimSpace(dest) != dest {
		return "the address begins or ends with a space", "remove it"
	}
	if strings.HasPrefix(dest, "//") {
		return fmt.Sprintf("the address %q leads to another site without saying how", dest), "write https:" + dest
	}
	scheme, rest, ok := strings.Cut(dest, ":")
	if !ok || strings.ContainsAny(scheme, "/?#") {
		if _, err := url.Parse(dest); err != nil {
			return fmt.Sprintf("the address %q cannot be read", dest), ""
		}
		return "", ""
	}
	switch strings.ToLower(scheme) {
	case "https", "http":
		u, err := url.Parse(dest)
		switch {
		case err != nil || u.Hostname() == "" || !strings.HasPrefix(rest, "//"):
			return fmt.Sprintf("the address %q cannot be read", dest), ""
		case u.User != nil:
			return fmt.Sprintf("the address %q holds a user name", dest), "remove what stands before the @"
		}
	case "mailto", "tel":
		if rest == "" {
			return fmt.Sprintf("the address %q is not complete", dest), ""
		}
	default:
		return fmt.Sprintf("links to %q addresses are not allowed", scheme+":"), addressHint
	}
	return "", ""
}

func autoLinkAddress(n *ast.AutoLink, src []byte) string {
	dest := string(n.URL(src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
		dest = "mailto:" + dest
	}
	return dest
}

func registerLink(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindLink, func(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		n := node.(*ast.Link)
		dest := decode(n.Destination)
		if problem, _ := forbidden(dest); problem != "" {
			return ast.WalkContinue, nil
		}
		w.(*output).leave(&linkEdge{dest, decode(n.Title), entering})
		return ast.WalkContinue, nil
	})
	r.Register(ast.KindAutoLink, func(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		n := node.(*ast.AutoLink)
		if !entering {
			return ast.WalkContinue, nil
		}
		label := string(n.Label(source))
		dest := autoLinkAddress(n, source)
		if problem, _ := forbidden(dest); problem != "" {
			escape(w, label)
			return ast.WalkContinue, nil
		}
		openLink(w, dest, "")
		escape(w, label)
		_, _ = w.WriteString("</a>")
		return ast.WalkContinue, nil
	})
}

// A linkEdge is where an ordinary link begins or ends.
type linkEdge struct {
	dest, title string
	begins      bool
}

func (e *linkEdge) fill(w *bytes.Buffer, to Resolver) {
	dest := to.Link(e.dest)
	switch {
	case e.begins && dest == "":
		w.WriteString(`<span class="missing">`)
	case e.begins:
		openLink(w, dest, e.title)
	case dest == "":
		w.WriteString("</span>")
	default:
		w.WriteString("</a>")
	}
}

func openLink(w writer, dest, title string) {
	_, _ = w.WriteString("<a")
	attr(w, "href", href(dest))
	if title != "" {
		attr(w, "title", title)
	}
	_ = w.WriteByte('>')
}

// href is an address with %xx for what may not stand in one.
func href(dest string) string { return string(util.URLEscape([]byte(dest), false)) }
