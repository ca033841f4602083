package proof

import (
	"receipts/internal/card"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
)

// checkLetters looks for words that cannot be drawn on a card, where each is written.
func (p *Proof) checkLetters() (diags diag.List) {
	if !p.Site.Has("cards") {
		return nil
	}
	seen := map[diag.Place]bool{}
	check := func(text string, at diag.Place) {
		lost := "a card without these words"
		if at == p.Site.Config.Title.Place {
			lost = "no card"
		}
		if letters := card.Missing(text); letters != "" && !seen[at] {
			seen[at] = true
			diags.AddHint(diag.LetterNotDrawn, at, `the fonts of cards have no "`+letters+`", so links show `+lost,
				"write the words in Latin letters, or leave out cards in content/site.yaml")
		}
	}
	cfg := p.Site.Config
	for _, w := range []content.Words{cfg.Title, cfg.Tagline, cfg.Subject, cfg.Headline} {
		check(w.Text, w.Place)
	}
	for _, q := range p.Site.Questions {
		check(q.Title, q.Front.Title.Place)
	}
	parties := func(of []site.Party) {
		for _, party := range of {
			if e := party.Entity; e != nil {
				check(e.Title, e.Front.Title.Place)
			} else {
				check(party.Words.Text, party.Words.Place)
			}
		}
	}
	for _, a := range p.Site.Articles {
		check(a.Title, a.Front.Title.Place)
		if a.Outlet != nil {
			check(a.Outlet.Title, a.Outlet.Front.Title.Place)
		}
		r := a.FirstFigure()
		if r == nil {
			continue
		}
		check(r.Fact.Title, r.Fact.TitlePlace())
		check(r.Amount.Quantity.Unit(), r.Amount.Quantity.Place)
		check(r.Amount.Of.Text, r.Amount.Of.Place)
		parties(r.Speakers)
		parties(r.For)
		parties(r.Against)
	}
	return diags
}
