package content

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

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
	lines []int // offset of each line of the YAML
	diags *diag.List
}

func newReader(file string, src []byte, front matter, diags *diag.List) *reader {
	r := &reader{file: file, src: src, front: front, diags: diags, lines: []int{front.start}}
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
	if !r.checkTabs(text) {
		return nil, false
	}
	var doc yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	if err := decoder.Decode(&doc); err != nil && !errors.Is(err, io.EOF) {
		r.syntaxError(text, err)
		return nil, false
	}
	if len(doc.Content) == 0 {
		return &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}, true
	}
	root := doc.Content[0]
	if root.Kind != yaml.MappingNode {
		r.diags.AddHint(diag.WrongType, r.place(root), "front matter is a list of keys with their values", `write "key: value", one a line`)
		return nil, false
	}
	var second yaml.Node
	if err := decoder.Decode(&second); !errors.Is(err, io.EOF) {
		at := r.lines[0]
		if len(second.Content) > 0 {
			at = r.offset(second.Content[0])
		}
		r.diags.AddHint(diag.YAMLFeature, diag.Place{File: r.file, Start: at, End: at}, "there is a second YAML document", "keep one set of keys")
		return nil, false
	}
	return root, r.checkFeatures(root, 0)
}

// checkTabs reports indentation by tabs, which YAML refuses with a message
// about something else.
func (r *reader) checkTabs(text []byte) bool {
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
		r.diags.AddHint(diag.YAMLFeature, r.place(n), what, hint)
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

// offset returns where n begins in the file. YAML counts columns in
// characters; a place counts bytes.
func (r *reader) offset(n *yaml.Node) int {
	line := min(max(n.Line-1, 0), len(r.lines)-1)
	pos := r.lines[line]
	for col := 1; col < n.Column && pos < r.front.end; col++ {
		_, size := utf8.DecodeRune(r.src[pos:])
		pos += size
	}
	return pos
}

// place returns the range of n in the file: a whole scalar on one line, or the
// first line of anything longer.
func (r *reader) place(n *yaml.Node) diag.Place {
	start := r.offset(n)
	rest := r.src[start:max(start, r.front.end)]
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	rest = bytes.TrimRight(rest, " \r")
	length := len(rest)
	switch {
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		length = quotedLength(rest)
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0:
		length = min(len(n.Value), len(rest))
	case n.Kind == yaml.MappingNode && len(n.Content) > 0 && n.Style&yaml.FlowStyle == 0:
		return r.place(n.Content[0])
	}
	return diag.Place{File: r.file, Start: start, End: start + length}
}

// quotedLength is the length of the quoted scalar at the start of line, with
// its quotes; the rest of the line if it goes on below.
func quotedLength(line []byte) int {
	if len(line) == 0 {
		return 0
	}
	quote := line[0]
	for i := 1; i < len(line); i++ {
		switch {
		case quote == '"' && line[i] == '\\':
			i++
		case line[i] == quote && quote == '\'' && i+1 < len(line) && line[i+1] == quote:
			i++
		case line[i] == quote:
			return i + 1
		}
	}
	return len(line)
}

// within returns a function that maps an offset in n's value to an offset in
// the file. A folded or escaped scalar differs from its source in white space
// and backslashes only, so both texts are walked side by side.
func (r *reader) within(n *yaml.Node) func(int) int {
	start := r.offset(n)
	block := n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0
	if block {
		if i := bytes.IndexByte(r.src[start:r.front.end], '\n'); i >= 0 {
			start += i + 1
		}
	} else if n.Style != 0 {
		start++
	}
	return func(want int) int {
		pos := start
		value := n.Value
		for i := 0; i < len(value) && pos < r.front.end; {
			isSpace := value[i] == ' ' || value[i] == '\n'
			if isSpace {
				if i >= want {
					return pos
				}
				i++
				for pos < r.front.end && strings.IndexByte(" \t\r\n", r.src[pos]) >= 0 {
					pos++
				}
				for i < len(value) && (value[i] == ' ' || value[i] == '\n') {
					i++
				}
				continue
			}
			for pos < r.front.end && r.src[pos] != value[i] {
				pos++
			}
			if i >= want {
				return pos
			}
			i, pos = i+1, pos+1
		}
		return min(pos, r.front.end)
	}
}
