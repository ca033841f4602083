package yamldoc

import (
	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// EachText calls f for every text of the YAML that begins at start of src, in the order
// of the file, with the form that it has: for a tool that changes values where they
// stand. Of forms that may have either of two, f is called for each. What is not YAML,
// or has no place in the form, is passed over.
func EachText(file string, src []byte, start int, form *Form, f func(*Form, Words)) {
	r := newReader(file, src, start, new(diag.List))
	if r.parse() {
		r.eachText(r.root, form, f)
	}
}

func (r *Reader) eachText(n *yaml.Node, form *Form, f func(*Form, Words)) {
	switch {
	case form == nil:
	case n.Kind == yaml.SequenceNode && form.Item != nil:
		for _, item := range n.Content {
			r.eachText(item, form.Item, f)
		}
	case n.Kind == yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			r.eachText(n.Content[i+1], form.of(n.Content[i].Value), f)
		}
	case n.Kind == yaml.ScalarNode && form.Item != nil:
		r.eachText(n, form.Item, f)
	case n.Kind == yaml.ScalarNode:
		f(form, r.words(n, form.What))
		r.eachText(n, form.Or, f)
	}
}

// of is the form of the value of a key, or nil.
func (f *Form) of(key string) *Form {
	for _, k := range f.Keys {
		if k.Name == key {
			return k.Form
		}
	}
	return f.Values
}
