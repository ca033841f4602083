// Package layout executes html/template templates fast. html/template parses
// them and makes them safe; this package compiles the trees that it leaves for
// the types of the data that they are executed with, once for each type.
//
// What goes in is a template set and its functions; what comes out is a
// [Program] that writes the same bytes as the set. It never decides what is
// safe: a template, a value or an escaper that it does not know is left to
// html/template, and so is every error, so that its words and its place are
// html/template's. It knows what the layouts of this repository are made of, and
// no more of the language.
package layout

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// A Program executes the templates of a set. It may be used by several
// goroutines at once.
type Program struct {
	set   *template.Template
	funcs map[string]reflect.Value

	mu     sync.RWMutex
	safe   map[string]bool // of the templates asked for: whether html/template has made them safe
	bodies map[key]*body
	left   map[string]string // of the templates that html/template has executed: why
	places map[*byte]string  // of what [countTurns] has added
}

// A key is what a body is compiled for: a template and the type of its dot,
// which is nil if it has none.
type key struct {
	name string
	typ  reflect.Type
	addr bool // whether dot can be addressed, and so has the methods of a pointer to it
}

// A body is a compiled template.
type body struct {
	do    step   // nil if html/template has to execute it
	slots int    // of its variables
	why   string // html/template has to
}

// New returns the program of a set that is parsed and was not executed before,
// and of the functions that it was parsed with. The functions are pure, since one
// may be called again where a page is left to html/template, and none executes p.
func New(set *template.Template, funcs template.FuncMap) *Program {
	p := &Program{set: set, funcs: map[string]reflect.Value{}, safe: map[string]bool{}, bodies: map[key]*body{}, left: map[string]string{}}
	for name, f := range funcs {
		p.funcs[name] = reflect.ValueOf(f)
	}
	return p
}

// Execute writes the named template with data to w: all of it, or nothing and
// an error of html/template.
func (p *Program) Execute(w io.Writer, name string, data any) error {
	x := runs.Get().(*run)
	defer x.release()
	if why := p.try(x, name, data); why != "" {
		p.mu.Lock()
		p.left[name] = why
		p.mu.Unlock()
		w := limited{Buffer: *bytes.NewBuffer(x.out[:0]), places: p.places}
		err := p.set.ExecuteTemplate(&w, name, data)
		x.out = w.Bytes()
		if errors.Is(err, errEnough) {
			return stopped(name, &w)
		}
		if err != nil {
			return endless(err)
		}
	}
	_, err := w.Write(x.out)
	return err
}

// Left lists the templates that were left to html/template, each with a reason.
func (p *Program) Left() []string {
	p.mu.RLock()
	defer p.mu.RUnlock()
	var list []string
	for name, why := range p.left {
		list = append(list, name+": "+why)
	}
	slices.Sort(list)
	return list
}

// try executes a template without html/template, or says why it cannot. It stops
// every panic: html/template meets the same fault and reports it in its words.
func (p *Program) try(x *run, name string, data any) (why string) {
	defer func() {
		if e := recover(); e != nil {
			why = fmt.Sprint(e)
		}
	}()
	if !p.isSafe(name) {
		return "html/template cannot make it safe"
	}
	v := reflect.ValueOf(data)
	x.call(p.body(name, v), v)
	return ""
}

// Prepare has html/template make the templates safe, which the first Execute would
// do while all others wait.
func (p *Program) Prepare() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.safe) == 0 {
		p.makeSafe()
	}
}

// isSafe reports whether the named template may be executed.
func (p *Program) isSafe(name string) bool {
	p.mu.RLock()
	safe, known := p.safe[name]
	p.mu.RUnlock()
	if known {
		return safe
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.safe) == 0 && p.makeSafe() {
		return p.safe[name]
	}
	p.safe[name] = p.escape(name)
	return p.safe[name]
}

// all is a template that calls all others, each where a page begins and may end.
// No file can have its name.
const all = "\x00all"

// makeSafe has html/template make all templates safe together: one after the
// other takes three times as long. It is false if that cannot be done, for a
// mistake or because a template is not a page; then each is made safe alone.
func (p *Program) makeSafe() bool {
	p.places = countTurns(p.set)
	var calls strings.Builder
	templates := p.set.Templates()
	slices.SortFunc(templates, func(a, b *template.Template) int { return strings.Compare(a.Name(), b.Name()) })
	for _, t := range templates {
		if t.Tree != nil && t.Tree.Root != nil {
			fmt.Fprintf(&calls, "{{if .}}{{template %q}}{{end}}", t.Name())
		}
	}
	if _, err := p.set.New(all).Parse(calls.String()); err != nil || !p.escape(all) {
		return false
	}
	for _, t := range templates {
		p.safe[t.Name()] = t.Tree != nil
	}
	return true
}

// escape has html/template make a template safe, which it does before the first
// execution: one is begun, and stopped at the first byte.
func (p *Program) escape(name string) bool {
	_ = p.set.ExecuteTemplate(refusing{}, name, nil)
	t := p.set.Lookup(name) // without a tree if it is not safe
	return t != nil && t.Tree != nil
}

// refusing is a writer that takes nothing.
type refusing struct{}

func (refusing) Write([]byte) (int, error) { return 0, errors.New("enough") }

// body returns a template compiled for the type of dot.
func (p *Program) body(name string, dot reflect.Value) *body {
	k := key{name: name}
	if dot.IsValid() {
		k.typ, k.addr = known(dot.Type()), dot.CanAddr()
	}
	p.mu.RLock()
	b := p.bodies[k]
	p.mu.RUnlock()
	if b != nil {
		return b
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.compile(k)
}

// A run is one execution.
type run struct {
	out   []byte
	vars  []reflect.Value // of the templates that call each other, the innermost last
	base  int             // where those of the innermost begin
	depth int
	turns int
}

// runs are used again: growing the output was the slowest allocation of a page.
var runs = sync.Pool{New: func() any { return new(run) }}

func (x *run) release() {
	clear(x.vars[:cap(x.vars)]) // a pool keeps no page alive
	*x = run{out: x.out[:0], vars: x.vars[:0]}
	runs.Put(x)
}

// maxDepth is how many templates call each other before html/template is left
// to find out whether they ever end.
const maxDepth = 1000

// giveUp is the panic that leaves one execution to html/template, and why.
type giveUp string

// call executes a body. Its first variable is $.
func (x *run) call(b *body, dot reflect.Value) {
	if b.do == nil {
		panic(unknown(b.why))
	}
	if x.depth == maxDepth {
		panic(giveUp("templates without end"))
	}
	base, top := x.base, len(x.vars)
	x.base = top
	for range b.slots {
		x.vars = append(x.vars, reflect.Value{})
	}
	x.vars[top] = dot
	x.depth++
	b.do(x, dot)
	x.depth--
	x.vars, x.base = x.vars[:top], base
}
