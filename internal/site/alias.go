package site

import (
	"cmp"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
)

// Aliases keep addresses alive that something had before. An author gives the id
// that it had, or a whole address. What has a page of its own leads on from there;
// a part of a page keeps its old anchor beside the new one, since a server never
// sees what follows the "#".

// An Alias is an old address with what is found there now.
type Alias struct {
	Address string // "/facts/old/", "/2024/page.html", "/later/#old"
	ID      string // the old id; empty if the author gave an address
	Node    *Node
	Place   diag.Place
}

// IsPart reports whether a is an anchor, for which its page has a place.
func (a *Alias) IsPart() bool { return strings.Contains(a.Address, "#") }

// Aliases are the aliases of s by their addresses.
func (s *Site) Aliases() []*Alias { return s.aliases }

// Permanent is the address of n without the number of a sheet, which changes as
// others are added before it.
func (n *Node) Permanent() string {
	if n.Kind == LaterNode {
		return "/later/#" + n.ID
	}
	return n.Path
}

// formerly is the address of n as it was with another id.
func (n *Node) formerly(id string) string {
	path := n.Permanent()
	i := strings.LastIndex(path, n.ID)
	return path[:i] + id + path[i+len(n.ID):]
}

// Former are the ids that n had before.
func (n *Node) Former() []string { return n.former }

// FormerAnchors are the anchors of r under the ids that its article had before.
func (r *Report) FormerAnchors() []string {
	var anchors []string
	for _, id := range r.Article.former {
		anchors = append(anchors, id+strings.TrimPrefix(r.Anchor, r.Article.ID))
	}
	return anchors
}

// addAliases notes all aliases in the order of their places, and gives nodes the ids
// that they had.
func (x *indexer) addAliases() {
	add := func(n *Node, words []content.Words) {
		for _, w := range words {
			a := &Alias{Address: w.Text, Node: n, Place: w.Place}
			if content.IsID(w.Text) {
				a.ID, a.Address = w.Text, ""
			}
			x.aliases = append(x.aliases, a)
		}
	}
	for _, n := range x.nodes {
		if n.Page != nil {
			if front, ok := n.Page.Front.(interface{ Former() []content.Words }); ok {
				add(n, front.Former())
			}
		}
		if n.fact != nil {
			for _, r := range n.fact.Reports {
				add(n, r.Links.Aliases)
			}
		}
	}
	slices.SortFunc(x.aliases, func(a, b *Alias) int {
		return cmp.Or(cmp.Compare(a.Place.File, b.Place.File), cmp.Compare(a.Place.Start, b.Place.Start))
	})
	x.aliases = slices.DeleteFunc(x.aliases, func(a *Alias) bool { return a.ID != "" && !x.takeOldID(a) })
}

// takeOldID returns whether a may have its id, which is of nothing else, now or
// before. If not, it reports that.
func (x *indexer) takeOldID(a *Alias) bool {
	if x.isNumber(a.ID, a.Place) {
		return false
	}
	if n := x.nodes[a.ID]; n != nil {
		x.diags = append(x.diags, n.takes(a, `the id "`+a.ID+`"`, "an alias is an id that nothing has now: take it out, or rename what has it"))
		return false
	}
	if before := x.byOldID[a.ID]; before != nil {
		x.diags = append(x.diags, a.twice(before))
		return false
	}
	x.byOldID[a.ID] = a
	a.Node.former = append(a.Node.former, a.ID)
	return true
}

// takes reports that an alias is what n has now.
func (n *Node) takes(a *Alias, what, hint string) diag.Diagnostic {
	d := diag.Diagnostic{Code: diag.AliasTaken, Place: a.Place, Message: what + " belongs to " + n.Kind.withArticle() + ", " + n.Title, Hint: hint}
	if n.Page != nil {
		d.Related = []diag.Related{{Place: n.Page.Place, Note: "it is this file"}}
	}
	return d
}

// twice reports that an alias is one already.
func (a *Alias) twice(before *Alias) diag.Diagnostic {
	words := cmp.Or(a.ID, a.Address)
	return diag.Diagnostic{
		Code: diag.AliasTaken, Place: a.Place, Message: `"` + words + `" is an alias already`,
		Hint:    "an old address leads to one place: keep one of them",
		Related: []diag.Related{{Place: before.Place, Note: "it is first here"}},
	}
}

// placeAliases finds the addresses of aliases, when all pages have theirs. An
// address that something has now is no alias.
func (l *linker) placeAliases() {
	byAddress := map[string]*Alias{}
	l.aliases = slices.DeleteFunc(l.aliases, func(a *Alias) bool {
		if a.ID != "" {
			a.Address = a.Node.formerly(a.ID)
		}
		key := strings.ToLower(a.Address) // disks may take both for one
		n, isPage := l.pageAt(key)
		first, _, _ := strings.Cut(key[1:], "/")
		switch before := byAddress[key]; {
		case n != nil:
			l.diags = append(l.diags, n.takes(a, `the address "`+a.Address+`"`, "an alias is an address that nothing has now: take it out"))
			return true
		case isPage || l.isReserved(first):
			l.diags.AddHint(diag.AliasTaken, a.Place, `the address "`+a.Address+`" belongs to the site itself`, "an alias is an address that nothing has now: take it out")
			return true
		case before != nil:
			l.diags = append(l.diags, a.twice(before))
			return true
		}
		byAddress[key] = a
		return false
	})
	for _, st := range l.States { // what was said of one is no longer
		a := &Alias{Address: st.Path + st.Slug + "/", Node: &st.Node}
		if st.IsSilent() && byAddress[a.Address] == nil && l.promised != nil && l.promised(a.Address) {
			l.aliases = append(l.aliases, a)
		}
	}
	slices.SortFunc(l.aliases, func(a, b *Alias) int { return cmp.Compare(a.Address, b.Address) })
}

// aliasAt returns the alias of an address, or nil.
func (s *Site) aliasAt(address string) *Alias {
	i, ok := slices.BinarySearchFunc(s.aliases, address, func(a *Alias, address string) int { return cmp.Compare(a.Address, address) })
	if !ok {
		return nil
	}
	return s.aliases[i]
}
