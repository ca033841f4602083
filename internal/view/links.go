package view

import (
	"strings"

	"receipts/internal/content"
	"receipts/internal/site"
)

// A Link is an address and its words. Without an address it is just words. Lang is the
// language of these, if it is not that of the page.
type Link struct{ Href, Label, Lang string }

// links are the addresses of one site, and what they are called.
type links struct {
	site  *site.Site
	names map[*site.Node]string // as of [Views.namesakes]
}

func (l links) link(path, label string) Link { return Link{Href: l.site.Href(path), Label: label} }

// name is what n is called beside others.
func (l links) name(n *site.Node) string {
	if name, ok := l.names[n]; ok {
		return name
	}
	return n.Title
}

// to links to what has a page of its own.
func (l links) to(n *site.Node) Link { return l.titled(n.Path, n) }

// firstOf is the first of some words that the site file gives.
func (l links) firstOf(list ...content.Words) Link {
	for _, w := range list {
		if w.Text != "" {
			return Link{Label: w.Text, Lang: l.otherLang(w.Place.File)}
		}
	}
	return Link{}
}

// titled is a link to a place with the title of n.
func (l links) titled(path string, n *site.Node) Link {
	return Link{l.site.Href(path), l.name(n), l.titleLang(n)}
}

// titleLang is the language of the title of n, if it is not the page's. People and
// organizations have names, which are the same in all.
func (l links) titleLang(n *site.Node) string {
	if n.Kind == site.PersonNode || n.Kind == site.OrganizationNode {
		return ""
	}
	return l.otherLang(n.TitleFile())
}

// otherLang is the language of words from a file, if it is not that of the edition, since
// they have no translation; empty of words from no file.
func (l links) otherLang(file string) string {
	first := l.site.Config.Lang()
	if file == "" || l.site.Lang == first || strings.Contains(file, "."+l.site.Lang+".") { // as most are
		return ""
	}
	if lang := content.LangOf(file, first); !content.SameLanguage(lang, l.site.Lang) {
		return lang
	}
	return ""
}

// textLang is the language of the page of n, if it has no translation into that of the
// edition.
func (l links) textLang(n *site.Node) string {
	if p := n.Page; p != nil && p.Translation == "" {
		return l.otherLang(p.Path)
	}
	return ""
}

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
func (l links) toReport(rep *site.Report) Link {
	return Link{l.site.Href(rep.Address()), rep.Fact.Title, l.titleLang(&rep.Fact.Node)}
}

// toPoint leads to a point of disagreement, as of [site.Disagreement.Address].
func (l links) toPoint(d *site.Disagreement) Link {
	return Link{l.site.Href(d.Address()), d.Fact.Title, l.titleLang(&d.Fact.Node)}
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
func (v items) crumb(path string) Link { return Link{Href: path, Label: v.t(v.sectionKey(path))} }

// labelled is a link to a place with the label of n.
func (v items) labelled(path string, n *site.Node) Link {
	l := v.link(path, v.label(n))
	if n.Kind != site.ArticleNode { // which has a byline of ours
		l.Lang = v.titleLang(n)
	}
	return l
}

// items make what is the same on all pages: names, figures and links in lists,
// tables and pictures.
type items struct {
	words
	links
}
