package content

import (
	"slices"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
)

// FactLinks is what a report of a fact links to.
type FactLinks struct {
	Fact   Ref
	States []StateCode // in the article's order
	Legal  []Ref
}

// An Amount is a report of money or of a count.
type Amount struct {
	Report
	FactLinks
	Quantity     Quantity
	Flow         Words // of the vocabulary in site.yaml; empty for counts
	From, To     []Party
	FromAs, ToAs Inline // as the article words them
	Period       Date
	PeriodAs     Words
}

// undated is the date of an event to which the article gives none, not even in
// words.
const undated = "undated"

// An Event is a report of something that happens at a date.
type Event struct {
	Report
	FactLinks
	Date         Date // not set if the article gives none
	Undated      bool // the author says so: "date: undated"
	AsWritten    Words
	Known        Inline // how the date is known
	ProbableSlip bool
	FlagReason   Inline
}

// A Claim is a report of something said, argued or described, without a figure
// or a date of its own (docs/decisions: claims).
type Claim struct {
	Report
	FactLinks
	Nature string // one of Natures
	About  []Ref
}

// A StateReport is what an article says of one state.
type StateReport struct {
	Report
	State StateCode
}

// A LegalReport is how an article puts a legal question. Its status is as of
// the article and never changes afterwards.
type LegalReport struct {
	Report
	Question Ref
	Status   string // one of Statuses
}

// Natures of claims, from what an outlet reports as fact to what a court rules.
var Natures = []string{
	"reported-fact", "statement", "paraphrase", "intention", "party-argument", "allegation", "denial",
	"expert-opinion", "analysis", "outlet-remark", "hypothesis", "ruling",
}

// Statuses of a legal question as of an article. A refusal to hear a case
// (review-denied) is not a ruling.
var Statuses = []string{
	"question-raised", "not-raised-by-source", "background-law", "alleged", "argued-by-party",
	"charges-denied", "pending", "warning-issued", "injunction-denied", "review-denied", "sanction-paid",
	"affirmed", "decided", "dismissed", "closed-no-action", "unknown",
}

var factKeys = []key[FactLinks]{
	{"fact", required, func(r *reader, f *FactLinks, n *yaml.Node) { f.Fact = r.factID(n) }},
	{"states", false, func(r *reader, f *FactLinks, n *yaml.Node) { f.States = r.stateCodes(n) }},
	{"legal", false, func(r *reader, f *FactLinks, n *yaml.Node) { f.Legal = r.refs(n) }},
}

// noteLost notes down a report whose fact could not be read.
func (r *reader) noteLost(f FactLinks) {
	if f.Fact.Text == "" {
		r.lostFact = true
	}
}

// factReportKeys are the keys of a report of a fact: those of its links, its own,
// and those of all reports.
func factReportKeys[T any](links func(*T) *FactLinks, own []key[T], report func(*T) *Report, shared ...[]key[Report]) []key[T] {
	return slices.Concat(keysOf(links, factKeys), own, keysOf(report, slices.Concat(shared...)))
}

var amountKeys = factReportKeys(
	func(a *Amount) *FactLinks { return &a.FactLinks },
	[]key[Amount]{
		{"amount", required, func(r *reader, a *Amount, n *yaml.Node) { a.Quantity = r.quantity(n) }},
		{"flow", false, func(r *reader, a *Amount, n *yaml.Node) { a.Flow = r.words(n) }},
		{"from", false, func(r *reader, a *Amount, n *yaml.Node) { a.From = r.parties(n) }},
		{"to", false, func(r *reader, a *Amount, n *yaml.Node) { a.To = r.parties(n) }},
		{"from_as", false, func(r *reader, a *Amount, n *yaml.Node) { a.FromAs = r.inline(n) }},
		{"to_as", false, func(r *reader, a *Amount, n *yaml.Node) { a.ToAs = r.inline(n) }},
		{"date", false, func(r *reader, a *Amount, n *yaml.Node) { a.Period = r.date(n) }},
		{"date_as", false, func(r *reader, a *Amount, n *yaml.Node) { a.PeriodAs = r.words(n) }},
	},
	func(a *Amount) *Report { return &a.Report }, reportKeys(required), partlyKeys,
)

func (r *reader) amount(a *Amount, n *yaml.Node) {
	object(r, n, "an amount", a, amountKeys)
	a.finish(r, n)
	r.checkPartly(&a.Report)
	r.noteLost(a.FactLinks)
	switch {
	case a.Quantity.IsZero(): // reported where it is read, or as missing
	case !a.Quantity.IsCount() && !a.Flow.IsGiven():
		r.diags.AddHint(diag.NoFlow, a.Quantity.Place, "an amount of money needs a flow", `add a line such as "flow: contribution"`)
	case a.Quantity.IsCount() && a.Flow.Text != "":
		r.diags.AddHint(diag.NoFlow, a.Flow.Place, "a count has no flow: nothing is paid", `leave out "flow"`)
	}
}

