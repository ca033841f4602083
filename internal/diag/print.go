package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Files gives the text of a file by its path, for frames and line numbers.
// It returns nil for a file that is not there.
type Files func(path string) []byte

// A Position is a place as an editor counts it: from 1, columns in bytes.
type Position struct {
	Line, Column       int
	EndLine, EndColumn int
}

// Position turns p into lines and columns of text. Offsets past the end count
// as the end.
func (p Place) Position(text []byte) Position {
	line, column := lineColumn(text, p.Start)
	endLine, endColumn := lineColumn(text, max(p.Start, p.End))
	return Position{line, column, endLine, endColumn}
}

func lineColumn(text []byte, offset int) (line, column int) {
	offset = min(max(offset, 0), len(text))
	before := text[:offset]
	return 1 + bytes.Count(before, []byte{'\n'}), offset - bytes.LastIndexByte(before, '\n')
}

// Text prints l for a person: place, message and code, a frame of the line,
// a hint. With color, the terminal's own colours mark the parts.
func Text(w io.Writer, l List, files Files, color bool) error {
	paint := func(style, s string) string {
		if !color {
			return s
		}
		return "\x1b[" + style + "m" + s + "\x1b[0m"
	}
	var b strings.Builder
	for i, d := range l {
		if i > 0 {
			b.WriteByte('\n')
		}
		kind, style := "error", "1;31"
		if d.IsWarning() {
			kind, style = "warning", "1;33"
		}
		text := files(d.Place.File)
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", paint("1", locate(d.Place, text)), paint(style, kind), clean(d.Message), d.Code)
		b.WriteString(frame(d.Place, text, func(s string) string { return paint(style, s) }))
		for _, r := range d.Related {
			other := files(r.Place.File)
			fmt.Fprintf(&b, "  %s: %s\n", locate(r.Place, other), clean(r.Note))
			b.WriteString(Frame(r.Place, other))
		}
		if d.Hint != "" {
			// Lines to paste follow below the hint, indented as a list of the
			// front matter is.
			hint, rest, _ := strings.Cut(d.Hint, "\n")
			fmt.Fprintf(&b, "  %s: %s\n", paint("1;36", "hint"), clean(hint))
			for line := range strings.Lines(rest) {
				fmt.Fprintf(&b, "  %s\n", clean(strings.TrimSuffix(line, "\n")))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func locate(p Place, text []byte) string {
	at := p.Position(text)
	return fmt.Sprintf("%s:%d:%d", clean(p.File), at.Line, at.Column)
}

// Frame is the line of a place in text with carets under it, as [Text] prints
// it, and empty if there is no such line.
func Frame(p Place, text []byte) string {
	return frame(p, text, func(s string) string { return s })
}

// frameWidth is how much of a long line a frame shows, in characters.
const frameWidth = 96

// frame shows the line of p with carets under the place. It is empty if the
// file has no such line.
func frame(p Place, text []byte, mark func(string) string) string {
	if len(text) == 0 {
		return ""
	}
	at := p.Position(text)
	start := min(max(p.Start, 0), len(text)) - (at.Column - 1)
	line := text[start:]
	if i := bytes.IndexByte(line, '\n'); i >= 0 {
		line = line[:i]
	}
	line = bytes.TrimRight(line, "\r")
	from := min(at.Column-1, len(line))
	to := len(line)
	if at.EndLine == at.Line {
		to = min(max(at.EndColumn-1, from), len(line))
	}
	before, marked, after := visible(line[:from]), visible(line[from:to]), visible(line[to:])
	before, marked, after = window(before, marked, after)

	number := fmt.Sprint(at.Line)
	gutter := strings.Repeat(" ", len(number))
	carets := strings.Repeat("^", max(1, columns(marked)))
	pad := strings.Repeat(" ", columns(before))
	shown := strings.TrimRight("    "+number+" | "+before+marked+after, " ")
	return fmt.Sprintf("%s\n    %s | %s%s\n", shown, gutter, pad, mark(carets))
}

// columns is how many columns of a terminal s takes: accents that stand over
// another letter take none.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.In(r, unicode.Mn, unicode.Me) {
			n++
		}
	}
	return n
}

// window cuts a long line around its marked part.
func window(before, marked, after string) (string, string, string) {
	if runes := []rune(before); len(runes) > frameWidth*2/3 {
		before = "…" + string(runes[len(runes)-frameWidth/2:])
	}
	if runes := []rune(marked); len(runes) > frameWidth {
		return before, string(runes[:frameWidth]), "…"
	}
	room := max(8, frameWidth-utf8.RuneCountInString(before+marked))
	if runes := []rune(after); len(runes) > room {
		after = string(runes[:room]) + "…"
	}
	return before, marked, after
}

// visible makes every character one column wide, and replaces control characters
// and those that reorder text by a visible sign.
func visible(line []byte) string {
	var b strings.Builder
	for len(line) > 0 {
		r, size := utf8.DecodeRune(line)
		switch {
		case r == utf8.RuneError && size == 1:
			r = '�'
		case r == '\t':
			r = ' '
		case r < 0x20:
			r = 0x2400 + r
		case r == 0x7f:
			r = '␡'
		case isFormat(r):
			r = '·'
		}
		b.WriteRune(r)
		line = line[size:]
	}
	return b.String()
}

// clean keeps author's text inside a message on one line and free of control
// characters.
func clean(s string) string { return visible([]byte(s)) }

// Printable is a text of several lines, as a message of the program itself, without control
// characters, and with words no longer than an address may be.
func Printable(text string) string {
	lines := strings.Split(shortened(text, maxAdvised), "\n")
	for i, l := range lines {
		lines[i] = clean(l)
	}
	return strings.Join(lines, "\n")
}

// IsInvisible reports whether r is a character that no text may contain, since it is
// invisible and may change what is seen: C0 and C1 controls, bidirectional overrides,
// zero width marks, fillers, tags, noncharacters. A zero width joiner is part of a letter
// in some scripts and stays, as does the soft hyphen. The flags of England, Scotland and
// Wales are written with tags, which may hide any text, and have to do without.
func IsInvisible(r rune) bool {
	switch {
	case r < 0x20, r == 0x7f, r >= 0x80 && r < 0xa0,
		r == 0x115f, r == 0x1160, r == 0x3164, r == 0xffa0,
		r == 0x200b, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0xfeff,
		r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe007f,
		r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return true
	}
	return false
}

func isFormat(r rune) bool {
	switch {
	case r == 0x061c, r >= 0x200c && r <= 0x200f:
		return true
	}
	return IsInvisible(r)
}

type jsonRelated struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Note   string `json:"note"`
}

