package markdown

import (
	"bytes"
	"html"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	goldhtml "github.com/yuin/goldmark/renderer/html"
)

// Sentences: a page that is referred to shows the sentence that does so. The
// words of a reference may come from the page it leads to, so a sentence keeps
// references open until it is shown.

// A Sentence is the words around a reference or a citation.
type Sentence struct {
	text string // with standIn for each reference
	refs []*Ref
}

// A Span is a piece of a sentence: words, or a reference.
type Span struct {
	Text string
	Ref  *Ref // nil for words
}

// standIn stands for a reference. Authors do not write it: it is removed from
// their words.
const standIn = '\uFFFC'

// Text returns the sentence as words.
func (s Sentence) Text(r Resolver) string {
	if len(s.refs) == 0 {
		return s.text
	}
	var b strings.Builder
	for _, span := range s.Spans() {
		switch {
		case span.Ref == nil:
			b.WriteString(span.Text)
		case r == nil:
			b.WriteString(span.Ref.words(Target{}))
		default:
			b.WriteString(span.Ref.words(r.Ref(span.Ref)))
		}
	}
	return b.String()
}

// Spans returns the sentence in pieces.
func (s Sentence) Spans() []Span {
	var spans []Span
	for i, words := range strings.Split(s.text, string(standIn)) {
		if i > 0 {
			spans = append(spans, Span{Ref: s.refs[i-1]})
		}
		if words != "" {
			spans = append(spans, Span{Text: words})
		}
	}
	return spans
}

// prose is the words of a block, and where in them references and citations stand.
type prose struct {
	text   strings.Builder
	refs   []*Ref
	refAt  []int
	cites  []*citeNode
	citeAt []int
}

// flatten takes the words out of a block: emphasis is dropped, code and links
// keep their words, footnote marks have none.
func flatten(block ast.Node, src []byte) *prose {
	p := &prose{}
	if block != nil { // a text of spaces has no paragraph
		p.children(block, src)
	}
	return p
}

func (p *prose) children(n ast.Node, src []byte) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.inline(c, src)
	}
}

func (p *prose) inline(n ast.Node, src []byte) {
	switch n := n.(type) {
	case *ast.Text:
		if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
			p.words(string(n.Segment.Value(src)))
		} else {
			p.words(decode(n.Segment.Value(src)))
		}
		if breaksLine(n) {
			p.words(" ")
		}
	case *ast.String:
		p.words(string(n.Value))
	case *ast.AutoLink:
		p.words(string(n.Label(src)))
	case *refNode:
		if n.ref == nil {
			p.words(string(src[n.whole.start:n.whole.end]))
			return
		}
		p.refs = append(p.refs, n.ref)
		p.refAt = append(p.refAt, p.text.Len())
		p.text.WriteRune(standIn)
	case *outsideNode:
		if n.problem != "" {
			p.words(string(src[n.whole.start:n.whole.end]))
			return
		}
		p.words(n.words)
	case *citeNode:
		p.cites = append(p.cites, n)
		p.citeAt = append(p.citeAt, p.text.Len())
		p.children(n, src)
	default:
		p.children(n, src)
	}
}

var oneLine = strings.NewReplacer("\n", " ", "\r", "", string(standIn), "")

func (p *prose) words(s string) { p.text.WriteString(oneLine.Replace(s)) }

// sentence is all of p.
func sentence(p *prose) Sentence { return Sentence{strings.TrimSpace(p.text.String()), p.refs} }

// sentences gives the references and citations of a block their sentences.
func (r *reading) sentences(block ast.Node) {
	p := flatten(block, r.doc.src)
	text := p.text.String()
	ends := sentenceEnds(text)
	around := func(at int) Sentence {
		i := sort.SearchInts(ends, at+1)
		start, end := 0, len(text)
		if i > 0 {
			start = ends[i-1]
		}
		if i < len(ends) {
			end = ends[i]
		}
		first, last := sort.SearchInts(p.refAt, start), sort.SearchInts(p.refAt, end)
		return Sentence{strings.TrimSpace(text[start:end]), p.refs[first:last:last]}
	}
	for i, ref := range p.refs {
		ref.Sentence = around(p.refAt[i])
	}
	for i, c := range p.cites {
		r.doc.cites[r.citeIndex[c]].Sentence = around(p.citeAt[i])
	}
}

