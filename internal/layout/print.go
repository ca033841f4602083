package layout

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/template/parse"
)

const escaperPrefix = "_html_template_"

// printed compiles a pipeline whose value is written. html/template has put
// the escapers at its end that make the value safe where it stands.
func (c *compiler) printed(pipe *parse.PipeNode) step {
	var escapers []string
	for _, cmd := range pipe.Cmds[1:] {
		fn, ok := cmd.Args[0].(*parse.IdentifierNode)
		if !ok || len(cmd.Args) > 1 || !strings.HasPrefix(fn.Ident, escaperPrefix) {
			panic(unknownf("a pipeline with %s", cmd))
		}
		escapers = append(escapers, strings.TrimPrefix(fn.Ident, escaperPrefix))
	}
	e := c.command(pipe.Cmds[0])
	if slices.Equal(escapers, jsonEscapers) {
		return json(e)
	}
	if e.typ == nil || !printsItself(e.typ) {
		panic(unknownf("the words of a %v", e.typ))
	}
	write := writerOf(escapers, e.typ)
	switch {
	case e.text != nil:
		return func(x *run, dot reflect.Value) { x.out = write(x.out, e.text(x, dot)) }
	case e.isKind(reflect.String):
		return func(x *run, dot reflect.Value) { x.out = write(x.out, e.eval(x, dot).String()) }
	case e.isInt() && len(escapers) == 1: // which escapes no digit
		return func(x *run, dot reflect.Value) { x.out = strconv.AppendInt(x.out, e.eval(x, dot).Int(), 10) }
	}
	panic(unknownf("a %s in print", e.typ))
}

// printsItself reports whether fmt writes a value of type t by its kind alone.
func printsItself(t reflect.Type) bool {
	return !t.Implements(reflect.TypeFor[fmt.Stringer]()) && !t.Implements(errorType) && !t.Implements(reflect.TypeFor[fmt.Formatter]())
}
