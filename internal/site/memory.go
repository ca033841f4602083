package site

import (
	"slices"
	"strings"

	"receipts/internal/content"
)

// A Memory is what one build leaves to the next one: which articles have prose
// that agrees with its facts. To hold all prose to all facts again takes a third
// of a build, and after an author's save nearly all of it is as it was.
//
// Prose is held to its own page, to what the page links to, and to the names on
// the site. Pages and reports never change once made, so that if each of these is
// the same one, what was found is the same. Only what was in order is remembered.
// The zero Memory remembers nothing.
type Memory struct {
	names  string                   // see [builder.namesToSkip]
	agrees map[*content.Page][]held // with what it was held to
}

// held is one thing that prose was held to: a *content.Report, or the
// *content.Page of an article; nil for what makes no difference.
type held any

// prose remembers which of the articles that this build looks at are in order.
type prose struct {
	from *Memory
	to   *Memory
	sigs [][]held // by article
	fine []bool
}

// recall begins with what m knows, if the names are still the same.
func recall(m *Memory, names []name, articles int) *prose {
	if m == nil {
		return nil
	}
	var all strings.Builder
	for _, n := range names {
		all.WriteString(n.words + "\n")
	}
	p := &prose{from: m, to: &Memory{all.String(), make(map[*content.Page][]held, articles)}, sigs: make([][]held, articles), fine: make([]bool, articles)}
	if m.names != p.to.names {
		p.from = &Memory{}
	}
	return p
}

// isKnown reports whether the i-th article, a, is known to be in order.
func (p *prose) isKnown(b *builder, i int, a *Article) bool {
	if p == nil {
		return false
	}
	p.sigs[i] = b.heldTo(a)
	before, ok := p.from.agrees[a.Page]
	p.fine[i] = ok && slices.Equal(before, p.sigs[i])
	return p.fine[i]
}

// note notes whether the i-th article was found to be in order.
func (p *prose) note(i int, fine bool) {
	if p != nil {
		p.fine[i] = fine
	}
}

// keep makes what was found the memory of the next build.
func (p *prose) keep(m *Memory, articles []*Article) {
	if p == nil {
		return
	}
	for i, a := range articles {
		if p.fine[i] {
			p.to.agrees[a.Page] = p.sigs[i]
		}
	}
	*m = *p.to
}

// heldTo lists what the prose of a is held to besides what stands on its page.
func (b *builder) heldTo(a *Article) []held {
	out := make([]held, 0, len(a.Reports))
	for _, r := range a.Reports { // without those whose fact has an id that is taken
		out = append(out, r.Report)
	}
	for _, d := range a.Page.Texts {
		for _, ref := range d.Refs() {
			n := b.named(ref.ID)
			switch {
			case n == nil:
				out = append(out, nil)
			case n.fact != nil:
				for _, r := range n.fact.Reports {
					out = append(out, r.Report)
				}
			case n.article != nil:
				out = append(out, n.Page)
			}
		}
	}
	return out
}
