// Package yamldoc reads YAML with the place of everything in it.
//
// What goes in is a file and a [Type], which says what may be written; what comes
// out is a value of Go and the mistakes, each with its bytes. A [Form] is the same
// as data, for messages and for documentation. The keys of the site are in package
// content: this one knows none of them.
//
// It is the only package that sees a YAML library. Scalars are taken as the raw
// text the author typed: YAML's own guesses (octal, booleans, dates, floats)
// never apply.
package yamldoc

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// A Reader reads one file. What is wrong is added to its list.
type Reader struct {
	*diag.List
	file  string
	src   []byte // the file up to the end of its YAML
	start int    // where the YAML begins
	lines []int  // offset of each line of the YAML
	root  *yaml.Node
	marks map[int][]int // of long lines, see offset
	lost  []string      // see Lost
	given any           // see Given

	replaced []Words // see Translate
}

// Read reads the YAML that begins at start of src, and ends with src, into v. It
// is false if nothing could be read at all. file and src are for the places; given is
// what types may ask the Reader for.
func Read[T any](file string, src []byte, start int, t Type[T], v *T, given any, diags *diag.List) bool {
	r := newReader(file, src, start, diags)
	r.given = given
	if !r.parse() {
		return false
	}
	t.read(r, v, r.root)
	return true
}

func newReader(file string, src []byte, start int, diags *diag.List) *Reader {
	lines := make([]int, 1, 2+bytes.Count(src[start:], []byte{'\n'}))
	lines[0] = start
	for i, c := range src[start:] {
		if c == '\n' {
			lines = append(lines, start+i+1)
		}
	}
	return &Reader{List: diags, file: file, src: src, start: start, lines: lines, marks: map[int][]int{}}
}

// Given is what the caller of [Read] knows of the site that the file is of.
func (r *Reader) Given() any { return r.given }

// Lost reports whether so far a value could not be read of a type that messages call
// what: "a state". For a type with keys, an unknown key counts as well.
func (r *Reader) Lost(what string) bool { return slices.Contains(r.lost, what) }

func (r *Reader) lose(what string) {
	if !r.Lost(what) {
		r.lost = append(r.lost, what)
	}
}

// AddMistake adds a [diag.Mistake] that a parser found in w, at its bytes, or another
// error at all of w. The hint is otherwise if the mistake has none.
func (r *Reader) AddMistake(code diag.Code, w Words, err error, otherwise string) {
	if err == nil {
		return // before anything is allocated
	}
	bad := new(diag.Mistake)
	if !errors.As(err, &bad) {
		r.AddHint(code, w.Place, err.Error(), otherwise)
		return
	}
	r.AddHint(code, r.In(w, bad.Start, bad.End), bad.Message, cmp.Or(bad.Hint, otherwise))
}

// maxDepth bounds how deep front matter may nest; ours needs five levels.
const maxDepth = 20

// parse sets the root. It is false if there is none to read, with the reason
// reported.
func (r *Reader) parse() bool {
	text := r.src[r.start:]
	if !r.checkTabs() {
		return false
	}
	var doc yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	if err := decoder.Decode(&doc); err != nil && !errors.Is(err, io.EOF) {
		r.syntaxError(text, err)
		return false
	}
	if len(doc.Content) == 0 {
		r.root = &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
		return true
	}
	r.root = doc.Content[0]
	if r.root.Kind != yaml.MappingNode {
		r.AddHint(diag.WrongType, r.place(r.root), "keys with their values are expected here", `write "key: value", one a line`)
		return false
	}
	var second yaml.Node
	if err := decoder.Decode(&second); !errors.Is(err, io.EOF) {
		r.AddHint(diag.YAMLFeature, r.secondDocument(), "a second YAML document begins here", "keep one set of keys")
		return false
	}
	return r.checkFeatures(r.root, 0)
}

// secondDocument is the place of the line that ends the first document.
func (r *Reader) secondDocument() diag.Place {
	for _, start := range r.lines[min(r.root.Line, len(r.lines)):] {
		if line := r.src[start:]; bytes.HasPrefix(line, []byte("---")) || bytes.HasPrefix(line, []byte("...")) {
			return diag.Place{File: r.file, Start: start, End: start + 3}
		}
	}
	return r.place(r.root)
}

// checkTabs reports indentation by tabs, which YAML refuses with a message
// about something else.
func (r *Reader) checkTabs() bool {
	ok := true
	for i, start := range r.lines {
		end := len(r.src)
		if i+1 < len(r.lines) {
			end = r.lines[i+1]
		}
		line := r.src[start:end]
		indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
		if tab := bytes.IndexByte(indent, '\t'); tab >= 0 && len(bytes.TrimSpace(line)) > 0 {
			at := diag.Place{File: r.file, Start: start + tab, End: start + len(indent)}
			r.AddHint(diag.TabIndent, at, "the line is indented with a tab", "indent with two spaces for each level")
			ok = false
		}
	}
	return ok
}

// checkFeatures refuses what makes YAML more than keys, lists and texts:
// anchors, aliases, tags and merge keys.
func (r *Reader) checkFeatures(n *yaml.Node, depth int) bool {
	refuse := func(what, hint string) bool {
		at := r.place(n)
		at.End = at.Start + len(firstWord(string(r.src[at.Start:at.End])))
		r.AddHint(diag.YAMLFeature, at, what, hint)
		return false
	}
	switch {
	case depth > maxDepth:
		return refuse("values are nested too deeply", "")
	case n.Kind == yaml.AliasNode:
		return refuse(`"*`+n.Value+`" stands for another value`, `write the value itself, or put it in quotes if the "*" is meant`)
	case n.Anchor != "":
		return refuse(`"&`+n.Anchor+`" names a value to be used elsewhere`, `write each value where it is needed, or put it in quotes if the "&" is meant`)
	case n.Style&yaml.TaggedStyle != 0:
		return refuse(`"`+n.Tag+`" is a YAML tag`, `leave it out, or put the value in quotes if the "!" is meant`)
	}
	ok := true
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 && c.Kind == yaml.ScalarNode && c.Value == "<<" && c.Style == 0 {
			r.AddHint(diag.YAMLFeature, r.place(c), `"<<" copies keys from another value`, "write the keys where they are needed")
			ok = false
			continue
		}
		ok = r.checkFeatures(c, depth+1) && ok
	}
	return r.checkEscapes(n) && ok
}

// checkEscapes refuses escapes for characters that no file may contain as they are.
func (r *Reader) checkEscapes(n *yaml.Node) bool {
	if n.Style&yaml.DoubleQuotedStyle == 0 || !strings.ContainsFunc(n.Value, isHidden) {
		return true
	}
	ok := true
	text := r.src[r.offset(n):]
	for i := 1; i < len(text) && text[i] != '"'; i++ {
		if text[i] != '\\' {
			continue
		}
		size, c := escape(text[i:])
		if c >= 0 && isHidden(c) {
			start := r.offset(n) + i
			r.AddHint(diag.ControlChar, diag.Place{File: r.file, Start: start, End: start + size},
				fmt.Sprintf("%s stands for the invisible character U+%04X", text[i:i+size], c), "delete it")
			ok = false
		}
		i += size - 1
	}
	return ok
}

// isHidden reports whether c is an invisible character, but for what YAML and Markdown
// take for white space.
func isHidden(c rune) bool { return c != '\n' && c != '\t' && diag.IsInvisible(c) }
