package layout

import (
	"reflect"
	"slices"
	"sync"
	"text/template/parse"
)

// call compiles a function with its arguments.
func (c *compiler) call(name string, args []parse.Node) expr {
	operands := make([]expr, len(args))
	for i, n := range args {
		operands[i] = c.operand(n)
	}
	if f, ok := c.program.funcs[name]; ok {
		return function(f, operands)
	}
	if e, ok := builtin(name, operands); ok {
		return e
	}
	panic(unknownf("function %s of these arguments", name))
}

// function compiles a call of f. Functions of the types that layouts call all
// the time are called directly, all others by reflection.
func function(f reflect.Value, in []expr) expr {
	checkArguments(f.Type(), in)
	var text func(x *run, dot reflect.Value) string
	switch f := f.Interface().(type) {
	case func(string, int) string:
		text = func(x *run, dot reflect.Value) string {
			return f(in[0].eval(x, dot).String(), int(in[1].eval(x, dot).Int()))
		}
	case func(string, ...any) string:
		text = func(x *run, dot reflect.Value) string {
			var values []any
			for _, a := range in[1:] {
				values = append(values, a.eval(x, dot).Interface())
			}
			return f(in[0].eval(x, dot).String(), values...)
		}
	default:
		e := called(reflect.TypeOf(f), in, func(*run, reflect.Value) reflect.Value { return reflect.ValueOf(f) })
		if !slices.ContainsFunc(in, func(a expr) bool { return !a.constant }) {
			// It gives the same each time: an asset, which every page links to.
			call := e.eval
			value := sync.OnceValue(func() reflect.Value { return call(nil, reflect.Value{}) })
			e.eval = func(*run, reflect.Value) reflect.Value { return value() }
		}
		return e
	}
	return expr{typ: stringType, text: text, eval: func(x *run, dot reflect.Value) reflect.Value { return reflect.ValueOf(text(x, dot)) }}
}

// checkArguments panics unless a function of type t takes exprs as they are.
func checkArguments(t reflect.Type, in []expr) {
	fixed := t.NumIn()
	if t.IsVariadic() {
		fixed--
	}
	if len(in) < fixed || len(in) > fixed && !t.IsVariadic() {
		panic(unknownf("%d arguments of a %s", len(in), t))
	}
	for i, a := range in {
		var p reflect.Type
		if i < fixed {
			p = t.In(i)
		} else {
			p = t.In(fixed).Elem()
		}
		if a.typ == nil || !a.typ.AssignableTo(p) {
			panic(unknownf("an argument of another type than %s", p))
		}
	}
}

// method compiles a call of a method without arguments, on a value or a pointer.
func method(e expr, m reflect.Method, addr bool) expr {
	isPointer := e.typ.Kind() == reflect.Pointer
	t := e.typ
	if !isPointer && addr {
		t = reflect.PointerTo(t)
	}
	bound := reflect.Zero(t).Method(m.Index).Type() // without the receiver
	checkArguments(bound, nil)
	return called(bound, nil, func(x *run, dot reflect.Value) reflect.Value {
		v := e.eval(x, dot)
		if !isPointer && addr {
			v = v.Addr()
		}
		return v.Method(m.Index)
	})
}

// called is a call by reflection of a function of type t. An error of the
// function is left to html/template.
func called(t reflect.Type, in []expr, fn func(x *run, dot reflect.Value) reflect.Value) expr {
	if t.NumOut() != 1 && (t.NumOut() != 2 || t.Out(1) != errorType) {
		panic(unknownf("the results of a %s", t))
	}
	return expr{typ: known(t.Out(0)), eval: func(x *run, dot reflect.Value) reflect.Value {
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