type jsonDiagnostic struct {
	File      string        `json:"file"`
	Line      int           `json:"line"`
	Column    int           `json:"column"`
	EndLine   int           `json:"endLine"`
	EndColumn int           `json:"endColumn"`
	Severity  string        `json:"severity"`
	Code      Code          `json:"code"`
	Message   string        `json:"message"`
	Hint      string        `json:"hint,omitempty"`
	Related   []jsonRelated `json:"related,omitempty"`
}

// JSON prints l as one array, an object a diagnostic.
func JSON(w io.Writer, l List, files Files) error {
	out := make([]jsonDiagnostic, 0, len(l))
	for _, d := range l {
		at := d.Place.Position(files(d.Place.File))
		j := jsonDiagnostic{
			File: d.Place.File, Line: at.Line, Column: at.Column, EndLine: at.EndLine, EndColumn: at.EndColumn,
			Severity: "error", Code: d.Code, Message: d.Message, Hint: d.Hint,
		}
		if d.IsWarning() {
			j.Severity = "warning"
		}
		for _, r := range d.Related {
			at := r.Place.Position(files(r.Place.File))
			j.Related = append(j.Related, jsonRelated{r.Place.File, at.Line, at.Column, r.Note})
		}
		out = append(out, j)
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// GitHub prints l as workflow commands, which GitHub Actions shows beside the
// lines of a pull request. With strict a warning is an error, as the run has failed
// because of it.
func GitHub(w io.Writer, l List, files Files, strict bool) error {
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	var b strings.Builder
	for _, d := range l {
		at := d.Place.Position(files(d.Place.File))
		kind, message := "error", d.Message
		switch {
		case d.IsWarning() && strict:
			message += " (a warning, and with -strict warnings count as errors)"
		case d.IsWarning():
			kind = "warning"
		}
		fmt.Fprintf(&b, "::%s file=%s,line=%d,col=%d", kind, property.Replace(Printable(d.Place.File)), at.Line, at.Column)
		if at.EndLine == at.Line && at.EndColumn > at.Column {
			fmt.Fprintf(&b, ",endColumn=%d", at.EndColumn)
		}
		if d.Hint != "" {
			message += "\nhint: " + d.Hint
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", d.Code, data.Replace(Printable(message)))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
