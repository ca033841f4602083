// Package markdown is our Markdown: CommonMark with tables, footnotes and
// typographic punctuation, references ([[id]]), receipts (![[id]]), marks for
// what comes from outside ([[!47 dollars]]) and legal citations that link by
// themselves; and without raw HTML.
//
// In goes an author's text, out comes a [Doc]: what the text refers to, and
// its HTML once a [Resolver] has said where the references lead. A mistake is
// a diagnostic at the bytes it is about.
//
// The package reads no file, knows no id of the site, and never writes HTML
// that it has not made itself: every attribute is escaped here, every address
// is on an allow-list.
package markdown

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"receipts/internal/citation"
	"receipts/internal/diag"
)

// Options are for one body. The zero value is a page's own body.
type Options struct {
	// Start is where the body begins in its file, in bytes.
	Start int
	// IDPrefix goes before the ids of footnotes, so that several bodies may
	// stand on one page. Ids of headings have no prefix: authors link to them.
	IDPrefix string
	// NoHeadings makes every heading a mistake.
	NoHeadings bool
	// Anchors are the headings of what a translation is of: one of its own without
	// {#id} has the id of the heading at the same place.
	Anchors []Heading
}

// The dialect. Both are made once, are never changed after their first use,
// and may be used by several goroutines: what belongs to one text travels in
// the parser's context ([state]) and in the renderer's target ([output]).
var (
	dialect = parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(headingParser{parser.NewSetextHeadingParser()}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(headingParser{parser.NewATXHeadingParser()}, 600),
			util.Prioritized(fenceParser{parser.NewFencedCodeBlockParser()}, 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(receiptParser{}, 850),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(extension.NewFootnoteBlockParser(), 950),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(outsideParser{}, 40),
			util.Prioritized(refParser{}, 50),
			util.Prioritized(parser.NewCodeSpanParser(), 100),
			util.Prioritized(footnoteParser{extension.NewFootnoteParser()}, 150),
			util.Prioritized(linkParser{parser.NewLinkParser()}, 200),
			util.Prioritized(parser.NewAutoLinkParser(), 300),
			util.Prioritized(parser.NewRawHTMLParser(), 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
			util.Prioritized(typographer{}, 900),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
			util.Prioritized(unusedFootnotes{}, 900),
			util.Prioritized(extension.NewFootnoteASTTransformer(), 950),
			util.Prioritized(citeTransformer{}, 1000),
		),
	)

	// The first of two renderers of a kind wins, so ours stand before goldmark's.
	markup = renderer.NewRenderer(renderer.WithNodeRenderers(
		util.Prioritized(constructs{}, 100),
		util.Prioritized(html.NewRenderer(), 1000),
	))
)

// constructs renders what goldmark's own renderer does not know, or renders in
// a way that is not ours.
type constructs struct{}

func (constructs) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	registerRef(r)
	registerReceipt(r)
	registerOutside(r)
	registerCite(r)
	registerCode(r)
	registerLink(r)
	registerImage(r)
	registerRawHTML(r)
	registerTable(r)
	registerFootnote(r)
}

// state is what parsers keep while one text is parsed.
type state struct {
	mistakes []mistake
	spans    map[ast.Node]span // where links and images, and the fences of code, end, which goldmark forgets
}

// A span is a range of bytes of the text that is parsed.
type span struct{ start, end int }

// A mistake is a diagnostic whose place is not yet a place in a file.
type mistake struct {
	code          diag.Code
	at            span
	message, hint string
}

var stateKey = parser.NewContextKey()

func stateOf(pc parser.Context) *state { return pc.Get(stateKey).(*state) }

// Parse reads the body of a file, which stands at opt.Start in it. Nothing of src
// is kept.
func Parse(path string, src []byte, opt Options) (*Doc, diag.List) {
	c := begin()
	c.path, c.src, c.start = path, src, opt.Start
	c.at = func(offset int) int { return opt.Start + offset }
	if short, removed := withoutCR(src); len(removed) > 0 {
		c.src = short
		c.at = func(offset int) int { n, _ := slices.BinarySearch(removed, offset); return opt.Start + offset + n }
	}
	c.idPrefix, c.noHeadings, c.anchors = opt.IDPrefix, opt.NoHeadings, opt.Anchors
	c.read()
	return c.end()
}