// sentenceEnds returns where sentences end in text: after the mark that ends
// one and what closes with it.
func sentenceEnds(text string) (ends []int) {
	wordStart := 0
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(c) {
			wordStart = i + size
		}
		if !strings.ContainsRune(".!?…", c) {
			i += size
			continue
		}
		marks := text[i:]
		marks = marks[:len(marks)-len(strings.TrimLeft(marks, ".!?…"))]
		end := i + len(marks)
		end += len(text[end:]) - len(strings.TrimLeft(text[end:], `)]}"'”’»`))
		rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
		if strings.HasPrefix(rest, "»") { // French puts a space before it
			end = len(text) - len(rest) + len("»")
			rest = strings.TrimLeftFunc(text[end:], unicode.IsSpace)
		}
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, `([{"'“‘«`))
		switch word := strings.TrimLeft(text[wordStart:i], `([{"'“‘«—–`); {
		case len(rest) == len(text[end:]): // nothing or no space follows
		case unicode.IsLower(next):
		case marks == "." && abbreviates(word, rest, wordStart == 0):
		default:
			ends = append(ends, end)
		}
		i = end
	}
	return ends
}

// Words before a full stop that ends no sentence: always, and unless a word
// follows with which sentences begin.
var (
	alwaysShort = set(`mr mrs ms mx dr prof sen rep reps gov gen col capt lt sgt hon rev st mt v vs cf art arts sec
		ch p pp para paras vol ed eds fig e.g i.e viz approx`)
	oftenShort = set(`inc corp co ltd llc jr sr etc al est dept univ bros assn comm cong cir supp stat pub reg
		fed amend const id op jan feb mar apr jun jul aug sep sept oct nov dec`)
	beginners = set(`the a an it he she they this that these those in on at but and its his her their we if
		when while as for no not under after before by there what who both each one two some most so yet`)
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// abbreviates reports whether word is shortened, judging by what follows it.
func abbreviates(word, rest string, first bool) bool {
	lower := strings.ToLower(word)
	next, _, _ := strings.Cut(rest, " ")
	begins := beginners[strings.ToLower(strings.Trim(next, `([{"'“‘«,`))]
	switch {
	case word == "" || alwaysShort[lower]:
		return true
	case lower == "no" || lower == "nos":
		return next != "" && isDigit(next[0])
	case first && strings.Trim(word, "0123456789") == "":
		return true // the number of a list
	case oftenShort[lower] || strings.Contains(word, "."):
		return !begins
	case utf8.RuneCountInString(word) == 1 && unicode.IsUpper([]rune(word)[0]):
		return !begins // an initial
	}
	return false
}

// PlainText returns the words alone, a line for each block, references
// replaced by their labels. Code blocks and receipts have no words.
func (d *Doc) PlainText(r Resolver) string {
	if d.root == nil {
		return d.plain
	}
	var lines []string
	_ = ast.Walk(d.root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering || n.Type() == ast.TypeInline {
			return ast.WalkSkipChildren, nil
		}
		if !isProse(n) {
			return ast.WalkContinue, nil
		}
		if s := sentence(flatten(n, d.src)).Text(r); s != "" {
			lines = append(lines, s)
		}
		return ast.WalkSkipChildren, nil
	})
	return strings.Join(lines, "\n")
}

// decode resolves entities and backslashes, once: what is decoded is not
// decoded again.
func decode(b []byte) string {
	if !bytes.ContainsAny(b, "\\&\x00") {
		return string(b)
	}
	// goldmark decodes only on the way to HTML, so we come back from there.
	var w output
	goldhtml.DefaultWriter.Write(&w, b)
	return html.UnescapeString(w.String())
}
