package site

import (
	"slices"

	"receipts/internal/citation"
	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/markdown"
)

// A Question is one question of law.
type Question struct {
	Node
	Front       *content.Question
	Asked       []*Asked // how each article puts it, oldest first
	Facts       []*Fact
	Authorities []*Authority
	Courts      []*Later // in which a court spoke on it
}

// IsRaised reports whether an article raises the question; others are ours.
func (q *Question) IsRaised() bool {
	return slices.ContainsFunc(q.Asked, func(a *Asked) bool { return a.IsRaised() })
}

// Asked is how one article puts a legal question, with the status that it reports.
type Asked struct {
	Article  *Article
	Of       *Question
	Anchor   string
	Speakers []Party
	*content.LegalReport
}

// An Authority is a statute, rule or decision that something rests on. It
// exists because a file describes it or because a text cites it.
type Authority struct {
	Node
	Front     *content.Authority // nil if no file describes it
	Cite      string             // as it is cited
	Citation  citation.Citation  // zero if no grammar fits
	URL       string             // official text, or ""
	Publisher string             // whose site URL is
	Official  bool
}

func (x *indexer) addAuthorityPage(p *content.Page) *Node {
	front := frontOf[content.Authority](p)
	if zero := (citation.Citation{}); front.Citation != zero && front.Citation.Slug() != p.ID {
		x.diags.AddHint(diag.AuthorityName, front.Cite.Place, `"`+front.Cite.Text+`" belongs in another file`,
			`name the file "`+front.Citation.Slug()+`.md"`)
	}
	a := &Authority{
		Node:  nodeOf(p, AuthorityNode, "/law/", front.Title),
		Front: front, Cite: front.Cite.Text, Citation: front.Citation,
	}
	x.address(a)
	x.authorities[p.ID] = a
	x.Authorities = append(x.Authorities, a)
	return &a.Node
}

// address finds where the text of a stands: where its file says, or else where the
// citation leads by its form. It never guesses.
func (x *indexer) address(a *Authority) {
	if at, ok := a.Citation.Address(x.Config.Bases); ok {
		a.URL, a.Publisher, a.Official = at.URL, at.Publisher, at.Official
	}
	if a.Front != nil && a.Front.URL.Text != "" {
		a.URL = a.Front.URL.Text
		a.Publisher, a.Official = citation.Publisher(a.URL)
		if own := a.Front.Publisher.Text; own != "" {
			a.Publisher = own
		}
	}
}

// addAuthority makes the authority that c addresses, if no file describes it and
// it has an id.
func (x *indexer) addAuthority(id string, c citation.Citation) {
	if _, taken := x.nodes[id]; taken || id == "" {
		return
	}
	a := &Authority{
		Node: Node{ID: id, Kind: AuthorityNode, Title: c.String(), Path: "/law/" + id + "/"},
		Cite: c.String(), Citation: c,
	}
	x.address(a)
	x.authorities[id] = a
	x.Authorities = append(x.Authorities, a)
	x.nodes[id] = &a.Node
}

// addCitations makes an authority of every citation in any text, so that
// each has its page before links are resolved.
func (x *indexer) addCitations() {
	for _, q := range x.Questions {
		for _, l := range q.Front.Law {
			if id := l.Citation.Slug(); x.authorities[id] == nil {
				x.addAuthority(id, l.Citation)
			}
		}
	}
	for _, n := range x.Nodes() {
		if n.Page != nil {
			x.addCited(n.Page.Texts...)
		}
	}
	x.Config.EachInline(func(i content.Inline) {
		if i.Doc != nil {
			x.addCited(i.Doc)
		}
	})
}

// addCited makes an authority of every citation in texts.
func (x *indexer) addCited(texts ...*markdown.Doc) {
	for _, d := range texts {
		for _, c := range d.Citations() {
			if x.authorities[c.Slug] == nil {
				x.addAuthority(c.Slug, c.Citation)
			}
		}
	}
}

// linkQuestions resolves what legal questions rest on, and the entities that argue
// them.
func (l *linker) linkQuestions() {
	for _, q := range l.Questions {
		for _, ref := range q.Front.Law {
			a := l.authority(ref.ID, ref.Place)
			if a == nil {
				continue
			}
			if !slices.Contains(q.Authorities, a) {
				q.Authorities = append(q.Authorities, a)
			}
			l.mention(&a.Node, RestsOn, &q.Node, "", &noWords)
		}
		for _, ref := range q.Front.Courts {
			if x := l.laterOf(ref.Text, ref.Place); x != nil {
				q.Courts = append(q.Courts, x)
			}
		}
		for _, p := range q.Front.Positions {
			for _, o := range p.Points {
				for _, by := range o.By {
					if by.ID == "" {
						continue
					}
					if e := l.entity(by.ID, by.Place); e != nil {
						l.mention(&e.Node, PutsCase, &q.Node, "", o.Says.Whole())
					}
				}
			}
		}
	}
}
