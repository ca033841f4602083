package proof

import (
	"slices"
	"strings"
	"sync"

	"receipts/internal/content"
	"receipts/internal/diag"
	"receipts/internal/evidence"
	"receipts/internal/markdown"
	"receipts/internal/site"
)

// A translation is of the same people and organizations as its original. Who is named
// in each text of the two is compared, by the names that entities have in either
// language. What may be meant by a pronoun, a title or another form of a name is not
// known, so it is a mistake only
//
//   - to name what the file of the original has nowhere;
//   - to name one where the original names another, of the same kind, that the
//     translation does not name, unless each text has a pronoun or a title that could
//     mean the one that it does not name;
//   - to name another in one place alone, where all else that is named is the same and
//     in the same order;
//   - to leave out of the sentence of a report a person that the original names in it,
//     without a pronoun or a title that could mean them;
//   - to tell otherwise than the original who pays or is paid.

// A retold is a page in the words of a translation, with its original.
type retold struct {
	original, page *content.Page
	file           string // the text of the original's file
}

// A retelling is a text and its translation.
type retelling struct {
	from, to namedText
	at       diag.Place    // of the translation
	doc      *markdown.Doc // the same, if it may have links
	isReport bool          // it is the sentence of a report
}

// A namedText is a plain text with who is named in it.
type namedText struct {
	lang, text string
	names      []Named
	refs       []*markdown.Ref
}

// sure are the ids of those who are named in n, and who alone can be meant there.
func (n *namedText) sure() (ids []string) {
	for _, named := range n.names {
		if len(named.IDs) == 1 && !slices.Contains(ids, named.IDs[0]) {
			ids = append(ids, named.IDs[0])
		}
	}
	return ids
}

// with are the ids of those who have a role in n; none if n tells of several payments.
func (n *namedText) with(role evidence.Role) (ids []string) {
	spans := make([]evidence.Span, len(n.names))
	for i, named := range n.names {
		spans[i] = named.Span
	}
	reading, ok := evidence.RolesOf(n.lang, n.text, spans)
	if !ok || !reading.One {
		return nil
	}
	for i, named := range n.names {
		if reading.Roles[i] == role {
			ids = append(ids, named.IDs...)
		}
	}
	return ids
}

// replacedIn are who is named in n and in to in the one place where they differ, of two
// or more; empty if there is no such place.
func (n *namedText) replacedIn(to *namedText) (one, other string) {
	if len(n.names) < 2 || len(n.names) != len(to.names) {
		return "", ""
	}
	for i, from := range n.names {
		to := to.names[i]
		switch {
		case len(from.IDs) > 1 || len(to.IDs) > 1 || one != "" && from.IDs[0] != to.IDs[0]:
			return "", ""
		case from.IDs[0] != to.IDs[0]:
			one, other = from.IDs[0], to.IDs[0]
		}
	}
	return one, other
}

// mayName are the ids of all that a plain text may name, by names within longer ones too.
func (n Names) mayName(plain string) map[string]bool {
	ids := map[string]bool{}
	for _, index := range n.editions {
		for i, word := range wordsAt(plain) {
			for _, c := range index[word] {
				if end := i + len(c.words); strings.HasPrefix(plain[i:], c.words) && isWordAt(plain, i, end) {
					ids[c.node.ID] = true
				}
			}
		}
	}
	return ids
}

// checkRetold compares the pages of a further edition that are translated with their
// originals. It also returns what the next check may know; see [Memory].
func (p *Proof) checkRetold(in Input) (diags diag.List, called string, retold map[*content.Page]bool) {
	called, ok := calledOn(p.Site, in.Pages)
	if !ok {
		return nil, "", nil
	}
	called += "\n" + calledIn(in.First)
	retold = map[*content.Page]bool{}
	var pages []*content.Page
	for page, read := range in.Pages {
		switch {
		case read == nil || read.retold == nil:
		case in.Memory != nil && in.Memory.called == called && in.Memory.retold[page]:
			retold[page] = true
		default:
			pages = append(pages, page)
		}
	}
	slices.SortFunc(pages, func(x, y *content.Page) int { return strings.Compare(x.Path, y.Path) })
	c := retoldCheck{p.Site, in.First, sync.OnceValue(func() Names { return NamesOf(in.First, p.Site) })}
	agree := make([]bool, len(pages))
	diags = each(in.Each, len(pages), func(i int) []diag.Diagnostic {
		found := c.compare(in.Pages[pages[i]].retold)
		agree[i] = len(found) == 0
		return found
	})
	for i, page := range pages {
		if agree[i] {
			retold[page] = true
		}
	}
	return diags, called, retold
}

type retoldCheck struct {
	site, first *site.Site
	names       func() Names
}

func (c *retoldCheck) compare(r *retold) (diags diag.List) {
	inFile := c.mayName(&namedText{text: plainly(r.file)})
	for _, t := range c.retellings(r) {
		message, id := c.differs(&t, func(id string) bool { return inFile()[id] || containsWord(r.file, id) })
		if message != "" {
			diags.AddHint(diag.TranslationTurned, t.place(c.names(), id), message,
				`translate what the original says, or give the name that stands here in "also" of its file`)
		}
	}
	return diags
}

