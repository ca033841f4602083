package content

import (
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

	// Partial says that something was written here which could not be read
	// and may be a fact: what refers to it is not to blame.
	Partial bool
	// LostState says the same of a state.
	LostState bool
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

// A Correction is a mistake of ours, mended in public. It may name what it is
// about: a fact, a legal question, a state, or something that this site had and
// has no longer.
type Correction struct {
	Date      Date
	Was, Now  Inline
	Fact      Ref
	Question  Ref
	State     StateCode
	Withdrawn Ref
	Place     diag.Place
}

var articleKeys = []key[Article]{
	{"title", required, func(r *reader, a *Article, n *yaml.Node) { a.Title = r.words(n) }},
	{"summary", required, func(r *reader, a *Article, n *yaml.Node) { a.Summary = r.inline(n) }},
	{"source", required, func(r *reader, a *Article, n *yaml.Node) { r.source(&a.Source, n) }},
	{"amounts", false, func(r *reader, a *Article, n *yaml.Node) { a.Amounts = itemsOf(r, n, (*reader).amount) }},
	{"dates", false, func(r *reader, a *Article, n *yaml.Node) { a.Dates = itemsOf(r, n, (*reader).event) }},
	{"claims", false, func(r *reader, a *Article, n *yaml.Node) { a.Claims = itemsOf(r, n, (*reader).claim) }},
	{"states", false, func(r *reader, a *Article, n *yaml.Node) { a.States = itemsOf(r, n, (*reader).stateReport) }},
	{"legal", false, func(r *reader, a *Article, n *yaml.Node) { a.Legal = itemsOf(r, n, (*reader).legalReport) }},
	{"does_not_say", false, func(r *reader, a *Article, n *yaml.Node) { a.DoesNotSay = r.inlines(n) }},
	{"notes", false, func(r *reader, a *Article, n *yaml.Node) { a.Notes = r.outsides(n, false) }},
	{"corrections", false, func(r *reader, a *Article, n *yaml.Node) { a.Corrections = itemsOf(r, n, (*reader).correction) }},
	{"draft", false, func(r *reader, a *Article, n *yaml.Node) { a.Draft = r.flag(n) }},
}

func (r *reader) article(n *yaml.Node) *Article {
	a := &Article{}
	whole := object(r, n, "an article", a, articleKeys)
	a.Partial = !whole || r.lostFact
	a.LostState = r.lostState
	return a
}

var sourceKeys = []key[Source]{
	{"outlet", required, func(r *reader, s *Source, n *yaml.Node) { s.Outlet = r.ref(n) }},
	{"headline", required, func(r *reader, s *Source, n *yaml.Node) { s.Headline = r.words(n) }},
	{"section", false, func(r *reader, s *Source, n *yaml.Node) { s.Section = r.words(n) }},
	{"by", false, func(r *reader, s *Source, n *yaml.Node) { s.By = r.party(n) }},
	{"published", required, func(r *reader, s *Source, n *yaml.Node) { s.Published = r.day(n) }},
	{"published_as", false, func(r *reader, s *Source, n *yaml.Node) { s.PublishedAs = r.words(n) }},
	{"published_known", false, func(r *reader, s *Source, n *yaml.Node) { s.PublishedKnown = r.inline(n) }},
	{"language", required, func(r *reader, s *Source, n *yaml.Node) { s.Language = r.language(n) }},
	{"url", false, func(r *reader, s *Source, n *yaml.Node) { s.URL = r.url(n) }},
	{"archived", false, func(r *reader, s *Source, n *yaml.Node) { s.Archived = r.url(n) }},
	{"read", required, func(r *reader, s *Source, n *yaml.Node) { s.Read = r.day(n) }},
	{"paragraphs", false, func(r *reader, s *Source, n *yaml.Node) { s.Paragraphs = r.paragraphs(n) }},
	{"currency_basis", false, func(r *reader, s *Source, n *yaml.Node) {
		s.InferredMoney = r.choice(n, "currency basis", []string{"stated", "inferred"}) == "inferred"
	}},
}

func (r *reader) source(s *Source, n *yaml.Node) {
	object(r, n, "a source", s, sourceKeys)
	r.checkRead(s)
}

// checkRead reports a source that was read before it was published. It is how a
// date to come is found without asking what day it is today.
func (r *reader) checkRead(s *Source) {
	if !s.Published.IsSet() || !s.Read.IsSet() || s.Published.IsInterval() || s.Read.IsInterval() {
		return
	}
	if s.Read.Latest().Compare(s.Published.Earliest()) < 0 {
		*r.diags = append(*r.diags, diag.Diagnostic{
			Code: diag.ReadBeforehand, Place: s.Published.Place,
			Message: "the source was published after it was read",
			Hint:    "mend the date; a summary that is to wait has \"draft: true\"",
			Related: []diag.Related{{Place: s.Read.Place, Note: "it was read here"}},
		})
	}
}

// paragraphs reads the number of paragraphs, or the length of each.
func (r *reader) paragraphs(n *yaml.Node) []int {
	if n.Kind == yaml.ScalarNode {
		return make([]int, r.number(n))
	}
	var lengths []int
	r.list(n, func(item *yaml.Node) { lengths = append(lengths, r.number(item)) })
	return lengths
}

var correctionKeys = []key[Correction]{
	{"date", required, func(r *reader, c *Correction, n *yaml.Node) { c.Date = r.day(n) }},
	{"was", required, func(r *reader, c *Correction, n *yaml.Node) { c.Was = r.inline(n) }},
	{"now", required, func(r *reader, c *Correction, n *yaml.Node) { c.Now = r.inline(n) }},
	{"fact", false, func(r *reader, c *Correction, n *yaml.Node) { c.Fact = r.ref(n) }},
	{"question", false, func(r *reader, c *Correction, n *yaml.Node) { c.Question = r.ref(n) }},
	{"state", false, func(r *reader, c *Correction, n *yaml.Node) { c.State, _ = r.stateCode(n) }},
	{"withdrawn", false, func(r *reader, c *Correction, n *yaml.Node) { c.Withdrawn = r.ref(n) }},
}

func (r *reader) correction(c *Correction, n *yaml.Node) {
	c.Place = r.place(n)
	object(r, n, "a correction", c, correctionKeys)
}

// SiteLanguage is the language our words are in.
const SiteLanguage = "en"

// NeedsTranslation reports whether quotes of s are in another language than ours.
func (s *Source) NeedsTranslation() bool {
	base, _, _ := strings.Cut(s.Language, "-")
	return s.Language != "" && !strings.EqualFold(base, SiteLanguage)
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
