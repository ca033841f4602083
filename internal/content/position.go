package content

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// Where things stand. yaml.v3 says the line and the character at which a node
// begins; a place is bytes of the file, and a mistake inside a text (a link in
// a folded sentence) is shown at its own bytes.

// A spot is a character of a line, counted from 1, and its offset in the file.
type spot struct{ line, column, offset int }

// offset returns where n begins in the file. Nodes are asked for in about the
// order of the text, so counting goes on from the last one of the same line.
func (r *reader) offset(n *yaml.Node) int {
	line := r.line(n)
	if r.last.line != line || r.last.column > n.Column {
		r.last = spot{line, 1, r.lines[line]}
	}
	for ; r.last.column < n.Column && r.last.offset < r.front.end; r.last.column++ {
		_, size := utf8.DecodeRune(r.src[r.last.offset:r.front.end])
		r.last.offset += size
	}
	return r.last.offset
}

// line is n's line, counted from 0.
func (r *reader) line(n *yaml.Node) int { return min(max(n.Line-1, 0), len(r.lines)-1) }

// restOfLine is what stands from start to the end of n's line, without blanks
// behind it.
func (r *reader) restOfLine(n *yaml.Node, start int) []byte {
	end := r.front.end
	if line := r.line(n); line+1 < len(r.lines) {
		end = r.lines[line+1] - 1
	}
	return bytes.TrimRight(r.src[start:max(start, end)], " \r\n")
}

