package site

import (
	"receipts/internal/content"
	"receipts/internal/diag"
)

// A Correction is a mistake of ours in one article, mended.
type Correction struct {
	Article *Article
	content.Correction
}

// linkCorrection resolves what a correction of a is about. What it says is
// withdrawn must be gone: an id that was taken back is never given to something
// else, since links to it would lead there.
func (b *builder) linkCorrection(a *Article, c content.Correction) {
	b.fact(c.Fact.Text, c.Fact.Place)
	b.question(c.Question.Text, c.Question.Place)
	if n := b.nodes[c.Withdrawn.Text]; n != nil && !b.withDrafts {
		d := diag.Diagnostic{
			Code: diag.WrongKindOfID, Place: c.Withdrawn.Place,
			Message: `"` + n.ID + `" is ` + n.Kind.withArticle() + " of this site, and not withdrawn",
		}
		if n.Kind == FactNode || n.Kind == QuestionNode {
			d.Hint = `write "` + string(n.Kind) + ": " + n.ID + `"`
		}
		b.diags = append(b.diags, d)
	}
	b.Corrections = append(b.Corrections, &Correction{a, c})
}
