package yamldoc

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Where the bytes of a scalar stand. yaml.v3 gives the beginning and the value of a
// scalar; which byte of the file a byte of the value comes from follows from its
// quotation marks, its escapes and the line ends that YAML folds.

// within returns a function that maps an offset in text to an offset in src. Text
// is the value of a scalar without white space around it, and start is where the
// scalar begins in src, after its opening quotation mark if it has one. The
// function keeps src only if it needs it: most scalars read as they are written.
func within(src []byte, start int, text string) func(offset int) int {
	quote := byte(0)
	if start > 0 && (src[start-1] == '"' || src[start-1] == '\'') {
		quote = src[start-1]
	}
	block := quote == 0 && start < len(src) && (src[start] == '|' || src[start] == '>')
	length := len(text)
	if !block && isAsWritten(src[start:], text, quote) {
		return func(offset int) int { return start + min(max(offset, 0), length) }
	}
	table := sync.OnceValue(func() []int {
		if block {
			return blockOffsets(src[start:], text)
		}
		return flowOffsets(src[start:], text, quote)
	})
	return func(offset int) int { return start + table()[min(max(offset, 0), length)] }
}

// isAsWritten reports whether src begins with text, without an escape or a line
// end.
func isAsWritten(src []byte, text string, quote byte) bool {
	special := "\n"
	switch quote {
	case '"':
		special = "\n\\"
	case '\'':
		special = "\n'"
	}
	return len(text) <= len(src) && string(src[:len(text)]) == text && !strings.ContainsAny(text, special)
}

// blanks are what YAML folds and strips around and between the lines of a text.
const blanks = " \t\r\n"

func isBlankByte(c byte) bool { return strings.IndexByte(blanks, c) >= 0 }

// blockOffsets maps each byte of value to its offset in src, which begins with
// the "|" or ">" of the text. Both differ in white space only.
func blockOffsets(src []byte, value string) []int {
	pos := bytes.IndexByte(src, '\n') + 1
	pos += len(src[pos:]) - len(bytes.TrimLeftFunc(src[pos:], unicode.IsSpace))
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
func flowOffsets(src []byte, value string, quote byte) []int {
	at := make([]int, 0, len(value)+1)
	pos := leadingSpace(src, quote)
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
			size, r := escape(src[pos:])
			if r >= 0 {
				take(pos, max(1, utf8.RuneLen(r)))
			}
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

// leadingSpace is the length of the white space that src begins with, be it
// escaped: values are read without it.
func leadingSpace(src []byte, quote byte) int {
	pos := 0
	for pos < len(src) {
		r, size := utf8.DecodeRune(src[pos:])
		if quote == '"' && r == '\\' {
			size, r = escape(src[pos:])
		}
		if r >= 0 && !unicode.IsSpace(r) {
			break
		}
		pos += size
	}
	return pos
}

// escape returns the length of the escape at the start of src, and the character
// it stands for; -1 if it stands for none, as the end of a line does.
func escape(src []byte) (size int, r rune) {
	if len(src) < 2 {
		return len(src), -1
	}
	hex := func(digits int) (int, rune) {
		var c uint32
		for _, d := range src[2:min(2+digits, len(src))] {
			c = c<<4 | uint32(strings.IndexByte("0123456789abcdef", d|0x20))
		}
		return 2 + digits, rune(min(c, unicode.MaxRune))
	}
	switch src[1] {
	case 'x':
		return hex(2)
	case 'u':
		return hex(4)
	case 'U':
		return hex(8)
	case 'N':
		return 2, '\u0085'
	case '_':
		return 2, '\u00a0'
	case 'L':
		return 2, '\u2028'
	case 'P':
		return 2, '\u2029'
	case 't', '\t':
		return 2, '\t'
	case 'n':
		return 2, '\n'
	case '0', 'a', 'b', 'v', 'f', 'r', 'e':
		return 2, rune("\x00\a\b\v\f\r\x1b"[strings.IndexByte("0abvfre", src[1])])
	case '\n', '\r':
		size = 1
		for size < len(src) && isBlankByte(src[size]) {
			size++
		}
		return size, -1
	}
	return 2, rune(src[1])
}

// Quoted is s as YAML writes it in quotation marks.
func Quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}
