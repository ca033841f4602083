package content

import (
	"slices"

	"receipts/internal/diag"
	"receipts/internal/yamldoc"
)

// A Voice says whose words carry a report.
type Voice string

// Voices: the article's own, a source it cites, or unclear which of the two.
const (
	OwnVoice     Voice = "own"
	CitedVoice   Voice = "cited"
	UnclearVoice Voice = "unclear"
)

// A Report is one article's account of one fact, or of a state or question:
// what all of them share.
type Report struct {
	Says     Inline // one sentence of ours that names the source
	Evidence        // the quote that carries it, and the place of both
	Also     []Evidence
	By       []Party // who says it, from the first speaker to the one the article cites
	Voice    Voice

	// Because is why the report stands although a check speaks against what it
	// states: one on its parties, its states or its sentence, never one on its
	// figure. Pages show it.
	Because Inline

	// Partly says that the quote does not carry the whole amount or date, and
	// Lacks what is missing; pages show it. Claims have neither.
	Partly      bool
	Lacks       Inline
	PartlyValid bool // whether the word of quote_supports is right

	// Read are words beside the figure that the checks do not know, or take for a
	// denial: the author says that they change nothing.
	Read []Words
}

// FactLinks is what a report of a fact links to.
type FactLinks struct {
	Fact   Ref
	Title  Words       // what the fact is called, if it has no file of its own
	States []StateCode // in the article's order
	Legal  []Ref

	// SameBecause is why the report is one of this fact although its article does
	// not say what it means. Pages show it as our inference, and the article does
	// not count among those that report the fact.
	SameBecause Inline

	Aliased // of a fact, which may have no file of its own
}

// reportKeys are the keys that all reports share.
func reportKeys(quoted bool) []yamldoc.Field[Report] {
	return append(yamldoc.Part(func(p *Report) *Evidence { return &p.Evidence }, evidenceKeys(quoted)),
		yamldoc.Key("says", yamldoc.Required, inline, func(p *Report) *Inline { return &p.Says }, "one sentence of ours that names who says it"),
		yamldoc.Key("also", yamldoc.Optional, yamldoc.List(further), func(p *Report) *[]Evidence { return &p.Also }, "where else it stands, each with quote, translation and at"),
		yamldoc.Key("by", yamldoc.Optional, yamldoc.List(party), func(p *Report) *[]Party { return &p.By }, "whom the article cites for it: ids or words"),
		yamldoc.Key("voice", yamldoc.Optional, yamldoc.Choice("voice", OwnVoice, CitedVoice, UnclearVoice), func(p *Report) *Voice { return &p.Voice }, "whose words carry it"),
		yamldoc.Key("stands_because", yamldoc.Optional, reason, func(p *Report) *Inline { return &p.Because }, "why it is stated so although a check speaks against it; readers see this"),
	)
}

// partlyKeys are what an author says of a quote that does not carry all.
var partlyKeys = []yamldoc.Field[Report]{
	yamldoc.Key("quote_supports", yamldoc.Optional, partly, func(p *Report) *Report { return p }, "partly, where the quote does not carry the whole figure"),
	yamldoc.Key("quote_lacks", yamldoc.Optional, inline, func(p *Report) *Inline { return &p.Lacks }, "what of the figure the quote does not carry"),
	yamldoc.Key("quote_read", yamldoc.Optional, yamldoc.List(verbatim), func(p *Report) *[]Words { return &p.Read }, "words beside the figure that change nothing"),
}

// partly sets Partly whatever the word is, since there is only one.
var partly = yamldoc.Custom(isPartly.Form, func(r *yamldoc.Reader, p *Report, n yamldoc.Node) bool {
	p.Partly = true
	return isPartly.Read(r, &p.PartlyValid, n)
})

var isPartly = yamldoc.Flag("value", "partly")

// finishReport sets what follows from the rest of a report, and checks that
// quote_supports and quote_lacks stand together.
func finishReport(r *yamldoc.Reader, p *Report, n yamldoc.Node) {
	p.Place = r.Place(n)
	if p.Voice == "" {
		p.Voice = OwnVoice
		if len(p.By) > 0 {
			p.Voice = CitedVoice
		}
	}
	switch {
	case p.Partly && !p.Lacks.IsGiven():
		r.AddHint(diag.MissingKey, p.Place, `a quote that supports partly needs the key "quote_lacks"`,
			`say what is missing, as in "quote_lacks: the year is that of the sentence before"`)
	case p.Lacks.IsGiven() && !p.Partly:
		r.AddHint(diag.MissingKey, p.Lacks.Place, `what a quote lacks needs the key "quote_supports"`, `add "quote_supports: partly"`)
	}
}

var linkKeys = append([]yamldoc.Field[FactLinks]{
	yamldoc.Naming(yamldoc.Key("fact", yamldoc.Required, factID, func(f *FactLinks) *Ref { return &f.Fact }, "an id of your choice that stays for ever, such as daily-award"), func(f *FactLinks) string { return f.Fact.Text }),
	yamldoc.Key("title", yamldoc.Optional, text, func(f *FactLinks) *Words { return &f.Title }, "what the fact is called, unless it has a file of its own"),
	yamldoc.Key("states", yamldoc.Optional, yamldoc.List(stateCode), func(f *FactLinks) *[]StateCode { return &f.States }, "the states that it is about, as USPS codes"),
	yamldoc.Key("legal", yamldoc.Optional, yamldoc.List(ref), func(f *FactLinks) *[]Ref { return &f.Legal }, "the ids of the legal questions that it bears on"),
	yamldoc.Key("same_because", yamldoc.Optional, reason, func(f *FactLinks) *Inline { return &f.SameBecause }, "why we take it for this fact, where the article does not say so; readers see it as our inference"),
}, aliasesOf(func(f *FactLinks) *Aliased { return &f.Aliased })...)

// factReportKeys are the keys of a report of a fact: those of its links, its own,
// and those of all reports.
func factReportKeys[T any](links func(*T) *FactLinks, own []yamldoc.Field[T], report func(*T) *Report, shared ...[]yamldoc.Field[Report]) []yamldoc.Field[T] {
	return slices.Concat(yamldoc.Part(links, linkKeys), own, yamldoc.Part(report, slices.Concat(shared...)))
}
