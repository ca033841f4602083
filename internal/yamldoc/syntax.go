package yamldoc

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// How many lines of broken YAML are searched for the place, and how many bytes: each
// line is a beginning to be parsed.
const (
	maxSearched      = 1000
	maxSearchedBytes = 1 << 18
)

// syntaxError reports YAML that does not parse. The library gives no column, no line
// for a mistake on the first line, and often the line where a value begins instead
// of the one that is wrong. So the place is the first line after the longest
// beginning of the front matter that does parse.
func (r *Reader) syntaxError(text []byte, err error) {
	lines := bytes.SplitAfter(text, []byte{'\n'})
	if len(lines) > maxSearched {
		lines = lines[:maxSearched]
	}
	for len(lines) > 1 && r.lines[len(lines)-1]-r.start > maxSearchedBytes {
		lines = lines[:len(lines)-1]
	}
	bad := len(lines) - 1
	for bad > 0 && !isMapping(text[:r.lines[bad]-r.start]) {
		bad--
	}
	for bad < len(lines)-1 && len(bytes.TrimSpace(lines[bad])) == 0 {
		bad++
	}
	var f mistake
	if isEscapeError(err) {
		f = brokenEscape(lines, bad)
	}
	if f.message == "" {
		f = diagnose(lines, bad)
	}
	if f.message == "" {
		f.message = "this is not YAML: " + libraryMessage(err)
	}
	start := r.lines[f.line] + f.start
	r.AddHint(f.code, diag.Place{File: r.file, Start: start, End: max(start, r.lines[f.line]+f.end)}, f.message, f.hint)
}

// isMapping reports whether text parses as keys with values, or as nothing.
func isMapping(text []byte) bool {
	var doc yaml.Node
	if yaml.Unmarshal(text, &doc) != nil {
		return false
	}
	return len(doc.Content) == 0 || doc.Content[0].Kind == yaml.MappingNode
}

// mistake is what is wrong with one line, in bytes of the line.
type mistake struct {
	code          diag.Code
	line          int
	start, end    int
	message, hint string
}

// A yamlLine is one line: blanks and dashes, perhaps a key, and a value.
type yamlLine struct {
	text  string
	key   string
	value int // where the value begins
}

var keyed = regexp.MustCompile(`^\s*(?:- +)*(?:([A-Za-z_][\w-]*):(?: +|$))?`)

func readLine(line []byte) yamlLine {
	text := strings.TrimRight(string(line), "\r\n")
	m := keyed.FindStringSubmatchIndex(text)
	l := yamlLine{text: text, value: m[1]}
	if m[2] >= 0 {
		l.key = text[m[2]:m[3]]
	}
	return l
}

// indent is where the line's first character stands that is no blank.
func (l yamlLine) indent() int { return len(l.text) - len(strings.TrimLeft(l.text, " ")) }

// isItem reports whether the line begins an item of a list.
func (l yamlLine) isItem() bool { return strings.HasPrefix(strings.TrimLeft(l.text, " "), "- ") }

// asQuoted is the line's text with its value in quotes, for a hint.
func (l yamlLine) asQuoted() string {
	return strings.TrimLeft(l.text[:l.value], " -") + Quoted(strings.TrimRight(l.text[l.value:], " "))
}

var (
	rawLink      = regexp.MustCompile(`^\[\[[^\]]*\]\]`)
	gluedKey     = regexp.MustCompile(`^\s*(?:- +)*([A-Za-z_]\w*):[^\s/]`)
	libraryPlace = regexp.MustCompile(`^yaml: (?:line \d+: )?`)
)

// maxKey is how many characters a key has at most that YAML reads.
const maxKey = 1024

