package layout

import (
	"encoding"
	stdjson "encoding/json"
	"fmt"
	"html/template"
	"reflect"
	"strings"
)

// The escapers of html/template that layouts use, which it does not export. A test
// of all strings of a few bytes and a fuzz test compare the bytes with its own.

// A writer appends a text to the output, escaped.
type writer func(out []byte, s string) []byte

// markup are the escapers that a pipeline ends with, where it stands in a
// page or in an attribute in quotes. They do the same to a plain text.
var markup = map[string]bool{"htmlescaper": true, "rcdataescaper": true, "attrescaper": true}

// urls are the escapers before those.
var urls = map[string]func(string) string{
	"urlfilter": func(s string) string {
		if isSafe(s) {
			return s
		}
		return "#ZgotmplZ"
	},
	"urlnormalizer": func(s string) string { return percentEncoded(s, true) },
	"urlescaper":    func(s string) string { return percentEncoded(s, false) },
}

// writerOf chains escapers of a text of type t.
func writerOf(names []string, t reflect.Type) writer {
	switch {
	case len(names) == 0:
		panic(unknown("a value that is not escaped"))
	case t == reflect.TypeFor[template.URL]():
		panic(unknown("an address that is safe"))
	case t == reflect.TypeFor[template.HTML]():
		if names[0] != "htmlescaper" {
			panic(unknown("markup where there is none"))
		}
		return func(out []byte, s string) []byte { return append(out, s...) }
	}
	last := len(names) - 1
	if !markup[names[last]] {
		panic(unknownf("the escaper %s", names[last]))
	}
	var filters []func(string) string
	for _, name := range names[:last] {
		f := urls[name]
		if f == nil {
			panic(unknownf("the escaper %s", name))
		}
		filters = append(filters, f)
	}
	return func(out []byte, s string) []byte {
		for _, f := range filters {
			s = f(s)
		}
		return appendEscaped(out, s)
	}
}

// entities is what stands for a byte in a text or in an attribute.
var entities = [256]string{
	0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;",
}

func appendEscaped(out []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		if entity := entities[s[i]]; entity != "" {
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

// jsonEscapers are those of a value in a script element, such as one of JSON-LD.
var jsonEscapers = []string{"jsvalescaper"}

// json writes a struct, or what a pointer leads to, as encoding/json does: it escapes what would
// end the element. html/template does no more to one, unless it writes itself.
func json(e expr) step {
	t := e.typ
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil || t.Kind() != reflect.Struct || writesItself(t) {
		panic(unknownf("a %v in a script", e.typ))
	}
	return func(x *run, dot reflect.Value) {
		v := e.eval(x, dot)
		for v.Kind() == reflect.Pointer {
			v = v.Elem() // without a value if nil, so that Interface panics
		}
		b, err := stdjson.Marshal(v.Interface())
		if err != nil {
			panic(giveUp("a value that JSON cannot have"))
		}
		x.out = append(x.out, b...)
	}
}

// writesItself reports whether a value of type t, or a pointer to one, has words or JSON of its own.
func writesItself(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(reflect.TypeFor[stdjson.Marshaler]()) || p.Implements(reflect.TypeFor[encoding.TextMarshaler]()) || p.Implements(reflect.TypeFor[fmt.Stringer]())
}
