package site

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"sync"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/locale"
	"receipts/internal/region"
)

// An index is everything that has an id, in a Site that is not linked yet: each
// page, each fact that articles report, each authority that a text cites. An id is
// taken once.
type index struct {
	*Site
	articles    map[string]*Article
	entities    map[string]*Entity
	questions   map[string]*Question
	authorities map[string]*Authority
	lawNames    map[string]*Authority // those of files, by [lawName], that no grammar fits

	drafts     map[string]string // the draft that has the id, or reports the fact
	withDrafts bool              // whether drafts take part
	promised   func(string) bool // see [Input]
	leading    []string          // see [Input]
	byOldID    map[string]*Alias // of aliases that are ids

	ids func() []string // of everything, for suggestions
}

// An indexer fills an index.
type indexer struct {
	*index
	room  []Fact // for the next facts, in one allocation
	diags diag.List
}

// indexOf indexes what a site is made of.
func indexOf(in Input) (*index, diag.List) {
	x := indexer{index: &index{
		Site: &Site{
			Config:  in.Config,
			Lang:    cmp.Or(in.Lang, in.Config.Lang()),
			BaseURL: in.Config.BaseURL.Text,
			Partial: in.Config.Unread,
			nodes:   make(map[string]*Node, countNodes(in.Pages)),
			byCode:  map[string]*State{},
			static:  map[string]bool{},
		},
		articles:    map[string]*Article{},
		entities:    map[string]*Entity{},
		questions:   map[string]*Question{},
		authorities: map[string]*Authority{},
		lawNames:    map[string]*Authority{},
		drafts:      map[string]string{},
		byOldID:     map[string]*Alias{},
		withDrafts:  in.Drafts,
		promised:    in.Promised,
		leading:     in.Leading,
	}}
	x.prefix = prefixOf(in.Config, x.Lang)
	x.ids = sync.OnceValue(func() []string { return keys(x.nodes) })
	if u, err := url.Parse(x.BaseURL); err == nil {
		x.Base = u.EscapedPath()
	}
	for _, name := range in.Static {
		x.static[name] = true
	}
	x.addStates(in)
	x.addPages(slices.SortedFunc(slices.Values(in.Pages), func(a, b *content.Page) int { return cmp.Compare(a.Path, b.Path) }))
	x.addFacts()
	x.addCitations()
	x.addAliases()
	x.sort()
	return x.index, x.diags
}

// countNodes is about how many nodes there will be: pages, states, and the facts
// that articles report. A map that has to grow to that size is filled twice.
func countNodes(pages []*content.Page) int {
	n := len(pages) + region.USStates.Len()
	for _, p := range pages {
		if a, ok := p.Front.(*content.Article); ok {
			n += len(a.Amounts) + len(a.Dates) + len(a.Claims)
		}
	}
	return n
}

// addPages makes a node of each page. A page whose front matter could not be
// read still takes its id.
func (x *indexer) addPages(pages []*content.Page) {
	for _, p := range pages {
		a, isArticle := p.Front.(*content.Article)
		x.Unread = x.Unread || p.Front == nil || p.Halved
		x.Partial = x.Partial || p.Front == nil && p.Kind == content.ArticleKind || isArticle && (a.Partial || p.Halved)
		if isArticle && a.Draft && !x.withDrafts {
			x.addDraft(p.ID, a)
			continue
		}
		if p.Kind == content.StateKind {
			x.addStatePage(p)
			continue
		}
		if !x.takeID(p) {
			continue
		}
		x.addNode(p)
	}
}

// addBegun lists those of some pages that take no part yet.
func (x *index) addBegun(pages []*content.Page) {
	for _, p := range pages {
		if p.IsBegun() {
			x.Begun = append(x.Begun, &Article{Node: nodeOf(p, ArticleNode, "/articles/", p.Begun.Title), Front: p.Begun})
		}
	}
	slices.SortFunc(x.Begun, func(a, b *Article) int { return cmp.Compare(a.Page.Path, b.Page.Path) })
}

// addDraft notes what a draft would add, for messages about references to it.
func (x *indexer) addDraft(id string, a *content.Article) {
	x.drafts[id] = id
	a.EachFact(func(f *content.FactLinks) { x.drafts[f.Fact.Text] = id })
}

