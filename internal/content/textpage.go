package content

import (
	"slices"

	"receipts/internal/yamldoc"
)

// A TextPage is a page of ours that stands for itself: about, method, a chapter of
// the guide.
type TextPage struct {
	Title   Words
	Summary Inline
	Order   int // of a chapter of the guide
	Aliased
}

var textPageKeys = append([]yamldoc.Field[TextPage]{
	yamldoc.Key("title", yamldoc.Required, text, func(p *TextPage) *Words { return &p.Title }, "what the page is called"),
	yamldoc.Key("summary", yamldoc.Required, inline, func(p *TextPage) *Inline { return &p.Summary }, "one line on what it tells"),
}, aliasesOf(func(p *TextPage) *Aliased { return &p.Aliased })...)

var (
	textPage = yamldoc.Object("a page", textPageKeys)
	chapter  = yamldoc.Object("a chapter of the guide", append(slices.Clone(textPageKeys),
		yamldoc.Key("order", yamldoc.Optional, number, func(p *TextPage) *int { return &p.Order }, "its place among the chapters, such as 3"),
	))
)
