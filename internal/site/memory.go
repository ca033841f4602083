package site

import (
	"strings"

	"receipts/internal/content"
)

// A Memory is what one build leaves to the next one. After an author's save nearly
// all pages are the same ones, and what follows from them alone is as it was. The
// zero Memory remembers nothing.
type Memory struct {
	agreed agreed
}

// agreed is which articles have prose that agrees with its facts. To hold all
// prose to all facts again takes a third of a build.
//
// Prose is held to its own page, to what the page links to, and to the names on
// the site. Pages and reports never change once made, so that if each of these is
// the same one, what was found is the same. Only what was in order is remembered.
type agreed struct {
	names string                   // see [builder.namesToSkip]
	with  map[*content.Page][]held // what it was held to
}

// held is one thing that prose was held to: a *content.Report, or the
// *content.Page of an article; nil for what makes no difference.
type held any

// prose remembers which of the articles that this build looks at are in order.
type prose struct {
	from agreed
	to   agreed
	sigs [][]held // by article
	fine []bool
}

// recall begins with what m knows, if the names are still the same.
func recall(m *Memory, names []name, articles int) *prose {
	var all strings.Builder
	for _, n := range names {
		all.WriteString(n.words + "\n")
	}
	p := &prose{from: m.agreed, to: agreed{all.String(), make(map[*content.Page][]held, articles)}, sigs: make([][]held, articles), fine: make([]bool, articles)}
	if p.from.names != p.to.names {
		p.from = agreed{}
	}
	return p
}

// isKnown reports whether the i-th article, a, is known to be in order.
func (p *prose) isKnown(i int, a *Article) bool {
	before, ok := p.from.with[a.Page]
	rest := before
	ok = ok && a.eachHeld(func(h held) bool {
		if len(rest) == 0 || rest[0] != h {
			return false
		}
		rest = rest[1:]
		return true
	})
	p.fine[i] = ok && len(rest) == 0
	if p.fine[i] {
		p.sigs[i] = before
	} else {
		p.sigs[i] = a.heldTo()
	}
	return p.fine[i]
}

// note notes whether the i-th article was found to be in order.
func (p *prose) note(i int, fine bool) {
	p.fine[i] = fine
}

// keep makes what was found the memory of the next build.
func (p *prose) keep(m *Memory, articles []*Article) {
	for i, a := range articles {
		if p.fine[i] {
			p.to.with[a.Page] = p.sigs[i]
		}
	}
	m.agreed = p.to
}

// heldTo lists what the prose of a is held to besides what stands on its page.
func (a *Article) heldTo() []held {
	out := make([]held, 0, len(a.Reports))
	a.eachHeld(func(h held) bool { out = append(out, h); return true })
	return out
}

// eachHeld calls f for what the prose of a is held to, until it says no more,
// and reports whether it never did.
func (a *Article) eachHeld(f func(held) bool) bool {
	for _, r := range a.Reports { // without those whose fact has an id that is taken
		if !f(r.Report) {
			return false
		}
	}
	for _, n := range a.refs {
		switch {
		case n == nil:
			if !f(nil) {
				return false
			}
		case n.fact != nil:
			for _, r := range n.fact.Reports {
				if !f(r.Report) {
					return false
				}
			}
		case n.article != nil:
			if !f(n.Page) {
				return false
			}
		}
	}
	return true
}
