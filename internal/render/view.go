package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/locale"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// A view is the data of a page's layout. Every one embeds [Base].
type view interface{ frame() *Base }

// views are the data of the layouts: one struct for each kind of page. A test
// holds every layout to its struct.
var views = map[string]view{
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
	"authorities.html":   &AuthoritiesPage{},
	"authority.html":     &AuthorityPage{},
	"entities.html":      &EntitiesPage{},
	"entity.html":        &EntityPage{},
	"glossary.html":      &GlossaryPage{},
	"disagreements.html": &DisagreementsPage{},
	"coverage.html":      &CoveragePage{},
	"corrections.html":   &CorrectionsPage{},
	"guide.html":         &GuidePage{},
	"errors.html":        &ErrorsPage{},
	"error-group.html":   &ErrorGroupPage{},
	"prose.html":         &ProsePage{},
	"data.html":          &DataPage{},
	"search.html":        &SearchPage{},
	"404.html":           &NotFoundPage{},
}

// Base is what every page has.
type Base struct {
	Lang        string
	Title       string // of the page
	Description string
	Canonical   string
	Class       string // of the body: the kind of page
	Site        SiteView
	Nav         []NavItem
	Crumbs      []Link // the last is the page itself, without an address
	HasCode     bool
	Front       *FrontMast // on the home page only
	Previews    Previews
	Pager       *Pager // nil if the page is whole
	Foot        *Foot
}

// Previews tell the script where the previews of links are.
type Previews struct {
	Folder string
	Files  int
}

// FrontMast is what the masthead of the home page says besides the title.
type FrontMast struct {
	Subject string // what the site is about
	Counts  string // "2 articles read · 9 amounts · 7 states"
	Promise string
}

func (b *Base) frame() *Base { return b }

// SiteView is what every page says of the site.
type SiteView struct {
	Title, Tagline, Home, Feed string
	Search                     string // empty if the site leaves it out
}

// Foot is the foot of every page.
type Foot struct {
	SiteView
	Promise                 string
	Contact, License, About string
	Read                    string // when the sources were last read
	Sections                []Link // all lists and pages
}

// A NavItem is a link of the head of the page.
type NavItem struct {
	Link
	Current bool
}

// A Link is an address and its words. Without an address it is just words.
type Link struct{ Href, Label string }

// Quote is a quote with its translation and its place.
type Quote struct {
	Lang        string
	Text        string
	Before      string // of Text, what stands before its carrier
	Marked      string // the part that says the figure or the date; empty if no one place does
	After       string
	Translation string
	Where       string // "paragraph 7 of 18"
	At          string // "P7"
}

// A Party is who pays, is paid or speaks.
type Party struct {
	Link
	Words template.HTML // instead of the link
}

// Receipt is one report of a fact, with its evidence.
type Receipt struct {
	ID       string // of the fact
	Anchor   string
	Here     string // its anchor on its article's page, if the fact has no page
	Title    string // of the fact
	FactHref string
	Article  Link   // "BFM Tech&Co"
	Date     string // of the article
	OnFact   bool   // whether it stands on the fact's own page
	Amount   *locale.Quantity
	When     *When
	Says     template.HTML
	Flow     *Flow
	Quotes   []Quote
	Lines    []Line
	Flag     template.HTML // why a date is a probable slip
	Differ   string        // how accounts of the fact differ, in a few words; empty if they do not
	Points   string        // "Sources disagree on 5 points"; empty if they do not
	Nature   string
	Where    string // of the first quote
	Gauge    *Gauge // nil if it cannot be drawn
	CSV      string // where the table with its row is; empty if there is none
	Shown    bool   // whether its slip stands on the page already
}

// When is a date as a reader sees it.
type When struct {
	ISO     string // for <time>, empty if it cannot be said so
	Text    string
	Known   template.HTML // how it is known
	AsWords bool          // our translation of the source's words, since it gives no date
}

// Flow is who pays whom.
type Flow struct {
	Label        string
	From, To     []Party
	FromAs, ToAs template.HTML
}

// A Line is a label and its value: words, a chain of who says it, or how a
// date is known.
type Line struct {
	Label   string
	Text    string
	Parties []Party
	Known   template.HTML
	Brief   bool // whether a compact receipt has it: who says it, and the period
}

// OutsideView is a note or a later development with its source.
type OutsideView struct {
	Date      string
	ISO       string
	Says      template.HTML
	URL       string
	Publisher string
	Mark      string // empty if verified
	Read      string
}

// Stamp is the status of a legal question.
type Stamp struct {
	Icon  string // which of the shapes of stamp.html
	Label string
}

