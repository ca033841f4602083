package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/text/unicode/norm"

	"receipts/internal/diag"
)

// References: [[id]], [[id|label]], [[id#section]]. Only the form of the id is
// checked here; whether it exists, only the whole site can tell. In a table the
// bar is written \|, since a bare one ends the cell. A label may run over the
// end of a line; its punctuation becomes typographic, but it is not Markdown.

var kindRef = ast.NewNodeKind("Ref")

// A refNode is a reference in running text. One with a problem is shown as the
// author wrote it.
type refNode struct {
	ast.BaseInline
	inner
	ref     *Ref
	whole   span
	problem string
	hint    string
}

// inner is what stands between the brackets.
type inner struct {
	id, fragment, label string
	hasLabel, hasHash   bool
	labelWords          string // the label as written, on one line
	idAt, fragmentAt    span
	labelAt             int    // where labelWords begins
	labelLines          []line // further ones, where it runs over the end of a line
}

// A line is one of several of a reference: where it begins in its words, which
// stand on one line, and where in the source.
type line struct{ words, src int }

func (*refNode) Kind() ast.NodeKind              { return kindRef }
func (n *refNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

type refParser struct{}

func (refParser) Trigger() []byte { return []byte{'[', '!'} }

// maxReference is the longest reference, in bytes.
const maxReference = 999

func (refParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	embed := line[0] == '!'
	open := 2
	if embed {
		open = 3
	}
	if !bytes.HasPrefix(line[open-2:], []byte("[[")) || bytes.HasPrefix(line[open:], []byte("[")) {
		return nil
	}
	if bytes.HasPrefix(line, []byte(outsideOpen)) {
		return nil // not closed, which outsideParser has reported
	}
	begin := at.Start
	block.Advance(open)
	words, further, closed := untilClosed(block)
	if !closed {
		if !isLinkText(words) {
			unclosed(parent, pc, span{begin, begin + open}, line[open:])
		}
		return nil
	}
	_, after := block.Position()
	n := &refNode{inner: readInner(words, begin+open, further), whole: span{begin, after.Start}}
	n.problem, n.hint = n.inner.problem()
	if embed && n.problem == "" {
		n.problem = "a receipt stands alone on its line"
		n.hint = fmt.Sprintf("put ![[%s]] on a line of its own, or write [[%s]] for a link", n.id, n.id)
	}
	n.SetPos(begin)
	return n
}

// untilClosed reads up to and including "]]". A line end becomes a space, and the
// lines after it may begin with what is none of the words: a list's indent, the
// mark of a quotation.
func untilClosed(block text.Reader) (words []byte, further []line, closed bool) {
	for len(words) <= maxReference {
		now, at := block.PeekLine()
		if now == nil {
			return words, further, false
		}
		if len(words) > 0 {
			further = append(further, line{len(words), at.Start - at.Padding})
		}
		if i := bytes.Index(now, []byte("]]")); i >= 0 {
			words = append(words, now[:i]...)
			if bytes.Contains(words, []byte("[[")) || len(words) > maxReference {
				return words, further, false
			}
			block.Advance(i + 2)
			return words, further, true
		}
		words = append(bytes.TrimRight(append(words, now...), " \n"), ' ')
		block.AdvanceLine()
	}
	return words, further, false
}

// isLinkText reports whether an unclosed "[[" is the bracket of an ordinary
// link after a bracket: [[a](b).
func isLinkText(words []byte) bool {
	i := bytes.IndexByte(words, ']')
	return i >= 0 && i+1 < len(words) && (words[i+1] == '(' || words[i+1] == '[')
}

func unclosed(parent ast.Node, pc parser.Context, at span, rest []byte) {
	hint := "end it with ]]"
	if parent.Kind() == east.KindTableCell {
		hint = `end it with ]]; in a table write [[id\|label]]`
	}
	for _, c := range rest {
		if c != '-' && c != '#' && !util.IsAlphaNumeric(c) {
			break
		}
		at.end++
	}
	st := stateOf(pc)
	st.mistakes = append(st.mistakes, mistake{diag.BadReference, at, "the reference is not closed", hint})
}

// readInner splits id#fragment|label. begin is where words stands; further are its
// lines after the first.
func readInner(words []byte, begin int, further []line) (in inner) {
	target := words
	if before, after, ok := bytes.Cut(words, []byte{'|'}); ok {
		in.hasLabel = true
		label := bytes.TrimLeft(after, " ")
		from := len(words) - len(label)
		in.labelAt = begin + from
		for _, l := range further {
			if l.words <= from {
				in.labelAt = l.src + from - l.words
			} else {
				in.labelLines = append(in.labelLines, line{l.words - from, l.src})
			}
		}
		in.labelWords = string(bytes.TrimRight(label, " "))
		in.label = smarten(decode(bytes.TrimSpace(label)))
		target = bytes.TrimSuffix(before, []byte(`\`))
	}
	in.idAt = span{begin, begin + len(target)}
	if i := bytes.IndexByte(target, '#'); i >= 0 {
		in.hasHash = true
		in.fragment = norm.NFC.String(string(target[i+1:]))
		in.fragmentAt = span{begin + i + 1, begin + len(target)}
		in.idAt.end = begin + i
		target = target[:i]
	}
	in.id = string(target)
	return in
}

// validID matches an id, or the code of a region.
var validID = regexp.MustCompile(`^(?:[a-z0-9]+(?:-[a-z0-9]+)*|[A-Z0-9]+(?:-[A-Z0-9]+)*)$`)

// problem says what is wrong with a reference, and what to write instead.
func (in inner) problem() (problem, hint string) {
	switch {
	case in.id == "":
		return "the reference has no id", "write [[id]] or [[id|words]]"
	case strings.HasPrefix(in.id, "!"):
		return fmt.Sprintf("%q is not an id", in.id), fmt.Sprintf("words from outside are marked in running text: [[%s]]", in.id)
	case !validID.MatchString(in.id):
		if s := slug(in.id); validID.MatchString(s) && !strings.ContainsAny(in.id, "[]") {
			label := in.id
			if in.hasLabel {
				label = in.label
			}
			hint = fmt.Sprintf("did you mean [[%s|%s]]?", s, strings.TrimSpace(label))
		}
		return fmt.Sprintf("%q is not an id", in.id), hint
	case in.hasLabel && in.label == "":
		return "the reference has an empty label", fmt.Sprintf("write [[%s]] or [[%s|words]]", in.id, in.id)
	case in.hasHash && in.fragment == "":
		return "the reference names no section after #", fmt.Sprintf("write [[%s]]", in.id)
	case in.fragment != "" && slug(in.fragment) != in.fragment:
		return fmt.Sprintf("%q is not the id of a section", in.fragment), fmt.Sprintf("did you mean #%s?", slug(in.fragment))
	}
	return "", ""
}

func (in inner) ref(c *collector) *Ref {
	ref := &Ref{ID: in.id, Fragment: in.fragment, Label: in.label, Place: c.place(in.idAt)}
	if in.hasHash {
		ref.FragmentPlace = c.place(in.fragmentAt)
	}
	return ref
}

func (c *collector) ref(n *refNode) {
	if n.problem == "" && c.linked > 0 {
		n.problem = "a reference cannot stand inside a link or an image"
	}
	if n.problem != "" {
		c.add(diag.BadReference, n.whole, n.problem, n.hint)
		return
	}
	n.ref = n.inner.ref(c)
	c.found.refs = append(c.found.refs, n.ref)
}

// words is what a reader sees of a reference.
func (ref *Ref) words(t Target) string {
	switch {
	case ref.Label != "":
		return ref.Label
	case t.Label != "":
		return t.Label
	}
	return ref.ID
}

func registerRef(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindRef, func(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		n := node.(*refNode)
		if n.ref == nil {
			escape(w, string(source[n.whole.start:n.whole.end]))
			return ast.WalkSkipChildren, nil
		}
		w.(*output).leave(n.ref)
		return ast.WalkSkipChildren, nil
	})
}

func (ref *Ref) fill(w *bytes.Buffer, to Resolver) {
	t := to.Ref(ref)
	if !t.OK {
		missing(w, ref.words(t))
		return
	}
	words := ref.words(t)
	if ref.Label != "" {
		t.Lang = ""
	}
	if t.Scrap {
		words = unbroken(words)
	}
	openRef(w, t)
	escape(w, words)
	w.WriteString("</a>")
}

func openRef(w writer, t Target) {
	_, _ = w.WriteString("<a")
	if t.Scrap {
		attr(w, "class", "scrap")
	}
	attr(w, "href", t.Href)
	if t.Lang != "" {
		attr(w, "lang", t.Lang)
		attr(w, "dir", "auto")
	}
	_ = w.WriteByte('>')
}

// unbroken keeps a figure on one line from its first digit on. A qualifier before it,
// or a number in words, may stand at the end of a line.
func unbroken(words string) string {
	i := strings.IndexAny(words, "0123456789")
	if i < 0 {
		return words
	}
	return words[:i] + strings.ReplaceAll(words[i:], " ", "\u00a0")
}

// missing writes words that lead nowhere.
func missing(w writer, words string) {
	_, _ = w.WriteString(`<span class="missing">`)
	escape(w, words)
	_, _ = w.WriteString("</span>")
}
