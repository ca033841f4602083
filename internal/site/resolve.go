package site

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"receipts/internal/markdown"
)

// A Target is where a reference leads.
type Target struct {
	Node *Node
	Fact *Fact  // set if the node is a fact
	Href string // with the fragment, below the site's base path
}

// Resolve says where [[id#fragment]] leads: the one place that decides, for
// checking and for rendering. A state may be named by its code. It is
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
	t.Href = s.Href(n.address(fragment))
	return t, n.hasPart(fragment)
}

// Named returns what a reference names, or nil.
func (s *Site) Named(id string) *Node {
	if st := s.byCode[id]; st != nil { // no id looks like a code
		return &st.Node
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

// address is where a part of n's page stands.
func (n *Node) address(fragment string) string {
	if n.fact != nil && !n.fact.moved {
		return n.fact.address(fragment)
	}
	return n.Path + "#" + fragment
}

// hasPart reports whether fragment is one of [Node.fragments]. There may be thousands
// of reports, and links to each.
func (n *Node) hasPart(fragment string) bool {
	if n.Page != nil && n.Page.Body != nil && n.Kind != TermNode &&
		slices.ContainsFunc(n.Page.Body.Headings(), func(h markdown.Heading) bool { return h.ID == fragment }) {
		return true
	}
	return n.fact != nil && !n.fact.moved && (n.fact.report(fragment) != nil || n.fact.point(fragment) != nil)
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
		name, _ := s.StaticFile(dest, from)
		return href, name != "" || s.hasFile(target)
	case fragment != "" && n != nil:
		return s.Href(n.address(fragment)), n.hasPart(fragment)
	}
	return href, true
}

// Linked is what the page is about that an ordinary link leads to, seen from the page at
// from, and the part of it; nil if the link leads elsewhere.
func (s *Site) Linked(dest, from string) (n *Node, fragment string) {
	if strings.Contains(dest, ":") || dest == "" {
		return nil, ""
	}
	target, fragment := s.localPage(dest, from)
	n, _ = s.pageAt(target)
	return n, fragment
}

// StaticFile is the name in static/ of the file that a link leads to, seen from the
// page at from, and the part of it; the name is empty if it leads to none.
func (s *Site) StaticFile(dest, from string) (name, fragment string) {
	target, fragment := s.localPage(dest, from)
	name, isStatic := strings.CutPrefix(target, "/static/")
	if !isStatic || !s.static[name] {
		return "", ""
	}
	return name, fragment
}

// localPage splits the destination of a local link into the whole path of the
// page, as seen from the page at from, and the part of it, which browsers copy with
// percent signs.
func (s *Site) localPage(dest, from string) (target, fragment string) {
	target, fragment, _ = strings.Cut(dest, "#")
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = norm.NFC.String(plain)
	}
	target, _, _ = strings.Cut(target, "?")
	from, _, _ = strings.Cut(from, "#")
	if target == "" {
		return from, fragment
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
