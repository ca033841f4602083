package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/markdown"
)

// linkTexts resolves every reference and citation in the texts of all pages, bodies
// and front matter alike, and notes what they mention.
func (l *linker) linkTexts() {
	l.eachText(func(w *linker, by *Node, d *markdown.Doc) {
		relation := Names
		if by.article != nil && by.article.Front.IsUnsaid(d) {
			relation = NotNamed
		}
		w.linkText(by, d, relation)
	})
}

// checkLinks checks the ordinary links of all texts, once it is known what is mentioned:
// only then a page has a feed.
func (l *linker) checkLinks() {
	l.eachText(func(w *linker, by *Node, d *markdown.Doc) {
		for _, link := range d.Links() {
			if link.Image {
				w.checkImage(link)
			} else {
				w.checkLink(link, by.Path)
			}
		}
	})
}

// eachText calls f for all texts and what each is of, several at once as [linker.spread]
// does.
func (l *linker) eachText(f func(w *linker, by *Node, d *markdown.Doc)) {
	paged := slices.DeleteFunc(l.Nodes(), func(n *Node) bool { return n.Page == nil })
	l.spread(len(paged), func(w *linker, i int) {
		for _, d := range paged[i].Page.Texts {
			f(w, paged[i], d)
		}
	})
	home := &Node{Kind: PageNode, Title: l.Config.Title.Text, Path: "/"}
	l.Config.EachInline(func(i content.Inline) {
		if i.Doc != nil {
			f(l, home, i.Doc)
		}
	})
}

// linkText resolves what d refers to, a text of by that names it, or that says it is
// not named.
func (l *linker) linkText(by *Node, d *markdown.Doc, relation Relation) {
	refs := d.Refs()
	if by.article != nil {
		by.article.Refs = slices.Grow(by.article.Refs, len(refs))
	}
	for _, ref := range refs {
		n := l.Named(ref.ID)
		if by.article != nil {
			by.article.Refs = append(by.article.Refs, n)
		}
		if l.linkRef(ref, n) && !concerns(by, n.ID) {
			l.mention(n, relation, by, "", &ref.Sentence)
		}
	}
	for _, c := range d.Citations() {
		if a := l.authorities[c.Slug]; a != nil && relation == Names && !concerns(by, a.ID) {
			l.mention(&a.Node, Cites, by, "", &c.Sentence)
		}
	}
}

// checkImage reports an image that is not one of the static files.
func (l *linker) checkImage(link markdown.Link) {
	if l.static[link.Dest] {
		return
	}
	name := path.Base(link.Dest)
	hint := "put the file into static/ and write its name"
	if strings.HasSuffix(link.Dest, "static/"+name) && l.static[name] {
		hint = "write " + name
	}
	l.diags.AddHint(diag.UnknownImage, link.Place, `there is no image "`+link.Dest+`" in static/`,
		cmp.Or(diag.DidYouMean(link.Dest, keys(l.static)), hint))
}

// noSection reports a fragment that n's page, called name, does not have.
func (l *linker) noSection(n *Node, fragment string, at diag.Place, name string) {
	parts := n.fragments()
	hint := diag.DidYouMean(fragment, parts)
	if len(parts) == 0 {
		hint = "write [[" + n.ID + "]]: its page has no sections"
	}
	l.diags.AddHint(diag.UnknownSection, at, name+` has no section "`+fragment+`"`, hint)
}

// checkLink reports an ordinary link that leads nowhere on this site.
func (l *linker) checkLink(link markdown.Link, from string) {
	if _, ok := l.ResolveLink(link.Dest, from); ok {
		return
	}
	page, fragment := l.localPage(link.Dest, from)
	if n, ok := l.pageAt(page); ok {
		l.noSection(n, fragment, link.Place, `"`+page+`"`)
		return
	}
	if a := l.aliasAt(page); a != nil {
		l.diags.AddHint(diag.BrokenLink, link.Place, `what was at "`+page+`" has moved`, "write [["+a.Node.ID+"|words]]: such a link holds for ever")
		return
	}
	there := slices.DeleteFunc(l.lists(), l.LeavesOut)
	hint := cmp.Or(diag.DidYouMean(page, there), "link to what has an id with [[id]]: such a link holds for ever")
	id := strings.TrimSuffix(path.Base(page), ".md")
	if l.nodes[id] != nil {
		hint = "write [[" + id + "|words]]: such a link holds for ever"
	}
	l.diags.AddHint(diag.BrokenLink, link.Place, `the link "`+link.Dest+`" leads nowhere on this site`, hint)
	l.diags[len(l.diags)-1].Unwritten = true
}

// linkRef reports whether ref leads to n, which it names, and what is wrong if not.
func (l *linker) linkRef(ref *markdown.Ref, n *Node) bool {
	switch {
	case n == nil:
		if !l.mayExist(ref.ID) {
			l.unknown(ref.ID, ref.Place, l.linkable(ref.ID), "ids are the names of files in content/ without .md; "+factHint)
			l.diags[len(l.diags)-1].Unwritten = true
		}
		return false
	case ref.Embed && n.fact == nil:
		l.wrongKind(n, ref.Place, "a fact, which alone has a receipt", "write [["+ref.ID+"]] for a link")
		return false
	case ref.Fragment != "" && !n.hasPart(ref.Fragment):
		l.noSection(n, ref.Fragment, ref.FragmentPlace, `"`+ref.ID+`"`)
		l.diags[len(l.diags)-1].Unwritten = true
		return false
	}
	return true
}

// linkable lists what id may be a misspelling of. A state's code can only be
// meant by as many letters: anything a little longer would be near one.
func (l *linker) linkable(id string) []string {
	codes := slices.DeleteFunc(l.Regions.Codes(), func(code string) bool { return len(code) != len(id) })
	return slices.Concat(codes, l.ids())
}
