package render

import (
	"html/template"
	"slices"
	"strings"
	"unicode"

	"receipts/internal/content"
	"receipts/internal/site"
)

// ArticlesPage lists the articles, newest first.
type ArticlesPage struct {
	Base
	Articles []ArticleItem
}

// ArticleItem is an article in a list.
type ArticleItem struct {
	Link
	Outlet   string
	Date     When
	Language string
	Summary  template.HTML
	Facts    string // "42 facts"
}

// ArticlePage is our summary of one article, with every receipt it gives.
type ArticlePage struct {
	Base
	ID        string
	Summary   template.HTML
	Source    SourceView
	Bars      string // of the gauges, shared by all of them; empty if there are none
	Beats     []Beat
	Beside    []Receipt // amounts whose slips, beside the text, show all there is
	Amounts   []Receipt // the other amounts
	Counts    []Receipt
	Events    []Receipt
	Claims    []Receipt
	States    []StateSaid
	Legal     []LegalView
	NotSaid   []template.HTML
	Notes     []OutsideView
	Fixes     []CorrectionView
	Mentioned []MentionGroup
	Chart     *QuoteChart // nil if it cannot be drawn
	Cite      Citation
}

// SourceView is the strip of what the source is.
type SourceView struct {
	Outlet     Link
	Headline   string
	Lang       string
	Section    string
	By         *Party // nil if not known to us
	Published  When
	AsPrinted  string
	URL        string // empty if not known to us
	Archived   string
	Read       string
	Language   string
	Paragraphs string // "18 paragraphs", empty if not known
}

// A Beat is one section of an article's body with the receipts it speaks of.
type Beat struct {
	Body   template.HTML
	Legal  []LegalView
	Beside []Receipt
	Below  []Receipt // below the text, where there would be a hole beside the others
}

// place puts the next receipt of a beat beside its text or below it, whichever
// leaves the two columns more alike in height: one has the receipts beside the
// text, the other the text and, two in a row, the receipts below it. text is how
// many lines the beat has.
func (b *Beat) place(rc Receipt, text int) {
	hole := func(beside, below int) int {
		d := slipLines*beside - text - slipLines*((below+1)/2)
		return max(d, -d)
	}
	if hole(len(b.Beside)+1, len(b.Below)) <= hole(len(b.Beside), len(b.Below)+1) {
		b.Beside = append(b.Beside, rc)
	} else {
		b.Below = append(b.Below, rc)
	}
}

// What a beat's height is reckoned with, in lines of its text.
const (
	slipLines  = 11 // a slip with the gap to the next
	headLines  = 2
	stampLines = 2
	lineChars  = 70
)

// linesOf is about how many lines a text takes beside its receipts.
func linesOf(body template.HTML) int {
	n := headLines
	for block := range strings.SplitSeq(string(body), "</p>") {
		if long := lengthOf(block); long > 0 {
			n += long/lineChars + 1
		}
	}
	return n
}

// lengthOf is how many characters of HTML are words: what stands in a tag is not
// counted, nor white space at the ends. It goes over every byte of every article,
// so it makes no text without tags first.
func lengthOf(html string) int {
	length, spaces := 0, 0 // spaces count only between words
	for len(html) > 0 {
		text, rest := html, ""
		if i := strings.IndexByte(html, '<'); i >= 0 {
			if end := strings.IndexByte(html[i:], '>'); end >= 0 {
				text, rest = html[:i], html[i+end+1:]
			}
		}
		for _, c := range text {
			switch {
			case !unicode.IsSpace(c):
				length, spaces = length+spaces+1, 0
			case length > 0:
				spaces++
			}
		}
		html = rest
	}
	return length
}

// StateSaid is what an article says of a state.
type StateSaid struct {
	State   Link
	Article Link
	Date    string
	Says    template.HTML
	By      []Party
	Quotes  []Quote
}

// LegalView is how an article puts a legal question.
type LegalView struct {
	Question Link
	Article  Link
	Date     string
	Anchor   string
	Stamp    Stamp
	Says     template.HTML
	By       []Party
	Voice    string
	Quotes   []Quote
	Where    string // of the first quote
	Gauge    *Gauge // nil if it cannot be drawn
}

