package markdown

import (
	"bytes"
	"fmt"

	"receipts/internal/diag"
)

// Limits. Markdown's parser takes quadratic time for some texts that are made for
// it; these numbers are far above what a page needs and keep the worst text below
// a second. All but the depth are checked before parsing.
const (
	maxPage      = 1 << 20 // bytes
	maxLine      = 256 << 10
	maxLinks     = 3_000  // "]("
	maxBrackets  = 10_000 // "["
	maxEmphasis  = 10_000 // "*" and "_"
	maxFootnotes = 2_000  // "[^"
	maxTicks     = 10_000 // "`"
	maxColumns   = 60
	maxCells     = 20_000
	maxDepth     = 100
)

// withinLimits reports whether src may be parsed, and adds what is too much.
func (c *collector) withinLimits(src []byte) bool {
	if c.start+len(src) > maxPage {
		end := max(0, maxPage-c.start)
		c.tooComplex(span{end, end + 1}, "the file is larger than 1 MiB", "split the page")
		return false
	}
	before := len(c.list)
	c.count(src, "signs of emphasis (* and _)", maxEmphasis, "*", "_")
	c.count(src, "brackets", maxBrackets, "[")
	c.count(src, "backticks", maxTicks, "`")
	c.count(src, "links", maxLinks, "](")
	c.count(src, "footnotes", maxFootnotes, "[^")
	c.lineLimits(src)
	return len(c.list) == before
}

// count reports the first mark that is one too many.
func (c *collector) count(src []byte, name string, limit int, marks ...string) {
	total := 0
	for _, m := range marks {
		total += bytes.Count(src, []byte(m))
	}
	if total <= limit {
		return
	}
	for i := range src {
		for _, m := range marks {
			if !bytes.HasPrefix(src[i:], []byte(m)) {
				continue
			}
			if limit == 0 {
				c.tooComplex(span{i, i + len(m)}, "the page has too many "+name, "split the page")
				return
			}
			limit--
		}
	}
}

// lineLimits checks the length of lines, how many quotations and lists one opens,
// and how many cells a table would have: short rows are filled up, so a small text
// can make a very large table.
func (c *collector) lineLimits(src []byte) {
	columns, cells := 0, 0
	for start := 0; start < len(src); {
		end := start + bytes.IndexByte(src[start:], '\n')
		if end < start {
			end = len(src)
		}
		line := src[start:end]
		if len(line) > maxLine {
			c.tooComplex(span{start, start + 1}, "the line is longer than 256 KiB", "break the line")
			return
		}
		if depth := containers(line); depth > maxDepth {
			c.tooComplex(span{start, start + len(line)}, fmt.Sprintf("more than %d lists and quotations in one another", maxDepth), "")
			return
		}
		switch content := bytes.TrimLeft(line, "> \t"); {
		case len(bytes.TrimSpace(content)) == 0:
			columns = 0
		case isDelimiterRow(content):
			columns = 1 + bytes.Count(content, []byte("|"))
			cells += 2 * columns
		default:
			cells += columns
		}
		if columns > maxColumns || cells > maxCells {
			c.tooComplex(span{start, start + len(line)}, fmt.Sprintf("the tables have more than %d columns or %d cells", maxColumns, maxCells), "split the table")
			return
		}
		start = end + 1
	}
}

// containers counts the quotations and list items that a line opens.
func containers(line []byte) (depth int) {
	for i, c := range line {
		switch c {
		case '>':
			depth++
		case ' ', '\t':
			if i > 0 && bytes.IndexByte([]byte("-+*.)"), line[i-1]) >= 0 {
				depth++
			}
		case '-', '+', '*', '.', ')', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		default:
			return depth
		}
	}
	return depth
}

// isDelimiterRow reports whether line may be what is below the head of a table. One of
// dashes alone is a rule, or underlines a heading.
func isDelimiterRow(line []byte) bool {
	return bytes.IndexByte(line, '-') >= 0 && bytes.ContainsAny(line, "|:") && len(bytes.Trim(line, "|-: \t")) == 0
}

func (c *collector) tooComplex(at span, message, hint string) {
	c.list.AddHint(diag.TooComplex, c.place(at), message, hint)
}
