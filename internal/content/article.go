package content

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"receipts/internal/diag"
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
}

// A Source is the text that an article summarises.
type Source struct {
	Outlet         Ref
	Headline       Words
	Section        Words
	By             Party // empty if not known to us
	Published      Date
	PublishedAs    Words  // the words printed
	PublishedKnown Inline // how the date is known
	Language       string // BCP 47
	URL            Words  // empty if not known to us
	Archived       Words
	Read           Date
	Paragraphs     []int // lengths in characters; nil if not known; all 0 if only their number is
	InferredMoney  bool  // the currency is inferred from context
}

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

// An Event is a report of something that happens at a date.
type Event struct {
	Report
	FactLinks
	Date         Date // not set if the article gives none
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

// A Correction is a mistake of ours, mended in public.
type Correction struct {
	Date     Date
	Was, Now Inline
	Fact     Ref
	Place    diag.Place
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

func (r *reader) article(n *yaml.Node) *Article {
	a := &Article{}
	r.object(n, "an article", []key{
		{"title", required, func(n *yaml.Node) { a.Title = r.words(n) }},
		{"summary", required, func(n *yaml.Node) { a.Summary = r.inline(n) }},
		{"source", required, func(n *yaml.Node) { a.Source = r.source(n) }},
		{"amounts", false, func(n *yaml.Node) {
			r.items(n, func(n *yaml.Node) { a.Amounts = append(a.Amounts, r.amount(n)) })
		}},
		{"dates", false, func(n *yaml.Node) {
			r.items(n, func(n *yaml.Node) { a.Dates = append(a.Dates, r.event(n)) })
		}},
		{"claims", false, func(n *yaml.Node) {
			r.items(n, func(n *yaml.Node) { a.Claims = append(a.Claims, r.claim(n)) })
		}},
		{"states", false, func(n *yaml.Node) {
			r.items(n, func(n *yaml.Node) { a.States = append(a.States, r.stateReport(n)) })
		}},
		{"legal", false, func(n *yaml.Node) {
			r.items(n, func(n *yaml.Node) { a.Legal = append(a.Legal, r.legalReport(n)) })
		}},
		{"does_not_say", false, func(n *yaml.Node) { a.DoesNotSay = r.inlines(n) }},
		{"notes", false, func(n *yaml.Node) { a.Notes = r.outsides(n, false) }},
		{"corrections", false, func(n *yaml.Node) {
			r.items(n, func(n *yaml.Node) { a.Corrections = append(a.Corrections, r.correction(n)) })
		}},
		{"draft", false, func(n *yaml.Node) { a.Draft = r.flag(n) }},
	})
	r.checkEvidence(a)
	return a
}

func (r *reader) source(n *yaml.Node) Source {
	var s Source
	r.object(n, "a source", []key{
		{"outlet", required, func(n *yaml.Node) { s.Outlet = r.ref(n) }},
		{"headline", required, func(n *yaml.Node) { s.Headline = r.words(n) }},
		{"section", false, func(n *yaml.Node) { s.Section = r.words(n) }},
		{"by", false, func(n *yaml.Node) { s.By = r.party(n) }},
		{"published", required, func(n *yaml.Node) { s.Published = r.day(n) }},
		{"published_as", false, func(n *yaml.Node) { s.PublishedAs = r.words(n) }},
		{"published_known", false, func(n *yaml.Node) { s.PublishedKnown = r.inline(n) }},
		{"language", required, func(n *yaml.Node) { s.Language = r.language(n) }},
		{"url", false, func(n *yaml.Node) { s.URL = r.url(n) }},
		{"archived", false, func(n *yaml.Node) { s.Archived = r.url(n) }},
		{"read", required, func(n *yaml.Node) { s.Read = r.day(n) }},
		{"paragraphs", false, func(n *yaml.Node) { s.Paragraphs = r.paragraphs(n) }},
		{"currency_basis", false, func(n *yaml.Node) {
			s.InferredMoney = r.choice(n, "currency basis", []string{"stated", "inferred"}) == "inferred"
		}},
	})
	return s
}

// paragraphs reads the number of paragraphs, or the length of each.
func (r *reader) paragraphs(n *yaml.Node) []int {
	if n.Kind == yaml.ScalarNode {
		return make([]int, min(r.number(n), 10_000))
	}
	var lengths []int
	r.list(n, func(item *yaml.Node) { lengths = append(lengths, r.number(item)) })
	return lengths
}

func (r *reader) factKeys(f *FactLinks) []key {
	return []key{
		{"fact", required, func(n *yaml.Node) { f.Fact = r.ref(n) }},
		{"states", false, func(n *yaml.Node) { f.States = r.stateCodes(n) }},
		{"legal", false, func(n *yaml.Node) { f.Legal = r.refs(n) }},
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
	r.object(n, "an amount", append(keys, r.reportKeys(&a.Report, required)...))
	a.finish(r, n)
	isCount := a.Quantity.IsCount()
	switch {
	case a.Quantity.Place == diag.Place{}: // reported as missing
	case !isCount && a.Flow.Text == "" && !a.Quantity.IsZero():
		r.diags.AddHint(diag.NoFlow, a.Quantity.Place, "an amount of money needs a flow", `add a line such as "flow: contribution"; the words are in content/site.yaml`)
	case isCount && a.Flow.Text != "":
		r.diags.AddHint(diag.NoFlow, a.Flow.Place, "a count has no flow: nothing is paid", `leave out "flow"`)
	}
	return a
}

func (r *reader) event(n *yaml.Node) Event {
	var e Event
	keys := append(r.factKeys(&e.FactLinks),
		key{"date", false, func(n *yaml.Node) { e.Date = r.date(n) }},
		key{"as_written", false, func(n *yaml.Node) { e.AsWritten = r.words(n) }},
		key{"known", false, func(n *yaml.Node) { e.Known = r.inline(n) }},
		key{"flag", false, func(n *yaml.Node) {
			e.ProbableSlip = r.choice(n, "flag", []string{"probable-slip"}) != ""
		}},
		key{"flag_reason", false, func(n *yaml.Node) { e.FlagReason = r.inline(n) }},
	)
	r.object(n, "a date", append(keys, r.reportKeys(&e.Report, required)...))
	e.finish(r, n)
	if (e.Date.Place == diag.Place{}) && e.AsWritten.Text == "" {
		r.diags.AddHint(diag.NoDate, e.Place, "an event needs a date, or the words the article has in its place",
			`add "date: 2024-10-05", or "as_written: for a few hours"`)
	}
	if e.ProbableSlip && e.FlagReason.IsEmpty() {
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
	return c
}

// stateReport reads "- MI: what is said of it", with its quote.
func (r *reader) stateReport(n *yaml.Node) StateReport {
	var s StateReport
	keys := r.reportKeys(&s.Report, required)
	if n.Kind != yaml.MappingNode {
		r.diags.AddHint(diag.WrongType, r.place(n), "what an article says of a state is written as keys with values", `write "- MI: one sentence", then quote, translation and at below`)
		return s
	}
	if len(n.Content) >= 2 {
		if code, ok := r.stateCode(n.Content[0]); ok || strings.ToUpper(n.Content[0].Value) == n.Content[0].Value {
			s.State = code
			says := n.Content[1]
			if !r.isEmpty(n.Content[0], says) {
				s.Says = r.inline(says)
			}
			rest := *n
			rest.Content = n.Content[2:]
			for i := range keys {
				if keys[i].name == "says" {
					keys[i].required = false
				}
			}
			if len(rest.Content) == 0 {
				rest.Line, rest.Column = n.Content[0].Line, n.Content[0].Column
			}
			r.object(&rest, "a state's report", keys)
		}
	}
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
	if l.IsZero() && l.Status != "" && l.Status != "not-raised-by-source" && l.Status != "background-law" {
		r.diags.AddHint(diag.MissingKey, l.Place, `a question that the article raises needs the key "quote"`, missingHints["quote"])
	}
	return l
}

func (r *reader) correction(n *yaml.Node) Correction {
	c := Correction{Place: r.place(n)}
	r.object(n, "a correction", []key{
		{"date", required, func(n *yaml.Node) { c.Date = r.day(n) }},
		{"was", required, func(n *yaml.Node) { c.Was = r.inline(n) }},
		{"now", required, func(n *yaml.Node) { c.Now = r.inline(n) }},
		{"fact", false, func(n *yaml.Node) { c.Fact = r.ref(n) }},
	})
	return c
}

// siteLanguage is the language our words are in.
const siteLanguage = "en"

// checkEvidence checks every quote of a against what the source is said to be:
// its language and its number of paragraphs.
func (r *reader) checkEvidence(a *Article) {
	foreign := a.Source.Language != "" && !strings.HasPrefix(a.Source.Language, siteLanguage)
	check := func(e Evidence) {
		if foreign && e.Quote.Text != "" && e.Translation.Text == "" {
			r.diags.AddHint(diag.NoTranslation, e.Quote.Place, "the quote has no translation", `add "translation:", literal, below the quote`)
		}
		last := len(a.Source.Paragraphs)
		if e.At.Kind == "P" && last > 0 && e.At.N > last {
			r.diags.AddHint(diag.PastParagraphs, e.At.Place, e.At.String()+" is past the end of the source", "it has "+plural(last, "paragraph"))
		}
	}
	a.EachReport(func(p *Report) {
		check(p.Evidence)
		for _, e := range p.Also {
			check(e)
		}
	})
}

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

func plural(n int, noun string) string {
	s := strconv.Itoa(n) + " " + noun
	if n != 1 {
		s += "s"
	}
	return s
}
