package yamldoc

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// Where nodes stand. yaml.v3 gives the line and the character at which a node
// begins; a place is bytes of the file.

// stride is how many characters of a line are counted from the next mark before.
const stride = 64

// offset returns where n begins in the file. A line may have all values of the file, so
// characters are not counted from its beginning for each: those of long lines are marked
// once, one in a stride.
func (r *Reader) offset(n *yaml.Node) int {
	line, left := r.line(n), max(n.Column-1, 0)
	offset, end := r.lines[line], len(r.src)
	if line+1 < len(r.lines) {
		end = r.lines[line+1]
	}
	if end-offset > stride {
		marks, ok := r.marks[line]
		if !ok {
			marks = marksOf(r.src[:end], offset)
			r.marks[line] = marks
		}
		mark := min(left/stride, len(marks)-1)
		offset, left = marks[mark], left-mark*stride
	}
	for ; left > 0 && offset < end; left-- {
		_, size := utf8.DecodeRune(r.src[offset:])
		offset += size
	}
	return offset
}

// marksOf are the offsets of each character from start that follows a stride, and of the
// first.
func marksOf(src []byte, start int) []int {
	marks := make([]int, 0, (len(src)-start)/stride+1)
	for count := 0; start < len(src); count++ {
		if count%stride == 0 {
			marks = append(marks, start)
		}
		_, size := utf8.DecodeRune(src[start:])
		start += size
	}
	return marks
}

// line is n's line, counted from 0.
func (r *Reader) line(n *yaml.Node) int { return min(max(n.Line-1, 0), len(r.lines)-1) }

// restOfLine is the text from start to the end of n's line, without trailing
// blanks.
func (r *Reader) restOfLine(n *yaml.Node, start int) []byte {
	end := len(r.src)
	if line := r.line(n); line+1 < len(r.lines) {
		end = r.lines[line+1] - 1
	}
	return bytes.TrimRight(r.src[start:max(start, end)], " \r\n")
}

// place returns the range of n in the file: a whole scalar on one line, or the
// first line of anything longer.
func (r *Reader) place(n *yaml.Node) diag.Place {
	start := r.offset(n)
	rest := r.restOfLine(n, start)
	length := len(rest)
	switch {
	case n.Kind == yaml.ScalarNode && isQuoted(n):
		if end := quoteEnd(rest); end > 0 {
			length = end
		}
	case n.Kind == yaml.ScalarNode && !isBlock(n):
		length = min(len(n.Value), len(rest))
	case isFlow(n):
		if end := flowEnd(rest); end > 0 {
			length = end
		}
	case n.Kind == yaml.MappingNode && len(n.Content) > 0:
		return r.place(n.Content[0])
	}
	return diag.Place{File: r.file, Start: start, End: start + length}
}

// inside is the place of a scalar without its quotation marks.
func (r *Reader) inside(n *yaml.Node) diag.Place {
	p := r.place(n)
	if isQuoted(n) {
		p.Start++
		if p.End > p.Start && r.src[p.End-1] == r.src[p.Start-1] {
			p.End--
		}
		p.End = max(p.Start, p.End)
	}
	return p
}

func isQuoted(n *yaml.Node) bool {
	return n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0
}
func isBlock(n *yaml.Node) bool { return n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 }
func isFlow(n *yaml.Node) bool  { return n.Style&yaml.FlowStyle != 0 }

// quoteEnd is where the quoted scalar at the start of text ends, or 0.
func quoteEnd(text []byte) int {
	if len(text) == 0 {
		return 0
	}
	quote := text[0]
	for i := 1; i < len(text); i++ {
		switch {
		case quote == '"' && text[i] == '\\':
			i++
		case text[i] == quote && quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		case text[i] == quote:
			return i + 1
		}
	}
	return 0
}

// flowEnd is where the list or mapping in brackets at the start of text ends,
// or 0 if it does not.
func flowEnd(text []byte) int {
	depth := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"', '\'':
			if i > 0 && strings.IndexByte(" [{,:", text[i-1]) < 0 {
				continue // an apostrophe inside a word
			}
			n := quoteEnd(text[i:])
			if n == 0 {
				return 0
			}
			i += n - 1
		}
	}
	return 0
}
