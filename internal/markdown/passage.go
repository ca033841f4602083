package markdown

import (
	"bytes"
	"slices"
	"sort"

	"github.com/yuin/goldmark/ast"
)

// Passages: the words that an author answers for, each with its place in the file.
// A [Sentence] is for showing; a passage is for checking.

// A Passage is the running words of one block: a paragraph, a heading, a cell
// of a table. The labels that an author gives to references are part of them.
// What is not the author's own prose is left out: references without a label,
// marks for what comes from outside, code, citations, addresses. A [Gap]
// stands for it, so that no figure is read across it.
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
	text, src int32 // where it begins; a text has a limit of 1 MiB
	decoded   bool
}

// At returns where in the file the byte i of the passage comes from.
func (p *Passage) At(i int) int {
	n := sort.Search(len(p.runs), func(n int) bool { return int(p.runs[n].text) > i }) - 1
	if n < 0 {
		return p.at(0)
	}
	r := p.runs[n]
	if r.decoded {
		return p.at(int(r.src))
	}
	return p.at(int(r.src-r.text) + i)
}

// Passages returns the prose of d, block by block.
func (d *Doc) Passages() []Passage {
	if d.found != nil || d.plain == "" {
		return d.in().passages
	}
	w := passageWriter{src: []byte(d.plain)}
	w.begin(0)
	w.words(0, len(w.src))
	return w.all(d.at)
}

// passageWriter collects passages.
type passageWriter struct {
	src    []byte
	begun  []begun
	text   bytes.Buffer
	runs   []stretch
	labels []Label
	end    int // of the last words taken, in src
}

// begun is where the text, the stretches and the labels of a passage begin.
type begun struct{ text, runs, labels int }

func (w *passageWriter) begin(at int) {
	w.begun = append(w.begun, begun{w.text.Len(), len(w.runs), len(w.labels)})
	w.end = at
}

// length is how many bytes the last passage has so far.
func (w *passageWriter) length() int { return w.text.Len() - w.begun[len(w.begun)-1].text }

// block begins a passage with the words of n.
func (w *passageWriter) block(n ast.Node) {
	w.begin(max(n.Pos(), 0))
	w.children(n)
}

// all returns the passages that have words.
func (w *passageWriter) all(at func(int) int) []Passage {
	text, runs := w.text.String(), slices.Clone(w.runs)
	end := begun{len(text), len(runs), len(w.labels)}
	out := make([]Passage, 0, len(w.begun))
	for i := len(w.begun) - 1; i >= 0; i-- {
		b := w.begun[i]
		if b.text < end.text {
			out = append(out, Passage{
				Text: text[b.text:end.text], Labels: w.labels[b.labels:end.labels:end.labels],
				runs: runs[b.runs:end.runs:end.runs], at: at,
			})
		}
		end = b
	}
	slices.Reverse(out)
	return out
}

func (w *passageWriter) add(words []byte, src int, decoded bool) {
	if len(words) == 0 {
		return
	}
	w.runs = append(w.runs, stretch{int32(w.length()), int32(src), decoded})
	w.text.Write(words)
}

func (w *passageWriter) gap(src int) { w.add([]byte(Gap), src, true) }

func (w *passageWriter) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		w.inline(c)
	}
}

func (w *passageWriter) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.marked(n.Segment.Value(w.src), n.Segment.Start)
		w.end = n.Segment.Stop
		if breaksLine(n) {
			w.add([]byte{' '}, w.end, true)
		}
	case *ast.String:
		// Typographic punctuation, of which goldmark keeps no position: it
		// stands after the last words taken, give or take a mark of emphasis.
		w.add(n.Value, w.end, true)
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
	start := w.length()
	begin, src := 0, n.labelAt
	for _, l := range n.labelLines {
		end := min(l.words, len(n.labelWords))
		w.marked([]byte(n.labelWords[begin:end]), src)
		begin, src = end, l.src
	}
	w.marked([]byte(n.labelWords[begin:]), src)
	w.labels = append(w.labels, Label{start, w.length(), n.ref})
}

// marked adds words that may have entities and backslashes.
func (w *passageWriter) marked(words []byte, src int) {
	if bytes.Contains(words, []byte(Gap)) {
		words = bytes.ReplaceAll(words, []byte(Gap), []byte("   ")) // as long, so that what follows is found
	}
	for {
		i := bytes.IndexAny(words, `\&`)
		if i < 0 {
			w.add(words, src, false)
			return
		}
		w.add(words[:i], src, false)
		size := escapeLength(words[i:])
		w.add(decoded(words[i:i+size]), src+i, true)
		words, src = words[i+size:], src+i+size
	}
}

// maxEntity is longer than the names of entities are.
const maxEntity = 40

// escapeLength is the length of the escape that s begins with: at least 1.
func escapeLength(s []byte) int {
	if s[0] == '\\' {
		return min(2, len(s))
	}
	if i := bytes.IndexByte(s[:min(len(s), maxEntity)], ';'); i > 0 {
		return i + 1
	}
	return 1
}

// words adds words without Markdown, whose punctuation is not typographic yet.
func (w *passageWriter) words(from, to int) {
	for i := from; i < to; {
		n := bytes.IndexAny(w.src[i:to], `'"-.`)
		if n < 0 {
			w.add(w.src[i:to], i, false)
			return
		}
		mark, size := punctuation(w.src, i+n)
		if size == 0 {
			n++
		}
		w.add(w.src[i:i+n], i, false)
		i += n
		if size > 0 {
			w.add([]byte(mark), i, true)
			i += size
		}
	}
}
