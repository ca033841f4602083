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
func (l *linker) linkCorrection(a *Article, c content.Correction) {
	l.fact(c.Fact.Text, c.Fact.Place)
	l.question(c.Question.Text, c.Question.Place)
	if n := l.nodes[c.Withdrawn.Text]; n != nil && !l.withDrafts {
		d := diag.Diagnostic{
			Code: diag.WrongKindOfID, Place: c.Withdrawn.Place,
			Message: `"` + n.ID + `" is ` + n.Kind.withArticle() + " of this site, and not withdrawn",
		}
		if n.Kind == FactNode || n.Kind == QuestionNode {
			d.Hint = `write "` + string(n.Kind) + ": " + n.ID + `"`
		}
		l.diags = append(l.diags, d)
	}
	l.Corrections = append(l.Corrections, &Correction{a, c})
}
