package content

import "receipts/internal/yamldoc"

// A Claim is a report of something said, argued or described, without a figure
// or a date of its own (docs/decisions: claims).
type Claim struct {
	Report
	FactLinks
	Nature string // one of Natures
	About  []Ref
}

// Natures of claims, from what an outlet reports as fact to what a court rules.
var Natures = []string{
	"reported-fact", "statement", "paraphrase", "intention", "party-argument", "allegation", "denial",
	"expert-opinion", "analysis", "outlet-remark", "hypothesis", "ruling",
}

var claimReport = yamldoc.Object("a claim", factReportKeys(
	func(c *Claim) *FactLinks { return &c.FactLinks },
	[]yamldoc.Field[Claim]{
		yamldoc.Key("nature", yamldoc.Required, yamldoc.Choice("nature", Natures...), func(c *Claim) *string { return &c.Nature }, "what kind of statement it is, such as statement, allegation or denial"),
		yamldoc.Key("about", yamldoc.Optional, yamldoc.List(ref), func(c *Claim) *[]Ref { return &c.About }, "the ids of the people and organizations that it is about"),
	},
	func(c *Claim) *Report { return &c.Report }, reportKeys(yamldoc.Required),
)).Beside(fact.Form, fileOfFact).Beside(besides, fileOfLater).Then(func(r *yamldoc.Reader, c *Claim, n yamldoc.Node) { finishReport(r, &c.Report, n) })
