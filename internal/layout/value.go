package layout

import (
	"reflect"
	"sync/atomic"
	"text/template/parse"
)

// An expr is an expression with what is known of its values before there are
// any. Its value comes as a [reflect.Value]; text and holds are shorter ways to
// it and may be nil.
type expr struct {
	typ      reflect.Type // of all its values; nil if it differs, or if there may be no value
	addr     bool         // whether its values can be addressed
	constant bool         // whether eval needs neither x nor dot

	eval  func(x *run, dot reflect.Value) reflect.Value
	text  func(x *run, dot reflect.Value) string // of an expr of a type of strings
	holds func(x *run, dot reflect.Value) bool   // whether the value is true

	// path leads from dot to the value: the fields to take, or follow for a
	// pointer to follow. A path with a field added is one loop, and not two.
	path   []int
	isPath bool
}

const follow = -1

var (
	intType    = reflect.TypeFor[int]()
	boolType   = reflect.TypeFor[bool]()
	stringType = reflect.TypeFor[string]()
	valueType  = reflect.TypeFor[reflect.Value]()
	errorType  = reflect.TypeFor[error]()
)

// nothing has no value, like an interface that is nil.
var nothing = expr{eval: func(*run, reflect.Value) reflect.Value { return reflect.Value{} }}

// dotOf is dot, of type t.
func dotOf(t reflect.Type, addr bool) expr { return along(t, addr, nil) }

