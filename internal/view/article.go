package view

import (
	"html/template"

	"receipts/internal/site"
)

// ArticlePage is our summary of one article, with a receipt of each of its reports.
type ArticlePage struct {
	Base
	ID        string
	Summary   template.HTML
	Source    SourceView
	Bars      string // of the gauges, shared by all of them; empty if there are none
	Beats     []Beat
	Beside    []Receipt // amounts of which the slip beside the text shows all
	Amounts   []Receipt // the other amounts
	Counts    []Receipt
	Events    []Receipt
	Claims    []Receipt
	States    []StateSaid
	Legal     []LegalView
	NotSaid   []template.HTML
	Notes     []OutsideView
	Fixes     []CorrectionView
	Mentioned Mentions
	Chart     *QuoteChart // nil if it cannot be drawn
	Cite      HowToCite
}

// AmountCount is how many amounts there are.
func (v *ArticlePage) AmountCount() int { return len(v.Beside) + len(v.Amounts) }

// SourceView describes the source of an article.
type SourceView struct {
	Outlet     Link
	Headline   Quote
	Section    string
	By         *Party // nil if not known to us
	Published  When
	Because    template.HTML // why it is stated so although its address or what is printed says another day
	AsPrinted  *Quote        // nil if nothing is printed that says another day
	URL        string        // empty if not known to us
	Archived   string
	Read       string
	Language   string
	Paragraphs string // "18 paragraphs", empty if not known
}

func articlePage(on *page, a *site.Article, sh sheet) Data {
	v := &ArticlePage{
		Base: on.base("article", a.Title, on.about(a.Front.Summary), on.crumb("/articles/")),
		ID:   a.ID, Summary: on.html(a.Front.Summary), Source: sourceOf(on, a),
		States: each(a.Said, on.stateSaid), Legal: each(a.Legal, on.legal), NotSaid: each(a.Front.DoesNotSay, on.html),
		Notes: on.notes(a.Page, a.Front.Notes), Mentioned: on.mentions(&a.Node, shownByArticle(a), sh),
		Chart: on.quoteChart(a), Cite: on.cite(&a.Node),
	}
	v.HasCode, v.Explains = a.Page.Body.HasCode(), len(v.Notes) > 0
	for _, rep := range a.Reports {
		rc := on.receipt(rep)
		if rc.Gauge != nil {
			rc.Gauge.Shared = true
			if v.Bars == "" {
				v.Bars = rc.Gauge.Bars()
			}
		}
		switch rep.Fact.Type {
		case site.Money:
			v.Amounts = append(v.Amounts, rc)
		case site.Count:
			v.Counts = append(v.Counts, rc)
		case site.Event:
			v.Events = append(v.Events, rc)
		default:
			v.Claims = append(v.Claims, rc)
		}
	}
	v.Beats = beats(on, a, v.Amounts)
	v.Beside, v.Amounts = besides(v.Amounts)
	for _, c := range on.site.Corrections {
		if c.Article == a {
			v.Fixes = append(v.Fixes, on.correction(c))
		}
	}
	v.isMainly(func() *Thing {
		t := on.articleThing(a)
		t.DateModified = v.updated
		return t
	})
	return v
}

func sourceOf(on *page, a *site.Article) SourceView {
	src := &a.Front.Source
	v := SourceView{
		Headline: on.printed(a, src.Headline.Text), Section: src.Section.Text,
		URL: src.URL.Text, Archived: src.Archived.Text,
		Read: on.Date(src.Read.Date), Language: on.Language(src.Language), Outlet: Link{Label: outlet(a)},
		Published: When{ISO: iso(src.Published), Text: on.Date(src.Published.Date), Known: on.html(src.PublishedKnown)},
		Because:   on.html(src.Because),
	}
	if as := src.PublishedAs.Text; as != "" {
		v.AsPrinted = new(on.printed(a, as))
	}
	if read := on.readReports(a); read != "" {
		v.Read = on.join("semicolon", v.Read, read)
	}
	if a.Outlet != nil {
		v.Outlet = on.to(&a.Outlet.Node)
	}
	if n := len(src.Paragraphs); n > 0 {
		v.Paragraphs = on.Count("count.paragraphs", n)
	}
	switch {
	case a.Author != nil:
		v.By = &Party{Link: on.to(&a.Author.Node)}
	case !src.By.Words.IsEmpty():
		v.By = &Party{Words: on.html(src.By.Words)}
	}
	return v
}
