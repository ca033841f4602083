// Package site assembles all pages into one [Site]: every id and where it leads,
// facts with their reports, backlinks, disagreements, authorities. It checks that
// references lead somewhere; whether statements are true to their evidence is asked
// by package proof.
//
// What goes in is the pages of package content; what comes out is a Site that
// never changes, and the mistakes. The package reads no file, writes no HTML
// and knows no clock.
package site

import (
	"slices"
	"sync"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/region"
	"receipts/internal/total"
)

// Input is what a site is made of.
type Input struct {
	Config *content.Config
	Lang   string          // of the edition, one of the site's languages; the first if it is empty
	Pages  []*content.Page // in any order
	Static []string        // names of static files, for images and links to them
	Drafts bool            // whether drafts take part

	// Leading are the articles that lists of titles pass over; see [locale.Filed].
	Leading []string

	// Promised reports whether an address was published before; without it, none was.
	Promised func(address string) bool

	// Each calls f for 0 to n-1, several at once, and returns when all are done.
	// Without it they come one after the other, with the same result.
	Each func(n int, f func(i int))
}

// A Site is all pages and what follows from them. It never changes.
type Site struct {
	Config  *content.Config
	BaseURL string // without a slash at the end
	Base    string // path of BaseURL, "" or "/receipts"
	Lang    string // in which it is shown
	prefix  string // of its addresses below Base: "", or "/fr" of a further edition

	Articles      []*Article // newest first
	Begun         []*Article // drafts whose source is not told yet, by path; nothing else of a Site knows them
	Facts         []*Fact    // by id
	People        []*Entity  // by title
	Organizations []*Entity  // by title
	Questions     []*Question
	Later         []*Later     // oldest first
	Topics        []*Topic     // in order
	Lead          *Question    // that the page on the law answers first; nil if none is chosen
	Authorities   []*Authority // by citation's slug
	Regions       *region.Set  // that the site speaks of; none if it says nothing of any
	States        []*State     // all of them, by name
	Terms         []*Term      // by title
	Pages         []*TextPage  // by id
	Guide         []*TextPage  // in order
	Disagreements []*Disagreement
	Corrections   []*Correction // newest first
	Amended       []*Report     // amounts that replace others, newest first
	Totals        []*AskedTotal // in the order of content/site.yaml

	// Partial says that some article or the site file could not be read whole: facts
	// may be missing, and what refers to them is not to blame.
	Partial bool
	// Unread says that some front matter could not be read whole: authorities that it
	// cites, or aliases, may be missing.
	Unread bool

	hasFlows     bool // whether anything says who pays whom
	hasEvents    bool // whether anything happened
	articlesByID []*Article
	book         func() *total.Book
	sum          func() total.Total // of all money
	flowSums     map[string]func() []FlowTotal
	nodes        map[string]*Node // by id
	byCode       map[string]*State
	static       map[string]bool
	aliases      []*Alias // by address, once they are placed
}

// State returns the state of a code, or nil.
func (s *Site) State(code string) *State { return s.byCode[code] }

// ArticlesByID lists the articles in the order of their files.
func (s *Site) ArticlesByID() []*Article { return s.articlesByID }

// IsNode is what has a [Node].
type IsNode interface{ Itself() *Node }

// Itself is n, as of all that has it.
func (n *Node) Itself() *Node { return n }

// A Node is anything that has an id and an address.
type Node struct {
	ID    string
	Kind  Kind
	Title string
	Path  string        // "/facts/daily-award/", below Base
	Page  *content.Page // nil if it has no file

	later []*Later // what concerns it, oldest first

	titleFile string // see [Node.TitleFile]

	found    []*Mention // what [Node.Mentions] sorts
	settled  sync.Once
	mentions []Mention

	fact     *Fact     // the fact, of a node that is one
	article  *Article  // the article, of a node that is one
	question *Question // the question, of a node that is one
	topic    *Topic    // the topic, of a node that is one

	former []string // see [Node.Former]
}

// Fact is the fact that n is; nil if it is something else.
func (n *Node) Fact() *Fact { return n.fact }

// Later are the later developments that concern n, oldest first.
func (n *Node) Later() []*Later { return n.later }

