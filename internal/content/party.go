package content

import (
	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A Party is who pays, is paid or speaks: an id, or words where there is no page
// ("any US internet user").
type Party struct {
	ID    string
	Words Inline
	Place diag.Place
}

// party is an id or words. What has the form of an id is one; words that are none
// have a space or a capital.
var party = yamldoc.Whole(unbracketed("an id or a text", func(r *yamldoc.Reader, w Words) (Party, bool) {
	switch {
	case w.Text == "":
		return Party{Place: w.Place}, false
	case IsID(w.Text):
		return Party{ID: w.Text, Place: w.Place}, true
	}
	return Party{Words: inlineOf(r, w), Place: w.Place}, true
})).TranslatedBy(func(r *yamldoc.Reader, p *Party, n yamldoc.Node) {
	if p.ID == "" {
		inline.Translate(r, &p.Words, n)
	} else if n.Text() != p.ID {
		r.AddHint(diag.ValueInTranslation, r.Place(n), `"`+n.Text()+`" is not who stands here in the original`, `the original has "`+p.ID+`"`)
	}
})
