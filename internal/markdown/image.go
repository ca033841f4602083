package markdown

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"receipts/internal/diag"
)

// Images must say in words what they show. A relative path names a file of
// the site, and the [Resolver] says where that file is served.

func (r *reading) image(n *ast.Image) {
	whole, address := r.linkPlaces(n, n.Destination, n.Reference != nil)
	dest := decode(n.Destination)
	if problem, hint := forbiddenImage(dest); problem != "" {
		r.add(diag.ForbiddenLink, address, problem, hint)
	}
	if alt(n, r.doc.src) == "" {
		r.add(diag.NoAltText, whole, "the image has no description", "say in words what it shows: ![description](address)")
	}
	r.noteLink(Link{Dest: dest, Place: r.place(address), Image: true})
}

func forbiddenImage(dest string) (problem, hint string) {
	switch scheme := strings.ToLower(schemeOf(dest)); {
	case scheme == "mailto" || scheme == "tel" || strings.HasPrefix(dest, "#") || strings.HasPrefix(dest, "?"):
		return fmt.Sprintf("the address %q is not that of an image", dest), "give a path on this site"
	}
	return forbidden(dest)
}

// alt is the description of an image, as plain words.
func alt(n *ast.Image, src []byte) string {
	return strings.TrimSpace(sentence(flatten(n, src)).Text(nil))
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
		words, dest := alt(n, source), decode(n.Destination)
		problem, _ := forbiddenImage(dest)
		ok := problem == ""
		if ok && schemeOf(dest) == "" {
			dest, ok = w.(*output).to.Asset(dest)
		}
		if !ok {
			_, _ = w.WriteString(`<span class="missing">`)
			escape(w, words)
			_, _ = w.WriteString("</span>")
			return ast.WalkSkipChildren, nil
		}
		_, _ = w.WriteString("<img")
		attr(w, "src", href(dest))
		attr(w, "alt", words)
		if title := decode(n.Title); title != "" {
			attr(w, "title", title)
		}
		_ = w.WriteByte('>')
		return ast.WalkSkipChildren, nil
	})
}