// IsDraft reports whether n is a draft: an article so marked, or a fact that drafts
// alone report.
func (n *Node) IsDraft() bool {
	switch {
	case n.article != nil:
		return n.article.Front.Draft
	case n.fact != nil:
		return len(n.fact.Reports) > 0 && !slices.ContainsFunc(n.fact.Reports, func(r *Report) bool { return !r.Article.Front.Draft })
	}
	return false
}

// Article is the article that n is; nil if it is something else.
func (n *Node) Article() *Article { return n.article }

// Question is the legal question that n is; nil if it is something else.
func (n *Node) Question() *Question { return n.question }

// A Kind says what a node is.
type Kind string

// The kinds of nodes.
const (
	ArticleNode      Kind = "article"
	FactNode         Kind = "fact"
	PersonNode       Kind = "person"
	OrganizationNode Kind = "organization"
	QuestionNode     Kind = "question"
	LaterNode        Kind = "later"
	TopicNode        Kind = "topic"
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
	case LaterNode:
		return "a later development"
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
	Outlet  *Entity // nil if no page has its id
	Author  *Entity // nil if not known or without a page
	Reports []*Report
	Legal   []*Asked
	Said    []*Said // of states, by their names

	Refs []*Node // what its texts refer to, in order; nil for what does not exist
}

// An Entity is a person or an organization.
type Entity struct {
	Node
	Front    *content.Entity
	Paid     []*Report // amounts it pays, oldest report first
	Received []*Report
	PassedOn []*Report // amounts that go by way of it
	Backed   []*Report // amounts that are spent to support it
	Opposed  []*Report // or to oppose it
	Held     []*Report // what it has or owes on a day, or what is owed to it
	Said     []*Report
	Articles []*Article // that it published or wrote
}

// A State is one of the regions of the site. One of which nothing is said has no page:
// its address is the list of all.
type State struct {
	Node
	region.Region
	Front *content.State // nil without prose of ours
	Said  []*Said        // what articles say of this state
	Facts []*Fact

	place int // among all states
}

// Said is what one article says of one state.
type Said struct {
	Article  *Article
	Of       *State
	Speakers []Party
	*content.StateReport
}

// A Term is a word of the glossary.
type Term struct {
	Node
	Front *content.Term
}

// A TextPage is a page that stands for itself, or a chapter of the guide.
type TextPage struct {
	Node
	Front *content.TextPage
}

// Build assembles in into a Site. The Site is whole only if no diagnostic is an
// error.
func Build(in Input) (*Site, diag.List) {
	if in.Each == nil {
		in.Each = inTurn
	}
	all := in.Pages
	in.Pages = slices.DeleteFunc(slices.Clone(all), (*content.Page).IsBegun)
	x, taken := indexOf(in)
	if in.Drafts {
		x.addBegun(all)
	}
	s, unlinked := link(x, in.Each)
	checks := []func() diag.List{func() diag.List { return checkParts(s.Facts) }, s.checkWords, s.checkLeftOut}
	found := make([]diag.List, len(checks))
	in.Each(len(checks), func(i int) { found[i] = checks[i]() })
	return s, slices.Concat(taken, unlinked, slices.Concat(found...))
}

// sortLinked sorts the lists whose order depends on links. Questions that an
// article raises come before those that only we ask.
func (s *Site) sortLinked() {
	slices.SortStableFunc(s.Questions, func(x, y *Question) int {
		switch {
		case x.IsRaised() == y.IsRaised():
			return 0
		case x.IsRaised():
			return -1
		}
		return 1
	})
	slices.SortStableFunc(s.Corrections, func(x, y *Correction) int { return -x.Date.Compare(y.Date.Date) })
}

// Nodes lists everything that has an id.
func (s *Site) Nodes() []*Node {
	all := make([]*Node, 0, len(s.nodes))
	all = appendNodes(all, s.Articles)
	all = appendNodes(all, s.Facts)
	all = appendNodes(all, s.People)
	all = appendNodes(all, s.Organizations)
	all = appendNodes(all, s.Questions)
	all = appendNodes(all, s.Later)
	all = appendNodes(all, s.Topics)
	all = appendNodes(all, s.Authorities)
	all = appendNodes(all, s.States)
	all = appendNodes(all, s.Terms)
	all = appendNodes(all, s.Pages)
	return appendNodes(all, s.Guide)
}

func appendNodes[T IsNode](all []*Node, list []T) []*Node {
	for _, x := range list {
		all = append(all, x.Itself())
	}
	return all
}
