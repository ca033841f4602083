package content

import (
	"slices"

	"receipts/internal/citation"
	"receipts/internal/diag"
	"receipts/internal/region"
	"receipts/internal/source"
	"receipts/internal/yamldoc"
)

// A Config is what content/site.yaml says of the whole site.
type Config struct {
	Title     Words
	Tagline   Words
	Promise   Words    // what the site does for a reader, in two sentences
	Subject   Words    // what it is about: "US election of 5 November 2024"
	Headline  Words    // of the home page
	Summary   Inline   // for the home page
	Short     []Inline // what the articles tell, in a few sentences
	Since     Inline   // what became of it, from outside the articles
	Legal     Ref      // the question that the page on the law answers first
	Tills     []Till   // the groups of amounts on the home page
	Threads   []Thread // of later developments, in reading order
	BaseURL   Words
	Languages []string
	Contact   Words
	License   Words
	Publisher Words
	Bases     citation.Bases
	Flows     Vocabulary
	FlowWords map[string][]string // in small letters, by flow
	OrgKinds  Vocabulary
	Totals    []AskedTotal // in the order of the file
	LeaveOut  []Words      // of [Parts]
	Regions   Regions

	// Unread says that some of the file could not be read: words, regions or languages
	// may be missing, and what needs them is not to blame.
	Unread bool

	Checked int // how many people read each statement against its source before it is published
}

// Parts are what a site may leave out, each named by the folder of its pages or
// files; records, of data, stand beside the pages.
var Parts = []string{"cards", "corrections", "coverage", "data", "disagreements", "facts", "glossary", "guide", "law", "previews", "records", "search"}

// A Till is a group of amounts on the home page. An amount is in the first group that
// it fits. The last group may name neither payers nor facts: all that are left are in it.
type Till struct {
	Title Words
	From  []Ref // who pays
	Facts []Ref // amounts of which no payer is named
}

// Has reports whether the site has a part of [Parts].
func (c *Config) Has(part string) bool {
	return !slices.ContainsFunc(c.LeaveOut, func(w Words) bool { return w.Text == part })
}

// Lang is the language of the site's own words in content/.
func (c *Config) Lang() string { return c.Languages[0] }

// IsRest reports whether t has all that is left.
func (t *Till) IsRest() bool { return len(t.From)+len(t.Facts) == 0 }

// EachInline calls f for every inline text of the site file.
func (c *Config) EachInline(f func(Inline)) {
	f(c.Summary)
	for _, s := range c.Short {
		f(s)
	}
	f(c.Since)
	for _, t := range c.Threads {
		f(t.Summary)
	}
}

// An AskedTotal is a sum that the editors want shown. Package total decides whether
// the facts can be added.
type AskedTotal struct {
	Title Words
	Facts []Ref
}

var config = yamldoc.Object("the site", []yamldoc.Field[Config]{
	yamldoc.Key("title", yamldoc.Required, name, func(c *Config) *Words { return &c.Title }, "what the site is called"),
	yamldoc.Key("tagline", yamldoc.Optional, text, func(c *Config) *Words { return &c.Tagline }, "a few words below the title"),
	yamldoc.Key("promise", yamldoc.Optional, text, func(c *Config) *Words { return &c.Promise }, "what the site does for a reader, in two sentences"),
	yamldoc.Key("subject", yamldoc.Optional, text, func(c *Config) *Words { return &c.Subject }, "what the site is about, such as US election of 5 November 2024"),
	yamldoc.Key("headline", yamldoc.Optional, text, func(c *Config) *Words { return &c.Headline }, "the headline of the home page"),
	yamldoc.Key("summary", yamldoc.Optional, inline, func(c *Config) *Inline { return &c.Summary }, "one or two sentences for the home page"),
	yamldoc.Key("short", yamldoc.Optional, yamldoc.List(inline), func(c *Config) *[]Inline { return &c.Short }, "what the articles tell, in a few sentences with links to the receipts"),
	yamldoc.Key("since", yamldoc.Optional, inline, func(c *Config) *Inline { return &c.Since }, "what became of it, in a sentence"),
	yamldoc.Key("legal", yamldoc.Optional, ref, func(c *Config) *Ref { return &c.Legal }, "the id of the question that the page on the law answers first"),
	yamldoc.Key("tills", yamldoc.Optional, tills, func(c *Config) *[]Till { return &c.Tills }, "the groups of amounts on the home page"),
	yamldoc.Key("threads", yamldoc.Optional, threads, func(c *Config) *[]Thread { return &c.Threads }, "what later developments belong to, in reading order"),
	yamldoc.Key("base_url", yamldoc.Required, baseURL, func(c *Config) *Words { return &c.BaseURL }, "the address that the site is published at, such as https://example.org"),
	yamldoc.Key("languages", yamldoc.Optional, yamldoc.List(siteLanguage), func(c *Config) *[]string { return &c.Languages }, "the languages of the site: [en]"),
	yamldoc.Key("contact", yamldoc.Optional, mailAddress, func(c *Config) *Words { return &c.Contact }, "the mail address for corrections"),
	yamldoc.Key("license", yamldoc.Optional, text, func(c *Config) *Words { return &c.License }, "what readers may do with the texts"),
	yamldoc.Key("publisher", yamldoc.Optional, name, func(c *Config) *Words { return &c.Publisher }, "who publishes the site"),
	yamldoc.Key("bases", yamldoc.Optional, bases, func(c *Config) *citation.Bases { return &c.Bases }, "where citations lead, by their kind"),
	yamldoc.Key("regions", yamldoc.Optional, regions, func(c *Config) *Regions { return &c.Regions }, "its regions: us-states, none, or a list of its own with its words for them"),
	yamldoc.Key("checked", yamldoc.Optional, readers, func(c *Config) *int { return &c.Checked }, "how many people read each item against its source before it is published: 1 or 2"),
	yamldoc.Key("leave_out", yamldoc.Optional, yamldoc.List(yamldoc.Placed(yamldoc.Choice("part", Parts...))), func(c *Config) *[]Words { return &c.LeaveOut }, "parts that the site goes without"),
	yamldoc.Key("totals", yamldoc.Optional, yamldoc.List(askedTotal), func(c *Config) *[]AskedTotal { return &c.Totals }, "sums for the page of amounts"),
	yamldoc.Key("vocabularies", yamldoc.Optional, vocabularies, func(c *Config) *Config { return c }, "the words for flows and for kinds of organizations"),
}).Then(func(r *yamldoc.Reader, c *Config, _ yamldoc.Node) {
	lostRegions := r.Lost(ownRegions.What) || r.Lost(yamldoc.ListName)
	lost := r.Lost("the site")
	if lostRegions || lost && !c.Regions.IsGiven {
		c.Regions.Set = region.Unread
	}
	c.Unread = lost || lostRegions || r.Lost(vocabularies.What) || r.Lost(vocabularyName) || r.Lost(siteLanguage.What)
})

