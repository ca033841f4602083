package content

import (
	"fmt"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/markdown"
	"receipts/internal/yamldoc"
)

// Inline is a text that may have links and emphasis. Its zero value is empty.
type Inline struct {
	*markdown.Doc
	Words
}

// IsEmpty reports whether the author gave no text.
func (i Inline) IsEmpty() bool { return i.Text == "" }

// text is a text without links, inline one that may have some.
var (
	text   = verbatim.Translated()
	inline = yamldoc.Whole(yamldoc.Scalar(text.What, func(r *yamldoc.Reader, w Words) (Inline, bool) {
		if w.Text == "" {
			return Inline{Words: w}, true
		}
		return inlineOf(r, w), true
	})).Translated()
)

// name is a text that a translation may have in other words, and need not.
var name = verbatim.MayDiffer()

// verbatim is a text that no translation changes: a name or the words of a source.
var verbatim = yamldoc.Text

func inlineOf(r *yamldoc.Reader, w Words) Inline {
	doc, diags := markdown.ParseInline(w.Place.File, w.Text, r.Offsets(w))
	*r.List = append(*r.List, diags...)
	return Inline{Doc: doc, Words: w}
}

// reason is why a statement stands although a check speaks against it. Readers
// see it, and a word or a sign tells them nothing.
var reason = inline.Then(func(r *yamldoc.Reader, i *Inline, _ yamldoc.Node) {
	if i.Text != "" && len(strings.Fields(i.Text)) < minReason {
		r.AddHint(diag.EmptyValue, i.Place, fmt.Sprintf("%q is no reason that a reader understands", i.Text),
			`say in a sentence why it stands, as in "the headline names her"; or delete the key`)
	}
})

const minReason = 3 // words
