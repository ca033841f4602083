package layout

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"strings"
	"text/template/parse"
)

// A template is a program, and html/template stops one only if templates call each other
// too deeply. Here one is stopped too after so many turns of its loops and calls of its
// templates, and at so many bytes: the largest page of an archive of 10,000 articles takes
// a hundredth of either. How long it may take is not limited, since what is written would
// depend on the machine.
const (
	maxTurns = 1_000_000
	maxBytes = 16 << 20
)

// An EndlessError says that a template was stopped, in the form in which html/template
// says where.
type EndlessError struct{ message string }

func (e *EndlessError) Error() string { return e.message }

// endless returns an EndlessError in place of an error that means the same.
func endless(err error) error {
	if err != nil && strings.Contains(err.Error(), ": exceeded maximum template depth") {
		place, _, _ := strings.Cut(err.Error(), ": executing ")
		return &EndlessError{place + ": templates that call each other do not end"}
	}
	return err
}

// countTurns makes the templates of a set write an empty text at the beginning of each
// turn of a loop, and of each template. So turns are counted where they are written, by
// both engines. It returns the places of these texts, by the byte that each would begin
// with, by which a writer knows them.
func countTurns(set *template.Template) map[*byte]string {
	places := map[*byte]string{}
	begin := func(t *parse.Tree, list *parse.ListNode, n parse.Node) {
		text := &parse.TextNode{NodeType: parse.NodeText, Pos: n.Position(), Text: make([]byte, 0, 1)}
		places[&text.Text[:1][0]], _ = t.ErrorContext(n)
		list.Nodes = append([]parse.Node{text}, list.Nodes...)
	}
	var below func(t *parse.Tree, list *parse.ListNode)
	below = func(t *parse.Tree, list *parse.ListNode) {
		if list == nil {
			return
		}
		for _, n := range list.Nodes {
			switch n := n.(type) {
			case *parse.IfNode:
				below(t, n.List)
				below(t, n.ElseList)
			case *parse.WithNode:
				below(t, n.List)
				below(t, n.ElseList)
			case *parse.RangeNode:
				below(t, n.List)
				below(t, n.ElseList)
				begin(t, n.List, n)
			}
		}
	}
	for _, t := range set.Templates() {
		if t.Tree != nil && t.Tree.Root != nil && len(t.Tree.Root.Nodes) > 0 {
			below(t.Tree, t.Tree.Root)
			begin(t.Tree, t.Tree.Root, t.Tree.Root.Nodes[0])
		}
	}
	return places
}

// A limited is a buffer that html/template writes to until there was enough.
type limited struct {
	bytes.Buffer
	places map[*byte]string // of texts that begin a turn
	turns  int              // so far
	last   string           // the place of the last one that has one
}

var errEnough = errors.New("enough")

func (w *limited) Write(text []byte) (int, error) {
	if len(text) == 0 {
		w.turns++
		if cap(text) > 0 {
			w.last = cmp.Or(w.places[&text[:1][0]], w.last)
		}
	}
	if w.turns > maxTurns || w.Len()+len(text) > maxBytes {
		return 0, errEnough
	}
	return w.Buffer.Write(text)
}

// stopped is the error for a template that was stopped: at the last loop that turned, or
// template that was called.
func stopped(name string, w *limited) error {
	what := fmt.Sprintf("the layout has not ended after %d turns of its loops", maxTurns)
	if w.turns <= maxTurns {
		what = fmt.Sprintf("the layout has not ended after %d MiB", maxBytes>>20)
	}
	return &EndlessError{"template: " + cmp.Or(w.last, name+":1:0") + ": " + what}
}

// turn is the step of a text that [countTurns] has added. It leaves a template that does
// not end to html/template, which is stopped there.
func turn(x *run) {
	if x.turns++; x.turns > maxTurns || len(x.out) > maxBytes {
		panic(giveUp("a template without end"))
	}
}
