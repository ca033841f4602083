package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"receipts/internal/content"
	"receipts/internal/search"
	"receipts/internal/site"
)

// SearchFolder is where the files of the search index stand.
const SearchFolder = "/search/"

// A searchRow is one result as static/search.js shows it.
type searchRow struct {
	Href   string        `json:"h"`
	Title  string        `json:"t"`
	Lang   string        `json:"l,omitempty"` // of the title and the text, if it is not the page's
	Note   string        `json:"n,omitempty"` // byline, citation, kind or date
	Text   string        `json:"x,omitempty"`
	Amount []string      `json:"a,omitempty"` // qualifier, number, what it is of
	Spoken string        `json:"p,omitempty"` // the number, where a screen reader needs words
	None   bool          `json:"z,omitempty"` // no figure
	Quotes []searchQuote `json:"q,omitempty"`
	Differ string        `json:"d,omitempty"` // how accounts of a fact differ
	Stamps []searchStamp `json:"s,omitempty"`
}

type (
	searchQuote = [4]string // language, words, where, translation, both in their marks
	searchStamp = [2]any    // which of content.Statuses, whose
)

// maxRowText is how much of a text a result shows, in characters.
const maxRowText = 200

// A searchDocument is a document while its texts are gathered.
type searchDocument struct {
	search.Document
	*page
	row searchRow
}

// SearchPlan says which files the search index will have.
func (v *Views) SearchPlan() search.Plan {
	count, bytes := 0, 0
	eachShown(v.site, func(_ string, n *site.Node, _ any) {
		count++
		if n.Page != nil && n.Page.Body != nil {
			bytes += n.Page.Body.Len()
		}
	})
	return search.PlanFor(count, bytes)
}

// Documents are what the search finds, kind by kind in the order of results. Facts
// are in the order in which articles report them, since those of one article are
// likely to be found together.
func (v *Views) Documents() []search.Document {
	var out []search.Document
	add := func(kind string, n *site.Node, is any) {
		d := &searchDocument{page: v.at(n.Path)}
		to := v.to(n)
		d.Kind, d.Title = kind, search.Text{Lang: cmp.Or(to.Lang, v.Tag()), Words: to.Label}
		d.row = searchRow{Href: to.Href, Title: to.Label, Lang: to.Lang}
		d.read(is)
		if n.Page != nil && n.Page.Body != nil {
			d.from(n.Page.BodyFile, n.Page.Body.PlainText(d.page))
		}
		d.Row = d.row
		out = append(out, d.Document)
	}
	taken := map[*site.Fact]bool{}
	for _, a := range v.site.Articles {
		for _, rep := range a.Reports {
			if f := rep.Fact; !taken[f] {
				taken[f] = true
				add("fact", &f.Node, f)
			}
		}
	}
	eachShown(v.site, func(kind string, n *site.Node, is any) {
		if _, isFact := is.(*site.Fact); !isFact {
			add(kind, n, is)
		}
	})
	return out
}

// read gathers the texts of what the document is of.
func (d *searchDocument) read(is any) {
	switch x := is.(type) {
	case *site.Fact:
		d.fact(x)
	case *site.Question:
		d.question(x)
	case *site.Article:
		d.articleTexts(x)
	case *site.Entity:
		d.entity(x)
	case *site.State:
		d.state(x)
	case *site.Authority:
		d.authority(x)
	case *site.Later:
		d.row.Note = d.Date(x.Front.Date.Date)
		d.summary(x.Front.Says)
		d.inYear(x.Front.Date)
		d.words(x.Front.Publisher)
	case *site.Topic:
		d.summary(x.Front.Summary)
		content.EachInline(x.Front, func(i content.Inline) { d.inline(i) })
	case *site.Term:
		d.words(x.Front.Also...)
		d.summary(x.Front.Summary)
	case *site.TextPage:
		d.summary(x.Front.Summary)
	}
}

// text adds words of ours.
func (d *searchDocument) text(words ...string) {
	for _, w := range words {
		d.from("", w)
	}
}

// from adds words of ours from a file.
func (d *searchDocument) from(file, words string) {
	if words != "" {
		d.Texts = append(d.Texts, search.Text{Lang: cmp.Or(d.otherLang(file), d.Tag()), Words: words})
	}
}

func (d *searchDocument) words(list ...content.Words) {
	for _, w := range list {
		d.from(w.Place.File, w.Text)
	}
}

func (d *searchDocument) inline(list ...content.Inline) {
	for _, i := range list {
		d.from(i.Place.File, d.plain(i))
	}
}

// summary adds a text that results show.
func (d *searchDocument) summary(i content.Inline) {
	words := d.plain(i)
	d.from(i.Place.File, words)
	d.row.Text = site.Shorten(words, maxRowText)
}

func (d *searchDocument) facet(name, id, label string) {
	d.Facets = append(d.Facets, search.Value{Facet: name, ID: id, Label: label})
}

func (d *searchDocument) inYear(date content.Date) {
	if !date.IsSet() {
		return
	}
	for _, part := range []int{date.Start().Year, date.End().Year} {
		if part > 0 {
			year := strconv.Itoa(part)
			d.facet("year", year, d.Digits(year))
		}
	}
}

func (d *searchDocument) about(n *site.Node) { d.facet("who", n.ID, d.name(n)) }

func (d *searchDocument) inState(st *site.State) { d.facet("state", st.Code, st.Title) }

func (d *searchDocument) parties(list []site.Party) {
	for _, p := range list {
		if p.Entity != nil {
			d.text(p.Entity.Title)
			d.about(&p.Entity.Node)
		} else {
			d.inline(p.Words)
		}
	}
}

