package content

import (
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
	text   = yamldoc.Text
	inline = yamldoc.Whole(yamldoc.Scalar(text.What, func(r *yamldoc.Reader, w Words) (Inline, bool) {
		if w.Text == "" {
			return Inline{Words: w}, true
		}
		return inlineOf(r, w), true
	}))
)

func inlineOf(r *yamldoc.Reader, w Words) Inline {
	doc, diags := markdown.ParseInline(w.Place.File, w.Text, r.Offsets(w))
	*r.List = append(*r.List, diags...)
	return Inline{Doc: doc, Words: w}
}
