// Package site assembles all pages into one [Site]: every id and where it
// leads, facts with their reports, backlinks, disagreements, authorities. It
// checks what only the whole can tell.
//
// What goes in is the pages of package content; what comes out is a Site that
// never changes, and the mistakes. The package reads no file, writes no HTML
// and knows no clock.
package site

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"sync"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/total"
	"receipts/internal/usstate"
	"receipts/internal/verbatim"
)

// Input is what a site is made of.
type Input struct {
	Config *content.Config
	Pages  []*content.Page // in any order
	Static []string        // names of static files, for images and links to them
	Lock   *verbatim.Lock  // what is known of the quotes; may be nil
	Drafts bool            // whether drafts take part
	Lint   bool            // whether to say what could be better

	// Memory is what the build before has left, and is given what this one
	// leaves; nil if there was none and will be none.
	Memory *Memory

	// Each calls f for 0 to n-1, several at once, and returns when all are done.
	// Without it they come one after the other, with the same result.
	Each func(n int, f func(i int))
}

// A Site is everything that is known, ready to be written. It is never changed.
type Site struct {
	Config  *content.Config
	BaseURL string // without a slash at the end
	Base    string // path of BaseURL, "" or "/receipts"

	Articles      []*Article // newest first
	Facts         []*Fact    // by id
	People        []*Entity  // by title
	Organizations []*Entity  // by title
	Questions     []*Question
	Authorities   []*Authority // by citation's slug
	States        []*State     // all, by name
	Terms         []*Term      // by title
	Pages         []*Prose     // by id
	Guide         []*Prose     // in order
	Disagreements []*Disagreement
	Corrections   []*Correction // newest first
	Totals        []*AskedTotal // in the order of content/site.yaml

	articlesByID []*Article
	lock         *verbatim.Lock
	book         func() *total.Book
	sum          func() total.Total // of all money
	flowSums     map[string]func() total.Total
	nodes        map[string]*Node // by id
	byCode       map[string]*State
	static       map[string]bool
}

// ArticlesByID lists the articles in the order of their files.
func (s *Site) ArticlesByID() []*Article { return s.articlesByID }

// A Node is anything that has an id and an address.
type Node struct {
	ID    string
	Kind  Kind
	Title string
	Path  string        // "/facts/daily-award/", below Base
	Page  *content.Page // nil if no file stands behind it

	found    []Mention // by relation
	settled  sync.Once
	mentions []Mention // see [Node.Mentions]

	fact    *Fact    // the fact, of a node that is one
	article *Article // the article, of a node that is one
}

// Article is the article that n is; nil if it is something else.
func (n *Node) Article() *Article { return n.article }

// A Kind says what a node is.
type Kind string

// The kinds of nodes.
const (
	ArticleNode      Kind = "article"
	FactNode         Kind = "fact"
	PersonNode       Kind = "person"
	OrganizationNode Kind = "organization"
	QuestionNode     Kind = "question"
	AuthorityNode    Kind = "authority"
	StateNode        Kind = "state"
	TermNode         Kind = "term"
	PageNode         Kind = "page"
	GuideNode        Kind = "guide"
)

// withArticle is k as a sentence says it: "an article".
func (k Kind) withArticle() string {
	switch k {
	case ArticleNode, OrganizationNode, AuthorityNode:
		return "an " + string(k)
	case QuestionNode:
		return "a legal question"
	case TermNode:
		return "a term of the glossary"
	case GuideNode:
		return "a chapter of the guide"
	}
	return "a " + string(k)
}

// An Article is our summary of one source text.
type Article struct {
	Node
	Front   *content.Article
	Outlet  *Entity // nil if the content is wrong
	Author  *Entity // nil if not known or without a page
	Reports []*Report
	Legal   []*Asked
	Said    []*Said // of states, by their names

	refs []*Node // what its texts refer to, in order; nil for what does not exist
}

// An Entity is a person or an organization.
type Entity struct {
	Node
	Front    *content.Entity
	Paid     []*Report // amounts it pays, oldest report first
	Received []*Report
	Said     []*Report
	Articles []*Article // that it published or wrote
}

// A State is one of the 50 states or DC.
type State struct {
	Node
	usstate.State
	Front *content.State // nil without prose of ours
	Said  []*Said        // what articles say of this state
	Facts []*Fact
}

// Said is what one article says of one state.
type Said struct {
	Article *Article
	Of      *State
	By      []Party
	*content.StateReport
}

// A Term is a word of the glossary.
type Term struct {
	Node
	Front *content.Term
}

// Prose is a page that stands for itself, or a chapter of the guide.
type Prose struct {
	Node
	Front *content.Prose
}

// builder holds a Site while it is being made.
type builder struct {
	*Site
	each       func(n int, f func(i int))
	memory     *Memory
	diags      diag.List
	mentions   mentions
	unread     bool // some front matter could not be read: authorities that it cites may be missing
	partial    bool // some article could not be read whole: facts may be missing
	articles   map[string]*Article
	entities   map[string]*Entity
	questions  map[string]*Question
	authority  map[string]*Authority
	drafts     map[string]string // the draft that has the id, or reports the fact
	lint       bool              // whether to say what could be better
	withDrafts bool              // whether drafts take part

	// Made when they are asked for, from what is linked by then.
	figures  func() *figureIndex
	ids      func() []string // of everything, for suggestions
	reported map[*Article][]*State
}

