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
	"receipts/internal/region"
)

// A Page is what was read of one page, for the checks of the whole site. It never
// changes. The zero Page is that of a page which states nothing.
type Page struct {
	prose     []passage
	labels    []passage // of texts that are no prose
	distances []distance
	beside    []dayBeside
	money     []moneyWord
	carriers  map[diag.Place]evidence.Carrier // by the place of a quote, where it says the figure or the date of its report

	unlisted   []unlistedState   // states that a quote names and its report is not of
	misstated  []string          // states that a quote names in place of the one it is given for, which is reported
	dayRefuted bool              // whether the day of publication is another one, which is reported
	refuted    []*content.Report // whose quotes say something else, which is reported
	retold     *retold           // of a translation
	answered   []*content.Report // against which something spoke; see [complaints]
}

// ReadPage reads p, whose file is text, and checks what it states by its own
// quotes.
func ReadPage(p *content.Page, text []byte) (*Page, diag.List) {
	c := quoteCheck{Page: &Page{prose: proseOf(p), labels: labelsOf(p), distances: distancesIn(p), beside: daysBesideIn(p)}, text: text, regions: p.Regions}
	if a, ok := p.Front.(*content.Article); ok {
		a.EachReport(func(r *content.Report) {
			for _, e := range append([]content.Evidence{r.Evidence}, r.Also...) {
				c.diags = append(c.diags, checkSource(&a.Source, e)...)
			}
		})
		c.diags = append(c.diags, checkLanguage(&a.Source)...)
		otherDay := checkPublished(&a.Source)
		c.dayRefuted = slices.ContainsFunc(otherDay, func(d diag.Diagnostic) bool { return !d.IsWarning() })
		c.diags = append(c.diags, otherDay...)
		c.money = moneyWordsIn(a)
		c.checkCarried(a)
		c.checkQuotedStates(a)
		c.checkPolarity(a)
	}
	c.Page.answered = c.complaints.answered
	return c.Page, c.diags
}

// InWords is p with the prose of a translation of its page: what is stated, and in which
// quotes, is that of the original, whose file is text.
func (p *Page) InWords(original, of *content.Page, text []byte) *Page {
	out := *p
	out.retold = &retold{original, of, string(text)}
	out.prose, out.labels = proseOf(of), labelsOf(of)
	return &out
}

// A quoteCheck checks what a page states by its own quotes.
type quoteCheck struct {
	*Page
	text    []byte // of the file
	regions *region.Set
	complaints
}

// carriedAt notes where the quote of s carries it.
func (c *quoteCheck) carriedAt(s statement, at evidence.Carrier) {
	if at != (evidence.Carrier{}) {
		if c.carriers == nil {
			c.carriers = map[diag.Place]evidence.Carrier{}
		}
		c.carriers[s.Quote.Place] = at
	}
}

// checkSource checks a quote by what is said of its source: its language and its
// number of paragraphs.
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
