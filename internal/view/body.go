package view

import (
	"html/template"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/markdown"
)

// BodyPart is a stretch of a body, and the receipts that it places after it.
type BodyPart struct {
	HTML     template.HTML
	Receipts []Receipt
}

// body is a body on this page.
func (on *page) body(p *content.Page) []BodyPart { return on.parts(p, p.Body.Pieces(on)) }

// parts puts the receipts into a body of p. One that it places is the report of the
// page's article; on other pages, all reports of the fact.
func (on *page) parts(of *content.Page, pieces []markdown.Piece) []BodyPart {
	return each(pieces, func(p markdown.Piece) BodyPart {
		part := BodyPart{HTML: on.inLanguage("div", of.BodyFile, p.HTML)}
		if t, _ := on.site.Resolve(p.Receipt, ""); t.Fact != nil {
			for _, rep := range t.Fact.Reports {
				if on.article == nil || on.article == rep.Article {
					part.Receipts = append(part.Receipts, on.of(rep.Article).receipt(rep))
				}
			}
		}
		return part
	})
}

// A BodySection is a part of a body from one h2 to the next.
type BodySection struct {
	Head    template.HTML // the h2; empty before the first
	Outside bool          // whether it names a source from outside the articles
	Body    []BodyPart
}

// sections are the parts of a body. That which links to another site is from outside
// the articles, and its layout says so.
func (on *page) sections(p *content.Page) []BodySection {
	var out []BodySection
	for i, s := range p.Body.Sections() {
		pieces := p.Body.SectionPieces(i, on)
		var section BodySection
		if s.Heading != nil {
			const end = "</h2>\n"
			head, rest, _ := strings.Cut(string(pieces[0].HTML), end)
			section.Head, pieces[0].HTML = on.inLanguage("div", p.BodyFile, template.HTML(head+end)), template.HTML(rest)
		}
		section.Body = on.parts(p, pieces)
		section.Outside = slices.ContainsFunc(section.Body, func(part BodyPart) bool { return strings.Contains(string(part.HTML), `<a href="http`) })
		out = append(out, section)
	}
	return out
}