// Build assembles in into a Site and checks it. The Site is whole only if the
// list holds no error.
func Build(in Input) (*Site, diag.List) {
	b := &builder{
		Site: &Site{
			Config:  in.Config,
			BaseURL: in.Config.BaseURL.Text,
			lock:    in.Lock,
			nodes:   make(map[string]*Node, countNodes(in.Pages)),
			byCode:  map[string]*State{},
			static:  map[string]bool{},
		},
		articles:   map[string]*Article{},
		entities:   map[string]*Entity{},
		questions:  map[string]*Question{},
		authority:  map[string]*Authority{},
		drafts:     map[string]string{},
		each:       in.Each,
		memory:     in.Memory,
		lint:       in.Lint,
		withDrafts: in.Drafts,
	}
	b.figures, b.ids = sync.OnceValue(b.indexFigures), sync.OnceValue(func() []string { return keys(b.nodes) })
	if b.each == nil {
		b.each = inTurn
	}
	if b.memory == nil {
		b.memory = &Memory{}
	}
	if u, err := url.Parse(b.BaseURL); err == nil {
		b.Base = u.EscapedPath()
	}
	for _, name := range in.Static {
		b.static[name] = true
	}
	pages := slices.Clone(in.Pages)
	slices.SortFunc(pages, func(a, b *content.Page) int { return cmp.Compare(a.Path, b.Path) })

	b.addStates()
	b.addPages(pages, in.Drafts)
	b.gatherFacts()
	b.gatherAuthorities()
	b.order()

	b.linkArticles()
	b.linkSaying()
	b.linkFacts()
	b.openBook()
	b.askTotals()
	b.linkQuestions()
	b.linkTexts()
	b.checkWords()
	b.checkProse()
	b.checkQuotes()
	b.checkLeftOut()
	b.giveMentions()
	b.orderLinked()
	return b.Site, b.diags
}

// countNodes is how many nodes there will be at most, or nearly: pages and states,
// and the facts that articles report. A map that grows to that size is filled
// twice.
func countNodes(pages []*content.Page) int {
	n := len(pages) + len(usstate.All())
	for _, p := range pages {
		if a, ok := p.Front.(*content.Article); ok {
			n += len(a.Amounts) + len(a.Dates) + len(a.Claims)
		}
	}
	return n
}

func (b *builder) addStates() {
	for _, st := range usstate.All() {
		s := &State{State: st, Node: Node{ID: st.Slug, Kind: StateNode, Title: st.Name, Path: "/states/" + st.Slug + "/"}}
		b.States = append(b.States, s)
		b.nodes[st.Slug] = &s.Node
		b.byCode[st.Code] = s
	}
}

// addPages makes a node of each page. A page whose front matter could not be
// read still takes its id.
func (b *builder) addPages(pages []*content.Page, drafts bool) {
	for _, p := range pages {
		a, isArticle := p.Front.(*content.Article)
		b.unread = b.unread || p.Front == nil
		b.partial = b.partial || p.Front == nil && p.Kind == content.ArticleKind || isArticle && a.Partial
		if isArticle && a.Draft && !drafts {
			b.addDraft(p.ID, a)
			continue
		}
		if p.Kind == content.StateKind {
			b.addStatePage(p)
			continue
		}
		if !b.takeID(p) {
			continue
		}
		b.addNode(p)
	}
}

// addDraft notes down what a draft would add, for who refers to it.
func (b *builder) addDraft(id string, a *content.Article) {
	b.drafts[id] = id
	a.EachFact(func(f *content.FactLinks) { b.drafts[f.Fact.Text] = id })
}

