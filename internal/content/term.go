package content

import "receipts/internal/yamldoc"

// A Term is a word of the glossary.
type Term struct {
	Title   Words
	Also    []Words
	Summary Inline // the definition
	Aliased
}

var term = yamldoc.Object("a term", append([]yamldoc.Field[Term]{
	yamldoc.Key("title", yamldoc.Required, text, func(t *Term) *Words { return &t.Title }, "the word"),
	yamldoc.Key("also", yamldoc.Optional, yamldoc.List(verbatim).MayDiffer(), func(t *Term) *[]Words { return &t.Also }, "other words for it"),
	yamldoc.Key("summary", yamldoc.Required, inline, func(t *Term) *Inline { return &t.Summary }, "its definition in one or two sentences"),
}, aliasesOf(func(t *Term) *Aliased { return &t.Aliased })...))
