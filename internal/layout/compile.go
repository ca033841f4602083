package layout

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

// A step is one node of a template, ready to run.
type step func(x *run, dot reflect.Value)

// A compiler makes the body of one template for one type of dot.
type compiler struct {
	program *Program
	dot     expr
	scope   []variable // innermost last
	slots   int
}

// A variable is known by its type where it was declared.
type variable struct {
	name string
	expr
}

// unknown is the panic that leaves a template to html/template, and the reason.
type unknown string

func unknownf(format string, args ...any) unknown { return unknown(fmt.Sprintf(format, args...)) }

// compile returns the body for k. The caller has locked p.mu. A template that
// calls itself finds its own body unfinished, and runs it when it is finished.
func (p *Program) compile(k key) (b *body) {
	if b := p.bodies[k]; b != nil {
		return b
	}
	b = &body{}
	p.bodies[k] = b
	defer func() {
		if e := recover(); e != nil {
			b.do, b.why = nil, fmt.Sprintf("%s: %v", k.name, e)
		}
	}()
	t := p.set.Lookup(k.name)
	if t == nil || t.Tree == nil {
		panic(unknown("no such template")) // or one that html/template keeps to itself
	}
	c := &compiler{program: p, dot: dotOf(k.typ, k.addr)}
	c.declare("$", c.dot)
	do := c.list(t.Tree.Root)
	b.do, b.slots = do, c.slots
	return b
}

// list compiles nodes that stand one after the other.
func (c *compiler) list(l *parse.ListNode) step {
	var steps []step
	if l != nil {
		for _, n := range l.Nodes {
			steps = append(steps, c.node(n))
		}
	}
	if len(steps) == 1 {
		return steps[0]
	}
	return func(x *run, dot reflect.Value) {
		for _, do := range steps {
			do(x, dot)
		}
	}
}

func (c *compiler) node(n parse.Node) step {
	switch n := n.(type) {
	case *parse.TextNode:
		if len(n.Text) == 0 {
			return func(x *run, _ reflect.Value) { turn(x) }
		}
		return func(x *run, _ reflect.Value) { x.out = append(x.out, n.Text...) }
	case *parse.ActionNode:
		return c.action(n.Pipe)
	case *parse.IfNode:
		return c.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return c.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.loop(n)
	case *parse.TemplateNode:
		return c.template(n)
	}
	panic(unknownf("%T", n))
}

// action prints a value or declares a variable.
func (c *compiler) action(pipe *parse.PipeNode) step {
	switch {
	case len(pipe.Decl) == 0:
		return c.printed(pipe)
	case pipe.IsAssign:
		panic(unknown("a variable that is set again"))
	}
	e := c.commands(pipe)
	slot := c.declare(pipe.Decl[0].Ident[0], e)
	return func(x *run, dot reflect.Value) { x.vars[x.base+slot] = e.eval(x, dot) }
}

// declare adds a variable to the scope, of the type of e.
func (c *compiler) declare(name string, e expr) (slot int) {
	slot = c.slots
	c.slots++
	value := expr{typ: e.typ, addr: e.addr, eval: func(x *run, _ reflect.Value) reflect.Value { return x.vars[x.base+slot] }}
	c.scope = append(c.scope, variable{name, value})
	return slot
}

func (c *compiler) variable(name string) expr {
	for i := len(c.scope) - 1; i >= 0; i-- {
		if c.scope[i].name == name {
			return c.scope[i].expr
		}
	}
	panic(unknownf("%s is not in scope", name))
}

// within compiles a part of a template that has its own variables and dot.
func (c *compiler) within(dot expr, l *parse.ListNode) step {
	outer, scope := c.dot, len(c.scope)
	c.dot = dot
	do := c.list(l)
	c.dot, c.scope = outer, c.scope[:scope]
	return do
}

// branch is an {{if}}, or a {{with}}, which gives its value to its list as dot.
func (c *compiler) branch(n *parse.BranchNode, with bool) step {
	if len(n.Pipe.Decl) > 0 {
		panic(unknown("a variable of a branch"))
	}
	value := c.commands(n.Pipe)
	inside := c.dot
	if with {
		inside = dotOf(value.typ, value.addr)
	}
	yes, no := c.within(inside, n.List), c.within(c.dot, n.ElseList)
	if with {
		return func(x *run, dot reflect.Value) {
			if v := value.eval(x, dot); isTrue(v) {
				yes(x, v)
			} else {
				no(x, dot)
			}
		}
	}
	holds := value.truth()
	return func(x *run, dot reflect.Value) {
		if holds(x, dot) {
			yes(x, dot)
		} else {
			no(x, dot)
		}
	}
}

// template calls another template.
func (c *compiler) template(n *parse.TemplateNode) step {
	dot := expr{eval: func(*run, reflect.Value) reflect.Value { return reflect.Value{} }}
	if n.Pipe != nil {
		dot = c.operand(n.Pipe)
	}
	callee := c.program.compile(key{n.Name, dot.typ, dot.addr})
	if callee.why != "" {
		panic(unknown(callee.why))
	}
	return func(x *run, d reflect.Value) { x.call(callee, dot.eval(x, d)) }
}
