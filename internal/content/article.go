package content

import (
	"slices"

	"receipts/internal/markdown"
	"receipts/internal/yamldoc"
)

// An Article is our summary of one source text, with what it reports.
type Article struct {
	Title       Words
	Summary     Inline
	Source      Source
	Amounts     []Amount
	Dates       []Event
	Claims      []Claim
	States      []StateReport
	Legal       []LegalReport
	DoesNotSay  []Inline
	Notes       []Outside
	Corrections []Correction
	Draft       bool
	Aliased

	// Partial says that something that may be a fact could not be read. A
	// reference to that fact is then no mistake.
	Partial bool
	// LostState is the same of a state.
	LostState bool
}

const articleName = "an article"

var article = yamldoc.Object(articleName, append([]yamldoc.Field[Article]{
	yamldoc.Key("title", yamldoc.Required, text, func(a *Article) *Words { return &a.Title }, "what we call the summary, in our words"),
	yamldoc.Key("summary", yamldoc.Required, inline, func(a *Article) *Inline { return &a.Summary }, "one or two sentences on what the article reports"),
	yamldoc.Key("source", yamldoc.Required, articleSource, func(a *Article) *Source { return &a.Source }, "what the article is, with outlet, headline, published, language and read below it"),
	yamldoc.Key("amounts", yamldoc.Optional, yamldoc.List(amountReport), func(a *Article) *[]Amount { return &a.Amounts }, "the money and the counts that it reports"),
	yamldoc.Key("dates", yamldoc.Optional, yamldoc.List(eventReport), func(a *Article) *[]Event { return &a.Dates }, "the events that it reports"),
	yamldoc.Key("claims", yamldoc.Optional, yamldoc.List(claimReport), func(a *Article) *[]Claim { return &a.Claims }, "what it reports without a figure or a date"),
	yamldoc.Key("states", yamldoc.Optional, yamldoc.List(stateReport), func(a *Article) *[]StateReport { return &a.States }, "what it says of states"),
	yamldoc.Key("legal", yamldoc.Optional, yamldoc.List(legalReport), func(a *Article) *[]LegalReport { return &a.Legal }, "the questions of law that it raises"),
	yamldoc.Key("does_not_say", yamldoc.Optional, yamldoc.List(inline), func(a *Article) *[]Inline { return &a.DoesNotSay }, "what a reader might expect and does not find in it"),
	yamldoc.Key("notes", yamldoc.Optional, yamldoc.List(note), func(a *Article) *[]Outside { return &a.Notes }, "what we know from elsewhere"),
	yamldoc.Key("corrections", yamldoc.Optional, yamldoc.List(correction), func(a *Article) *[]Correction { return &a.Corrections }, "our own mistakes, mended"),
	yamldoc.Key("draft", yamldoc.Optional, yamldoc.Flag("value", "true", "false"), func(a *Article) *bool { return &a.Draft }, "true while the summary is not ready"),
}, aliasesOf(func(a *Article) *Aliased { return &a.Aliased })...)).Beside(fact.Form, fileOfFact).Beside(besides, fileOfLater).Then(func(r *yamldoc.Reader, a *Article, _ yamldoc.Node) {
	a.Partial = r.Lost(articleName) || r.Lost(yamldoc.ListName)
	a.EachFact(func(f *FactLinks) { a.Partial = a.Partial || f.Fact.Text == "" })
	a.LostState = r.Lost(stateCode.What)
})

// EachReport calls f for each report of a: amounts, dates, claims, states,
// legal questions, in the order of the file.
func (a *Article) EachReport(f func(*Report)) {
	for i := range a.Amounts {
		f(&a.Amounts[i].Report)
	}
	for i := range a.Dates {
		f(&a.Dates[i].Report)
	}
	for i := range a.Claims {
		f(&a.Claims[i].Report)
	}
	for i := range a.States {
		f(&a.States[i].Report)
	}
	for i := range a.Legal {
		f(&a.Legal[i].Report)
	}
}

// IsUnsaid reports whether d is an item of what a does not say.
func (a *Article) IsUnsaid(d *markdown.Doc) bool {
	return slices.ContainsFunc(a.DoesNotSay, func(i Inline) bool { return i.Doc == d })
}

// EachFact calls f for each report of a that is of a fact.
func (a *Article) EachFact(f func(*FactLinks)) {
	for i := range a.Amounts {
		f(&a.Amounts[i].FactLinks)
	}
	for i := range a.Dates {
		f(&a.Dates[i].FactLinks)
	}
	for i := range a.Claims {
		f(&a.Claims[i].FactLinks)
	}
}