func (b *builder) addNode(p *content.Page) {
	var added *Node
	switch p.Kind {
	case content.ArticleKind:
		front := frontOf[content.Article](p)
		a := &Article{Node: nodeOf(p, ArticleNode, "/articles/", front.Title), Front: front}
		a.Node.article = a
		b.articles[p.ID] = a
		b.Articles = append(b.Articles, a)
		added = &a.Node
	case content.FactKind:
		// A fact exists by its reports; gatherFacts makes it and its node.
		front, _ := p.Front.(*content.Fact)
		f := &Fact{Node: nodeOf(p, FactNode, "/facts/", frontOf[content.Fact](p).Title), Front: front}
		f.Node.fact = f
		b.Facts = append(b.Facts, f)
		added = &f.Node
	case content.PersonKind, content.OrganizationKind:
		kind, folder := PersonNode, "/people/"
		if p.Kind == content.OrganizationKind {
			kind, folder = OrganizationNode, "/organizations/"
		}
		front := frontOf[content.Entity](p)
		e := &Entity{Node: nodeOf(p, kind, folder, front.Title), Front: front}
		b.entities[p.ID] = e
		if e.Kind == PersonNode {
			b.People = append(b.People, e)
		} else {
			b.Organizations = append(b.Organizations, e)
		}
		added = &e.Node
	case content.QuestionKind:
		front := frontOf[content.Question](p)
		q := &Question{Node: nodeOf(p, QuestionNode, "/legal/", front.Title), Front: front}
		b.questions[p.ID] = q
		b.Questions = append(b.Questions, q)
		added = &q.Node
	case content.AuthorityKind:
		added = b.addAuthorityPage(p)
	case content.TermKind:
		front := frontOf[content.Term](p)
		t := &Term{Node: nodeOf(p, TermNode, "/glossary/", front.Title), Front: front}
		t.Path = "/glossary/#" + p.ID // a part of that page
		b.Terms = append(b.Terms, t)
		added = &t.Node
	case content.ProseKind, content.GuideKind:
		kind, folder := PageNode, "/"
		if p.Kind == content.GuideKind {
			kind, folder = GuideNode, "/guide/"
		}
		front := frontOf[content.Prose](p)
		s := &Prose{Node: nodeOf(p, kind, folder, front.Title), Front: front}
		if s.Kind == PageNode {
			b.Pages = append(b.Pages, s)
		} else {
			b.Guide = append(b.Guide, s)
		}
		added = &s.Node
	}
	if added != nil {
		b.nodes[p.ID] = added
	}
}

// nodeOf is the node of a page that gives itself a title, or none.
func nodeOf(p *content.Page, kind Kind, folder string, title content.Words) Node {
	words := title.Text
	if words == "" {
		words = humanize(p.ID)
	}
	return Node{ID: p.ID, Kind: kind, Title: words, Path: folder + p.ID + "/", Page: p}
}

// frontOf is what the front matter of p says, empty if it could not be read.
func frontOf[T any](p *content.Page) *T {
	if front, ok := p.Front.(*T); ok {
		return front
	}
	return new(T)
}

// order sorts what readers see in lists.
func (b *builder) order() {
	b.articlesByID = slices.Clone(b.Articles) // pages come in this order
	slices.SortFunc(b.Articles, func(x, y *Article) int {
		if c := y.Front.Source.Published.Compare(x.Front.Source.Published.Date); c != 0 {
			return c
		}
		return cmp.Compare(x.ID, y.ID)
	})
	byTitle := func(x, y *Node) int {
		if c := cmp.Compare(strings.ToLower(x.Title), strings.ToLower(y.Title)); c != 0 {
			return c
		}
		return cmp.Compare(x.ID, y.ID)
	}
	slices.SortFunc(b.Facts, func(x, y *Fact) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(b.People, func(x, y *Entity) int { return byTitle(&x.Node, &y.Node) })
	slices.SortFunc(b.Organizations, func(x, y *Entity) int { return byTitle(&x.Node, &y.Node) })
	slices.SortFunc(b.Questions, func(x, y *Question) int { return byTitle(&x.Node, &y.Node) })
	slices.SortFunc(b.Authorities, func(x, y *Authority) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(b.Terms, func(x, y *Term) int { return byTitle(&x.Node, &y.Node) })
	slices.SortFunc(b.Pages, func(x, y *Prose) int { return cmp.Compare(x.ID, y.ID) })
	slices.SortFunc(b.Guide, func(x, y *Prose) int {
		return cmp.Or(cmp.Compare(x.Front.Order, y.Front.Order), cmp.Compare(x.ID, y.ID))
	})
}

// orderLinked sorts what is in order only when everything is linked. Questions
// that an article raises come before those that only we ask.
func (b *builder) orderLinked() {
	slices.SortStableFunc(b.Questions, func(x, y *Question) int {
		switch {
		case x.IsRaised() == y.IsRaised():
			return 0
		case x.IsRaised():
			return -1
		}
		return 1
	})
	slices.SortStableFunc(b.Corrections, func(x, y *Correction) int { return -x.Date.Compare(y.Date.Date) })
}

// allNodes lists everything that has an id.
func (b *builder) allNodes() []*Node {
	all := make([]*Node, 0, len(b.nodes))
	for _, a := range b.Articles {
		all = append(all, &a.Node)
	}
	for _, f := range b.Facts {
		all = append(all, &f.Node)
	}
	for _, e := range slices.Concat(b.People, b.Organizations) {
		all = append(all, &e.Node)
	}
	for _, q := range b.Questions {
		all = append(all, &q.Node)
	}
	for _, a := range b.Authorities {
		all = append(all, &a.Node)
	}
	for _, s := range b.States {
		all = append(all, &s.Node)
	}
	for _, t := range b.Terms {
		all = append(all, &t.Node)
	}
	for _, p := range slices.Concat(b.Pages, b.Guide) {
		all = append(all, &p.Node)
	}
	return all
}

// humanize makes a title of an id, for what has none: "daily-award" is "Daily award".
func humanize(id string) string {
	s := strings.ReplaceAll(id, "-", " ")
	return strings.ToUpper(s[:1]) + s[1:]
}
