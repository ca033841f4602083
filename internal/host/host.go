// Package host reads the two files by which a published site tells its host what to
// send: _headers says which headers go with which paths, _redirects which paths lead
// elsewhere. Netlify, Cloudflare Pages and others read them from the published
// folder. A rule is read here if all of them read it in the same way.
//
// What goes in is a file; what comes out are its rules, which of them apply to a
// path, and what is wrong. A line that no host reads is an error, one that they read
// differently a warning. The package answers no request.
package host

import (
	"regexp"
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/source"
)

// Where the files are published, from the top of the folder.
const (
	HeadersPath   = "/_headers"
	RedirectsPath = "/_redirects"
)

// A line is one that says something, without the blanks around it.
type line struct {
	text  string
	place diag.Place
}

// lines leaves out blank lines and comments.
func lines(f source.File) []line {
	var out []line
	at := 0
	for raw := range strings.Lines(string(f.Data)) {
		text := strings.TrimSpace(raw)
		start := at + strings.Index(raw, text)
		at += len(raw)
		if text != "" && !strings.HasPrefix(text, "#") {
			out = append(out, line{text, diag.Place{File: f.Path, Start: start, End: start + len(text)}})
		}
	}
	return out
}

// A pattern is a path of a rule: ":name" matches one segment of a path, "*"
// anything, and as the last segment also nothing. A slash at the end makes no
// difference.
type pattern struct {
	whole *regexp.Regexp
	names []string // of its groups, as a target has them
}

func compile(path string) pattern {
	var p pattern
	var b strings.Builder
	b.WriteString("(?s)^")
	path = strings.ToValidUTF8(path, "\uFFFD") // or it would be no expression
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' })
	for i, part := range parts {
		name, isName := strings.CutPrefix(part, ":")
		switch {
		case isName && name != "":
			b.WriteString("/([^/]+)")
			p.names = append(p.names, part)
		case part == "*" && i == len(parts)-1:
			b.WriteString("(?:/(.*?))?")
			p.names = append(p.names, ":splat")
		default:
			b.WriteString("/" + strings.ReplaceAll(regexp.QuoteMeta(part), `\*`, ".*"))
		}
	}
	b.WriteString("/?$")
	p.whole = regexp.MustCompile(b.String())
	return p
}

func (p pattern) matches(path string) bool { return p.whole.MatchString(path) }

// placeholder is a name in a target.
var placeholder = regexp.MustCompile(`:[A-Za-z_]\w*`)

// fill replaces the placeholders of a target by what p finds in a path, if it
// matches, as encode writes it. What it inserts is not searched for placeholders.
func (p pattern) fill(target, path string, encode func(string) string) (string, bool) {
	found := p.whole.FindStringSubmatch(path)
	if found == nil {
		return "", false
	}
	return placeholder.ReplaceAllStringFunc(target, func(name string) string {
		if i := slices.Index(p.names, name); i >= 0 {
			return encode(found[i+1])
		}
		return name
	}), true
}

// isAddress reports whether text is a whole address.
func isAddress(text string) bool {
	return strings.HasPrefix(text, "https://") || strings.HasPrefix(text, "http://")
}
