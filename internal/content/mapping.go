package content

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// A key is one key of a mapping that a T is read from, and how its value is read.
// The keys of each T are a table that is made once: a front matter has tens of
// mappings, and a site ten thousand of those.
type key[T any] struct {
	name     string
	required bool
	read     func(*reader, *T, *yaml.Node)
}

// keysOf are the keys of a part of T, as keys of T.
func keysOf[T, P any](part func(*T) *P, keys []key[P]) []key[T] {
	out := make([]key[T], len(keys))
	for i, k := range keys {
		out[i] = key[T]{k.name, k.required, func(r *reader, t *T, n *yaml.Node) { k.read(r, part(t), n) }}
	}
	return out
}

const required = true

// object reads a mapping into t: each key once, none unknown, none required
// missing. what names the thing in messages, with its article: "an amount". It is
// false if something was written that nobody read: an unknown key, or no keys at
// all.
//
// A key without a value is reported here and then read as an empty text, so
// that whoever asks later can tell it from a key that is not there, and says
// nothing a second time.
func object[T any](r *reader, n *yaml.Node, what string, t *T, keys []key[T]) (whole bool) {
	if isBlank(n) {
		return false
	}
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, what+" is written as keys with values")
		return false
	}
	whole = true
	var seen keySet
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if name.Kind != yaml.ScalarNode {
			r.wrongType(name, "a key is one word")
			whole = false
			continue
		}
		at := slices.IndexFunc(keys, func(k key[T]) bool { return k.name == name.Value })
		switch {
		case r.isTwice(&seen, name):
		case at < 0:
			r.unknownKey(name, what, namesOf(keys))
			whole = false
		default:
			keys[at].read(r, t, r.orBlank(name, value))
		}
	}
	for i := range keys {
		if k := &keys[i]; k.required && seen.find(k.name) == nil {
			r.diags.AddHint(diag.MissingKey, r.start(n), what+` needs the key "`+k.name+`"`, missingHints[k.name])
		}
	}
	return whole
}

func namesOf[T any](keys []key[T]) []string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
	}
	return names
}

// A keySet is the keys of a mapping so far. A mapping of ours has so few that they
// are looked through faster than a map is made.
type keySet struct {
	few  [24]*yaml.Node
	n    int
	more map[string]*yaml.Node
}

func (s *keySet) find(name string) *yaml.Node {
	for _, k := range s.few[:s.n] {
		if k.Value == name {
			return k
		}
	}
	return s.more[name]
}

func (s *keySet) add(k *yaml.Node) {
	switch {
	case s.n < len(s.few):
		s.few[s.n] = k
		s.n++
	case s.more == nil:
		s.more = map[string]*yaml.Node{k.Value: k}
	default:
		s.more[k.Value] = k
	}
}

// isTwice reports a key that seen already holds.
func (r *reader) isTwice(seen *keySet, name *yaml.Node) bool {
	first := seen.find(name.Value)
	if first == nil {
		seen.add(name)
		return false
	}
	*r.diags = append(*r.diags, diag.Diagnostic{
		Code: diag.DuplicateKey, Place: r.place(name),
		Message: `the key "` + name.Value + `" stands twice`,
		Hint:    "keep one of them",
		Related: []diag.Related{{Place: r.place(first), Note: "it is first here"}},
	})
	return true
}

// start is where n begins: its first key, or the line "---" for the front
// matter as a whole.
func (r *reader) start(n *yaml.Node) diag.Place {
	if n == r.whole && r.front.start > 0 {
		return diag.Place{File: r.file, Start: 0, End: 3}
	}
	return r.place(n)
}

// missingHints says how to write a key that is often forgotten.
var missingHints = map[string]string{
	"quote":    `quote: "the source's words, at most 20"`,
	"at":       "at: P7  (the paragraph of the quote; T is the title, C the standfirst)",
	"says":     "says: one sentence of ours that names who says it",
	"fact":     "fact: an id of your choice that stays for ever, such as daily-award",
	"base_url": "base_url: https://example.org",
}

func (r *reader) unknownKey(name *yaml.Node, what string, names []string) {
	hint := diag.DidYouMean(name.Value, names)
	if hint == "" {
		hint = "the keys of " + what + " are " + strings.Join(names, ", ")
	}
	r.diags.AddHint(diag.UnknownKey, r.place(name), `unknown key "`+name.Value+`"`, hint)
}

// orBlank returns value, or a blank in its place if the key has no value,
// which it reports. YAML's words for nothing ("null", "~") say no more than
// leaving the key out.
func (r *reader) orBlank(name, value *yaml.Node) *yaml.Node {
	empty := isNothing(value) || value.Kind == yaml.SequenceNode && len(value.Content) == 0 && value.Style&yaml.FlowStyle == 0
	if !empty {
		return value
	}
	r.diags.AddHint(diag.EmptyValue, r.place(name), `"`+name.Value+`" has no value`, "write one, or leave the key out")
	return &yaml.Node{Kind: yaml.ScalarNode, Line: name.Line, Column: name.Column}
}

// isNothing reports a scalar that YAML or a reader takes for nothing.
func isNothing(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && (n.Tag == "!!null" || strings.TrimSpace(n.Value) == "")
}

// isBlank reports a blank of orBlank: what is missing is already said.
func isBlank(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Value == "" && n.Tag == "" }

func (r *reader) wrongType(n *yaml.Node, message string) {
	r.diags.Add(diag.WrongType, r.place(n), message)
}

// list calls read for each item. A single value stands for a list of one.
func (r *reader) list(n *yaml.Node, read func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode || isUnquotedLink(n) {
		read(n)
		return
	}
	for _, item := range n.Content {
		if isNothing(item) {
			r.diags.AddHint(diag.EmptyValue, r.place(item), "an item of the list is empty", "write it, or delete the line")
			continue
		}
		read(item)
	}
}

// itemsOf reads a list of mappings, in room for as many as are written: what is
// read stays as long as the site.
func itemsOf[T any](r *reader, n *yaml.Node, read func(*reader, *T, *yaml.Node)) []T {
	room := 1
	if n.Kind == yaml.SequenceNode {
		room = len(n.Content)
	}
	var out []T
	r.items(n, func(item *yaml.Node) {
		if out == nil {
			out = make([]T, 0, room)
		}
		var none T
		out = append(out, none)
		read(r, &out[len(out)-1], item)
	})
	return out
}

// items reads a list of mappings.
func (r *reader) items(n *yaml.Node, read func(*yaml.Node)) {
	if isBlank(n) {
		return
	}
	if n.Kind != yaml.SequenceNode {
		r.diags.AddHint(diag.WrongType, r.place(n), "a list is expected here", `begin each item with "- "`)
		r.lostFact = true
		return
	}
	r.list(n, read)
}
