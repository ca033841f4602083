package proof

import (
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/markdown"
	"receipts/internal/region"
)

// The prose of a page. What is stated in it depends on the page alone and is read
// once; whether it agrees with the facts is asked with every build (agree.go).

// A passage is a piece of prose that has a figure, a date or the name of a
// state. Pieces without any, most of what is written, are left out: they say
// nothing that a fact could contradict.
type passage struct {
	markdown.Passage
	lang    string
	clauses []clause
	states  []stateName

	// words is the text of a title and the like, in which nothing can be linked
	// or marked; it is nil for a passage of a Doc.
	words *content.Words
	file  string
}

// isWords reports whether p is plain words.
func (p *passage) isWords() bool { return p.words != nil }

// place is where bytes of p stand. If words are not in the file as they read,
// which escapes can bring about, all of them are the place.
func (p *passage) place(start, end int) diag.Place {
	if !p.isWords() {
		return diag.Place{File: p.file, Start: p.At(start), End: p.At(end-1) + 1}
	}
	at := p.words.Place
	if at.End-at.Start == len(p.words.Text) {
		at.Start, at.End = at.Start+start, at.Start+end
	}
	return at
}

// read reads what p states. Its dates without a year are those around the day of
// publication.
func (p *passage) read(published edtf.Date, regions *region.Set) {
	p.clauses, p.states = readClauses(p.lang, p.Text, published), findStateNames(regions, p.lang, p.Text)
}

// proseOf reads the prose of p: of an article, of our own file on a fact, or of a
// topic.
func proseOf(p *content.Page) []passage {
	w := newProseReader(p)
	w.page(p)
	return slices.Clip(w.out)
}

func newProseReader(p *content.Page) *proseReader {
	return &proseReader{ours: p.Lang, only: p.Translation, regions: p.Regions, seen: map[*markdown.Doc]bool{}}
}

func (w *proseReader) page(p *content.Page) {
	switch front := p.Front.(type) {
	case *content.Article:
		w.published = front.Source.Published.Date
		w.article(front)
	case *content.Fact:
		w.fact(front)
	case *content.Topic:
		w.topic(front)
	default:
		return
	}
	if p.Body != nil {
		w.doc(p.Body, p.BodyFile)
	}
}

// proseOfHome reads the prose of the home page. It also returns the texts that it is in,
// for their links.
func proseOfHome(c *content.Config) ([]passage, []*markdown.Doc) {
	w := proseReader{ours: c.Lang(), regions: c.Regions.Set, seen: map[*markdown.Doc]bool{}}
	texts := w.home(c)
	return w.out, texts
}

type proseReader struct {
	ours      string // the language of the page
	only      string // the language of what is read; empty for all
	published edtf.Date
	seen      map[*markdown.Doc]bool
	regions   *region.Set
	out       []passage
}

func (w *proseReader) home(c *content.Config) (texts []*markdown.Doc) {
	for _, t := range append([]content.Inline{c.Summary, c.Since}, c.Short...) {
		if t.Doc != nil {
			texts = append(texts, t.Doc)
			w.doc(t.Doc, t.Place.File)
		}
	}
	return texts
}

func (w *proseReader) article(a *content.Article) {
	w.words(&a.Title)
	w.inline(a.Summary)
	a.EachFact(func(f *content.FactLinks) {
		w.words(&f.Title)
		w.inline(f.SameBecause)
	})
	a.EachReport(func(r *content.Report) { w.inline(r.Says, r.Because) })
	for i := range a.Amounts {
		m := &a.Amounts[i]
		w.words(&m.Of)
		w.inline(m.FromAs, m.ToAs)
		for _, party := range slices.Concat(m.From, m.To, m.Via, m.For, m.Against) {
			w.inline(party.Words)
		}
	}
	for i := range a.Dates {
		w.inline(a.Dates[i].Known, a.Dates[i].FlagReason)
	}
	w.inline(a.DoesNotSay...)
}

func (w *proseReader) fact(f *content.Fact) {
	w.words(&f.Title)
	w.inline(f.Summary)
	w.words(&f.Steps)
	for i := range f.Disagreements {
		d := &f.Disagreements[i]
		w.words(&d.About)
		for _, s := range d.Sides {
			w.inline(s.Says)
		}
		w.inline(d.Note)
	}
}

func (w *proseReader) topic(t *content.Topic) {
	w.words(&t.Title)
	w.inline(t.Summary)
	for i := range t.Groups {
		w.words(&t.Groups[i].Title)
		w.inline(t.Groups[i].Says)
	}
}

func (w *proseReader) words(t *content.Words) {
	if t.Text != "" {
		w.add(passage{Passage: markdown.Passage{Text: t.Text}, lang: content.LangOf(t.Place.File, w.ours), words: t})
	}
}

func (w *proseReader) inline(texts ...content.Inline) {
	for _, t := range texts {
		if t.Doc != nil {
			w.doc(t.Doc, t.Place.File)
		}
	}
}

func (w *proseReader) doc(d *markdown.Doc, file string) {
	w.seen[d] = true
	lang := content.LangOf(file, w.ours)
	for _, p := range d.Passages() {
		w.add(passage{Passage: p, lang: lang, file: file})
	}
}

func (w *proseReader) add(p passage) {
	if w.only != "" && p.lang != w.only {
		return // the original is checked by itself
	}
	if p.read(w.published, w.regions); len(p.clauses)+len(p.states) > 0 {
		w.out = append(w.out, p)
	}
}
