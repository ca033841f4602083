package view

import (
	"html/template"

	"receipts/internal/site"
)

// A Party is who pays, is paid or speaks.
type Party struct {
	Link
	Words template.HTML // instead of the link
}

func (on *page) parties(ps []site.Party) []Party {
	var out []Party
	for _, p := range ps {
		if p.Entity != nil {
			out = append(out, Party{Link: on.to(&p.Entity.Node)})
			continue
		}
		words := on.html(p.Words)
		out = append(out, Party{Words: words})
	}
	return out
}
