package layout

import (
	"reflect"
	"strconv"
	"text/template/parse"
)

// An expr is an expression with the type of its values. Its value comes as a [reflect.Value]; text and isTrue are shorter ways to
// it and may be nil.
type expr struct {
	typ  reflect.Type // of all its values; nil if it has none
	addr bool         // whether its values can be addressed

	constant bool // whether eval needs neither of its arguments

	eval   func(x *run, dot reflect.Value) reflect.Value
	text   func(x *run, dot reflect.Value) string // of an expr of type string
	isTrue func(x *run, dot reflect.Value) bool   // whether the value is true

	// path leads from dot to the value: indexes of fields, and dereference. So a
	// chain of fields is one loop.
	path   []int
	isPath bool
}

// dereference in a path follows a pointer.
const dereference = -1

var (
	intType    = reflect.TypeFor[int]()
	boolType   = reflect.TypeFor[bool]()
	stringType = reflect.TypeFor[string]()
	errorType  = reflect.TypeFor[error]()
)

// known is t, unless only the value could tell what there is to it.
func known(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Interface || t == reflect.TypeFor[reflect.Value]() {
		panic(unknownf("a value of type %s", t))
	}
	return t
}

func (e expr) isKind(k reflect.Kind) bool { return e.typ != nil && e.typ.Kind() == k }

func (e expr) isInt() bool {
	return e.typ != nil && reflect.Int <= e.typ.Kind() && e.typ.Kind() <= reflect.Int64
}

// dotOf is dot, of type t.
func dotOf(t reflect.Type, addr bool) expr { return pathFromDot(t, addr, nil) }

// pathFromDot is the value at the end of a path from dot.
func pathFromDot(t reflect.Type, addr bool, path []int) expr {
	return expr{typ: t, addr: addr, path: path, isPath: true, eval: func(_ *run, dot reflect.Value) reflect.Value {
		for _, field := range path {
			if field == dereference {
				dot = dot.Elem() // without a value if nil, so that Field panics
			} else {
				dot = dot.Field(field)
			}
		}
		return dot
	}}
}

func constant(v reflect.Value) expr {
	return expr{typ: v.Type(), constant: true, eval: func(*run, reflect.Value) reflect.Value { return v }}
}

// commands compiles a pipeline of one command.
func (c *compiler) commands(p *parse.PipeNode) expr {
	if len(p.Cmds) > 1 {
		panic(unknownf("a pipeline with %s", p.Cmds[1]))
	}
	return c.command(p.Cmds[0])
}

// command compiles a function with its arguments, or a value.
func (c *compiler) command(cmd *parse.CommandNode) expr {
	if n, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return c.call(n.Ident, cmd.Args[1:])
	}
	if len(cmd.Args) > 1 {
		panic(unknownf("arguments of %s", cmd.Args[0]))
	}
	return c.operand(cmd.Args[0])
}

// operand compiles an argument.
func (c *compiler) operand(n parse.Node) expr {
	switch n := n.(type) {
	case *parse.DotNode:
		return c.dot
	case *parse.FieldNode:
		return fields(c.dot, n.Ident)
	case *parse.VariableNode:
		return fields(c.variable(n.Ident[0]), n.Ident[1:])
	case *parse.PipeNode:
		if len(n.Decl) > 0 {
			panic(unknown("a variable declared inside of an expression"))
		}
		return c.commands(n)
	case *parse.StringNode:
		return constant(reflect.ValueOf(n.Text))
	case *parse.NumberNode:
		// Other numbers have rules of their own.
		if n.IsInt && strconv.Itoa(int(n.Int64)) == n.Text {
			return constant(reflect.ValueOf(int(n.Int64)))
		}
	}
	panic(unknownf("%s", n))
}

// fields follows a chain of names.
func fields(e expr, names []string) expr {
	for _, name := range names {
		e = field(e, name)
	}
	return e
}

// field is a field, or what a method returns.
func field(of expr, name string) expr {
	if of.typ == nil {
		panic(unknownf("%s of nothing", name))
	}
	// What a pointer points to can be addressed.
	t, addr, path := of.typ, of.addr, []int(nil)
	if t.Kind() == reflect.Pointer {
		t, addr, path = t.Elem(), true, append(path, dereference)
	}
	methods := t
	if addr {
		methods = reflect.PointerTo(t)
	}
	if m, ok := methods.MethodByName(name); ok {
		return method(of, m, addr)
	}
	if t.Kind() != reflect.Struct {
		panic(unknownf("%s has no %s", t, name))
	}
	f, ok := t.FieldByName(name)
	if !ok || !f.IsExported() {
		panic(unknownf("%s has no %s", t, name))
	}
	for i, index := range f.Index {
		if i > 0 && t.Kind() == reflect.Pointer { // embedded
			t, addr, path = t.Elem(), true, append(path, dereference)
		}
		path, t = append(path, index), t.Field(index).Type
	}
	return of.followedBy(known(t), addr, path)
}

// followedBy is the value at the end of a path from the value of e.
func (e expr) followedBy(t reflect.Type, addr bool, path []int) expr {
	if e.isPath {
		return pathFromDot(t, addr, append(e.path[:len(e.path):len(e.path)], path...))
	}
	rest := pathFromDot(t, addr, path).eval
	return expr{typ: t, addr: addr, eval: func(x *run, dot reflect.Value) reflect.Value { return rest(x, e.eval(x, dot)) }}
}

// truth is whether the value of e is true.
func (e expr) truth() func(x *run, dot reflect.Value) bool {
	if e.isTrue != nil {
		return e.isTrue
	}
	return func(x *run, dot reflect.Value) bool { return isTrue(e.eval(x, dot)) }
}

// isTrue reports whether v is neither zero nor empty.
func isTrue(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() > 0
	case reflect.Struct:
		return true
	case reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
		panic(giveUp("whether such a value is true"))
	}
	return !v.IsZero()
}
