package content

import (
	"bytes"
	"errors"
	"io"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// A reader walks the YAML of one file and collects what is wrong with it.
// Scalars are taken as the raw text the author typed: YAML's own guesses
// (octal, booleans, dates, floats) never apply.
type reader struct {
	file  string
	src   []byte
	front matter
	lines []int      // offset of each line of the YAML
	whole *yaml.Node // all keys
	last  spot       // where offset was asked for last
	diags *diag.List

	lostFact  bool // an item that may be a fact could not be read
	lostState bool // a state that is written here could not be read
}

func newReader(file string, src []byte, front matter, diags *diag.List) *reader {
	lines := make([]int, 1, 2+bytes.Count(src[front.start:front.end], []byte{'\n'}))
	lines[0] = front.start
	r := &reader{file: file, src: src, front: front, diags: diags, lines: lines, last: spot{line: -1}}
	for i, c := range src[front.start:front.end] {
		if c == '\n' {
			r.lines = append(r.lines, front.start+i+1)
		}
	}
	return r
}

// maxDepth bounds how deep front matter may nest; ours needs five levels.
const maxDepth = 20

// root parses the YAML and returns its mapping. It is false if there is none
// to read, with the reason reported.
func (r *reader) root() (*yaml.Node, bool) {
	text := r.src[r.front.start:r.front.end]
	if !r.checkTabs() {
		return nil, false
	}
	var doc yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	if err := decoder.Decode(&doc); err != nil && !errors.Is(err, io.EOF) {
		r.syntaxError(text, err)
		return nil, false
	}
	if len(doc.Content) == 0 {
		r.whole = &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
		return r.whole, true
	}
	root := doc.Content[0]
	r.whole = root
	if root.Kind != yaml.MappingNode {
		r.diags.AddHint(diag.WrongType, r.place(root), "keys with their values are expected here", `write "key: value", one a line`)
		return nil, false
	}
	var second yaml.Node
	if err := decoder.Decode(&second); !errors.Is(err, io.EOF) {
		r.diags.AddHint(diag.YAMLFeature, r.secondDocument(root), "a second YAML document begins here", "keep one set of keys")
		return nil, false
	}
	return root, r.checkFeatures(root, 0)
}

// secondDocument is the place of the line that ends the first document.
func (r *reader) secondDocument(root *yaml.Node) diag.Place {
	for _, start := range r.lines[min(root.Line, len(r.lines)):] {
		if line := r.src[start:r.front.end]; bytes.HasPrefix(line, []byte("---")) || bytes.HasPrefix(line, []byte("...")) {
			return diag.Place{File: r.file, Start: start, End: start + 3}
		}
	}
	return r.place(root)
}

// checkTabs reports indentation by tabs, which YAML refuses with a message
// about something else.
func (r *reader) checkTabs() bool {
	ok := true
	for i, start := range r.lines {
		end := r.front.end
		if i+1 < len(r.lines) {
			end = r.lines[i+1]
		}
		line := r.src[start:end]
		indent := line[:len(line)-len(bytes.TrimLeft(line, " \t"))]
		if tab := bytes.IndexByte(indent, '\t'); tab >= 0 && len(bytes.TrimSpace(line)) > 0 {
			at := diag.Place{File: r.file, Start: start + tab, End: start + len(indent)}
			r.diags.AddHint(diag.TabIndent, at, "the line is indented with a tab", "indent with two spaces for each level")
			ok = false
		}
	}
	return ok
}

// checkFeatures refuses what makes YAML more than keys, lists and texts:
// anchors, aliases, tags and merge keys.
func (r *reader) checkFeatures(n *yaml.Node, depth int) bool {
	refuse := func(what, hint string) bool {
		at := r.place(n)
		at.End = at.Start + len(firstWord(string(r.src[at.Start:at.End])))
		r.diags.AddHint(diag.YAMLFeature, at, what, hint)
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
			r.diags.AddHint(diag.YAMLFeature, r.place(c), `"<<" copies keys from another value`, "write the keys where they are needed")
			ok = false
			continue
		}
		ok = r.checkFeatures(c, depth+1) && ok
	}
	return ok
}
