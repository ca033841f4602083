package proof

import (
	"fmt"
	"regexp"
	"slices"

	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// checkWords compares the figures and dates that the sides of d type out with the
// reports of their own articles. What no report of the fact has is found with the
// rest of the prose.
func (c *sidesCheck) checkWords(d *site.Disagreement) {
	all := newStatedFact(c.Fact, c.Reports)
	for _, s := range d.Sides {
		if s.Article == nil {
			continue
		}
		own := newStatedFact(c.Fact, c.reports[s.Article])
		if s.Says.Doc != nil && len(own.reports) < len(c.Reports) {
			c.checkOwnWords(s, own, all)
		}
		if d.IsOn("amount") {
			c.checkFigure(s, own)
		}
	}
}

// checkFigure compares the figure in the quote of s, and what s says in its place,
// with what its article reports.
func (c *sidesCheck) checkFigure(s site.Side, own *statedFact) {
	hint := "it reports no figure of it"
	if len(own.quantities) > 0 {
		hint = "it reports " + inWords(localeOf(c.Page.Lang), own.quantities[0])
	}
	var wrong []evidence.Found
	for _, f := range evidence.FindQuantities(s.Article.Front.Source.Language, s.Quote.Text) {
		if own.says(f, evidence.Names) {
			return // what else the quote has is something else
		}
		if f.IsMoney() {
			wrong = append(wrong, f)
		}
	}
	for _, f := range wrong {
		c.diags.AddHint(diag.SideDiffers, s.Quote.Place, fmt.Sprintf(`"%s" is not what "%s" reports of "%s"`, s.Quote.Text[f.Start:f.End], s.Article.ID, own.ID), hint)
	}
	if s.Says.Doc == nil {
		return
	}
	for _, p := range s.Says.Doc.Passages() {
		if at := ofThat.FindStringIndex(p.Text); at != nil {
			c.diags.AddHint(diag.SideDiffers, diag.Place{File: s.Says.Place.File, Start: p.At(at[0]), End: p.At(at[1]-1) + 1},
				fmt.Sprintf(`"%s" is a figure that "%s" does not report`, p.Text[at[0]:at[1]], s.Article.ID), hint)
		}
	}
}

// ofThat is a figure that is made of another one.
var ofThat = regexp.MustCompile(`(?i)\b(half|a third|two thirds|a quarter|three quarters|a tenth|twice|double|triple|(three|four|five|ten) times)( of)? (that|it|this|as much|as many)\b`)

// checkOwnWords reports what s says that is of all reports, and not of its own.
func (c *sidesCheck) checkOwnWords(s site.Side, own, all *statedFact) {
	published := s.Article.Front.Source.Published.Date
	for _, p := range s.Says.Doc.Passages() {
		foreign := func(start, end int, hint string) {
			if slices.ContainsFunc(p.Labels, func(l markdown.Label) bool { return l.Start < end && start < l.End }) {
				return // compared with the fact it links to
			}
			c.diags.AddHint(diag.SideDiffers, diag.Place{File: s.Says.Place.File, Start: p.At(start), End: p.At(end-1) + 1},
				fmt.Sprintf(`"%s" is what another article reports of "%s", not "%s"`, p.Text[start:end], own.ID, s.Article.ID), hint)
		}
		for _, part := range clausesOf(c.Page.Lang, p.Text) {
			for _, found := range evidence.FindQuantities(c.Page.Lang, part.text) {
				if !found.IsMoney() && found.Noun == "" || own.says(found, evidence.Names) || !all.says(found, evidence.Names) {
					continue
				}
				hint := "it reports no figure of it"
				if len(own.quantities) > 0 {
					hint = "it reports " + inWords(localeOf(c.Page.Lang), own.nearest(found, evidence.Names))
				}
				foreign(part.start+found.Start, part.start+found.End, hint)
			}
			for _, found := range evidence.FindDates(c.Page.Lang, part.text, published) {
				own := dateSet{few: append(slices.Clone(own.dates), published)}
				if !found.Relative && !saysDate(found.Date, own) && saysDate(found.Date, all.dateSet()) {
					foreign(part.start+found.Start, part.start+found.End, "give the date that it reports")
				}
			}
		}
	}
}
