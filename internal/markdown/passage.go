package markdown

import (
	"bytes"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Passages: the words that an author answers for, in the form in which they
// can be read by a machine and found again in the file. A sentence (see
// [Sentence]) is for showing; a passage is for checking.

// A Passage is the running words of one block: a paragraph, a heading, a cell
// of a table. The labels that an author gives to references are part of them.
// What is not the author's own prose is left out: references without a label,
// marks for what comes from outside, code, citations, addresses. A [Gap]
// stands for it, so that nothing is read across.
type Passage struct {
	Text   string
	Labels []Label
	runs   []stretch
	at     func(int) int
}

// A Gap stands in a passage for what was left out.
const Gap = string(standIn)

// A Label is where in a passage the label of a reference stands.
type Label struct {
	Start, End int // in the passage's text
	Ref        *Ref
}

// A stretch is a piece of a passage whose bytes stand together in the source. One
// that was decoded stands for its first byte.
type stretch struct {
	text, src int // where it begins
	decoded   bool
}

// At returns where in the file the byte i of the passage comes from.
func (p *Passage) At(i int) int {
	n := sort.Search(len(p.runs), func(n int) bool { return p.runs[n].text > i }) - 1
	if n < 0 {
		return p.at(0)
	}
	r := p.runs[n]
	if r.decoded {
		return p.at(r.src)
	}
	return p.at(r.src + i - r.text)
}

// Passages returns the prose of d, block by block.
func (d *Doc) Passages() []Passage {
	if d.root == nil {
		if d.plain == "" {
			return nil
		}
		w := passageWriter{src: d.src}
		w.plain(0, len(d.src))
		return []Passage{w.passage(d.at)}
	}
	var out []Passage
	_ = ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		if !isProse(n) {
			return ast.WalkContinue, nil
		}
		w := passageWriter{src: d.src, end: max(n.Pos(), 0)}
		w.children(n)
		if w.text.Len() > 0 {
			out = append(out, w.passage(d.at))
		}
		return ast.WalkSkipChildren, nil
	})
	return out
}

// passageWriter collects a passage.
type passageWriter struct {
	src    []byte
	text   strings.Builder
	runs   []stretch
	labels []Label
	end    int // of what was read last, in src
}

func (w *passageWriter) passage(at func(int) int) Passage {
	return Passage{Text: w.text.String(), Labels: w.labels, runs: w.runs, at: at}
}

func (w *passageWriter) add(words string, src int, decoded bool) {
	if words == "" {
		return
	}
	w.runs = append(w.runs, stretch{w.text.Len(), src, decoded})
	w.text.WriteString(words)
}

func (w *passageWriter) gap(src int) { w.add(Gap, src, true) }

func (w *passageWriter) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
}

func (w *passageWriter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.marked(string(n.Segment.Value(w.src)), n.Segment.Start)
		w.end = n.Segment.Stop
		if breaksLine(n) {
			w.add(" ", w.end, true)
		}
	case *ast.String:
		// Typographic punctuation, of which goldmark keeps no position: it
		// stands behind what was read last, give or take a mark of emphasis.
		w.add(string(n.Value), w.end, true)
	case *refNode:
		w.reference(n)
		w.end = n.whole.end
	case *outsideNode:
		w.gap(n.whole.start)
		w.end = n.whole.end
	case *citeNode:
		w.gap(n.whole.start)
		w.end = n.whole.end
	case *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML:
		w.gap(w.end)
	default:
		w.children(n)
	}
}

// reference adds a label, if there is one, and else a gap.
func (w *passageWriter) reference(n *refNode) {
	if n.ref == nil || !n.hasLabel {
		w.gap(n.whole.start)
		return
	}
	start := w.text.Len()
	w.marked(n.labelWords, n.labelAt)
	w.labels = append(w.labels, Label{start, w.text.Len(), n.ref})
}

// marked adds words that may have entities and backslashes.
func (w *passageWriter) marked(words string, src int) {
	words = strings.ReplaceAll(words, Gap, "   ") // as long, so that what follows is found
	for {
		i := strings.IndexAny(words, `\&`)
		if i < 0 {
			w.add(words, src, false)
			return
		}
		w.add(words[:i], src, false)
		size := escapeLength(words[i:])
		w.add(decode([]byte(words[i:i+size])), src+i, true)
		words, src = words[i+size:], src+i+size
	}
}

// maxEntity is longer than the names of entities are.
const maxEntity = 40

// escapeLength is the length of the escape that s begins with: at least 1.
func escapeLength(s string) int {
	if s[0] == '\\' {
		return min(2, len(s))
	}
	if i := strings.IndexByte(s[:min(len(s), maxEntity)], ';'); i > 0 {
		return i + 1
	}
	return 1
}

// plain adds words without Markdown, whose punctuation is not typographic yet.
func (w *passageWriter) plain(from, to int) {
	for i := from; i < to; {
		n := bytes.IndexAny(w.src[i:to], `'"-.`)
		if n < 0 {
			w.add(string(w.src[i:to]), i, false)
			return
		}
		mark, size := punctuation(w.src, i+n)
		if size == 0 {
			n++
		}
		w.add(string(w.src[i:i+n]), i, false)
		i += n
		if size > 0 {
			w.add(mark, i, true)
			i += size
		}
	}
}
