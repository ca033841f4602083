package yamldoc

import (
	"iter"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// A KeyForm says as data what one key of a mapping is.
type KeyForm struct {
	Name     string
	Required bool
	Form     *Form
	Sentence string // what to write, as it may follow the name and a colon
}

// A Field is a key of a mapping that a T is read from. The fields of a T are a table
// that is made once, at the start of the program.
type Field[T any] struct {
	KeyForm
	read      func(*Reader, *T, *yaml.Node)
	translate func(*Reader, *T, *yaml.Node) // nil if there is nothing to translate
	name      func(*T) string               // of a key that names the T in a list; nil of others
}

// Whether a key must be there.
const (
	Required = true
	Optional = false
)

// Key is a key whose value, of type t, is kept in the field of a T. The sentence
// is the hint where the key is missing.
func Key[T, V any](name string, required bool, t Type[V], field func(*T) *V, sentence string) Field[T] {
	f := Field[T]{
		KeyForm: KeyForm{name, required, t.Form, sentence},
		read:    func(r *Reader, v *T, n *yaml.Node) { t.read(r, field(v), n) },
	}
	if t.translate != nil {
		f.translate = func(r *Reader, v *T, n *yaml.Node) { t.translate(r, field(v), n) }
	}
	return f
}

// Part makes the keys of a part of T keys of T.
func Part[T, P any](part func(*T) *P, keys []Field[P]) []Field[T] {
	out := make([]Field[T], len(keys))
	for i, k := range keys {
		out[i] = Field[T]{KeyForm: k.KeyForm, read: func(r *Reader, v *T, n *yaml.Node) { k.read(r, part(v), n) }}
		if k.translate != nil {
			out[i].translate = func(r *Reader, v *T, n *yaml.Node) { k.translate(r, part(v), n) }
		}
		if k.name != nil {
			out[i].name = func(v *T) string { return k.name(part(v)) }
		}
	}
	return out
}

// maxKeys is how many keys a table may have.
const maxKeys = 32

// Object is a mapping: each key once, none unknown, none required missing. Messages
// call it what, with its article: "an amount".
//
// A key without a value is reported here and then read as an empty text, so that
// it is not reported as missing too. An unknown key is read as the one that it is likely
// to be, unless that stands there as well, so that no value is missed elsewhere.
func Object[T any](what string, keys []Field[T]) Type[T] {
	if len(keys) > maxKeys {
		panic(what + " has too many keys")
	}
	form := &Form{What: what}
	for _, k := range keys {
		form.Keys = append(form.Keys, k.KeyForm)
	}
	read := func(r *Reader, v *T, n *yaml.Node) bool {
		if !r.isMapping(n, what) {
			r.lose(what)
			return true // the item counts, though nothing is known of it
		}
		var seen [maxKeys]*yaml.Node
		var unknown []int // the indexes in n of keys that are likely to be others
		for i := 0; i+1 < len(n.Content); i += 2 {
			name, value := n.Content[i], n.Content[i+1]
			if name.Kind != yaml.ScalarNode {
				r.Add(diag.WrongType, r.place(name), "a key is one word")
				r.lose(what)
				continue
			}
			switch at := form.keyAt(name.Value); {
			case at < 0:
				r.unknownKey(name, form)
				r.lose(what)
				unknown = append(unknown, i)
			case seen[at] != nil:
				r.twice(name, seen[at], `the key "`+name.Value+`" stands twice`)
			default:
				seen[at] = name
				keys[at].read(r, v, r.orBlank(name, value))
			}
		}
		for _, i := range unknown {
			name, value := n.Content[i], n.Content[i+1]
			if at := form.keyAt(form.meant(name.Value)); at >= 0 && seen[at] == nil {
				seen[at] = name
				keys[at].read(r, v, r.orBlank(name, value))
			}
		}
		for i := range keys {
			if k := &keys[i]; k.Required && seen[i] == nil {
				r.AddHint(diag.MissingKey, r.beginning(n), what+` needs the key "`+k.Name+`"`, k.Name+": "+k.Sentence)
			}
		}
		return true
	}
	return Type[T]{form, read, translateObject(form, keys), isNamed(keys)}
}

// isMapping reports whether n is keys with values. A value of another kind is a
// mistake.
func (r *Reader) isMapping(n *yaml.Node, what string) bool {
	if n.Kind != yaml.MappingNode && !isBlank(n) {
		is := " is"
		if name, ok := strings.CutPrefix(what, "the "); ok && strings.HasSuffix(strings.Fields(name)[0], "s") {
			is = " are" // the messages, the forms of a noun
		}
		r.Add(diag.WrongType, r.place(n), what+is+" written as keys with values")
	}
	return n.Kind == yaml.MappingNode
}

// Entries gives the keys and values of a mapping whose keys are of the author's
// choice, each key once. Messages call the mapping what.
func (r *Reader) Entries(n Node, what string) iter.Seq2[Words, Node] {
	return func(yield func(Words, Node) bool) {
		if !r.isMapping(n.yaml, what) {
			return
		}
		seen := map[string]*yaml.Node{}
		for i := 0; i+1 < len(n.yaml.Content); i += 2 {
			name := n.yaml.Content[i]
			if first := seen[name.Value]; first != nil {
				r.twice(name, first, `the key "`+name.Value+`" stands twice`)
				continue
			}
			seen[name.Value] = name
			if !yield(Words{name.Value, r.place(name)}, Node{r.orBlank(name, n.yaml.Content[i+1])}) {
				return
			}
		}
	}
}

// CutFirst returns the first key of a mapping, its value, and the mapping of the
// others. It is false if n is no mapping or has no key.
func (r *Reader) CutFirst(n Node) (name, value, others Node, ok bool) {
	if n.yaml.Kind != yaml.MappingNode || len(n.yaml.Content) == 0 {
		return n, n, n, false
	}
	rest := *n.yaml
	rest.Content = rest.Content[2:]
	first := n.yaml.Content[0]
	if len(rest.Content) == 0 {
		rest.Line, rest.Column = first.Line, first.Column
	}
	return Node{first}, Node{r.orBlank(first, n.yaml.Content[1])}, Node{&rest}, true
}

// twice reports a key or an item that is there already.
func (r *Reader) twice(again, first *yaml.Node, message string) {
	*r.List = append(*r.List, diag.Diagnostic{
		Code: diag.DuplicateKey, Place: r.place(again),
		Message: message, Hint: "keep one of them",
		Related: []diag.Related{{Place: r.place(first), Note: "it is first here"}},
	})
}

// keyAt is the index of a key of f, or -1.
func (f *Form) keyAt(name string) int {
	return slices.IndexFunc(f.Keys, func(k KeyForm) bool { return k.Name == name })
}

// meant is the key of f that an unknown one is likely to be, or "".
func (f *Form) meant(name string) string {
	if f.nearest(name) != nil {
		return ""
	}
	return diag.Nearest(name, f.names())
}

// nearest is the first of the mappings beside f that has a key, or nil.
func (f *Form) nearest(name string) *nearForm {
	for i := range f.near {
		if f.near[i].keyAt(name) >= 0 {
			return &f.near[i]
		}
	}
	return nil
}

func (f *Form) names() []string {
	names := make([]string, len(f.Keys))
	for i, k := range f.Keys {
		names[i] = k.Name
	}
	return names
}

// unknownKey reports a key.
func (r *Reader) unknownKey(name *yaml.Node, form *Form) {
	names := form.names()
	hint := diag.DidYouMean(name.Value, names)
	if near := form.nearest(name.Value); near != nil {
		hint = "it belongs in " + near.where
	} else if hint == "" {
		hint = "the keys of " + form.What + " are " + strings.Join(names, ", ")
	}
	r.AddHint(diag.UnknownKey, r.place(name), `unknown key "`+name.Value+`"`, hint)
}

// beginning is where n begins: its first key, or the line "---" for the front
// matter as a whole.
func (r *Reader) beginning(n *yaml.Node) diag.Place {
	if n == r.root && r.start > 0 {
		return diag.Place{File: r.file, Start: 0, End: 3}
	}
	return r.place(n)
}

// orBlank returns value, or a blank in its place if the key has no value, which
// it reports. YAML's words for nothing ("null", "~") say no more than leaving the
// key out.
func (r *Reader) orBlank(name, value *yaml.Node) *yaml.Node {
	isEmptyList := value.Kind == yaml.SequenceNode && len(value.Content) == 0 && !isFlow(value)
	if !isNothing(value) && !isEmptyList {
		return value
	}
	r.AddHint(diag.EmptyValue, r.place(name), `"`+name.Value+`" has no value`, "write one, or leave the key out")
	return blankFor(name)
}
