package content

import (
	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A LegalReport is how an article puts a legal question, with the status as of the
// article.
type LegalReport struct {
	Report
	Question Ref
	Status   string // one of Statuses
}

// Statuses of a legal question as of an article. A refusal to hear a case
// (review-denied) is not a ruling.
var Statuses = []string{
	"question-raised", "not-raised-by-source", "background-law", "alleged", "argued-by-party",
	"charges-denied", "pending", "warning-issued", "injunction-denied", "review-denied", "sanction-paid",
	"affirmed", "decided", "dismissed", "closed-no-action", "unknown",
}

var legalReport = yamldoc.Object("a legal question's report", append([]yamldoc.Field[LegalReport]{
	yamldoc.Key("question", yamldoc.Required, ref, func(l *LegalReport) *Ref { return &l.Question }, "the id of a file in content/legal/"),
	yamldoc.Key("status", yamldoc.Required, yamldoc.Choice("status", Statuses...), func(l *LegalReport) *string { return &l.Status }, "how the article puts the question, such as question-raised or pending"),
}, yamldoc.Part(func(l *LegalReport) *Report { return &l.Report }, reportKeys(yamldoc.Optional))...)).Then(func(r *yamldoc.Reader, l *LegalReport, n yamldoc.Node) {
	finishReport(r, &l.Report, n)
	if !l.Quote.IsGiven() && l.Status != "" && l.Status != "not-raised-by-source" && l.Status != "background-law" {
		r.AddHint(diag.MissingKey, l.Place, `a question that the article raises needs the key "quote"`, "quote: "+quoteSentence)
	}
})
