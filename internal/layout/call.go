package layout

import (
	"fmt"
	"reflect"
	"slices"
	"text/template"
	"text/template/parse"
)

// call compiles a function with its arguments, the last of which is the value
// of the command before, if there is one.
func (c *compiler) call(name string, args []parse.Node, final *expr) expr {
	if f, ok := c.program.funcs[name]; ok {
		return c.function(f.Interface(), args, final)
	}
	if f, ok := printers[name]; ok {
		return c.function(f, args, final)
	}
	var operands []expr
	for _, n := range args {
		operands = append(operands, c.operand(n))
	}
	if final != nil {
		operands = append(operands, *final)
	}
	if e, ok := builtin(name, operands); ok {
		return folded(e, operands...)
	}
	panic(unknownf("function %s with %d arguments", name, len(operands)))
}

// printers are the functions of html/template that are open to all.
var printers = map[string]any{
	"print": fmt.Sprint, "printf": fmt.Sprintf, "println": fmt.Sprintln,
	"html": template.HTMLEscaper, "js": template.JSEscaper, "urlquery": template.URLQueryEscaper,
}

// function compiles a call of f. Functions of the types that layouts call all
// the time are called directly, all others by reflection.
func (c *compiler) function(f any, args []parse.Node, final *expr) expr {
	fn := reflect.ValueOf(f)
	in := c.arguments(fn.Type(), args, final)
	var text func(x *run, dot reflect.Value) string
	switch f := f.(type) {
	case func(string) string:
		text = func(x *run, dot reflect.Value) string { return f(in[0].string(x, dot)) }
	case func(string, int) string:
		text = func(x *run, dot reflect.Value) string { return f(in[0].string(x, dot), int(in[1].eval(x, dot).Int())) }
	case func(string, ...any) string:
		text = func(x *run, dot reflect.Value) string { return f(in[0].string(x, dot), boxed(in[1:], x, dot)...) }
	case func(...any) string:
		text = func(x *run, dot reflect.Value) string { return f(boxed(in, x, dot)...) }
	default:
		return folded(called(fn.Type(), in, func(*run, reflect.Value) reflect.Value { return fn }), in...)
	}
	return folded(expr{typ: stringType, text: text, eval: func(x *run, dot reflect.Value) reflect.Value { return reflect.ValueOf(text(x, dot)) }}, in...)
}

// boxed are the values of arguments of type any.
func boxed(args []expr, x *run, dot reflect.Value) []any {
	if len(args) == 0 {
		return nil
	}
	values := make([]any, len(args))
	for i, a := range args {
		if a.text != nil {
			values[i] = a.text(x, dot)
		} else {
			values[i] = a.eval(x, dot).Interface()
		}
	}
	return values
}

// string is the value of an argument of type string.
func (e expr) string(x *run, dot reflect.Value) string {
	if e.text != nil {
		return e.text(x, dot)
	}
	return e.eval(x, dot).String()
}

// method compiles a call of a method of what is behind the pointers of e.
func (c *compiler) method(e expr, addr bool, m reflect.Method, args []parse.Node, final *expr) expr {
	t := e.typ
	pointers := 0
	for ; t.Kind() == reflect.Pointer; t = t.Elem() {
		pointers++
	}
	receiver := func(x *run, dot reflect.Value) reflect.Value {
		v := e.eval(x, dot)
		for range pointers - 1 {
			v = v.Elem()
		}
		if pointers == 0 && addr {
			v = v.Addr()
		}
		return v.Method(m.Index)
	}
	if addr { // as all is that lies behind a pointer
		t = reflect.PointerTo(t)
	}
	bound := reflect.Zero(t).Method(m.Index).Type() // without the receiver
	in := c.arguments(bound, args, final)
	return called(bound, in, receiver)
}

// called is a call by reflection of a function of type t. An error of the
// function is left to html/template.
func called(t reflect.Type, in []expr, fn func(x *run, dot reflect.Value) reflect.Value) expr {
	if t.NumOut() != 1 && (t.NumOut() != 2 || t.Out(1) != errorType) || t.Out(0) == valueType {
		panic(unknownf("the results of a %s", t))
	}
	return expr{typ: t.Out(0), eval: func(x *run, dot reflect.Value) reflect.Value {
		f, values := fn(x, dot), make([]reflect.Value, len(in))
		for i := range in {
			values[i] = in[i].eval(x, dot)
		}
		out := f.Call(values)
		if len(out) == 2 && !out[1].IsNil() {
			panic(giveUp("a function has failed"))
		}
		return out[0]
	}}
}

