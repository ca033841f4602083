package view

import (
	"receipts/internal/content"
	"receipts/internal/site"
)

// Quote is a quote with its translation and its place.
type Quote struct {
	Lang        string
	Dir         string // "rtl" or "ltr", if it is not that of the page
	Open, Close string // the marks of its language
	Text        string
	Before      string // of Text, what stands before its carrier
	Marked      string // the part that says the figure or the date; empty if no one place does
	After       string
	Translation string // in the marks of the page
	Where       string // "paragraph 7"
	At          string // "P7"
}

// quote makes the view of a piece of evidence, or nil if there is none.
func (v *Views) quote(a *site.Article, e *content.Evidence) *Quote {
	if e.IsZero() {
		return nil
	}
	text, c := e.Quote.Text, v.proof.Carrier(a, e)
	q, show := v.printed(a, text), v.Printed(a.Front.Source.Language, text)
	q.Translation = v.translation(a, e)
	q.Before, q.Marked, q.After = show(0, c.Start), show(c.Start, c.End), show(c.End, len(text))
	q.Where, q.At = v.where(e.At), e.At.String()
	return &q
}

// translation is that of a quote, in the marks of the page; empty if the quote is in the
// language of the page, and is read without one.
func (w words) translation(a *site.Article, e *content.Evidence) string {
	if e.Translation.Text == "" || content.SameLanguage(a.Front.Source.Language, w.Tag()) {
		return ""
	}
	return w.Quoted(w.Printed(w.Tag(), e.Translation.Text)(0, len(e.Translation.Text)))
}

// printed are words of an article, set as they are shown.
func (w words) printed(a *site.Article, text string) Quote {
	lang := a.Front.Source.Language
	q := Quote{Lang: lang, Dir: w.otherDirection(lang), Text: w.Printed(lang, text)(0, len(text))}
	q.Open, q.Close = w.Marks(lang)
	return q
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
