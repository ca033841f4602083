package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// A Value is what stands in YAML, whatever form it should have: a text, a list, or keys
// with values.
type Value struct {
	Text  string // of a scalar, without white space around it
	Items []Value
	Keys  []KeyValue // in the order of the file
	Place diag.Place
}

// A KeyValue is a key with its value.
type KeyValue struct {
	Name string
	Value
}

// Of is the value of a key; a blank if there is none.
func (v Value) Of(key string) Value {
	for _, k := range v.Keys {
		if k.Name == key {
			return k.Value
		}
	}
	return Value{}
}

// IsZero reports whether nothing stands there.
func (v Value) IsZero() bool { return v.Text == "" && v.Items == nil && v.Keys == nil }

// Values are the keys with their values of the YAML that begins at start of src. It is
// false of what is no YAML, whose mistakes are told where it is read for its meaning.
func Values(file string, src []byte, start int) (Value, bool) {
	r := newReader(file, src, start, new(diag.List))
	if !r.parse() {
		return Value{}, false
	}
	return r.value(r.root), true
}

func (r *Reader) value(n *yaml.Node) Value {
	switch n.Kind {
	case yaml.SequenceNode:
		v := Value{Place: r.place(n), Items: make([]Value, len(n.Content))}
		for i, item := range n.Content {
			v.Items[i] = r.value(item)
		}
		return v
	case yaml.MappingNode:
		v := Value{Place: r.place(n)}
		for i := 0; i+1 < len(n.Content); i += 2 {
			v.Keys = append(v.Keys, KeyValue{n.Content[i].Value, r.value(n.Content[i+1])})
		}
		return v
	}
	return Value{Text: strings.TrimSpace(n.Value), Place: r.inside(n)}
}
