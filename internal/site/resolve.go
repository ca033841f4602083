package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"receipts/internal/diag"
)

// A Target is where a reference leads.
type Target struct {
	Node *Node
	Fact *Fact  // set if the node is a fact
	Href string // with the fragment, below the site's base path
}

// Resolve says where [[id#fragment]] leads: the one place that decides, for
// checking and for rendering. A state may be named by its USPS code. It is
// false if there is nothing of that id, or no such part on its page.
func (s *Site) Resolve(id, fragment string) (Target, bool) {
	n := s.Named(id)
	if n == nil {
		return Target{}, false
	}
	t := Target{Node: n, Fact: n.fact, Href: s.Href(n.Path)}
	if fragment == "" {
		return t, true
	}
	t.Href += "#" + fragment
	return t, slices.Contains(n.fragments(), fragment)
}

// Named returns what a reference names, or nil.
func (s *Site) Named(id string) *Node {
	if len(id) == 2 {
		if st := s.byCode[id]; st != nil {
			return &st.Node
		}
	}
	return s.nodes[id]
}

// fragments lists the parts of n's page that a link may lead to.
func (n *Node) fragments() []string {
	var out []string
	if n.Page != nil && n.Page.Body != nil && n.Kind != TermNode {
		for _, h := range n.Page.Body.Headings() {
			out = append(out, h.ID)
		}
	}
	if n.fact != nil && !n.fact.moved {
		for _, r := range n.fact.Reports {
			out = append(out, r.Anchor)
		}
		for _, d := range n.fact.Disagreements {
			out = append(out, d.Anchor)
		}
	}
	return out
}

// At returns what the page at an address is about, on whichever of its sheets,
// or nil.
func (s *Site) At(address string) *Node {
	if n, _ := s.pageAt(address); n != nil {
		return n
	}
	sheet := path.Base(address) // no id is a number
	if strings.Trim(sheet, "0123456789") != "" {
		return nil
	}
	n, _ := s.pageAt(strings.TrimSuffix(address, sheet+"/"))
	return n
}

// Authority returns the authority of an id, or nil.
func (s *Site) Authority(id string) *Authority {
	i, ok := slices.BinarySearchFunc(s.Authorities, id, func(a *Authority, id string) int { return strings.Compare(a.ID, id) })
	if !ok {
		return nil
	}
	return s.Authorities[i]
}

// unknown reports an id that leads nowhere; otherwise is the hint if no
// candidate is near.
func (b *builder) unknown(id string, at diag.Place, candidates []string, otherwise string) {
	if draft, ok := b.drafts[id]; ok {
		message := `"` + id + `" is a draft`
		if draft != id {
			message = `"` + id + `" is only reported by a draft, ` + draft
		}
		b.diags.AddHint(diag.UnknownID, at, message, "build with -drafts, or take the draft mark away")
		return
	}
	b.diags.AddHint(diag.UnknownID, at, `nothing has the id "`+id+`"`, cmp.Or(diag.DidYouMean(id, candidates), otherwise))
}

// wrongKind reports an id of something else than is wanted.
func (b *builder) wrongKind(n *Node, at diag.Place, want, hint string) {
	d := diag.Diagnostic{
		Code: diag.WrongKindOfID, Place: at,
		Message: `"` + n.ID + `" is ` + n.Kind.withArticle() + ", not " + want, Hint: hint,
	}
	if n.Page != nil {
		d.Related = []diag.Related{{Place: n.Page.Place, Note: "it is this file"}}
	}
	b.diags = append(b.diags, d)
}

// find returns x, which is what has the id among all of one kind. It reports
// what is not there or is of another kind; no id at all is reported where it is
// read. What to suggest is asked for only then.
func find[T any](b *builder, x *T, id string, at diag.Place, want string, suggest func() (candidates []string, otherwise string)) *T {
	if x != nil || id == "" {
		return x
	}
	if n := b.nodes[id]; n != nil {
		b.wrongKind(n, at, want, "")
	} else {
		candidates, otherwise := suggest()
		b.unknown(id, at, candidates, otherwise)
	}
	return nil
}

func (b *builder) entity(id string, at diag.Place) *Entity {
	return find(b, b.entities[id], id, at, "a person or an organization", func() ([]string, string) {
		return keys(b.entities), "add content/people/" + id + ".md or content/organizations/" + id + `.md, or write words with a space, such as "a voter"`
	})
}

func (b *builder) question(id string, at diag.Place) *Question {
	return find(b, b.questions[id], id, at, "a legal question", func() ([]string, string) {
		return keys(b.questions), "add content/legal/" + id + ".md"
	})
}

func (b *builder) article(id string, at diag.Place) *Article {
	return find(b, b.articles[id], id, at, "an article", func() ([]string, string) {
		return keys(b.articles), "articles have their ids from the files in content/articles/"
	})
}

func (b *builder) authorityByID(id string, at diag.Place) *Authority {
	if b.nodes[id] == nil && b.mayExist(id) {
		return nil
	}
	return find(b, b.authority[id], id, at, "an authority", func() ([]string, string) {
		return keys(b.authority), "add content/law/" + id + `.md, or write the citation itself, such as "52 U.S.C. § 10307(c)"`
	})
}

func (b *builder) fact(id string, at diag.Place) *Fact {
	if b.nodes[id] == nil && b.mayExist(id) {
		return nil
	}
	return find(b, b.factOf(id), id, at, "a fact", func() ([]string, string) {
		ids := make([]string, 0, len(b.Facts))
		for _, f := range b.Facts {
			ids = append(ids, f.ID)
		}
		slices.Sort(ids)
		return ids, factHint
	})
}

// factOf returns the fact that has the id, or nil.
func (b *builder) factOf(id string) *Fact {
	if n := b.nodes[id]; n != nil {
		return n.fact
	}
	return nil
}

// mayExist reports whether an unknown id may come from what could not be read:
// a fact from an article, an authority, whose id has a number, from a citation
// in any file.
func (b *builder) mayExist(id string) bool {
	return b.Partial || b.unread && strings.ContainsAny(id, "0123456789")
}

const factHint = `facts have their ids from "fact:" in articles`

func keys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// ResolveLink says where the destination of an ordinary link leads, seen from
// the page at from. Addresses elsewhere come back as they are; local ones are
// given the site's base path. It is false if a local address leads nowhere.
func (s *Site) ResolveLink(dest, from string) (href string, ok bool) {
	if strings.Contains(dest, ":") || dest == "" {
		return dest, true
	}
	target, fragment := s.localPage(dest, from)
	href = s.Href(target)
	if fragment != "" {
		href += "#" + fragment
	}
	n, ok := s.pageAt(target)
	switch {
	case !ok:
		name, isStatic := strings.CutPrefix(target, "/static/")
		return href, isStatic && s.static[name]
	case fragment != "" && n != nil:
		return href, slices.Contains(n.fragments(), fragment)
	}
	return href, true
}

// localPage splits the destination of a local link into the whole path of the
// page, as seen from the page at from, and the part of it.
func (s *Site) localPage(dest, from string) (target, fragment string) {
	target, fragment, _ = strings.Cut(dest, "#")
	target, _, _ = strings.Cut(target, "?")
	if target == "" {
		target, _, _ = strings.Cut(from, "#")
		return target, fragment
	}
	isFolder := strings.HasSuffix(target, "/") || strings.HasSuffix(target, "..") || target == "."
	if !strings.HasPrefix(target, "/") {
		target = from + "/" + target
	}
	target = path.Clean(target)
	if isFolder && target != "/" {
		target += "/"
	}
	return target, fragment
}
