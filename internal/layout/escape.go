package layout

import (
	"strings"
)

// The escapers of html/template that layouts use, which it keeps to itself.
// What they do to a byte is said in the tables below; that the bytes are
// html/template's is held by a test of all strings of a few bytes and by a
// fuzz test.

// A writer appends a text to the output, escaped.
type writer func(out []byte, s string, k kind) []byte

// A filter changes a text before it is written.
type filter func(s string, k kind) string

// markup are the escapers that a pipeline ends with, where it stands in a
// page or in an attribute in quotes.
var markup = map[string]writer{
	"htmlescaper": func(out []byte, s string, k kind) []byte {
		if k == markupKind {
			return append(out, s...)
		}
		return appendEscaped(out, s, &entities)
	},
	"rcdataescaper": func(out []byte, s string, k kind) []byte {
		if k == markupKind {
			return appendEscaped(out, s, &entitiesOfMarkup)
		}
		return appendEscaped(out, s, &entities)
	},
	"attrescaper": func(out []byte, s string, k kind) []byte {
		switch {
		case k != markupKind:
			return appendEscaped(out, s, &entities)
		case strings.Contains(s, "<"): // html/template parses it and takes the tags away
			panic(giveUp("tags in an attribute"))
		}
		return appendEscaped(out, s, &entitiesOfMarkup)
	},
}

// urls are the escapers before those.
var urls = map[string]filter{
	"urlfilter": func(s string, k kind) string {
		if k == address || isSafe(s) {
			return s
		}
		return "#ZgotmplZ"
	},
	"urlnormalizer": func(s string, _ kind) string { return percentEncoded(s, true) },
	"urlescaper":    func(s string, k kind) string { return percentEncoded(s, k == address) },
}

// writerOf chains escapers. After the first, a text is plain.
func writerOf(names []string) writer {
	var filters []filter
	last := func(out []byte, s string, _ kind) []byte { return append(out, s...) }
	for i, name := range names {
		f, isFilter := urls[name]
		w, isLast := markup[name]
		switch {
		case isFilter:
			filters = append(filters, f)
		case isLast && i == len(names)-1:
			last = w
		default:
			panic(unknownf("the escaper %s", name))
		}
	}
	if len(filters) == 0 {
		return last
	}
	return func(out []byte, s string, k kind) []byte {
		for _, f := range filters {
			s, k = f(s, k), plain
		}
		return last(out, s, k)
	}
}

// entities is what stands for a byte in a text or in an attribute.
var entities = [256]string{
	0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;",
}

// entitiesOfMarkup leaves the entities alone that a text has already.
var entitiesOfMarkup = func() [256]string {
	table := entities
	table['&'] = ""
	return table
}()

func appendEscaped(out []byte, s string, table *[256]string) []byte {
	from := 0
	for i := range len(s) {
		if entity := table[s[i]]; entity != "" {
			out = append(append(out, s[from:i]...), entity...)
			from = i + 1
		}
	}
	return append(out, s[from:]...)
}

// isSafe reports whether a link to s runs nothing: it is relative, or of a
// scheme that does not.
func isSafe(s string) bool {
	scheme, _, found := strings.Cut(s, ":")
	return !found || strings.Contains(scheme, "/") ||
		strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "mailto")
}

// percentEncoded encodes the bytes that may not stand in a URL, and those too
// that mean something in one, unless whole: s is a URL, and not a part of one.
func percentEncoded(s string, whole bool) string {
	const hex = "0123456789abcdef"
	var out []byte
	from := 0
	for i := range len(s) {
		b := s[i]
		switch {
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', '0' <= b && b <= '9', strings.IndexByte("-._~", b) >= 0:
			continue
		case whole && strings.IndexByte("!#$&*+,/:;=?@[]", b) >= 0:
			continue
		case whole && b == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			continue
		}
		out = append(out, s[from:i]...)
		out = append(out, '%', hex[b>>4], hex[b&15])
		from = i + 1
	}
	if out == nil {
		return s
	}
	return string(append(out, s[from:]...))
}

func isHex(b byte) bool {
	return '0' <= b && b <= '9' || 'a' <= b && b <= 'f' || 'A' <= b && b <= 'F'
}