// CorrectionView is a mistake of ours, mended.
type CorrectionView struct {
	ISO, Date string
	Article   Link
	Was, Now  template.HTML
}

func (r *renderer) articles(sh sheet) (view, error) {
	v := &ArticlesPage{Base: r.base("/articles/", "articles", r.t("nav.articles"), r.t("articles.description"))}
	var err error
	v.Articles, err = r.articleItems(cut(r.site.Articles, sh, perSheetTexts), &page{renderer: r, path: "/articles/"})
	return v, err
}

func (r *renderer) articleItems(list []*site.Article, on *page) ([]ArticleItem, error) {
	var out []ArticleItem
	for _, a := range list {
		summary, err := r.html(a.Front.Summary, on)
		if err != nil {
			return nil, err
		}
		src := &a.Front.Source
		out = append(out, ArticleItem{
			Link: r.link(a.Path, a.Title), Outlet: r.outlet(a), Language: r.words.Language(src.Language),
			Date:    When{ISO: iso(src.Published), Text: r.words.Date(src.Published.Date)},
			Summary: summary, Facts: r.words.Count("count.facts", len(factsOf(a))),
		})
	}
	return out, nil
}

// factsOf lists the facts that a reports, each once, in its order.
func factsOf(a *site.Article) []*site.Fact {
	var out []*site.Fact
	for _, r := range a.Reports {
		if !slices.Contains(out, r.Fact) {
			out = append(out, r.Fact)
		}
	}
	return out
}

func (r *renderer) article(a *site.Article, sh sheet) (view, error) {
	on := &page{renderer: r, path: a.Path, article: a}
	v := &ArticlePage{
		ID: a.ID,
		Base: r.base(a.Path, "article", a.Title, describe(r.plain(a.Front.Summary)),
			r.crumb("/articles/")),
		Mentioned: r.mentions(mentioned(&a.Node, site.Disagrees), sh), Cite: r.cite(&a.Node), Chart: r.quoteChart(a),
	}
	var err error
	if v.Summary, err = r.html(a.Front.Summary, on); err != nil {
		return v, err
	}
	if v.Source, err = r.source(a, on); err != nil {
		return v, err
	}
	if err := r.articleReceipts(v, a, on); err != nil {
		return v, err
	}
	if err := r.beats(v, a, on); err != nil {
		return v, err
	}
	for _, w := range a.Front.DoesNotSay {
		h, err := r.html(w, on)
		if err != nil {
			return v, err
		}
		v.NotSaid = append(v.NotSaid, h)
	}
	if v.Notes, err = r.outsides(a.Front.Notes, on); err != nil {
		return v, err
	}
	for _, c := range r.site.Corrections {
		if c.Article == a {
			fix, err := r.correction(c)
			if err != nil {
				return v, err
			}
			v.Fixes = append(v.Fixes, fix)
		}
	}
	return v, nil
}

func (r *renderer) source(a *site.Article, on *page) (SourceView, error) {
	src := &a.Front.Source
	v := SourceView{
		Headline: src.Headline.Text, Lang: src.Language, Section: src.Section.Text,
		AsPrinted: src.PublishedAs.Text, URL: src.URL.Text, Archived: src.Archived.Text,
		Read: r.words.Date(src.Read.Date), Language: r.words.Language(src.Language),
		Outlet: Link{Label: r.outlet(a)},
	}
	if a.Outlet != nil {
		v.Outlet = r.link(a.Outlet.Path, a.Outlet.Title)
	}
	if n := len(src.Paragraphs); n > 0 {
		v.Paragraphs = r.words.Count("count.paragraphs", n)
	}
	known, err := r.html(src.PublishedKnown, on)
	if err != nil {
		return v, err
	}
	v.Published = When{ISO: iso(src.Published), Text: r.words.Date(src.Published.Date), Known: known}
	switch {
	case a.Author != nil:
		v.By = &Party{Link: r.link(a.Author.Path, a.Author.Title)}
	case !src.By.Words.IsEmpty():
		words, err := r.html(src.By.Words, on)
		if err != nil {
			return v, err
		}
		v.By = &Party{Words: words}
	}
	return v, nil
}

