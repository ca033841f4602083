package content

import (
	"cmp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
	"receipts/internal/markdown"
	"receipts/internal/yamldoc"
)

// Words is a text as the author typed it, and where.
type Words struct {
	Text  string
	Place diag.Place
}

// IsGiven reports whether the key was there, with or without a value.
func (w Words) IsGiven() bool { return w.Place != diag.Place{} }

// Inline is a text that may hold links and emphasis. Its zero value is empty.
type Inline struct {
	*markdown.Doc
	Words
}

// IsEmpty reports whether the author gave no text.
func (i Inline) IsEmpty() bool { return i.Text == "" }

// A Ref is an id that must exist; package site says whether it does.
type Ref = Words

// A Party is who pays, is paid or speaks: an id, or words where nobody has a
// page ("any US internet user").
type Party struct {
	ID    string
	Words Inline
	Place diag.Place
}

// words reads a text.
func (r *reader) words(n *yaml.Node) Words {
	if n.Kind != yaml.ScalarNode {
		if isUnquotedLink(n) {
			place := r.place(n)
			r.diags.AddHint(diag.UnquotedLink, place, unquotedLink, "write "+yamldoc.Quoted(string(r.src[place.Start:place.End])))
			return Words{Place: place}
		}
		kind := "a list"
		if n.Kind == yaml.MappingNode {
			kind = "keys with values"
		}
		r.wrongType(n, "a text is expected here, not "+kind)
		return Words{Place: r.place(n)}
	}
	return Words{Text: strings.TrimSpace(n.Value), Place: r.inside(n)}
}

const unquotedLink = "a text that begins with a link needs quotes: YAML reads [[ ]] as a list"

// isUnquotedLink reports what YAML makes of [[id]] without quotes: a list in a
// list.
func isUnquotedLink(n *yaml.Node) bool {
	return n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle != 0 && len(n.Content) == 1 &&
		n.Content[0].Kind == yaml.SequenceNode && n.Content[0].Style&yaml.FlowStyle != 0
}

// inline reads a text that may hold links.
func (r *reader) inline(n *yaml.Node) Inline {
	w := r.words(n)
	if w.Text == "" {
		return Inline{Words: w}
	}
	return r.inlineWords(n, w)
}

func (r *reader) inlineWords(n *yaml.Node, w Words) Inline {
	doc, diags := markdown.ParseInline(r.file, w.Text, r.within(n))
	*r.diags = append(*r.diags, diags...)
	return Inline{Doc: doc, Words: w}
}

func (r *reader) inlines(n *yaml.Node) []Inline {
	var out []Inline
	r.list(n, func(item *yaml.Node) { out = append(out, r.inline(item)) })
	return out
}

func (r *reader) wordList(n *yaml.Node) []Words {
	var out []Words
	r.list(n, func(item *yaml.Node) { out = append(out, r.words(item)) })
	return out
}

// ref reads an id.
func (r *reader) ref(n *yaml.Node) Ref {
	if r.isBracketed(n) {
		return Ref{Place: r.place(n)}
	}
	w := r.words(n)
	if w.Text != "" && !IsID(w.Text) {
		hint := ""
		if k := kebab(w.Text); IsID(k) {
			hint = `write "` + k + `"`
		}
		r.diags.AddHint(diag.UnknownID, w.Place, `"`+w.Text+`" is not an id: ids are lower-case letters, digits and single hyphens`, hint)
		w.Text = ""
	}
	return w
}

// isBracketed reports an id in the brackets of a link, where it stands without.
func (r *reader) isBracketed(n *yaml.Node) bool {
	if !isUnquotedLink(n) || len(n.Content[0].Content) != 1 || !IsID(n.Content[0].Content[0].Value) {
		return false
	}
	r.diags.AddHint(diag.UnquotedLink, r.place(n), "an id stands here without brackets", "write "+n.Content[0].Content[0].Value)
	return true
}

// factID reads the id that a report gives its fact. One that is no id is read
// as the nearest that is, so that links to it are not reported too.
func (r *reader) factID(n *yaml.Node) Ref {
	w := r.ref(n)
	if w.Text == "" && n.Kind == yaml.ScalarNode && IsID(kebab(n.Value)) {
		w.Text = kebab(n.Value)
	}
	return w
}

func (r *reader) refs(n *yaml.Node) []Ref {
	var out []Ref
	r.list(n, func(item *yaml.Node) {
		if w := r.ref(item); w.Text != "" {
			out = append(out, w)
		}
	})
	return out
}

// party reads an id or words. What has the form of an id is one; words that
// stand for nobody's page have a space or a capital.
func (r *reader) party(n *yaml.Node) Party {
	if r.isBracketed(n) {
		return Party{Place: r.place(n)}
	}
	w := r.words(n)
	if IsID(w.Text) {
		return Party{ID: w.Text, Place: w.Place}
	}
	if w.Text == "" {
		return Party{Place: w.Place}
	}
	return Party{Words: r.inlineWords(n, w), Place: w.Place}
}

func (r *reader) parties(n *yaml.Node) []Party {
	var out []Party
	r.list(n, func(item *yaml.Node) {
		if p := r.party(item); p.ID != "" || !p.Words.IsEmpty() {
			out = append(out, p)
		}
	})
	return out
}

// choice reads one word of a closed list.
func (r *reader) choice(n *yaml.Node, what string, allowed []string) string {
	w := r.words(n)
	if w.Text == "" || slices.Contains(allowed, w.Text) {
		return w.Text
	}
	hint := cmp.Or(diag.DidYouMean(w.Text, allowed), "write "+orList(allowed))
	r.diags.AddHint(diag.UnknownWord, w.Place, `unknown `+what+` "`+w.Text+`"`, hint)
	return ""
}

func (r *reader) flag(n *yaml.Node) bool {
	return r.choice(n, "value", []string{"true", "false"}) == "true"
}

// orList joins words as a sentence does: "a, b or c".
func orList(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
