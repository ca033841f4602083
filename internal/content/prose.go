package content

import (
	"slices"
	"sync"

	"receipts/internal/diag"
	"receipts/internal/edtf"
	"receipts/internal/markdown"
)

// The prose of a page that is held to the page's facts. Whether it agrees with
// them is for package site to say, with every build; what there is to be held
// depends on the page alone, so it is read here, once.

// A Passage is a piece of prose that has a figure, a date or the name of a
// state, with what is read in it. A passage without any is none: most of what
// is written says nothing that a fact could contradict.
type Passage struct {
	markdown.Passage
	Reading

	// words is the text of a title and the like, in which nothing can be linked
	// or marked; it is nil for a passage of a Doc.
	words *Words
	file  string
}

// IsWords reports whether p is plain words.
func (p *Passage) IsWords() bool { return p.words != nil }

// Place is where bytes of p stand. If words are not in the file as they read,
// which escapes can bring about, all of them are the place.
func (p *Passage) Place(start, end int) diag.Place {
	if !p.IsWords() {
		return diag.Place{File: p.file, Start: p.At(start), End: p.At(end-1) + 1}
	}
	at := p.words.Place
	if at.End-at.Start == len(p.words.Text) {
		at.Start, at.End = at.Start+start, at.Start+end
	}
	return at
}

// proseOf gathers the prose of p: of an article or our own file on a fact.
func proseOf(p *Page) []Passage {
	w := writers.Get().(*proseWriter)
	defer w.done()
	w.file, w.published = p.Path, edtf.Date{}
	switch front := p.Front.(type) {
	case *Article:
		w.published = front.Source.Published.Date
		w.article(front)
	case *Fact:
		w.fact(front)
	default:
		return nil
	}
	if p.Body != nil {
		w.doc(p.Body)
	}
	if len(w.out) == 0 {
		return nil
	}
	return slices.Clone(w.out)
}

// writers are used for one page after the other, so that each keeps as much as it
// has passages and no more.
var writers = sync.Pool{New: func() any { return new(proseWriter) }}

func (w *proseWriter) done() {
	clear(w.out)
	w.out = w.out[:0]
	writers.Put(w)
}

type proseWriter struct {
	file      string
	published edtf.Date
	out       []Passage
}

func (w *proseWriter) article(a *Article) {
	w.words(&a.Title)
	w.add(a.Summary)
	a.EachReport(func(r *Report) { w.add(r.Says) })
	for i := range a.Amounts {
		m := &a.Amounts[i]
		w.add(m.FromAs, m.ToAs)
		for _, party := range slices.Concat(m.From, m.To) {
			w.add(party.Words)
		}
	}
	for i := range a.Dates {
		w.add(a.Dates[i].Known, a.Dates[i].FlagReason)
	}
	w.add(a.DoesNotSay...)
}

func (w *proseWriter) fact(f *Fact) {
	w.words(&f.Title)
	w.add(f.Summary)
	for i := range f.Disagreements {
		d := &f.Disagreements[i]
		w.words(&d.About)
		for _, s := range d.Sides {
			w.add(s.Says)
		}
		w.add(d.Note)
	}
}

func (w *proseWriter) words(t *Words) {
	if t.Text != "" {
		w.passage(Passage{Passage: markdown.Passage{Text: t.Text}, words: t})
	}
}

func (w *proseWriter) add(texts ...Inline) {
	for _, t := range texts {
		if t.Doc != nil {
			w.doc(t.Doc)
		}
	}
}

func (w *proseWriter) doc(d *markdown.Doc) {
	for _, p := range d.Passages() {
		w.passage(Passage{Passage: p, file: w.file})
	}
}

func (w *proseWriter) passage(p Passage) {
	if p.Reading = Read(p.Text, w.published); !p.IsQuiet() {
		w.out = append(w.out, p)
	}
}
