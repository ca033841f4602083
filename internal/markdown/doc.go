package markdown

import (
	"html/template"
	"strings"

	"receipts/internal/citation"
	"receipts/internal/diag"
)

// A Doc is a text that was read: what it refers to, and its HTML with blanks for
// what only the whole site knows. It never changes, and several goroutines may
// render it at once. The zero Doc is empty.
//
// It keeps none of goldmark's trees: they are many times the size of the text, and
// would stay in memory for every page until the site is written.
type Doc struct {
	html  string
	plain string        // the text as written, if it has no Markdown
	at    func(int) int // from plain to the file
	whole Sentence      // of an inline text; see [Doc.Whole]
	found *found        // nil in a text without Markdown
}

// found is what a text with Markdown contains.
type found struct {
	size     int  // of the text, in bytes
	empty    bool // whether there is nothing to read
	hasCode  bool
	blanks   []blank
	headings []Heading
	refs     []*Ref
	links    []Link
	cites    []Cite
	parts    []part
	lines    []Sentence
	passages []Passage
}

var nothing found

func (d *Doc) in() *found {
	if d.found == nil {
		return &nothing
	}
	return d.found
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

// part is a section with what there is of it in the HTML.
type part struct {
	Section
	html, blanks span
}

// A Piece is a stretch of a body's HTML up to a receipt, which may stand in a
// list or a quotation: one piece may open an element that another closes.
type Piece struct {
	HTML    template.HTML
	Receipt string // id of the fact whose receipt follows; empty at the end
}

// A Target is where a reference leads.
type Target struct {
	Href  string
	Label string // used where the author gave none
	Lang  string // of Label, if it is not that of the page
	OK    bool
	Scrap bool // whether it is shown on a scrap of paper, as the figure of a receipt
}

// A Resolver says where references lead.
type Resolver interface {
	// Ref gives the target of a reference, its fragment included. That of a
	// receipt is OK if there is one to show.
	Ref(ref *Ref) Target
	// Cite gives the page of a citation; one that is not OK stays words.
	Cite(c citation.Citation) Target
	// Link gives the published address of an ordinary link; empty if there is none.
	Link(dest string) string
	// Asset gives the address of an image that was named by a relative path.
	Asset(dest string) (url string, ok bool)
}

// Empty reports whether there is nothing to read.
func (d *Doc) Empty() bool {
	if d.found == nil {
		return d.plain == ""
	}
	return d.found.empty
}

// Len is how many bytes a body was read from, those of the front matter included.
func (d *Doc) Len() int { return d.in().size }

// Headings returns the headings in order.
func (d *Doc) Headings() []Heading { return d.in().headings }

// Refs returns all references and receipts in the order in which they are
// shown: those in footnotes last.
func (d *Doc) Refs() []*Ref { return d.in().refs }

// Links returns the ordinary links and images.
func (d *Doc) Links() []Link { return d.in().links }

// Citations returns the legal citations in running text.
func (d *Doc) Citations() []Cite { return d.in().cites }

// HasCode reports whether there is a code block, for which [Stylesheet] is needed.
func (d *Doc) HasCode() bool { return d.in().hasCode }

// Sections splits the body at its h2. The part before the first h2 is a
// section if there is anything in it.
func (d *Doc) Sections() []Section {
	sections := make([]Section, len(d.in().parts))
	for i, p := range d.in().parts {
		sections[i] = p.Section
	}
	return sections
}

// Whole is an inline text as one sentence, for a list of mentions. A nil Doc
// has none.
func (d *Doc) Whole() *Sentence {
	if d == nil {
		return &Sentence{}
	}
	return &d.whole
}

// HTML renders the words of an inline text without a paragraph around them. There
// is no receipt in one.
func (d *Doc) HTML(r Resolver) template.HTML {
	var html template.HTML
	for _, p := range d.Pieces(r) {
		html += p.HTML
	}
	return html
}

// Pieces renders all blocks. There are none of an empty body.
func (d *Doc) Pieces(r Resolver) []Piece {
	return d.fill(r, span{0, len(d.html)}, d.in().blanks)
}

// SectionPieces renders section i with its heading. All sections together are
// the whole body; footnotes stand at the end of the last one.
func (d *Doc) SectionPieces(i int, r Resolver) []Piece {
	p := d.found.parts[i]
	return d.fill(r, p.html, d.found.blanks[p.blanks.start:p.blanks.end])
}

// PlainText returns the words alone, a line for each block, references
// replaced by their labels. Code blocks and receipts have no words.
func (d *Doc) PlainText(r Resolver) string {
	if len(d.in().lines) == 0 {
		return d.whole.Text(r)
	}
	var lines []string
	for _, l := range d.found.lines {
		if s := l.Text(r); s != "" {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}
