// Package view makes the data that a site's pages show. What goes in is a Site with
// its proof; what comes out is one struct for each page: words, addresses, numbers
// and the HTML of what authors wrote. It executes no layout and writes no bytes:
// package render does.
//
// [Views.Pages] lists all pages. A kind of page has a file with its struct and
// the function that fills it; what several kinds show (a receipt, a quote, a
// total) has a file of its own.
package view

import (
	"sync"

	"receipts/internal/card"
	"receipts/internal/changes"
	"receipts/internal/checked"
	"receipts/internal/locale"
	"receipts/internal/proof"
	"receipts/internal/site"
)

// Input is what views are made of.
type Input struct {
	Proof   *proof.Proof                             // of the Site
	Reviews *checked.Reviews                         // nil if the site does not ask for any
	Locale  *locale.Locale                           // of its language
	Stamp   string                                   // shown at the foot of every page; may be empty
	Sites   []*site.Site                             // of all editions; the first is compared with an earlier one
	Earlier Earlier                                  // shown on the page of corrections; may be empty
	Staging bool                                     // the site is looked at before it is published
	Asset   func(name string) (path string, ok bool) // where a static file is published
	Has     func(path string) bool                   // whether a file is published at an address; asked when a page is made
}

// An Earlier is a site as it was before, and what readers call it, if anything.
type Earlier struct {
	Name  string
	Sites []*site.Site // in all of its languages, the first one first
}

// Views makes the views of one site in one language. It may be used by several
// goroutines at once.
type Views struct {
	items
	proof   *proof.Proof
	sites   []*site.Site // of all editions
	reviews *checked.Reviews
	earlier Earlier
	staging bool
	asset   func(name string) (path string, ok bool)
	has     func(path string) bool

	// What many pages show, made once.
	foot  *Foot
	cited HowToCite // without what tells one page from another
	grid  grid

	hasCards     bool
	previewFiles int // in how many files previews are

	// Made by the first call.
	ledger     func() ledger
	tallyOfAll func() string           // of all facts
	changes    func() []changes.Change // since the earlier edition
	siteCard   func() card.Card
	tables     func() []Table
	records    func() []records
}

// New returns the views of a site.
func New(in Input) *Views {
	v := &Views{
		items:   items{words{in.Locale, in.Proof.Site.Config}, links{site: in.Proof.Site}},
		proof:   in.Proof,
		reviews: in.Reviews,
		sites:   in.Sites, earlier: in.Earlier, staging: in.Staging, asset: in.Asset, has: in.Has,
	}
	v.names = v.namesakes()
	v.grid = grid{v.items, manyFacts(in.Proof.Site.States)}
	read := lastRead(in.Proof.Site.Articles)
	v.foot, v.cited = v.makeFoot(read), v.makeCited(read)
	v.foot.Stamp = in.Stamp
	v.changes = sync.OnceValue(v.makeChanges)
	v.ledger, v.siteCard = sync.OnceValue(v.makeLedger), sync.OnceValue(v.makeSiteCard)
	v.tables, v.records = sync.OnceValue(v.makeTables), sync.OnceValue(v.makeRecords)
	v.hasCards = v.site.Has("cards") && LackedOnCards(v.Locale) == "" && card.Missing(v.config.Title.Text) == ""
	v.previewFiles = previewFiles(in.Proof.Site)
	v.tallyOfAll = sync.OnceValue(func() string { return v.tally(v.site.Facts) })
	return v
}

// Data is the data of a page's layout. Every one embeds [Base].
type Data interface{ InFrame() *Base }

// ByLayout is the data of each layout, empty: one struct for each kind of page. A
// test checks every layout against its struct.
var ByLayout = map[string]Data{
	"home.html":          &HomePage{},
	"articles.html":      &ArticlesPage{},
	"article.html":       &ArticlePage{},
	"amounts.html":       &AmountsPage{},
	"facts.html":         &FactsPage{},
	"fact.html":          &FactPage{},
	"timeline.html":      &TimelinePage{},
	"states.html":        &StatesPage{},
	"state.html":         &StatePage{},
	"questions.html":     &QuestionsPage{},
	"question.html":      &QuestionPage{},
	"later.html":         &LaterPage{},
	"money.html":         &MoneyPage{},
	"topics.html":        &TopicsPage{},
	"topic.html":         &TopicPage{},
	"authorities.html":   &AuthoritiesPage{},
	"authority.html":     &AuthorityPage{},
	"entities.html":      &EntitiesPage{},
	"entity.html":        &EntityPage{},
	"glossary.html":      &GlossaryPage{},
	"disagreements.html": &DisagreementsPage{},
	"coverage.html":      &CoveragePage{},
	"corrections.html":   &CorrectionsPage{},
	"changes.html":       &ChangesPage{},
	"guide.html":         &GuidePage{},
	"errors.html":        &ErrorsPage{},
	"error-group.html":   &ErrorGroupPage{},
	"prose.html":         &TextPage{},
	"data.html":          &DataPage{},
	"search.html":        &SearchPage{},
	"404.html":           &NotFoundPage{},
}

// Base is what every page has.
type Base struct {
	Lang         string
	Dir          string // in which it is written: "ltr" or "rtl"
	Title        string // of the page
	TitleLang    string // its language, if that is another
	Description  string
	Canonical    string
	Class        string // of the body: the kind of page
	Site         SiteView
	Nav          []NavItem
	Crumbs       []Link // the last is the page itself, without an address
	HasCode      bool
	Feed         *Link  // of what the page is about; nil if it has none
	Record       string // where its data is; empty if it has none
	Draft        bool   // not to be published yet, nor to be found
	NoIndex      bool   // not to be found, as of a site that is only looked at
	Explains     bool   // whether explainer.css is shown as it is
	Languages    []LanguageLink
	Untranslated string     // that the page is in another language; empty if it is not
	Front        *FrontMast // on the home page only
	Previews     Previews
	Pager        *Pager    // nil if the page is whole
	Card         *CardView // nil if the site goes without

	textLang string            // the language of what it is about, if that is another
	url      string            // its own, which is canonical unless another page is its original
	updated  string            // the last day on which what it says changed; empty if not known
	tell     func(page *Thing) // what it tells machines besides; see [Base.Linked]
}

// Previews tell the script where the previews of links are.
type Previews struct {
	Folder string
	Files  int
}

// FrontMast is what the masthead of the home page says besides the title.
type FrontMast struct {
	Subject Link   // what the site is about
	Counts  string // "2 articles read · 6 figures · 7 states"
	Promise Link
}

// InFrame is what base.html shows around the page.
func (b *Base) InFrame() *Base { return b }

// SiteView is what every page says of the site.
type SiteView struct {
	Title, Tagline, Home, Feed string
	ID                         string // of the site, for machines
	Origin                     string // of its addresses: "https://example.org"
	Search, OpenSearch         string // empty if the site leaves them out
}
