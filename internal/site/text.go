package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/markdown"
	"receipts/internal/usstate"
)

// linkTexts resolves every reference, link and citation in every text that takes
// part and refers to anything, bodies and front matter alike, and notes who is
// mentioned where.
func (b *builder) linkTexts() {
	paged := slices.DeleteFunc(b.allNodes(), func(n *Node) bool { return n.Page == nil })
	b.spread(len(paged), func(w *builder, i int) {
		for _, d := range paged[i].Page.Texts {
			w.linkText(paged[i], d)
		}
	})
	if home := b.Config.Summary; home.Doc != nil {
		b.linkText(&Node{Kind: PageNode, Title: b.Config.Title.Text, Path: "/"}, home.Doc)
	}
}

func (b *builder) linkText(by *Node, d *markdown.Doc) {
	refs := d.Refs()
	if by.article != nil {
		by.article.refs = slices.Grow(by.article.refs, len(refs))
	}
	for _, ref := range refs {
		n := b.named(ref.ID)
		if by.article != nil {
			by.article.refs = append(by.article.refs, n)
		}
		b.linkRef(by, ref, n)
	}
	for _, l := range d.Links() {
		if l.Image {
			b.checkImage(l)
			continue
		}
		b.checkLink(l, by.Path)
	}
	for _, c := range d.Citations() {
		if a := b.authority[c.Slug]; a != nil {
			b.mention(&a.Node, Cites, by, "", &c.Sentence)
		}
	}
}

// checkImage reports an image that is not one of the static files.
func (b *builder) checkImage(l markdown.Link) {
	if b.static[l.Dest] {
		return
	}
	name := path.Base(l.Dest)
	hint := "put the file into static/ and write its name"
	if strings.HasSuffix(l.Dest, "static/"+name) && b.static[name] {
		hint = "write " + name
	}
	b.diags.AddHint(diag.UnknownImage, l.Place, `there is no image "`+l.Dest+`" in static/`,
		cmp.Or(diag.DidYouMean(l.Dest, keys(b.static)), hint))
}

// noSection reports a fragment that n's page, called name, does not have.
func (b *builder) noSection(n *Node, fragment string, at diag.Place, name string) {
	parts := n.fragments()
	hint := diag.DidYouMean(fragment, parts)
	if len(parts) == 0 {
		hint = "write [[" + n.ID + "]]: its page has no sections"
	}
	b.diags.AddHint(diag.UnknownSection, at, name+` has no section "`+fragment+`"`, hint)
}

// checkLink reports an ordinary link that leads nowhere on this site.
func (b *builder) checkLink(l markdown.Link, from string) {
	if _, ok := b.ResolveLink(l.Dest, from); ok {
		return
	}
	page, fragment := b.localPage(l.Dest, from)
	if n, ok := b.pageAt(page); ok {
		b.noSection(n, fragment, l.Place, `"`+page+`"`)
		return
	}
	hint := "link to what has an id with [[id]]: such a link holds for ever"
	id := strings.TrimSuffix(path.Base(page), ".md")
	if b.nodes[id] != nil {
		hint = "write [[" + id + "|words]]: such a link holds for ever"
	}
	b.diags.AddHint(diag.BrokenLink, l.Place, `the link "`+l.Dest+`" leads nowhere on this site`, hint)
	b.diags[len(b.diags)-1].Unwritten = true
}

// linkRef links by to n, which ref names.
func (b *builder) linkRef(by *Node, ref *markdown.Ref, n *Node) {
	switch {
	case n == nil:
		if !b.mayExist(ref.ID) {
			b.unknown(ref.ID, ref.Place, b.linkable(ref.ID), "ids are the names of files in content/ without .md; "+factHint)
			b.diags[len(b.diags)-1].Unwritten = true
		}
		return
	case ref.Embed && n.fact == nil:
		b.wrongKind(n, ref.Place, "a fact, which alone has a receipt", "write [["+ref.ID+"]] for a link")
		return
	case ref.Fragment != "" && !slices.Contains(n.fragments(), ref.Fragment):
		b.noSection(n, ref.Fragment, ref.FragmentPlace, `"`+ref.ID+`"`)
		b.diags[len(b.diags)-1].Unwritten = true
		return
	}
	b.mention(n, Names, by, "", &ref.Sentence)
}

// linkable lists what id may be a misspelling of. A state's code can only be
// meant by two letters: anything a little longer would be near one.
func (b *builder) linkable(id string) []string {
	if len(id) != 2 {
		return b.candidates()
	}
	return slices.Concat(usstate.Codes(), b.candidates())
}

// candidates are all ids, sorted.
func (b *builder) candidates() []string {
	return b.ids()
}

// linkArticles resolves what articles refer to besides facts.
func (b *builder) linkArticles() {
	for _, a := range b.Articles {
		src := &a.Front.Source
		if a.Outlet = b.entity(src.Outlet.Text, src.Outlet.Place); a.Outlet != nil {
			a.Outlet.Articles = append(a.Outlet.Articles, a)
			b.mention(&a.Outlet.Node, Publishes, &a.Node, "", &noWords)
		}
		if a.Author = b.entity(src.By.ID, src.By.Place); a.Author != nil {
			a.Author.Articles = append(a.Author.Articles, a)
			b.mention(&a.Author.Node, Writes, &a.Node, "", &noWords)
		}
		for _, c := range a.Front.Corrections {
			b.linkCorrection(a, c)
		}
	}
}

