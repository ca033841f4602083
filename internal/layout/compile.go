package layout

import (
	"fmt"
	"reflect"
	"text/template/parse"
)

// A step is one node of a template, ready to run.
type step func(x *run, dot reflect.Value) flow

// flow is where a template goes on after a step.
type flow uint8

const (
	onward      flow = iota
	nextElement      // {{continue}}
	endOfRange       // {{break}}
)

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
	slot int
	expr
}

// unknown is the panic that leaves a template to html/template, and the reason.
type unknown string

func unknownf(format string, args ...any) unknown { return unknown(fmt.Sprintf(format, args...)) }

// compile returns the body for k. The caller holds the lock. A template that
// calls itself meets its own body unfinished, and runs it when it is finished.
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
	do := sequence(c.list(t.Tree.Root))
	b.do, b.slots = do, c.slots
	return b
}

// A piece is constant text or a step.
type piece struct {
	text string
	do   step
}

// sequence runs pieces one after the other, with neighbouring texts as one.
func sequence(pieces []piece) step {
	var steps []step
	for i := 0; i < len(pieces); {
		if do := pieces[i].do; do != nil {
			steps = append(steps, do)
			i++
			continue
		}
		var text []byte
		for ; i < len(pieces) && pieces[i].do == nil; i++ {
			text = append(text, pieces[i].text...)
		}
		if len(text) > 0 {
			steps = append(steps, func(x *run, _ reflect.Value) flow {
				x.out = append(x.out, text...)
				return onward
			})
		}
	}
	if len(steps) == 1 {
		return steps[0]
	}
	return func(x *run, dot reflect.Value) flow {
		for _, do := range steps {
			if f := do(x, dot); f != onward {
				return f
			}
		}
		return onward
	}
}

func (c *compiler) list(l *parse.ListNode) []piece {
	var pieces []piece
	if l == nil {
		return nil
	}
	for _, n := range l.Nodes {
		switch n := n.(type) {
		case *parse.TextNode:
			pieces = append(pieces, piece{text: string(n.Text)})
		case *parse.ActionNode:
			pieces = append(pieces, c.action(n))
		case *parse.IfNode:
			pieces = append(pieces, c.branch(&n.BranchNode, false)...)
		case *parse.WithNode:
			pieces = append(pieces, c.branch(&n.BranchNode, true)...)
		case *parse.RangeNode:
			pieces = append(pieces, piece{do: c.loop(n)})
		case *parse.TemplateNode:
			pieces = append(pieces, piece{do: c.template(n)})
		case *parse.BreakNode:
			pieces = append(pieces, piece{do: func(*run, reflect.Value) flow { return endOfRange }})
		case *parse.ContinueNode:
			pieces = append(pieces, piece{do: func(*run, reflect.Value) flow { return nextElement }})
		default:
			panic(unknownf("%T", n))
		}
	}
	return pieces
}

// action prints a value or sets a variable.
func (c *compiler) action(n *parse.ActionNode) piece {
	if len(n.Pipe.Decl) == 0 {
		return c.printed(n.Pipe.Cmds)
	}
	e := c.commands(n.Pipe.Cmds)
	return piece{do: c.assign(n.Pipe, e)}
}

// assign puts the value of a pipeline into its one variable.
func (c *compiler) assign(pipe *parse.PipeNode, e expr) step {
	name := pipe.Decl[0].Ident[0]
	var slot int
	if pipe.IsAssign {
		v := c.variable(name)
		if v.typ != nil && !alike(v.expr, e) {
			panic(unknownf("%s changes its type", name))
		}
		slot = v.slot
	} else {
		slot = c.declare(name, e)
	}
	return func(x *run, dot reflect.Value) flow {
		x.vars[x.base+slot] = e.eval(x, dot)
		return onward
	}
}

// declare adds a variable to the scope, of the type of e.
func (c *compiler) declare(name string, e expr) (slot int) {
	slot = c.slots
	c.slots++
	held := expr{typ: e.typ, addr: e.addr, eval: func(x *run, _ reflect.Value) reflect.Value { return x.vars[x.base+slot] }}
	c.scope = append(c.scope, variable{name, slot, held})
	return slot
}

func (c *compiler) variable(name string) variable {
	for i := len(c.scope) - 1; i >= 0; i-- {
		if c.scope[i].name == name {
			return c.scope[i]
		}
	}
	panic(unknownf("%s is not in scope", name))
}

// within compiles a part of a template that has its own variables and dot.
func (c *compiler) within(dot expr, l *parse.ListNode) []piece {
	outer, scope := c.dot, len(c.scope)
	c.dot = dot
	pieces := c.list(l)
	c.dot, c.scope = outer, c.scope[:scope]
	return pieces
}

// branch is an {{if}}, or a {{with}}, which gives its value to its list as dot.
func (c *compiler) branch(n *parse.BranchNode, with bool) []piece {
	defer func(scope int) { c.scope = c.scope[:scope] }(len(c.scope))
	value := c.commands(n.Pipe.Cmds)
	inside := c.dot
	if with {
		inside = dotOf(value.typ, value.addr)
	}
	if value.constant && len(n.Pipe.Decl) == 0 {
		if !isTrue(value.eval(nil, reflect.Value{})) {
			return c.within(c.dot, n.ElseList)
		}
		if with {
			inside = value
		}
		return c.within(inside, n.List)
	}
	set := func(*run, reflect.Value) flow { return onward }
	if len(n.Pipe.Decl) > 0 {
		set = c.assign(n.Pipe, value)
		value = c.variable(n.Pipe.Decl[0].Ident[0]).expr
	}
	yes, no := sequence(c.within(inside, n.List)), sequence(c.within(c.dot, n.ElseList))
	if with {
		return []piece{{do: func(x *run, dot reflect.Value) flow {
			set(x, dot)
			v := value.eval(x, dot)
			if isTrue(v) {
				return yes(x, v)
			}
			return no(x, dot)
		}}}
	}
	holds := value.truth()
	return []piece{{do: func(x *run, dot reflect.Value) flow {
		set(x, dot)
		if holds(x, dot) {
			return yes(x, dot)
		}
		return no(x, dot)
	}}}
}

// template calls another template. Where the type of its dot is known, so is
// the body; else it is looked up by the value.
func (c *compiler) template(n *parse.TemplateNode) step {
	p, dot := c.program, nothing
	if n.Pipe != nil {
		dot = c.pipe(n.Pipe)
	}
	if !dot.isKnown() {
		return func(x *run, d reflect.Value) flow {
			v := dot.eval(x, d)
			x.call(p.body(n.Name, v), v)
			return onward
		}
	}
	callee := p.compile(key{n.Name, dot.typ, dot.addr})
	if callee.why != "" {
		panic(unknown(callee.why))
	}
	return func(x *run, d reflect.Value) flow {
		x.call(callee, dot.eval(x, d))
		return onward
	}
}
