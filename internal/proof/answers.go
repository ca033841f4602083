package proof

import (
	"slices"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// Some checks speak against what a report states besides its figure: against its
// parties, its states, its sentence. Its author may know better than they do, and
// answers them with "stands_because", which readers see. An answer that answers
// nothing is a warning: what it was given for has been mended since.

// complaints are what such checks find.
type complaints struct {
	diags    diag.List
	answered []*content.Report // found and answered, each at least once
}

// of notes that d speaks against r, unless its author has answered.
func (c *complaints) of(r *content.Report, d diag.Diagnostic) {
	if r.Because.IsGiven() {
		c.answered = append(c.answered, r)
		return
	}
	c.diags = append(c.diags, d)
}

// orStands ends the hint of a complaint.
const orStands = `; or say why it stands all the same: "stands_because:"`

func needlessAnswer(answer content.Inline, message string) diag.Diagnostic {
	return diag.Diagnostic{Code: diag.NeedlessAnswer, Place: answer.Place, Message: message, Hint: `delete "stands_because"`}
}

// checkAnswers warns of answers in a that answer none of the complaints.
func checkAnswers(a *content.Article, answered ...[]*content.Report) (diags diag.List) {
	a.EachReport(func(r *content.Report) {
		if r.Because.IsGiven() && !slices.ContainsFunc(answered, func(list []*content.Report) bool { return slices.Contains(list, r) }) {
			diags = append(diags, needlessAnswer(r.Because, "nothing speaks against this report"))
		}
	})
	return diags
}