// withoutCR is src with the line ends of Unix, and where the ends of lines stand in it
// that were those of Windows. Package source reads files without these, but revisions of
// git may have them, and goldmark takes no CR for the end of a line: it makes a table of
// "- one" and "-".
func withoutCR(src []byte) (short []byte, ends []int) {
	if !bytes.Contains(src, []byte("\r\n")) {
		return src, nil
	}
	for line := range bytes.Lines(src) {
		if text, ok := bytes.CutSuffix(line, []byte("\r\n")); ok {
			short = append(short, text...)
			ends = append(ends, len(short))
			short = append(short, '\n')
		} else {
			short = append(short, line...)
		}
	}
	return short, ends
}

// ParseInline reads a text of the front matter: one paragraph without blocks.
// at maps an offset in the text to an offset in the file.
func ParseInline(path, text string, at func(int) int) (*Doc, diag.List) {
	if isPlain(text) && len(citation.Find([]byte(text))) == 0 {
		words := smarten(text)
		return &Doc{html: escaper.Replace(words), plain: text, at: at, whole: Sentence{text: words}}, nil
	}
	c := begin()
	c.path, c.src, c.at, c.inline = path, []byte(text), at, true
	c.read()
	if len(c.found.lines) > 0 {
		c.doc.whole = c.found.lines[0]
	}
	return c.end()
}

// read turns the text into a Doc, unless it is too complex.
func (c *collector) read() {
	c.found = &found{size: c.start + len(c.src), empty: true}
	c.doc = &Doc{found: c.found}
	if !c.withinLimits(c.src) {
		return
	}
	c.parse()
	if c.inline && !c.isOneParagraph() {
		return
	}
	c.walk()
	c.checkInvisible()
	c.settle()
	c.render()
}

func (c *collector) parse() {
	pc := parser.NewContext()
	st := &state{spans: map[ast.Node]span{}}
	pc.Set(stateKey, st)
	c.root = dialect.Parse(text.NewReader(c.src), parser.WithContext(pc))
	c.spans = st.spans
	for _, f := range st.mistakes {
		c.list.AddHint(f.code, c.place(f.at), f.message, f.hint)
	}
}

// blockNames is what messages call a block that stands where none may, and a hint:
// mostly how its first character is written as text.
var blockNames = map[ast.NodeKind][2]string{
	ast.KindHeading:                 {"a heading", ""},
	ast.KindBlockquote:              {"a quotation", `write \> for the character itself`},
	ast.KindList:                    {"a list", `write \- or 1\. for the characters themselves`},
	ast.KindCodeBlock:               {"a code block", "remove the spaces at the start of the line"},
	ast.KindFencedCodeBlock:         {"a code block", ""},
	ast.KindThematicBreak:           {"a rule", ""},
	ast.KindHTMLBlock:               {"HTML", `write \< for the character itself`},
	ast.KindLinkReferenceDefinition: {"a link definition", "write the address beside the link: [text](address)"},
	kindReceipt:                     {"a receipt", "place receipts in the body, or write [[id]] for a link"},
}

// isOneParagraph reports whether the document is a single paragraph, and adds a
// mistake for each other block.
func (c *collector) isOneParagraph() bool {
	seen, fine := false, true
	for n := c.root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == ast.KindParagraph && !seen {
			seen = true
			continue
		}
		fine = false
		name, ok := blockNames[n.Kind()]
		switch {
		case n.Kind() == ast.KindParagraph:
			name = [2]string{"a second paragraph", "join the lines, or move the text to the body"}
		case !ok && isFootnoteList(n):
			name = [2]string{"a footnote", "footnotes belong into the body"}
		case !ok:
			name = [2]string{"a table", "tables belong into the body"}
		}
		c.list.AddHint(diag.BlockInLine, c.blockPlace(n), name[0]+" cannot stand here: this text is one paragraph", name[1])
	}
	return fine
}

// isPlain reports whether text is one line without any sign of Markdown. It may be
// false for a plain text, but is never true for another.
func isPlain(text string) bool {
	if len(text) == 0 {
		return true
	}
	if strings.ContainsAny(text, "\\`*_[]<>&!#|~^\n\r\t\v\f\x00") || !utf8.ValidString(text) {
		return false
	}
	switch c := text[0]; {
	case c == ' ' || c == '-' || c == '+' || c == '=' || c == ':' || text[len(text)-1] == ' ':
		return false
	case isDigit(c):
		// "1. " and "1) " begin lists.
		rest := strings.TrimLeft(text, "0123456789")
		return len(rest) > 0 && rest[0] != '.' && rest[0] != ')'
	}
	return true
}
