package view

import (
	"html/template"
	"strings"

	"receipts/internal/content"
	"receipts/internal/site"
)

// A Party is a payer, a payee or a speaker.
type Party struct {
	Link
	Words template.HTML // instead of the link
}

func (on *page) parties(ps []site.Party) []Party {
	return each(ps, func(p site.Party) Party {
		if p.Entity != nil {
			return Party{Link: on.to(&p.Entity.Node)}
		}
		return Party{Words: on.html(p.Words)}
	})
}

// partiesOr is the parties, or how the article words them where it names none.
func (on *page) partiesOr(ps []site.Party, as content.Inline) []Party {
	if len(ps) > 0 || as.IsEmpty() {
		return on.parties(ps)
	}
	return []Party{{Words: on.html(as)}}
}

// ids are the ids of those of some parties that have a page, for tables.
func ids(ps []site.Party) string {
	var out []string
	for _, p := range ps {
		if p.Entity != nil {
			out = append(out, p.Entity.ID)
		}
	}
	return strings.Join(out, " ")
}

// partyWords is the same without links.
func (v *Views) partyWords(ps []site.Party, as content.Inline) string {
	var out []string
	for _, p := range ps {
		if p.Entity != nil {
			out = append(out, v.name(&p.Entity.Node))
		} else {
			out = append(out, v.Plain(p.Words))
		}
	}
	if len(out) == 0 && !as.IsEmpty() {
		out = append(out, v.Plain(as))
	}
	return v.join("semicolon", out...)
}
