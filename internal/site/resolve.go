package site

import (
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
	n := s.nodes[id]
	if st := s.byCode[id]; st != nil {
		n = &st.Node
	}
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

// fragments lists the parts of n's page that a link may lead to.
func (n *Node) fragments() []string {
	var out []string
	if n.Page != nil && n.Page.Body != nil && n.Kind != TermNode {
		for _, h := range n.Page.Body.Headings() {
			out = append(out, h.ID)
		}
	}
	if n.fact != nil {
		for _, r := range n.fact.Reports {
			out = append(out, r.Anchor)
		}
	}
	return out
}

// Authority returns the authority of an id, or nil.
func (s *Site) Authority(id string) *Authority {
	i, ok := slices.BinarySearchFunc(s.Authorities, id, func(a *Authority, id string) int { return strings.Compare(a.ID, id) })
	if !ok {
		return nil
	}
	return s.Authorities[i]
}

// unknown reports an id that leads nowhere.
func (b *builder) unknown(id string, at diag.Place, candidates []string) {
	if b.drafts[id] {
		b.diags.AddHint(diag.UnknownID, at, `"`+id+`" is a draft`, "build with -drafts, or take its draft mark away")
		return
	}
	if _, ok := b.nodes[id]; !ok && b.unread {
		return // it may be in the file that could not be read
	}
	b.diags.AddHint(diag.UnknownID, at, `nothing has the id "`+id+`"`, diag.DidYouMean(id, candidates))
}

// wrongKind reports an id of something else than is wanted.
func (b *builder) wrongKind(n *Node, at diag.Place, want string) {
	d := diag.Diagnostic{Code: diag.WrongKindOfID, Place: at, Message: `"` + n.ID + `" is a ` + string(n.Kind) + ", not " + want}
	if n.Page != nil {
		d.Related = []diag.Related{{Place: n.Page.Place, Note: "it is this file"}}
	}
	b.diags = append(b.diags, d)
}

func (b *builder) entity(id string, at diag.Place) *Entity {
	if e := b.entities[id]; e != nil || id == "" {
		return e
	}
	if n := b.nodes[id]; n != nil {
		b.wrongKind(n, at, "a person or an organization")
		return nil
	}
	before := len(b.diags)
	b.unknown(id, at, keys(b.entities))
	if len(b.diags) > before && b.diags[before].Hint == "" {
		b.diags[before].Hint = `add content/people/` + id + `.md or content/organizations/` + id + `.md, or write words with a space: "the ` + id + `"`
	}
	return nil
}

func (b *builder) question(id string, at diag.Place) *Question {
	if q := b.questions[id]; q != nil || id == "" {
		return q
	}
	if n := b.nodes[id]; n != nil {
		b.wrongKind(n, at, "a legal question")
		return nil
	}
	b.unknown(id, at, keys(b.questions))
	return nil
}

func (b *builder) article(id string, at diag.Place) *Article {
	if a := b.articles[id]; a != nil || id == "" {
		return a
	}
	if n := b.nodes[id]; n != nil {
		b.wrongKind(n, at, "an article")
		return nil
	}
	b.unknown(id, at, keys(b.articles))
	return nil
}

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
	target, fragment, hasFragment := strings.Cut(dest, "#")
	target, _, _ = strings.Cut(target, "?")
	if target == "" {
		target, _, _ = strings.Cut(from, "#")
	} else {
		isFolder := strings.HasSuffix(target, "/") || strings.HasSuffix(target, "..") || target == "."
		if !strings.HasPrefix(target, "/") {
			target = from + "/" + target
		}
		target = path.Clean(target)
		if isFolder && target != "/" {
			target += "/"
		}
	}
	n, ok := s.addresses[target]
	if !ok {
		if name := strings.TrimPrefix(target, "/static/"); name != target && s.static[name] {
			return s.Href(target), true
		}
		return "", false
	}
	if hasFragment && n != nil && !slices.Contains(n.fragments(), fragment) {
		return "", false
	}
	href = s.Href(target)
	if hasFragment {
		href += "#" + fragment
	}
	return href, true
}
