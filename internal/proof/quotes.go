package proof

import (
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/site"
)

// A siteQuote is a quote on the site, with the article whose source it is from.
type siteQuote struct {
	*content.Evidence
	Article *site.Article
	report  *content.Report // nil for that of a side

	// Stated is the figure or the date that rests on it, as an author writes
	// it; empty if there is none. A quote is verified as evidence of that, so it
	// is looked up again if the figure changes. What it carries only partly is
	// looked up in its paragraph, too.
	Stated string
}

// eachQuote calls f for every quote on the site: those of reports, and those of
// the sides of a disagreement.
func eachQuote(s *site.Site, f func(siteQuote)) {
	for _, a := range s.Articles {
		stated := statedBy(a.Front)
		a.Front.EachReport(func(r *content.Report) {
			if r.Quote.IsGiven() {
				f(siteQuote{&r.Evidence, a, r, stated[r]})
			}
			for i := range r.Also {
				f(siteQuote{&r.Also[i], a, r, stated[r]})
			}
		})
	}
	for _, d := range s.Disagreements {
		if d.IsFound() {
			continue // the quotes of its reports
		}
		for i := range d.Sides {
			if side := &d.Sides[i]; side.Article != nil && side.Quote.IsGiven() {
				f(siteQuote{side.Evidence, side.Article, nil, givenBy(side)})
			}
		}
	}
}

// statedBy is what the reports of an article state, of those that state a
// figure or a date. What has to stand in the paragraph of a quote says so.
func statedBy(a *content.Article) map[*content.Report]string {
	out := map[*content.Report]string{}
	for i := range a.Amounts {
		m := &a.Amounts[i]
		if !m.Quantity.IsZero() {
			out[&m.Report] = m.Quantity.String()
		}
		if m.Period.IsSet() {
			out[&m.Report] += ", " + m.Period.String()
		}
	}
	for i := range a.Dates {
		if e := &a.Dates[i]; e.Date.IsSet() {
			out[&e.Report] = e.Date.String()
		}
	}
	for r := range out {
		if r.Partly {
			out[r] += inParagraph
		}
	}
	return out
}

// inParagraph ends what the lock has of a figure that its quote does not carry whole.
const inParagraph = ", in its paragraph"

// givenBy is what a side repeats of its article's reports.
func givenBy(s *site.Side) string {
	var all []string
	for _, g := range s.Gives {
		all = append(all, g.Values...)
	}
	return strings.Join(all, ", ")
}

// checkLock warns of quotes that are new or changed since the sources were last
// checked; of an article whose source never was, once. Without a lock it says
// nothing: package build does.
func (p *Proof) checkLock() (diags diag.List) {
	if p.lock == nil {
		return nil
	}
	const hint = `run "check -sources DIR" with the source texts`
	notFound := map[bool]string{
		false: "the quote was not found in its source yet",
		true:  "the quote, and in its paragraph what it lacks, were not found in the source yet",
	}
	unknown := map[*site.Article]int{}
	eachQuote(p.Site, func(q siteQuote) {
		switch {
		case !p.lock.Knows(q.Article.ID):
			unknown[q.Article]++
		case !p.isVerified(q) && !p.hasMistake(q):
			diags.AddHint(diag.UnverifiedQuote, q.Quote.Place, notFound[strings.HasSuffix(q.Stated, inParagraph)], hint)
		}
	})
	for _, a := range p.Site.Articles {
		if n := unknown[a]; n > 0 {
			diags.AddHint(diag.UnverifiedQuote, a.Page.Place, "the source of this article was never looked into: "+diag.Plural(n, "quote")+" not found yet", hint)
		}
	}
	return diags
}

// hasMistake reports whether what rests on a quote has an error already: mending that
// may be what the lock is waiting for.
func (p *Proof) hasMistake(q siteQuote) bool {
	if q.report == nil {
		return false
	}
	a := q.Article.Front
	for i := range a.Amounts {
		if m := &a.Amounts[i]; &m.Report == q.report && (m.Quantity.IsZero() || m.Period.IsGiven() && !m.Period.IsSet()) {
			return true
		}
	}
	for i := range a.Dates {
		if e := &a.Dates[i]; &e.Report == q.report && e.Date.IsGiven() && !e.Date.IsSet() {
			return true
		}
	}
	return slices.Contains(p.read(q.Article.Page).refuted, q.report)
}

// HasQuotes reports whether there is anything to look up in a source.
func HasQuotes(s *site.Site) bool {
	for _, a := range s.Articles {
		given := false
		a.Front.EachReport(func(r *content.Report) { given = given || r.Quote.IsGiven() || len(r.Also) > 0 })
		if given {
			return true
		}
	}
	return slices.ContainsFunc(s.Disagreements, func(d *site.Disagreement) bool {
		return slices.ContainsFunc(d.Sides, func(side site.Side) bool { return side.Quote.IsGiven() })
	})
}

// isVerified reports whether a quote was found in its source.
func (p *Proof) isVerified(q siteQuote) bool {
	return p.lock.Has(q.Article.ID, q.At.String(), q.Quote.Text, q.Stated)
}

// IsReportVerified reports whether the quote that carries r was found in its
// source, as evidence of what r states.
func (p *Proof) IsReportVerified(r *site.Report) bool {
	return p.isVerified(siteQuote{&r.Evidence, r.Article, r.Report, statedBy(r.Article.Front)[r.Report]})
}