// differs says how a translation differs from its original, and whose name in it shows
// that, if one does; nothing if it does not.
func (c *retoldCheck) differs(t *retelling, inFile func(id string) bool) (message, id string) {
	for _, r := range []struct {
		role evidence.Role
		does part
	}{{evidence.Gives, pays}, {evidence.Receives, isPaid}} {
		from, to := t.from.with(r.role), t.to.with(r.role)
		if len(from) > 0 && len(to) > 0 && !slices.ContainsFunc(from, func(id string) bool { return slices.Contains(to, id) }) {
			return "the original says that " + c.title(from[0]) + " " + string(r.does) + ", the translation that it is " + c.title(to[0]), to[0]
		}
	}
	var lacks []string // whom the original alone names
	sure, sureTo := t.from.sure(), t.to.sure()
	mayFrom, mayTo := c.mayName(&t.from), c.mayName(&t.to)
	for _, id := range sure {
		if !slices.Contains(sureTo, id) && !mayTo()[id] {
			lacks = append(lacks, id)
		}
	}
	mayMean := func(in *namedText, n *site.Node) bool {
		return evidence.MayMean(in.lang, in.text, n.Kind == site.PersonNode)
	}
	for _, id := range sureTo {
		switch n := c.site.Named(id); {
		case n == nil || slices.Contains(sure, id) || mayFrom()[id]:
		case !inFile(id):
			return "the translation names " + n.Title + ", and nothing in the file of the original does", id
		default:
			for _, other := range lacks {
				if of := c.first.Named(other); of.Kind == n.Kind && !(mayMean(&t.from, n) && mayMean(&t.to, n)) {
					return "the original names " + of.Title + ", the translation " + n.Title, id
				}
			}
		}
	}
	if from, to := t.from.replacedIn(&t.to); from != "" {
		if n, of := c.site.Named(to), c.first.Named(from); n != nil && of.Kind == n.Kind {
			return "the original names " + of.Title + ", the translation " + n.Title, to
		}
	}
	for _, id := range lacks {
		if n := c.first.Named(id); t.isReport && n.Kind == site.PersonNode && !mayMean(&t.to, n) {
			return "the original names " + n.Title + ", the translation does not", ""
		}
	}
	return "", ""
}

// mayName has the ids of all that a text names if it is read in any way, by its links
// too.
func (c *retoldCheck) mayName(n *namedText) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		ids := c.names().mayName(n.text)
		for _, ref := range n.refs {
			ids[ref.ID] = true
		}
		return ids
	})
}

// title is what an entity is called in the original.
func (c *retoldCheck) title(id string) string { return c.first.Named(id).Title }

// place is the one place where the translation names id, or all of it.
func (t *retelling) place(names Names, id string) diag.Place {
	at, n := t.at, 0
	if t.doc == nil {
		return at
	}
	for _, p := range t.doc.Passages() {
		for _, named := range names.In(p.Text) {
			if slices.Contains(named.IDs, id) {
				at = diag.Place{File: t.at.File, Start: p.At(named.Start), End: p.At(named.End-1) + 1}
				n++
			}
		}
	}
	if n > 1 && t.at.End > 0 {
		return t.at
	}
	return at
}

// retellings are the texts of r whose words are not those of the original.
func (c *retoldCheck) retellings(r *retold) (all []retelling) {
	reports := map[diag.Place]bool{} // the places of their sentences
	if a, ok := r.original.Front.(*content.Article); ok {
		a.EachReport(func(r *content.Report) { reports[r.Says.Place] = true })
	}
	add := func(t retelling, from, to string, refs, toRefs []*markdown.Ref) {
		t.from, t.to = c.named(c.first.Lang, from, refs), c.named(c.site.Lang, to, toRefs)
		all = append(all, t)
	}
	docs := func(t retelling, from, to *markdown.Doc) {
		if from != nil && to != nil && from != to {
			t.doc = to
			add(t, from.PlainText(entities{c.first, nil}), to.PlainText(entities{c.site, nil}), from.Refs(), to.Refs())
		}
	}
	titles := titlesOf(r.page.Front)
	for i, from := range titlesOf(r.original.Front) {
		if to := titles[i]; from.Place != to.Place {
			add(retelling{at: to.Place}, from.Text, to.Text, nil, nil)
		}
	}
	var texts []content.Inline
	content.EachInline(r.original.Front, func(i content.Inline) { texts = append(texts, i) })
	content.EachInline(r.page.Front, func(to content.Inline) {
		from := texts[0]
		texts = texts[1:]
		docs(retelling{at: to.Place, isReport: reports[from.Place]}, from.Doc, to.Doc)
	})
	docs(retelling{at: diag.Place{File: r.page.BodyFile}}, r.original.Body, r.page.Body)
	return all
}

// titlesOf are the titles that a file gives, always as many of its translation.
func titlesOf(front any) (titles []content.Words) {
	switch front := front.(type) {
	case *content.Article:
		titles = append(titles, front.Title)
		front.EachFact(func(f *content.FactLinks) { titles = append(titles, f.Title) })
	case *content.Fact:
		titles = append(titles, front.Title)
	case *content.Question:
		titles = append(titles, front.Title)
	case *content.Topic:
		titles = append(titles, front.Title)
	case *content.Later:
		titles = append(titles, front.Title)
	}
	return titles
}

// named reads who is named in a text, by its words and by its links.
func (c *retoldCheck) named(lang, text string, refs []*markdown.Ref) namedText {
	text = plainly(text)
	return namedText{lang, text, c.names().In(text), refs}
}

// entities resolves references to people and organizations to their names. What others
// are called depends on other files.
type entities struct {
	*site.Site
	markdown.Resolver
}

func (e entities) Ref(ref *markdown.Ref) markdown.Target {
	if n := e.Named(ref.ID); n != nil && (n.Kind == site.PersonNode || n.Kind == site.OrganizationNode) {
		return markdown.Target{Label: n.Title, OK: true}
	}
	return markdown.Target{Label: markdown.Gap}
}
