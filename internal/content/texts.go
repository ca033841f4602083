package content

import "receipts/internal/markdown"

// textsOf are the texts of p that refer to anything: the body, and those of the
// front matter.
func textsOf(p *Page) []*markdown.Doc {
	var out []*markdown.Doc
	add := func(d *markdown.Doc) {
		if d != nil && len(d.Refs())+len(d.Links())+len(d.Citations()) > 0 {
			out = append(out, d)
		}
	}
	add(p.Body)
	EachInline(p.Front, func(i Inline) { add(i.Doc) })
	return out
}

// EachInline calls f for every inline text of a page's front matter, always in the
// same order. It is the one list of where links may stand.
func EachInline(front any, f func(Inline)) {
	inlines := func(list []Inline) {
		for _, i := range list {
			f(i)
		}
	}
	parties := func(list []Party) {
		for _, p := range list {
			f(p.Words)
		}
	}
	outsides := func(list []Outside) {
		for _, o := range list {
			f(o.Says)
		}
	}
	switch front := front.(type) {
	case *Article:
		f(front.Summary)
		f(front.Source.By.Words)
		f(front.Source.PublishedKnown)
		f(front.Source.Because)
		front.EachReport(func(r *Report) {
			f(r.Says)
			f(r.Lacks)
			f(r.Because)
			parties(r.By)
		})
		front.EachFact(func(l *FactLinks) { f(l.SameBecause) })
		for i := range front.Amounts {
			a := &front.Amounts[i]
			parties(a.From)
			parties(a.To)
			parties(a.Via)
			parties(a.For)
			parties(a.Against)
			f(a.FromAs)
			f(a.ToAs)
		}
		for i := range front.Dates {
			f(front.Dates[i].Known)
			f(front.Dates[i].FlagReason)
		}
		inlines(front.DoesNotSay)
		outsides(front.Notes)
		for _, c := range front.Corrections {
			f(c.Was)
			f(c.Now)
		}
	case *Fact:
		f(front.Summary)
		for _, d := range front.Disagreements {
			for _, s := range d.Sides {
				f(s.Says)
			}
			f(d.Note)
			outsides(d.Outside)
		}
		outsides(front.Notes)
	case *Entity:
		f(front.Summary)
		outsides(front.Notes)
	case *Question:
		f(front.Summary)
		f(front.Plain)
		inlines(front.Forbids)
		inlines(front.Split)
		for _, p := range front.Positions {
			for _, o := range p.Points {
				f(o.Says)
				parties(o.By)
			}
		}
		f(front.Between)
		inlines(front.Open)
		inlines(front.DoNotConclude)
		outsides(front.Notes)
	case *Later:
		f(front.Says)
		parties(front.From)
		parties(front.To)
	case *Topic:
		f(front.Summary)
		for _, g := range front.Groups {
			f(g.Says)
		}
	case *Authority:
		f(front.Summary)
		outsides(front.Notes)
	case *State:
		f(front.Summary)
		outsides(front.Notes)
	case *Term:
		f(front.Summary)
	case *TextPage:
		f(front.Summary)
	}
}
