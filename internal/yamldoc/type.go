package yamldoc

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// A Type says what a value may be, and reads it into a V.
type Type[V any] struct {
	*Form

	// read is false if no value could be read; v has then a place at most.
	read func(r *Reader, v *V, n *yaml.Node) bool

	// translate puts the words of a translation into v, a copy of what the original
	// says. It is nil if there are none.
	translate func(r *Reader, v *V, n *yaml.Node)

	// isOf reports whether a translated item of a list names v. It is nil if items have
	// no names.
	isOf func(r *Reader, v *V, n *yaml.Node) bool
}

// A Form says as data what a value may be.
type Form struct {
	What   string    // what messages call it, with its article: "a date"
	Words  []string  // the words that it may be; empty if there are others
	Item   *Form     // of a list
	Keys   []KeyForm // of a mapping
	Values *Form     // of a mapping whose keys are of the author's choice
	Names  string    // what those keys match, as a regular expression; empty if anything
	Or     *Form     // another form that a value may have
	Max    int       // of a whole number from 1
	Fewest int       // items of a list; 0 is one
	// Pattern is a regular expression that all texts of the type match, and few others.
	Pattern string

	near []nearForm
}

// nearForm is a mapping whose keys are sometimes written into another one.
type nearForm struct {
	*Form
	where string // they belong
}

// Beside is t, whose authors may take a key of another mapping for one of its own:
// the hint says where it belongs. Of several such mappings the first counts.
func (t Type[V]) Beside(other *Form, where string) Type[V] {
	t.Form.near = append(t.Form.near, nearForm{other, where})
	return t
}

// Matching is t with the regular expression that all its texts match.
func (t Type[V]) Matching(pattern string) Type[V] {
	t.Form.Pattern = pattern
	return t
}

// AtLeast is t, a list, with the fewest items that it may have.
func (t Type[V]) AtLeast(fewest int) Type[V] {
	t.Form.Fewest = fewest
	return t
}

// UpTo is t, a whole number, with the greatest that it may be.
func (t Type[V]) UpTo(greatest int) Type[V] {
	t.Form.Max = greatest
	return t
}

// Scalar is a type that is read from a text. The function is false if the text is
// not of the type, which it reports; an empty text is reported already.
func Scalar[V any](what string, read func(*Reader, Words) (V, bool)) Type[V] {
	return Custom(&Form{What: what}, func(r *Reader, v *V, n Node) (ok bool) {
		*v, ok = read(r, r.words(n.yaml, what))
		return ok
	})
}

// Custom is a type that is read in a way of its own. The function is false if
// there is no value.
func Custom[V any](form *Form, read func(*Reader, *V, Node) bool) Type[V] {
	return Type[V]{Form: form, read: func(r *Reader, v *V, n *yaml.Node) bool {
		ok := read(r, v, Node{n})
		if !ok {
			r.lose(form.What)
		}
		return ok
	}}
}

// Read reads n into v. It is false if there is no value that could be read.
func (t Type[V]) Read(r *Reader, v *V, n Node) bool { return t.read(r, v, n.yaml) }

// Then is t with f called after each value, whether or not it could be read.
func (t Type[V]) Then(f func(r *Reader, v *V, n Node)) Type[V] {
	read := t.read
	t.read = func(r *Reader, v *V, n *yaml.Node) bool {
		ok := read(r, v, n)
		f(r, v, Node{n})
		return ok
	}
	return t
}

// MaxText is how many characters a text of the front matter may have: three pages.
// More is a mistake of copying, and would stand in lists and titles.
const MaxText = 4000

// Text is any text that is not too long.
var Text = Whole(Scalar("a text", func(_ *Reader, w Words) (Words, bool) { return w, true }))

// Whole is t without texts that are too long, and without those that YAML cuts short: without quotation marks a text
// ends where a blank and "#" begin a comment. A comment that an author means has a
// blank behind the "#".
func Whole[V any](t Type[V]) Type[V] {
	return t.Then(func(r *Reader, _ *V, n Node) {
		r.checkCut(n.yaml)
		if count := utf8.RuneCountInString(n.yaml.Value); count > MaxText {
			r.AddHint(diag.TooComplex, r.place(n.yaml), fmt.Sprintf("the text has %d characters, and may have %d", count, MaxText), "shorten it; what is longer stands in the body of a page")
		}
	})
}

// glued is a comment without a blank behind its "#", to the end of a line.
var glued = regexp.MustCompile(`[ \t](#[\pL\pN].*)$`)

func (r *Reader) checkCut(n *yaml.Node) {
	text := strings.TrimSpace(n.Value)
	if n.Kind != yaml.ScalarNode || n.Style != 0 || text == "" {
		return
	}
	end := r.In(Words{text, r.place(n)}, len(text)-1, len(text)).End
	sign := end
	for sign < len(r.src) && (r.src[sign] == ' ' || r.src[sign] == '\t') {
		sign++
	}
	if sign == len(r.src) || r.src[sign] != '#' { // before the rest of the line is looked at: it may have all items of a list
		return
	}
	rest, _, _ := bytes.Cut(r.src[end:], []byte("\n"))
	rest = bytes.TrimRight(rest, " \t\r")
	m := glued.FindSubmatchIndex(rest)
	if m == nil || end+m[2] != sign { // inside a comment
		return
	}
	message, hint := cutText(string(rest[m[2]:m[3]]))
	r.AddHint(diag.CutText, diag.Place{File: r.file, Start: end + m[2], End: end + m[3]}, message, hint)
}