// stampIcons are the shapes of the statuses. A shape never stands alone: the
// words beside it say what it means.
var stampIcons = map[string]string{
	"question-raised":      "raised",
	"not-raised-by-source": "not-raised",
	"background-law":       "background",
	"alleged":              "alleged",
	"argued-by-party":      "alleged",
	"charges-denied":       "alleged",
	"pending":              "pending",
	"warning-issued":       "alleged",
	"injunction-denied":    "refused",
	"review-denied":        "refused",
	"sanction-paid":        "paid",
	"affirmed":             "decided",
	"decided":              "decided",
	"dismissed":            "decided",
	"closed-no-action":     "decided",
}

func (r *renderer) stamp(status string) Stamp {
	return Stamp{stampIcons[status], r.t("status." + status)}
}

// base fills what every page has. section is the address of the list that the
// page belongs to; crumbs stand between home and the page.
func (r *renderer) base(path, class, title, description string, crumbs ...Link) Base {
	cfg := r.site.Config
	b := Base{
		Lang: r.words.Tag(), Title: title, Description: description, Canonical: r.site.URL(path), Class: class,
		Site: r.siteView(), Foot: r.foot(),
	}
	if r.site.Has("previews") {
		b.Previews = Previews{r.site.Href("/previews/"), r.previewFiles()}
	}
	section := path
	if len(crumbs) > 0 {
		section = crumbs[0].Href
	}
	for _, item := range []struct{ path, key string }{
		{"/articles/", "nav.articles"},
		{"/amounts/", "nav.amounts"},
		{"/states/", "nav.states"},
		{"/legal/", "nav.legal"},
		{"/timeline/", "nav.timeline"},
		{"/disagreements/", "nav.disagreements"},
		{"/search/", "nav.search"},
	} {
		if r.part(item.path) != "" {
			b.Nav = append(b.Nav, NavItem{r.link(item.path, r.t(item.key)), section == item.path})
		}
	}
	if path != "/" {
		b.Crumbs = append(b.Crumbs, r.link("/", cfg.Title.Text))
		for _, c := range crumbs {
			b.Crumbs = append(b.Crumbs, r.link(c.Href, c.Label))
		}
		b.Crumbs = append(b.Crumbs, Link{Label: title})
	}
	return b
}

func (r *renderer) siteView() SiteView {
	cfg := r.site.Config
	return SiteView{Title: cfg.Title.Text, Tagline: cfg.Tagline.Text, Home: r.site.Href("/"), Feed: r.site.Href("/feed.xml"), Search: r.part("/search/")}
}

// part is the address of a list or a file, or nothing if the site leaves it out.
func (r *renderer) part(path string) string {
	if r.site.LeavesOut(path) {
		return ""
	}
	return r.site.Href(path)
}

// allSections are the lists and the pages of the site.
func (r *renderer) allSections() []Link {
	var out []Link
	for _, s := range sections {
		if r.part(s.path) != "" {
			out = append(out, r.link(s.path, r.t(s.key)))
		}
	}
	for _, p := range r.site.Pages {
		if !isListed(p.Path) {
			out = append(out, r.link(p.Path, p.Title))
		}
	}
	return out
}

// makeFoot makes the foot of every page; it is the same on all of them.
func (r *renderer) makeFoot() *Foot {
	cfg := r.site.Config
	f := &Foot{SiteView: r.siteView(), Promise: cmp.Or(cfg.Promise.Text, cfg.Tagline.Text), Contact: cfg.Contact.Text, License: cfg.License.Text, Sections: r.allSections()}
	if read := r.lastRead(); read.IsSet() {
		f.Read = r.words.Date(read.Date)
	}
	for _, p := range r.site.Pages {
		if p.Path == "/about/" {
			f.About = r.site.Href(p.Path)
		}
	}
	return f
}

// findLastRead finds the last day on which we read a source.
func (r *renderer) findLastRead() content.Date {
	var last content.Date
	for _, a := range r.site.Articles {
		if read := a.Front.Source.Read; read.IsSet() && (!last.IsSet() || read.Compare(last.Date) > 0) {
			last = read
		}
	}
	return last
}

// sections are the lists of the site, for the foot of every page.
var sections = []struct{ path, key string }{
	{"/articles/", "nav.articles"},
	{"/amounts/", "nav.amounts"},
	{"/facts/", "nav.facts"},
	{"/timeline/", "nav.timeline"},
	{"/states/", "nav.states"},
	{"/legal/", "nav.legal"},
	{"/law/", "nav.law"},
	{"/people/", "nav.people"},
	{"/organizations/", "nav.organizations"},
	{"/disagreements/", "nav.disagreements"},
	{"/coverage/", "nav.coverage"},
	{"/glossary/", "nav.glossary"},
	{"/search/", "nav.search"},
	{"/data/", "nav.data"},
	{"/corrections/", "nav.corrections"},
	{"/guide/", "nav.guide"},
}