// linkSaying gives questions and states what articles say of them. Articles
// come newest first; a question and a state show their oldest first.
func (b *builder) linkSaying() {
	oldest := len(b.Articles) - 1
	b.spread(len(b.Articles), func(w *builder, i int) {
		a := b.Articles[oldest-i]
		w.linkAsked(a)
		w.linkSaid(a)
	})
	for _, a := range slices.Backward(b.Articles) {
		for _, asked := range a.Legal {
			asked.Question.Asked = append(asked.Question.Asked, asked)
		}
		for _, said := range a.Said {
			said.Of.Said = append(said.Of.Said, said)
		}
	}
}

// saidTwice reports that an article has spoken of n before: it has one word on
// each question and each state, for which a page has one place.
func (b *builder) saidTwice(n *Node, at, before diag.Place) {
	b.diags = append(b.diags, diag.Diagnostic{
		Code: diag.SaidTwice, Place: at, Message: `this article speaks of "` + n.Title + `" twice`,
		Hint:    `keep one item, and give it the other quotes under "also"`,
		Related: []diag.Related{{Place: before, Note: "it is first here"}},
	})
}

func (b *builder) linkAsked(a *Article) {
	if len(a.Front.Legal) == 0 {
		return
	}
	anchor := "as-" + a.ID
	room := make([]Asked, len(a.Front.Legal)) // of one piece
	a.Legal = make([]*Asked, 0, len(room))
	for i := range a.Front.Legal {
		l := &a.Front.Legal[i]
		q := b.question(l.Question.Text, l.Question.Place)
		if q == nil {
			continue
		}
		if i := slices.IndexFunc(a.Legal, func(x *Asked) bool { return x.Question == q }); i >= 0 {
			b.saidTwice(&q.Node, l.Question.Place, a.Legal[i].LegalReport.Question.Place)
			continue
		}
		room[i] = Asked{Article: a, Question: q, Anchor: anchor, LegalReport: l, By: b.parties(l.By)}
		a.Legal = append(a.Legal, &room[i])
		b.mention(&q.Node, RaisedIn, &a.Node, "", l.Says.Whole())
	}
}

func (b *builder) linkSaid(a *Article) {
	if len(a.Front.States) == 0 {
		return
	}
	room := make([]Said, len(a.Front.States)) // of one piece
	a.Said = make([]*Said, 0, len(room))
	for i := range a.Front.States {
		s := &a.Front.States[i]
		st := b.byCode[s.State.Code]
		if st == nil {
			continue // an unknown code is reported where it is read
		}
		if i := slices.IndexFunc(a.Said, func(x *Said) bool { return x.Of == st }); i >= 0 {
			b.saidTwice(&st.Node, s.State.Place, a.Said[i].State.Place)
			continue
		}
		room[i] = Said{Article: a, Of: st, By: b.parties(s.By), StateReport: s}
		a.Said = append(a.Said, &room[i])
		b.mention(&st.Node, SaidOf, &a.Node, "", s.Says.Whole())
	}
	slices.SortFunc(a.Said, func(x, y *Said) int { return cmp.Compare(x.Of.Name, y.Of.Name) })
}

func (b *builder) parties(ps []content.Party) []Party {
	if len(ps) == 0 {
		return nil
	}
	out := make([]Party, 0, len(ps))
	for i := range ps {
		p := &ps[i]
		if p.ID == "" {
			out = append(out, Party{Words: p.Words})
		} else if e := b.entity(p.ID, p.Place); e != nil {
			out = append(out, Party{Entity: e})
		}
	}
	return out
}

// addStatePage gives a state its prose.
func (b *builder) addStatePage(p *content.Page) {
	n := b.nodes[p.ID]
	if n == nil || n.Kind != StateNode {
		var slugs []string
		for _, s := range b.States {
			slugs = append(slugs, s.Slug)
		}
		b.diags.AddHint(diag.UnknownState, p.Place, `there is no state "`+p.ID+`"`, diag.DidYouMean(p.ID, slugs))
		return
	}
	n.Page = p
	for _, s := range b.States {
		if s.Slug == p.ID {
			s.Front, _ = p.Front.(*content.State)
		}
	}
}

// checkWords holds words of the vocabularies to what site.yaml lists.
func (b *builder) checkWords() {
	check := func(b *builder, v content.Vocabulary, what string, w content.Words) {
		if _, ok := v.Label(w.Text); ok || w.Text == "" {
			return
		}
		b.diags.AddHint(diag.UnknownWord, w.Place, `unknown `+what+` "`+w.Text+`"`,
			cmp.Or(diag.DidYouMean(w.Text, v.IDs()), "the words are "+strings.Join(v.IDs(), ", ")))
	}
	b.spread(len(b.Articles), func(w *builder, i int) {
		amounts := b.Articles[i].Front.Amounts
		for i := range amounts {
			check(w, b.Config.Flows, "flow", amounts[i].Flow)
		}
	})
	for _, o := range b.Organizations {
		check(b, b.Config.OrgKinds, "kind of organization", o.Front.Kind)
	}
}