// articleReceipts fills in everything the article reports, by type.
func (r *renderer) articleReceipts(v *ArticlePage, a *site.Article, on *page) error {
	for _, rep := range a.Reports {
		rc, err := r.receipt(rep, on)
		if err != nil {
			return err
		}
		if rc.Gauge != nil {
			v.Bars, rc.Gauge.Shared = rc.Gauge.Bars, true
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
	for _, s := range a.Said {
		sv, err := r.stateSaid(s, on)
		if err != nil {
			return err
		}
		v.States = append(v.States, sv)
	}
	for _, l := range a.Legal {
		lv, err := r.legal(l, on)
		if err != nil {
			return err
		}
		v.Legal = append(v.Legal, lv)
	}
	return nil
}

func (r *renderer) stateSaid(s *site.Said, on *page) (StateSaid, error) {
	v := StateSaid{
		State: r.link(s.Of.Path, s.Of.Name), Article: r.link(s.Article.Path, r.outlet(s.Article)),
		Date: r.words.ShortDate(s.Article.Front.Source.Published.Date), Quotes: r.quotes(s.Article, &s.Report),
	}
	var err error
	if v.Says, err = r.html(s.Says, on); err != nil {
		return v, err
	}
	v.By, err = r.parties(s.Speakers, on)
	return v, err
}

func (r *renderer) quotes(a *site.Article, rep *content.Report) []Quote {
	var out []Quote
	for _, e := range evidenceOf(rep) {
		if q := r.quote(a, e); q != nil {
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

func (r *renderer) legal(l *site.Asked, on *page) (LegalView, error) {
	v := LegalView{
		Question: r.link(l.Of.Path, l.Of.Title), Anchor: l.Anchor,
		Article: r.link(l.Article.Path, r.outlet(l.Article)), Date: r.words.ShortDate(l.Article.Front.Source.Published.Date),
		Stamp: r.stamp(l.Status), Quotes: r.quotes(l.Article, &l.Report),
		Voice: r.t("voice."+string(l.Voice), r.outlet(l.Article)), Where: r.where(l.Article, l.At), Gauge: on.gauge(l.Article, evidenceOf(&l.Report)),
	}
	var err error
	if v.Says, err = r.html(l.Says, on); err != nil {
		return v, err
	}
	v.By, err = r.parties(l.Speakers, on)
	return v, err
}

// beats splits the body at its headings and puts beside each part the receipts
// of the amounts it is the first to speak of, and the questions it asks.
func (r *renderer) beats(v *ArticlePage, a *site.Article, on *page) error {
	body := a.Page.Body
	shown := map[string]bool{}
	for i, s := range body.Sections() {
		h, err := body.SectionHTML(i, on)
		if err != nil {
			return err
		}
		b := Beat{Body: h}
		var slips []Receipt
		for _, ref := range s.Refs {
			if shown[ref.ID] {
				continue
			}
			shown[ref.ID] = true
			if ref.Embed {
				continue
			}
			for i := range v.Amounts {
				if v.Amounts[i].ID == ref.ID {
					v.Amounts[i].Shown = true
					slips = append(slips, v.Amounts[i])
				}
			}
			for i, l := range a.Legal {
				if l.Of.ID == ref.ID {
					b.Legal = append(b.Legal, v.Legal[i])
				}
			}
		}
		if len(slips) > 0 {
			text := linesOf(h) + stampLines*len(b.Legal)
			for _, rc := range slips {
				b.place(rc, text)
			}
		}
		v.Beats = append(v.Beats, b)
		v.HasCode = v.HasCode || body.HasCode()
	}
	var rest []Receipt
	for _, rc := range v.Amounts {
		if rc.Shown && len(rc.Quotes) < 2 {
			v.Beside = append(v.Beside, rc)
		} else {
			rest = append(rest, rc)
		}
	}
	v.Amounts = rest
	return nil
}

func (r *renderer) correction(c *site.Correction) (CorrectionView, error) {
	on := &page{renderer: r, path: c.Article.Path, article: c.Article}
	v := CorrectionView{ISO: iso(c.Date), Date: r.words.Date(c.Date.Date), Article: r.link(c.Article.Path, c.Article.Title)}
	var err error
	if v.Was, err = r.html(c.Was, on); err != nil {
		return v, err
	}
	v.Now, err = r.html(c.Now, on)
	return v, err
}