func (d *searchDocument) law(q *site.Question) {
	for _, a := range q.Authorities {
		d.facet("law", a.ID, a.Cite)
	}
}

// report adds what one article says of anything, and its quotes to the row.
func (d *searchDocument) report(a *site.Article, rep *content.Report, by []site.Party) {
	d.page.article = a
	d.inline(rep.Says, rep.Lacks, rep.Because)
	d.parties(by)
	for _, e := range evidenceOf(rep) {
		if e.IsZero() {
			continue
		}
		lang := a.Front.Source.Language
		d.Texts = append(d.Texts, search.Text{Lang: lang, Words: e.Quote.Text})
		translation := d.translation(a, e)
		if translation != "" {
			d.words(e.Translation)
		}
		if len(d.row.Quotes) == mostSides { // a row is small, however many reports there are
			continue
		}
		q := d.printed(a, e.Quote.Text)
		d.row.Quotes = append(d.row.Quotes, searchQuote{lang, q.Open + q.Text + q.Close, outlet(a) + " " + e.At.String(), translation})
	}
}

func (d *searchDocument) fact(f *site.Fact) {
	d.text(strings.ReplaceAll(f.ID, "-", " ")) // it is no compound
	d.row.Differ = d.points(f)
	d.Disputed = len(f.Disagreements) > 0 // as ≠ marks it everywhere
	for i, rep := range f.Reports {
		d.report(rep.Article, rep.Report, rep.Speakers)
		d.text(d.byline(rep.Article))
		d.parties(rep.From)
		d.parties(rep.To)
		d.parties(rep.Via)
		d.parties(rep.For)
		d.parties(rep.Against)
		d.inYear(rep.Article.Front.Source.Published)
		switch {
		case rep.Amount != nil:
			q := d.amount(rep)
			d.text(q.Plain, q.Spoken, q.Value)
			d.inline(rep.Amount.FromAs, rep.Amount.ToAs)
			d.words(rep.Amount.PeriodAs)
			d.text(d.payment(rep))
			if i == 0 {
				d.row.Amount = []string{q.Before, q.Number, q.After}
				d.row.Spoken, d.row.None = q.SpokenNumber, q.NoFigure
			}
		case rep.Event != nil:
			d.words(rep.Event.AsWritten)
			if rep.Event.Date.IsSet() {
				date := d.Date(rep.Event.Date.Date)
				d.text(date)
				d.inYear(rep.Event.Date)
				if i == 0 {
					d.row.Note = date
				}
			}
		}
		if i == 0 && d.row.Amount == nil {
			d.row.Text = site.Shorten(d.plain(rep.Says), maxRowText)
		}
	}
	d.page.article = nil
	if f.Front != nil {
		content.EachInline(f.Front, func(i content.Inline) { d.inline(i) })
	}
	for _, st := range f.States {
		d.inState(st)
		d.text(st.Title)
	}
	for _, q := range f.Questions {
		d.law(q)
	}
}

func (d *searchDocument) articleTexts(a *site.Article) {
	src := &a.Front.Source
	d.page.article = a
	d.row.Note = d.byline(a)
	d.text(d.row.Note)
	d.Texts = append(d.Texts, search.Text{Lang: src.Language, Words: src.Headline.Text})
	d.summary(a.Front.Summary)
	d.inline(a.Front.DoesNotSay...)
	if a.Author != nil {
		d.text(a.Author.Title)
		d.about(&a.Author.Node)
	}
	if a.Outlet != nil {
		d.about(&a.Outlet.Node)
	}
	d.inYear(src.Published)
	for _, rep := range a.Reports {
		for _, st := range rep.Fact.States {
			d.inState(st)
		}
		for _, p := range slices.Concat(rep.From, rep.To, rep.Via, rep.For, rep.Against, rep.Speakers) {
			if p.Entity != nil {
				d.about(&p.Entity.Node)
			}
		}
	}
	for _, l := range a.Legal {
		d.law(l.Of)
	}
}

func (d *searchDocument) question(q *site.Question) {
	d.text(q.Front.Short.Text)
	for _, a := range latest(q.Asked) {
		d.row.Stamps = append(d.row.Stamps, searchStamp{slices.Index(content.Statuses, a.Status.Text), outlet(a.Article)})
	}
	for _, a := range q.Asked {
		d.report(a.Article, &a.Report, a.Speakers)
		d.inYear(a.Article.Front.Source.Published)
	}
	d.page.article = nil
	d.row.Quotes = nil // the stamps say whose they are
	d.summary(q.Front.Summary)
	content.EachInline(q.Front, func(i content.Inline) { d.inline(i) })
	d.law(q)
	for _, a := range q.Authorities {
		d.text(a.Cite)
	}
}

func (d *searchDocument) entity(e *site.Entity) {
	d.words(e.Front.Also...)
	d.words(e.Front.FEC)
	d.row.Note = d.entityKind(e)
	d.summary(e.Front.Summary)
	d.about(&e.Node)
}

func (d *searchDocument) state(st *site.State) {
	d.text(st.Code)
	d.inState(st)
	for _, s := range st.Said {
		d.report(s.Article, &s.Report, s.Speakers)
	}
	d.page.article = nil
	if st.Front != nil {
		d.summary(st.Front.Summary)
	}
}

func (d *searchDocument) authority(a *site.Authority) {
	d.row.Note = a.Cite
	d.text(a.Cite, a.Publisher)
	d.facet("law", a.ID, a.Cite)
	if a.Front != nil {
		d.summary(a.Front.Summary)
		d.inYear(a.Front.Date)
	}
}
