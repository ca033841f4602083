package content

import (
	"cmp"
	"slices"

	"gopkg.in/yaml.v3"

	"receipts/internal/citation"
	"receipts/internal/diag"
	"receipts/internal/source"
)

// A Config is what content/site.yaml says of the whole site.
type Config struct {
	Title     Words
	Tagline   Words
	Promise   Words  // what the site does for a reader, in two sentences
	Subject   Words  // what it is about: "US election of 5 November 2024"
	Headline  Words  // of the home page
	Summary   Inline // for the home page
	BaseURL   Words
	Languages []string
	Contact   Words
	License   Words
	Publisher Words
	Bases     citation.Bases
	Flows     Vocabulary
	OrgKinds  Vocabulary
	Totals    []AskedTotal // in the order of the file
	LeaveOut  []Words      // of [Parts]
	Place     diag.Place
}

// Parts are what a site may leave out: the folder of its pages, or of the files
// that belong to it.
var Parts = []string{"corrections", "coverage", "data", "disagreements", "facts", "glossary", "guide", "law", "previews", "search"}

// An AskedTotal is a sum that the editors want shown. Whether there is one is
// not for them to decide.
type AskedTotal struct {
	Title Words
	Facts []Ref
	Place diag.Place
}

// A Vocabulary is a list of words an author may use, with what the reader sees.
type Vocabulary []Word

// A Word is an id and its label.
type Word struct{ ID, Label string }

// Label returns the label of id, and whether id is a word of v.
func (v Vocabulary) Label(id string) (string, bool) {
	i, ok := slices.BinarySearchFunc(v, id, func(w Word, id string) int { return cmp.Compare(w.ID, id) })
	if !ok {
		return "", false
	}
	return v[i].Label, true
}

// IDs returns the words of v, sorted.
func (v Vocabulary) IDs() []string {
	out := make([]string, len(v))
	for i, w := range v {
		out[i] = w.ID
	}
	return out
}

var siteKeys = []key[Config]{
	{"title", required, func(r *reader, c *Config, n *yaml.Node) { c.Title = r.words(n) }},
	{"tagline", false, func(r *reader, c *Config, n *yaml.Node) { c.Tagline = r.words(n) }},
	{"promise", false, func(r *reader, c *Config, n *yaml.Node) { c.Promise = r.words(n) }},
	{"subject", false, func(r *reader, c *Config, n *yaml.Node) { c.Subject = r.words(n) }},
	{"headline", false, func(r *reader, c *Config, n *yaml.Node) { c.Headline = r.words(n) }},
	{"summary", false, func(r *reader, c *Config, n *yaml.Node) { c.Summary = r.inline(n) }},
	{"base_url", required, func(r *reader, c *Config, n *yaml.Node) { c.BaseURL = r.baseURL(n) }},
	{"languages", false, func(r *reader, c *Config, n *yaml.Node) {
		c.Languages = nil
		r.list(n, func(item *yaml.Node) {
			l := r.language(item)
			if l != "" && l != SiteLanguage {
				r.diags.AddHint(diag.NoTranslations, r.place(item), `the site cannot be built in "`+l+`" yet`, `write "languages: [en]"`)
			}
			c.Languages = append(c.Languages, l)
		})
	}},
	{"contact", false, func(r *reader, c *Config, n *yaml.Node) { c.Contact = r.mailAddress(n) }},
	{"license", false, func(r *reader, c *Config, n *yaml.Node) { c.License = r.words(n) }},
	{"publisher", false, func(r *reader, c *Config, n *yaml.Node) { c.Publisher = r.words(n) }},
	{"bases", false, func(r *reader, c *Config, n *yaml.Node) { r.bases(n, c) }},
	{"leave_out", false, func(r *reader, c *Config, n *yaml.Node) {
		r.list(n, func(item *yaml.Node) {
			if r.choice(item, "part", Parts) != "" {
				c.LeaveOut = append(c.LeaveOut, r.words(item))
			}
		})
	}},
	{"totals", false, func(r *reader, c *Config, n *yaml.Node) { c.Totals = itemsOf(r, n, (*reader).askedTotal) }},
	{"vocabularies", false, func(r *reader, c *Config, n *yaml.Node) {
		object(r, n, "the vocabularies", c, []key[Config]{
			{"flows", false, func(r *reader, c *Config, n *yaml.Node) { c.Flows = r.vocabulary(n) }},
			{"organizations", false, func(r *reader, c *Config, n *yaml.Node) { c.OrgKinds = r.vocabulary(n) }},
		})
	}},
}

