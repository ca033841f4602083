package markdown

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"receipts/internal/diag"
)

// Images must say in words what they show. A relative path names a file of
// the site, and the [Resolver] says where that file is served.

func (c *collector) image(n *ast.Image) {
	whole, address := c.linkPlaces(n, n.Destination, n.Reference != nil)
	dest := decode(n.Destination)
	if problem, hint := forbiddenImage(dest); problem != "" {
		c.add(diag.ForbiddenLink, address, problem, hint)
	}
	if plainWords(n, c.src) == "" {
		c.add(diag.NoAltText, whole, "the image has no description", "say in words what it shows: ![description](address)")
	}
	c.noteLink(Link{Dest: dest, Place: c.place(address), Image: true})
}

func forbiddenImage(dest string) (problem, hint string) {
	switch scheme := strings.ToLower(schemeOf(dest)); {
	case scheme == "mailto" || scheme == "tel" || strings.HasPrefix(dest, "#") || strings.HasPrefix(dest, "?"):
		return fmt.Sprintf("the address %q is not that of an image", dest), "give a path on this site"
	}
	return forbidden(dest)
}

func schemeOf(dest string) string {
	scheme, _, ok := strings.Cut(dest, ":")
	if !ok || strings.ContainsAny(scheme, "/?#") {
		return ""
	}
	return scheme
}

func registerImage(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindImage, func(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		n := node.(*ast.Image)
		w.(*output).leave(&picture{decode(n.Destination), plainWords(n, source), decode(n.Title)})
		return ast.WalkSkipChildren, nil
	})
}

// A picture is an image as its author wrote it.
type picture struct{ dest, alt, title string }

func (p *picture) fill(w *bytes.Buffer, to Resolver) {
	problem, _ := forbiddenImage(p.dest)
	dest, ok := p.dest, problem == ""
	if ok && schemeOf(dest) == "" {
		dest, ok = to.Asset(dest)
	}
	if !ok {
		missing(w, p.alt)
		return
	}
	w.WriteString("<img")
	attr(w, "src", href(dest))
	attr(w, "alt", p.alt)
	if p.title != "" {
		attr(w, "title", p.title)
	}
	w.WriteByte('>')
}
