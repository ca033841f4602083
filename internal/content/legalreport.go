package content

import (
	"slices"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A LegalReport is how an article puts a legal question, with the status as of the
// article.
type LegalReport struct {
	Report
	Question Ref
	Status   Words // one of Statuses
}

// Statuses of a legal question as of an article. A refusal to hear a case
// (review-denied) is not a ruling.
var Statuses = []string{
	"question-raised", "not-raised-by-source", "background-law", "alleged", "argued-by-party",
	"charges-denied", "pending", "warning-issued", "injunction-denied", "review-denied", "sanction-paid",
	"affirmed", "decided", "dismissed", "closed-no-action", "unknown",
}

// rulings are the statuses that tell of what a court or an authority decided.
var rulings = []string{"injunction-denied", "affirmed", "decided", "dismissed"}

// TellsOfRuling reports whether the status of l is that of a matter that was
// decided.
func (l *LegalReport) TellsOfRuling() bool { return slices.Contains(rulings, l.Status.Text) }

// IsRaised reports whether the article raises the question; otherwise it is ours.
func (l *LegalReport) IsRaised() bool {
	return l.Status.Text != "not-raised-by-source" && l.Status.Text != "background-law"
}

var legalReport = yamldoc.Object("a legal question's report", append([]yamldoc.Field[LegalReport]{
	yamldoc.Naming(yamldoc.Key("question", yamldoc.Required, ref, func(l *LegalReport) *Ref { return &l.Question }, "the id of a file in content/legal/"), func(l *LegalReport) string { return l.Question.Text }),
	yamldoc.Key("status", yamldoc.Required, yamldoc.Placed(yamldoc.Choice("status", Statuses...)), func(l *LegalReport) *Words { return &l.Status }, "how the article puts the question, such as question-raised or pending"),
}, yamldoc.Part(func(l *LegalReport) *Report { return &l.Report }, reportKeys(yamldoc.Optional))...)).Then(func(r *yamldoc.Reader, l *LegalReport, n yamldoc.Node) {
	finishReport(r, &l.Report, n)
	if !l.Quote.IsGiven() && l.Status.Text != "" && l.IsRaised() {
		r.AddHint(diag.MissingKey, l.Place, `a question that the article raises needs the key "quote"`, "quote: "+quoteSentence)
	}
})
