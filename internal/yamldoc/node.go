package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// A Node is a value of the file that is not read yet.
type Node struct{ yaml *yaml.Node }

// IsList reports whether n is a list.
func (n Node) IsList() bool { return n.yaml.Kind == yaml.SequenceNode }

// IsMapping reports whether n is keys with values.
func (n Node) IsMapping() bool { return n.yaml.Kind == yaml.MappingNode }

// Text is the text of a scalar, and empty for any other node.
func (n Node) Text() string { return strings.TrimSpace(n.yaml.Value) }

// Exact is the text of a scalar with the blanks at its ends.
func (n Node) Exact() string { return n.yaml.Value }

// InBrackets is the text of [[text]] without quotation marks, which YAML reads as
// a list in a list; empty if n is none.
func (n Node) InBrackets() string {
	if !isUnquotedLink(n.yaml) || len(n.yaml.Content[0].Content) != 1 {
		return ""
	}
	return n.yaml.Content[0].Content[0].Value
}

// Place is the place of n: of a whole scalar on one line, or of the first line of
// anything longer.
func (r *Reader) Place(n Node) diag.Place { return r.place(n.yaml) }

// Inside is the place of a scalar without its quotation marks, or that of n.
func (r *Reader) Inside(n Node) diag.Place { return r.inside(n.yaml) }
