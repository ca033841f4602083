package content

import (
	"slices"
	"strings"

	"receipts/internal/diag"
	"receipts/internal/markdown"
	"receipts/internal/source"
	"receipts/internal/yamldoc"
)

// namers are the forms of values that name something of the site by its id.
var namers = []*yamldoc.Form{ref.Form, party.Form, lawRef.Form, stance.Form}

// EachName calls f for each id by which the front matter of a file, or the site file,
// names something, and for each that it gives a fact. The place is that of the id. The
// file may be a translation of one.
func EachName(file source.File, f func(id Words)) {
	src, start, form := file.Data, 0, config.Form
	if original, _ := TranslationOf(file.Path); file.Path != ConfigPath && original != ConfigPath {
		kind, _, _ := strings.Cut(strings.TrimPrefix(file.Path, "content/"), "/")
		front, known := fronts[Kind(kind)]
		begin, end, _, ok := yamldoc.SplitFront(file.Path, src, new(diag.List))
		if !known || !ok {
			return
		}
		src, start, form = src[:end], begin, front.form
	}
	yamldoc.EachText(file.Path, src, start, form, func(form *yamldoc.Form, w Words) {
		if !slices.Contains(namers, form) {
			return
		}
		// Money is spent for or against an id: "for rick-roe".
		id := w.Text[strings.LastIndexByte(w.Text, ' ')+1:]
		if form != stance.Form {
			id = w.Text
		}
		if IsID(id) {
			f(Words{Text: id, Place: w.In(src, len(w.Text)-len(id), len(w.Text))})
		}
	})
}

// Docs are the texts of a parsed file that refer to anything.
func (c *Config) Docs() (docs []*markdown.Doc) {
	c.EachInline(func(i Inline) {
		if i.Doc != nil {
			docs = append(docs, i.Doc)
		}
	})
	return docs
}