var eventKeys = factReportKeys(
	func(e *Event) *FactLinks { return &e.FactLinks },
	[]key[Event]{
		{"date", false, func(r *reader, e *Event, n *yaml.Node) {
			if e.Undated = n.Value == undated; !e.Undated {
				e.Date = r.date(n)
			}
		}},
		{"as_written", false, func(r *reader, e *Event, n *yaml.Node) { e.AsWritten = r.words(n) }},
		{"known", false, func(r *reader, e *Event, n *yaml.Node) { e.Known = r.inline(n) }},
		{"flag", false, func(r *reader, e *Event, n *yaml.Node) {
			e.ProbableSlip = r.choice(n, "flag", []string{"probable-slip"}) != ""
		}},
		{"flag_reason", false, func(r *reader, e *Event, n *yaml.Node) { e.FlagReason = r.inline(n) }},
	},
	func(e *Event) *Report { return &e.Report }, reportKeys(required), partlyKeys,
)

func (r *reader) event(e *Event, n *yaml.Node) {
	object(r, n, "a date", e, eventKeys)
	e.finish(r, n)
	r.checkPartly(&e.Report)
	r.noteLost(e.FactLinks)
	if n.Kind == yaml.MappingNode && !e.Date.IsGiven() && !e.AsWritten.IsGiven() && !e.Undated {
		r.diags.AddHint(diag.NoDate, e.Place, "an event needs a date, or the words the article has in its place",
			`add "date: 2024-10-05", or "as_written: for a few hours", or "date: undated"`)
	}
	if e.ProbableSlip && !e.FlagReason.IsGiven() {
		r.diags.AddHint(diag.MissingKey, e.Place, `a flag needs the key "flag_reason"`, "say what in the source speaks against the date")
	}
}

var claimKeys = factReportKeys(
	func(c *Claim) *FactLinks { return &c.FactLinks },
	[]key[Claim]{
		{"nature", required, func(r *reader, c *Claim, n *yaml.Node) { c.Nature = r.choice(n, "nature", Natures) }},
		{"about", false, func(r *reader, c *Claim, n *yaml.Node) { c.About = r.refs(n) }},
	},
	func(c *Claim) *Report { return &c.Report }, reportKeys(required),
)

func (r *reader) claim(c *Claim, n *yaml.Node) {
	object(r, n, "a claim", c, claimKeys)
	c.finish(r, n)
	r.noteLost(c.FactLinks)
}

var stateReportKeys = slices.DeleteFunc(reportKeys(required), func(k key[Report]) bool { return k.name == "says" })

// stateReport reads "- MI: what is said of it", with its quote: the first key
// is the state, and its value is what other reports have under "says".
func (r *reader) stateReport(s *StateReport, n *yaml.Node) {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		r.diags.AddHint(diag.WrongType, r.place(n), "what an article says of a state is written as keys with values", `write "- MI: one sentence", then quote, translation and at below`)
		return
	}
	name, says := n.Content[0], n.Content[1]
	s.State, _ = r.stateCode(name)
	s.Says = r.inline(r.orBlank(name, says))
	rest := *n
	rest.Content = n.Content[2:]
	if len(rest.Content) == 0 {
		rest.Line, rest.Column = name.Line, name.Column
	}
	object(r, &rest, "a state's report", &s.Report, stateReportKeys)
	s.finish(r, n)
}

var legalReportKeys = append([]key[LegalReport]{
	{"question", required, func(r *reader, l *LegalReport, n *yaml.Node) { l.Question = r.ref(n) }},
	{"status", required, func(r *reader, l *LegalReport, n *yaml.Node) { l.Status = r.choice(n, "status", Statuses) }},
}, keysOf(func(l *LegalReport) *Report { return &l.Report }, reportKeys(false))...)

func (r *reader) legalReport(l *LegalReport, n *yaml.Node) {
	object(r, n, "a legal question's report", l, legalReportKeys)
	l.finish(r, n)
	if !l.Quote.IsGiven() && l.Status != "" && l.Status != "not-raised-by-source" && l.Status != "background-law" {
		r.diags.AddHint(diag.MissingKey, l.Place, `a question that the article raises needs the key "quote"`, missingHints["quote"])
	}
}