// diagnose names the usual mistakes of YAML at the line where it breaks.
func diagnose(lines [][]byte, bad int) mistake {
	l := readLine(lines[bad])
	value := l.text[l.value:]
	at := mistake{code: diag.YAMLSyntax, line: bad, start: l.value, end: len(l.text)}
	say := func(start, end int, message, hint string) mistake {
		at.start, at.end, at.message, at.hint = start, end, message, hint
		return at
	}
	if utf8.RuneCountInString(l.key) > maxKey {
		start := strings.Index(l.text, l.key)
		return say(start, start+len(l.key), "the key is longer than "+strconv.Itoa(maxKey)+" characters", "a key is one word")
	}
	if value == "" {
		return l.misfit(at)
	}
	first := value[0]
	switch {
	case rawLink.MatchString(value):
		at.code = diag.UnquotedLink
		return say(l.value, len(l.text), unquotedLink, "write "+l.asQuoted())
	case first == '"' || first == '\'':
		if f := brokenQuote(lines, l, at); f.message != "" {
			return f
		}
	case (first == '[' || first == '{') && flowEnd(bytes.Join(lines[bad:], nil)[l.value:]) == 0:
		return say(l.value, l.value+1, `the "`+string(first)+`" is never closed`,
			map[byte]string{'[': `end the list with "]"`, '{': `end it with "}"`}[first])
	case strings.IndexByte("@`%&*!|>,?]}", first) >= 0:
		return say(l.value, l.value+1, `a text cannot begin with "`+string(first)+`"`, "put it in quotes: "+l.asQuoted())
	}
	if strings.IndexByte(`"'[{`, first) < 0 {
		i := strings.Index(value, ": ")
		if i < 0 && strings.HasSuffix(value, ":") {
			i = len(value) - 1
		}
		if i >= 0 && l.key == "" && !l.isItem() {
			return say(l.value+i, l.value+i+1, `a ":" inside a text: YAML takes what stands before it for a key`,
				`write ">-" after the key and begin the text on the next line`)
		}
		if i >= 0 {
			return say(l.value+i, l.value+i+1, `a second ":" in the line: YAML takes it for another key`, "put the text in quotes: "+l.asQuoted())
		}
		if f, ok := noSpace(l, at); ok {
			return f
		}
		if l.key == "" && !l.isItem() {
			if cut := cutAbove(lines, at); cut.message != "" {
				return cut
			}
			return say(l.value, len(l.text), `"`+firstWord(value)+`" is neither a key nor part of a list`, `write "key: value", and indent the lines of a longer text`)
		}
	}
	// The line looks right; the one above may have spoiled it.
	for above := bad - 1; above >= 0; above-- {
		if p := readLine(lines[above]); strings.TrimSpace(p.text) != "" {
			at.line = above
			if f, ok := noSpace(p, at); ok {
				return f
			}
			break
		}
	}
	at.line = bad
	return l.misfit(at)
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// misfit is the mistake of a line that would be right elsewhere.
func (l yamlLine) misfit(at mistake) mistake {
	at.start, at.end = l.indent(), len(l.text)
	at.message, at.hint = "the line does not fit the lines above", "indent it like the other keys of its group"
	return at
}

// noSpace is the mistake of "key:value".
func noSpace(l yamlLine, at mistake) (mistake, bool) {
	m := gluedKey.FindStringSubmatchIndex(l.text)
	if m == nil {
		return at, false
	}
	at.start, at.end = m[2], m[3]+1
	at.message = `there is no space after "` + l.text[m[2]:m[3]+1] + `"`
	at.hint = `write "` + l.text[m[2]:m[3]] + ": " + l.text[m[3]+1:] + `"`
	return at, true
}

// cutAbove is the mistake of a text that goes on although a comment has ended it on
// the line above. It has no message if there is none.
func cutAbove(lines [][]byte, at mistake) mistake {
	if at.line == 0 {
		return at
	}
	l := readLine(lines[at.line-1])
	m := glued.FindStringSubmatchIndex(l.text)
	if m == nil || l.value < len(l.text) && strings.IndexByte(`"'|>`, l.text[l.value]) >= 0 {
		return at
	}
	at.line--
	at.code, at.start, at.end = diag.CutText, m[2], m[3]
	at.message, at.hint = cutText(l.text[m[2]:m[3]])
	return at
}

// brokenQuote is the mistake of a value that begins with a quotation mark and
// does not end with it. It has no message if the value is right.
func brokenQuote(lines [][]byte, l yamlLine, at mistake) mistake {
	text := bytes.Join(lines[at.line:], nil)[l.value:]
	quote := text[0]
	end := quoteEnd(text)
	// Lines of the text are indented below the key; what stands as far left as
	// the key is not part of it, and the mark that ends it is another's.
	for i, pos := at.line+1, len(lines[at.line])-l.value; i < len(lines) && pos < end; i++ {
		if next := readLine(lines[i]); next.indent() <= l.indent() && strings.TrimSpace(next.text) != "" {
			end = 0
		}
		pos += len(lines[i])
	}
	if end == 0 {
		at.message = "the quotation mark is not closed"
		at.hint = "end the text with " + string(quote)
		return at
	}
	for end > len(lines[at.line])-l.value { // it ends on a line below
		text, end = text[len(lines[at.line])-l.value:], end-(len(lines[at.line])-l.value)
		at.line, l.value = at.line+1, 0
	}
	rest, _, _ := bytes.Cut(text[end:], []byte{'\n'})
	if after := bytes.TrimSpace(rest); len(after) == 0 || after[0] == '#' {
		return at
	}
	at.start = l.value + end
	at.end = at.start + len(bytes.TrimRight(rest, " \r"))
	at.message = "text goes on after the closing quotation mark"
	at.hint = "write '' for an apostrophe inside the text"
	if quote == '"' {
		at.hint = `write \" for a quotation mark inside the text, or use “ ”`
	}
	return at
}

// isEscapeError reports whether an escape is what the library did not read.
func isEscapeError(err error) bool {
	return slices.ContainsFunc([]string{"unknown escape", "hexdecimal number", "escape code"}, func(s string) bool { return strings.Contains(err.Error(), s) })
}

// brokenEscape is the mistake of the first escape from a line on that YAML does not have,
// be it of a value, of a key or in a list. It has no message if none is found.
func brokenEscape(lines [][]byte, line int) mistake {
	text := bytes.Join(lines[line:], nil)
	for i := 0; i < len(text); i++ {
		if c := text[i]; c != '"' && c != '\'' || i > 0 && strings.IndexByte(" [{,:\n", text[i-1]) < 0 {
			continue
		}
		quoted := text[i:]
		if n := quoteEnd(quoted); n > 0 {
			quoted = quoted[:n]
		}
		if at := badEscape(quoted); at.message != "" {
			above := text[:i+at.start]
			start := len(above) - 1 - bytes.LastIndexByte(above, '\n')
			at.line, at.start, at.end = line+bytes.Count(above, []byte{'\n'}), start, start+at.end-at.start
			return at
		}
		i += len(quoted) - 1
	}
	return mistake{}
}

// badEscape is the mistake of the first escape of a quoted text that YAML does not have,
// in bytes of the text. It has no message if there is none.
func badEscape(text []byte) mistake {
	wrong := func(start, end int, message, hint string) mistake {
		return mistake{diag.YAMLSyntax, 0, start, end, string(text[start:end]) + message, hint}
	}
	const none, hint = " is no escape", `write \\ for a backslash, or put the text in single quotes`
	for i := 1; text[0] == '"' && i+1 < len(text); i++ {
		if text[i] != '\\' {
			continue
		}
		begin := i
		i++
		digits, hex := map[byte]int{'x': 2, 'u': 4, 'U': 8}[text[i]]
		if !hex {
			if bytes.IndexByte([]byte("0abtnvfreN_LP /\"\\\t\r\n"), text[i]) < 0 {
				_, size := utf8.DecodeRune(text[i:])
				return wrong(begin, i+size, none, hint)
			}
			continue
		}
		end := min(i+1+digits, len(text))
		switch value, err := strconv.ParseUint(string(text[i+1:end]), 16, 32); {
		case err != nil:
			return wrong(begin, i+1, none, hint)
		case value > unicode.MaxRune || !utf8.ValidRune(rune(value)):
			return wrong(begin, end, " stands for no character", "write the character itself")
		}
		i = end - 1
	}
	return mistake{}
}

func libraryMessage(err error) string { return libraryPlace.ReplaceAllString(err.Error(), "") }
