// Package proof asks whether every statement of a site stands on its evidence:
// whether quotes carry the figures, dates and states that are stated, whether
// prose repeats them as they are, whether the sides of a disagreement say what
// their articles report, whether quotes stand in their sources.
//
// What one page says by itself is read once, by [ReadPage]; a build keeps the
// [Page] beside the page it is of. What takes the whole site is asked by [Check].
// The package changes neither pages nor sites, and reads no file.
package proof

import (
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
)

// A Page is what was read of one page that statements are held to. It never
// changes. The zero Page is that of a page which states nothing.
type Page struct {
	prose   []passage
	carries []carrier
	refuted []*content.Report // whose quotes say something else, which is reported
}

// A carrier is the part of a quote that says the figure or the date of its
// report.
type carrier struct {
	of *content.Evidence
	at evidence.Carrier
}

// carrier is the part of a quote that says the figure or the date of its report,
// in bytes; empty if no one place does.
func (p *Page) carrier(e *content.Evidence) evidence.Carrier {
	if i := slices.IndexFunc(p.carries, func(c carrier) bool { return c.of == e }); i >= 0 {
		return p.carries[i].at
	}
	return evidence.Carrier{}
}

// isRefuted reports whether the quote of r gives another figure or date, which
// is reported; what repeats the one of the quote is not to blame for it.
func (p *Page) isRefuted(r *content.Report) bool { return slices.Contains(p.refuted, r) }

// ReadPage reads p, whose file is text, and holds what it states to its own
// quotes.
func ReadPage(p *content.Page, text []byte) (*Page, diag.List) {
	c := pageCheck{Page: &Page{prose: proseOf(p)}, text: text}
	if a, ok := p.Front.(*content.Article); ok {
		a.EachReport(func(r *content.Report) {
			for _, e := range append([]content.Evidence{r.Evidence}, r.Also...) {
				c.diags = append(c.diags, checkSource(&a.Source, e)...)
			}
		})
		c.checkCarried(a)
		c.checkQuotedStates(a)
	}
	return c.Page, c.diags
}

// A pageCheck holds a page to its own quotes.
type pageCheck struct {
	*Page
	text  []byte // of the file
	diags diag.List
}

// carriedAt notes where the quote of s carries it.
func (c *pageCheck) carriedAt(s statement, at evidence.Carrier) {
	if at != (evidence.Carrier{}) {
		c.carries = append(c.carries, carrier{&s.Evidence, at})
	}
}

// checkSource holds a quote to what its source is said to be: its language and
// its number of paragraphs.
func checkSource(s *content.Source, e content.Evidence) (diags diag.List) {
	if s.NeedsTranslation() && e.Quote.Text != "" && !e.Translation.IsGiven() {
		diags.AddHint(diag.NoTranslation, e.Quote.Place, "the quote has no translation", `add "translation:", literal, below the quote`)
	}
	last := len(s.Paragraphs)
	if e.At.Kind == "P" && last > 0 && e.At.N > last {
		diags.AddHint(diag.PastParagraphs, e.At.Place, e.At.String()+" is past the end of the source", "it has "+diag.Plural(last, "paragraph"))
	}
	return diags
}
