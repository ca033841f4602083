package yamldoc

import (
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// Words is a text as the author typed it, and where: without quotation marks and
// white space around it.
type Words struct {
	Text  string
	Place diag.Place
}

func (w Words) itself() Words { return w }

// IsGiven reports whether the key was there, with or without a value.
func (w Words) IsGiven() bool { return w.Place != diag.Place{} }

// In is the place of the bytes start to end of w in src, the file that it was
// read from.
func (w Words) In(src []byte, start, end int) diag.Place {
	at := within(src, w.Place.Start, w.Text)
	from, to := at(start), at(start)
	if end > start {
		to = at(end-1) + 1
	}
	return diag.Place{File: w.Place.File, Start: from, End: to}
}

// In is the place of the bytes start to end of w.
func (r *Reader) In(w Words, start, end int) diag.Place { return w.In(r.src, start, end) }

// Offsets returns a function that maps an offset in w to an offset in the file.
func (r *Reader) Offsets(w Words) func(int) int { return within(r.src, w.Place.Start, w.Text) }

// words reads a scalar. Messages call it what: "a date".
func (r *Reader) words(n *yaml.Node, what string) Words {
	if n.Kind == yaml.ScalarNode {
		return Words{Text: strings.TrimSpace(n.Value), Place: r.inside(n)}
	}
	place := r.place(n)
	switch {
	case isUnquotedLink(n):
		r.AddHint(diag.UnquotedLink, place, unquotedLink, "write "+Quoted(string(r.src[place.Start:place.End])))
	case n.Kind == yaml.MappingNode:
		r.Add(diag.WrongType, place, what+" is expected here, not keys with values")
	default:
		r.Add(diag.WrongType, place, what+" is expected here, not a list")
	}
	return Words{Place: place}
}

const unquotedLink = "a text that begins with a link needs quotes: YAML reads [[ ]] as a list"

// isUnquotedLink reports whether n is [[id]] without quotes: to YAML a list in a
// list.
func isUnquotedLink(n *yaml.Node) bool {
	return n.Kind == yaml.SequenceNode && isFlow(n) && len(n.Content) == 1 &&
		n.Content[0].Kind == yaml.SequenceNode && isFlow(n.Content[0])
}

// isNothing reports whether n is a scalar without a value: one with nothing to be seen,
// or null in YAML.
func isNothing(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && (n.Tag == "!!null" || !strings.ContainsFunc(n.Value, isSeen))
}

// isSeen reports whether c shows something by itself, as a joiner or a soft hyphen does
// not.
func isSeen(c rune) bool {
	const blankOfBraille = 0x2800
	return c != blankOfBraille && !unicode.In(c, unicode.White_Space, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// blankFor is what a key without a value is read as.
func blankFor(name *yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Line: name.Line, Column: name.Column}
}

// isBlank reports whether n is a node of blankFor, which is reported already.
func isBlank(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Value == "" && n.Tag == "" }
