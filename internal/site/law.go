package site

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

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
	Standing  citation.Standing  // of the publisher
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
	if a.Citation == (citation.Citation{}) {
		x.nameLaw(a)
	}
	return &a.Node
}

// nameLaw notes the name that a file gives to a law that no grammar fits, by which
// questions refer to it.
func (x *indexer) nameLaw(a *Authority) {
	name := lawName(a.Cite)
	if other := x.lawNames[name]; other != nil {
		x.diags = append(x.diags, diag.Diagnostic{
			Code: diag.LawTwice, Place: a.Front.Cite.Place, Message: `"` + a.Cite + `" has a file already`,
			Hint:    "keep one of the files, or say in each which part of the text it is on",
			Related: []diag.Related{{Place: other.Front.Cite.Place, Note: "the other file is this"}},
		})
		return
	}
	x.lawNames[name] = a
}

// lawName is a name as it is looked up: capitals and blanks do not matter.
func lawName(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFC.String(s))), " ")
}

// lawOf returns the authority that a question refers to, or nil.
func (x *index) lawOf(ref content.Law) *Authority {
	if a := x.lawNames[lawName(ref.Name)]; ref.Name != "" && a != nil {
		return a
	}
	return x.authorities[ref.ID]
}

// address finds where the text of a stands: where its file says, or else where the
// citation leads by its form. It never guesses.
func (x *indexer) address(a *Authority) {
	if at, ok := a.Citation.Address(x.Config.Bases); ok {
		a.URL, a.Publisher, a.Standing = at.URL, at.Publisher, at.Standing
	}
	if a.Front != nil && a.Front.URL.Text != "" {
		a.URL = a.Front.URL.Text
		a.Publisher, a.Standing = citation.Publisher(a.URL)
		if own := a.Front.Publisher.Text; own != "" {
			a.Publisher = own
		}
	}
}

// addAuthority makes the authority that is cited so, if no file describes it and
// it has an id.
func (x *indexer) addAuthority(id, cite string, c citation.Citation) {
	if _, taken := x.nodes[id]; taken || id == "" {
		return
	}
	a := &Authority{
		Node: Node{ID: id, Kind: AuthorityNode, Title: cite, Path: "/law/" + id + "/"},
		Cite: cite, Citation: c,
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
			if (l.Name != "" || l.Citation != citation.Citation{}) && x.lawOf(l) == nil {
				x.addAuthority(l.ID, cmp.Or(l.Name, l.Citation.String()), l.Citation)
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
				x.addAuthority(c.Slug, c.Citation.String(), c.Citation)
			}
		}
	}
}

// linkQuestions resolves what legal questions rest on, and the entities that argue
// them.
func (l *linker) linkQuestions() {
	for _, q := range l.Questions {
		for _, ref := range q.Front.Law {
			a := l.law(ref)
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
