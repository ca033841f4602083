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

// standIn stands for a reference. It is removed from authors' own words.
const standIn = '\uFFFC'

// Text returns the sentence as words. Without a Resolver a reference that has no
// label is its id.
func (s Sentence) Text(r Resolver) string {
	if len(s.refs) == 0 {
		return s.text
	}
	var b strings.Builder
	for i, words := range strings.Split(s.text, string(standIn)) {
		if i > 0 {
			ref := s.refs[i-1]
			var t Target
			if r != nil {
				t = r.Ref(ref)
			}
			b.WriteString(ref.words(t))
		}
		b.WriteString(words)
	}
	return b.String()
}

// IsEmpty reports whether there are no words.
func (s Sentence) IsEmpty() bool { return s.text == "" }

// A runningText is the words of blocks, and where in them references and citations
// stand. Emphasis is dropped, code and links keep their words, footnote marks have
// none.
type runningText struct {
	text   bytes.Buffer
	refs   []*Ref
	refAt  []int
	cites  []*citeNode
	citeAt []int
}

// plainWords is the words of a block, or of an image's description.
func plainWords(n ast.Node, src []byte) string {
	var t runningText
	t.children(n, src)
	return strings.TrimSpace(Sentence{t.text.String(), t.refs}.Text(nil))
}

func (t *runningText) children(n ast.Node, src []byte) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t.inline(c, src)
	}
}

func (t *runningText) inline(n ast.Node, src []byte) {
	switch n := n.(type) {
	case *ast.Text:
		if n.IsRaw() || n.Parent().Kind() == ast.KindCodeSpan {
			t.words(n.Segment.Value(src))
		} else {
			t.words(decoded(n.Segment.Value(src)))
		}
		if breaksLine(n) {
			t.text.WriteByte(' ')
		}
	case *ast.String:
		t.words(n.Value)
	case *ast.AutoLink:
		t.words(n.Label(src))
	case *refNode:
		if n.ref == nil {
			t.words(src[n.whole.start:n.whole.end])
			return
		}
		t.refs = append(t.refs, n.ref)
		t.refAt = append(t.refAt, t.text.Len())
		t.text.WriteRune(standIn)
	case *outsideNode:
		if n.problem != "" {
			t.words(src[n.whole.start:n.whole.end])
			return
		}
		t.words([]byte(n.words))
	case *citeNode:
		t.cites = append(t.cites, n)
		t.citeAt = append(t.citeAt, t.text.Len())
		t.children(n, src)
	default:
		t.children(n, src)
	}
}

var oneLine = strings.NewReplacer("\n", " ", "\r", "", string(standIn), "")

func (t *runningText) words(b []byte) {
	if bytes.ContainsAny(b, "\n\r"+string(standIn)) {
		_, _ = oneLine.WriteString(&t.text, string(b))
		return
	}
	t.text.Write(b)
}

// A block is a paragraph, a heading or a cell of a table: where its words stand
// among all words of the text, and which references and citations are its own.
type block struct{ words, refs, cites span }

// block collects the words of n, which has words directly below it.
func (c *collector) block(n ast.Node) {
	t := &c.words
	b := block{span{start: t.text.Len()}, span{start: len(t.refs)}, span{start: len(t.cites)}}
	t.children(n, c.src)
	b.words.end, b.refs.end, b.cites.end = t.text.Len(), len(t.refs), len(t.cites)
	c.blocks = append(c.blocks, b)
	c.passages.block(n)
}

// settle gives the text its lines and passages, and references and citations
// their sentences. All are slices of one string, which is made here.
func (c *collector) settle() {
	text := c.words.text.String()
	c.found.lines = make([]Sentence, len(c.blocks))
	for i, b := range c.blocks {
		refs := c.words.refs[b.refs.start:b.refs.end:b.refs.end]
		c.found.lines[i] = Sentence{strings.TrimSpace(text[b.words.start:b.words.end]), refs}
		if len(refs) > 0 || b.cites.end > b.cites.start {
			c.sentences(text, b)
		}
	}
	c.found.passages = c.passages.all(c.at)
}

// sentences gives the references and citations of b their sentences.
func (c *collector) sentences(text string, b block) {
	t := &c.words
	ends := SentenceEnds(text[b.words.start:b.words.end])
	around := func(at int) Sentence {
		start, end := b.words.start, b.words.end
		i := sort.SearchInts(ends, at-start+1)
		if i < len(ends) {
			end = start + ends[i]
		}
		if i > 0 {
			start += ends[i-1]
		}
		first, last := sort.SearchInts(t.refAt, start), sort.SearchInts(t.refAt, end)
		return Sentence{strings.TrimSpace(text[start:end]), t.refs[first:last:last]}
	}
	for i := b.refs.start; i < b.refs.end; i++ {
		t.refs[i].Sentence = around(t.refAt[i])
	}
	for i := b.cites.start; i < b.cites.end; i++ {
		if n, ok := c.citeIndex[t.cites[i]]; ok { // else it stands too deep
			c.found.cites[n].Sentence = around(t.citeAt[i])
		}
	}
}

// SentenceEnds returns where sentences end in text: after the mark that ends
// one and what closes with it.
func SentenceEnds(text string) (ends []int) {
	wordStart := 0
	for i := 0; i < len(text); {
		// Most letters are of one byte and end nothing.
		if c := text[i]; c < utf8.RuneSelf && c != '.' && c != '!' && c != '?' {
			i++
			if c == ' ' || '\t' <= c && c <= '\r' {
				wordStart = i
			}
			continue
		}
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

// decode resolves entities and backslashes, once: what is decoded is not
// decoded again.
func decode(b []byte) string { return string(decoded(b)) }

func decoded(b []byte) []byte {
	if !bytes.ContainsAny(b, "\\&\x00") {
		return b
	}
	// goldmark decodes only on the way to HTML, so we come back from there.
	var w output
	goldhtml.DefaultWriter.Write(&w, b)
	return []byte(html.UnescapeString(w.String()))
}
