package layout

import (
	"fmt"
	"html/template"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Random templates, of random data, are what html/template makes of them,
// errors included.
func TestRandomTemplates(t *testing.T) {
	compiled := 0
	rapid.Check(t, func(t *rapid.T) {
		g := &grammar{T: t, wild: rapid.Bool().Draw(t, "wild")}
		text := g.list(3, false)
		if compare(t, text, g.thing(2)) == "" {
			compiled++
		}
	})
	least := 30 // about half of a hundred are
	if testing.Short() {
		least = 3 // of twenty
	}
	if compiled < least {
		t.Errorf("only %d of the templates were compiled", compiled)
	}
}

// A grammar draws templates and data.
type grammar struct {
	*rapid.T
	wild bool // whether an expression may be anything, and mostly be wrong
	vars []string
}

func (g *grammar) oneOf(choices ...string) string {
	return rapid.SampledFrom(choices).Draw(g.T, "choice")
}

func (g *grammar) number(below int) int { return rapid.IntRange(0, below-1).Draw(g.T, "number") }

func (g *grammar) list(depth int, loop bool) string {
	var b strings.Builder
	outer := len(g.vars)
	for range 1 + g.number(3) {
		b.WriteString(g.node(depth, loop))
	}
	g.vars = g.vars[:outer]
	return b.String()
}

func (g *grammar) node(depth int, loop bool) string {
	if depth == 0 {
		value := g.words(1)
		if g.wild {
			value = g.pipeline(1)
		}
		return fmt.Sprintf(g.oneOf("{{%s}}", "<p title=\"{{%s}}\">", "<a href='{{%s}}'>x</a>", "<title>{{%s}}</title>"), value)
	}
	switch g.number(9) {
	case 0:
		return g.oneOf("text", " <br> ", "<!-- c -->", "{{- /* c */ -}}")
	case 1:
		return "{{if " + g.pipeline(1) + "}}" + g.list(depth-1, loop) + "{{else}}" + g.list(depth-1, loop) + "{{end}}"
	case 2:
		return "{{with " + g.pipeline(1) + "}}" + g.list(depth-1, loop) + "{{else}}" + g.list(depth-1, loop) + "{{end}}"
	case 3:
		if !g.wild {
			return "{{range " + g.oneOf("$.List", "$.Pairs", "$.Ptrs", "$.None") + "}}" + g.list(depth-1, true) + "{{else}}-{{end}}"
		}
		return "{{range " + g.oneOf("$.List", "$.Pairs", "$.Ptrs", "$.Things", "$.Map", "$.Array", "3", "$.None", "$.Nothing") + "}}" + g.list(depth-1, true) + "{{else}}-{{end}}"
	case 4:
		g.vars = append(g.vars, "$i", "$e")
		text := "{{range $i, $e := $.Pairs}}{{$i}}{{$e.Both}}{{.Swapped}}" + g.list(depth-1, true)
		if g.wild {
			text = "{{range $i, $e := " + g.oneOf("$.List", "$.Pairs", "$.Things", "$.Labels", "$.Array") + "}}" + g.list(depth-1, true)
		}
		g.vars = g.vars[:len(g.vars)-2]
		return text + "{{end}}"
	case 5:
		name := g.oneOf("$x", "$y")
		if !g.wild {
			return "{{" + name + " := " + g.words(1) + "}}{{" + name + "}}{{if " + name + "}}y{{end}}"
		}
		text := "{{" + name + " := " + g.pipeline(1) + "}}"
		g.vars = append(g.vars, name)
		return text
	case 6:
		if !g.wild {
			return `{{template "show" ` + g.words(1) + `}}{{template "pair" $.Pair}}{{template "both" index $.Pairs 0}}`
		}
		return `{{template "` + g.oneOf("show", "pair", "bare", "down", "both", "swapped") + `" ` + g.pipeline(1) + "}}"
	case 7:
		if loop && g.wild {
			return "{{if " + g.pipeline(1) + "}}" + g.oneOf("{{break}}", "{{continue}}") + "{{end}}"
		}
	}
	if !g.wild {
		return "{{" + g.words(2) + "}}"
	}
	return "{{" + g.pipeline(2) + "}}"
}

func (g *grammar) pipeline(depth int) string {
	if !g.wild {
		return g.oneOf(g.right(depth), g.words(depth))
	}
	text := g.value(depth)
	if g.number(3) > 0 {
		return text
	}
	return text + " | " + g.oneOf("upper", "print", `say "k"`, "len", "not", `printf "%v"`, "any")
}

// right is a condition, or a value of any type, of those that are compiled.
func (g *grammar) right(depth int) string {
	if depth > 0 {
		a := func() string { return "(" + g.right(depth-1) + ")" }
		w := func() string { return "(" + g.words(depth-1) + ")" }
		switch g.number(6) {
		case 0:
			return g.oneOf("and ", "or ") + a() + " " + a()
		case 1:
			return g.oneOf("eq ", "ne ", "lt ", "le ", "gt ", "ge ") + w() + " " + w()
		case 2:
			return "not " + a()
		case 3:
			return g.oneOf("index $.Pairs 1", "len $.Pairs", "eq 3 $.N", "lt $.N 1")
		}
	}
	return g.oneOf("$.Title", "$.HTML", "$.URL", "$.Yes", "$.No", "$.N", "$.Small", "$.U", "$.List", "$.None", "$.Pairs", "$.Ptrs", "$.Map",
		"$.Pair", "$.Pair.N", "$.Nil", "$.Nil.IsNil", "$.Shout", "$.ShoutPtr", "$.Outer.Shown", "$.Next", "$.Things", "$.Array")
}

// words is an expression of a type of strings.
func (g *grammar) words(depth int) string {
	if depth > 0 && g.number(2) == 0 {
		return g.oneOf(`say "k" `, `say "k" 2 $.Pair `) + "(" + g.words(depth-1) + ")"
	}
	return g.oneOf(`"<x>"`, "$.Title", "$.Link", "$.Label", "$.Shown", "$.Pair.A", "$.Pair.Both", "$.Pair.Swapped", "$.Label.Loud", `count "k" $.N`)
}

func (g *grammar) value(depth int) string {
	if depth > 0 {
		a := func() string { return "(" + g.pipeline(depth-1) + ")" }
		switch g.number(8) {
		case 0:
			return g.oneOf("and ", "or ", "eq ", "ne ", "lt ", "le ") + a() + " " + a()
		case 1:
			return g.oneOf("not ", "len ", "upper ", "any ", "print ", "pairOf ", "valued ") + a()
		case 2:
			return "index " + g.oneOf("$.List", "$.Pairs", "$.Map", "$.Ints", a()) + " " + g.oneOf("0", "1", `"a"`, a())
		case 3:
			return `say "k" ` + a()
		case 4:
			return a() + "." + g.oneOf("A", "Both", "Title", "Deep")
		}
	}
	if n := len(g.vars); n > 0 && g.number(3) == 0 {
		return g.vars[g.number(n)] + g.oneOf("", "", ".A", ".Title")
	}
	return g.oneOf("$", "", "") + g.oneOf(".Title", ".Label", ".Spoke", ".HTML", ".URL", ".Yes", ".N", ".U", ".F", ".List", ".Pairs", ".Map", ".Any",
		".Nothing", ".Pair", ".Pair.A", ".Pair.Both", ".Pair.Swapped", ".Ptr", ".Ptr.B", ".PtrPtr.Swapped", ".Nil", ".Nil.IsNil", ".Stringer", ".Shout",
		".Shown", ".Deep", ".Next", ".Next.Title", ".Things", ".Err", ".Map.a", ".Link", ".A", ".B", ".Both")
}

func (g *grammar) text(name string) string {
	return rapid.StringOf(rapid.SampledFrom([]rune("ab<>&\"'+/:?#% \x00é=;"))).Draw(g.T, name)
}

// thing is random data, with depth more of it in Next.
func (g *grammar) thing(depth int) *thing {
	t := things()
	t.Title, t.Label, t.Link = g.text("title"), label(g.text("label")), g.text("link")
	t.URL, t.Spoke = template.URL(g.text("url")), spoke(g.text("spoke"))
	if g.number(2) == 0 {
		t.HTML = template.HTML(g.text("html"))
	}
	t.N, t.Yes, t.List = g.number(5)-2, g.number(2) == 0, t.List[:g.number(4)]
	t.Any = rapid.SampledFrom([]any{nil, "s", 3, pair{"x", "y", 1}, &pair{"<", ">", 0}, (*pair)(nil), []string{"e"}, t.Map}).Draw(g.T, "any")
	if g.number(4) == 0 {
		t.Ptr, t.inner = nil, nil
	}
	t.Next = nil
	if depth > 0 {
		t.Next = g.thing(depth - 1)
	}
	return t
}
