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

func (r *reader) factKeys(f *FactLinks) []key {
	return []key{
		{"fact", required, func(n *yaml.Node) { f.Fact = r.factID(n) }},
		{"states", false, func(n *yaml.Node) { f.States = r.stateCodes(n) }},
		{"legal", false, func(n *yaml.Node) { f.Legal = r.refs(n) }},
	}
}

// noteLost notes down a report whose fact could not be read.
func (r *reader) noteLost(f FactLinks) {
	if f.Fact.Text == "" {
		r.lostFact = true
	}
}

func (r *reader) amount(n *yaml.Node) Amount {
	var a Amount
	keys := append(r.factKeys(&a.FactLinks),
		key{"amount", required, func(n *yaml.Node) { a.Quantity = r.quantity(n) }},
		key{"flow", false, func(n *yaml.Node) { a.Flow = r.words(n) }},
		key{"from", false, func(n *yaml.Node) { a.From = r.parties(n) }},
		key{"to", false, func(n *yaml.Node) { a.To = r.parties(n) }},
		key{"from_as", false, func(n *yaml.Node) { a.FromAs = r.inline(n) }},
		key{"to_as", false, func(n *yaml.Node) { a.ToAs = r.inline(n) }},
		key{"date", false, func(n *yaml.Node) { a.Period = r.date(n) }},
		key{"date_as", false, func(n *yaml.Node) { a.PeriodAs = r.words(n) }},
	)
	keys = append(keys, r.reportKeys(&a.Report, required)...)
	r.object(n, "an amount", append(keys, r.partlyKeys(&a.Report)...))
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
	return a
}

func (r *reader) event(n *yaml.Node) Event {
	var e Event
	keys := append(r.factKeys(&e.FactLinks),
		key{"date", false, func(n *yaml.Node) {
			if e.Undated = n.Value == undated; !e.Undated {
				e.Date = r.date(n)
			}
		}},
		key{"as_written", false, func(n *yaml.Node) { e.AsWritten = r.words(n) }},
		key{"known", false, func(n *yaml.Node) { e.Known = r.inline(n) }},
		key{"flag", false, func(n *yaml.Node) {
			e.ProbableSlip = r.choice(n, "flag", []string{"probable-slip"}) != ""
		}},
		key{"flag_reason", false, func(n *yaml.Node) { e.FlagReason = r.inline(n) }},
	)
	keys = append(keys, r.reportKeys(&e.Report, required)...)
	r.object(n, "a date", append(keys, r.partlyKeys(&e.Report)...))
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
	return e
}

func (r *reader) claim(n *yaml.Node) Claim {
	var c Claim
	keys := append(r.factKeys(&c.FactLinks),
		key{"nature", required, func(n *yaml.Node) { c.Nature = r.choice(n, "nature", Natures) }},
		key{"about", false, func(n *yaml.Node) { c.About = r.refs(n) }},
	)
	r.object(n, "a claim", append(keys, r.reportKeys(&c.Report, required)...))
	c.finish(r, n)
	r.noteLost(c.FactLinks)
	return c
}

// stateReport reads "- MI: what is said of it", with its quote: the first key
// is the state, and its value is what other reports have under "says".
func (r *reader) stateReport(n *yaml.Node) StateReport {
	var s StateReport
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		r.diags.AddHint(diag.WrongType, r.place(n), "what an article says of a state is written as keys with values", `write "- MI: one sentence", then quote, translation and at below`)
		return s
	}
	name, says := n.Content[0], n.Content[1]
	s.State, _ = r.stateCode(name)
	s.Says = r.inline(r.orBlank(name, says))
	rest := *n
	rest.Content = n.Content[2:]
	if len(rest.Content) == 0 {
		rest.Line, rest.Column = name.Line, name.Column
	}
	keys := slices.DeleteFunc(r.reportKeys(&s.Report, required), func(k key) bool { return k.name == "says" })
	r.object(&rest, "a state's report", keys)
	s.finish(r, n)
	return s
}

func (r *reader) legalReport(n *yaml.Node) LegalReport {
	var l LegalReport
	keys := []key{
		{"question", required, func(n *yaml.Node) { l.Question = r.ref(n) }},
		{"status", required, func(n *yaml.Node) { l.Status = r.choice(n, "status", Statuses) }},
	}
	r.object(n, "a legal question's report", append(keys, r.reportKeys(&l.Report, false)...))
	l.finish(r, n)
	if !l.Quote.IsGiven() && l.Status != "" && l.Status != "not-raised-by-source" && l.Status != "background-law" {
		r.diags.AddHint(diag.MissingKey, l.Place, `a question that the article raises needs the key "quote"`, missingHints["quote"])
	}
	return l
}
