package view

import (
	"receipts/internal/content"
	"receipts/internal/site"
)

// Quote is a quote with its translation and its place.
type Quote struct {
	Lang        string
	Text        string
	Before      string // of Text, what stands before its carrier
	Marked      string // the part that says the figure or the date; empty if no one place does
	After       string
	Translation string
	Where       string // "paragraph 7"
	At          string // "P7"
}

// quote makes the view of a piece of evidence, or nil if there is none.
func (v *Views) quote(a *site.Article, e *content.Evidence) *Quote {
	if e.IsZero() {
		return nil
	}
	text, c := e.Quote.Text, v.proof.Carrier(a, e)
	translation := e.Translation.Text
	if content.SameLanguage(a.Front.Source.Language, v.site.Lang) {
		translation = "" // who reads the page reads the quote
	}
	return &Quote{
		Lang: a.Front.Source.Language, Text: text, Translation: translation,
		Before: text[:c.Start], Marked: text[c.Start:c.End], After: text[c.End:],
		Where: v.where(e.At), At: e.At.String(),
	}
}

// where says a locator in words: "paragraph 7".
func (w words) where(l content.Locator) string {
	switch {
	case l.IsZero():
		return ""
	case l.Kind == "P":
		return w.t("where.paragraph", l.N)
	case l.Kind == "H":
		return w.t("where.intertitle", l.N)
	}
	return w.t("where." + l.Kind)
}

func (v *Views) quotes(a *site.Article, rep *content.Report) []Quote {
	var out []Quote
	for _, e := range evidenceOf(rep) {
		if q := v.quote(a, e); q != nil {
			out = append(out, *q)
		}
	}
	return out
}

// evidenceOf lists the quotes of a report, the one that carries it first.
func evidenceOf(rep *content.Report) []*content.Evidence {
	out := []*content.Evidence{&rep.Evidence}
	for i := range rep.Also {
		out = append(out, &rep.Also[i])
	}
	return out
}