// arguments compiles the arguments of a function of type t.
func (c *compiler) arguments(t reflect.Type, args []parse.Node, final *expr) []expr {
	given := len(args)
	if final != nil {
		given++
	}
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
	}
	if given < fixed || given > fixed && !t.IsVariadic() {
		panic(unknownf("%d arguments of a %s", given, t))
	}
	var in []expr
	for i := range given {
		var p reflect.Type
		if i < fixed {
			p = t.In(i)
		} else {
			p = t.In(fixed).Elem()
		}
		if p == valueType {
			panic(unknownf("a %s", t))
		}
		if i < len(args) {
			in = append(in, c.argument(args[i], p))
		} else {
			in = append(in, fitting(*final, p))
		}
	}
	return in
}

// argument compiles an argument for a parameter of type t. Only here has a
// constant of the template the type that is asked for.
func (c *compiler) argument(n parse.Node, t reflect.Type) expr {
	v := reflect.New(t).Elem()
	switch n := n.(type) {
	case *parse.BoolNode:
		if t.Kind() != reflect.Bool {
			break
		}
		v.SetBool(n.True)
		return constant(v)
	case *parse.StringNode:
		if t.Kind() != reflect.String {
			break
		}
		v.SetString(n.Text)
		return constant(v)
	case *parse.NumberNode:
		switch {
		case isInt(t.Kind()) && n.IsInt:
			v.SetInt(n.Int64)
		case isUint(t.Kind()) && n.IsUint:
			v.SetUint(n.Uint64)
		case (t.Kind() == reflect.Float32 || t.Kind() == reflect.Float64) && n.IsFloat:
			v.SetFloat(n.Float64)
		default:
			return c.constantOfAny(n, t)
		}
		return constant(v)
	default:
		return fitting(c.operand(n), t)
	}
	return c.constantOfAny(n, t)
}

func (c *compiler) constantOfAny(n parse.Node, t reflect.Type) expr {
	if t.Kind() != reflect.Interface || t.NumMethod() > 0 {
		panic(unknownf("%s as %s", n, t))
	}
	return fitting(c.operand(n), t)
}

// fitting is e as an argument of type t.
func fitting(e expr, t reflect.Type) expr {
	if e.isKnown() && e.typ.AssignableTo(t) {
		return e
	}
	return expr{typ: t, constant: e.constant, eval: func(x *run, dot reflect.Value) reflect.Value {
		return fit(e.eval(x, dot), t)
	}}
}

// fit makes v an argument of type t, as html/template does: nil for nothing,
// what is in an interface or behind a pointer, or a pointer to it.
func fit(v reflect.Value, t reflect.Type) reflect.Value {
	if !v.IsValid() {
		switch t.Kind() {
		case reflect.Chan, reflect.Func, reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
			return reflect.Zero(t)
		}
		panic(giveUp("no value for an argument"))
	}
	if v.Type().AssignableTo(t) {
		return v
	}
	if v.Kind() == reflect.Interface && !v.IsNil() {
		if v = v.Elem(); v.Type().AssignableTo(t) {
			return v
		}
	}
	switch {
	case v.Kind() == reflect.Pointer && !v.IsNil() && v.Type().Elem().AssignableTo(t):
		return v.Elem()
	case v.CanAddr() && reflect.PointerTo(v.Type()).AssignableTo(t):
		return v.Addr()
	}
	panic(giveUp("an argument of another type"))
}

// folded is e as a constant, if its arguments are constants and it has a value.
func folded(e expr, args ...expr) (out expr) {
	if e.typ == nil || slices.ContainsFunc(args, func(a expr) bool { return !a.constant }) {
		return e
	}
	defer func() {
		if recover() != nil {
			out = e // whoever runs it, if anyone does, meets its error
		}
	}()
	v := e.eval(nil, reflect.Value{})
	out = constant(v)
	out.typ, out.addr = e.typ, e.addr
	if e.typ == stringType {
		s := v.String()
		out.text = func(*run, reflect.Value) string { return s }
	}
	return out
}