// along is what lies at the end of a path.
func along(t reflect.Type, addr bool, path []int) expr {
	return expr{typ: t, addr: addr, path: path, isPath: true, eval: func(_ *run, dot reflect.Value) reflect.Value {
		for _, field := range path {
			if field == follow {
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

// isKnown reports whether the fields and methods of e can be looked up.
func (e expr) isKnown() bool { return e.typ != nil && e.typ.Kind() != reflect.Interface }

// alike reports whether what is compiled for a is right for b.
func alike(a, b expr) bool {
	isBasic := a.typ.Kind() <= reflect.Complex128 || a.typ.Kind() == reflect.String
	return a.typ == b.typ && (a.addr == b.addr || isBasic && reflect.PointerTo(a.typ).NumMethod() == 0)
}

// pipe compiles a pipeline that declares nothing: whether a variable is there
// could depend on the data.
func (c *compiler) pipe(p *parse.PipeNode) expr {
	if len(p.Decl) > 0 {
		panic(unknown("a variable declared inside of an expression"))
	}
	return c.commands(p.Cmds)
}

// commands gives each command the value of the one before as last argument.
func (c *compiler) commands(cmds []*parse.CommandNode) expr {
	var value *expr
	for _, cmd := range cmds {
		e := opened(c.command(cmd, value))
		value = &e
	}
	return *value
}

// opened is what is in e if it is of type any: a pipeline looks into it.
func opened(e expr) expr {
	if e.typ != nil && (e.typ.Kind() != reflect.Interface || e.typ.NumMethod() > 0) {
		return e
	}
	return expr{constant: e.constant, holds: e.holds, eval: func(x *run, dot reflect.Value) reflect.Value {
		v := e.eval(x, dot)
		if v.Kind() == reflect.Interface && v.NumMethod() == 0 {
			v = v.Elem()
		}
		return v
	}}
}

// command compiles a function or method with its arguments, or a value.
func (c *compiler) command(cmd *parse.CommandNode, final *expr) expr {
	args := cmd.Args[1:]
	switch n := cmd.Args[0].(type) {
	case *parse.FieldNode:
		return c.fields(c.dot, n.Ident, args, final)
	case *parse.ChainNode:
		return c.fields(c.operand(n.Node), n.Field, args, final)
	case *parse.VariableNode:
		if len(n.Ident) > 1 {
			return c.fields(c.variable(n.Ident[0]).expr, n.Ident[1:], args, final)
		}
	case *parse.IdentifierNode:
		return c.call(n.Ident, args, final)
	}
	if len(args) > 0 || final != nil || cmd.Args[0].Type() == parse.NodeNil {
		panic(unknownf("a command of %s", cmd.Args[0]))
	}
	return c.operand(cmd.Args[0])
}

// operand compiles an argument whose type is of no matter.
func (c *compiler) operand(n parse.Node) expr {
	switch n := n.(type) {
	case *parse.DotNode:
		return c.dot
	case *parse.NilNode:
		return nothing
	case *parse.FieldNode:
		return c.fields(c.dot, n.Ident, nil, nil)
	case *parse.VariableNode:
		e := c.variable(n.Ident[0]).expr
		if len(n.Ident) == 1 {
			return e
		}
		return c.fields(e, n.Ident[1:], nil, nil)
	case *parse.PipeNode:
		return c.pipe(n)
	case *parse.IdentifierNode:
		return c.call(n.Ident, nil, nil)
	case *parse.ChainNode:
		return c.fields(c.operand(n.Node), n.Field, nil, nil)
	case *parse.BoolNode:
		return constant(reflect.ValueOf(n.True))
	case *parse.StringNode:
		return constant(reflect.ValueOf(n.Text))
	case *parse.NumberNode:
		// Other numbers have rules of their own.
		if n.IsInt && !n.IsComplex && int64(int(n.Int64)) == n.Int64 && isDecimal(n.Text) {
			return constant(reflect.ValueOf(int(n.Int64)))
		}
	}
	panic(unknownf("%s", n))
}

func isDecimal(number string) bool {
	for i := range len(number) {
		if d := number[i]; (d < '0' || d > '9') && (i > 0 || d != '-') {
			return false
		}
	}
	return true
}

// fields follows a chain of names. The last may be a method with arguments.
func (c *compiler) fields(e expr, names []string, args []parse.Node, final *expr) expr {
	for _, name := range names[:len(names)-1] {
		e = c.field(e, name, nil, nil)
	}
	return c.field(e, names[len(names)-1], args, final)
}

// field is a field, a method or an element of a map.
func (c *compiler) field(of expr, name string, args []parse.Node, final *expr) expr {
	hasArgs := len(args) > 0 || final != nil
	if !of.isKnown() {
		if hasArgs {
			panic(unknownf("%s with arguments, of any type", name))
		}
		return fieldOfAny(of, name)
	}
	// Whatever is behind pointers can be addressed.
	t, addr, path := of.typ, of.addr, []int(nil)
	for t.Kind() == reflect.Pointer {
		t, addr, path = t.Elem(), true, append(path, follow)
	}
	if t.Kind() == reflect.Interface {
		panic(unknown("a pointer to an interface"))
	}
	methods := t
	if addr {
		methods = reflect.PointerTo(t)
	}
	if m, ok := methods.MethodByName(name); ok {
		return c.method(of, addr, m, args, final)
	}
	if hasArgs {
		panic(unknownf("%s.%s has arguments and is no method", t, name))
	}
	switch t.Kind() {
	case reflect.Struct:
		f, ok := t.FieldByName(name)
		if !ok || !f.IsExported() {
			break
		}
		for i, index := range f.Index {
			if i > 0 && t.Kind() == reflect.Pointer { // embedded
				t, addr, path = t.Elem(), true, append(path, follow)
			}
			path, t = append(path, index), t.Field(index).Type
		}
		return of.extended(t, addr, path)
	case reflect.Map:
		if !stringType.AssignableTo(t.Key()) {
			break
		}
		key := reflect.ValueOf(name)
		m := of.extended(t, addr, path)
		return expr{typ: t.Elem(), eval: func(x *run, dot reflect.Value) reflect.Value {
			v := m.eval(x, dot).MapIndex(key)
			if !v.IsValid() { // what this means is an option of the set
				panic(giveUp("a key that a map does not have"))
			}
			return v
		}}
	}
	panic(unknownf("%s has no %s", t, name))
}

// extended is e with more path after it.
func (e expr) extended(t reflect.Type, addr bool, path []int) expr {
	if e.isPath {
		return along(t, addr, append(e.path[:len(e.path):len(e.path)], path...))
	}
	rest := along(t, addr, path).eval
	return folded(expr{typ: t, addr: addr, eval: func(x *run, dot reflect.Value) reflect.Value { return rest(x, e.eval(x, dot)) }}, e)
}

// fieldOfAny is a field of what may be of any type. It is looked up again when
// the type is another than the last time.
func fieldOfAny(of expr, name string) expr {
	type lookUp struct {
		typ  reflect.Type
		addr bool
		expr
	}
	var last atomic.Pointer[lookUp]
	return expr{eval: func(x *run, dot reflect.Value) reflect.Value {
		v := behind(of.eval(x, dot))
		if !v.IsValid() {
			panic(giveUp("a field of nothing"))
		}
		l := last.Load()
		if l == nil || l.typ != v.Type() || l.addr != v.CanAddr() {
			found := (&compiler{}).field(dotOf(v.Type(), v.CanAddr()), name, nil, nil)
			l = &lookUp{v.Type(), v.CanAddr(), found}
			last.Store(l)
		}
		return l.eval(x, v)
	}}
}

// truth is whether the value of e is true.
func (e expr) truth() func(x *run, dot reflect.Value) bool {
	if e.holds != nil {
		return e.holds
	}
	return func(x *run, dot reflect.Value) bool { return isTrue(e.eval(x, dot)) }
}

// isTrue reports whether v is neither zero nor empty.
func isTrue(v reflect.Value) bool {
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() > 0
	case reflect.Bool:
		return v.Bool()
	case reflect.Struct:
		return true
	case reflect.Float32, reflect.Float64:
		return v.Float() != 0 // as negative zero is not
	case reflect.Complex64, reflect.Complex128:
		return v.Complex() != 0
	}
	return !v.IsZero()
}
