package proof

import (
	"slices"

	"receipts/internal/diag"
	"receipts/internal/site"
)

// A legal status that tells of a ruling needs the ruling: "says" links to a decision
// on which the question rests, or cites it, and its date is not after the article.
// That the question rests on some decision is not enough, since it may be one of
// another case. A refusal to hear a case decides nothing, and neither does a sanction
// that was paid.

// checkRuling checks the status that an article reports of a legal question.
func (c *statementCheck) checkRuling(asked *site.Asked) {
	if c.site.Partial || !asked.TellsOfRuling() || !asked.Article.Front.Source.Published.IsSet() {
		return
	}
	day := asked.Article.Front.Source.Published
	d := diag.Diagnostic{
		Code: diag.NoRuling, Place: asked.Status.Place,
		Message: `the status "` + asked.Status.Text + `" tells of a ruling, and "says" names no decision made by ` + day.String(),
		Hint:    `link in "says" to the file of the decision in content/law/; what is no ruling has another status` + orStands,
	}
	for _, id := range namedIn(asked) {
		if c.site.Named(id) == nil {
			return // which is reported, and may be the decision
		}
		a := c.site.Authority(id)
		if a == nil {
			continue
		}
		note := ""
		switch {
		case a.Front == nil || a.Front.Kind != decision:
			note = "which is not of the kind " + decision
		case !slices.Contains(asked.Of.Authorities, a):
			note = "on which the question does not rest"
		case !a.Front.Date.IsSet():
			note = "which has no date"
		case a.Front.Date.Earliest().Compare(day.Latest()) > 0:
			note = "which is of " + a.Front.Date.String()
		default:
			return
		}
		d.Related = append(d.Related, diag.Related{Place: asked.Says.Place, Note: `it names "` + a.ID + `", ` + note})
	}
	c.of(&asked.LegalReport.Report, d)
}

// tellsOfRulings reports whether what a states rests on files of decisions, too, and of
// the questions that rest on them.
func tellsOfRulings(a *site.Article) bool {
	return slices.ContainsFunc(a.Legal, func(asked *site.Asked) bool { return asked.TellsOfRuling() })
}

const decision = "decision"

// namedIn are the ids of what "says" links to or cites.
func namedIn(asked *site.Asked) (ids []string) {
	if asked.Says.Doc == nil {
		return nil
	}
	for _, r := range asked.Says.Refs() {
		ids = append(ids, r.ID)
	}
	for _, c := range asked.Says.Citations() {
		ids = append(ids, c.Slug)
	}
	return ids
}
