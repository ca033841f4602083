package layout

import (
	"cmp"
	"reflect"
	"slices"
	"text/template/parse"
)

// loop is a {{range}} over whatever html/template can range over, but not over
// a channel, which cannot be read twice.
func (c *compiler) loop(n *parse.RangeNode) step {
	if n.Pipe.IsAssign {
		panic(unknown("range sets a variable of before"))
	}
	over := c.commands(n.Pipe.Cmds)
	keys, elems := elementsOf(over, len(n.Pipe.Decl))

	// The variables are those of the list alone: in an {{else}} they have the
	// value of the pipeline, which nobody asks for.
	scope, keySlot, elemSlot := len(c.scope), -1, -1
	switch decl := n.Pipe.Decl; len(decl) {
	case 1:
		elemSlot = c.declare(decl[0].Ident[0], elems)
	case 2:
		keySlot = c.declare(decl[0].Ident[0], keys)
		elemSlot = c.declare(decl[1].Ident[0], elems)
	}
	list := sequence(c.within(elems, n.List))
	c.scope = c.scope[:scope]
	otherwise := sequence(c.within(c.dot, n.ElseList))

	one := func(x *run, key, elem reflect.Value) flow {
		if keySlot >= 0 {
			x.vars[x.base+keySlot] = key
		}
		if elemSlot >= 0 {
			x.vars[x.base+elemSlot] = elem
		}
		return list(x, elem)
	}
	two := len(n.Pipe.Decl) == 2
	return func(x *run, dot reflect.Value) flow {
		v := over.eval(x, dot)
		if !v.IsValid() { // an interface that holds nothing is like an empty slice
			return otherwise(x, dot)
		}
		v = behind(v)
		if v.Kind() != reflect.Slice {
			if !eachOf(v, two, func(key, elem reflect.Value) bool { return one(x, key, elem) != endOfRange }) {
				return otherwise(x, dot)
			}
			return onward
		}
		if v.Len() == 0 {
			return otherwise(x, dot)
		}
		for i := range v.Len() { // by far most ranges, and here without a closure
			var key reflect.Value
			if two {
				key = reflect.ValueOf(i)
			}
			if one(x, key, v.Index(i)) == endOfRange {
				break
			}
		}
		return onward
	}
}

// elementsOf returns the types that a range over e gives to its key and its
// element.
func elementsOf(e expr, vars int) (key, elem expr) {
	t, addr := e.typ, e.addr
	for t != nil && t.Kind() == reflect.Pointer {
		t, addr = t.Elem(), true
	}
	if t == nil {
		return dotOf(nil, false), dotOf(nil, false)
	}
	switch k := t.Kind(); {
	case k == reflect.Interface:
		return dotOf(nil, false), dotOf(nil, false)
	case k == reflect.Slice:
		return dotOf(intType, false), dotOf(t.Elem(), true)
	case k == reflect.Array:
		return dotOf(intType, false), dotOf(t.Elem(), addr)
	case k == reflect.Map:
		return dotOf(t.Key(), false), dotOf(t.Elem(), false)
	case isInt(k) || isUint(k):
		return nothing, dotOf(t, false)
	case k == reflect.Func && t.CanSeq2() && vars == 2:
		return dotOf(t.In(0).In(0), false), dotOf(t.In(0).In(1), false)
	case k == reflect.Func && (t.CanSeq() || t.CanSeq2()):
		return nothing, dotOf(t.In(0).In(0), false)
	}
	panic(unknownf("range over %s", t))
}

// eachOf calls f for the elements of v, until it returns false, and reports
// whether there is one.
func eachOf(v reflect.Value, two bool, f func(key, elem reflect.Value) bool) (some bool) {
	switch k := v.Kind(); {
	case k == reflect.Array:
		for i := range v.Len() {
			if !f(reflect.ValueOf(i), v.Index(i)) {
				break
			}
		}
		return v.Len() > 0
	case k == reflect.Map:
		for _, key := range sortedKeys(v) {
			if !f(key, v.MapIndex(key)) {
				break
			}
		}
		return v.Len() > 0
	case (isInt(k) || isUint(k) || k == reflect.Func && v.Type().CanSeq()) && !two:
		for elem := range v.Seq() {
			some = true
			if !f(reflect.Value{}, elem) {
				break
			}
		}
		return some
	case k == reflect.Func && v.Type().CanSeq2():
		for key, elem := range v.Seq2() {
			some = true
			if !two {
				elem = key
			}
			if !f(key, elem) {
				break
			}
		}
		return some
	}
	panic(giveUp("a range over what is neither known nor a slice"))
}

// sortedKeys are the keys of a map in the order of html/template.
func sortedKeys(m reflect.Value) []reflect.Value {
	keys := m.MapKeys()
	var compare func(a, b reflect.Value) int
	switch k := m.Type().Key().Kind(); {
	case k == reflect.String:
		compare = func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) }
	case isInt(k):
		compare = func(a, b reflect.Value) int { return cmp.Compare(a.Int(), b.Int()) }
	case isUint(k):
		compare = func(a, b reflect.Value) int { return cmp.Compare(a.Uint(), b.Uint()) }
	default:
		panic(giveUp("the order of the keys of a map"))
	}
	slices.SortFunc(keys, compare)
	return keys
}

func isInt(k reflect.Kind) bool  { return reflect.Int <= k && k <= reflect.Int64 }
func isUint(k reflect.Kind) bool { return reflect.Uint <= k && k <= reflect.Uintptr }