func isListed(path string) bool {
	return slices.ContainsFunc(sections, func(s struct{ path, key string }) bool { return s.path == path })
}

func (r *renderer) link(path, label string) Link { return Link{r.site.Href(path), label} }

// crumb is a list of the site, for breadcrumbs; its address gets the base path
// where it is used.
func (r *renderer) crumb(path string) Link {
	for _, s := range sections {
		if s.path == path {
			return Link{path, r.t(s.key)}
		}
	}
	return Link{Href: path}
}

// html renders an inline text on the page of n.
func (r *renderer) html(i content.Inline, on *page) template.HTML {
	if i.Doc == nil {
		return ""
	}
	return i.Doc.HTML(on)
}

// BodyPart is a stretch of a body, and the receipts that it places after it.
type BodyPart struct {
	HTML     template.HTML
	Receipts []Receipt
}

// body is a body on this page. A receipt that it places is the report of the
// page's article; on other pages, all reports of the fact.
func (p *page) body(pieces []markdown.Piece) []BodyPart {
	var out []BodyPart
	for _, piece := range pieces {
		part := BodyPart{HTML: piece.HTML}
		if t, _ := p.site.Resolve(piece.Receipt, ""); t.Fact != nil {
			for _, rep := range t.Fact.Reports {
				if p.article == nil || p.article == rep.Article {
					part.Receipts = append(part.Receipts, p.receipt(rep, &page{renderer: p.renderer, path: p.path, article: rep.Article}))
				}
			}
		}
		out = append(out, part)
	}
	return out
}

// plain is the words of an inline text.
func (r *renderer) plain(i content.Inline) string {
	if i.Doc == nil {
		return ""
	}
	return i.Doc.PlainText(&page{renderer: r})
}

// maxDescription is how long a page's description may be, in characters; what
// search engines show is shorter.
const maxDescription = 300

// describe makes a description of a text.
func describe(s string) string { return shorten(s, maxDescription) }

// shorten cuts a text at a word, after so many characters at most.
func shorten(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := string(runes[:most])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.–—") + "…"
}

// label is how a node is named in a list of different things.
func (r *renderer) label(n *site.Node) string {
	switch {
	case n.Kind == site.ArticleNode:
		if a := n.Article(); a != nil {
			return r.byline(a)
		}
	case n.Kind == site.QuestionNode:
		return r.short(n)
	}
	return n.Title
}

func (r *renderer) short(n *site.Node) string {
	if q, ok := n.Page.Front.(*content.Question); ok && q.Short.Text != "" {
		return q.Short.Text
	}
	return n.Title
}

// outlet is the name of an article's outlet.
func (r *renderer) outlet(a *site.Article) string {
	if a.Outlet == nil {
		return a.Title
	}
	return a.Outlet.Title
}

// byline names an article by outlet and date: "BFM Tech&Co, 21 Oct 2024".
func (r *renderer) byline(a *site.Article) string {
	return r.outlet(a) + ", " + r.words.ShortDate(a.Front.Source.Published.Date)
}

func (r *renderer) outsides(list []content.Outside, on *page) []OutsideView {
	var out []OutsideView
	for _, o := range list {
		says := r.html(o.Says, on)
		v := OutsideView{Says: says, URL: o.URL.Text, Publisher: o.Publisher.Text}
		if o.Date.IsSet() {
			v.Date, v.ISO = r.words.Date(o.Date.Date), iso(o.Date)
		}
		if o.Read.IsSet() {
			v.Read = r.words.Date(o.Read.Date)
		}
		if o.Mark != content.Verified {
			v.Mark = r.t("mark." + string(o.Mark))
		}
		out = append(out, v)
	}
	return out
}

// iso is a date for <time datetime>, or "" if HTML has no form for it.
func iso(d content.Date) string {
	if !d.IsSet() || d.IsInterval() || d.Approximate() || d.Uncertain() {
		return ""
	}
	return d.String()
}

// page is one page while it is rendered. It tells package markdown where
// references lead, as seen from there.
type page struct {
	*renderer
	path    string        // of the page
	article *site.Article // the article, on an article's page
	bars    drawnBars     // see [page.gauge]
}

var _ markdown.Resolver = (*page)(nil)
