package layout

import "reflect"

// builtin compiles a function of html/template that looks at values of all
// types. It is false if there is none of that name, or not with so many
// arguments.
func builtin(name string, args []expr) (expr, bool) {
	n := len(args)
	switch name {
	case "and", "or":
		if n > 0 {
			return either(args, name == "or"), true
		}
	case "not":
		if n == 1 {
			holds := args[0].truth()
			return condition(func(x *run, dot reflect.Value) bool { return !holds(x, dot) }), true
		}
	case "eq":
		if n > 1 {
			return condition(func(x *run, dot reflect.Value) bool {
				v := concrete(args[0].eval(x, dot))
				found := false
				for _, a := range args[1:] { // all of them: html/template knows their values too
					other := concrete(a.eval(x, dot))
					found = found || equal(v, other)
				}
				return found
			}), true
		}
	case "ne", "lt", "le", "gt", "ge":
		if n == 2 {
			compare := comparisons[name]
			return condition(func(x *run, dot reflect.Value) bool {
				return compare(concrete(args[0].eval(x, dot)), concrete(args[1].eval(x, dot)))
			}), true
		}
	case "len":
		if n == 1 {
			return expr{typ: intType, eval: func(x *run, dot reflect.Value) reflect.Value {
				return reflect.ValueOf(behind(args[0].eval(x, dot)).Len())
			}}, true
		}
	case "index":
		if n > 1 {
			return expr{eval: func(x *run, dot reflect.Value) reflect.Value {
				v := concrete(args[0].eval(x, dot))
				for _, a := range args[1:] {
					v = element(v, concrete(a.eval(x, dot)))
				}
				return v
			}}, true
		}
	case "slice":
		if n == 2 || n == 3 {
			return expr{eval: func(x *run, dot reflect.Value) reflect.Value {
				v := behind(args[0].eval(x, dot))
				from, to := place(concrete(args[1].eval(x, dot))), v.Len()
				if n == 3 {
					to = place(concrete(args[2].eval(x, dot)))
				}
				return v.Slice(from, to)
			}}, true
		}
	}
	return expr{}, false
}

// condition is an expr of type bool.
func condition(holds func(x *run, dot reflect.Value) bool) expr {
	return expr{typ: boolType, holds: holds, eval: func(x *run, dot reflect.Value) reflect.Value {
		return reflect.ValueOf(holds(x, dot))
	}}
}

// either is "and" or "or": the first value that decides, or the last.
func either(args []expr, decides bool) expr {
	last := args[len(args)-1]
	out := expr{typ: last.typ, addr: last.addr}
	truths := make([]func(*run, reflect.Value) bool, len(args))
	for i, a := range args {
		truths[i] = a.truth()
		if a.typ != last.typ || a.addr != last.addr {
			out.typ, out.addr = nil, false
		}
	}
	out.eval = func(x *run, dot reflect.Value) reflect.Value {
		for _, a := range args[:len(args)-1] {
			if v := a.eval(x, dot); isTrue(v) == decides {
				return v
			}
		}
		return last.eval(x, dot)
	}
	out.holds = func(x *run, dot reflect.Value) bool {
		for _, holds := range truths {
			if holds(x, dot) == decides {
				return decides
			}
		}
		return !decides
	}
	return out
}

// concrete is what is in v if it is an interface.
func concrete(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// behind is what pointers and interfaces lead to, or nothing.
func behind(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	return v
}

// element is an element of a slice, an array, a string or a map.
func element(of, at reflect.Value) reflect.Value {
	of = behind(of)
	if of.Kind() != reflect.Map {
		return of.Index(place(at))
	}
	key := of.Type().Key()
	switch {
	case at.IsValid() && at.Type().AssignableTo(key):
	case (isInt(at.Kind()) || isUint(at.Kind())) && (isInt(key.Kind()) || isUint(key.Kind())):
		at = at.Convert(key)
	default:
		panic(giveUp("an index of another type"))
	}
	if v := of.MapIndex(at); v.IsValid() {
		return v
	}
	return reflect.Zero(of.Type().Elem())
}

// place is v as an index.
func place(v reflect.Value) int {
	if isUint(v.Kind()) {
		return int(v.Uint())
	}
	return int(v.Int())
}

var comparisons = map[string]func(a, b reflect.Value) bool{
	"ne": func(a, b reflect.Value) bool { return !equal(a, b) },
	"lt": less,
	"le": func(a, b reflect.Value) bool { return less(a, b) || equal(a, b) },
	"gt": func(a, b reflect.Value) bool { return !less(a, b) && !equal(a, b) },
	"ge": func(a, b reflect.Value) bool { return !less(a, b) },
}

// equal compares two values of one kind: html/template knows the rules, and
// the errors, of all other pairs.
func equal(a, b reflect.Value) bool {
	switch ka, kb := a.Kind(), b.Kind(); {
	case ka == reflect.String && kb == reflect.String:
		return a.String() == b.String()
	case isInt(ka) && isInt(kb):
		return a.Int() == b.Int()
	case isUint(ka) && isUint(kb):
		return a.Uint() == b.Uint()
	case ka == reflect.Bool && kb == reflect.Bool:
		return a.Bool() == b.Bool()
	case a.CanFloat() && b.CanFloat():
		return a.Float() == b.Float()
	}
	panic(giveUp("values of two kinds"))
}

// less orders two values of one kind.
func less(a, b reflect.Value) bool {
	switch ka, kb := a.Kind(), b.Kind(); {
	case ka == reflect.String && kb == reflect.String:
		return a.String() < b.String()
	case isInt(ka) && isInt(kb):
		return a.Int() < b.Int()
	case isUint(ka) && isUint(kb):
		return a.Uint() < b.Uint()
	case a.CanFloat() && b.CanFloat():
		return a.Float() < b.Float()
	}
	panic(giveUp("values of two kinds"))
}
