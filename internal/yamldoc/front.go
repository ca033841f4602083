package yamldoc

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"

	"receipts/internal/diag"
)

// maxFile is the size of the largest file, in bytes: more than a book.
const maxFile = 1 << 20

// CheckBytes refuses bytes that no author means to write: text that is not
// UTF-8, control characters, and characters that reorder or hide text. It is
// false if there are any, with each reported.
func CheckBytes(file string, data []byte, diags *diag.List) bool {
	if len(data) > maxFile {
		diags.AddHint(diag.FileTooLarge, diag.Place{File: file}, "the file is larger than 1 MiB", "split it into several pages")
		return false
	}
	ok := true
	for i := 0; i < len(data); {
		if c := data[i]; c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		at := diag.Place{File: file, Start: i, End: i + size}
		switch {
		case r == utf8.RuneError && size == 1:
			diags.AddHint(diag.NotUTF8, at, fmt.Sprintf("the byte 0x%02X is not UTF-8", data[i]), "save the file as UTF-8")
			return false
		case r == 0xFEFF && i == 0:
			diags.AddHint(diag.ControlChar, at, "the file begins with a byte order mark", "save the file as UTF-8 without a byte order mark")
			ok = false
		case r == '\r' && i+1 < len(data) && data[i+1] == '\n':
		case r == '\r' && !bytes.Contains(data, []byte{'\n'}):
			diags.AddHint(diag.ControlChar, at, "the lines end as on the first Macs, in U+000D alone", "save the file with the line ends of Unix (LF)")
			return false
		case diag.IsInvisible(r):
			diags.AddHint(diag.ControlChar, at, fmt.Sprintf("invisible character U+%04X", r), "delete it")
			ok = false
		}
		i += size
	}
	return ok
}

// conflict matches a line by which a merge marks where two versions of a file differ.
var conflict = regexp.MustCompile(`(?m)^(?:(?:<{7}|\|{7}|>{7}) .*|={7})\r?$`)

// conflictSigns are in such lines, and looked for faster than these.
var conflictSigns = [][]byte{[]byte("<<<<<<<"), []byte("|||||||"), []byte("======="), []byte(">>>>>>>")}

// FirstVersion reports where a merge has left two versions of lines in a file, once
// for each place: one of the two is to stay. It returns the file as it reads with the
// first of them, so that its other mistakes are found, and all else where it was; the
// same data if there are no such lines. A "=======" alone that underlines a text is a
// heading.
func FirstVersion(file string, data []byte, diags *diag.List) []byte {
	if !slices.ContainsFunc(conflictSigns, func(sign []byte) bool { return bytes.Contains(data, sign) }) {
		return data
	}
	var first []byte
	isOpen, second := false, -1 // whether a place is open; where its second version begins
	for _, m := range conflict.FindAllIndex(data, -1) {
		sign := data[m[0]]
		above := bytes.TrimSuffix(data[:m[0]], []byte("\n"))
		above = bytes.TrimSpace(above[bytes.LastIndexByte(above, '\n')+1:])
		if !isOpen && sign == '=' && len(above) > 0 {
			continue
		}
		if first == nil {
			first = bytes.Clone(data)
		}
		if !isOpen {
			line := bytes.TrimRight(data[m[0]:m[1]], "\r")
			diags.AddHint(diag.Conflict, diag.Place{File: file, Start: m[0], End: m[0] + len(line)},
				"two versions of the file stand here: this line was written by a merge", "keep what is right, and delete the lines of the merge")
		} else if sign != '<' && second < 0 {
			second = m[0]
		}
		blank(first[m[0]:m[1]])
		if isOpen = sign != '>'; !isOpen {
			if second >= 0 {
				blank(first[second:m[1]])
			}
			second = -1
		}
	}
	if first == nil {
		return data
	}
	return first
}

// blank writes spaces over all but the ends of lines, so that places stay what they are.
func blank(data []byte) {
	for i, c := range data {
		if c != '\n' && c != '\r' {
			data[i] = ' '
		}
	}
}

// SplitFront finds the front matter of a file: the lines between the "---" of
// the first line and the next. It returns where its YAML begins and ends, and
// where the body begins.
func SplitFront(file string, data []byte, diags *diag.List) (start, end, body int, ok bool) {
	first, rest, _ := bytes.Cut(data, []byte{'\n'})
	at := diag.Place{File: file, End: len(bytes.TrimRight(first, "\r\n"))}
	if !isFence(first) {
		hint := `begin the file with a line "---", the keys, and another line "---"`
		if bytes.HasPrefix(first, []byte("+++")) {
			hint = `write the front matter as YAML between two lines "---"`
		}
		diags.AddHint(diag.NoFrontMatter, at, "the file has no front matter", hint)
		return 0, 0, 0, false
	}
	start = len(data) - len(rest)
	for pos := start; pos < len(data); {
		line, _, _ := bytes.Cut(data[pos:], []byte{'\n'})
		next := min(pos+len(line)+1, len(data))
		if isFence(line) {
			return start, pos, next, true
		}
		pos = next
	}
	diags.AddHint(diag.UnclosedMatter, at, "the front matter is not closed", `put a line "---" after the last key`)
	return 0, 0, 0, false
}

// isFence reports whether line is the "---" around front matter. Blanks after it,
// which an author does not see, do not count.
func isFence(line []byte) bool {
	return bytes.HasPrefix(line, []byte("---")) && len(bytes.TrimRight(line[3:], " \t\r")) == 0
}