func cutText(comment string) (message, hint string) {
	return `the text is cut here: YAML takes "` + comment + `" for a comment`,
		`put the whole text in quotes; a comment has a blank after the "#"`
}

// Choice is one word of a closed list. Messages say "unknown what".
func Choice[V ~string](what string, words ...V) Type[V] {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	t := Scalar("a word", func(r *Reader, w Words) (V, bool) {
		if w.Text == "" || slices.Contains(list, w.Text) {
			return V(w.Text), w.Text != ""
		}
		hint := cmp.Or(diag.DidYouMean(w.Text, list), "write "+orList(list))
		r.AddHint(diag.UnknownWord, w.Place, `unknown `+what+` "`+w.Text+`"`, hint)
		return "", false
	})
	t.Words = list
	return t
}

// Placed is a choice of which the place is kept.
func Placed(choice Type[string]) Type[Words] {
	return Type[Words]{Form: choice.Form, read: func(r *Reader, w *Words, n *yaml.Node) bool {
		ok := choice.read(r, &w.Text, n)
		w.Place = r.inside(n)
		return ok
	}}
}

// Flag is a choice that is true for its first word.
func Flag(what string, yes string, others ...string) Type[bool] {
	choice := Choice(what, append([]string{yes}, others...)...)
	return Type[bool]{Form: choice.Form, read: func(r *Reader, v *bool, n *yaml.Node) bool {
		var word string
		ok := choice.read(r, &word, n)
		*v = word == yes
		return ok
	}}
}

// orList joins words as a sentence does: "a, b or c".
func orList(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// ListName is what messages call a list. A list of mappings is lost, as of
// [Reader.Lost], if something else stands in its place.
const ListName = "a list"

// List is a list of values, without those that could not be read. A single value
// stands for a list of one, unless it has keys.
func List[V any](item Type[V]) Type[[]V] {
	ofMappings := item.Keys != nil
	read := func(r *Reader, list *[]V, n *yaml.Node) bool {
		*list = nil
		if ofMappings && isBlank(n) {
			return false
		}
		if ofMappings && n.Kind != yaml.SequenceNode {
			r.AddHint(diag.WrongType, r.place(n), "a list is expected here", `begin each item with "- "`)
			r.lose(ListName)
			return false
		}
		room := 1 // no larger than needed: lists stay in memory as long as the site
		if n.Kind == yaml.SequenceNode {
			room = len(n.Content)
		}
		r.EachItem(Node{n}, item.Form, func(n Node) {
			if *list == nil {
				*list = make([]V, 0, room)
			}
			var none V
			*list = append(*list, none)
			if last := len(*list) - 1; !item.read(r, &(*list)[last], n.yaml) {
				*list = (*list)[:last]
			}
		})
		return true
	}
	return Type[[]V]{Form: &Form{What: ListName, Item: item.Form}, read: read, translate: translateList(item)}
}

// MayRepeat reports whether a list of f may have an item twice: numbers are counts.
func (f *Form) MayRepeat() bool { return f.Max > 0 }

// Row is a list of so many values, of which each has its place: one may stand in it twice.
// Where there are more or fewer, other is called.
func Row[V any](item Type[V], size int, other func(r *Reader, n Node, got int)) Type[[]V] {
	read := func(r *Reader, row *[]V, n *yaml.Node) bool {
		if n.Kind != yaml.SequenceNode || len(n.Content) != size {
			other(r, Node{n}, len(n.Content))
			return false
		}
		*row = make([]V, size)
		for i, c := range n.Content {
			item.read(r, &(*row)[i], c)
		}
		return true
	}
	return Type[[]V]{Form: &Form{What: ListName, Item: item.Form}, read: read}
}

// EachItem calls read for each item of a list of such values, or for a value that stands
// for a list of one.
func (r *Reader) EachItem(n Node, of *Form, read func(Node)) {
	if n.yaml.Kind != yaml.SequenceNode || isUnquotedLink(n.yaml) {
		read(n)
		return
	}
	seen := map[string]*yaml.Node{}
	for _, item := range n.yaml.Content {
		if isNothing(item) {
			r.AddHint(diag.EmptyValue, r.place(item), "an item of the list is empty", "write it, or delete the line")
			continue
		}
		if item.Kind == yaml.ScalarNode && !of.MayRepeat() {
			if first := seen[item.Value]; first != nil {
				r.twice(item, first, `"`+item.Value+`" stands twice in the list`)
				continue
			}
			seen[item.Value] = item
		}
		read(Node{item})
	}
}