func (x *indexer) addNode(p *content.Page) {
	var added *Node
	switch p.Kind {
	case content.ArticleKind:
		front := frontOf[content.Article](p)
		a := &Article{Node: nodeOf(p, ArticleNode, "/articles/", front.Title), Front: front}
		a.Node.article = a
		x.articles[p.ID] = a
		x.Articles = append(x.Articles, a)
		added = &a.Node
	case content.FactKind:
		// Its reports are added by addFacts, which makes the facts without a file too.
		front, _ := p.Front.(*content.Fact)
		f := &Fact{Node: nodeOf(p, FactNode, "/facts/", frontOf[content.Fact](p).Title), Front: front}
		f.Node.fact = f
		x.Facts = append(x.Facts, f)
		added = &f.Node
	case content.PersonKind, content.OrganizationKind:
		kind, folder := PersonNode, "/people/"
		if p.Kind == content.OrganizationKind {
			kind, folder = OrganizationNode, "/organizations/"
		}
		front := frontOf[content.Entity](p)
		e := &Entity{Node: nodeOf(p, kind, folder, front.Title), Front: front}
		x.entities[p.ID] = e
		if e.Kind == PersonNode {
			x.People = append(x.People, e)
		} else {
			x.Organizations = append(x.Organizations, e)
		}
		added = &e.Node
	case content.QuestionKind:
		front := frontOf[content.Question](p)
		q := &Question{Node: nodeOf(p, QuestionNode, "/legal/", front.Title), Front: front}
		q.Node.question = q
		x.questions[p.ID] = q
		x.Questions = append(x.Questions, q)
		added = &q.Node
	case content.LaterKind:
		front := frontOf[content.Later](p)
		l := &Later{Node: nodeOf(p, LaterNode, "/later/", front.Title), Front: front}
		x.Later = append(x.Later, l)
		added = &l.Node
	case content.TopicKind:
		front := frontOf[content.Topic](p)
		t := &Topic{Node: nodeOf(p, TopicNode, "/topics/", front.Title), Front: front}
		t.Node.topic = t
		x.Topics = append(x.Topics, t)
		added = &t.Node
	case content.AuthorityKind:
		added = x.addAuthorityPage(p)
	case content.TermKind:
		front := frontOf[content.Term](p)
		t := &Term{Node: nodeOf(p, TermNode, "/glossary/", front.Title), Front: front}
		t.Path = "/glossary/#" + p.ID // a part of that page
		x.Terms = append(x.Terms, t)
		added = &t.Node
	case content.TextKind, content.GuideKind:
		kind, folder := PageNode, "/"
		if p.Kind == content.GuideKind {
			kind, folder = GuideNode, "/guide/"
		}
		front := frontOf[content.TextPage](p)
		s := &TextPage{Node: nodeOf(p, kind, folder, front.Title), Front: front}
		if s.Kind == PageNode {
			x.Pages = append(x.Pages, s)
		} else {
			x.Guide = append(x.Guide, s)
		}
		added = &s.Node
	}
	if added != nil {
		x.nodes[p.ID] = added
	}
}

// nodeOf is the node of a page. Without a title it is called by its id.
func nodeOf(p *content.Page, kind Kind, folder string, title content.Words) Node {
	words := title.Text
	if words == "" {
		words = humanize(p.ID)
	}
	return Node{ID: p.ID, Kind: kind, Title: words, Path: folder + p.ID + "/", Page: p, titleFile: title.Place.File}
}

// frontOf is what the front matter of p says, empty if it could not be read.
func frontOf[T any](p *content.Page) *T {
	if front, ok := p.Front.(*T); ok {
		return front
	}
	return new(T)
}

// humanize makes a title of an id: "daily-award" is "Daily award".
func humanize(id string) string {
	title := []byte(id)
	for i, b := range title {
		if b == '-' {
			title[i] = ' '
		}
	}
	title[0] = strings.ToUpper(id[:1])[0]
	return string(title)
}

// sort sorts the lists of the Site.
func (x *indexer) sort() {
	x.articlesByID = slices.Clone(x.Articles) // pages come in this order
	slices.SortFunc(x.Articles, newestFirst)
	slices.SortFunc(x.Facts, func(a, b *Fact) int { return strings.Compare(a.ID, b.ID) })
	sortByTitle(x.index, x.People, func(e *Entity) *Node { return &e.Node })
	sortByTitle(x.index, x.Organizations, func(e *Entity) *Node { return &e.Node })
	sortByTitle(x.index, x.Questions, func(q *Question) *Node { return &q.Node })
	slices.SortFunc(x.Authorities, func(a, b *Authority) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(x.Later, func(a, b *Later) int {
		return cmp.Or(a.Last().Compare(b.Last()), cmp.Compare(a.ID, b.ID))
	})
	for i, l := range x.LaterByThread() {
		l.Path = SheetPath("/later/", i/OnLaterSheet) + "#" + l.ID // a part of that page
	}
	slices.SortFunc(x.Topics, func(a, b *Topic) int {
		return cmp.Or(cmp.Compare(a.Front.Order, b.Front.Order), cmp.Compare(a.ID, b.ID))
	})
	sortByTitle(x.index, x.Terms, func(t *Term) *Node { return &t.Node })
	slices.SortFunc(x.Pages, func(a, b *TextPage) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(x.Guide, func(a, b *TextPage) int {
		return cmp.Or(cmp.Compare(a.Front.Order, b.Front.Order), cmp.Compare(a.ID, b.ID))
	})
}

// sortByTitle sorts nodes as readers of a language look for them.
func sortByTitle[T any](x *index, list []T, node func(T) *Node) {
	locale.Sort(x.Lang, list, func(of T) string { return node(of).Filed(x.leading) }, func(a, b T) int { return strings.Compare(node(a).ID, node(b).ID) })
}

// Filed is the title of n as lists have it that pass over leading articles; see
// [locale.Filed].
func (n *Node) Filed(leading []string) string {
	if n.Kind == PersonNode || n.Kind == StateNode {
		leading = nil
	}
	return locale.Filed(n.Title, leading)
}

// factOf returns the fact that has the id, or nil.
func (x *index) factOf(id string) *Fact {
	if n := x.nodes[id]; n != nil {
		return n.fact
	}
	return nil
}

// newestFirst is the order of articles for readers.
func newestFirst(a, b *Article) int {
	return cmp.Or(b.Front.Source.Published.Compare(a.Front.Source.Published.Date), cmp.Compare(a.ID, b.ID))
}