// ParseConfig reads content/site.yaml. Like Parse it looks at no other file.
func ParseConfig(f source.File) (*Config, diag.List) {
	var diags diag.List
	c := &Config{Place: diag.Place{File: f.Path}, Languages: []string{SiteLanguage}, Flows: defaultFlows, OrgKinds: defaultOrgKinds, Bases: citation.DefaultBases()}
	if !checkBytes(f, &diags) {
		return c, diags
	}
	r := newReader(f.Path, f.Data, matter{0, len(f.Data)}, &diags)
	root, ok := r.root()
	if !ok {
		return c, diags
	}
	object(r, root, "the site", c, siteKeys)
	return c, diags
}

var totalKeys = []key[AskedTotal]{
	{"title", required, func(r *reader, t *AskedTotal, n *yaml.Node) { t.Title = r.words(n) }},
	{"facts", required, func(r *reader, t *AskedTotal, n *yaml.Node) { t.Facts = r.refs(n) }},
}

// askedTotal reads the title of a sum and the facts that it is of.
func (r *reader) askedTotal(t *AskedTotal, n *yaml.Node) {
	t.Place = r.place(n)
	object(r, n, "a total", t, totalKeys)
}

// bases reads templates of addresses for kinds of citations.
func (r *reader) bases(n *yaml.Node, c *Config) {
	var keys []key[Config]
	for _, kind := range citation.Kinds() {
		keys = append(keys, key[Config]{kind.String(), false, func(r *reader, c *Config, n *yaml.Node) {
			w := r.words(n)
			if err := citation.CheckBase(kind, w.Text); err != nil {
				r.diags.Add(diag.BadURL, w.Place, err.Error())
			}
			c.Bases[kind] = w.Text
		}})
	}
	object(r, n, "the citation bases", c, keys)
}

// vocabulary reads words with their labels.
func (r *reader) vocabulary(n *yaml.Node) Vocabulary {
	if isBlank(n) {
		return nil
	}
	if n.Kind != yaml.MappingNode {
		r.wrongType(n, "a vocabulary is written as words with what a reader sees")
		return nil
	}
	var v Vocabulary
	var seen keySet
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i]
		switch {
		case !IsID(name.Value):
			r.diags.AddHint(diag.UnknownWord, r.place(name), `"`+name.Value+`" cannot be a word of a vocabulary`, "use lower-case letters, digits and single hyphens")
		case !r.isTwice(&seen, name):
			v = append(v, Word{name.Value, r.words(r.orBlank(name, n.Content[i+1])).Text})
		}
	}
	slices.SortFunc(v, func(a, b Word) int { return cmp.Compare(a.ID, b.ID) })
	return v
}

// The vocabularies of a site whose site.yaml gives none, sorted by id.
var (
	defaultFlows = Vocabulary{
		{"ad-spending", "advertising spending"},
		{"ads-sold", "advertising sold"},
		{"contribution", "contribution reported"},
		{"fine", "fine reported paid"},
		{"general", "general statement"},
		{"outlet-computation", "the outlet’s computation"},
		{"payment", "payment reported"},
		{"payment-promised", "payment promised"},
		{"prize", "prize promised"},
		{"wages", "wages"},
	}
	defaultOrgKinds = Vocabulary{
		{"account", "account"},
		{"agency", "agency"},
		{"body", "body"},
		{"campaign", "campaign"},
		{"committee", "committee"},
		{"company", "company"},
		{"court", "court"},
		{"fund", "fund, as described"},
		{"government", "government"},
		{"group", "group, as described"},
		{"non-profit", "non-profit"},
		{"outlet", "news outlet"},
		{"platform", "platform"},
	}
)
