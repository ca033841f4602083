package verbatim

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A text is cut into blocks in one of several ways, since nothing in it says how
// its paragraphs are told apart: each line is one, or its lines are wrapped at some
// width, or blank lines stand between paragraphs. What is known of the paragraphs,
// their lengths or their number, says which.

// A line is one that is not blank, with the next one if it ends in a word that is
// broken at its hyphen.
type line struct {
	block
	last   string // of the text, what stands in one line
	behind bool   // a blank line stands before it
}

// A block is what a text is cut into, and the bytes of the text that it is from.
type block struct {
	text       string
	start, end int
}

// add puts a line behind b.
func (b *block) add(l line) { b.text, b.end = b.text+" "+l.text, l.end }

func linesOf(text string) []line {
	var lines []line
	behind, broken := true, false
	end := 0
	for l := range strings.Lines(Normal(text)) {
		start := end + len(l) - len(strings.TrimLeftFunc(l, unicode.IsSpace))
		end += len(l)
		l = strings.TrimSpace(l)
		switch n := len(lines) - 1; {
		case l == "":
		case broken:
			lines[n].block = block{encoded.Replace(lines[n].text + l), lines[n].start, start + len(l)}
			lines[n].last = l
		default:
			lines = append(lines, line{block{encoded.Replace(l), start, start + len(l)}, l, behind})
		}
		behind, broken = l == "", brokenWord.MatchString(l)
	}
	return lines
}

// brokenWord ends a line behind the hyphen of a word, which goes on in the next.
var brokenWord = regexp.MustCompile(`\p{L}[-\x{2010}\x{ad}]$`)

// unbroken joins the words that are broken at their hyphen.
func unbroken(text string) string { return brokenLine.ReplaceAllString(text, "$1") }

var brokenLine = regexp.MustCompile(`(\p{L}\p{M}*[-\x{2010}\x{ad}])[ \t]*\r?\n[ \t]*`)

// cuttings returns the blocks of a text in each way that it may be cut, the likeliest
// first.
func cuttings(lines []line) [][]block {
	each := blocksOf(lines, func(int) bool { return true })
	if !areWrapped(lines) {
		return [][]block{each}
	}
	full := isFull(lines)
	return [][]block{
		blocksOf(lines, func(i int) bool { return !full(i) }),
		// A line that is full may be the last of its paragraph as well.
		blocksOf(lines, func(i int) bool { return !full(i) || endsSentence(lines[i].text) }),
		blocksOf(lines, func(int) bool { return false }),
		each,
	}
}

// blocksOf joins lines unless a block ends with one, or a blank line stands between.
func blocksOf(lines []line, ends func(i int) bool) []block {
	var blocks []block
	for i, l := range lines {
		if i == 0 || l.behind || ends(i-1) {
			blocks = append(blocks, l.block)
			continue
		}
		blocks[len(blocks)-1].add(l)
	}
	return blocks
}

// isFull returns whether a line is as long as lines get: the first word of the next
// would have made it longer than nearly the longest, in characters or in bytes.
func isFull(lines []line) func(i int) bool {
	width, size := 0, 0
	for _, l := range lines {
		width, size = max(width, utf8.RuneCountInString(l.last)), max(size, len(l.last))
	}
	return func(i int) bool {
		if i+1 == len(lines) || lines[i+1].behind {
			return false
		}
		l := lines[i].last
		next, _, _ := strings.Cut(lines[i+1].text, " ")
		return 10*(utf8.RuneCountInString(l)+1+utf8.RuneCountInString(next)) > 9*width || 10*(len(l)+1+len(next)) > 9*size
	}
}

// areWrapped reports whether a sentence goes on from one line to the next.
func areWrapped(lines []line) bool {
	for i := range len(lines) - 1 {
		if !lines[i+1].behind && breaksSentence(lines[i].text, lines[i+1].text) {
			return true
		}
	}
	return false
}

// breakSentences reports whether a sentence goes on from one block to the next.
func breakSentences(blocks []block) bool {
	for i := range len(blocks) - 1 {
		if breaksSentence(blocks[i].text, blocks[i+1].text) {
			return true
		}
	}
	return false
}

// breaksSentence reports whether a sentence surely goes on from one text to another.
func breaksSentence(text, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLower(first) && !endsSentence(text)
}

// endsSentence reports whether a line reads as the end of a paragraph.
func endsSentence(line string) bool {
	end := strings.TrimRight(line, "\"'’”»)\u00a0\u202f ")
	last, _ := utf8.DecodeLastRuneInString(end)
	return strings.ContainsRune(".!?…", last)
}

// match finds the first blocks with the given lengths, in order.
func match(blocks []block, lengths []int) ([]int, bool) {
	var at []int
	for i, b := range blocks {
		if len(at) < len(lengths) && utf8.RuneCountInString(b.text) == lengths[len(at)] {
			at = append(at, i)
		}
	}
	return at, len(lengths) > 0 && len(at) == len(lengths)
}

// maxIntertitle bounds the lines of an intertitle.
const maxIntertitle = 3

// wrappedTo joins wrapped lines to paragraphs of the given lengths, in order, and
// says which blocks these are. It is for texts whose paragraphs may end in a full
// line. Where a line ends, one of two blanks may be lost. Behind a full line, which
// may go on, a paragraph begins if that is an intertitle; anywhere if strict is not
// set.
func wrappedTo(lines []line, lengths []int, strict bool) (blocks []block, at []int) {
	full := isFull(lines)
	after := 0 // the last paragraph
	for i := 0; i < len(lines); i++ {
		begins := !strict || i == 0 || !full(i-1) || endsSentence(lines[i-1].text) || len(at) > 0 && i-after <= maxIntertitle
		if b, next := paragraphFrom(lines, full, i, lengths[len(at):]); begins && next > i {
			blocks, at = append(blocks, b), append(at, len(blocks))
			i, after = next-1, next
		} else if i > after && full(i-1) { // the line before is no paragraph either
			blocks[len(blocks)-1].add(lines[i])
		} else {
			blocks = append(blocks, lines[i].block)
		}
	}
	return blocks, at
}

// paragraphFrom joins the lines from i to a paragraph of the first of some lengths,
// if they are one, and returns the line behind it.
func paragraphFrom(lines []line, full func(int) bool, i int, lengths []int) (b block, next int) {
	if len(lengths) == 0 {
		return block{}, 0
	}
	b = lines[i].block
	next = i + 1
	for utf8.RuneCountInString(b.text) < lengths[0]-1 && full(next-1) {
		b.add(lines[next])
		next++
	}
	lost := lengths[0] - utf8.RuneCountInString(b.text)
	if lost < 0 || lost > min(1, next-i-1) || full(next-1) && !endsSentence(b.text) {
		return block{}, 0
	}
	return b, next
}
