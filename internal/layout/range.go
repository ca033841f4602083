package layout

import (
	"reflect"
	"text/template/parse"
)

// loop is a {{range}} over a slice, with no variable, or with one for the index
// and one for the element.
func (c *compiler) loop(n *parse.RangeNode) step {
	decl := n.Pipe.Decl
	if n.Pipe.IsAssign || len(decl) == 1 {
		panic(unknown("the variables of a range"))
	}
	over := c.commands(n.Pipe)
	if !over.isKind(reflect.Slice) {
		panic(unknown("a range over what is no slice"))
	}
	elem := dotOf(known(over.typ.Elem()), true)

	// The variables are in scope in the list alone. In text/template they are in
	// {{else}} too, with the value of the pipeline; such a layout is left to it.
	scope, indexSlot, elemSlot := len(c.scope), -1, -1
	if len(decl) == 2 {
		indexSlot = c.declare(decl[0].Ident[0], dotOf(intType, false))
		elemSlot = c.declare(decl[1].Ident[0], elem)
	}
	list := c.within(elem, n.List)
	c.scope = c.scope[:scope]
	otherwise := c.within(c.dot, n.ElseList)

	return func(x *run, dot reflect.Value) {
		v := over.eval(x, dot)
		if v.Len() == 0 {
			otherwise(x, dot)
		}
		for i := range v.Len() {
			if indexSlot >= 0 {
				x.vars[x.base+indexSlot] = reflect.ValueOf(i)
				x.vars[x.base+elemSlot] = v.Index(i)
			}
			list(x, v.Index(i))
		}
	}
}
