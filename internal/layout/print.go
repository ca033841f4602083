package layout

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

const escaperPrefix = "_html_template_"

// printed compiles a pipeline whose value is written. html/template has put
// the escapers at its end that make the value safe where it stands.
func (c *compiler) printed(cmds []*parse.CommandNode) piece {
	var escapers []string
	for len(cmds) > 0 {
		last := cmds[len(cmds)-1]
		fn, ok := last.Args[0].(*parse.IdentifierNode)
		if !ok || len(last.Args) > 1 || !strings.HasPrefix(fn.Ident, escaperPrefix) {
			break
		}
		escapers = append([]string{strings.TrimPrefix(fn.Ident, escaperPrefix)}, escapers...)
		cmds = cmds[:len(cmds)-1]
	}
	e := c.commands(cmds)
	if len(escapers) == 0 && e.typ != stringType { // a string is html's, where an author wrote it
		panic(unknown("a value that is not escaped"))
	}
	write := writerOf(escapers)
	if e.constant {
		s, k := textOf(e.eval(nil, reflect.Value{}))
		return piece{text: string(write(nil, s, k))}
	}
	return piece{do: printing(e, write, escapers)}
}

// printing writes the values of e.
func printing(e expr, write writer, escapers []string) step {
	kind := kindOf(e.typ)
	switch {
	case e.text != nil:
		return func(x *run, dot reflect.Value) flow {
			x.out = write(x.out, e.text(x, dot), kind)
			return onward
		}
	case e.typ != nil && e.typ.Kind() == reflect.String && printsItself(e.typ):
		return func(x *run, dot reflect.Value) flow {
			x.out = write(x.out, e.eval(x, dot).String(), kind)
			return onward
		}
	case e.typ != nil && isInt(e.typ.Kind()) && printsItself(e.typ) && len(escapers) == 1 && markup[escapers[0]] != nil:
		return func(x *run, dot reflect.Value) flow { // no digit is escaped there
			x.out = strconv.AppendInt(x.out, e.eval(x, dot).Int(), 10)
			return onward
		}
	}
	return func(x *run, dot reflect.Value) flow {
		s, k := textOf(e.eval(x, dot))
		x.out = write(x.out, s, k)
		return onward
	}
}

// A kind is what html/template knows of a text by its type.
type kind uint8

const (
	plain kind = iota
	markupKind
	address
)

func kindOf(t reflect.Type) kind {
	switch t {
	case reflect.TypeFor[template.HTML]():
		return markupKind
	case reflect.TypeFor[template.URL]():
		return address
	}
	return plain
}

// printsItself reports whether fmt writes a value of type t by its kind alone.
func printsItself(t reflect.Type) bool {
	return !t.Implements(stringerType) && !t.Implements(errorType) && !t.Implements(formatterType)
}

var (
	stringerType  = reflect.TypeFor[fmt.Stringer]()
	formatterType = reflect.TypeFor[fmt.Formatter]()
)

// textOf is any value as html/template writes it: what pointers lead to, unless
// it is a pointer that knows its own words. An interface that holds nothing is
// no text.
func textOf(v reflect.Value) (string, kind) {
	v = concrete(v)
	if !v.IsValid() {
		return "", plain
	}
	end := v
	for end.Kind() == reflect.Pointer && !end.IsNil() {
		end = end.Elem()
	}
	switch s := end.Interface().(type) {
	case string:
		return s, plain
	case template.HTML:
		return string(s), markupKind
	case template.URL:
		return string(s), address
	}
	for v.Kind() == reflect.Pointer && !v.IsNil() && !v.Type().Implements(stringerType) && !v.Type().Implements(errorType) {
		v = v.Elem()
	}
	return fmt.Sprint(v.Interface()), plain
}
