package markdown

import (
	"bytes"
	"html/template"
	"io"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"receipts/internal/citation"
	"receipts/internal/diag"
)

// A Doc is a text that was read: what it refers to, and its HTML to come. It
// never changes, and several goroutines may render it at once. The zero Doc is
// empty.
type Doc struct {
	src      []byte
	at       func(int) int // from src to the file
	root     ast.Node      // nil if plain stands for everything
	plain    string
	inline   bool
	whole    Sentence // of an inline text; see [Doc.Whole]
	idPrefix string

	headings []Heading
	refs     []*Ref
	links    []Link
	cites    []Cite
	parts    []part
	code     map[ast.Node][]byte // highlighted, by block
}

// A Heading is a heading of a body.
type Heading struct {
	Level int // from 2
	ID    string
	Text  string
	Place diag.Place
}

// A Ref is a reference to anything with an id: [[id]], or ![[id]] for a receipt.
type Ref struct {
	Embed         bool
	ID            string
	Fragment      string     // after "#"; empty if there is none
	Label         string     // as the author gave it; empty if the default is meant
	Place         diag.Place // of the id
	FragmentPlace diag.Place
	Sentence      Sentence // empty for a receipt
}

// A Link is an ordinary link or an image.
type Link struct {
	Dest  string // decoded: no entities, no backslashes
	Place diag.Place
	Image bool
}

// A Cite is a legal citation in running text.
type Cite struct {
	Citation citation.Citation
	Slug     string // of the citation, under which its authority is kept
	Place    diag.Place
	Sentence Sentence
}

// A Section is a part of a body from one h2 to the next.
type Section struct {
	Heading *Heading // nil before the first h2
	Refs    []*Ref
}

// part is a section with the blocks it is made of: children from first up to
// end of the document.
type part struct {
	Section
	first, end ast.Node
}

// A Target is where a reference leads.
type Target struct {
	Href  string
	Label string // used where the author gave none
	OK    bool
}

// A Resolver says where references lead.
type Resolver interface {
	// Ref gives the target of a reference, its fragment included.
	Ref(ref *Ref) Target
	// Cite gives the page of a citation; one that is not OK stays words.
	Cite(c citation.Citation) Target
	// Receipt writes the HTML of a fact's receipt. It is false if there is none.
	Receipt(w io.Writer, id string) (bool, error)
	// Link gives the published address of an ordinary link; empty if there is none.
	Link(dest string) string
	// Asset gives the address of an image that was named by a relative path.
	Asset(dest string) (url string, ok bool)
}

// Empty reports whether there is nothing to read.
func (d *Doc) Empty() bool {
	if d.root == nil {
		return d.plain == ""
	}
	for n := d.root.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindLinkReferenceDefinition {
			return false
		}
	}
	return true
}

// Len is how many bytes the text was read from; of a body, the whole file.
func (d *Doc) Len() int { return len(d.src) }

// Headings returns the headings in order.
func (d *Doc) Headings() []Heading { return d.headings }

// Refs returns all references and receipts in the order in which they are
// shown: those in footnotes last.
func (d *Doc) Refs() []*Ref { return d.refs }

// Links returns the ordinary links and images.
func (d *Doc) Links() []Link { return d.links }

// Citations returns the legal citations in running text.
func (d *Doc) Citations() []Cite { return d.cites }

// HasCode reports whether there is a code block, for which [Stylesheet] is needed.
func (d *Doc) HasCode() bool { return len(d.code) > 0 }

// Sections splits the body at its h2. The part before the first h2 is a
// section if there is anything in it.
func (d *Doc) Sections() []Section {
	sections := make([]Section, len(d.parts))
	for i, p := range d.parts {
		sections[i] = p.Section
	}
	return sections
}

// HTML renders all blocks, or the words of an inline text without a paragraph
// around them.
func (d *Doc) HTML(r Resolver) (template.HTML, error) {
	if d.root == nil {
		return template.HTML(util.EscapeHTML([]byte(d.plain))), nil
	}
	first := d.root.FirstChild()
	if d.inline && first != nil {
		first = first.FirstChild()
	}
	return d.render(r, first, nil)
}

// SectionHTML renders section i with its heading. All sections together are
// the whole body; footnotes stand at the end of the last one.
func (d *Doc) SectionHTML(i int, r Resolver) (template.HTML, error) {
	return d.render(r, d.parts[i].first, d.parts[i].end)
}

// render renders siblings from first up to end.
func (d *Doc) render(r Resolver, first, end ast.Node) (template.HTML, error) {
	w := &output{doc: d, to: r}
	for n := first; n != nil && n != end; n = n.NextSibling() {
		if err := markup.Render(w, d.src, n); err != nil {
			return "", err
		}
	}
	return template.HTML(w.String()), nil
}

// output is what goldmark renders into. It carries what our renderers need to
// know, so that the one renderer can serve all documents.
type output struct {
	bytes.Buffer
	doc *Doc
	to  Resolver
}

// Flush and Buffered make output a [util.BufWriter].
func (*output) Flush() error  { return nil }
func (*output) Buffered() int { return 0 }

// attr writes an attribute. No other function writes one with words of an author.
func attr(w util.BufWriter, name, value string) {
	_ = w.WriteByte(' ')
	_, _ = w.WriteString(name)
	_, _ = w.WriteString(`="`)
	_, _ = w.Write(util.EscapeHTML([]byte(value)))
	_ = w.WriteByte('"')
}

func escape(w util.BufWriter, s string) { _, _ = w.Write(util.EscapeHTML([]byte(s))) }
