package draft

import (
	"regexp"
	"strings"

	"receipts/internal/verbatim"
)

// Unused are the findings that the file of an article does not use: no quote of its
// stands where they do, nor does a comment of a draft tell of them, nor is an id of the
// file that of a name.
func (r *Reading) Unused(file string) []Finding {
	u := usage{Reading: r, lines: map[string]bool{}, quotes: map[string][]string{}, ranges: make([][]Span, len(r.Places))}
	for line := range strings.Lines(file) {
		if before, _, ok := strings.Cut(line, "”: "); ok && strings.Contains(before, "# Not understood, ") {
			u.lines[strings.TrimSpace(before)] = true
		}
	}
	u.file = oneLine(file)
	for _, m := range quoted.FindAllStringSubmatch(u.file, -1) {
		u.quotes[m[2]] = append(u.quotes[m[2]], unquote(m[1]))
	}
	var out []Finding
	block := 0
	for _, f := range r.Found {
		for f.Start >= r.Places[block].End {
			block++
		}
		if !u.has(f, block) {
			out = append(out, f)
		}
	}
	return out
}

// A usage is what a file has of a reading.
type usage struct {
	*Reading
	file   string              // on one line
	lines  map[string]bool     // comments on what is not understood, without the reason
	quotes map[string][]string // by place
	ranges [][]Span            // where the quotes stand, by the blocks that were asked for
}

// quoted is a quote with its place, in a file on one line.
var quoted = regexp.MustCompile(`quote: (>-? ?.*?|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|.*?) (?:translation: .{0,400}? )??at: (T|ST|C|head|[PH]\d+)\b`)

func unquote(s string) string {
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, ">-"), ">"))
	if len(s) > 1 && (s[0] == '"' || s[0] == '\'') {
		s = s[1 : len(s)-1]
	}
	return strings.NewReplacer(`\"`, `"`, `\\`, `\`, "''", "'").Replace(s)
}

var plainQuotes = strings.NewReplacer("’", "'", "“", `"`, "”", `"`)

func (u *usage) has(f Finding, block int) bool {
	switch {
	case u.isQuoted(f, block):
		return true
	case f.Value == "":
		return u.lines[unreadLine(f, u.Text)]
	case f.Kind == Name || f.Kind == Citation:
		return hasWhole(u.file, f.Value)
	}
	return false
}

// isQuoted reports whether f stands in a quote from its place.
func (u *usage) isQuoted(f Finding, block int) bool {
	place := u.Places[block]
	if u.ranges[block] == nil {
		u.ranges[block] = []Span{}
		text := verbatim.NewText(u.Text[place.Start:place.End])
		for _, at := range locators(f.At) {
			for _, q := range u.quotes[at] {
				for _, s := range text.Locate(q) {
					u.ranges[block] = append(u.ranges[block], Span{Start: place.Start + s[0], End: place.Start + s[1]})
				}
			}
		}
	}
	for _, s := range u.ranges[block] {
		if s.Start <= f.Start && f.End <= s.End {
			return true
		}
	}
	return false
}

// locators are what a place may be called: all that comes before the first paragraph has
// three names.
func locators(at string) []string {
	if at == "C" || at == "head" {
		return []string{"ST", "C", "head"}
	}
	return []string{at}
}

// hasWhole reports whether a text has an id or a citation, and not as a part of another.
func hasWhole(text, words string) bool {
	isPart := func(c byte) bool {
		return c == '-' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
	}
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(words)
		if (start == 0 || !isPart(text[start-1])) && (end == len(text) || !isPart(text[end])) {
			return true
		}
		from = end
	}
}
