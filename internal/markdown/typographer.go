package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Typographic punctuation: quotation marks, apostrophes, dashes (-- and ---)
// and dots (...). goldmark has this too, but counts open quotation marks as it
// goes; here a mark depends on its neighbours alone, so that a text gets the
// same marks whether it is parsed, or is plain and goes through [smarten].

type typographer struct{}

func (typographer) Trigger() []byte { return []byte{'\'', '"', '-', '.'} }

func (typographer) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	_, at := block.PeekLine()
	if at.Padding > 0 {
		return nil
	}
	mark, size := punctuation(block.Source(), at.Start)
	if size == 0 {
		return nil
	}
	block.Advance(size)
	return ast.NewString([]byte(mark))
}

// smarten makes the punctuation of a text without Markdown typographic.
func smarten(words string) string {
	if !strings.ContainsAny(words, `'"-.`) {
		return words
	}
	src := []byte(words)
	var b strings.Builder
	b.Grow(len(words) + 16)
	for i := 0; i < len(src); {
		if strings.IndexByte(`'"-.`, src[i]) >= 0 {
			if mark, size := punctuation(src, i); size > 0 {
				b.WriteString(mark)
				i += size
				continue
			}
		}
		b.WriteByte(src[i])
		i++
	}
	return b.String()
}

// punctuation returns what to write for the mark at src[i], and how many bytes
// it replaces: none if the mark stays.
func punctuation(src []byte, i int) (mark string, size int) {
	switch src[i] {
	case '-':
		if i > 0 && src[i-1] == '-' {
			return "", 0 // inside a longer row, which stays as it is
		}
		switch run(src, i) {
		case 2:
			return "–", 2
		case 3:
			return "—", 3
		}
		return "", 0
	case '.':
		if run(src, i) >= 3 && (i == 0 || src[i-1] != '.') {
			return "…", 3
		}
		return "", 0
	case '\'':
		if opens(src, i) && !elided(src[i+1:]) {
			return "‘", 1
		}
		return "’", 1
	}
	if opens(src, i) {
		return "“", 1
	}
	return "”", 1
}

// run counts equal bytes from src[i], up to four.
func run(src []byte, i int) int {
	n := 1
	for n < 4 && i+n < len(src) && src[i+n] == src[i] {
		n++
	}
	return n
}

// maxAside is how many marks are looked through: enough for ***"'x'"***, and
// few enough that a long row of marks is read in linear time.
const maxAside = 8

// opens reports whether the quotation mark at src[i] opens a quotation: it
// does if a space or an opening sign stands before it and none after it.
// Emphasis and further quotation marks beside it are looked through.
func opens(src []byte, i int) bool {
	const aside = `*_'"`
	end := i + 1
	for end < len(src) && end <= i+maxAside && strings.IndexByte(aside, src[end]) >= 0 {
		end++
	}
	rest := src[end:]
	if len(rest) == 0 {
		return false
	}
	if after, _ := utf8.DecodeRune(rest); unicode.IsSpace(after) || strings.ContainsRune(".,;:!?)]}|»”’", after) && !bytes.HasPrefix(rest, []byte("...")) {
		return false
	}
	start := i
	for start > 0 && start >= i-maxAside && strings.IndexByte(aside, src[start-1]) >= 0 {
		start--
	}
	if start == 0 {
		return true
	}
	before, _ := utf8.DecodeLastRune(src[:start])
	return unicode.IsSpace(before) || strings.ContainsRune("([{-–—/|=<>«“‘", before)
}

// elided reports whether an apostrophe before rest stands for letters left
// out at the start of a word: '90s, 'tis.
func elided(rest []byte) bool {
	if len(rest) > 2 && isDigit(rest[0]) && isDigit(rest[1]) && rest[2] == 's' && !startsWithLetter(rest[3:]) {
		return true
	}
	for _, word := range []string{"tis", "twas", "em", "til", "cause"} {
		if len(rest) >= len(word) && bytes.EqualFold(rest[:len(word)], []byte(word)) && !startsWithLetter(rest[len(word):]) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func startsWithLetter(b []byte) bool {
	c, _ := utf8.DecodeRune(b)
	return unicode.IsLetter(c) || unicode.IsDigit(c)
}
