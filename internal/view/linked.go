package view

import (
	"cmp"
	"encoding/json"
	"strings"
)

// What a page says for machines is JSON-LD in the words of schema.org: a page, what it is
// mainly about, and where it stands on the site. It says no more than the page shows. What
// articles report is a Claim, with the article that it appears in; there is no
// ClaimReview, since the site gives no verdicts (docs/decisions: json-ld).
//
// A thing has one id on the whole site, its address and "#this", and is described on the
// page of that address. Others name it with its id, its type and what it is called.

// A Thing is something that machines are told of, with those of its properties that the
// site knows, by the names of schema.org. One with nothing but an id, a type and a name
// is described elsewhere.
type Thing struct {
	Context string `json:"@context,omitempty"`
	Type    string `json:"@type,omitempty"`
	ID      string `json:"@id,omitempty"`
	Kind    string `json:"additionalType,omitempty"` // in a word of ours, where schema.org has no type for it

	Name          string   `json:"name,omitempty"`
	Headline      string   `json:"headline,omitempty"`
	AlternateName []string `json:"alternateName,omitempty"`
	Description   string   `json:"description,omitempty"`
	Text          string   `json:"text,omitempty"`
	URL           string   `json:"url,omitempty"`
	SameAs        string   `json:"sameAs,omitempty"`
	Identifier    *Thing   `json:"identifier,omitempty"`
	InLanguage    string   `json:"inLanguage,omitempty"`
	DateCreated   string   `json:"dateCreated,omitempty"`
	DatePublished string   `json:"datePublished,omitempty"`
	DateModified  string   `json:"dateModified,omitempty"`
	LastReviewed  string   `json:"lastReviewed,omitempty"`
	Author        *Thing   `json:"author,omitempty"`
	Publisher     *Thing   `json:"publisher,omitempty"`
	IsBasedOn     []*Thing `json:"isBasedOn,omitempty"`
	Appearance    *Thing   `json:"appearance,omitempty"`
	Citation      []*Thing `json:"citation,omitempty"`
	Correction    []*Thing `json:"correction,omitempty"`
	About         []*Thing `json:"about,omitempty"`
	SpatialCov    []*Thing `json:"spatialCoverage,omitempty"`
	IsPartOf      *Thing   `json:"isPartOf,omitempty"`
	HasPart       []*Thing `json:"hasPart,omitempty"`
	MainEntity    *Thing   `json:"mainEntity,omitempty"`
	ArchivedAt    string   `json:"archivedAt,omitempty"`
	CreditText    string   `json:"creditText,omitempty"`

	// Of amounts, dates and places.
	Currency   string      `json:"currency,omitempty"`
	Value      any         `json:"value,omitempty"` // a json.Number, a text or a *Thing
	MinValue   json.Number `json:"minValue,omitempty"`
	MaxValue   json.Number `json:"maxValue,omitempty"`
	UnitText   string      `json:"unitText,omitempty"`
	PropertyID string      `json:"propertyID,omitempty"`
	StartDate  string      `json:"startDate,omitempty"`
	EndDate    string      `json:"endDate,omitempty"`

	// Of laws, data and the glossary.
	LegislationID string   `json:"legislationIdentifier,omitempty"`
	Legislation   string   `json:"legislationType,omitempty"`
	Jurisdiction  string   `json:"legislationJurisdiction,omitempty"`
	Version       string   `json:"version,omitempty"`
	License       string   `json:"license,omitempty"`
	Distribution  []*Thing `json:"distribution,omitempty"`
	ContentURL    string   `json:"contentUrl,omitempty"`
	Format        string   `json:"encodingFormat,omitempty"`
	DefinedTerms  []*Thing `json:"hasDefinedTerm,omitempty"`

	// Of the site and its pages.
	Email             string   `json:"email,omitempty"`
	CorrectionsPolicy string   `json:"correctionsPolicy,omitempty"`
	PotentialAction   *Thing   `json:"potentialAction,omitempty"`
	Target            *Thing   `json:"target,omitempty"`
	URLTemplate       string   `json:"urlTemplate,omitempty"`
	QueryInput        string   `json:"query-input,omitempty"` // schema.org/docs/actions.html
	Breadcrumb        *Thing   `json:"breadcrumb,omitempty"`
	Items             []*Thing `json:"itemListElement,omitempty"`
	Position          int      `json:"position,omitempty"`
	Item              *Thing   `json:"item,omitempty"`
}

// pageTypes are the types of pages that are more than a WebPage, by class.
var pageTypes = map[string]string{
	"articles": "CollectionPage", "amounts": "CollectionPage", "facts": "CollectionPage", "timeline": "CollectionPage",
	"states": "CollectionPage", "legal": "CollectionPage", "later": "CollectionPage", "topics": "CollectionPage",
	"topic": "CollectionPage", "authorities": "CollectionPage", "entities": "CollectionPage", "disagreements": "CollectionPage",
	"corrections": "CollectionPage", "guide": "CollectionPage", "errors": "CollectionPage", "search": "SearchResultsPage",
}

// Linked is what machines are told of the page.
func (b *Base) Linked() *Thing {
	t := &Thing{
		Context: "https://schema.org", Type: cmp.Or(pageTypes[b.Class], "WebPage"), ID: b.url, Name: b.Title,
		InLanguage: cmp.Or(b.textLang, b.Lang), DateModified: b.updated, IsPartOf: &Thing{Type: "WebSite", ID: b.Site.ID, Name: b.Site.Title},
	}
	if len(b.Crumbs) > 0 {
		t.Breadcrumb = &Thing{Type: "BreadcrumbList"}
		for i, c := range b.Crumbs {
			item := &Thing{Type: "ListItem", Position: i + 1, Name: c.Label}
			if c.Href != "" {
				item.Item = &Thing{ID: b.Site.Origin + c.Href}
			}
			t.Breadcrumb.Items = append(t.Breadcrumb.Items, item)
		}
	}
	if b.tell != nil {
		b.tell(t)
	}
	if t.MainEntity == nil {
		t.Description = b.Description
	}
	return t
}

// isMainly has a page tell of one thing.
func (b *Base) isMainly(thing func() *Thing) {
	b.tell = func(page *Thing) {
		t := thing()
		if t.Text == "" {
			t.Description = cmp.Or(t.Description, b.Description)
		}
		page.MainEntity = t
	}
}

// thingID is the id of what the page at a path is about. What is a part of its page has
// the address of that part.
func (l links) thingID(path string) string {
	if strings.Contains(path, "#") {
		return l.site.URL(path)
	}
	return l.site.URL(path) + "#this"
}

// Of long lists, machines are told the first few: the tables of the data have all.
const (
	mostClaims  = 8
	mostRelated = 12
)

// things are related to one, each once.
type things []*Thing

func (ts *things) add(t *Thing) {
	for _, other := range *ts {
		if other.ID == t.ID {
			return
		}
	}
	if len(*ts) < mostRelated {
		*ts = append(*ts, t)
	}
}
