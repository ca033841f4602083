package draft

import (
	"regexp"
	"strings"
)

// Unused are the findings that the file of an article does not use: none of its quotes
// from the place has their words, nor does a comment of a draft tell of them, nor an id
// for a name.
func (r *Reading) Unused(file string) []Finding {
	file = oneLine(file)
	quotes := map[string][]string{} // by place
	for _, m := range quoted.FindAllStringSubmatch(file, -1) {
		quotes[m[2]] = append(quotes[m[2]], unquote(m[1]))
	}
	var out []Finding
	for _, f := range r.Found {
		if !r.isUsed(f, quotes[f.At], file) {
			out = append(out, f)
		}
	}
	return out
}

// quoted is a quote with its place, in a file on one line.
var quoted = regexp.MustCompile(`quote: (>-? ?.*?|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|.*?) (?:translation: .{0,400}? )??at: (T|ST|C|head|[PH]\d+)\b`)

func unquote(s string) string {
	s = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(s, ">-"), ">"))
	if len(s) > 1 && (s[0] == '"' || s[0] == '\'') {
		s = s[1 : len(s)-1]
	}
	return plainQuotes.Replace(strings.NewReplacer(`\"`, `"`, `\\`, `\`, "''", "'").Replace(s))
}

var plainQuotes = strings.NewReplacer("’", "'", "“", `"`, "”", `"`)

func (r *Reading) isUsed(f Finding, quotes []string, file string) bool {
	words := plainQuotes.Replace(oneLine(r.Text[f.Start:f.End]))
	for _, q := range quotes {
		if strings.Contains(q, words) {
			return true
		}
	}
	switch {
	case f.Kind == Name || f.Kind == Citation:
		return f.Value != "" && strings.Contains(file, f.Value)
	case f.Value == "":
		return strings.Contains(plainQuotes.Replace(file), `at `+f.At+`, "`+words+`"`)
	}
	return false
}
