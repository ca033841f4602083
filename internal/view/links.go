package view

import "receipts/internal/site"

// A Link is an address and its words. Without an address it is just words.
type Link struct{ Href, Label string }

// links are the addresses of one site, and what they are called.
type links struct {
	site  *site.Site
	names map[*site.Node]string // as of [Views.namesakes]
}

func (l links) link(path, label string) Link { return Link{l.site.Href(path), label} }

// name is what n is called beside others.
func (l links) name(n *site.Node) string {
	if name, ok := l.names[n]; ok {
		return name
	}
	return n.Title
}

// to links to what has a page of its own.
func (l links) to(n *site.Node) Link { return l.link(n.Path, l.name(n)) }

func (l links) toFact(f *site.Fact) Link { return l.to(&f.Node) }

// toState links to the page of a state; of one that has none, it is just the name.
func (l links) toState(st *site.State) Link {
	if st.IsSilent() {
		return Link{Label: st.Title}
	}
	return l.to(&st.Node)
}

// toArticle names an article by its outlet.
func (l links) toArticle(a *site.Article) Link { return l.link(a.Path, outlet(a)) }

// toReport links to where a report is read, as of [site.Report.Address].
func (l links) toReport(rep *site.Report) Link { return l.link(rep.Address(), rep.Fact.Title) }

// toPoint leads to a point of disagreement, as of [site.Disagreement.Address].
func (l links) toPoint(d *site.Disagreement) Link {
	return l.link(d.Address(), d.Fact.Title)
}

// part is the address of a list or a file, or nothing if the site leaves it out.
func (l links) part(path string) string {
	if l.site.LeavesOut(path) {
		return ""
	}
	return l.site.Href(path)
}

// table is the address of the table of a name, or nothing if the site leaves them out.
func (l links) table(name string) string {
	if !l.site.Has("data") {
		return ""
	}
	return l.site.Href(tablePath(name))
}

// crumb is a list of the site, for breadcrumbs. Its address is without the base
// path, which [page.base] adds.
func (v items) crumb(path string) Link { return Link{path, v.t(v.sectionKey(path))} }

// items make what is the same on all pages: names, figures and links in lists,
// tables and pictures.
type items struct {
	words
	links
}
