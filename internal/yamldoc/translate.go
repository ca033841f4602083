package yamldoc

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// A translation has the keys of its original that hold words, and no others: what is
// a value or a quote stands once, in the original. Items of a list are found by the
// key that names them, such as "fact", several of one name in their order; one that the
// original does not have, or has no longer, is left out. Other items are found by their
// order: if there are more or fewer of these than in the original, all stay as they are
// there.

// Translate reads the YAML of a translation, as [Read] does, and puts its words into
// v, a copy of what the original says. Lists are copied before they are changed. It
// returns the texts whose words it has replaced, and the value of a key beside those of
// the form, which may be anything.
//
// The texts of an original are those that it replaces in itself.
func Translate[T any](file string, src []byte, start int, t Type[T], v *T, beside string, diags *diag.List) (replaced []Words, value Words) {
	r := newReader(file, src, start, diags)
	if !r.parse() {
		return nil, Words{}
	}
	root := *r.root
	for i := 0; i+1 < len(root.Content); i += 2 {
		if name := root.Content[i]; name.Value == beside {
			value = r.words(root.Content[i+1], "a text")
			root.Content = slices.Concat(root.Content[:i], root.Content[i+2:])
			break
		}
	}
	t.translate(r, v, &root)
	return r.replaced, value
}

// Translated is t, whose values are words of ours: a translation has its own.
func (t Type[V]) Translated() Type[V] {
	return t.TranslatedBy(func(r *Reader, v *V, n Node) {
		var words V
		if !t.read(r, &words, n.yaml) {
			return
		}
		if old, ok := any(*v).(interface{ itself() Words }); ok {
			r.replaced = append(r.replaced, old.itself())
		}
		*v = words
	})
}

// MayDiffer is t, whose values a translation may put in other words, as of names: those
// of the original do as well.
func (t Type[V]) MayDiffer() Type[V] {
	return t.TranslatedBy(func(r *Reader, v *V, n Node) { t.read(r, v, n.yaml) })
}

// TranslatedBy is t with what puts the words of a translation into a value.
func (t Type[V]) TranslatedBy(translate func(*Reader, *V, Node)) Type[V] {
	t.translate = func(r *Reader, v *V, n *yaml.Node) { translate(r, v, Node{n}) }
	return t
}

// Translate puts the words of n into v, if the type has words.
func (t Type[V]) Translate(r *Reader, v *V, n Node) {
	if t.translate != nil {
		t.translate(r, v, n.yaml)
	}
}

// NamedBy is t with what says whether a translated item of a list is that of a value.
func (t Type[V]) NamedBy(isOf func(*Reader, *V, Node) bool) Type[V] {
	t.isOf = func(r *Reader, v *V, n *yaml.Node) bool { return isOf(r, v, Node{n}) }
	return t
}

// Naming is k, a key that names a T in a list.
func Naming[T any](k Field[T], name func(*T) string) Field[T] {
	k.name = name
	return k
}

// translateObject puts the words of a mapping into a value of that form; nil if the
// form has none.
func translateObject[T any](form *Form, keys []Field[T]) func(*Reader, *T, *yaml.Node) {
	if !slices.ContainsFunc(keys, func(k Field[T]) bool { return k.translate != nil }) {
		return nil
	}
	return func(r *Reader, v *T, n *yaml.Node) {
		if !r.isMapping(n, form.What) {
			return
		}
		var seen [maxKeys]*yaml.Node
		for i := 0; i+1 < len(n.Content); i += 2 {
			name, value := n.Content[i], n.Content[i+1]
			at := slices.IndexFunc(keys, func(k Field[T]) bool { return name.Kind == yaml.ScalarNode && k.Name == name.Value })
			switch {
			case at < 0:
				r.unknownKey(name, form)
			case seen[at] != nil:
				r.twice(name, seen[at], `the key "`+name.Value+`" stands twice`)
			case keys[at].translate != nil:
				keys[at].translate(r, v, r.orBlank(name, value))
			case keys[at].name == nil:
				r.AddHint(diag.ValueInTranslation, r.place(name), `"`+name.Value+`" is not a matter of words: the original alone says it`, "take the key away")
			case keys[at].name(v) != value.Value:
				r.AddHint(diag.ValueInTranslation, r.place(value), `"`+value.Value+`" is not what the original has here`, `the original has "`+keys[at].name(v)+`"`)
			}
			if at >= 0 {
				seen[at] = name
			}
		}
	}
}

// isNamed returns the function that compares the keys of a translated item that name a
// T with those of the original; nil if no key does.
func isNamed[T any](keys []Field[T]) func(*Reader, *T, *yaml.Node) bool {
	names := slices.DeleteFunc(slices.Clone(keys), func(k Field[T]) bool { return k.name == nil })
	if len(names) == 0 {
		return nil
	}
	return func(_ *Reader, v *T, n *yaml.Node) bool {
		for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
			for _, k := range names {
				if k.Name == n.Content[i].Value && k.name(v) != n.Content[i+1].Value {
					return false
				}
			}
		}
		return true
	}
}

// translateList puts the words of a list into one of the original; nil if its items
// have none.
func translateList[V any](item Type[V]) func(*Reader, *[]V, *yaml.Node) {
	if item.translate == nil {
		return nil
	}
	return func(r *Reader, list *[]V, n *yaml.Node) {
		items := []*yaml.Node{n} // one stands for a list of one
		if n.Kind == yaml.SequenceNode && !isUnquotedLink(n) {
			items = n.Content
		}
		if item.isOf == nil && len(items) != len(*list) {
			r.AddHint(diag.Untranslated, r.place(n), fmt.Sprintf("the list has %s, and the original has %d: readers see those of the original", diag.Plural(len(items), "item"), len(*list)),
				"translate each, in the order of the original")
			return // which of them the words are of is not known
		}
		*list = slices.Clone(*list)
		done := make([]bool, len(*list))
		next := 0 // behind the one before
		for _, n := range items {
			at := next
			if item.isOf != nil {
				at = findItem(len(*list), next, func(i int) bool { return !done[i] && item.isOf(r, &(*list)[i], n) })
			}
			if at < 0 {
				r.AddHint(diag.OlderTranslation, r.place(n), "the original has no such item, or has it no longer: readers do not see these words",
					"take the item away; if what it is of has another name in the original, write that")
				continue
			}
			item.translate(r, &(*list)[at], n)
			done[at], next = true, at+1
		}
	}
}

// findItem is the first of n items that is meant, from next on or else from the first;
// -1 if none is.
func findItem(n, next int, isMeant func(i int) bool) int {
	for k := range n {
		if i := (next + k) % n; isMeant(i) {
			return i
		}
	}
	return -1
}
