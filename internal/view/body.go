package view

import (
	"html/template"

	"receipts/internal/markdown"
)

// BodyPart is a stretch of a body, and the receipts that it places after it.
type BodyPart struct {
	HTML     template.HTML
	Receipts []Receipt
}

// body is a body on this page.
func (on *page) body(doc *markdown.Doc) []BodyPart { return on.parts(doc.Pieces(on)) }

// parts puts the receipts into a body. One that it places is the report of the
// page's article; on other pages, all reports of the fact.
func (on *page) parts(pieces []markdown.Piece) []BodyPart {
	return each(pieces, func(p markdown.Piece) BodyPart {
		part := BodyPart{HTML: p.HTML}
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
