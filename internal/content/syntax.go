package content

import (
	"bytes"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// maxSearched is how many lines of broken YAML are searched for the place;
// past that the parser's own line has to do.
const maxSearched = 2000

// syntaxError reports YAML that does not parse, at the place an author would
// look. The library gives no column, no line for a fault on the first line,
// and often the line where a value began instead of the one that broke it; so
// the place is found here: the first line after the longest beginning of the
// front matter that does parse.
func (r *reader) syntaxError(text []byte, err error) {
	lines := bytes.SplitAfter(text, []byte{'\n'})
	if len(lines) > maxSearched {
		lines = lines[:maxSearched]
	}
	bad := 0
	for n := len(lines) - 1; n > 0; n-- {
		var doc yaml.Node
		if yaml.Unmarshal(bytes.Join(lines[:n], nil), &doc) == nil {
			bad = n
			break
		}
	}
	for bad < len(lines)-1 && len(bytes.TrimSpace(lines[bad])) == 0 {
		bad++
	}
	line := string(bytes.TrimRight(lines[bad], "\r\n"))
	f := diagnose(line)
	if f.message == "" {
		f.message = "this is not YAML: " + libraryMessage(err)
	}
	start := r.lines[bad] + f.start
	r.diags.AddHint(f.code, diag.Place{File: r.file, Start: start, End: max(start, r.lines[bad]+f.end)}, f.message, f.hint)
}

// fault is what is wrong with one line, in bytes of the line.
type fault struct {
	code          diag.Code
	start, end    int
	message, hint string
}

var (
	keyed        = regexp.MustCompile(`^(\s*(?:- +)*)(?:([A-Za-z_][\w-]*):( +|$))?(.*)$`)
	rawLink      = regexp.MustCompile(`\[\[[^\]]*\]\]`)
	libraryPlace = regexp.MustCompile(`^yaml: (?:line \d+: )?`)
)

// diagnose names the usual faults of a line of YAML. Its message is empty if
// the line shows none of them.
func diagnose(line string) fault {
	m := keyed.FindStringSubmatchIndex(line)
	valueStart := m[8]
	value := line[valueStart:]
	lead := line[:valueStart]
	quoted := func() string { return strings.TrimLeft(lead, " -") + doubleQuoted(value) }
	whole := fault{code: diag.YAMLSyntax, start: valueStart, end: len(line)}

	if value == "" {
		whole.start = len(line) - len(strings.TrimLeft(line, " "))
		return whole
	}
	switch first := value[0]; {
	case first == '[' && rawLink.MatchString(value):
		whole.code = diag.UnquotedLink
		whole.message = "a text that begins with a link needs quotes: YAML reads [[ ]] as a list"
		whole.hint = "write " + quoted()
	case first == '"' || first == '\'':
		n := quotedLength([]byte(value))
		after := strings.TrimSpace(value[n:])
		switch {
		case n < 2 || value[n-1] != first:
			whole.message = "the quotation mark is not closed"
			whole.hint = "end the text with " + string(first)
		case after != "" && !strings.HasPrefix(after, "#"):
			whole.start += n
			whole.message = "text goes on after the closing quotation mark"
			if first == '"' {
				whole.hint = `write \" for a quotation mark inside the text, or use “ ”`
			} else {
				whole.hint = "write '' for an apostrophe inside the text"
			}
		}
	case first == '[' || first == '{':
		whole.end = whole.start + 1
		whole.message = `the "` + string(first) + `" is not closed as it should be`
		whole.hint = map[byte]string{'[': `end the list with "]"`, '{': `end it with "}"`}[first]
	case strings.ContainsRune("@`%&*!|>,?]}", rune(first)):
		whole.end = whole.start + 1
		whole.message = `a text cannot begin with "` + string(first) + `" here`
		whole.hint = "put it in quotes: " + quoted()
	case strings.Contains(value, ": ") || strings.HasSuffix(value, ":"):
		i := strings.Index(value, ": ")
		if i < 0 {
			i = len(value) - 1
		}
		whole.start += i
		whole.end = whole.start + 1
		whole.message = `a second ":" in the line: YAML takes it for another key`
		whole.hint = "put the text in quotes: " + quoted()
	case m[4] < 0 && !strings.HasPrefix(strings.TrimLeft(line, " "), "- "):
		whole.message = `"` + firstWord(value) + `" is neither a key nor part of a list`
		if i := strings.IndexByte(value, ':'); i > 0 && i+1 < len(value) && value[i+1] != ' ' {
			whole.hint = `put a space after the ":"`
		} else {
			whole.hint = `write "key: value", and indent the lines of a longer text`
		}
	default:
		whole.start = len(line) - len(strings.TrimLeft(line, " "))
		whole.message = "the line does not fit the lines above"
		whole.hint = "indent it like the other keys of its group"
	}
	return whole
}

func firstWord(s string) string {
	if i := strings.IndexByte(s, ' '); i > 0 {
		return s[:i]
	}
	return s
}

func doubleQuoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

func libraryMessage(err error) string {
	return libraryPlace.ReplaceAllString(err.Error(), "")
}
