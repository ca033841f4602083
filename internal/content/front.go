package content

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"receipts/internal/diag"
	"receipts/internal/source"
)

// matter is the front matter of a file: where its YAML stands.
type matter struct{ start, end int }

// maxFile is the size of the largest file, in bytes. Prose of this length is
// a book; what is larger is another file in the wrong place.
const maxFile = 1 << 20

// checkBytes refuses bytes that no author means to write: text that is not
// UTF-8, control characters, and characters that reorder or hide text.
func checkBytes(f source.File, diags *diag.List) bool {
	if len(f.Data) > maxFile {
		diags.AddHint(diag.FileTooLarge, diag.Place{File: f.Path}, "the file is larger than 1 MiB", "split it into several pages")
		return false
	}
	ok := true
	for i := 0; i < len(f.Data); {
		if c := f.Data[i]; c >= 0x20 && c < 0x7f || c == '\n' || c == '\t' {
			i++
			continue
		}
		r, size := utf8.DecodeRune(f.Data[i:])
		at := diag.Place{File: f.Path, Start: i, End: i + size}
		switch {
		case r == utf8.RuneError && size == 1:
			diags.AddHint(diag.NotUTF8, at, fmt.Sprintf("the byte 0x%02X is not UTF-8", f.Data[i]), "save the file as UTF-8")
			return false
		case r == 0xFEFF && i == 0:
			diags.AddHint(diag.ControlChar, at, "the file begins with a byte order mark", "save the file as UTF-8 without a byte order mark")
			ok = false
		case r == '\r' && i+1 < len(f.Data) && f.Data[i+1] == '\n':
		case isControl(r):
			diags.AddHint(diag.ControlChar, at, fmt.Sprintf("invisible character U+%04X", r), "delete it")
			ok = false
		}
		i += size
	}
	return ok
}

// unfilled is what the files of "new" say where the author has to write.
const unfilled = "FILL IN"

// checkFilled reports the places of a form that are still to be filled in.
// Nothing else is said of such a file: the rest follows from them.
func checkFilled(f source.File, diags *diag.List) bool {
	ok := true
	for pos := 0; ; {
		i := bytes.Index(f.Data[pos:], []byte(unfilled))
		if i < 0 {
			return ok
		}
		start := pos + i
		end := start + bytes.IndexAny(append(f.Data[start:len(f.Data):len(f.Data)], '\n'), "\n\"")
		diags.Add(diag.Unfilled, diag.Place{File: f.Path, Start: start, End: end}, "this place is still to be filled in")
		ok, pos = false, end
	}
}

// isControl reports whether r is a character that a reader cannot see but that
// changes what she sees: C0 and C1 controls, bidirectional overrides, zero
// width marks, noncharacters. A zero width joiner is a letter's part in some
// scripts and stays.
func isControl(r rune) bool {
	switch {
	case r < 0x20, r == 0x7f, r >= 0x80 && r < 0xa0,
		r == 0x200b, r == 0x2028, r == 0x2029,
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff,
		r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return true
	}
	return false
}

// splitFront finds the front matter: the lines between the "---" of the first
// line and the next. The body is what follows.
func splitFront(f source.File, diags *diag.List) (front matter, body []byte, ok bool) {
	first, rest, _ := bytes.Cut(f.Data, []byte{'\n'})
	at := diag.Place{File: f.Path, End: len(trimEOL(first))}
	if !isFence(first) {
		hint := `begin the file with a line "---", the keys, and another line "---"`
		if bytes.HasPrefix(first, []byte("+++")) {
			hint = `write the front matter as YAML between two lines "---"`
		}
		diags.AddHint(diag.NoFrontMatter, at, "the file has no front matter", hint)
		return matter{}, nil, false
	}
	start := len(f.Data) - len(rest)
	for pos := start; pos < len(f.Data); {
		line, _, _ := bytes.Cut(f.Data[pos:], []byte{'\n'})
		next := min(pos+len(line)+1, len(f.Data))
		if isFence(line) {
			return matter{start, pos}, f.Data[next:], true
		}
		pos = next
	}
	diags.AddHint(diag.UnclosedMatter, at, "the front matter is not closed", `put a line "---" after the last key`)
	return matter{}, nil, false
}

// isFence reports whether line is the "---" around front matter. Blanks behind
// it do not count, since nobody sees them.
func isFence(line []byte) bool {
	return bytes.HasPrefix(line, []byte("---")) && len(bytes.TrimRight(line[3:], " \t\r")) == 0
}

func trimEOL(line []byte) []byte { return bytes.TrimRight(line, "\r\n") }