// readers are one or two.
var readers = yamldoc.Scalar("1 or 2", func(r *yamldoc.Reader, w Words) (int, bool) {
	if w.Text == "1" || w.Text == "2" {
		return int(w.Text[0] - '0'), true
	}
	if w.Text != "" {
		r.AddHint(diag.BadNumber, w.Place, `"`+w.Text+`" is not a number of people that can be asked for`, "write 1 or 2; without the key none is asked for")
	}
	return 0, false
}).UpTo(2)

var askedTotal = yamldoc.Object("a total", []yamldoc.Field[AskedTotal]{
	yamldoc.Key("title", yamldoc.Required, text, func(t *AskedTotal) *Words { return &t.Title }, "what the sum is called"),
	yamldoc.Key("facts", yamldoc.Required, yamldoc.List(ref), func(t *AskedTotal) *[]Ref { return &t.Facts }, "the ids of the facts to be added"),
})

var till = yamldoc.Object("a group of amounts", []yamldoc.Field[Till]{
	yamldoc.Key("title", yamldoc.Required, text, func(t *Till) *Words { return &t.Title }, "what the group is called"),
	yamldoc.Key("from", yamldoc.Optional, yamldoc.List(ref), func(t *Till) *[]Ref { return &t.From }, "the ids of those who pay; the last group may go without, and has all amounts that are left"),
	yamldoc.Key("facts", yamldoc.Optional, yamldoc.List(ref), func(t *Till) *[]Ref { return &t.Facts }, "the ids of amounts that belong here although their articles name no payer"),
})

var tills = yamldoc.List(till).Then(func(r *yamldoc.Reader, tills *[]Till, _ yamldoc.Node) {
	for i := range *tills {
		if t := &(*tills)[i]; t.IsRest() && i < len(*tills)-1 {
			r.AddHint(diag.MissingKey, t.Title.Place, `"`+t.Title.Text+`" is not the last group and says nothing of who pays`, `write "from:" and the ids of those who pay, or put the group last: all amounts that are left are in it`)
		}
	}
})

var vocabularies = yamldoc.Object("the vocabularies", []yamldoc.Field[Config]{
	yamldoc.Key("flows", yamldoc.Optional, vocabulary(flow), func(c *Config) *Vocabulary { return &c.Flows }, "kinds of amounts, each with what a reader sees and what it is"),
	yamldoc.Key("flow_words", yamldoc.Optional, flowWords, func(c *Config) *map[string][]string { return &c.FlowWords }, "words for kinds of payments, one of which a sentence or a quote has"),
	yamldoc.Key("organizations", yamldoc.Optional, vocabulary(labelled), func(c *Config) *Vocabulary { return &c.OrgKinds }, "kinds of organizations, each with what a reader sees"),
})

// bases are templates of addresses for kinds of citations.
var bases = yamldoc.Object("the citation bases", baseKeys())

func baseKeys() []yamldoc.Field[citation.Bases] {
	var keys []yamldoc.Field[citation.Bases]
	for _, kind := range citation.Kinds() {
		base := yamldoc.Custom(text.Form, func(r *yamldoc.Reader, b *citation.Bases, n yamldoc.Node) bool {
			var w Words
			text.Read(r, &w, n)
			if err := citation.CheckBase(kind, w.Text); err != nil {
				r.Add(diag.BadURL, w.Place, err.Error())
			}
			(*b)[kind] = w.Text
			return true
		})
		keys = append(keys, yamldoc.Key(kind.String(), yamldoc.Optional, base, func(b *citation.Bases) *citation.Bases { return b }, "the address of such a citation, with its parts in braces"))
	}
	return keys
}

// ParseConfig reads content/site.yaml. Like Parse it looks at no other file.
func ParseConfig(f source.File) (*Config, diag.List) {
	var diags diag.List
	c := &Config{Languages: []string{DefaultLanguage}, Flows: defaultFlows, OrgKinds: defaultOrgKinds, Regions: defaultRegions, Bases: citation.DefaultBases()}
	var text []byte
	isText := yamldoc.CheckBytes(f.Path, f.Data, &diags)
	if isText {
		text = yamldoc.FirstVersion(f.Path, f.Data, &diags)
	}
	isHalved := len(diags) > 0
	if !isText || !yamldoc.Read(f.Path, text, 0, config, c, nil, &diags) {
		c.Regions.Set = region.Unread
		c.Unread = true
	}
	c.Unread = c.Unread || isHalved
	if len(c.Languages) == 0 { // none is given, or none that could be read
		c.Languages = []string{DefaultLanguage}
	}
	return c, diags
}
