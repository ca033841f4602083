package content

import (
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// A key is one key of a mapping and how its value is read.
type key struct {
	name     string
	required bool
	read     func(*yaml.Node)
}

const required = true

// object reads a mapping: each key once, none unknown, none required missing.
// what names the thing in messages, with its article: "an amount". It is false
// if something was written that nobody read: an unknown key, or no keys at all.
//
// A key without a value is reported here and then read as an empty text, so
// that whoever asks later can tell it from a key that is not there, and says
// nothing a second time.
func (r *reader) object(n *yaml.Node, what string, keys []key) (whole bool) {
	if isBlank(n) {
		return false
	}
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, what+" is written as keys with values")
		return false
	}
	whole = true
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if name.Kind != yaml.ScalarNode {
			r.wrongType(name, "a key is one word")
			whole = false
			continue
		}
		if r.isTwice(seen, name) {
			continue
		}
		if !r.readKey(name, value, keys) {
			r.unknownKey(name, what, keys)
			whole = false
		}
	}
	for _, k := range keys {
		if _, ok := seen[k.name]; k.required && !ok {
			r.diags.AddHint(diag.MissingKey, r.start(n), what+` needs the key "`+k.name+`"`, missingHints[k.name])
		}
	}
	return whole
}

// readKey reads the value of name if keys has it.
func (r *reader) readKey(name, value *yaml.Node, keys []key) bool {
	for _, k := range keys {
		if k.name != name.Value {
			continue
		}
		k.read(r.orBlank(name, value))
		return true
	}
	return false
}

// isTwice reports a key that seen already holds.
func (r *reader) isTwice(seen map[string]*yaml.Node, name *yaml.Node) bool {
	first, ok := seen[name.Value]
	if !ok {
		seen[name.Value] = name
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

func (r *reader) unknownKey(name *yaml.Node, what string, keys []key) {
	var names []string
	for _, k := range keys {
		names = append(names, k.name)
	}
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