// place returns the range of n in the file: a whole scalar on one line, or the
// first line of anything longer.
func (r *reader) place(n *yaml.Node) diag.Place {
	start := r.offset(n)
	rest := r.restOfLine(n, start)
	length := len(rest)
	switch {
	case n.Kind == yaml.ScalarNode && isQuoted(n):
		length = quotedLength(rest)
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
func (r *reader) inside(n *yaml.Node) diag.Place {
	p := r.place(n)
	if isQuoted(n) && p.End-p.Start >= 2 {
		p.Start++
		if r.src[p.End-1] == r.src[p.Start-1] {
			p.End--
		}
	}
	return p
}

// part is the place of the bytes start to end of the text that words reads
// from n.
func (r *reader) part(n *yaml.Node, start, end int) diag.Place {
	at := r.within(n)
	from, to := at(start), at(start)
	if end > start {
		to = at(end-1) + 1
	}
	return diag.Place{File: r.file, Start: from, End: to}
}

func isQuoted(n *yaml.Node) bool {
	return n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0
}
func isBlock(n *yaml.Node) bool { return n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 }
func isFlow(n *yaml.Node) bool  { return n.Style&yaml.FlowStyle != 0 }

// quotedLength is the length of the quoted scalar at the start of text, with
// its quotes; the whole text if it does not end there.
func quotedLength(text []byte) int {
	if n := quoteEnd(text); n > 0 {
		return n
	}
	return len(text)
}

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

// within returns a function that maps an offset in the text that words reads
// from n to an offset in the file.
func (r *reader) within(n *yaml.Node) func(int) int {
	value, src := n.Value, r.src
	lead := len(value) - len(strings.TrimLeftFunc(value, unicode.IsSpace))
	start, end, block := r.offset(n), r.front.end, isBlock(n)
	if first, ok := asTyped(n, src[start:end]); ok {
		length := len(value)
		return func(want int) int { return min(start+first+min(max(want+lead, 0), length), end) }
	}
	// Made when asked for, since most texts have nothing to show; once, since a
	// later build may ask again.
	offsets := sync.OnceValue(func() []int {
		if block {
			return blockOffsets(src[start:end], value)
		}
		return flowOffsets(src[start:end], value)
	})
	return func(want int) int {
		return min(start+offsets()[min(max(want+lead, 0), len(value))], end)
	}
}

// asTyped reports whether the value of n stands in src, which begins with n, as it
// reads, and behind how many bytes: nearly all do, and need no table of offsets,
// which would keep the file as long as the page.
func asTyped(n *yaml.Node, src []byte) (first int, ok bool) {
	escapes := "\n"
	switch {
	case isBlock(n):
		return 0, false
	case n.Style&yaml.DoubleQuotedStyle != 0:
		first, escapes = 1, "\n\\"
	case n.Style&yaml.SingleQuotedStyle != 0:
		first, escapes = 1, "\n'"
	}
	end := first + len(n.Value)
	if end+first > len(src) || string(src[first:end]) != n.Value || strings.ContainsAny(n.Value, escapes) {
		return 0, false
	}
	return first, first == 0 || src[end] == src[0] // in quotes, a line end may follow that is a blank
}

// blanks are what YAML folds and strips around and between the lines of a text.
const blanks = " \t\r\n"

func isBlankByte(c byte) bool { return strings.IndexByte(blanks, c) >= 0 }

// blockOffsets maps each byte of value to its offset in src, which begins with
// the "|" or ">" of the text. Both differ in white space only.
func blockOffsets(src []byte, value string) []int {
	pos := bytes.IndexByte(src, '\n') + 1
	at := make([]int, len(value)+1)
	for i := 0; i < len(value); {
		blank := isBlankByte(value[i])
		for pos < len(src) && isBlankByte(src[pos]) != blank {
			pos++
		}
		// A run of one kind ends in both at the same place.
		for i < len(value) && isBlankByte(value[i]) == blank {
			at[i] = min(pos, len(src))
			if i++; !blank || pos+1 < len(src) && isBlankByte(src[pos+1]) {
				pos++
			}
		}
	}
	at[len(value)] = min(pos, len(src))
	return at
}

// flowOffsets maps each byte of value to its offset in src, which begins with
// the first character of a plain or quoted text: line ends become spaces, and
// in quotes there are escapes.
func flowOffsets(src []byte, value string) []int {
	at := make([]int, 0, len(value)+1)
	pos, quote := 0, byte(0)
	if len(src) > 0 && (src[0] == '"' || src[0] == '\'') {
		pos, quote = 1, src[0]
	}
	take := func(from, n int) {
		for range n {
			if len(at) < len(value) {
				at = append(at, from)
			}
		}
	}
	for len(at) < len(value) && pos < len(src) {
		switch c := src[pos]; {
		case quote == '"' && c == '\\':
			size, n := escape(src[pos:])
			take(pos, n)
			pos += size
		case quote == '\'' && c == '\'':
			take(pos, 1)
			pos += 2
		case isBlankByte(c):
			end := pos
			for end < len(src) && isBlankByte(src[end]) {
				end++
			}
			switch lines := bytes.Count(src[pos:end], []byte{'\n'}); lines {
			case 0:
				for ; pos < end; pos++ {
					take(pos, 1)
				}
			default: // one line end is a space, more are one less
				take(pos, max(1, lines-1))
			}
			pos = end
		default:
			take(pos, 1)
			pos++
		}
	}
	take(pos, len(value))
	return append(at, min(pos, len(src)))
}

// escape returns the length of the escape at the start of src, and of the
// characters it stands for, in bytes.
func escape(src []byte) (size, means int) {
	if len(src) < 2 {
		return len(src), 0
	}
	hex := func(digits int) (int, int) {
		var c rune
		for _, d := range src[2:min(2+digits, len(src))] {
			c = c<<4 | rune(strings.IndexByte("0123456789abcdef", d|0x20))
		}
		return 2 + digits, max(1, utf8.RuneLen(c))
	}
	switch src[1] {
	case 'x':
		return hex(2)
	case 'u':
		return hex(4)
	case 'U':
		return hex(8)
	case 'N', '_': // U+0085 and U+00A0
		return 2, 2
	case 'L', 'P': // U+2028 and U+2029
		return 2, 3
	case '\n', '\r':
		size = 1
		for size < len(src) && isBlankByte(src[size]) {
			size++
		}
		return size, 0
	}
	return 2, 1
}
