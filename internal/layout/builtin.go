package layout

import (
	"cmp"
	"reflect"
	"strings"
)

// comparisons are the functions that compare two values: whether an order, as of
// [cmp.Compare], satisfies them.
var comparisons = map[string]func(order int) bool{
	"eq": func(order int) bool { return order == 0 },
	"ne": func(order int) bool { return order != 0 },
	"lt": func(order int) bool { return order < 0 },
	"le": func(order int) bool { return order <= 0 },
	"gt": func(order int) bool { return order > 0 },
	"ge": func(order int) bool { return order >= 0 },
}

// builtin compiles a function of html/template. It is false if there is none of
// that name, or not with such arguments.
func builtin(name string, args []expr) (expr, bool) {
	holds, compares := comparisons[name]
	switch {
	case name == "and" || name == "or":
		return either(args, name == "or"), true
	case name == "not" && len(args) == 1:
		holds := args[0].truth()
		return condition(func(x *run, dot reflect.Value) bool { return !holds(x, dot) }), true
	case compares && len(args) == 2:
		if order := orderOf(args[0], args[1]); order != nil {
			return condition(func(x *run, dot reflect.Value) bool { return holds(order(x, dot)) }), true
		}
	case name == "len" && len(args) == 1 && args[0].isKind(reflect.Slice):
		return expr{typ: intType, eval: func(x *run, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(args[0].eval(x, dot).Len())
		}}, true
	case name == "index" && len(args) == 2 && args[0].isKind(reflect.Slice) && args[1].typ == intType:
		return expr{typ: known(args[0].typ.Elem()), addr: true, eval: func(x *run, dot reflect.Value) reflect.Value {
			return args[0].eval(x, dot).Index(int(args[1].eval(x, dot).Int()))
		}}, true
	}
	return expr{}, false
}

// condition is an expr of type bool.
func condition(holds func(x *run, dot reflect.Value) bool) expr {
	return expr{typ: boolType, isTrue: holds, eval: func(x *run, dot reflect.Value) reflect.Value {
		return reflect.ValueOf(holds(x, dot))
	}}
}

// either is "and" or "or" as a condition. Its value, one of the arguments, is left
// to html/template.
func either(args []expr, decides bool) expr {
	truths := make([]func(*run, reflect.Value) bool, len(args))
	for i, a := range args {
		truths[i] = a.truth()
	}
	return expr{
		eval: func(*run, reflect.Value) reflect.Value { panic(giveUp("the value of and or or")) },
		isTrue: func(x *run, dot reflect.Value) bool {
			for _, holds := range truths {
				if holds(x, dot) == decides {
					return decides
				}
			}
			return !decides
		},
	}
}

// orderOf compares two strings or two integers; nil if the exprs are neither.
func orderOf(a, b expr) func(x *run, dot reflect.Value) int {
	switch {
	case a.isKind(reflect.String) && b.isKind(reflect.String):
		return func(x *run, dot reflect.Value) int {
			return strings.Compare(a.eval(x, dot).String(), b.eval(x, dot).String())
		}
	case a.isInt() && b.isInt():
		return func(x *run, dot reflect.Value) int { return cmp.Compare(a.eval(x, dot).Int(), b.eval(x, dot).Int()) }
	}
	return nil
}
